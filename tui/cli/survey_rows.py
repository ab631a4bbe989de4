"""The verb survey: a round of the staff survey typed, read from a file, and the rounds listed."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

DEEDS = ("add", "list", "import")

IMPORT = (
    Argument(("--opened",), N_("the survey's first day"), N_("DATE")),
    Argument(("--wording",), N_("which version of the questions"), N_("TEXT")),
    Argument(("--sector-column",), N_("import: the heading of the column with the branches; - for none"), N_("TEXT")),
    Argument(
        ("--map",), N_("import: a mapping of the columns, instead of kyselykartta.toml"), N_("FILE"), completes="file"
    ),
    Argument(("--dry-run",), N_("import: only tell what would be saved")),
    Argument(("--yes",), N_("import: save it without asking")),
)
"""What a file of answers cannot tell, and how it is read."""

SURVEY: tuple[Verb, ...] = (
    Verb(
        "survey",
        "surveying:survey",
        N_("Type in a round of the survey, import it from a file, or list the rounds."),
        (
            Argument(("what",), N_("what is done"), choices=DEEDS),
            Argument(
                ("given",),
                N_(
                    "add: viewpoint=mean:answers, such as palvelut=2,6:143 (without any they are asked for);"
                    " import: the file"
                ),
                N_("GIVEN"),
                "*",
                completes="file",
            ),
            Argument(("--name",), N_("what the round is called"), N_("TEXT")),
            Argument(("--date",), N_("the survey's last day"), N_("DATE")),
            Argument(("--invited",), N_("how many were asked"), N_("N")),
            Argument(("--responses",), N_("how many answered; counts for the viewpoints without a number"), N_("N")),
            *IMPORT,
            Argument(("--json",), N_("print JSON for scripts")),
        ),
        changes=True,
        reads=True,
    ),
)
