"""What several recorded moves of one measure come to, also after two copies moved it to two ends."""

from __future__ import annotations

from datetime import date

import pytest

from model.diff import diff
from model.edits import Place, move, note
from model.halfyear import HalfYear
from model.moving import last_move, overruled, with_net_moves
from model.packet import packet
from model.records import Measure, Move
from model.typed import set_field
from tests.model.build import DAY, IN_MEETING, measure, roadmap

BEFORE = date(2026, 9, 1)


def went(from_: str, to: str, day: date = DAY, *, reason: str = "") -> Move:
    """Return a move."""
    return Move(date=day, from_=HalfYear(from_), to=HalfYear(to), reason=reason)


KATI = went("2026H1", "2027H1", BEFORE, reason="kouluttaja puuttuu")
SARI = went("2026H1", "2027H2", reason="resurssit")


@pytest.mark.parametrize(
    ("end", "moves", "lost"),
    [
        ("2027H2", (KATI, SARI), {0}),
        ("2027H1", (KATI, SARI), {1}),
        ("2027H2", (SARI, KATI), {1}),
        ("2027H2", (KATI, went("2027H1", "2028H1", BEFORE), SARI), {0, 1}),
        ("2027H1", (went("2026H1", "2026H2"), went("2026H2", "2027H1")), set()),
        ("2026H1", (went("2026H1", "2026H2"), went("2026H2", "2026H1")), set()),
        ("2026H2", (KATI,), set()),
        ("2027H1", (went("2025H1", "2025H2"), KATI), set()),
    ],
)
def test_a_move_is_overruled_by_another_one_from_the_same_end(
    end: str, moves: tuple[Move, ...], lost: set[int]
) -> None:
    """One move after the other is no such thing, nor an end that somebody typed: only two ways from one end are."""
    assert overruled(measure(end=end, moves=moves)) == lost


def test_the_move_that_led_to_the_end_is_the_latest_one_to_it() -> None:
    """None led to an end that was typed."""
    assert last_move(measure(end="2027H1", moves=(KATI, SARI))) == KATI
    assert last_move(measure(end="2026H2", moves=(KATI, SARI))) is None


def test_a_packet_has_one_move_of_a_measure() -> None:
    """Whatever two people recorded, the body decides on one end: from the approved one to today's, with its reason."""
    before = roadmap(measure())
    found = packet(before, roadmap(measure(end="2027H2", moves=(KATI, SARI))))

    assert [change.after for change in found.approver] == [SARI]


def test_moves_one_after_the_other_are_one() -> None:
    """From the end in the earlier roadmap, with the reason of the last."""
    before = roadmap(measure())
    once = move(before, "T07", Place(BEFORE), to=HalfYear("2026H2"), reason="resurssi")
    twice = move(once, "T07", IN_MEETING, to=HalfYear("2027H1"), reason="kilpailutus")
    (change,) = with_net_moves(diff(before, twice), before, twice)

    assert isinstance(change.after, Move)
    assert (change.after.from_, change.after.to, change.after.reason) == ("2026H1", "2027H1", "kilpailutus")


def test_a_measure_that_came_back_to_its_end_was_not_moved() -> None:
    """What else happened to it is told all the same."""
    before = roadmap(measure())
    away = move(before, "T07", Place(BEFORE), to=HalfYear("2026H2"), reason="")
    back = note(move(away, "T07", Place(DAY), to=HalfYear("2026H1"), reason=""), "T07", IN_MEETING, text="Kesken")

    assert [change.field for change in with_net_moves(diff(before, back), before, back)] == ["log"]


def test_an_end_that_was_typed_is_told_as_a_field() -> None:
    """No move says why, so none is made up; a move that it replaced is not told."""
    before = roadmap(measure())
    moved = move(before, "T07", IN_MEETING, to=HalfYear("2026H2"), reason="resurssi")
    typed = set_field(moved, ("measures", "T07"), "end", "2027H1")
    (change,) = with_net_moves(diff(before, typed), before, typed)

    assert (change.field, change.before, change.after) == ("end", "2026H1", "2027H1")


def test_a_new_measure_stays_whole() -> None:
    """It was not moved: nobody has approved it yet."""
    before, after = roadmap(), roadmap(measure(end="2027H1", moves=(KATI,)))

    assert [type(change.after) for change in with_net_moves(diff(before, after), before, after)] == [Measure]
