"""The lines that tell what the signs of the grid mean: one, or as many as they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.signs import legend

if TYPE_CHECKING:
    from textual.geometry import Size

    from exporters.words import Words


class Legend(Widget):
    """Signs and their meanings."""

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Tell in these words."""
        super().__init__(id=id)
        self.words = words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the signs take in a width."""
        del container, viewport
        return legend(self.words, width).count("\n") + 1

    def render(self) -> Content:
        """Name the signs."""
        return Content(legend(self.words, self.content_size.width))
