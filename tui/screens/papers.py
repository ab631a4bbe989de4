"""The papers of the meeting that comes next: the invitation and the agenda, to be sent before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from exporters.calendar import in_utc
from exporters.notice import agenda_paper, file_name, invitation
from model.standing import latest_meeting, open_meeting
from tui import papers
from tui.prompts.choose import Choice
from tui.screens.base import bindings_of
from tui.screens.handout import Handout

if TYPE_CHECKING:
    from textual.binding import BindingType

    from exporters.document import Document
    from exporters.notice import Paper
    from model.meeting import Meeting

_CALENDAR = "ics"


class PapersScreen(Handout):
    """One of the papers, in the language of the roadmap, as it will be written."""

    NAME = "papers"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with the invitation."""
        super().__init__()
        self.paper: Paper = "invite"

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that runs or comes next, else the latest one."""
        return open_meeting(self.roadmap) or latest_meeting(self.roadmap)

    @property
    def document(self) -> Document | None:
        """The invitation or the agenda."""
        make = invitation if self.paper == "invite" else agenda_paper
        return make(self.roadmap, self.meeting, self.session.words) if self.meeting else None

    def heading(self) -> str:
        """Say which paper it is, and how many there are."""
        return self.document.title if self.document else self.words.t("Invitation and agenda")

    def heading_right(self) -> str:
        """Say which of the two it is."""
        return "1/2" if self.paper == "invite" else "2/2"

    def name_in(self, form: str) -> str:
        """Return the name of the file; a calendar is one for both papers."""
        assert self.meeting is not None
        paper = "ics" if form == _CALENDAR else self.paper
        return file_name(paper, self.meeting, self.session.words, extension=form)

    def forms(self) -> tuple[Choice[str], ...]:
        """Return the forms of a document, and the event for a calendar."""
        return (*super().forms(), Choice(self.words.t("Calendar event (ics)"), _CALENDAR))

    def written(self, form: str) -> bytes:
        """Return the paper, or the event, as the bytes of a file."""
        if form != _CALENDAR:
            return super().written(form)
        assert self.meeting is not None
        session = self.session
        stamp = in_utc(session.today, session.now())
        return papers.event(self.roadmap, self.meeting, session.words, stamp=stamp, path=session.path)

    def action_step(self) -> None:
        """Show the other paper."""
        self.paper = "agenda" if self.paper == "invite" else "invite"
        self.turned()


SCREEN = PapersScreen
