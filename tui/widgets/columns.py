"""Rows of cells laid out in columns of text for a width of the screen."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from tui.safe import in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 3
NARROWEST = 6


def columns(rows: Sequence[Sequence[Content]], width: int) -> Iterator[Content]:
    """Yield the rows in lines, the first row bold; a cell that does not fit takes several."""
    widths = _widths(rows, width)
    for number, row in enumerate(rows):
        yield from _row([cell.stylize("bold") if number == 0 else cell for cell in row], widths)


def _widths(rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """Return the columns' widths; the widest one gives way until all fit."""
    widths = [max(cell.cell_length for cell in column) for column in zip_longest(*rows, fillvalue=Content(""))]
    room = width - GAP * (len(widths) - 1)
    while (over := sum(widths) - room) > 0 and max(widths) > NARROWEST:
        widest, second = sorted((0, *widths))[-1:-3:-1]
        widths[widths.index(widest)] -= min(over, max(widest - max(second, NARROWEST), 1))
    return widths


def _row(cells: Sequence[Content], widths: Sequence[int]) -> Iterator[Content]:
    found = [in_lines(cell, max(width, 1)) for cell, width in zip(cells, widths, strict=False)]
    for parts in zip_longest(*found, fillvalue=Content("")):
        row = (part.pad_right(max(width - part.cell_length, 0)) for part, width in zip(parts, widths, strict=False))
        yield Content(" " * GAP).join(row).rstrip()
