"""Sound numbers: exact means, honest rounding, how sure a mean is and which change tells something."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import median, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.levels import printed
from model.records import Score
from model.sound import Tally, interval, response_rate, shift, summary
from model.survey import Survey

counts = st.tuples(*[st.integers(0, 400)] * 5)


def measured(value: str, n: int | None, sd: str | None = None, *, basis: str = "survey") -> Score:
    """Return a score of a survey."""
    return Score.model_validate(
        {"date": date(2026, 5, 15), "value": Decimal(value), "basis": basis, "n": n, "sd": sd and Decimal(sd)}
    )


@given(counts)
def test_a_printed_mean_is_that_of_the_exact_one(chosen: tuple[int, int, int, int, int]) -> None:
    """However the answers fall, one decimal rounded half up is that of the fraction, never of a rounded decimal."""
    found = summary(Tally(chosen))
    n = sum(chosen)
    if not n:
        assert found is None
        return
    exact = Fraction(sum(level * count for level, count in enumerate(chosen, 1)), n)
    tenths = (exact * 10 + Fraction(1, 2)).__floor__()

    assert found
    assert printed(found.mean) == Decimal(tenths) / 10


@given(counts.filter(lambda chosen: sum(chosen) > 1))
def test_median_and_spread_are_those_of_the_answers(chosen: tuple[int, int, int, int, int]) -> None:
    """They are what the standard library says of the answers one by one."""
    answers = [level for level, count in enumerate(chosen, 1) for _ in range(count)]
    found = summary(Tally(chosen))

    assert found
    assert found.sd is not None
    assert found.median is not None
    assert float(found.median) == median(answers)
    assert float(found.sd) == pytest.approx(stdev(answers), abs=1e-5)


@pytest.mark.parametrize(("n", "half_width"), [(300, "0.10"), (100, "0.18"), (30, "0.34"), (10, "0.64"), (5, "1.12")])
def test_a_mean_of_few_answers_is_less_sure(n: int, half_width: str) -> None:
    """The 95 % interval is t times s/√n: with s = 0.9 about 0.1 at three hundred answers, over a level at five."""
    assert interval(measured("3.0", n, "0.9")) == Decimal(half_width)


def test_a_sample_of_nearly_all_is_surer() -> None:
    """When all who were asked have answered, there is nothing left to be unsure about but what they meant."""
    score = measured("3.0", 100, "0.9")

    assert interval(score, population=100) == 0
    assert interval(score, population=150) == Decimal("0.10")


@pytest.mark.parametrize("score", [measured("3.0", None, "0.9"), measured("3.0", 40), measured("3.0", 1, "0.9")])
def test_what_is_not_known_is_not_invented(score: Score) -> None:
    """Without a number of answers or their spread no interval is told."""
    assert interval(score) is None


@pytest.mark.parametrize(("n", "limit"), [(300, "0.14"), (100, "0.25"), (30, "0.46"), (10, "0.79")])
def test_small_changes_between_rounds_are_noise(n: int, limit: str) -> None:
    """With the usual spread of 0.9 the smallest telling difference is that of the method's table."""
    found = shift(measured("3.0", n), measured("3.1", n))

    assert found
    assert (found.limit, found.assumed) == (Decimal(limit), True)
    assert found.is_noise


def test_a_change_of_the_limit_tells_something() -> None:
    """The difference is that of the printed levels; from the limit on it is a change."""
    found = shift(measured("2.64", 100, "0.9"), measured("2.95", 100, "0.9"))

    assert found
    assert (found.difference, found.assumed, found.is_noise) == (Decimal("0.4"), False, False)


def test_two_inks_are_never_compared() -> None:
    """From a survey to a judgement there is no change to tell."""
    assert shift(measured("3.0", 100), measured("3.5", None, basis="judgement")) is None


def test_the_response_rate_needs_both_numbers() -> None:
    """142 of 296 are 48 %; without either number no rate is told."""
    survey = Survey(id="k", name="Kysely", date=date(2026, 5, 15), invited=296, responses=142)
    rate = response_rate(survey)

    assert rate is not None
    assert rate.quantize(Decimal(1), rounding=ROUND_HALF_UP) == 48
    assert response_rate(survey.model_copy(update={"invited": None})) is None


def test_what_only_rounding_makes_large_is_noise() -> None:
    """2.649 and 2.751 print a tenth further apart than they are; two that are apart print a tenth nearer."""
    apart = shift(measured("2.649", 300), measured("2.751", 300))
    near = shift(measured("2.651", 300), measured("2.799", 300))

    assert apart
    assert near
    assert (apart.difference, apart.limit, apart.is_noise) == (Decimal("0.2"), Decimal("0.14"), True)
    assert (near.difference, near.is_noise) == (Decimal("0.1"), True)
