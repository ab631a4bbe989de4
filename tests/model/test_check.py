"""Faults between records: the roadmap can be opened and edited, and each is told with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.check import check
from model.halfyear import HalfYear
from model.indicator import Indicator
from model.problems import Problem
from model.records import Goal, Member, Sector
from model.survey import Group, Survey
from tests.model.build import HEAD, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from model.roadmap import Roadmap


def told(found: Roadmap) -> list[tuple[str, str, str, str]]:
    """Return code and place of each problem."""
    return [(problem.code, problem.table, problem.record, problem.key) for problem in check(found)]


def test_a_sound_roadmap_has_no_problems() -> None:
    """References that lead somewhere and schedules inside the roadmap are as they should be."""
    sound = roadmap(
        measure(goals=["g"], viewpoints=["osaaminen"], sectors=["s"]),
        viewpoint(),
        meeting(attendance=[{"member": "m"}, {"guest": "Leena Luonnos"}], items=[{"number": 1}, {"number": 2}]),
        goals=(Goal(id="g", title="x"),),
        sectors=(Sector(id="s", name="x"),),
        members=(Member(id="m", role="x", sector="s"), Member(id="n", role="x")),
        indicators=(Indicator(id="i", title="x", goals=("g",)),),
    )

    assert check(sound) == ()


def test_a_reference_to_nothing_names_what_is_missing() -> None:
    """Each missing name is one problem, with the table in which it was looked for."""
    (problem,) = check(roadmap(measure(goals=["asiointi"])))

    assert problem == Problem(
        code="dangling",
        severity="error",
        table="measures",
        record="T07",
        key="goals",
        data={"name": "asiointi", "target": "goals"},
    )
    assert not problem.fatal


def test_every_kind_of_reference_is_followed() -> None:
    """Members to sectors, indicators to goals, measures to all three, attendance to members."""
    lost = roadmap(
        measure(goals=["x", "y"], viewpoints=["x"], sectors=["x"]),
        meeting(attendance=[{"member": "x"}]),
        members=(Member(id="m", role="x", sector="x"),),
        indicators=(Indicator(id="i", title="x", goals=("x",)),),
    )

    assert told(lost) == [
        ("dangling", "members", "m", "sector"),
        ("dangling", "indicators", "i", "goals"),
        ("dangling", "measures", "T07", "goals"),
        ("dangling", "measures", "T07", "goals"),
        ("dangling", "measures", "T07", "viewpoints"),
        ("dangling", "measures", "T07", "sectors"),
        ("dangling", "meetings", "3/2026", "attendance"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026H2", "2026H1", [("ends-before-start", "measures", "T07", "end")]),
        ("2024H2", "2026H1", [("outside-roadmap", "measures", "T07", "start")]),
        ("2026H1", "2028H1", [("outside-roadmap", "measures", "T07", "end")]),
        ("2025H1", "2027H2", []),
        ("2026H2", "2026H2", []),
    ],
)
def test_a_schedule_lies_inside_the_roadmap(start: str, end: str, found: list[tuple[str, str, str, str]]) -> None:
    """A measure ends when it starts or later, within the roadmap's years."""
    assert told(roadmap(measure("T07", start, end))) == found


def test_a_wrong_schedule_is_told_with_its_halves() -> None:
    """Which half-year is wrong, and what holds instead."""
    ends = {"first": HalfYear("2025H1"), "last": HalfYear("2027H2")}

    assert [dict(problem.data) for problem in check(roadmap(measure("T1", "2024H2", "2026H1")))] == [
        {"half": HalfYear("2024H2"), **ends}
    ]
    assert [dict(problem.data) for problem in check(roadmap(measure("T1", "2025H1", "2028H1")))] == [
        {"half": HalfYear("2028H1"), **ends}
    ]


def test_the_roadmap_itself_ends_after_it_begins() -> None:
    """The years of `[roadmap]` are checked, too."""
    head = HEAD.model_copy(update={"first": HalfYear("2027H1"), "last": HalfYear("2025H1")})

    short = HEAD.model_copy(update={"last": HEAD.first})

    assert told(roadmap(head=head)) == [("ends-before-start", "roadmap", "", "last")]
    assert told(roadmap(head=short)) == []


def test_a_section_number_is_used_once_in_a_meeting() -> None:
    """Two § 5 in one meeting: nobody could say which is meant."""
    (problem,) = check(roadmap(meeting(items=[{"number": 5}, {"number": 5}, {"number": 6}])))

    assert (problem.code, problem.record, problem.data) == ("duplicate-item", "3/2026", {"item": 5, "count": 2})


def test_only_a_fatal_problem_leaves_no_roadmap() -> None:
    """Errors and warnings are shown beside a roadmap that can be edited."""
    assert [Problem(code="x", severity=severity).fatal for severity in ("fatal", "error", "warning")] == [
        True,
        False,
        False,
    ]


def test_what_minutes_name_and_is_not_there_is_a_warning() -> None:
    """A § about a measure that was removed still tells how it was; a task under no § is told, too."""
    items = [{"number": 5, "subjects": ["T07", "T99", "osaaminen"]}]
    actions = [{"number": 1, "task": "a", "item": 9, "subject": "T98"}, {"number": 2, "task": "b", "item": 5}]
    problems = check(roadmap(meeting(items=items, actions=actions), measure("T07"), viewpoint("osaaminen")))

    assert {problem.severity for problem in problems} == {"warning"}
    assert [(problem.code, problem.key, dict(problem.data)) for problem in problems] == [
        ("dangling", "items", {"name": "T99", "target": "measures"}),
        ("dangling", "actions", {"name": "T98", "target": "measures"}),
        ("no-such-item", "actions", {"item": 9}),
    ]


def test_figures_of_too_few_answers_should_not_stand_in_the_file() -> None:
    """Nothing shows them, but everybody who has the file can read them."""
    few = {"date": date(2026, 5, 15), "value": Decimal(3), "basis": "survey", "n": 4}
    groups = (
        Group(viewpoint="osaaminen", sector="s", n=3, mean=Decimal(4)),
        Group(viewpoint="osaaminen", sector="t", n=5, mean=Decimal(4)),
        Group(viewpoint="osaaminen", sector="u", hidden=True),
    )
    survey = Survey(id="k", name="Kysely", date=date(2026, 5, 15), groups=groups)
    found = check(roadmap(viewpoint(scores=[few]), surveys=(survey,)))

    assert [(one.code, one.severity, one.table, one.data["of"]) for one in found] == [
        ("few-answers", "warning", "viewpoints", "osaaminen"),
        ("few-answers", "warning", "surveys", ("osaaminen", "s")),
    ]
