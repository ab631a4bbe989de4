"""The rows of the verbs of the yearly approval: target, packet, approve."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

FORMS = ("md", "html", "docx")
WHOLES = ("roadmap", "changes")

APPROVAL: tuple[Verb, ...] = (
    Verb(
        "target",
        "approving:target",
        N_("Propose a target level of a viewpoint; it is in force when it has been approved."),
        (
            Argument(("viewpoint",), N_("viewpoint by id or name"), N_("VIEWPOINT")),
            Argument(("level",), N_("level from 1 to 5, such as 3 or 3,4"), N_("LEVEL")),
            Argument(("--note",), N_("a note of one line"), N_("TEXT")),
        ),
        changes=True,
    ),
    Verb(
        "packet",
        "approving:packet",
        N_("Write everything since the last approval, with the decision that is asked for."),
        (
            Argument(("--format",), N_("the form of the file"), choices=FORMS),
            Argument(("-o", "--output"), N_("the file, or - to print it"), N_("FILE"), completes="file"),
            Argument(("--json",), N_("print JSON for scripts")),
        ),
        reads=True,
    ),
    Verb(
        "approve",
        "approving:approve",
        N_("Record that a body has approved the roadmap or its changes; what was proposed takes effect."),
        (
            Argument(("--body",), N_("the body; by default the one that the roadmap names"), N_("TEXT")),
            Argument(("--date",), N_("the day of the decision; by default today"), N_("DATE")),
            Argument(("--section",), N_("its § of the decision"), N_("TEXT")),
            Argument(("--of",), N_("what was approved"), choices=WHOLES),
            Argument(("--without",), N_("proposals that were not approved, such as T07,T19"), N_("A,B")),
        ),
        changes=True,
    ),
)
