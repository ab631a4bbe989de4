"""The radar, for slides: the management team knows it. It cannot be ranked, so the dumbbells stand in the papers.

The baseline is a line of dashes, the latest survey a whole one, the target one of dots; the team's own judgements are
marks that nothing joins. Where a level is not known, the line is open.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from exporters.svg.dumbbell import legend
from exporters.svg.ink import INK, MUTED, RULE, SURVEY, TARGET
from exporters.svg.letters import wrapped
from exporters.svg.marks import draw
from exporters.svg.sheet import Sheet
from exporters.svg.telling import name_of, round_line, row_sentence
from exporters.translating import in_language
from model.levels import levels
from model.rounds import rounds
from model.sound import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from exporters.svg.canvas import Anchor, Point
    from exporters.svg.marks import Mark
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.levels import Levels
    from model.roadmap import Roadmap

FEWEST_AXES = 3
_RADIUS = 210
_ROOM = 168
"""The width of a name beside the web."""
_SIDE = 0.05
"""From so far off the middle on a name stands beside the web, else above or under it, and farther out."""


class _Web(NamedTuple):
    """The middle of the web and how many axes it has."""

    middle: Point
    axes: int

    def place(self, axis: int, level: Decimal | float) -> Point:
        """Return where a level stands on an axis; level 1 is a little off the middle."""
        angle = 2 * math.pi * axis / self.axes
        length = _RADIUS * (0.12 + 0.88 * (float(level) - 1) / 4)
        return self.middle[0] + length * math.sin(angle), self.middle[1] - length * math.cos(angle)


def radar(roadmap: Roadmap, words: Words, *, note: str = "") -> Picture:
    """Return the levels of all viewpoints in their own order; under three viewpoints are no web."""
    told = in_language(roadmap, words.language)
    sheet = Sheet(told, words, words.t("Maturity as a radar"), note=note)
    rows = [levels(viewpoint) for viewpoint in told.viewpoints]
    if len(rows) < FEWEST_AXES:
        sheet.y += 12
        sheet.remark(words.t("A radar needs at least {n} viewpoints.", n=FEWEST_AXES), strong=True)
        return sheet.picture()
    sheet.legend(one for one in legend(rows, words) if one[0] != "focus")
    web = _Web((sheet.canvas.width / 2, sheet.y + 46 + _RADIUS), len(rows))
    _net(sheet, web, rows)
    _shapes(sheet, web, rows)
    sheet.y = web.middle[1] + _RADIUS + 70
    sheet.tell(*(row_sentence(row, words) for row in rows))
    if any(row.viewpoint.focus for row in rows):
        sheet.remark(words.t("In bold: focus areas."))
    sheet.remark(words.t("Read the distances along the axes; the area tells nothing."))
    for found in rounds(told):
        sheet.remark(round_line(found, words))
    return sheet.picture()


def _net(sheet: Sheet, web: _Web, rows: Sequence[Levels]) -> None:
    """Draw the axes with their names, and the rings of the five levels."""
    canvas = sheet.canvas
    for level in LEVELS:
        canvas.path([web.place(axis, level) for axis in range(web.axes)], ink=RULE, width=1, closed=True)
    for axis, row in enumerate(rows):
        canvas.line(web.middle, web.place(axis, 5), ink=RULE)
        _name(sheet, web, axis, row=row)
    for level in LEVELS:
        x, y = web.place(0, level)
        canvas.text((x - 6, y + 4), str(level), size=11, anchor="end", ink=MUTED)


def _name(sheet: Sheet, web: _Web, axis: int, *, row: Levels) -> None:
    size = 12 if web.axes <= 16 else 10.5  # noqa: PLR2004 - more than these stand close
    off = (web.place(axis, 5)[0] - web.middle[0]) / _RADIUS
    at = web.place(axis, 5.3 if abs(off) >= _SIDE else 5.7)
    anchor: Anchor = "middle" if abs(off) < _SIDE else "start" if off > 0 else "end"
    lines = wrapped(name_of(row.viewpoint), size, _ROOM, most=2 if size >= 12 else 1)  # noqa: PLR2004 - as above
    x, y = at[0], at[1] + 4
    if anchor == "middle" and at[1] < web.middle[1]:
        y -= (len(lines) - 1) * (size + 2)
    for number, line in enumerate(lines):
        sheet.canvas.text((x, y + number * (size + 2)), line, size=size, anchor=anchor, bold=row.viewpoint.focus)


def _shapes(sheet: Sheet, web: _Web, rows: Sequence[Levels]) -> None:
    """Draw the three lines, then all marks over them, the smaller over the larger."""
    known: dict[Mark, list[Decimal | None]] = {
        "target": [row.target.value if row.target else None for row in rows],
        "judgement": [row.judgement.value if row.judgement else None for row in rows],
        "survey": [row.survey.value if row.survey else None for row in rows],
        "baseline": [row.baseline.value if row.baseline else None for row in rows],
    }
    looks = {"target": (TARGET, 1.5, "2 4"), "survey": (SURVEY, 2.5, ""), "baseline": (INK, 1.5, "7 4")}
    for mark, shown in known.items():
        ink, width, dash = looks.get(mark, ("", 0, ""))
        for axis, level in enumerate(shown):
            after = (axis + 1) % web.axes
            other = shown[after]
            if ink and level is not None and other is not None:
                ends = web.place(axis, level), web.place(after, other)
                sheet.canvas.line(*ends, ink=ink, width=width, dash=dash)
    for mark, shown in known.items():
        for axis, level in enumerate(shown):
            if level is not None:
                draw(sheet.canvas, mark, web.place(axis, level))
