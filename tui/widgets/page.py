"""A calm page of labelled lines: the title, then a column of labels and beside it what they say, in_lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.text import clean, one_line
from tui.safe import in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from exporters.briefing import Line

GAP = 3
NARROWEST = 20
LONGEST = 2000
"""A text is cut to so many characters; the whole of it stands on the card of the measure and in the file."""


class Page(VerticalScroll, inherit_bindings=False):
    """Shows a title and labelled lines, literally; it scrolls when they do not fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    DEFAULT_CSS = """
    Page {
        padding: 1 1 0 2; height: 1fr; background: $background;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    Page > Static { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty."""
        super().__init__(id=id)
        self._title = ""
        self._lines: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """Lay out the one text."""
        yield Static()

    def show(self, title: str, lines: Sequence[Line]) -> None:
        """Show another page from its top."""
        if (title, lines) != (self._title, self._lines):
            self._title, self._lines = title, lines
            self.scroll_home(animate=False)
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew for another width."""
        del event
        self._draw()

    def _draw(self) -> None:
        """Draw the page, without its empty lines where there is no room for them; before it has a width it waits."""
        width, height = self.scrollable_content_region.size
        if width:
            page = laid_out(self._title, self._lines, width)
            if page.plain.count("\n") >= height:
                page = laid_out(self._title, [line for line in self._lines if line.label or line.text], width)
            self.query_one(Static).update(page)


def laid_out(title: str, lines: Sequence[Line], width: int) -> Content:
    """Return a page for a width: title, empty line, labels in one column and their texts in_lines in the other."""
    column = max((len(one_line(line.label)) for line in lines), default=0) + GAP
    if width - column < NARROWEST:
        column = GAP
    rows = [Content.styled(one_line(title), "bold $primary"), Content("")]
    for line in lines:
        rows.extend(_rows(line, column, max(width - column, 1)))
    return Content("\n").join(rows)


def _rows(line: Line, column: int, width: int) -> Iterator[Content]:
    """Yield a line's rows; where the labels have no column of their own the label stands above its text."""
    label = Content.styled(one_line(line.label), "$text-muted")
    if column == GAP and line.label:
        yield label
        label = Content("")
    text = Content.styled(
        clean(line.text, limit=LONGEST).strip(), "bold $text-warning" if line.weighty else "$foreground"
    )
    for part in in_lines(text, width) or [Content("")]:
        yield Content.assemble(label.pad_right(max(column - label.cell_length, 0)), part)
        label = Content("")
