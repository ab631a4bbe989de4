"""The yardstick for the first paint: a bare Textual app with a header, a footer and a line-API grid of 60 rows."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Header

ROWS, WIDTH = 60, 110


class Grid(ScrollView, can_focus=True):
    """Sixty rows of text, drawn a line at a time."""

    def on_mount(self) -> None:
        """Say how large the whole is."""
        self.virtual_size = Size(WIDTH, ROWS)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        row = y + self.scroll_offset.y
        text = f"T{row:02} A measure with a title and a schedule".ljust(60) + "·  ━━━━ " * 6 if row < ROWS else ""
        return Strip([Segment(text[:WIDTH], self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


class Bare(App[None]):
    """The least that one would call an app."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit"), Binding("t", "bell", "Ring")]

    def compose(self) -> ComposeResult:
        """Show header, grid and footer."""
        yield Header()
        yield Grid()
        yield Footer()


if __name__ == "__main__":
    Bare().run()
