"""A list of lines with a cursor, drawn line by line: nothing is built for rows that are not on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.safe import in_lines
from tui.widgets.bars import apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

_NARROWEST = 12
_ABOVE = 3
"""A third of the height is left to what stands above a row that is come to."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list; one without an id is a heading, which the cursor passes over."""

    id: str
    content: Content
    hang: int | None = None
    """Where later lines begin when there is no room for all on one; None cuts what has no room."""
    right: Content | None = None
    """What stands at the right end of the line."""


def parts(row: Row, width: int) -> list[Content]:
    """Return a row as lines of so many cells: one, or where it hangs as many as it takes."""
    if row.hang is None or width <= row.hang + _NARROWEST:
        return [row.content]
    label, said = row.content[: row.hang], row.content[row.hang :]
    lines = in_lines(said, width - row.hang) or [Content("")]
    margin = Content(" " * row.hang)
    return [Content.assemble(margin if number else label, line.rstrip()) for number, line in enumerate(lines)]


class Rows(ScrollView, can_focus=True):
    """Rows with a cursor: arrows, page keys, Home and End move it; Enter and a second click choose."""

    DEFAULT_CSS = """
    Rows { height: 1fr; background: $background; padding: 0 2; overflow-x: hidden; scrollbar-size-vertical: 1; }
    Rows > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row: str) -> None:
            """Say on which."""
            super().__init__()
            self.row = row

    class Chosen(Message):
        """A row was clicked while the cursor stood on it."""

        def __init__(self, row: str) -> None:
            """Say which."""
            super().__init__()
            self.row = row

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin without rows."""
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._lines: list[tuple[int, Content]] = []
        self._first: list[int] = []

    @property
    def current(self) -> str:
        """The id of the row under the cursor, empty when there is none."""
        return self._rows[self.cursor].id if self.cursor < len(self._rows) else ""

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays with the record on which it stood."""
        before = self.current
        self._rows = tuple(rows)
        self._lay_out()
        ids = [row.id for row in rows]
        self.cursor = ids.index(before) if before and before in ids else self._nearest(min(self.cursor, len(rows)), 1)
        self.refresh()

    @property
    def below(self) -> int:
        """How many lines there are below what is in sight and below the cursor."""
        seen = self.scroll_offset.y + self.scrollable_content_region.height
        return len(self._lines) - max(seen, self._lines_of(self.cursor).stop)

    def select(self, row: str) -> None:
        """Put the cursor on the row of an id, if there is one, with what comes after it in sight."""
        ids = [one.id for one in self._rows]
        if row in ids:
            self.cursor = ids.index(row)
            self.call_after_refresh(self._look_ahead)

    def on_resize(self) -> None:
        """Break the lines anew; the cursor stays in sight."""
        self._lay_out()
        self._bring_into_sight()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible; what has no room ends in an ellipsis."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        row, content = self._lines[number]
        right = self._rows[row].right
        content = apart((content, right), width) if right else content.truncate(width, ellipsis=True)
        if row == self.cursor and self._rows[row].id:
            under = Content(content.plain)
            return Visual.to_strips(self, under, width, 1, self.get_visual_style("rows--cursor"), pad=True)[0]
        return Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)[0]

    def watch_cursor(self, before: int, after: int) -> None:
        """Repaint the lines of the two rows, and no more."""
        for number in (before, after):
            for line in self._lines_of(number):
                self.refresh_line(line)
        self._bring_into_sight()
        if before != after and self.current:
            self.post_message(self.Moved(self.current))

    def action_move(self, steps: int) -> None:
        """Move the cursor by so many rows, past headings; where it can go no further, what is beyond is scrolled to."""
        before = self.cursor
        wanted = max(0, min(self.cursor + steps, len(self._rows) - 1))
        self.cursor = self._nearest(wanted, 1 if steps > 0 else -1)
        if self.cursor == before:
            self.scroll_relative(y=max(-len(self._lines), min(steps, len(self._lines))), animate=False)

    def action_page(self, pages: int) -> None:
        """Move the cursor by so many screens."""
        self.action_move(pages * max(self.size.height - 1, 1))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor under the mouse; a click on the cursor chooses the row."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else len(self._lines)
        number = self._lines[line][0] if line < len(self._lines) else len(self._rows)
        if number >= len(self._rows) or not self._rows[number].id:
            return
        if number == self.cursor:
            self.post_message(self.Chosen(self.current))
        self.cursor = number

    def _lay_out(self) -> None:
        """Break the rows into lines for the width that there is."""
        width = self.scrollable_content_region.width
        self._lines, self._first = [], []
        for number, row in enumerate(self._rows):
            self._first.append(len(self._lines))
            self._lines += ((number, content) for content in parts(row, width))
        self.virtual_size = Size(0, len(self._lines))

    def _lines_of(self, number: int) -> range:
        """Return the lines of a row."""
        ends = [*self._first[number : number + 2], len(self._lines)]
        return range(ends[0], ends[1]) if number < len(self._first) else range(0)

    def _bring_into_sight(self) -> None:
        """Scroll to the row under the cursor, and to the heading over it where one stands there."""
        lines = self._lines_of(self.cursor)
        above = self.cursor - 1
        headed = 0 <= above < len(self._rows) and not self._rows[above].id
        first = self._lines_of(above).start if headed else lines.start
        region = Region(0, first, 1, lines.stop - first)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _look_ahead(self) -> None:
        """Scroll so that more of what follows the cursor is in sight than of what came before."""
        above = self.scrollable_content_region.height // _ABOVE
        self.scroll_to(y=self._lines_of(self.cursor).start - above, animate=False, force=True, immediate=True)

    def _nearest(self, wanted: int, direction: int) -> int:
        """Return the row with an id nearest to a number, looked for first in one direction."""
        ahead = range(wanted, len(self._rows) if direction > 0 else -1, direction)
        behind = range(wanted, -1 if direction > 0 else len(self._rows), -direction)
        inside = (n for n in (*ahead, *behind) if 0 <= n < len(self._rows) and self._rows[n].id)
        return next(inside, 0)
