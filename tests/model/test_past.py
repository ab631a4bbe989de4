"""How the roadmap stood earlier, from the dated entries of its measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.file.reading import read
from model.halfyear import HalfYear
from model.past import as_of, earlier_counts, known_after
from model.standing import standing
from tests.model.build import ROOT, ids, measure, meeting, roadmap, viewpoint

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


def test_what_is_dated_later_was_not_known_when_a_day_was_over() -> None:
    """Moves, log, scores, targets and meetings of the day itself stay; what has no date stays as it is."""
    days = date(2026, 2, 1), date(2026, 2, 2)
    halves = "2025H1", "2025H2", "2026H1"
    moves = [{"date": day, "from": HalfYear(halves[n]), "to": HalfYear(halves[n + 1])} for n, day in enumerate(days)]
    log = [{"date": day, "event": event} for day, event in zip(days, ("started", "done"), strict=True)]
    scores = [{"date": day, "value": Decimal(3), "basis": "survey"} for day in days]
    targets = [{"date": day, "value": Decimal(4)} for day in days]
    found = roadmap(
        measure(start="2025H1", moves=moves, log=log, status="done", public="Esittely"),
        viewpoint(scores=scores, targets=targets),
        meeting("1/2026", date=days[0]),
        meeting("2/2026", date=days[1]),
    )
    then = known_after(found, days[0])
    known, seen = then.measure("T07"), then.viewpoint("osaaminen")

    assert (known.end, known.status, len(known.moves), len(known.log)) == ("2025H2", "active", 1, 1)
    assert (known.public, len(seen.scores), len(seen.targets)) == ("Esittely", 1, 1)
    assert [one.number for one in then.meetings] == ["1/2026"]
    assert known_after(found, days[1]) == known_after(found, date.max) == found
