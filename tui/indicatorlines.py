"""Indicators as lines of the screen: the list in columns, and the page of one with its values as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from exporters.indicators import (
    SHORT,
    mover_lines,
    number,
    page_lines,
    period,
    point_text,
    target_text,
)
from exporters.sparks import bar, scale_of, spark
from exporters.terms import capital
from exporters.values import NOTHING
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
_PICTURE, _MORE = 6, 4
_LONGEST_YEAR = 7
_NARROWEST, _SHORTEST, _WIDEST = 5, 9, 16
_LABEL = 14
"""Cells of a period."""
_INDENT = 4
_BAR = 24
MEASURE = "measure:"
"""Begins the id of a line about a measure."""


class List:
    """Lays the list of the indicators out for a width of the screen."""

    def __init__(self, words: Words, width: int, found: Sequence[Reading]) -> None:
        """Give each column what it needs, and the small pictures more room where there is some."""
        self.words = words
        self.longest = _WIDEST if width >= WIDE else _SHORTEST
        self.most = _PICTURE + (_MORE if width >= WIDE else 0)
        self.pictured = max([len(self._picture(one)) for one in found], default=0)
        entries = [self._entry(one.indicator, entry) for one in found for entry in (one.latest, one.target)]
        self.widths = [max([_NARROWEST, *(len(entry[part]) for entry in entries)]) for part in (0, 1)]
        self.states = max([len(self.words.t(SHORT[one.state])) for one in found], default=0)

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
            self._picture(found),
            words.t(SHORT[found.state]),
            value=self._entry(indicator, found.latest),
            target=self._entry(indicator, found.target),
        )
        style = {"met": "$text-success", "not-met": "$text-warning", "missing": "$text-warning"}.get(found.state, "")
        return Row(indicator.id, left, right=Content.styled(said, style or "$foreground"))

    def _columns(self, picture: str, state: str, *, value: tuple[str, str], target: tuple[str, str]) -> str:
        shown = "".join(f" {part[n].rjust(self.widths[n])}" for part in (value, target) for n in (0, 1))
        return f" {picture.rjust(self.pictured)}{shown} {state.ljust(self.states)}"

    def _picture(self, found: Reading) -> str:
        return spark(found.indicator, found.due, most=self.most)

    def _entry(self, indicator: Indicator, entry: YearValue | None) -> tuple[str, str]:
        if entry is None:
            return NOTHING, ""
        return self._number(indicator, entry.value), _short(self.words, period_of(entry))

    def _number(self, indicator: Indicator, value: Decimal) -> str:
        """Return a value without its unit, which stands after the title; a word is cut to the column."""
        return one_line(number(self.words, indicator, value), limit=self.longest if indicator.words else None)


def _short(words: Words, of: Period) -> str:
    """Return a period for a narrow column: `2025`, `k2026`."""
    return one_line(f"{period(words, of)[:1]}{of.year}" if of.half else str(of.year), limit=_LONGEST_YEAR)


def page(roadmap: Roadmap, words: Words, indicator: Indicator, *, today: date, width: int) -> Iterator[Row]:
    """Yield the page of an indicator: what it is, its periods with bars, the measures meant to move it."""
    found = reading(roadmap, indicator, today)
    told = list(page_lines(roadmap, words, indicator, found=found))
    label = max(_LABEL, *(len(name) + 2 for name, _ in told))
    for name, said in told:
        yield Row("", Content.assemble((capital(name).ljust(label), "$text-muted"), line(said)), label)
    unit = "" if indicator.words else one_line(indicator.unit).strip()
    yield from _title(", ".join(part for part in (words.t("Values and targets"), unit) if part))
    points = timeline(indicator, found.due)
    yield from _Points(words, found, points, today, _BAR * (2 if width >= WIDE else 1)).rows()
    if not points:
        yield Row("", line(words.t("no data")), _INDENT)
    yield from _title(words.t("Measures meant to move the indicator"))
    movers = list(mover_lines(roadmap, words, indicator))
    for measure, said in movers:
        yield Row(f"{MEASURE}{measure}", line(said), _INDENT)
    if not movers:
        yield Row("", line(words.t("no measures")), _INDENT)


def row_of(of: Period) -> str:
    """Return the id of the line of a period."""
    return f"{of.year}.{of.half}"


def _title(text: str) -> Iterator[Row]:
    yield Row("", Content(""))
    yield Row("", Content.styled(text, "bold"))


@dataclass(frozen=True, slots=True)
class _Points:
    """The periods of an indicator as lines: name, value, bar, target, notes."""

    words: Words
    found: Reading
    points: Sequence[Point]
    today: date
    cells: int

    def rows(self) -> Iterator[Row]:
        """Yield a line for each period."""
        told = [point_text(self.words, self.found, point, today=self.today, unit=False) for point in self.points]
        width, scale = max(map(len, told), default=0), scale_of(self.points)
        for point, said in zip(self.points, told, strict=True):
            drawn = bar(point, scale, self.cells).ljust(self.cells + 1)
            name = period(self.words, point.period).ljust(_LABEL)
            left = Content.assemble((name, "bold"), said.rjust(width), "  ", (drawn, "$text-accent"), "  ")
            yield Row(row_of(point.period), Content.assemble(left, line(self._after(point))), left.cell_length)

    def _after(self, point: Point) -> str:
        notes = [entry.note for entry in (point.value, point.target) if entry and entry.note.strip()]
        parts = (target_text(self.words, self.found, point, unit=False), *map(one_line, notes))
        return "   ".join(part for part in parts if part)
