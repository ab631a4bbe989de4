"""The cells of a round: one widget that takes every key itself, so that none overtakes the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.roundlines import ABOVE, RoundPage
from tui.typeahead import pasted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.geometry import Size

    from exporters.words import Words
    from model.edits import RefusedError
    from model.roadmap import Roadmap
    from model.typedround import Cell
    from tui.roundediting import Editing
    from tui.roundlines import Page

FEWEST = 3
"""Rows that are shown in the lowest window."""


class Cells(Widget, can_focus=True):
    """Shows a round and lets one type in it; what is wrong is told from outside."""

    DEFAULT_CSS = "Cells { height: auto; width: 1fr; margin-top: 1; }"
    KEYS: ClassVar[Mapping[str, Callable[[Editing], Editing]]] = {
        "tab": lambda editing: editing.across(1),
        "shift+tab": lambda editing: editing.across(-1),
        "up": lambda editing: editing.down(-1),
        "down": lambda editing: editing.down(1),
        "pageup": lambda editing: editing.down(-10),
        "pagedown": lambda editing: editing.down(10),
        "left": lambda editing: editing.moving(-1),
        "right": lambda editing: editing.moving(1),
        "home": lambda editing: editing.moving(-1000),
        "end": lambda editing: editing.moving(1000),
        "backspace": lambda editing: editing.erasing(back=True),
        "delete": lambda editing: editing.erasing(back=False),
    }

    class Changed(Message):
        """Something was typed, or another cell was come to."""

    class Ended(Message):
        """Enter was pressed in the last cell."""

    def __init__(self, editing: Editing, roadmap: Roadmap, words: Words) -> None:
        """Begin with what is typed already."""
        super().__init__()
        self.editing = editing
        self.roadmap = roadmap
        self.words = words
        self.wrong: Mapping[Cell, RefusedError] = {}
        self.first = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines all rows take; a low window shows some of them."""
        del container, viewport, width
        return ABOVE + len(self.editing.typed.viewpoints)

    def render(self) -> Content:
        """Return the lines that there is room for."""
        return Content("\n").join(self.page.lines)

    @property
    def page(self) -> Page:
        """The lines as they stand now, with the row that one is in among them."""
        room = max(self.content_size.height - ABOVE, FEWEST)
        row, known = self.editing.row, len(self.editing.typed.viewpoints)
        self.first = 0 if row is None else max(min(self.first, row), row - room + 1)
        rows = range(self.first, min(self.first + room, known))
        return RoundPage(self.roadmap, self.words, width=self.content_size.width).page(
            self.editing, self.wrong, rows=rows
        )

    def show(self, editing: Editing) -> None:
        """Show another state of the cells and tell of it."""
        self.editing = editing
        self.refresh()
        self.post_message(self.Changed())

    def insert_text_at_cursor(self, text: str) -> None:
        """Write where one is; this is what was typed before the cells were there."""
        self.show(self.editing.writing(text))

    def on_key(self, event: events.Key) -> None:
        """Write a letter, or do what the key stands for."""
        act = self.KEYS.get(event.key)
        if event.key == "enter":
            self.go_on()
        elif act:
            self.show(act(self.editing))
        elif event.is_printable and event.character:
            self.show(self.editing.writing(event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Write what was pasted, a block of cells line by line."""
        event.stop()
        rows = event.text.splitlines()
        self.show(self.editing.pasting("\n".join("\t".join(map(pasted, row.split("\t"))) for row in rows)))

    def on_click(self, event: events.Click) -> None:
        """Come to the cell under the mouse."""
        offset = event.get_content_offset(self)
        if offset and (cell := self.page.cell_at(offset.x, offset.y)):
            self.show(self.editing.going(cell))

    def go_on(self) -> None:
        """Go down the column; from its end it is over."""
        after = self.editing.down(1)
        if after is self.editing:
            self.post_message(self.Ended())
        else:
            self.show(after)
