"""Indicators in the roadmap document: how each stands, and the values and targets of the last years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Bullets, Table
from exporters.indicators import name, number, period, standing, sum_line
from exporters.public_roadmap import Figure
from exporters.values import NOTHING
from model.indicators import timeline
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.document import Block
    from exporters.words import Words
    from model.indicator import Indicator
    from model.indicators import Period, Point, Reading

MOST = 6
"""So many years, or half-years, stand beside each other."""


def figure(reading: Reading, words: Words) -> Figure:
    """Return an indicator as it stands, printed."""
    indicator, points = reading.indicator, timeline(reading.indicator, reading.due)
    return Figure(
        name(words, indicator),
        _row_name(indicator),
        standing(words, reading),
        sum_line(words, indicator),
        values={point.period: said for point in points if (said := _value(reading, point, words))},
        targets={p.period: number(words, indicator, p.target.value) for p in points if p.target},
    )


def figure_list(figures: Sequence[Figure]) -> Iterator[Block]:
    """Yield indicators as a list: `Verkkoasiointi: 62 % (2025); tavoite 70 % (2027); tavoite ei vielä täyty`."""
    if figures:
        yield Bullets(tuple(f"{found.title}: {found.said}" for found in figures))


def figure_table(figures: Sequence[Figure], words: Words) -> Iterator[Block]:
    """Yield the values and targets of the last years, a row each, and the sums; nothing where there are none."""
    known = {one for found in figures for one in (*found.values, *found.targets)}
    periods = sorted(known, key=lambda one: one.order)[-MOST:]
    rows = tuple(row for found in figures for row in _rows(found, periods, words))
    if rows:
        header = (words.t("Indicator"), *(period(words, one) for one in periods))
        numeric = frozenset(range(1, len(header)))
        yield Table(words.t("Values and targets of the indicators by year:"), header, rows, numeric=numeric)
    if sums := tuple(f"{found.title}: {found.total}" for found in figures if found.total):
        yield Bullets(sums)


def _rows(found: Figure, periods: Sequence[Period], words: Words) -> Iterator[tuple[str, ...]]:
    if any(one in found.values for one in periods):
        yield (found.name, *(found.values.get(one, NOTHING) for one in periods))
    if any(one in found.targets for one in periods):
        title = words.t("{title}, target", title=found.name)
        yield (title, *(found.targets.get(one, NOTHING) for one in periods))


def _row_name(indicator: Indicator) -> str:
    unit = one_line(indicator.unit)
    return f"{one_line(indicator.title)} ({unit})" if unit and not indicator.words else one_line(indicator.title)


def _value(reading: Reading, point: Point, words: Words) -> str:
    """Return the value of a period; that there is none where it is over, nothing where it is still to come."""
    if point.value is not None:
        return number(words, reading.indicator, point.value.value)
    is_over = reading.due is not None and point.period.order <= reading.due.order
    return words.t("no data") if is_over else ""
