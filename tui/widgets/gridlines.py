"""The lines of the grid as pieces of text with the name of their colour; pure, and drawn when they are looked at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import set_cell_size

from model.text import one_line
from tui.widgets.timeline import track

if TYPE_CHECKING:
    from datetime import date

    from model.halfyear import HalfYear
    from model.records import Measure
    from tui.widgets.timeline import Columns

HEAD = 2
"""Lines above the rows: the years, and the halves under them."""
ID = 5
"""Cells for the id, the space after it included."""
LONGEST = 300
"""No more of a title is looked at than this."""

Parts = list[tuple[str, str]]
"""The pieces of a line: tone and text."""


class Row(NamedTuple):
    """A line of the grid: a measure, or without one the heading of a group."""

    text: str
    """The heading; of a measure its title."""
    measure: Measure | None = None
    tone: str = "plain"
    """How it is coloured: the name of a component class of the grid without its beginning."""
    fold: str = ""
    """Of a heading that folds and unfolds its group: the group's name."""

    @property
    def stops(self) -> bool:
        """Whether the cursor stops here."""
        return bool(self.measure or self.fold)


class Head(NamedTuple):
    """What stands above the rows: half-years with their names, and two lines at their left."""

    halves: tuple[HalfYear, ...]
    now: HalfYear
    seasons: tuple[str, ...]
    corner: tuple[str, str] = ("", "")
    role: str = ""
    """The heading of the column of roles."""
    approved: date | None = None
    """The day of the latest approval, after which an end that was moved differs from the approved one."""


def head_parts(head: Head, shown: Columns, line: int) -> Parts:
    """Return the line of the years, or that of the halves under them with the present one lit."""
    corner = [("head", _cut(head.corner[line], shown.label)), ("head", _cut(head.role if line else "", shown.role))]
    if line == 0:
        return [*corner, ("head", _years(shown))]
    first = head.halves.index(shown.halves[0])
    names = head.seasons[first : first + len(shown.halves)]
    text = "".join(f" {_narrow(name, shown.cell - 1):^{shown.cell - 1}}" for name in names) + " "
    return [*corner, *_lit(_edged(text, shown), shown, "head", lit="now-head")]


def _narrow(name: str, room: int) -> str:
    """Return the name of a column in so many cells; of a year its last two digits are told first."""
    return f"’{name[-2:]}" if name.isdecimal() and len(name) > room else name[:room]


def _years(shown: Columns) -> str:
    """Return the years, each in the middle of those of its halves that are shown; over years, which they are."""
    first, last = shown.halves[0], shown.halves[-1]
    if first.ends != first:
        return f"{f'{first.year}–{last.year}':^{shown.track}}"
    wide = Counter(half.year for half in shown.halves)
    return "".join(f" {year:^{count * shown.cell - 1}}" for year, count in wide.items()) + " "


def empty_parts(shown: Columns) -> Parts:
    """Return a line under the last row: empty, but for the lit column."""
    return [("plain", " " * (shown.label + shown.role)), *_lit(_edged(" " * shown.track, shown), shown, "plain")]


def row_parts(row: Row, shown: Columns) -> Parts:
    """Return the line of a measure, or that of a heading."""
    if row.measure is None:
        heading = _cut(row.text, shown.label + shown.role)
        return [("heading", heading), *_lit(_edged(" " * shown.track, shown), shown, "plain")]
    measure = row.measure
    label = f"{one_line(measure.id, limit=LONGEST):<{ID - 1}} {one_line(row.text[:LONGEST])}"
    role = [(row.tone, _cut(one_line(measure.responsible[:LONGEST]), shown.role))] if shown.role else []
    schedule = _edged(track(measure, shown), shown)
    lit = "now-late" if row.tone == "late" else "now"
    return [(row.tone, _cut(label, shown.label)), *role, *_lit(schedule, shown, row.tone, lit=lit)]


def _cut(text: str, width: int) -> str:
    """Return a text of exactly so many cells, the last one empty, with `…` where something is left out."""
    whole = set_cell_size(text, max(width - 1, 0))
    if whole.rstrip() != text.rstrip() and width > 1:
        whole = set_cell_size(set_cell_size(text, width - 2).rstrip() + "…", width - 1)
    return whole + " " * bool(width)


def _edged(text: str, shown: Columns) -> str:
    """Return a track with the borders of the lit column."""
    if shown.lit is None:
        return text
    left, right = shown.lit * shown.cell, (shown.lit + 1) * shown.cell
    return f"{text[:left]}│{text[left + 1 : right]}│{text[right + 1 :]}"


def _lit(text: str, shown: Columns, tone: str, *, lit: str = "now") -> Parts:
    """Return a track in its tone, the lit column in its own."""
    if shown.lit is None:
        return [(tone, text)]
    left, right = shown.lit * shown.cell, (shown.lit + 1) * shown.cell + 1
    return [(tone, text[:left]), (lit, text[left:right]), (tone, text[right:])]
