"""The line at the bottom in which a search is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen


class SearchLine(Horizontal):
    """Tells of every letter; Enter goes to what was found, Esc ends the search."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "end", show=False)]
    DEFAULT_CSS = """
    SearchLine Label { width: auto; text-style: bold; color: $text-accent; }
    SearchLine Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    """

    class Typed(Message):
        """What is searched for has changed."""

        def __init__(self, query: str) -> None:
            """Say what it is now."""
            super().__init__()
            self.query = query

    class Taken(Message):
        """Enter was pressed: on to what was found."""

    class Ended(Message):
        """The search is over."""

    def __init__(self, label: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Ask with a label at the left."""
        super().__init__(id=id)
        self._label = label

    def compose(self) -> ComposeResult:
        """Lay out the label and the field."""
        yield Label(Content(self._label))
        yield Input(compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Be ready to be typed into."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell what is searched for now."""
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Tell that the search is good as it is."""
        event.stop()
        self.post_message(self.Taken())

    def action_end(self) -> None:
        """Tell that the search is over."""
        self.post_message(self.Ended())


async def search_in(screen: Screen[None], label: str) -> None:
    """Put the line under a screen, unless it is there, and the cursor into it.

    Runs as a question: letters that come before the cursor is there wait for it, and none overtakes another.
    """
    if not screen.query(SearchLine):
        await screen.mount(SearchLine(label, id="search"), before="#notice")
    screen.set_focus(screen.query_one("#search Input"))
