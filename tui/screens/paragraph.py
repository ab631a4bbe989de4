"""One decision of a meeting in full: what it was about, what was decided, who does what, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters import room
from exporters.briefing import BREAK, Line
from exporters.numbering import reference
from exporters.recognised import recognised
from exporters.register import about, measures_of, practice
from exporters.terms import capital
from model.register import decisions
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.register import Decision


class ParagraphScreen(RoadmapScreen):
    """A § that decided something."""

    NAME = "paragraph"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, meeting: str = "", item: int = 0) -> None:
        """Show a § by the meeting's number and its own."""
        super().__init__()
        self.place = (meeting, item)

    def body(self) -> Iterable[Widget]:
        """Lay out one page."""
        yield Page(id="page")

    @property
    def entry(self) -> Decision | None:
        """The decision as it is now; None when it was just taken away by an undo."""
        found = decisions(recognised(self.roadmap))
        return next((entry for entry in found if (entry.meeting, entry.item.number) == self.place), None)

    def heading(self) -> str:
        """Name the place of the decision, as other texts refer to it."""
        return reference(self.roadmap.head, *self.place)

    def heading_right(self) -> str:
        """Say what became of it."""
        return capital(practice(self.entry, self.words)) if self.entry else ""

    def show(self) -> None:
        """Show everything but what is internal."""
        entry, words = self.entry, self.words
        if entry is None:
            return
        meeting = self.roadmap.meeting(entry.meeting)
        told = room.told(self.roadmap, meeting, entry.item, words=words)
        facts = (
            Line(words.t("Decided"), words.date(entry.decided, weekday=True)),
            Line(words.t("Enactment"), capital(practice(entry, words))),
            *(Line(words.t("Measure"), text) for text in measures_of(entry, self.roadmap)),
        )
        self.query_one("#page", Page).show(about(entry, words), (*told, *((BREAK,) if told else ()), *facts))

    def action_open(self) -> None:
        """Open the measure that the decision is about, or the first of several."""
        entry = self.entry
        if found := next((n for n in entry.item.subjects if self.roadmap.find("measures", n)), "") if entry else "":
            self.app.open_measure(found)

    @work(group=QUESTION)
    async def action_enact(self) -> None:
        """Ask how far the decision has been put into practice."""
        from tui.enacting import ask_enactment

        if self.entry:
            await ask_enactment(self.app, self.entry)


SCREEN = ParagraphScreen
