"""The dumbbells: a row for each viewpoint on the axis from 1 to 5, the focus areas first, the widest gap on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.telling import unknown
from exporters.svg.ink import JUDGEMENT, MUTED, RULE, SHADE, SURVEY
from exporters.svg.letters import fitted, length
from exporters.svg.marks import MARKS, draw
from exporters.svg.sheet import EDGE, Sheet
from exporters.svg.telling import round_line, row_sentence, said
from exporters.translating import in_language
from exporters.values import NOTHING
from model.levels import maturity
from model.rounds import rounds
from model.sound import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from exporters.svg.marks import Mark
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.levels import Levels
    from model.records import Score
    from model.roadmap import Roadmap

_NAMES, _AXIS, _LEVEL, _ROW = 206, 252, 73, 36
"""The room of the names, where level 1 stands, how far level 2 is from it, and how high a row is."""
_COLUMNS = (620, 672, 716, 774, 816)
"""Where the digits end: base, now, n, target, gap."""
_TINY = 11
_LOW = 3
"""Over so high a target there is room on the left for what is said instead of a level."""


def dumbbell(roadmap: Roadmap, words: Words, *, note: str = "") -> Picture:
    """Return the levels of all viewpoints: baseline, now and target; one that is not rated says so.

    `note` is said of the picture as a whole, as here and in all others: as of when it is.
    """
    told = in_language(roadmap, words.language)
    sheet = Sheet(told, words, words.t("Maturity: where we started, where we are, where we want to be"), note=note)
    rows = maturity(told)
    sheet.legend(legend(rows, words))
    _ruler(sheet, told, len(rows))
    for row in rows:
        _row(sheet, row)
    if not rows:
        sheet.remark(words.t("There are no viewpoints."))
    sheet.y += 24
    sheet.remark(words.t("Gap: now less target. Now is the newer of survey and judgement."))
    for found in rounds(told):
        sheet.remark(round_line(found, words))
    return sheet.picture()


def legend(rows: Sequence[Levels], words: Words) -> list[tuple[Mark, str]]:
    """Return the marks that are drawn, with their meaning."""
    meanings: dict[Mark, str] = {
        "baseline": words.t("baseline (first survey)"),
        "survey": words.t("latest survey"),
        "judgement": words.t("the team’s judgement"),
        "target": words.t("approved target"),
    }
    drawn = {mark for row in rows for mark in MARKS if _level(row, mark) is not None}
    found = [(mark, meaning) for mark, meaning in meanings.items() if mark in drawn]
    return [*found, ("focus", words.t("focus area"))] if any(row.viewpoint.focus for row in rows) else found


def _ruler(sheet: Sheet, roadmap: Roadmap, count: int) -> None:
    """Draw the axis above the rows and its rules through them."""
    canvas, names = sheet.canvas, roadmap.scale.words
    sheet.y += 12
    heads = ("base", "now", "n", "target", "gap")
    for end, head in zip(_COLUMNS, heads, strict=True):
        shown = head if head == "n" else sheet.words.t(head)
        canvas.text((end, sheet.y + 15), shown, size=13, anchor="end", ink=MUTED)
    for level in LEVELS:
        x = _at(level)
        canvas.text((x, sheet.y), str(level), anchor="middle", bold=True)
        shown = fitted(said(names[level - 1]), _TINY, _LEVEL - 4)
        canvas.text((x, sheet.y + 15), shown, size=_TINY, anchor="middle", ink=MUTED)
    sheet.y += 24
    for number in range(0, count, 2):
        canvas.box((EDGE, sheet.y + number * _ROW), (sheet.room, _ROW), fill=SHADE)
    for level in LEVELS:
        canvas.line((_at(level), sheet.y), (_at(level), sheet.y + max(count, 1) * _ROW), ink=RULE)


def _row(sheet: Sheet, row: Levels) -> None:
    canvas, words = sheet.canvas, sheet.words
    sheet.tell(row_sentence(row, words))
    middle = sheet.y + _ROW / 2
    sheet.name(row.viewpoint, (EDGE + 4, middle + 5), room=_NAMES, size=14, most=2)
    _marks(sheet, row, middle)
    digits = _digits(row, words)
    for x, shown in zip(_COLUMNS, digits, strict=True):
        canvas.text((x, middle + 5), shown, anchor="end")
    if row.current and row.current.basis == "judgement":
        draw(canvas, "judgement", (_COLUMNS[1] - length(digits[1], 14) - 12, middle))
    sheet.y += _ROW


def _marks(sheet: Sheet, row: Levels, y: float) -> None:
    """Draw a row's way from baseline to now, what is left to the target, and the marks upon them."""
    canvas, now = sheet.canvas, row.current
    if now is None:
        x = _at(1) if row.target is None or row.target.value > _LOW else _at(4)
        canvas.text((x + 4, y + 4), unknown(row.viewpoint, sheet.words), size=13, ink=MUTED)
    if now and row.target:
        canvas.line((_at(now.value), y), (_at(row.target.value), y), ink=MUTED, width=1.5, dash="2 4")
    if now and row.baseline:
        ink, dash = (SURVEY, "") if now.basis == "survey" else (JUDGEMENT, "7 4")
        canvas.line((_at(row.baseline.value), y), (_at(now.value), y), ink=ink, width=3, dash=dash)
    for mark in MARKS:
        if (level := _level(row, mark)) is not None:
            draw(canvas, mark, (_at(level), y))


def _level(row: Levels, mark: Mark) -> Decimal | None:
    """Return the level at which a mark of a row is drawn."""
    found = {"baseline": row.baseline, "survey": row.survey, "judgement": row.judgement, "target": row.target}.get(mark)
    return found.value if found else None


def _digits(row: Levels, words: Words) -> tuple[str, ...]:
    def shown(score: Score | None) -> str:
        return words.level(score.value) if score else NOTHING

    now = row.current
    n = words.number(now.n) if now and now.n is not None else ""
    target = words.level(row.target.value) if row.target else NOTHING
    return shown(row.baseline), shown(now), n, target, words.gap(row.gap) or NOTHING


def _at(level: Decimal | int) -> float:
    """Return where a level stands on the axis."""
    return _AXIS + (float(level) - 1) * _LEVEL
