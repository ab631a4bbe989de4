"""A sheet of running text that scrolls when it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class Sheet(VerticalScroll):
    """Shows one text, wrapped to the width; arrows and page keys scroll it."""

    DEFAULT_CSS = """
    Sheet { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; background: $background; }
    Sheet > Static { height: auto; width: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the one text."""
        yield Static()

    def show(self, text: Content) -> None:
        """Show another text."""
        self.query_one(Static).update(text)
