"""Indicators in the roadmap document: how each stands, and the values and targets of the last years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Bullets, Drawing, Table
from exporters.indicators import name, number, period, standing, sum_line
from exporters.public_roadmap import Figure
from exporters.terms import capital
from exporters.values import NOTHING
from model.indicators import timeline
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.document import Block
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.indicator import Indicator
    from model.indicators import Period, Point, Reading

MOST = 6
"""So many years, or half-years, stand beside each other."""


def figure(reading: Reading, words: Words, picture: Picture | None) -> Figure:
    """Return an indicator as it stands, printed, with its picture where it has one."""
    indicator, points = reading.indicator, timeline(reading.indicator, reading.due)
    return Figure(
        name(words, indicator),
        _row_name(indicator),
        standing(words, reading),
        sum_line(words, indicator),
        values={point.period: said for point in points if (said := _value(reading, point, words))},
        targets={p.period: number(words, indicator, p.target.value) for p in points if p.target},
        picture=picture,
    )


def figure_list(figures: Sequence[Figure]) -> Iterator[Block]:
    """Yield indicators as a list: `Verkkoasiointi: 62 % (2025); tavoite 70 % (2027); tavoite ei vielä täyty`."""
    if figures:
        yield Bullets(tuple(f"{found.title}: {found.said}" for found in figures))


def figure_blocks(figures: Sequence[Figure], words: Words) -> Iterator[Block]:
    """Yield each indicator that has values as a picture with its table, then the other ones, and the sums."""
    for found in figures:
        if found.picture:
            yield Drawing(found.picture, _own_table(found, words))
    yield from _table(tuple(found for found in figures if not found.picture), words)
    if sums := tuple(f"{found.title}: {found.total}" for found in figures if found.total):
        yield Bullets(sums)


def _own_table(found: Figure, words: Words) -> Table:
    """Return the values and targets of an indicator's last periods."""
    periods = sorted({*found.values, *found.targets}, key=lambda one: one.order)[-MOST:]
    said = [(words.t("value"), found.values), (words.t("target"), found.targets)]
    rows = tuple(
        (capital(name), *(known.get(one, NOTHING) for one in periods))
        for name, known in said
        if any(one in known for one in periods)
    )
    header = (words.t("Period"), *(period(words, one) for one in periods))
    caption = words.t("{title}: values and targets:", title=found.name)
    return Table(caption, header, rows, numeric=frozenset(range(1, len(header))))


def _table(figures: Sequence[Figure], words: Words) -> Iterator[Block]:
    """Yield the values and targets of the last years, a row each; nothing where there are none.

    Half-years stand in a table of their own: they would push the years of the other indicators out of theirs.
    """
    known = {one for found in figures for one in (*found.values, *found.targets)}
    titles = {
        words.t("Values and targets of the indicators by year:"): [one for one in known if not one.half],
        words.t("Values and targets of the indicators by half-year:"): [one for one in known if one.half],
    }
    for title, of_kind in titles.items():
        periods = sorted(of_kind, key=lambda one: one.order)[-MOST:]
        if rows := tuple(row for found in figures for row in _rows(found, periods, words)):
            header = (words.t("Indicator"), *(period(words, one) for one in periods))
            yield Table(title, header, rows, numeric=frozenset(range(1, len(header))))


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
