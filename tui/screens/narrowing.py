"""What a screen shows of the history: chosen from lists, or typed in a line at the bottom; Esc shows all again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from exporters.words import N_
from model.wanted import Wanted
from tui.screens.base import QUESTION
from tui.screens.searched import Searched
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from tui.widgets.searchline import SearchLine


class Narrowing(Searched):
    """A list of changes that can be narrowed down."""

    ASKS = N_("Show only:")

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

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Remember what is typed; the history is searched when it is complete."""
        self._typed = message.query

    def on_search_line_taken(self) -> None:
        """Show what was asked for."""
        from tui.wanting import typed

        self.leave_search()
        self.narrow(typed(self._typed, self.roadmap, self.words))

    def on_search_line_ended(self) -> None:
        """Show everything again."""
        self.leave_search()
        self.narrow(Wanted())

    def search_keys(self) -> tuple[Key, ...]:
        """Return the keys that take what is typed, or show everything again."""
        return Key("Enter", self.words.t("Show"), "take_search"), Key("Esc", self.words.t("Show all"), "app.back")

    def action_take_search(self) -> None:
        """Show what was typed."""
        self.on_search_line_taken()
