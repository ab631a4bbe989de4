"""How a measure's schedule is drawn in characters: one cell for each half-year, pure text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.approved import approved_end
from model.standing import is_late

if TYPE_CHECKING:
    from datetime import date

    from model.halfyear import HalfYear
    from model.records import Measure

UNDER_WAY, AHEAD, OVER = "━", "╌", "─"
DONE, ENDS_NOW, MOVED, LATE, DROPPED, WAITS = "✓", "●", "▷", "!", "×", "·"
APPROVED = "○"
"""Where a measure was to end when the roadmap was last approved; it stands before the sign that it was moved."""
NARROWEST, WIDEST = 4, 7
ROLE_FROM = 104
"""From this width on there is a column for the accountable role."""
LEAST_LABEL, ROLE = 30, 24


class Columns(NamedTuple):
    """How wide each part of a row is, and which half-years are shown; the present one is lit."""

    width: int
    halves: tuple[HalfYear, ...]
    now: HalfYear
    label: int
    """Cells for id and title."""
    role: int
    """Cells for the accountable role; 0 where there is no room for it."""
    cell: int
    """Cells for a half-year, the first of them the border to the one before."""
    approved: date | None = None
    """The day of the latest approval."""

    @property
    def track(self) -> int:
        """Cells for all half-years and the border after the last one."""
        return self.cell * len(self.halves) + 1

    @property
    def lit(self) -> int | None:
        """Which of the half-years shown is the present one."""
        return self.halves.index(self.now) if self.now in self.halves else None


def columns(
    width: int, halves: tuple[HalfYear, ...], now: HalfYear, *, shift: int = 0, approved: date | None = None
) -> Columns:
    """Return the columns that fit in a width: all half-years, or as many as do around the present one.

    `shift` moves the window by so many half-years; `approved` is the day of the latest approval.
    """
    role = ROLE if width >= ROLE_FROM else 0
    room = max(width - LEAST_LABEL - role - 1, NARROWEST)
    many = max(min(len(halves), room // NARROWEST), 1)
    ahead = halves.index(now) - many // 2 if now in halves else 0
    last = len(halves) - many
    first = max(0, min(max(0, min(ahead, last)) + shift, last))
    cell = max(NARROWEST, min(WIDEST if role else WIDEST - 1, room // many))
    label = max(width - role - cell * many - 1, 0)
    return Columns(width, halves[first : first + many], now, label, role, cell, approved)


def track(measure: Measure, shown: Columns) -> str:
    """Return a measure's cells as one text of `shown.track` characters."""
    cells = [_cell(measure, half, shown) for half in shown.halves]
    if approved := approved_end(measure, shown.approved):
        cells = [
            _approved(cell) if half.covers(approved) else cell for half, cell in zip(shown.halves, cells, strict=True)
        ]
    return "".join(cells) + " "


def _approved(cell: str) -> str:
    """Return a cell with the mark of the approved end before its last character."""
    return f"{cell[:-2]}{APPROVED}{cell[-1]}"


def _cell(measure: Measure, half: HalfYear, shown: Columns) -> str:
    """Return the cell of one half-year: a border and what stands in it."""
    room = shown.cell - 1
    if half <= measure.end and measure.start <= half.ends:
        return f" {_line(measure) * (room - 1)}{_sign(measure, half, shown.now)}"
    if any(half.covers(move.from_) for move in measure.moves):
        return " " + MOVED.rjust(room)
    if half == shown.now and is_late(measure, half):
        return " " + LATE.center(room)
    return " " + (WAITS if half.ends < measure.start else "").center(room)


def _line(measure: Measure) -> str:
    if not measure.is_open:
        return OVER
    return AHEAD if measure.status == "planned" else UNDER_WAY


def _sign(measure: Measure, half: HalfYear, now: HalfYear) -> str:
    """Return the last character of a cell in which the measure runs."""
    ends = half.covers(measure.end)
    if ends and (measure.status == "done" or measure.is_learnt):
        return DONE
    if ends and measure.status == "dropped":
        return DROPPED
    if ends and half == now and measure.kind != "continuous":
        return ENDS_NOW
    if not ends and any(half.covers(move.from_) for move in measure.moves):
        return MOVED
    return _line(measure)
