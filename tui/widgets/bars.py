"""The lines around a screen: its title, the notice of what just happened, and the keys that act now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.safe import in_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

Ends = tuple[Content, Content]
"""What stands at the two ends of a line."""

TALLEST = 5
"""Lines of the notice with the alarm and the state, as its style has it."""
MOST = 3
"""Lines that a notice may take besides the alarm and the state."""


def apart(ends: Ends, width: int) -> Content:
    """Return a line with its two ends apart; the right one wins when there is no room for both."""
    left, right = ends
    room = max(width - right.cell_length - bool(right.plain), 0)
    left = left.truncate(room, ellipsis=True)
    return Content.assemble(left.pad_right(max(width - right.cell_length - left.cell_length, 0)), right)


class TitleBar(Widget):
    """What the screen shows, at the left of each of its lines; at the right what must not be missed."""

    DEFAULT_CSS = "TitleBar { height: auto; width: 1fr; padding: 0 2; }"

    lines: reactive[tuple[Ends, ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are; asking render for it would lay out the whole screen once more."""
        del container, viewport, width
        return max(len(self.lines), 1)

    def render(self) -> Content:
        """Return the lines with their ends apart."""
        return Content("\n").join(apart(ends, self.content_size.width) for ends in self.lines)


class Notice(Widget):
    """What just happened, and how it stands with saving and recording; what is wrong has a line of its own."""

    DEFAULT_CSS = """
    Notice { height: auto; width: 1fr; max-height: 5; padding: 0 2; color: $text-muted; }
    """

    alarm: reactive[Content] = reactive(Content(""), layout=True)
    """What is wrong and stays wrong until it is over."""
    ends: reactive[Ends] = reactive((Content(""), Content("")), layout=True)
    """The latest thing that happened, and the state of saving and recording."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """Return the alarm, if there is one, and under it the notice with the state at its right."""
        return Content("\n").join(self.lines(self.content_size.width))

    def lines(self, width: int) -> list[Content]:
        """Return the lines at a width; a notice that is too long beside the state stands above it.

        The state is always among them; where there is no room for all, what just happened gives way to the alarm.
        """
        alarm = _cut(in_lines(self.alarm, width) if self.alarm.plain else [], TALLEST - 1, width)
        left, right = self.ends
        if left.cell_length + right.cell_length < width:
            return [*alarm, apart(self.ends, width)]
        told = _cut(in_lines(left, width), min(MOST, TALLEST - 1 - len(alarm)), width)
        return [*alarm, *told, apart((Content(""), right), width)]


def _cut(lines: list[Content], most: int, width: int) -> list[Content]:
    """Return so many lines at the most; what is left out is seen to be left out."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1].rstrip().truncate(width - 1).append("…")] if most > 0 else []


class Key(NamedTuple):
    """A key of the bar: how it is written, what it does in a word, and its action."""

    key: str
    label: str
    action: str


class KeyBar(Widget):
    """The keys that act on this screen now; each is also a place to click."""

    DEFAULT_CSS = "KeyBar { height: auto; width: 1fr; max-height: 3; padding: 0 2; background: $panel; }"
    GAP = 2

    class Chosen(Message):
        """A key of the bar was clicked."""

        def __init__(self, action: str) -> None:
            """Say which action it stands for."""
            super().__init__()
            self.action = action

    keys: reactive[tuple[Key, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """Return the keys, as many to a line as fit."""
        lines = [
            Content(" " * self.GAP).join(_written(key) for key in row) for row in self._rows(self.content_size.width)
        ]
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the keys take in a width."""
        del container, viewport
        return len(self._rows(width))

    def on_click(self, event: events.Click) -> None:
        """Post the action under the mouse."""
        if (offset := event.get_content_offset(self)) and (key := self.key_at(offset.x, offset.y)):
            self.post_message(self.Chosen(key.action))

    def key_at(self, x: int, y: int) -> Key | None:
        """Return the key that is written at a place of the bar."""
        rows = self._rows(self.content_size.width)
        left = 0
        for key in rows[y] if y < len(rows) else ():
            right = left + _written(key).cell_length
            if left <= x < right:
                return key
            left = right + self.GAP
        return None

    def _rows(self, room: int) -> Sequence[Sequence[Key]]:
        rows: list[list[Key]] = [[]]
        used = 0
        for key in self.keys:
            width = _written(key).cell_length + self.GAP
            if used + width - self.GAP > room and rows[-1]:
                rows.append([])
                used = 0
            rows[-1].append(key)
            used += width
        return rows


def _written(key: Key) -> Content:
    return Content.assemble((key.key, "bold $footer-key-foreground"), " ", Content(key.label))
