"""Blind spots: which viewpoints have a gap at which no open measure aims."""

from __future__ import annotations

from datetime import date

from model.blindspots import aims, steps
from tests.model.build import HEAD, measure, roadmap, viewpoint

GAP = {
    "scores": [{"date": date(2026, 5, 15), "value": 3, "basis": "judgement"}],
    "targets": [{"date": date(2024, 12, 9), "value": 4}],
}


def test_measures_are_counted_in_each_half_year_in_which_they_run() -> None:
    """From their start to their end; what was dropped aims at nothing any more."""
    (aim,) = aims(
        roadmap(
            viewpoint(**GAP),
            measure("T01", "2025H1", "2025H2", viewpoints=["osaaminen"], status="done"),
            measure("T02", "2025H2", "2026H1", viewpoints=["osaaminen"]),
            measure("T03", "2025H1", "2027H2", viewpoints=["osaaminen"], status="dropped"),
            measure("T04", "2025H1", "2027H2"),
        )
    )

    assert list(aim.counts.values()) == [1, 2, 1, 0, 0, 0]
    assert ([m.id for m in aim.measures], aim.still_open, aim.is_blind) == (["T01", "T02"], 1, False)


def test_a_gap_at_which_nothing_open_aims_is_a_blind_spot() -> None:
    """Done work does not close it; where the level is not known nothing is claimed."""
    done = measure(viewpoints=["osaaminen"], status="done")

    assert [aim.is_blind for aim in aims(roadmap(viewpoint(**GAP), done))] == [True]
    assert [aim.is_blind for aim in aims(roadmap(viewpoint(), done))] == [False]


def test_a_roadmap_that_goes_by_years_is_counted_by_years() -> None:
    """A measure of an autumn belongs to its whole year."""
    found = roadmap(
        viewpoint(**GAP),
        measure("T01", "2025H2", "2026H1", viewpoints=["osaaminen"]),
        head=HEAD.model_copy(update={"periods": "years"}),
    )

    assert [step.year for step in steps(found)] == [2025, 2026, 2027]
    assert list(aims(found)[0].counts.values()) == [1, 1, 0]
