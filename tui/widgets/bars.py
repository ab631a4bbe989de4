"""The lines around a screen: its title, the notice of what just happened, and the keys that act now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class TitleBar(Static):
    """What the screen shows, at the left; at the right a label that must not be missed."""

    DEFAULT_CSS = "TitleBar { height: auto; width: 1fr; padding: 0 2; color: $text-muted; }"

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """Return the line with its two ends apart; the right one wins when there is no room."""
        room = self.size.width - 1 - self.right.cell_length
        left = self.left.truncate(max(room, 0), ellipsis=True)
        return Content.assemble(left.pad_right(max(room - left.cell_length, 0)), " ", self.right)


class Notice(Static):
    """One line that says in words what just happened, or what is wrong; errors have a sign of their own."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 3; padding: 0 2; color: $text-muted; }
    Notice.-error { color: $text-error; text-style: bold; }
    """


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the bar: how it is written, what it does in a word, and its action."""

    key: str
    label: str
    action: str


class KeyBar(Static):
    """The keys that act on this screen now; each is also a place to click."""

    DEFAULT_CSS = "KeyBar { height: auto; max-height: 3; padding: 0 2; background: $panel; }"

    class Chosen(Message):
        """A key of the bar was clicked."""

        def __init__(self, action: str) -> None:
            """Say which action it stands for."""
            super().__init__()
            self.action = action

    keys: reactive[tuple[Key, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """Return the keys, as many to a line as fit."""
        lines = [Content("   ").join(_written(key) for key in row) for row in self._rows()]
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Post the action under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        rows = self._rows()
        left = 0
        for key in rows[offset.y] if offset.y < len(rows) else ():
            right = left + _written(key).cell_length
            if left <= offset.x < right:
                self.post_message(self.Chosen(key.action))
            left = right + 3

    def _rows(self) -> Sequence[Sequence[Key]]:
        rows: list[list[Key]] = [[]]
        used = 0
        for key in self.keys:
            width = _written(key).cell_length + 3
            if used + width - 3 > self.content_size.width and rows[-1]:
                rows.append([])
                used = 0
            rows[-1].append(key)
            used += width
        return rows


def _written(key: Key) -> Content:
    return Content.assemble((key.key, "bold $footer-key-foreground"), " ", Content(key.label))
