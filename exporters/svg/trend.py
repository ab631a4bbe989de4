"""The trend: a small panel for each viewpoint on one axis of true dates; the two inks are never joined.

A survey's line is whole and its marks round, that of the team's own judgement dashed with diamonds, the target's
dotted.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from exporters.pictures.telling import unknown
from exporters.svg.ink import JUDGEMENT, MUTED, PAPER, RULE, SURVEY, TARGET
from exporters.svg.letters import fitted, length
from exporters.svg.marks import draw
from exporters.svg.sheet import EDGE, Sheet
from exporters.svg.telling import change_line, name_of, round_line
from exporters.terms import BASIS, word
from exporters.translating import in_language
from model.levels import is_shown, levels
from model.rounds import rounds
from model.sound import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.svg.canvas import Point
    from exporters.svg.marks import Mark
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap

_COLUMNS, _BETWEEN = 3, 16
_HIGH, _LEVEL = 184, 24
"""The height of a panel, and of a level in it."""
_LEFT, _RIGHT, _TOP = 20, 18, 54
_TINY = 11
_MOST_TICKS = 5
_LOWEST = Decimal("1.6")
"""Under so low a level stand the years."""
_LOW = 3
"""Under so low a target there is room above for what is said instead of levels."""


class _Panel(NamedTuple):
    """Where a viewpoint's panel stands, and the days at the ends of its axis."""

    sheet: Sheet
    at: Point
    wide: float
    first: date
    last: date

    def place(self, day: date, level: Decimal | int) -> Point:
        """Return where a level of a day stands."""
        share = (day - self.first).days / (self.last - self.first).days
        x = self.at[0] + _LEFT + 8 + share * (self.wide - _LEFT - _RIGHT - 8)
        return x, self.at[1] + _TOP + (5 - float(level)) * _LEVEL


def trend(roadmap: Roadmap, words: Words, *, note: str = "") -> Picture:
    """Return the levels of all viewpoints over the rounds."""
    told = in_language(roadmap, words.language)
    sheet = Sheet(told, words, words.t("Maturity over time"), note=note)
    scores = [score for viewpoint in told.viewpoints for score in _shown(viewpoint)]
    if not scores:
        sheet.y += 12
        sheet.remark(words.t("No levels have been assessed."), strong=True)
        return sheet.picture()
    sheet.legend(
        _legend(scores, has_target=any(levels(viewpoint).target for viewpoint in told.viewpoints), words=words)
    )
    first, last = _ends([score.date for score in scores])
    wide = (sheet.room - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    top = sheet.y - 8
    for number, viewpoint in enumerate(told.viewpoints):
        row, column = divmod(number, _COLUMNS)
        at = (EDGE + column * (wide + _BETWEEN), top + row * _HIGH)
        _draw(_Panel(sheet, at, wide, first, last), viewpoint)
    sheet.y = top + -(-len(told.viewpoints) // _COLUMNS) * _HIGH + 22
    for found in rounds(told):
        sheet.remark(round_line(found, words))
    return sheet.picture()


def _shown(viewpoint: Viewpoint) -> list[Score]:
    """Return the scores that may be told, oldest first."""
    return sorted((score for score in viewpoint.scores if is_shown(score)), key=lambda score: score.date)


def _legend(scores: Sequence[Score], *, has_target: bool, words: Words) -> list[tuple[Mark, str]]:
    inks = {score.basis for score in scores}
    meanings: list[tuple[Mark, str, bool]] = [
        ("survey", words.t("survey"), "survey" in inks),
        ("judgement", words.t("the team’s judgement"), "judgement" in inks),
        ("target", words.t("approved target"), has_target),
    ]
    return [(mark, meaning) for mark, meaning, drawn in meanings if drawn]


def _ends(days: Sequence[date]) -> tuple[date, date]:
    """Return the days between which the axis lies: whole years, so that its ticks are New Years."""
    last = max(days).year + 1
    return date(min(days).year, 1, 1), date(last, 1, 1) if last <= date.max.year else date.max


def _draw(panel: _Panel, viewpoint: Viewpoint) -> None:
    sheet, words = panel.sheet, panel.sheet.words
    x, y = panel.at
    sheet.name(viewpoint, (x, y + 16), room=panel.wide, size=13)
    scores = _shown(viewpoint)
    surveys = [score for score in scores if score.basis == "survey"]
    sheet.canvas.text(
        (x, y + 31),
        fitted(change := change_line(viewpoint, words), _TINY, panel.wide + _BETWEEN - 4),
        size=_TINY,
        ink=MUTED,
    )
    _axis(panel)
    target = levels(viewpoint).target
    if target:
        left, right = panel.place(panel.first, target.value), panel.place(panel.last, target.value)
        sheet.canvas.line((left[0] - 8, left[1]), right, ink=TARGET, width=1.5, dash="2 4")
        draw(sheet.canvas, "target", right)
    if not scores:
        height = panel.place(panel.first, 4 if target and target.value < _LOW else 2)[1]
        sheet.canvas.text(
            (x + panel.wide / 2, height - 6), unknown(viewpoint, words), size=13, anchor="middle", ink=MUTED
        )
    judged = [score for score in scores if score.basis == "judgement"]
    is_over = bool(surveys and judged) and judged[-1].value > surveys[-1].value
    _series(panel, surveys, above=not is_over)
    _series(panel, judged, above=is_over)
    parts = [_told(score, words) for score in scores] or [unknown(viewpoint, words)]
    aim = f"; {words.t('target')} {words.level(target.value)}" if target else ""
    noted = f"; {change}" if change else ""
    sheet.tell(f"{name_of(viewpoint)}: {', '.join(parts)}{noted}{aim}")


def _axis(panel: _Panel) -> None:
    """Draw the five levels and the years; where there are many, only some of them."""
    canvas = panel.sheet.canvas
    for level in LEVELS:
        left, right = panel.place(panel.first, level), panel.place(panel.last, level)
        canvas.line((left[0] - 8, left[1]), right, ink=RULE)
        canvas.text((panel.at[0] + 10, left[1] + 4), str(level), size=_TINY, anchor="end", ink=MUTED)
    years = range(panel.first.year, panel.last.year + 1)
    for year in years[:: -(-len(years) // _MOST_TICKS)]:
        x, y = panel.place(date(year, 1, 1), 1)
        canvas.line((x, y), (x, y + 4), ink=MUTED)
        canvas.text((x, y + 16), str(year), size=_TINY, anchor="middle", ink=MUTED)


def _series(panel: _Panel, scores: Sequence[Score], *, above: bool) -> None:
    """Draw the scores of one ink, joined; a digit stands above or below them where there is room for it."""
    is_survey = all(score.basis == "survey" for score in scores)
    canvas, words = panel.sheet.canvas, panel.sheet.words
    places = [panel.place(score.date, score.value) for score in scores]
    for score, (x, y) in _spaced(scores, places, words):
        shown = words.level(score.value)
        below = -11 if above or score.value < _LOWEST else 20
        canvas.box((x - 10, y + below - 10), (20, 12), fill=PAPER)
        canvas.text((x, y + below), shown, size=_TINY + 1, anchor="middle", bold=is_survey)
    if len(places) > 1:
        canvas.path(places, ink=SURVEY if is_survey else JUDGEMENT, width=2.5, dash="" if is_survey else "7 4")
    mark: Mark = "survey" if is_survey else "judgement"
    for place in places:
        draw(canvas, mark, place)


def _spaced(scores: Sequence[Score], places: Sequence[Point], words: Words) -> Iterator[tuple[Score, Point]]:
    """Yield the scores, the latest first, whose digits do not lie upon those of a later one."""
    free = float("inf")
    for score, place in zip(reversed(scores), reversed(places), strict=True):
        half = length(words.level(score.value), _TINY + 1) / 2
        if place[0] + half <= free:
            free = place[0] - half - 2
            yield score, place


def _told(score: Score, words: Words) -> str:
    n = f", n = {words.number(score.n)}" if score.n is not None else ""
    return f"{words.date(score.date)} {words.level(score.value)} ({word(words, BASIS, score.basis)}{n})"
