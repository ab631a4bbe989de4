"""A sheet of running text that scrolls when it does not fit, drawn line by line: its length costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.safe import in_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content


class Sheet(ScrollView, can_focus=True):
    """Shows lines of text; arrows and page keys scroll them."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr; padding: 1 1 0 2; overflow-x: hidden; background: $background;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty."""
        super().__init__(id=id)
        self._lay_out: Callable[[int], Sequence[Content]] = lambda _: ()
        self._lines: Sequence[Content] = ()

    def show(self, text: Content) -> None:
        """Show another text, wrapped to the width."""
        paragraphs = text.split("\n", allow_blank=True)
        self.lay_out(lambda width: [line for part in paragraphs for line in in_lines(part, width)])

    def lay_out(self, lines: Callable[[int], Sequence[Content]]) -> None:
        """Show other lines; the function makes them for a width."""
        self._lay_out = lines
        self.fit()

    def fit(self) -> None:
        """Lay the lines out for the width as it is now."""
        self._lines = self._lay_out(max(self.scrollable_content_region.width, 1))
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines out anew for another width."""
        self.fit()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible."""
        width, number = self.scrollable_content_region.width, y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        return Visual.to_strips(self, self._lines[number], width, 1, self.visual_style, pad=True)[0]
