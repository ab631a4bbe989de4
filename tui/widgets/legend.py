"""The line that tells what the signs of the grid mean, as many of them as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.signs import legend

if TYPE_CHECKING:
    from exporters.words import Words


class Legend(Static):
    """One line of signs and their meanings."""

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Tell in these words."""
        super().__init__(id=id)
        self.words = words

    def on_resize(self) -> None:
        """Name as many signs as there is room for."""
        self.update(Content(legend(self.words, self.content_size.width)))
