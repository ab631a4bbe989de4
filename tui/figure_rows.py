"""Indicators as lines of the screen: the list in columns, and the page of one with its values as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from exporters.indicators import (
    SHORT,
    mover_lines,
    page_lines,
    period,
    point_text,
    target_text,
)
from exporters.sparks import bar, scale_of, spark
from exporters.terms import capital
from exporters.values import NOTHING
from model.indicating import is_on_scale
from model.indicators import period_of, reading, timeline
from model.text import one_line
from tui.safe import line
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from exporters.words import Words
    from model.indicator import Indicator, YearValue
    from model.indicators import Period, Point, Reading
    from model.roadmap import Roadmap

WIDE = 110
"""From so many columns on there is room for ten periods in a small picture, else for six."""
_PICTURE, _VALUE, _WHEN, _STATE = 6, 9, 8, 11
_MORE = 4
_LABEL = 14
_INDENT = 4
_BAR = 24
MEASURE = "measure:"
"""Begins the id of a line about a measure."""


class List:
    """Lays the list of the indicators out for a width of the screen."""

    def __init__(self, words: Words, width: int) -> None:
        """Give the small pictures more room where there is some."""
        self.words = words
        self.periods = _PICTURE + (_MORE if width >= WIDE else 0)

    def head(self) -> str:
        """Return the line above the columns, for the right end of the line."""
        t = self.words.t
        return self._columns("", t("state"), value=(t("value"), ""), target=(t("target"), ""))

    def row(self, found: Reading) -> Row:
        """Return an indicator as a line: title and unit, small picture, latest value, target, how it stands."""
        indicator, words = found.indicator, self.words
        star = "★ " if indicator.official else "  "
        unit = f", {one_line(indicator.unit)}" if indicator.unit.strip() else ""
        left = Content.assemble((star + one_line(indicator.title), "bold"), (unit, "$text-muted"))
        said = self._columns(
            spark(indicator, found.due, most=self.periods),
            words.t(SHORT[found.state]),
            value=self._entry(indicator, found.latest),
            target=self._entry(indicator, found.target),
        )
        style = {"met": "$text-success", "not-met": "$text-warning", "missing": "$text-warning"}.get(found.state, "")
        return Row(indicator.id, left, right=Content.styled(said, style or "$foreground"))

    def _columns(self, picture: str, state: str, *, value: tuple[str, str], target: tuple[str, str]) -> str:
        cells = ((value[0], _VALUE), (value[1], _WHEN), (target[0], _VALUE), (target[1], _WHEN))
        shown = "".join(_right(text, width) for text, width in cells)
        return f"  {picture.ljust(self.periods)}{shown}  {state.ljust(_STATE)}"

    def _entry(self, indicator: Indicator, entry: YearValue | None) -> tuple[str, str]:
        if entry is None:
            return NOTHING, ""
        return self._number(indicator, entry.value), _short(self.words, period_of(entry))

    def _number(self, indicator: Indicator, value: Decimal) -> str:
        """Return a value without its unit, which stands after the title; a word is cut to the column."""
        if not (indicator.words and is_on_scale(indicator, value)):
            return self.words.number(value)
        return one_line(indicator.words[int(value) - 1], limit=_VALUE - 1)


def _short(words: Words, of: Period) -> str:
    """Return a period for a narrow column: `2025`, `k2026`."""
    return f"{period(words, of)[:1]}{of.year}" if of.half else str(of.year)


def _right(text: str, width: int) -> str:
    return f" {text}".rjust(width)


def page(roadmap: Roadmap, words: Words, indicator: Indicator, *, today: date, width: int) -> Iterator[Row]:
    """Yield the page of an indicator: what it is, its periods with bars, the measures meant to move it."""
    found = reading(roadmap, indicator, today)
    for label, said in page_lines(roadmap, words, indicator, found=found):
        yield Row("", Content.assemble((capital(label).ljust(_LABEL), "$text-muted"), line(said)), _LABEL)
    yield from _title(words.t("Values and targets"))
    points = timeline(indicator, found.due)
    yield from (_point(words, found, point, points=points, today=today, width=width) for point in points)
    if not points:
        yield Row("", line(words.t("no data")), _INDENT)
    yield from _title(words.t("Measures meant to move it"))
    movers = list(mover_lines(roadmap, words, indicator))
    for measure, said in movers:
        yield Row(f"{MEASURE}{measure}", line(said), _INDENT)
    if not movers:
        yield Row("", line(words.t("no measures")), _INDENT)


def _title(text: str) -> Iterator[Row]:
    yield Row("", Content(""))
    yield Row("", Content.styled(text, "bold"))


def _point(words: Words, found: Reading, point: Point, *, points: Sequence[Point], today: date, width: int) -> Row:
    """Return a period as a line: its name, its value in words, the bar, its target and its notes."""
    indicator = found.indicator
    said = point_text(words, indicator, point, today=today, due=found.due)
    cells = _BAR * (2 if width >= WIDE else 1)
    column = max(len(point_text(words, indicator, one, today=today, due=found.due)) for one in points)
    column = min(column, width // 3)
    notes = [one_line(entry.note) for entry in (point.value, point.target) if entry and entry.note.strip()]
    after = "   ".join(part for part in (target_text(words, indicator, point), *notes) if part)
    name = period(words, point.period).ljust(_LABEL)
    drawn = bar(point, scale_of(points), cells).ljust(cells + 1)
    content = Content.assemble(
        (name, "bold"), Content(said.ljust(column + 2)), (drawn, "$text-accent"), line(f"  {after}")
    )
    return Row(f"{point.period.year}.{point.period.half}", content, _LABEL + column + cells + 5 if after else None)
