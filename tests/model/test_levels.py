"""Maturity: baseline, now and target of a viewpoint, the gap, and two inks that never mix."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from model.levels import levels, maturity, printed
from tests.model.build import roadmap, viewpoint
from tests.model.strategies import roadmaps

if TYPE_CHECKING:
    from model.roadmap import Roadmap


def score(day: str, value: str, basis: str = "survey") -> dict[str, object]:
    """Return a dated score as the file has it."""
    return {"date": date.fromisoformat(day), "value": Decimal(value), "basis": basis}


def target(day: str, value: str, state: str = "approved") -> dict[str, object]:
    """Return a dated target as the file has it."""
    return {"date": date.fromisoformat(day), "value": Decimal(value), "state": state}


def test_what_nobody_scored_is_unknown() -> None:
    """No level is invented: baseline, now, target and gap are None."""
    found = levels(viewpoint())

    assert (found.baseline, found.current, found.target, found.gap) == (None, None, None, None)


def test_the_first_survey_is_the_baseline_and_the_last_score_is_now() -> None:
    """Scores are taken by their day, in whatever order the file has them."""
    found = levels(viewpoint(scores=[score("2026-05-15", "3.7"), score("2024-09-27", "3.5")]))

    assert found.baseline
    assert found.current
    assert (found.baseline.value, found.current.value) == (Decimal("3.5"), Decimal("3.7"))


def test_a_judgement_stands_beside_a_survey() -> None:
    """Neither overwrites the other; now is the later one, of one day the judgement; no baseline is judged."""
    survey, judged = score("2026-05-15", "2.4"), score("2026-03-10", "2", "judgement")

    both = levels(viewpoint(scores=[survey, judged]))
    same_day = levels(viewpoint(scores=[survey, judged | {"date": survey["date"]}]))
    alone = levels(viewpoint(scores=[judged]))

    assert both.survey == both.current
    assert both.judgement
    assert same_day.current == same_day.judgement
    assert (alone.baseline, alone.survey) == (None, None)


def test_only_an_approved_target_is_in_force() -> None:
    """A proposal is shown as one while it is newer than what was approved."""
    newer = levels(viewpoint(targets=[target("2024-12-09", "4"), target("2026-11-24", "4.2", "proposed")]))
    older = levels(viewpoint(targets=[target("2026-12-09", "4"), target("2026-11-24", "4.2", "proposed")]))
    first = levels(viewpoint(targets=[target("2026-11-24", "4.2", "proposed")]))
    same_day = levels(viewpoint(targets=[target("2026-11-24", "4.2", "proposed"), target("2026-11-24", "4")]))

    assert [str(found.target.value) for found in (newer, older) if found.target] == ["4", "4"]
    assert [bool(found.proposed) for found in (newer, older, first, same_day)] == [True, False, True, False]
    assert first.target is None


@pytest.mark.parametrize(("value", "shown"), [("2.65", "2.7"), ("2.649", "2.6"), ("2.25", "2.3"), ("3", "3.0")])
def test_levels_are_printed_with_one_decimal_halves_up(value: str, shown: str) -> None:
    """People round 2.65 to 2.7, and so does the program."""
    assert str(printed(Decimal(value))) == shown


def test_the_gap_is_that_of_the_printed_values() -> None:
    """What stands in the row adds up: 2.7 less 3.5 is −0.8, though 2.65 less 3.52 is −0.87."""
    found = levels(viewpoint(scores=[score("2026-05-15", "2.65")], targets=[target("2024-12-09", "3.52")]))

    assert found.gap == Decimal("-0.8")


def test_focus_areas_come_first_then_the_widest_gap() -> None:
    """Unknown gaps are last in their part, in the order of the file."""
    aim = [target("2024-12-09", "4")]
    rows = maturity(
        roadmap(
            viewpoint("tuntematon"),
            viewpoint("pieni", scores=[score("2026-05-15", "3.5")], targets=aim),
            viewpoint("suuri", scores=[score("2026-05-15", "2")], targets=aim),
            viewpoint("karki-pieni", focus=True, scores=[score("2026-05-15", "3.9")], targets=aim),
            viewpoint("karki-tuntematon", focus=True),
            viewpoint("karki-suuri", focus=True, scores=[score("2026-05-15", "2.5")], targets=aim),
        )
    )

    assert [row.viewpoint.id for row in rows] == [
        "karki-suuri",
        "karki-pieni",
        "karki-tuntematon",
        "suuri",
        "pieni",
        "tuntematon",
    ]


@given(roadmaps())
def test_the_two_inks_never_mix(found: Roadmap) -> None:
    """A survey is a survey of the file, a judgement a judgement; every viewpoint has one row."""
    rows = maturity(found)

    assert sorted(row.viewpoint.id for row in rows) == sorted(v.id for v in found.viewpoints)
    for row in rows:
        assert {s.basis for s in (row.baseline, row.survey) if s} <= {"survey"}
        assert row.judgement is None or row.judgement.basis == "judgement"
        assert row.current is None or row.current in row.viewpoint.scores
