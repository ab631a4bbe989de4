"""The rows of the verbs that give whole roadmaps: export, and overview of several."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

FORMS = ("md", "html", "docx")

EXPORTS: tuple[Verb, ...] = (
    Verb(
        "export",
        "exporting:export",
        N_("Write the roadmap as a document: foreword, levels, vision, goals, measures, schedules, owners."),
        (
            Argument(("--format",), N_("the form of the file"), choices=FORMS),
            Argument(("-o", "--output"), N_("the file, or - to print it"), N_("FILE"), completes="file"),
            Argument(("--under-title",), N_("html: headings begin at level 2, for a page that has its own title")),
            Argument(("--template",), N_("docx: the Word file whose looks it takes"), N_("FILE"), completes="file"),
        ),
        reads=True,
    ),
    Verb(
        "overview",
        "folder:overview",
        N_("List the roadmaps of a folder: done, late, what ends now, the widest gap."),
        (
            Argument(("folder",), N_("the folder; by default this one"), N_("FOLDER"), "?", completes="folder"),
            Argument(("--json",), N_("print JSON for scripts")),
        ),
    ),
)
