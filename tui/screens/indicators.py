"""The indicators of the goals: each on a line with its latest value, its target and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from exporters.indicators import name, standing
from model.indicators import readings
from tui.indicatorlines import List
from tui.safe import line
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.bars import apart
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from model.indicators import Reading

_SIDES = 4


class IndicatorsScreen(RoadmapScreen):
    """Every indicator, or those alone whose value is missing."""

    NAME = "indicators"
    CHOOSES = "give"
    CSS_PATH = "maturity.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, which: str = "") -> None:
        """Show all, or with `missing` those whose value is missing."""
        super().__init__()
        self.missing_only = which == "missing"

    def body(self) -> Iterable[Widget]:
        """Lay the heads of the columns above the rows and what is told of one below them."""
        yield Static(id="ruler")
        yield Rows(id="rows")
        yield Static(id="details")

    @property
    def known(self) -> tuple[Reading, ...]:
        """The indicators that are shown."""
        found = readings(self.roadmap, self.session.today)
        return tuple(one for one in found if one.is_missing or not self.missing_only)

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("Indicators: value missing") if self.missing_only else self.words.t("Indicators")

    def heading_right(self) -> str:
        """Count those that have met their target, and the values that are missing."""
        found = readings(self.roadmap, self.session.today)
        with_target = [one for one in found if one.is_met is not None]
        met = sum(one.is_met is True for one in with_target)
        told = [self.words.t("target reached in {reached} of {known}", reached=met, known=len(with_target))]
        if lacking := sum(one.is_missing for one in found):
            told.append(self.words.n("{n} value missing", "{n} values missing", lacking))
        return ", ".join(told) if found else ""

    def show(self) -> None:
        """Draw all rows for the width that there is."""
        drawn = List(self.words, self.size.width, self.known)
        head = apart((Content(""), Content.styled(drawn.head(), "$text-muted")), max(self.size.width - _SIDES, 1))
        self.query_one("#ruler", Static).update(head)
        nothing = (
            self.words.t("No value is missing.") if self.missing_only else self.words.t("There are no indicators.")
        )
        self.query_one(Rows).fill([drawn.row(one) for one in self.known] or [Row("", line(nothing))])
        self.show_details()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the columns anew for another width."""
        del event
        if self.is_mounted and self.is_current:
            self.show()

    @on(Rows.Moved)
    def show_details(self) -> None:
        """Tell of the indicator under the cursor in words."""
        at = self.query_one(Rows).current
        found = next((one for one in self.known if one.indicator.id == at), None)
        told = (name(self.words, found.indicator), standing(self.words, found)) if found else ("", "")
        self.query_one("#details", Static).update(Content.assemble((told[0], "bold"), "\n", line(told[1])))

    @on(Rows.Chosen)
    def action_give(self) -> None:
        """Ask for a value of the indicator under the cursor."""
        self.ask(is_target=False)

    def action_target(self) -> None:
        """Ask for a target of the indicator under the cursor."""
        self.ask(is_target=True)

    def action_open(self) -> None:
        """Show the page of the indicator under the cursor."""
        from tui.screens.indicator import IndicatorScreen

        if indicator := self.query_one(Rows).current:
            self.app.push_screen(IndicatorScreen(indicator))

    def action_only_missing(self) -> None:
        """Show only the indicators whose value is missing, or all again."""
        self.missing_only = not self.missing_only
        self.refresh_roadmap()

    @work(group=QUESTION)
    async def ask(self, *, is_target: bool) -> None:
        """Ask for a value or a target and record it."""
        from tui.figuring import ask

        await ask(self.app, self.query_one(Rows).current, is_target=is_target)


SCREEN = IndicatorsScreen
