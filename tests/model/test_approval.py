"""What the management team has to approve: told as reasons, and proposed instead of done."""

from __future__ import annotations

import pytest

from model.approval import matters, propose
from model.edits import Place, RefusedError, mark_done
from model.halfyear import HalfYear
from model.records import Move
from tests.model.build import DAY, IN_MEETING, measure, roadmap

ONCE = Move(date=DAY, from_=HalfYear("2025H2"), to=HalfYear("2026H1"))
TWICE = (ONCE, Move(date=DAY, from_=HalfYear("2026H1"), to=HalfYear("2026H2")))
NEXT = HalfYear("2027H1")


def test_the_third_postponement_is_asked_about_and_an_earlier_end_is_none() -> None:
    """Two are borne; what was brought forward does not count, nor is bringing forward asked about."""
    once, twice = measure(end="2026H2", moves=(ONCE,)), measure(end="2026H2", moves=TWICE)
    forth = measure(end="2026H2", moves=(ONCE, Move(date=DAY, from_=HalfYear("2027H2"), to=HalfYear("2026H2"))))
    found = roadmap(twice)

    assert matters(found, once, "moved", year=2026, to=NEXT) == ()
    assert matters(found, forth, "moved", year=2026, to=NEXT) == ()
    assert matters(found, twice, "moved", year=2026, to=NEXT) == ("third-move",)
    assert matters(found, twice, "moved", year=2026, to=HalfYear("2026H1")) == ()
    assert matters(found, twice, "continues", year=2026) == ()


def test_an_end_after_the_roadmaps_own_is_not_the_teams_to_decide() -> None:
    """The roadmap's years were approved by somebody else."""
    found = measure()

    assert matters(roadmap(found), found, "moved", year=2026, to=HalfYear("2028H1")) == ("beyond-roadmap",)


@pytest.mark.parametrize(
    ("state", "year", "reasons"),
    [("granted", 2026, ("granted-money",)), ("granted", 2025, ()), ("applied", 2026, ())],
)
def test_dropping_what_money_was_granted_for_is_proposed(state: str, year: int, reasons: tuple[str, ...]) -> None:
    """Money of a past year has been used; money that was not granted binds nobody."""
    found = measure(funding=({"year": year, "amount": 1000, "state": state},))

    assert matters(roadmap(found), found, "dropped", year=2026) == reasons


def test_a_proposal_leaves_the_measure_as_it_is_but_for_its_log() -> None:
    """Schedule and status wait for the answer; a measure that is over is not proposed about."""
    before = roadmap(measure())
    after = propose(before, "T07", IN_MEETING, text="Esitetään siirtoa.").measure("T07")

    assert after.model_copy(update={"log": ()}) == before.measure("T07")
    assert [(entry.event, entry.item, entry.text) for entry in after.log] == [("proposed", 5, "Esitetään siirtoa.")]
    with pytest.raises(RefusedError, match="not-open"):
        propose(mark_done(before, "T07", Place(DAY)), "T07", IN_MEETING, text="Esitetään siirtoa.")
