"""What several recorded moves of one measure come to, also after two copies moved it to two ends."""

from __future__ import annotations

from datetime import date

import pytest

from model.diff import diff
from model.edits import Place, move, note
from model.halfyear import HalfYear
from model.moving import last_move, net_changes, overruled, unfulfilled
from model.packet import packet
from model.records import LogEntry, Measure, Move
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
    (change,) = net_changes(diff(before, twice), before, twice)

    assert isinstance(change.after, Move)
    assert (change.after.from_, change.after.to, change.after.reason) == ("2026H1", "2027H1", "kilpailutus")


def test_a_measure_that_came_back_to_its_end_was_not_moved() -> None:
    """What else happened to it is told all the same."""
    before = roadmap(measure())
    away = move(before, "T07", Place(BEFORE), to=HalfYear("2026H2"), reason="")
    back = note(move(away, "T07", Place(DAY), to=HalfYear("2026H1"), reason=""), "T07", IN_MEETING, text="Kesken")

    assert [change.field for change in net_changes(diff(before, back), before, back)] == ["log"]


def test_an_end_that_was_typed_is_told_as_a_field() -> None:
    """No move says why, so none is made up; a move that it replaced is not told."""
    before = roadmap(measure())
    moved = move(before, "T07", IN_MEETING, to=HalfYear("2026H2"), reason="resurssi")
    typed = set_field(moved, ("measures", "T07"), "end", "2027H1")
    (change,) = net_changes(diff(before, typed), before, typed)

    assert (change.field, change.before, change.after) == ("end", "2026H1", "2027H1")


def test_a_new_measure_stays_whole() -> None:
    """It was not moved: nobody has approved it yet."""
    before, after = roadmap(), roadmap(measure(end="2027H1", moves=(KATI,)))

    assert [type(change.after) for change in net_changes(diff(before, after), before, after)] == [Measure]


def logged(*events: str, status: str) -> Measure:
    """Return a measure with these events, a day apart, and a status."""
    log = [{"date": date(2026, 9, day), "event": event} for day, event in enumerate(events, 1)]
    return measure(log=log, status=status)


@pytest.mark.parametrize(
    ("events", "status", "lost"),
    [
        (("done", "dropped"), "done", {1}),
        (("done", "dropped"), "dropped", {0}),
        (("started", "dropped", "note"), "active", {1}),
        (("done", "reopened"), "active", set()),
        (("done", "reopened", "dropped"), "dropped", set()),
        (("started", "done"), "done", set()),
    ],
)
def test_an_end_that_gave_way_is_not_in_force(events: tuple[str, ...], status: str, lost: set[int]) -> None:
    """One dropped what the other finished; what was reopened was in force until then."""
    assert unfulfilled(logged(*events, status=status)) == lost


@pytest.mark.parametrize(
    ("events", "status", "told"),
    [
        (("done", "dropped"), "done", ["done"]),
        (("done", "dropped"), "dropped", ["dropped"]),
        (("dropped", "reopened"), "active", []),
        (("dropped", "reopened", "done"), "done", ["done"]),
    ],
)
def test_a_packet_has_the_end_that_is_in_force(events: tuple[str, ...], status: str, told: list[str]) -> None:
    """Nobody is asked to approve that a measure is dropped which is done, or which goes on."""
    found = packet(roadmap(measure()), roadmap(logged(*events, status=status)))
    entries = [change.after for change in (*found.approver, *found.team)]

    assert [one.event for one in entries if isinstance(one, LogEntry) and one.event != "reopened"] == told
    assert any(change.field == "log" for change in found.approver) == (status == "dropped")
