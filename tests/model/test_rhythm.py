"""When the next meeting would be, by the rhythm of those before."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from model.rhythm import next_days
from tests.model.build import DAY, meeting, roadmap

if TYPE_CHECKING:
    from model.meeting import Meeting


def held(number: str, day: date) -> Meeting:
    """Return a meeting that was held on a day."""
    return meeting(number, date=day, opened=time(9))


def test_the_meeting_that_followed_a_year_ago_sets_the_day() -> None:
    """Tuesday 10 March 2026 followed the autumn meeting of 2025, so Tuesday 9 March 2027 follows this one."""
    found = roadmap(
        held("3/2025", date(2025, 11, 25)), held("1/2026", date(2026, 3, 10)), held("2/2026", date(2026, 9, 1))
    )

    assert next_days(found, DAY)[0] == date(2027, 3, 9)
    assert {day.weekday() for day in next_days(found, DAY)} == {DAY.weekday()}


def test_without_a_year_behind_it_the_last_gap_is_repeated() -> None:
    """Twelve weeks after the meeting before; a gap of days counts as four weeks."""
    assert next_days(roadmap(held("2/2026", date(2026, 9, 1))), date(2026, 11, 24))[0] == date(2027, 2, 16)
    assert next_days(roadmap(held("2/2026", date(2026, 11, 20))), DAY)[0] == date(2026, 12, 22)


def test_the_first_meeting_is_followed_in_a_third_of_a_year() -> None:
    """The team meets two or three times a year; a meeting that was never opened sets no rhythm."""
    assert next_days(roadmap(meeting()), DAY)[0] == date(2027, 3, 23)
