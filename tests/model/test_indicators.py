"""Indicators: the latest value and its age, the target in force, what is missing, and what a measure moved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import indicating
from model.check import check
from model.edits import RefusedError
from model.halfyear import HalfYear
from model.indicator import Indicator, YearValue
from model.indicators import (
    Period,
    due,
    effects,
    is_half_yearly,
    missing,
    period_of,
    reading,
    readings,
    target_for,
    timeline,
    total,
)
from tests.model.build import DAY, HEAD, measure, roadmap

if TYPE_CHECKING:
    from model.indicators import State

YEARS = st.integers(2020, 2030)


def entry(at: str, value: str | int) -> YearValue:
    """Return a value of a year or a half-year: `entry("2026H1", 5)`."""
    year, _, half = at.partition("H")
    return YearValue(year=int(year), half=int(half or 0), value=Decimal(value))


def indicator(values: dict[str, str | int], targets: dict[str, str | int] | None = None, **fields: Any) -> Indicator:  # noqa: ANN401 - fields of a record
    """Return an indicator with these values and targets by year."""
    known = {"id": "m", "title": "Mittari", "unit": "%"} | fields
    given = {"values": values, "targets": targets or {}}
    lists = {name: tuple(entry(at, of) for at, of in entries.items()) for name, entries in given.items()}
    return Indicator.model_validate({**known, **lists})


WASTE = indicator({"2022": 20, "2023": "18.4", "2025": "15.2"}, {"2026": 13, "2027": 10}, direction="down")


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (indicator({}), "no-data"),
        (indicator({"2024": 5}, {"2024": 4}), "missing"),
        (indicator({"2025": 5}), "no-target"),
        (indicator({"2025": 5}, {"2025": 4}), "met"),
        (indicator({"2025": 5}, {"2025": 6}), "not-met"),
        (indicator({"2025": 5}, {"2027": 6}), "ahead"),
        (indicator({"2025": 5}, {"2024": 6}), "not-met"),
        (indicator({"2026": 5}, {"2026": 6}), "ahead"),
        (indicator({"2025": 5}, {"2025": 6}, direction="down"), "met"),
        (indicator({"2025": 7}, {"2025": 6}, direction="down"), "not-met"),
        (WASTE, "ahead"),
    ],
)
def test_an_indicator_is_met_or_not_or_lacks_its_value(found: Indicator, state: State) -> None:
    """In November 2026 the year 2025 is due; where less is better, a value below the target reaches it."""
    assert reading(roadmap(indicators=(found,)), found, DAY).state == state


@given(st.decimals(-100, 100, places=1), st.decimals(-100, 100, places=1))
def test_falling_is_rising_in_a_mirror(value: Decimal, target: Decimal) -> None:
    """What is met where more is better is met by the negative where less is."""
    up = indicator({"2025": str(value)}, {"2025": str(target)})
    down = indicator({"2025": str(-value)}, {"2025": str(-target)}, direction="down")

    assert reading(roadmap(), up, DAY).state == reading(roadmap(), down, DAY).state


@pytest.mark.parametrize(
    ("day", "year", "half"),
    [
        (date(2026, 1, 2), Period(2025), Period(2025, 2)),
        (date(2026, 6, 30), Period(2025), Period(2025, 2)),
        (date(2026, 7, 1), Period(2025), Period(2026, 1)),
        (DAY, Period(2025), Period(2026, 1)),
        (date(2025, 3, 1), None, None),
        (date(2028, 3, 1), Period(2027), Period(2027, 2)),
        (date(2029, 3, 1), None, None),
    ],
)
def test_a_value_is_due_when_its_time_is_over(day: date, year: Period | None, half: Period | None) -> None:
    """No figure of a year that still runs is asked for, none from before the roadmap and none from after it."""
    yearly, half_yearly = indicator({"2024": 1}), indicator({"2024H1": 1})

    assert due(roadmap(), yearly, day) == year
    assert due(roadmap(), half_yearly, day) == half


def test_nothing_is_due_after_the_programme_was_closed() -> None:
    """A programme closed in 2025 is not asked for 2026."""
    ended = roadmap(head=HEAD.model_copy(update={"ended": date(2025, 10, 31)}))

    assert due(ended, WASTE, date(2026, 3, 1)) == Period(2025)
    assert due(ended, WASTE, date(2027, 3, 1)) is None


def test_no_half_year_outside_the_programme_is_asked_for() -> None:
    """One that begins in the autumn is not asked for the spring before, one closed in June not for the autumn after."""
    halves = indicator({"2025H2": 1})
    autumn = HEAD.model_copy(update={"first": HalfYear("2026H2"), "last": HalfYear("2028H1")})
    closed = autumn.model_copy(update={"ended": date(2027, 6, 15)})

    assert due(roadmap(head=autumn), halves, date(2026, 9, 1)) is None
    assert due(roadmap(head=autumn), halves, date(2027, 2, 1)) == Period(2026, 2)
    assert due(roadmap(head=closed), halves, date(2027, 9, 1)) == Period(2027, 1)
    assert due(roadmap(head=closed), halves, date(2028, 2, 1)) is None
    assert due(roadmap(head=autumn), halves, date(2028, 9, 1)) == Period(2028, 1)
    assert due(roadmap(head=autumn), halves, date(2029, 2, 1)) is None


def test_a_whole_years_value_stands_for_its_halves() -> None:
    """An indicator that went over to half-years in 2026 does not lack a spring whose year is known."""
    found = indicator({"2025": 5, "2026H1": 4})

    assert is_half_yearly(found)
    assert missing(roadmap(indicators=(found,)), date(2026, 5, 1)) == ()


@pytest.mark.parametrize(
    ("at", "expected"), [(Period(2025), 13), (Period(2026), 13), (Period(2026, 1), 13), (Period(2031), 10)]
)
def test_the_target_in_force_is_the_next_one_and_after_the_last_that(at: Period, expected: int) -> None:
    """An interim year is measured against the target it leads to."""
    found = target_for(WASTE, at)

    assert found is not None
    assert found.value == expected


def test_a_value_older_than_a_year_is_old() -> None:
    """The year 2024 ended 31.12.2024: a year later it is old."""
    assert not Period(2024).is_old(date(2025, 12, 31))
    assert Period(2024).is_old(date(2026, 1, 1))
    assert Period(2024, 1).is_old(date(2025, 7, 1))


def test_years_without_data_stand_in_the_timeline() -> None:
    """2024 was not measured, 2026 and 2027 have only targets; nothing is invented between."""
    told = [(point.period.year, point.value is not None, point.target is not None) for point in timeline(WASTE, None)]

    assert told == [
        (2022, True, False),
        (2023, True, False),
        (2024, False, False),
        (2025, True, False),
        (2026, False, True),
        (2027, False, True),
    ]


def test_half_years_without_data_stand_there_too() -> None:
    """Between a spring and the next autumn two halves are empty; a whole year's value fills both of its own."""
    found = indicator({"2024H1": 1, "2025H2": 2})
    mixed = indicator({"2023": 1, "2024H2": 2})

    assert [point.period for point in timeline(found, Period(2026, 1)) if point.value is None] == [
        *(Period(2024, 2), Period(2025, 1), Period(2026, 1)),
    ]
    assert [point.period for point in timeline(mixed, None)] == [Period(2023), Period(2024, 1), Period(2024, 2)]


def test_a_mistyped_year_makes_no_endless_list() -> None:
    """The gap to the year 20266 is not told year by year."""
    assert len(timeline(indicator({"2025": 1, "20266": 2}), None)) == 2


@given(st.dictionaries(YEARS, st.integers(0, 9), min_size=2))
def test_years_that_add_up_are_summed_once(values: dict[int, int]) -> None:
    """Each year counts once, by its whole value or else by its halves; the years that lack are named."""
    whole = indicator({str(year): value for year, value in values.items()}, adds_up=True)
    parts = indicator({f"{year}H{half}": value for year, value in values.items() for half in (1, 2)}, adds_up=True)
    found, doubled = total(whole), total(parts)

    assert found is not None
    assert doubled is not None
    assert [found.value, doubled.value] == [sum(values.values()), 2 * sum(values.values())]
    assert not set(found.lacking) & values.keys()


def test_what_does_not_add_up_has_no_sum() -> None:
    """Shares are not added, words are not, and a single year is no sum."""
    assert total(WASTE) is None
    assert total(indicator({"2024": 1, "2025": 2}, words=["heikko", "hyvä"], adds_up=True)) is None
    assert total(indicator({"2024": 1}, adds_up=True)) is None


def test_a_measure_tells_its_indicators_before_and_after() -> None:
    """Before is the last year that was over when it began, after the latest since; one after its end says so."""
    known = (WASTE, indicator({}, id="tyhja"))
    found = roadmap(indicators=known)
    begun = measure(start="2024H2", end="2026H1", indicators=["m", "tyhja", "puuttuu"])
    over = measure(start="2023H1", end="2024H1", indicators=["m"])
    (one, empty), (later,) = effects(found, begun), effects(found, over)

    assert [one.before and one.before.year, one.after and one.after.year, one.is_over] == [2023, 2025, False]
    assert [later.before and later.before.year, later.after and later.after.year, later.is_over] == [2022, 2025, True]
    assert (empty.before, empty.after) == (None, None)


def test_official_indicators_come_first() -> None:
    """Those of the municipality's strategy, then the others as the file has them."""
    known = (indicator({}, id="a"), indicator({}, id="b", official=True), indicator({}, id="c"))

    assert [one.indicator.id for one in readings(roadmap(indicators=known), DAY)] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026", Period(2026)), ("2026H1", Period(2026, 1)), ("k26", Period(2026, 1)), ("syksy 2026", Period(2026, 2))],
)
def test_a_period_is_typed_as_a_year_or_a_half_year(text: str, expected: Period) -> None:
    """The same forms as for schedules."""
    assert indicating.period(text) == expected


@pytest.mark.parametrize(
    ("text", "code"), [("1/2026", "ambiguous-half"), ("26", "bad-period"), ("12026", "bad-period"), ("", "bad-period")]
)
def test_what_is_no_period_is_refused(text: str, code: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(RefusedError) as refused:
        indicating.period(text)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("52,5", "%", "52.5"),
        ("52.5 %", "%", "52.5"),
        ("1 476 koulutuspäivää", "koulutuspäivää", "1476"),
        ("1\u00a0476", "", "1476"),
        ("61 %", "% henkilöstöstä", "61"),
        ("−3", "°C", "-3"),
    ],
)
def test_a_value_is_typed_as_finns_write_it(text: str, unit: str, expected: str) -> None:
    """With its unit or without, with spaces between the thousands."""
    assert indicating.value(indicator({}, unit=unit), text) == Decimal(expected)


def test_a_word_of_the_scale_is_typed_as_itself_or_its_number() -> None:
    """A scale of three words takes those and 1 to 3, and nothing else."""
    found = indicator({}, words=["ei vaikutusta", "jonkin verran", "selkeä"], unit="")

    assert indicating.value(found, "Jonkin verran") == indicating.value(found, "2") == 2
    for text in ("4", "0", "1,5", "kova"):
        with pytest.raises(RefusedError) as refused:
            indicating.value(found, text)
        assert refused.value.code == "no-such-word"


@given(st.dictionaries(YEARS, st.integers(0, 9)), YEARS, st.integers(0, 9))
def test_a_value_takes_the_place_of_its_period(values: dict[int, int], year: int, value: int) -> None:
    """One of the same year is replaced where it stands, a new one comes among the years in their order."""
    found = indicator({str(year): value for year, value in sorted(values.items())})
    after = indicating.give(roadmap(indicators=(found,)), "m", entry(str(year), value)).indicators[0].values

    assert [period_of(one).year for one in after] == sorted({*values, year})
    assert {one.year: int(one.value) for one in after} == {**values, year: value}


def test_a_note_stays_when_its_value_is_put_right() -> None:
    """A new value without a note keeps what was said of the period."""
    noted = WASTE.model_copy(update={"values": (YearValue(year=2025, value=Decimal(1), note="arvio"),)})
    after = indicating.give(roadmap(indicators=(noted,)), "m", entry("2025", 2)).indicators[0].values

    assert after == (YearValue(year=2025, value=Decimal(2), note="arvio"),)


def test_what_is_wrong_in_the_figures_is_told() -> None:
    """Two values of one year, a year beside its half, a number that the scale does not have."""
    twice = indicator({}, id="kaksi", words=["a", "b"]).model_copy(
        update={"values": (entry("2025", 1), entry("2025", 3), entry("2026", 1), entry("2026H1", "1.5"))}
    )
    problems = [(one.code, one.severity, dict(one.data)) for one in check(roadmap(indicators=(twice,)))]

    assert problems == [
        ("duplicate-year", "error", {"period": "2025", "count": 2}),
        ("mixed-periods", "warning", {"year": 2026}),
        ("not-on-scale", "error", {"value": "3", "known": ("a", "b")}),
        ("not-on-scale", "error", {"value": "1.5", "known": ("a", "b")}),
    ]
