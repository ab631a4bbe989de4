"""The commands of the survey: a round typed in, a round read from a file."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

MATURITY = ("maturity",)

SURVEY: tuple[Command, ...] = (
    Command(
        "survey.type",
        "s",
        "type_survey",
        N_("Survey…"),
        N_("Type in a round of the survey: the mean of each viewpoint and how many answered."),
        MATURITY,
        also=N_("survey results questionnaire means enter round"),
    ),
    Command(
        "survey.import",
        "l",
        "import_survey",
        N_("From a file…"),
        N_("Read a round of the survey from the file of the survey tool, or from a table of means."),
        MATURITY,
        spare=True,
        also=N_("import survey excel csv forms webropol file"),
    ),
)
