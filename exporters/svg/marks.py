"""The marks of a level, told apart by their shapes as on the screen, ● ○ ◇ ◆, and the star ★ of a focus area.

They are drawn, not written: few letters have these signs, and others would change the look of the text around them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from exporters.svg.ink import INK, JUDGEMENT, PAPER, SURVEY, TARGET

if TYPE_CHECKING:
    from exporters.svg.canvas import Canvas, Point

Mark = Literal["baseline", "survey", "judgement", "target", "focus"]
MARKS: tuple[Mark, ...] = ("target", "judgement", "survey", "baseline")
"""Those of a level, as they are drawn: the smaller lie over the larger, and all stay visible on one place."""
_TARGET, _JUDGEMENT, _SURVEY, _BASELINE, _FOCUS = 9.5, 7.5, 5.5, 2.8, 6


def draw(canvas: Canvas, mark: Mark, at: Point) -> None:
    """Draw a mark around a place."""
    match mark:
        case "target":
            canvas.path(_diamond(at, _TARGET), ink=TARGET, fill=TARGET, width=1, closed=True)
        case "judgement":
            canvas.path(_diamond(at, _JUDGEMENT), ink=JUDGEMENT, fill=PAPER, width=2, closed=True)
        case "survey":
            canvas.circle(at, _SURVEY, ink=SURVEY)
        case "baseline":
            canvas.circle(at, _BASELINE, ink=INK, fill=INK)
        case "focus":
            canvas.path(_star(at, _FOCUS), ink=INK, fill=INK, width=1, closed=True)


def _diamond(at: Point, half: float) -> tuple[Point, ...]:
    x, y = at
    return ((x, y - half), (x + half, y), (x, y + half), (x - half, y))


def _star(at: Point, radius: float) -> tuple[Point, ...]:
    """Return the ten corners of a star of five points."""
    x, y = at
    lengths = [(radius if corner % 2 == 0 else radius * 0.4, math.pi * corner / 5) for corner in range(10)]
    return tuple((x + length * math.sin(angle), y - length * math.cos(angle)) for length, angle in lengths)
