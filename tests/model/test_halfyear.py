"""The half-year: what is stored, what people may type, and counting in halves."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from model.halfyear import AmbiguousHalfYearError, HalfYear

halves = st.builds(HalfYear.of, st.integers(1900, 2200), st.sampled_from([1, 2]))

SPRING = ["k26", "K26", "kevät 2026", "kevat 2026", "Kevät  26", "2026H1", "2026h1", "H1/26", "H1 2026", "2026-1"]
SPRING += ["2026/1", "2026 kevät", "I/2026", "kev 26", "våren 2026", "vår 26", "v26", "spring 2026", " k26 "]
AUTUMN = ["s26", "syksy 2026", "syk26", "2026H2", "h2/26", "2026-2", "II/2026", "hösten 2026", "h26", "autumn 2026"]


@pytest.mark.parametrize("text", SPRING)
def test_spring_may_be_typed_in_many_ways(text: str) -> None:
    """Spring 2026 is read however it is said: Finnish, Swedish, English, short, long, as stored."""
    assert HalfYear.typed(text) == "2026H1"


@pytest.mark.parametrize("text", AUTUMN)
def test_autumn_may_be_typed_in_many_ways(text: str) -> None:
    """Autumn 2026 likewise; `h26` is the Swedish *höst*."""
    assert HalfYear.typed(text) == "2026H2"


@pytest.mark.parametrize("text", ["1/2026", "2/26", "01/2026", " 12 / 2026 "])
def test_a_bare_number_before_the_year_is_asked_about(text: str) -> None:
    """`1/2026` is a meeting, a month or a half-year: nobody guesses which."""
    with pytest.raises(AmbiguousHalfYearError):
        HalfYear.typed(text)


@pytest.mark.parametrize(
    "text", [" ", "kesä 2026", "2026", "k2", "2026H3", "2026-3", "k 12345", "tänään", "0000H1", "²⁰²⁶H1"]
)
def test_what_is_no_half_year_is_refused(text: str) -> None:
    """Anything else is a ValueError, never a wrong half-year."""
    with pytest.raises(ValueError, match=re.escape(text)):
        HalfYear.typed(text)


@pytest.mark.parametrize("stored", ["2026h1", "26H1", "2026H3", "2026H1 ", "2026H1\n", "\uff12026H1", "0000H1", ""])
def test_the_file_holds_one_form_only(stored: str) -> None:
    """Stored is `2026H1` and nothing like it: other forms are for the keyboard."""
    with pytest.raises(ValueError, match="not a half-year"):
        HalfYear(stored)


@given(halves, st.integers(-100, 100))
def test_shifting_back_and_forth_comes_home(half: HalfYear, steps: int) -> None:
    """So many halves later is so many steps away, and the way back leads home."""
    there = half.shifted(steps)

    assert half.steps_to(there) == steps
    assert there.shifted(-steps) == half


@given(halves, halves)
def test_text_order_is_the_order_of_time(one: HalfYear, other: HalfYear) -> None:
    """Half-years compare as their days do."""
    assert (one < other) == (one.first_day < other.first_day)
    assert (one < other) == (one.steps_to(other) > 0)


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_lies_in_one_half(day: date) -> None:
    """A day's half-year begins on or before it and ends on or after it."""
    half = HalfYear.containing(day)

    assert half.first_day <= day <= half.last_day
    assert (half.year, half.half) == (day.year, 1 if day.month <= 6 else 2)


def test_halves_begin_and_end_on_the_days_of_the_budget_year() -> None:
    """Spring is 1.1.–30.6., autumn 1.7.–31.12."""
    spring, autumn = HalfYear("2026H1"), HalfYear("2026H2")

    assert (spring.first_day, spring.last_day) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (autumn.first_day, autumn.last_day) == (date(2026, 7, 1), date(2026, 12, 31))


def test_until_counts_both_ends() -> None:
    """A schedule runs from its first half to its last, both included; backwards there is nothing."""
    first = HalfYear("2025H2")

    assert list(first.until(HalfYear("2027H1"))) == ["2025H2", "2026H1", "2026H2", "2027H1"]
    assert list(first.until(first)) == ["2025H2"]
    assert list(first.until(HalfYear("2025H1"))) == []
    assert list(HalfYear("9999H1").until(HalfYear("9999H2"))) == ["9999H1", "9999H2"]


def test_a_record_makes_a_half_year_of_the_stored_text() -> None:
    """In a record the text becomes a HalfYear; a number or another text is refused."""
    adapter = TypeAdapter(HalfYear)

    assert isinstance(adapter.validate_python("2026H1"), HalfYear)
    for wrong in (2026, "kevät 2026", None):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)
