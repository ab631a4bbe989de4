"""The next meeting: one that is planned already moves to the day on which the team has agreed."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from tests.model.build import meeting, roadmap
from tui.ending import replanned

if TYPE_CHECKING:
    from model.roadmap import Roadmap

RUNNING = meeting(opened=time(9))
PLANNED = meeting("1/2027").model_copy(update={"date": date(2027, 2, 2), "place": "Kirjasto"})


def told(found: Roadmap) -> list[tuple[str, date]]:
    """Return number and day of the meetings."""
    return [(one.number, one.date) for one in found.meetings]


@pytest.mark.parametrize(
    ("day", "planned"),
    [
        (date(2027, 2, 9), ("1/2027", date(2027, 2, 9))),
        (date(2026, 12, 15), ("4/2026", date(2026, 12, 15))),
        (date(2027, 2, 2), ("1/2027", date(2027, 2, 2))),
    ],
)
def test_the_planned_meeting_moves_to_the_agreed_day(day: date, planned: tuple[str, date]) -> None:
    """There are no two next meetings; in another year it takes a number of that year."""
    found = replanned(roadmap(RUNNING, PLANNED), day, beside="3/2026")

    assert told(found) == [("3/2026", RUNNING.date), planned]
    assert found.meeting(planned[0]).place == "Kirjasto"


def test_without_a_planned_meeting_there_is_nothing_to_move() -> None:
    """The meeting that runs stays where it is."""
    found = roadmap(RUNNING)

    assert replanned(found, date(2027, 2, 9), beside="3/2026") is found
