"""The catch-up page on screen: the latest meeting for one of those who were away, or for anybody else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.catchup import Reader, catch_up, reader_name, readers
from model.standing import latest_meeting
from tui.prompts.choose import Choice, Choose
from tui.safe import line
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.paper import paper
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.meeting import Meeting


class CatchUpScreen(RoadmapScreen):
    """What somebody who was away has to know of the meeting."""

    NAME = "catchup"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with the first of those who were away."""
        super().__init__()
        self.reader: Reader | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the text."""
        yield Sheet(id="leaf")

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

    def show(self) -> None:
        """Show the page in the language of the person at the screen."""
        if (meeting := self.meeting) and self.reader:
            page = catch_up(self.roadmap, meeting, self.words, reader=self.reader, today=self.session.today)
            self.query_one(Sheet).lay_out(partial(paper, page))
        else:
            self.query_one(Sheet).show(line(self.words.t("No meeting yet.")))

    def action_step(self) -> None:
        """Show the page of the next reader, after the last one that of the first."""
        if (meeting := self.meeting) and self.reader:
            found = readers(self.roadmap, meeting)
            self.reader = found[(found.index(self.reader) + 1) % len(found)]
            self.refresh_roadmap()

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
