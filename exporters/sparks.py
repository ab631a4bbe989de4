"""Values of an indicator as small pictures of plain characters, which need no colour to be read.

Heights and lengths are measured from nothing, so that a small change looks small.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from model.indicators import ordered, period_of, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.indicator import Indicator
    from model.indicators import Period, Point

BLOCKS = "▁▂▃▄▅▆▇█"
"""The heights; nothing at all is the lowest."""
GAP = "·"
"""A period without data."""
BAR, TARGET, LEFT = "━", "◆", "┤"


def spark(indicator: Indicator, until: Period | None, *, most: int) -> str:
    """Return the values as a small picture, one sign a period, the latest at the right: `▅▅·▇`.

    The heights are measured from nothing, or from the least value where that is below nothing.
    """
    points = [point for point in timeline(indicator, until) if _is_past(point, indicator, until)][-most:]
    if not any(point.value for point in points):
        return ""
    scale = scale_of([point._replace(target=None) for point in points])
    top = len(BLOCKS) - 1
    return "".join(BLOCKS[_cell(point.value.value, scale, top)] if point.value else GAP for point in points)


def _is_past(point: Point, indicator: Indicator, until: Period | None) -> bool:
    """Whether a period could have data by now: not one of which there is only a target to come."""
    known = ordered(indicator.values)
    last = max((p.order for p in (until, *(period_of(entry) for entry in known[-1:])) if p), default=(0, 0))
    return point.period.order <= last


def bar(point: Point, scale: tuple[Decimal, Decimal], cells: int) -> str:
    """Return a value as a line of so many cells, with the target of the period on it: `┤━━━━━━━◆`."""
    filled = _cell(point.value.value, scale, cells) if point.value else 0
    drawn = list(BAR * filled + " " * (cells - filled))
    if point.target is not None:
        drawn[max(_cell(point.target.value, scale, cells) - 1, 0)] = TARGET
    return (LEFT + "".join(drawn)).rstrip()


def scale_of(points: Sequence[Point]) -> tuple[Decimal, Decimal]:
    """Return from where to where bars are drawn: from nothing to the greatest value or target."""
    known = [Decimal(0), *(entry.value for point in points for entry in (point.value, point.target) if entry)]
    return min(known), max(known)


def _cell(value: Decimal, scale: tuple[Decimal, Decimal], cells: int) -> int:
    low, high = scale
    return min(cells, max(0, round((value - low) / (high - low) * cells))) if high > low else 0
