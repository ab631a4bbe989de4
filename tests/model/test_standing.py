"""Where the roadmap stands: which measure is in which group of a half-year, the walk, the meetings."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from model.standing import (
    Standing,
    counts,
    is_late,
    lacks_money,
    latest_meeting,
    open_meeting,
    standing,
    walk,
)
from tests.model.build import THIS_HALF, ids, measure, meeting, roadmap
from tests.model.strategies import halves, roadmaps

if TYPE_CHECKING:
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap


@pytest.mark.parametrize(
    ("schedule", "fields", "group"),
    [
        ("2025H1 2026H1", {}, "late"),
        ("2026H1 2026H1", {"status": "planned"}, "late"),
        ("2025H1 2026H2", {}, "ending"),
        ("2026H2 2026H2", {"status": "planned"}, "ending"),
        ("2026H2 2027H1", {"status": "planned"}, "starting"),
        ("2025H1 2027H1", {"status": "planned"}, "starting"),
        ("2027H1 2027H1", {"status": "planned"}, "upcoming"),
        ("2027H2 2027H2", {"status": "planned"}, "ongoing"),
        ("2026H2 2027H1", {}, "ongoing"),
        ("2025H1 2026H1", {"status": "done"}, "done"),
        ("2026H2 2026H2", {"status": "dropped"}, "dropped"),
        ("2025H1 2026H1", {"status": "ready", "kind": "pilot"}, "late"),
        ("2026H1 2026H2", {"status": "reassess", "kind": "pilot"}, "ending"),
        ("2025H1 2026H1", {"kind": "continuous"}, "ongoing"),
        ("2025H1 2026H2", {"kind": "continuous"}, "ongoing"),
        ("2025H1 2026H2", {"kind": "continuous", "status": "planned"}, "starting"),
    ],
)
def test_a_measure_is_in_one_group(schedule: str, fields: dict[str, object], group: str) -> None:
    """In autumn 2026: past its end is late, ending now is due, a continuous one has no end to miss."""
    start, end = schedule.split()
    found = standing(roadmap(measure("T01", start, end, **fields)), THIS_HALF)

    groups = {name: len(getattr(found, name)) for name in Standing._fields if name != "half"}
    assert groups == {name: int(name == group) for name in groups}


@given(roadmaps(), halves)
def test_no_measure_is_lost_or_counted_twice(found: Roadmap, half: HalfYear) -> None:
    """The groups of any half-year hold every measure exactly once, and the counts add up."""
    groups = standing(found, half)
    placed = [m for name in Standing._fields if name != "half" for m in getattr(groups, name)]

    assert sorted(ids(tuple(placed))) == sorted(ids(found.measures))
    assert sum(counts(found).values()) == len(found.measures)


@given(roadmaps(), halves)
def test_late_says_the_same_of_a_measure_and_of_the_roadmap(found: Roadmap, half: HalfYear) -> None:
    """The list of late ones is those of which it is said."""
    assert {m.id for m in standing(found, half).late} == {m.id for m in found.measures if is_late(m, half)}


def test_the_walk_begins_with_what_is_longest_late() -> None:
    """Late ones first, then those that end now, each by its end and id with numbers counted."""
    found = roadmap(
        measure("T10", end="2026H2"),
        measure("T9", end="2026H2"),
        measure("T2"),
        measure("T1"),
        measure("T8", end="2025H2"),
    )

    assert ids(standing(found, THIS_HALF).due) == ["T8", "T1", "T2", "T9", "T10"]


def test_every_status_is_counted_also_when_there_is_none() -> None:
    """A total of nought is nought, not missing."""
    assert counts(roadmap(measure("T1"), measure("T2", status="done"))) == {
        "planned": 0,
        "active": 1,
        "done": 1,
        "dropped": 0,
        "ready": 0,
        "reassess": 0,
    }


@pytest.mark.parametrize(
    ("state", "lacks"),
    [("granted", False), ("not-needed", False), ("applied", True), ("proposed", True), ("refused", True)],
)
def test_money_lacks_unless_it_is_granted_or_not_needed(state: str, lacks: bool) -> None:  # noqa: FBT001 - a table's column
    """A measure that runs without money of its year is told; a year without an entry says nothing."""
    found = measure(funding=[{"year": 2026, "amount": 100, "state": state}])

    assert lacks_money(found, 2026) is lacks
    assert not lacks_money(found, 2027)


WALKED = roadmap(measure("T01"), measure("T02"), measure("T03"), measure("T04", end="2027H1"))


def test_the_walk_is_the_due_measures_without_a_decision() -> None:
    """Before the meeting all are left; with each § one is handled, `2/3`."""
    items = [
        {"number": 4, "heading": "Tilannekatsaus"},
        {"number": 5, "subjects": ["T02"], "outcome": "done"},
        {"number": 6, "subjects": ["osaaminen"], "outcome": "score"},
        {"number": 7, "subjects": ["T01"], "outcome": "note"},
    ]
    fresh, begun = walk(WALKED, THIS_HALF, None), walk(WALKED, THIS_HALF, meeting(items=items))

    assert (ids(fresh.left), fresh.total) == (["T01", "T02", "T03"], 3)
    assert [(name, item.number) for name, item in begun.handled] == [("T02", 5)]
    assert (ids(begun.left), begun.total) == (["T01", "T03"], 3)


def test_a_decision_outside_the_due_ones_counts_too() -> None:
    """A measure handled out of turn is handled, and one that has gone from the file is not counted."""
    items = [{"number": 5, "subjects": ["T04", "T99"], "outcome": "moved"}]

    found = walk(WALKED, THIS_HALF, meeting(items=items))

    assert ([name for name, _ in found.handled], found.total) == (["T04"], 4)


def test_a_measure_with_a_section_of_its_own_is_walked_wherever_its_end_went() -> None:
    """Somebody else moved T04 while the meeting ran: its § waits still, so its card comes, after the due ones."""
    items = [
        {"number": 5, "kind": "measure", "heading": "T04", "subjects": ["T04"]},
        {"number": 6, "kind": "measure", "heading": "T02", "subjects": ["T02"]},
        {"number": 7, "kind": "measure", "heading": "T99", "subjects": ["T99"]},
    ]

    assert ids(walk(WALKED, THIS_HALF, meeting(items=items)).left) == ["T01", "T02", "T03", "T04"]


def test_a_matter_that_comes_back_is_walked_once() -> None:
    """A § from the table about one due measure gives it its outcome; one that only names several does not."""
    back = {"number": 5, "kind": "carried", "subjects": ["T01"], "outcome": "continues"}
    naming = {"number": 6, "kind": "carried", "subjects": ["T02", "T03"], "outcome": "agreed"}

    found = walk(WALKED, THIS_HALF, meeting(items=[back, naming]))

    assert ([name for name, _ in found.handled], ids(found.left)) == (["T01"], ["T02", "T03"])


def test_parked_measures_wait_for_the_others() -> None:
    """The one whose turn it is comes first; a parked one comes back when no other is left, the first parked first."""
    found = walk(WALKED, THIS_HALF, None)
    turns = [found.current(parked) for parked in ([], ["T01"], ["T01", "T02"], ["T03", "T01", "T02"])]

    assert [turn.id for turn in turns if turn] == ["T01", "T02", "T03", "T03"]
    assert walk(roadmap(), THIS_HALF, None).current() is None


def test_the_open_meeting_is_the_one_under_way_else_the_next() -> None:
    """A published or closed one is over."""
    past = meeting("1/2026", state="published", opened=time(9))
    closed = meeting("2/2026", opened=time(9), closed=time(10))
    later = meeting("4/2026", date=date(2026, 12, 8))
    running = meeting("5/2026", date=date(2026, 12, 9), opened=time(9))
    soon = meeting("3/2026")

    assert open_meeting(roadmap(past, closed)) is None
    assert open_meeting(roadmap(past, later, soon)) == soon
    assert open_meeting(roadmap(later, soon, running)) == running


def test_the_latest_meeting_is_the_one_begun_last() -> None:
    """Minutes are those of the last meeting that took place; before any, of the planned one."""
    first = meeting("9/2026", date=date(2026, 9, 1), state="published")
    second = meeting("10/2026", date=date(2026, 9, 1), state="published")
    planned = meeting("11/2026")

    assert latest_meeting(roadmap(second, first, planned)) == second
    assert latest_meeting(roadmap(planned)) == planned
    assert latest_meeting(roadmap()) is None
