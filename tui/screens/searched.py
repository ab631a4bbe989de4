"""A list of rows over a line in which a search is typed: the line, its keys, and the cursor of the list meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import DescendantFocus

from tui.screens.base import QUESTION, RoadmapScreen
from tui.widgets.bars import Key, KeyBar
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.binding import BindingType


class Searched(RoadmapScreen):
    """A screen of rows that can be searched; what is typed and taken reaches it as messages of the line."""

    DEFAULT_CSS: ClassVar[str] = """
    Searched #search { height: 1; padding: 0 2; }
    Searched #search Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
    ]
    ASKS: ClassVar[str] = ""
    """What stands before the line."""

    @property
    def searching(self) -> bool:
        """Whether a search is being typed."""
        return bool(self.query("#search")) and not self.query_one(Rows).has_focus

    def search_keys(self) -> tuple[Key, ...]:
        """Return the keys that act while a search is typed."""
        return ()

    @work(group=QUESTION)
    async def action_search(self) -> None:
        """Open the line in which a search is typed."""
        from tui.widgets.searchline import search_in

        await search_in(self, self.words.t(self.ASKS))

    def leave_search(self) -> None:
        """Close the line and go to the list."""
        self.query("#search").remove()
        self.query_one(Rows).focus()

    @on(DescendantFocus)
    def show_keys_of_focus(self) -> None:
        """Show other keys while a search is typed."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that act now: while a search is typed only those that do not type a letter."""
        if self.searching:
            self.query_one("#keys", KeyBar).keys = self.search_keys()
        else:
            super().show_keys()

    def action_cursor(self, steps: int) -> None:
        """Move the list's cursor while a search is typed."""
        self.query_one(Rows).action_move(steps)
