"""The grid of measures and half-years, drawn line by line: nothing is built for rows that are not on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.gridlines import HEAD, Head, Row, empty_parts, head_parts, row_parts
from tui.widgets.timeline import Columns, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tui.widgets.gridlines import Parts

FAR = 1_000_000


class Grid(ScrollView, can_focus=True):
    """Measures under headings, with a cursor; arrows, page keys, Home and End move it, a second click opens."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"grid--{name}"
        for name in (
            "cursor",
            "head",
            "heading",
            "late",
            "ending",
            "starting",
            "plain",
            "over",
            "now",
            "now-late",
            "now-head",
        )
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", f"move(-{FAR})", show=False),
        Binding("end", f"move({FAR})", show=False),
        Binding("left", "shift(-1)", show=False),
        Binding("right", "shift(1)", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """Number of the row under the cursor."""

    class Opened(Message):
        """A row was clicked while the cursor stood on it."""

        def __init__(self, row: Row) -> None:
            """Say which."""
            super().__init__()
            self.row = row

    def __init__(self, head: Head, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin without rows."""
        super().__init__(id=id)
        self._head = head
        self._rows: tuple[Row, ...] = ()
        self._shift = 0
        self._columns: Columns | None = None
        self._styles: dict[str, Style] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, in sight or not."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def fill(self, head: Head, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays with the measure or the fold on which it stood."""
        before = self.current
        self._head, self._rows = head, tuple(rows)
        self._columns = None
        self.virtual_size = Size(0, len(rows) + HEAD)
        self.cursor = self._again(before)
        self.refresh()

    def select(self, measure: str) -> None:
        """Put the cursor on a measure, if it is shown."""
        self.cursor = next(
            (n for n, row in enumerate(self._rows) if row.measure and row.measure.id == measure), self.cursor
        )

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible; the two of the head do not scroll."""
        shown = self._shown()
        if y < HEAD:
            return self._drawn(head_parts(self._head, shown, y))
        number = y - HEAD + self.scroll_offset.y
        if number >= len(self._rows):
            return self._drawn(empty_parts(shown))
        row = self._rows[number]
        return self._drawn(row_parts(row, shown), cursor=number == self.cursor and row.stops)

    def watch_cursor(self, before: int, after: int) -> None:
        """Repaint the two lines that changed, and no more, unless the rows have to scroll."""
        self.refresh_line(before + HEAD)
        self.refresh_line(after + HEAD)
        self._scroll_to_row(after)

    def action_move(self, steps: int) -> None:
        """Move the cursor by so many rows, past headings."""
        wanted = max(0, min(self.cursor + steps, len(self._rows) - 1))
        self.cursor = self._nearest(wanted, 1 if steps > 0 else -1)

    def action_page(self, pages: int) -> None:
        """Move the cursor by so many screens."""
        self.action_move(pages * max(self.size.height - HEAD - 1, 1))

    def action_shift(self, steps: int) -> None:
        """Show earlier or later half-years, where all do not fit."""
        before = self._shown().halves
        self._shift += steps
        self._columns = None
        if self._shown().halves == before:
            self._shift -= steps
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor under the mouse; a click on the cursor opens the row."""
        offset = event.get_content_offset(self)
        number = offset.y - HEAD + self.scroll_offset.y if offset and offset.y >= HEAD else len(self._rows)
        if number < len(self._rows) and self._rows[number].stops:
            if number == self.cursor:
                self.post_message(self.Opened(self._rows[number]))
            self.cursor = number

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll_to_row(self.cursor)

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._styles = {}

    def _shown(self) -> Columns:
        width = self.scrollable_content_region.width
        if self._columns is None or self._columns.width != width:
            head = self._head
            self._columns = columns(width, head.halves, head.now, shift=self._shift, approved=head.approved)
        return self._columns

    def _drawn(self, parts: Parts, *, cursor: bool = False) -> Strip:
        width = self.scrollable_content_region.width
        tones = ["cursor"] * len(parts) if cursor else [tone for tone, _ in parts]
        segments = [Segment(text, self._style(tone)) for tone, (_, text) in zip(tones, parts, strict=True)]
        return Strip(segments).adjust_cell_length(width, self._style(tones[-1]))

    def _style(self, tone: str) -> Style:
        if tone not in self._styles:
            self._styles[tone] = self.get_component_rich_style(f"grid--{tone}")
        return self._styles[tone]

    def _scroll_to_row(self, number: int) -> None:
        """Scroll as little as needed for a row, and the heading above it, to be in sight under the head."""
        first = number - 1 if number and not self._rows[number - 1].stops else number
        room = max(self.scrollable_content_region.height - HEAD, 1)
        top = self.scroll_offset.y
        wanted = min(first, top) if first < top else max(top, number - room + 1)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def _again(self, before: Row | None) -> int:
        """Return the row that stands for the same thing as one of the former rows."""
        same = (n for n, row in enumerate(self._rows) if before and _same(row, before))
        found = next(same, None)
        return self._nearest(min(self.cursor, max(len(self._rows) - 1, 0)), 1) if found is None else found

    def _nearest(self, wanted: int, direction: int) -> int:
        """Return the row nearest to a number on which the cursor stops, looked for first in one direction."""
        ahead = range(wanted, len(self._rows) if direction > 0 else -1, direction)
        behind = range(wanted, -1 if direction > 0 else len(self._rows), -direction)
        return next((n for n in (*ahead, *behind) if n < len(self._rows) and self._rows[n].stops), 0)


def _same(row: Row, other: Row) -> bool:
    if row.measure and other.measure:
        return row.measure.id == other.measure.id
    return bool(row.fold) and row.fold == other.fold
