"""What a screen shows of the history: chosen from lists, or typed in a line at the bottom; Esc shows all again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import DescendantFocus

from model.wanted import Wanted
from tui.screens.base import QUESTION, RoadmapScreen
from tui.widgets.bars import Key, KeyBar
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.widgets.searchline import SearchLine

TYPING: list[BindingType] = [Binding("up", "cursor(-1)", show=False), Binding("down", "cursor(1)", show=False)]
"""The keys by which the list is moved while a filter is typed."""


class Narrowing(RoadmapScreen):
    """A list of changes that can be narrowed down."""

    DEFAULT_CSS: ClassVar[str] = "Narrowing #search { height: 1; padding: 0 2; }"

    def __init__(self) -> None:
        """Begin with everything."""
        super().__init__()
        self.wanted = Wanted()
        self._typed = ""

    @property
    def people(self) -> tuple[str, ...]:
        """Who has recorded something, to be chosen from."""
        return ()

    def narrow(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.refresh_roadmap()

    @work(group=QUESTION)
    async def action_filter(self) -> None:
        """Ask by what the changes are narrowed down."""
        from tui.filtering import Filtering

        wanted = await Filtering(self.app, self.wanted, self.people).ask()
        if wanted is not None:
            self.narrow(wanted)

    def stepped_back(self) -> bool:
        """Leave the line of the search, or the filter, before the screen."""
        narrowed = bool(self.query("#search")) or not self.wanted.everything
        if narrowed:
            self.on_search_line_ended()
        return narrowed

    async def action_search(self) -> None:
        """Open the line in which a filter is typed."""
        from tui.widgets.searchline import SearchLine

        if not self.query(SearchLine):
            await self.mount(SearchLine(self.words.t("Show only:"), id="search"), before="#notice")
        self.set_focus(self.query_one("#search Input"))

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Remember what is typed; the history is searched when it is complete."""
        self._typed = message.query

    def on_search_line_taken(self) -> None:
        """Show what was asked for."""
        from tui.wanting import typed

        self.query("#search").remove()
        self.query_one(Rows).focus()
        self.narrow(typed(self._typed, self.roadmap, self.words))

    def on_search_line_ended(self) -> None:
        """Show everything again."""
        self.query("#search").remove()
        self.query_one(Rows).focus()
        self.narrow(Wanted())

    @on(DescendantFocus)
    def show_keys_of_focus(self) -> None:
        """Show other keys while a filter is typed."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that act now: while a filter is typed only those that do not type a letter."""
        if self.query("#search") and not self.query_one(Rows).has_focus:
            keys = (Key("Enter", self.words.t("Show"), "take_search"), Key("Esc", self.words.t("Show all"), "app.back"))
            self.query_one("#keys", KeyBar).keys = keys
        else:
            super().show_keys()

    def action_take_search(self) -> None:
        """Show what was typed."""
        self.on_search_line_taken()

    def action_cursor(self, steps: int) -> None:
        """Move the cursor while a filter is typed."""
        self.query_one(Rows).action_move(steps)
