"""Text from the roadmap on its way to a widget: always an object, never markup.

A plain string given to a widget is read as markup and may hold escape sequences, so none is ever given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

from model.text import clean, one_line

if TYPE_CHECKING:
    from textual.color import Color

PIECE = 500
"""Characters that are wrapped at a time."""


def shown(text: str) -> Content:
    """Return text to show literally, line breaks kept."""
    return Content(clean(text))


def line(text: str, *, limit: int | None = None) -> Content:
    """Return text to show literally on one line."""
    return Content(one_line(text, limit=limit))


def in_lines(text: Content, width: int) -> list[Content]:
    """Return a text in lines of so many cells, at least one; a long one piece by piece.

    Textual's own wrapping takes time by the square of the length: seconds for ten thousand characters. A window that
    is being made smaller has no cell for a moment, and wrapping to none raises ValueError.
    """
    lines: list[Content] = []
    width = max(1, width)
    while len(text) > PIECE:
        cut = text.plain.rfind(" ", 1, PIECE) + 1 or PIECE
        lines += text[:cut].wrap(width)
        text = text[cut:]
    return [*lines, *text.wrap(width)]


class LastNet(LineFilter):
    """Takes out of every painted line what a terminal could act on, whatever widget it came from."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with control characters as pictures."""
        del background
        return [
            segment if segment.control or segment.text.isprintable() else Segment(clean(segment.text), segment.style)
            for segment in segments
        ]
