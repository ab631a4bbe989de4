"""How the roadmap stood earlier, from the dated entries of its measures."""

from __future__ import annotations

from datetime import date

import pytest

from model.file.reading import read
from model.halfyear import HalfYear
from model.past import as_of, earlier_counts
from model.standing import standing
from tests.model.build import ROOT, ids, measure, roadmap

COUNTED = {
    date(2025, 9, 2): (29, 10, 1, 0),
    date(2025, 11, 25): (20, 19, 1, 0),
    date(2026, 3, 10): (12, 21, 6, 1),
    date(2026, 9, 1): (10, 17, 11, 2),
}
"""The counts that the sample's minutes tell of their day: not started, in progress, done, discontinued."""


@pytest.mark.parametrize("day", COUNTED)
def test_the_samples_minutes_had_these_counts(day: date) -> None:
    """What the log gives for the day of a meeting is what its minutes say."""
    sample = read(ROOT / "roadmap.toml").roadmap
    assert sample
    found = earlier_counts(sample, day)

    assert (found["planned"], found["active"], found["done"], found["dropped"]) == COUNTED[day]


def test_a_postponement_is_taken_back_too() -> None:
    """Four were late on 1 September 2026, one of them in the half-year from which it was not moved yet."""
    sample = read(ROOT / "roadmap.toml").roadmap
    assert sample
    found = standing(as_of(sample, date(2026, 9, 1)), HalfYear("2026H2"))

    assert ids(found.late) == ["T07", "T19", "T20", "T38"]
    assert "T15" in ids(found.ending)


def test_what_nobody_dated_is_as_it_is_now() -> None:
    """A status without a line in the log cannot be placed before or after a day."""
    found = roadmap(measure(status="done"))

    assert as_of(found, date(2025, 9, 1)) == found


@pytest.mark.parametrize(
    ("event", "status", "before"),
    [("started", "active", "planned"), ("done", "done", "active"), ("reopened", "active", "done")],
)
def test_before_its_first_event_a_measure_was_what_the_event_ended(event: str, status: str, before: str) -> None:
    """An event tells what was before it; on the day of the event it had not happened when the day began."""
    log = [{"date": date(2026, 2, 1), "event": event}]
    found = roadmap(measure(status=status, start="2025H1", log=log))

    assert as_of(found, date(2026, 2, 1)).measure("T07").status == before
    assert as_of(found, date(2026, 2, 2)).measure("T07").status == status
