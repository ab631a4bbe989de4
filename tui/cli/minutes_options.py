"""The arguments of the verb minutes: in which form they are written, and the steps after the meeting."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument

FORMATS = ("md", "html", "docx")
STEPS = ("write", "check", "publish", "reopen", "verify")
"""What is done with minutes; writing is what is meant when nothing is said."""

MINUTES = (
    Argument(("what",), N_("what to do; by default the minutes are written"), N_("STEP"), "?", choices=STEPS),
    Argument(("copy",), N_("verify: the saved copy"), N_("COPY"), "?", completes="file"),
    Argument(("--meeting",), N_("the meeting's number; by default the latest one"), "3/2026"),
    Argument(("--format",), N_("the form of the minutes; by default that of the file's name, or md"), choices=FORMATS),
    Argument(("-o", "--output"), N_("the file to write; - prints the minutes"), N_("FILE"), completes="file"),
    Argument(("--sector",), N_("an extract: only what concerns this branch"), N_("SECTOR")),
    Argument(("--under-title",), N_("html: headings begin at level 2, for a page that has its own title")),
    Argument(("--template",), N_("docx: the Word file whose looks the minutes take"), N_("FILE"), completes="file"),
    Argument(("--by",), N_("check, reopen: by whom, or in which meeting: 4/2026 § 3"), N_("ROLE")),
    Argument(("--to",), N_("publish: where; by default as last time"), N_("TEXT")),
    Argument(("--reason",), N_("reopen: why"), N_("TEXT")),
    Argument(("--json",), N_("print JSON for scripts")),
)
"""All arguments of the verb."""
