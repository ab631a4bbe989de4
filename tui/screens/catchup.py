"""The catch-up page on screen: the latest meeting for one of those who were away, or for anybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.catchup import Reader, catch_up, last_attended, reader_name, readers
from exporters.notice import file_name
from model.git.at import MEETING
from model.standing import latest_meeting
from tui.prompts.choose import Choice, Choose
from tui.screens.base import QUESTION, bindings_of
from tui.screens.spans import Spanning

if TYPE_CHECKING:
    from textual.binding import BindingType

    from exporters.document import Document
    from model.meeting import Meeting


class CatchUpScreen(Spanning):
    """What somebody who was away has to know of the meeting."""

    NAME = "catchup"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with the first of those who were away."""
        super().__init__()
        self.reader: Reader | None = None

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under way, or the latest one."""
        return self.session.meeting or latest_meeting(self.roadmap)

    def heading(self) -> str:
        """Say for whom the page is."""
        name = self.words.t("For the absent")
        return f"{name} · {reader_name(self.roadmap, self.reader, self.words)}" if self.reader else name

    def heading_right(self) -> str:
        """Say which of the readers it is."""
        found = readers(self.roadmap, self.meeting) if self.meeting else ()
        return f"{found.index(self.reader) + 1}/{len(found)}" if self.reader in found else ""

    def refresh_roadmap(self) -> None:
        """Find the reader before the title names one."""
        meeting = self.meeting
        if meeting and self.reader not in readers(self.roadmap, meeting):
            self.reader = readers(self.roadmap, meeting)[0]
        super().refresh_roadmap()

    @property
    def document(self) -> Document | None:
        """The page in the language of the person at the screen."""
        if not (meeting := self.meeting) or not self.reader:
            return None
        today = self.session.today
        return catch_up(self.roadmap, meeting, self.words, reader=self.reader, today=today, since=self.span)

    def since(self) -> str:
        """Return the meeting that the reader attended last: the page begins with what has changed since then."""
        meeting, reader = self.meeting, self.reader
        before = last_attended(self.roadmap, meeting, reader) if meeting and reader else None
        return f"{MEETING}{before.number}" if before else ""

    def name_in(self, form: str) -> str:
        """Return the name of the file: one for each reader."""
        assert self.meeting is not None
        reader = (self.reader.member or self.reader.sector) if self.reader else ""
        return file_name("catch-up", self.meeting, self.words, extension=form, reader=reader)

    def action_step(self) -> None:
        """Show the page of the next reader, after the last one that of the first."""
        if (meeting := self.meeting) and self.reader:
            found = readers(self.roadmap, meeting)
            self.reader = found[(found.index(self.reader) + 1) % len(found)]
            self.turned()

    @work(group=QUESTION)
    async def action_choose(self) -> None:
        """Ask for whom the page is."""
        if (meeting := self.meeting) and self.reader:
            found = readers(self.roadmap, meeting)
            choices = [Choice(reader_name(self.roadmap, reader, self.words), reader) for reader in found]
            question = Choose(self.words.t("For whom?"), choices, at=found.index(self.reader))
            self.reader = await self.app.push_screen_wait(question) or self.reader
            self.refresh_roadmap()


SCREEN = CatchUpScreen
