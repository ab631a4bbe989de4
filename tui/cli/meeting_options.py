"""The arguments of the verb meeting: what to do, and what is said about a meeting, its agenda and its papers."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument

FORMATS = ("md", "html", "docx")
AGENDA = ("new", "propose", "add", "withdraw", "order")
"""What changes an agenda."""
PAPERS = ("invite", "agenda", "ics", "catch-up")
"""What writes a paper of a meeting."""
STEPS = ("start", "show", "attend", "close")
"""What happens in a meeting."""

_JSON = Argument(("--json",), N_("print JSON for scripts"))
_FIELDS = (
    Argument(("--place",), N_("place"), N_("TEXT")),
    Argument(("--chair",), N_("chair"), N_("ROLE")),
    Argument(("--secretary",), N_("secretary"), N_("ROLE")),
    Argument(("--present",), N_("members who are present"), N_("A,B")),
    Argument(("--remote",), N_("members who take part remotely"), N_("A,B")),
    Argument(("--absent",), N_("members who are absent"), N_("A,B")),
    Argument(("--not-handled",), N_("close: what is left of the walk was not handled")),
    Argument(("--guest",), N_("a guest, by name and branch"), N_("TEXT")),
)
_ATTENDANCE = (
    Argument(("--at",), N_("attend: the § at which it happens; by default the one under way"), N_("NUMBER")),
    Argument(("--clock",), N_("attend: the time of day to note, 9.15"), N_("TIME")),
    Argument(("--late",), N_("members who arrive at the §"), N_("A,B")),
    Argument(("--left",), N_("members, or a guest, who leave after the §"), N_("A,B")),
    Argument(("--conflicted",), N_("members with a conflict of interest in the §"), N_("A,B")),
    Argument(("--heard",), N_("an expert heard at the §, by title or name"), N_("TEXT")),
    Argument(("--deputy",), N_("who sits in place of a member; alone the member's deputy"), N_("ROLE=TEXT")),
    Argument(("--name",), N_("the name of the person on a member's seat this time"), N_("ROLE=TEXT")),
    Argument(("--forget",), N_("whose notes at the § are deleted"), N_("A,B")),
)
"""Options of attending; with `--at`, `--present` and `--remote` are those who come back at the §."""

_AGENDA = (
    Argument(("--date",), N_("new: the day, such as 24.11.2026; close: that of the next meeting"), N_("DATE")),
    Argument(("--time",), N_("new: when it begins, and ends: 9.00–10.45"), N_("TIME")),
    Argument(("--ends",), N_("new: when it is planned to end"), N_("TIME")),
    Argument(("--background",), N_("propose, add: the background"), N_("TEXT")),
    Argument(("--proposal",), N_("propose, add: the proposed decision"), N_("TEXT")),
    Argument(("--by",), N_("propose, add: who puts it forward"), N_("ROLE")),
    Argument(("--before",), N_("add: the § before which it comes"), N_("NUMBER")),
)
"""Options of a meeting that is called and of its agenda."""

_PAPERS = (
    Argument(("--meeting",), N_("the meeting of a paper; by default the next one, of catch-up the latest"), "3/2026"),
    Argument(("--format",), N_("the form of a paper"), choices=FORMATS),
    Argument(("-o", "--output"), N_("the file to write; - prints it"), N_("FILE"), completes="file"),
    Argument(("--sector",), N_("catch-up: for this branch"), N_("SECTOR")),
    Argument(("--member",), N_("catch-up: for this member"), N_("ROLE")),
)
"""Options of the papers of a meeting."""

MEETING = (
    Argument(("what",), N_("what to do"), choices=(*AGENDA, *STEPS, *PAPERS)),
    Argument(("words",), N_("the heading of a matter, or numbers of §§"), N_("TEXT"), "*"),
    *_FIELDS,
    *_ATTENDANCE,
    *_AGENDA,
    *_PAPERS,
    _JSON,
)
"""All arguments of the verb."""
