"""What an indicator tells: its latest value and how old that is, the target in force, and what is missing.

A value is of a period, a whole year or one half of it. It is expected when its period is over and not before: a
figure of a year that still runs is no figure of the year. So the meetings from January on ask for the year that
ended, which is when the texts of the financial statement need it (`domain`: due by 31.3.), and they go on asking
until it is there; of an indicator kept by half-years the autumn's meetings ask for the spring.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from model.halfyear import HalfYear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from model.indicator import Indicator, YearValue
    from model.records import Measure
    from model.roadmap import Roadmap

State = Literal["met", "not-met", "ahead", "no-target", "missing", "no-data"]
"""How an indicator stands: `ahead` has not reached a target whose time is still to come."""
_WIDEST_GAP = 30
"""Years without data are told one by one as far as this; a mistyped year must not make a list without end."""
_HALVES = (1, 2)
_LAST_DAYS = ((12, 31), (6, 30), (12, 31))
"""Month and day on which a whole year, its first half and its second half end."""


class Period(NamedTuple):
    """A year, or with `half` 1 or 2 one half of it."""

    year: int
    half: int = 0

    @property
    def order(self) -> tuple[int, int]:
        """Sorts by the end; the whole year comes after its halves."""
        return self.year, self.half or 3

    @property
    def first(self) -> tuple[int, int]:
        """The half-year with which it begins."""
        return self.year, self.half or 1

    @property
    def last(self) -> tuple[int, int]:
        """The half-year with which it ends."""
        return self.year, self.half or 2

    def is_over(self, today: date) -> bool:
        """Whether its last day is past."""
        return (self.year, *_LAST_DAYS[self.half]) < (today.year, today.month, today.day)

    def is_ahead(self, today: date) -> bool:
        """Whether it has not begun yet."""
        now = HalfYear.containing(today)
        return self.first > (now.year, now.half)

    def is_old(self, today: date) -> bool:
        """Whether it ended more than a year ago."""
        return (self.year + 1, *_LAST_DAYS[self.half]) < (today.year, today.month, today.day)


def period_of(entry: YearValue) -> Period:
    """Return the period that a value or a target is of."""
    return Period(entry.year, entry.half)


class Point(NamedTuple):
    """What is known of one period; None is what is not."""

    period: Period
    value: YearValue | None
    target: YearValue | None


class Total(NamedTuple):
    """The sum of an indicator over years; a year without data adds nothing, and `lacking` says which those are."""

    first: int
    last: int
    value: Decimal
    lacking: tuple[int, ...]


class Effect(NamedTuple):
    """An indicator before and after a measure that is meant to move it."""

    indicator: Indicator
    before: YearValue | None
    """The last value whose period was over when the measure began."""
    after: YearValue | None
    """The latest value whose period reaches beyond the measure's start."""
    is_over: bool
    """Whether `after` is of a time after the measure's end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator as it stands on a day."""

    indicator: Indicator
    latest: YearValue | None
    previous: YearValue | None
    target: YearValue | None
    """The target in force for the latest value, without a value the next one."""
    due: Period | None
    """The period whose value should be there by now; None where the roadmap asks for none."""
    is_missing: bool
    """Whether neither that value nor a later one is there; a year that was passed over is told as one without data."""
    is_old: bool
    """Whether the latest value is of a time that ended more than a year ago."""
    is_early: bool = False
    """Whether the time of the target is not over yet."""

    @property
    def is_met(self) -> bool | None:
        """Whether the latest value reaches its target; None where one of them is not known."""
        if self.latest is None or self.target is None:
            return None
        return reaches(self.indicator, self.latest.value, self.target.value)

    @property
    def is_better(self) -> bool | None:
        """Whether the latest value is better than the one before; None where they are the same or one is lacking."""
        return None if self.latest is None else better(self.indicator, self.previous, self.latest)

    @property
    def state(self) -> State:
        """How it stands; a value that is missing is told before what an older one reached."""
        if self.latest is None:
            return "no-data"
        if self.is_missing:
            return "missing"
        return self.reached

    @property
    def reached(self) -> State:
        """How the latest value stands against its target."""
        if self.latest is None:
            return "no-data"
        if self.target is None:
            return "no-target"
        if self.is_met:
            return "met"
        is_later = period_of(self.target).order > period_of(self.latest).order
        return "ahead" if self.is_early or is_later else "not-met"


def reading(roadmap: Roadmap, indicator: Indicator, day: date) -> Reading:
    """Return how an indicator stands on a day."""
    known = ordered(indicator.values)
    latest = known[-1] if known else None
    expected = due(roadmap, indicator, day)
    target = target_for(indicator, period_of(latest) if latest else expected or Period(day.year))
    return Reading(
        indicator,
        latest,
        known[-2] if len(known) > 1 else None,
        target,
        expected,
        is_missing=expected is not None and (latest is None or period_of(latest).order < expected.order),
        is_old=latest is not None and period_of(latest).is_old(day),
        is_early=target is not None and not period_of(target).is_over(day),
    )


def readings(roadmap: Roadmap, day: date) -> tuple[Reading, ...]:
    """Return how all indicators stand on a day: the official ones first, else in the order of the file."""
    found = sorted(roadmap.indicators, key=lambda one: not one.official)
    return tuple(reading(roadmap, one, day) for one in found)


def missing(roadmap: Roadmap, day: date) -> tuple[Reading, ...]:
    """Return the indicators whose value should be there on a day and is not."""
    return tuple(one for one in readings(roadmap, day) if one.is_missing)


def due(roadmap: Roadmap, indicator: Indicator, day: date) -> Period | None:
    """Return the last period that is over; None before the roadmap begins, after its last or after its end."""
    head, half = roadmap.head, HalfYear.containing(day).shifted(-1)
    last = min(head.last, HalfYear.containing(head.ended)) if head.ended else head.last
    if is_half_yearly(indicator):
        return Period(half.year, half.half) if head.step(head.first) <= half <= head.step(last).ends else None
    return Period(day.year - 1) if head.first.year <= day.year - 1 <= last.year else None


def is_half_yearly(indicator: Indicator) -> bool:
    """Whether values come by half-years: as the latest one did, or without any as the targets say."""
    entries = ordered(indicator.values) or ordered(indicator.targets)
    return bool(entries) and entries[-1].half != 0


def ordered(entries: Iterable[YearValue]) -> tuple[YearValue, ...]:
    """Return values or targets in the order of time; of two of one period the one that the file has last."""
    known = {period_of(entry): entry for entry in entries}
    return tuple(sorted(known.values(), key=lambda entry: period_of(entry).order))


def target_for(indicator: Indicator, period: Period) -> YearValue | None:
    """Return the target in force for a period: its own, else the next one, after the last one that."""
    targets = ordered(indicator.targets)
    ahead = [entry for entry in targets if period_of(entry).order >= period.order]
    own = next((entry for entry in targets if period_of(entry) == period), None)
    return own or (ahead[0] if ahead else targets[-1] if targets else None)


def reaches(indicator: Indicator, value: Decimal, target: Decimal) -> bool:
    """Whether a value is as good as a target, or better: where less is better, not above it."""
    return value <= target if indicator.direction == "down" else value >= target


def better(indicator: Indicator, before: YearValue | None, after: YearValue | None) -> bool | None:
    """Whether a value is better than an earlier one; None where they are the same or one is lacking."""
    if before is None or after is None or before.value == after.value:
        return None
    return (after.value < before.value) == (indicator.direction == "down")


def timeline(indicator: Indicator, until: Period | None) -> tuple[Point, ...]:
    """Return every period that has a value or a target, and those without data between the first value and `until`."""
    values = {period_of(entry): entry for entry in indicator.values}
    targets = {period_of(entry): entry for entry in indicator.targets}
    periods = {*values, *targets, *_lacking(indicator, until)}
    return tuple(
        Point(period, values.get(period), targets.get(period)) for period in sorted(periods, key=lambda one: one.order)
    )


def _lacking(indicator: Indicator, until: Period | None) -> Iterator[Period]:
    """Yield the periods without data from the first value to the last one or to `until`."""
    known = [period_of(entry) for entry in ordered(indicator.values)]
    if not known:
        yield from () if until is None else (until,)
        return
    ends = [*known, *((until,) if until and until.order > known[-1].order else ())]
    halves = is_half_yearly(indicator)
    for before, after in zip(known, ends[1:], strict=False):
        if after.year - before.year > _WIDEST_GAP:
            continue
        for year in range(before.year, after.year + 1):
            between = [Period(year, half) for half in _HALVES] if halves else [Period(year)]
            yield from (p for p in between if before.last < p.first and p.last < after.first)
    if ends[-1] != known[-1]:
        yield ends[-1]


def total(indicator: Indicator) -> Total | None:
    """Return the sum over years of an indicator whose values add up; None for any other and for fewer than two years.

    It is of this indicator's unit alone. A whole year's value counts instead of those of its halves.
    """
    years: dict[int, Decimal] = {}
    for entry in ordered(indicator.values):
        years[entry.year] = entry.value if not entry.half else years.get(entry.year, Decimal(0)) + entry.value
    if not indicator.adds_up or indicator.words or len(years) < len(_HALVES):
        return None
    first, last = min(years), max(years)
    between = range(first, last) if last - first <= _WIDEST_GAP else ()
    return Total(first, last, sum(years.values(), Decimal(0)), tuple(year for year in between if year not in years))


def effects(roadmap: Roadmap, measure: Measure) -> tuple[Effect, ...]:
    """Return the indicators that a measure is meant to move, each before and after."""
    found = {one.id: one for one in roadmap.indicators}
    return tuple(effect(found[name], measure) for name in measure.indicators if name in found)


def effect(indicator: Indicator, measure: Measure) -> Effect:
    """Return an indicator before a measure began and as it has been since."""
    start, end = (measure.start.year, measure.start.half), (measure.end.year, measure.end.half)
    known = ordered(indicator.values)
    before = [entry for entry in known if period_of(entry).last < start]
    after = [entry for entry in known if period_of(entry).last >= start]
    latest = after[-1] if after else None
    is_over = latest is not None and period_of(latest).first > end
    return Effect(indicator, before[-1] if before else None, latest, is_over)


def movers(roadmap: Roadmap, indicator: str) -> tuple[Measure, ...]:
    """Return the measures that are meant to move an indicator."""
    return tuple(measure for measure in roadmap.measures if indicator in measure.indicators)
