"""The register of decisions and tasks: all of them, in order, found by any word and filtered."""

from __future__ import annotations

from datetime import date

import pytest

from model.register import actions, decisions, fitting
from tests.model.build import parsed

TODAY = date(2026, 11, 24)
FOUND = parsed("""
schema = 1
[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkilä"
first = "2025H1"
last = "2027H2"
[[sectors]]
id = "tekninen"
name = "Tekninen toimiala"
[[sectors]]
id = "sivistys"
name = "Sivistys"
[[members]]
id = "tekn"
role = "Tekninen johtaja"
sector = "tekninen"
[[viewpoints]]
id = "palvelut"
name = "Sähköiset palvelut"
scope = "city"
[[measures]]
id = "T30"
title = "Verkkomaksaminen"
start = "2026H1"
end = "2026H2"
status = "active"
sectors = ["sivistys"]
responsible = "tekn"
[[meetings]]
number = "2/2026"
date = 2026-09-01
items = [
    { number = 1, heading = "Kokouksen avaus", background = "Avattiin." },
    { number = 11, heading = "Talousarvio", decision = "Päätettiin esittää määrärahat." },
    { number = 5, heading = "T30 Verkkomaksaminen", subjects = ["T30"], outcome = "continues", decision = "Jatkuu." },
]
actions = [
    { number = 1, task = "Määrärahataulukko", who = "Talouspäällikkö", due = 2026-09-18, state = "done", item = 11 },
    { number = 2, task = "Sopimuksen tilanne", who = "Tekninen johtaja", due = 2026-11-13, subject = "T30", item = 5 },
    { number = 3, task = "Kysely", who = "" },
]
[[meetings]]
number = "10/2026"
date = 2026-10-01
items = [{ number = 5, heading = "Palvelut", subjects = ["palvelut"], outcome = "score", decision = "Arvioitiin." }]
actions = [{ number = 1, task = "Äänestys", who = "tekn", due = 2026-10-30 }]
""")


def places(query: str = "", **filters: object) -> list[str]:
    """Return the decisions that fit, by meeting and §."""
    found = fitting(decisions(FOUND), query=query, **filters)  # type: ignore[arg-type] # each test names its own
    return [f"{entry.meeting} § {entry.item.number}" for entry in found]


def tasks(query: str = "", **filters: object) -> list[str]:
    """Return the tasks that fit, by id."""
    return [entry.id for entry in fitting(actions(FOUND), query=query, **filters)]  # type: ignore[arg-type] # as above


def test_the_latest_meeting_comes_first_and_its_items_by_number() -> None:
    """What decided nothing is not in the register."""
    assert places() == ["10/2026 § 5", "2/2026 § 5", "2/2026 § 11"]


def test_open_tasks_come_first_by_when_they_are_due() -> None:
    """One without a day comes after those that have one; then what is done."""
    assert tasks() == ["10/2026-1", "2/2026-2", "2/2026-3", "2/2026-1"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("verkkomaks", ["2/2026 § 5"]),
        ("T30", ["2/2026 § 5"]),
        ("maararahat esittaa", ["2/2026 § 11"]),
        ("sähköiset", ["10/2026 § 5"]),
        ("sivistys", ["2/2026 § 5"]),
        ("sopimuksen", ["2/2026 § 5"]),
        ("§ 11", ["2/2026 § 11"]),
        ("tekninen johtaja", ["2/2026 § 5"]),
        ("puuttuu", []),
    ],
)
def test_a_decision_is_found_by_any_of_its_words(query: str, found: list[str]) -> None:
    """Heading, decision, measure, viewpoint, branch, role and its tasks, marks and case apart."""
    assert places(query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [("aanestys", ["10/2026-1"]), ("10/2026-1", ["10/2026-1"]), ("verkkomaksaminen", ["2/2026-2"]), ("xyz", [])],
)
def test_a_task_is_found_by_any_of_its_words(query: str, found: list[str]) -> None:
    """Its number, what is to be done, who does it and the measure it is about."""
    assert tasks(query) == found


def test_filters_are_all_to_be_fitted() -> None:
    """Branch, meeting, who answers and what is left; a task of a member belongs to the member's branch."""
    assert places(sector="sivistys") == ["2/2026 § 5"]
    assert places(sector="tekninen") == ["2/2026 § 5"]
    assert places(meeting="10/2026") == ["10/2026 § 5"]
    assert places(open_only=True) == ["2/2026 § 5"]
    assert places(owner="talous") == ["2/2026 § 11"]
    assert tasks(sector="tekninen") == ["10/2026-1", "2/2026-2"]
    assert tasks(owner="TEKNINEN") == ["10/2026-1", "2/2026-2"]
    assert tasks(open_only=True, meeting="2/2026") == ["2/2026-2", "2/2026-3"]


def test_a_task_is_overdue_the_day_after_it_was_due() -> None:
    """Not on its day, not without a day, not when it is done."""
    found = {point.id: point for point in actions(FOUND)}

    assert [name for name, point in found.items() if point.is_overdue(TODAY)] == ["10/2026-1", "2/2026-2"]
    assert not found["2/2026-2"].is_overdue(date(2026, 11, 13))


def test_a_formality_is_told_apart() -> None:
    """To approve the agenda left nothing to be done; with a task or a word about its enactment it is a decision."""
    (meeting,) = [meeting for meeting in FOUND.meetings if meeting.number == "10/2026"]

    def formal(**fields: object) -> bool:
        item = meeting.items[0].model_copy(update={"outcome": "approved", "subjects": (), **fields})
        held = meeting.model_copy(update={"items": (item,)})
        return decisions(FOUND.replacing("meetings", held))[0].is_formality

    assert formal(kind="agenda")
    assert not formal(kind="proposed")
    assert not formal(kind="agenda", enactment="open")
