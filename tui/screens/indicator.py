"""One indicator: its values and targets by year, and the measures meant to move it, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from exporters.indicators import SHORT, name
from model.indicator import Indicator
from model.indicators import Period, reading
from tui.indicatorlines import MEASURE, page, row_of
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget


class IndicatorScreen(RoadmapScreen):
    """The page of an indicator."""

    NAME = "indicator"
    CHOOSES = "give"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, indicator: str) -> None:
        """Show an indicator by its id."""
        super().__init__()
        self.indicator = indicator
        self._come = False

    @property
    def at_hand(self) -> Indicator | None:
        """The indicator as it is now; None when somebody took it out of the file."""
        found = self.roadmap.find("indicators", self.indicator)
        return found if isinstance(found, Indicator) else None

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Name the indicator."""
        return name(self.words, self.at_hand) if self.at_hand else self.indicator

    def heading_right(self) -> str:
        """Say how it stands."""
        found = self.at_hand
        return self.words.t(SHORT[reading(self.roadmap, found, self.session.today).state]) if found else ""

    def show(self) -> None:
        """List what it is, its periods and its measures."""
        found, width = self.at_hand, self.size.width
        rows = page(self.roadmap, self.words, found, today=self.session.today, width=width) if found else ()
        self.query_one(Rows).fill(list(rows))
        if found and not self._come:
            due = reading(self.roadmap, found, self.session.today).due
            self.query_one(Rows).select(row_of(due) if due else "")
            self._come = True

    def on_resize(self, event: events.Resize) -> None:
        """Draw the bars anew for another width."""
        del event
        if self.is_mounted and self.is_current:
            self.show()

    @property
    def period(self) -> Period | None:
        """The period under the cursor."""
        year, mark, half = self.query_one(Rows).current.partition(".")
        return Period(int(year), int(half)) if mark and not year.startswith(MEASURE) else None

    @on(Rows.Chosen)
    def action_give(self) -> None:
        """Ask for the value of the period under the cursor; a measure is opened."""
        if self.query_one(Rows).current.startswith(MEASURE):
            self.action_open()
        else:
            self.ask(is_target=False)

    def action_target(self) -> None:
        """Ask for the target of the period under the cursor."""
        self.ask(is_target=True)

    def action_open(self) -> None:
        """Open the measure under the cursor."""
        at = self.query_one(Rows).current
        if at.startswith(MEASURE):
            self.app.open_measure(at.removeprefix(MEASURE))

    def action_deciders(self) -> None:
        """Show who decided the values, or where the line has only a target the targets."""
        from tui.screens.deciders import DecidersScreen

        found, at = self.at_hand, self.period
        known = {(entry.year, entry.half) for entry in found.values} if found else set()
        field = "values" if at is None or (at.year, at.half) in known else "targets"
        self.app.push_screen(DecidersScreen("indicators", self.indicator, field))

    @work(group=QUESTION)
    async def ask(self, *, is_target: bool) -> None:
        """Ask for a value or a target and record it."""
        from tui.figuring import ask

        await ask(self.app, self.indicator, at=self.period, is_target=is_target)


SCREEN = IndicatorScreen
