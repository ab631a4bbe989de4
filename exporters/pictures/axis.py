"""Levels on the 1–5 axis, as text: `┼──●──┼○────◆…`. The digits beside it are the truth, the line is the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.levels import printed

if TYPE_CHECKING:
    from decimal import Decimal

    from model.levels import Levels

BASELINE = "●"
SURVEY = "○"
JUDGEMENT = "◇"
TARGET = "◆"
INTERVAL = "━"
"""Where the mean of all may be as well, 95 %."""

TICKS = 5


def width(cells: int) -> int:
    """Return how many columns the axis takes with so many cells from one level to the next."""
    return cells * (TICKS - 1) + 1


def ruler(cells: int) -> str:
    """Return the digits 1 to 5 above their ticks."""
    return "".join(str(level).ljust(cells) for level in range(1, TICKS)) + str(TICKS)


def axis(row: Levels, cells: int) -> str:
    """Return the axis of a viewpoint; of marks on the same spot the later of target, baseline, survey, judgement."""
    line = _empty(cells)
    for mark, value in marks(row):
        line[_column(value, cells)] = mark
    return "".join(line)


def marked(mark: str, value: Decimal, cells: int, *, interval: Decimal | None = None) -> str:
    """Return the axis with one mark, and where it is known the interval in which the mean lies."""
    line = _empty(cells)
    if interval is not None:
        at, reach = _column(value, cells), round(interval * cells)
        for column in range(max(at - reach, 0), min(at + reach, len(line) - 1) + 1):
            line[column] = INTERVAL
    line[_column(value, cells)] = mark
    return "".join(line)


def marks(row: Levels) -> tuple[tuple[str, Decimal], ...]:
    """Return the marks of a viewpoint with their levels, in the order of drawing."""
    survey = row.survey if row.survey != row.baseline else None
    found = ((TARGET, row.target), (BASELINE, row.baseline), (SURVEY, survey), (JUDGEMENT, row.judgement))
    return tuple((mark, score.value) for mark, score in found if score)


def _empty(cells: int) -> list[str]:
    return list("".join("┼" + "─" * (cells - 1) for _ in range(TICKS - 1)) + "┼")


def _column(value: Decimal, cells: int) -> int:
    return round((printed(value) - 1) * cells)
