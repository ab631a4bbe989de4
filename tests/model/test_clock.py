"""The annual clock: each time of the year brings its matters to the meeting."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.clock import seasonal
from model.records import Score
from tests.model.build import HEAD, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from model.roadmap import Roadmap

FRESH = Score(date=date(2025, 10, 1), value=Decimal(3), basis="survey", n=100)
LAST = meeting("4/2025", date=date(2025, 12, 2), opened=time(9))


def matters(day: date, found: Roadmap | None = None) -> list[tuple[str, int]]:
    """Return the kinds and years of the matters of a day, of a town that held its meeting in December."""
    found = found or roadmap(LAST, viewpoint(scores=[FRESH]))
    return [(matter.kind, matter.year) for matter in seasonal(found, day)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 10), [("statement", 2025)]),
        (date(2026, 5, 5), [("ideas", 2027)]),
        (date(2026, 7, 1), []),
        (date(2026, 9, 1), [("budget", 2027)]),
        (date(2026, 11, 24), [("changes", 2026), ("schedule", 2027), ("statement-draft", 2026)]),
    ],
)
def test_each_time_of_the_year_has_its_matters(day: date, expected: list[tuple[str, int]]) -> None:
    """The statement in winter, the budget in early autumn, the changes and the coming year at the end."""
    assert matters(day) == expected


def test_what_the_year_end_left_comes_in_winter() -> None:
    """A team that meets twice a year proposes its changes in the first meeting of the next."""
    autumn = meeting("2/2025", date=date(2025, 9, 2), opened=time(9))

    assert ("changes", 2025) in matters(date(2026, 2, 10), roadmap(autumn, viewpoint(scores=[FRESH])))


def test_a_survey_is_due_a_year_after_the_last_and_its_results_are_told_once() -> None:
    """Where none is known one is due; its results come to the first meeting after it, not to later ones."""
    answered = FRESH.model_copy(update={"date": date(2026, 5, 15)})
    between = roadmap(LAST, viewpoint(scores=[FRESH, answered]))
    later = meeting("1/2026", date=date(2026, 6, 2), opened=time(9))
    after = roadmap(LAST, later, viewpoint(scores=[FRESH, answered]))

    assert ("survey", 2026) in matters(date(2026, 5, 5), roadmap(viewpoint()))
    assert ("survey", 2026) not in matters(date(2026, 5, 5))
    assert ("results", 2026) in matters(date(2026, 6, 2), between)
    assert ("results", 2026) not in matters(date(2026, 9, 1), after)


def test_there_is_no_schedule_after_the_roadmap() -> None:
    """In its last year the roadmap has no next one to put on a timetable."""
    last = roadmap(LAST, viewpoint(scores=[FRESH]), head=HEAD)

    assert ("schedule", 2028) not in matters(date(2027, 11, 23), last)
