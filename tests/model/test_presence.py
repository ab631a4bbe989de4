"""Who takes part in a meeting, computed from the log of what was noted: seats, §§, branches, quorum."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.meeting import Attendance
from model.presence import (
    Quorum,
    Span,
    Who,
    leaves_after,
    present_at,
    quorum,
    renumbered,
    seat_of,
    seats,
    under_way,
    unrepresented,
)
from model.records import Member
from tests.model.build import meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.meeting import Presence
    from model.presence import Seat

SECTORS = {"a": "keskushallinto", "b": "keskushallinto", "c": "tekninen", "d": "perusopetus", "e": ""}
TEAM = roadmap(members=tuple(Member(id=name, role=name, sector=sector) for name, sector in SECTORS.items()))
GUEST = "Leena Luonnos, talous"


def log(*told: tuple[Presence, int | None], **fields: object) -> tuple[Attendance, ...]:
    """Return what is told of member `a`, each entry with its §."""
    return tuple(Attendance.model_validate({"member": "a", "presence": p, "item": n, **fields}) for p, n in told)


def visit(*told: tuple[Presence, int | None]) -> tuple[Attendance, ...]:
    """Return what is told of a guest."""
    return log(*told, member="", guest=GUEST)


def course(*told: tuple[Presence, int | None]) -> tuple[list[tuple[int | None, int | None]], list[tuple[str, int]]]:
    """Return for which §§ member `a` was there, and what happened when."""
    seat = seat_of(TEAM, log(*told), Who("a"))
    return [(span.first, span.last) for span in seat.spans], [(one.happening, one.item) for one in seat.moments]


@pytest.mark.parametrize(
    ("told", "spans", "moments"),
    [
        ([("present", None)], [(None, None)], []),
        ([("absent", None)], [], []),
        ([("late", 4)], [(4, None)], [("arrived", 4)]),
        ([("absent", None), ("late", 4)], [(4, None)], [("arrived", 4)]),
        ([("remote", None), ("late", 4)], [(4, None)], [("arrived", 4)]),
        ([("late", None)], [(None, None)], []),
        ([("present", None), ("left", 7)], [(None, 7)], [("left", 7)]),
        ([("left", 7)], [(None, 7)], [("left", 7)]),
        (
            [("present", None), ("left", 5), ("remote", 8)],
            [(None, 5), (8, None)],
            [("left", 5), ("returned", 8)],
        ),
        ([("late", 3), ("left", 3)], [(3, 3)], [("arrived", 3), ("left", 3)]),
        ([("present", None), ("remote", 6)], [(None, 5), (6, None)], [("went-remote", 6)]),
        ([("remote", None), ("present", 6)], [(None, 5), (6, None)], [("came-in", 6)]),
        ([("late", 4), ("remote", 4)], [(4, None)], [("arrived", 4)]),
        ([("conflicted", 6)], [(None, None)], []),
        ([("absent", None), ("left", 7)], [], []),
        ([], [], []),
    ],
)
def test_the_course_of_a_seat(
    told: Sequence[tuple[Presence, int | None]],
    spans: list[tuple[int | None, int | None]],
    moments: list[tuple[str, int]],
) -> None:
    """The opening is taken as noted, a later entry implies what came before it, and what cannot be tells nothing."""
    assert course(*told) == (spans, moments)


def test_how_a_seat_stands_at_an_item() -> None:
    """There from the § of the arrival to that of the leaving, both counted; away for a conflict of interest alone."""
    seat = seat_of(TEAM, log(("remote", 3), ("conflicted", 5), ("left", 6)), Who("a"))

    assert [seat.at(item) for item in range(2, 8)] == ["absent", "remote", "remote", "conflicted", "remote", "absent"]
    assert seat_of(TEAM, (), Who("a")).at(1) is None


def test_the_way_is_that_of_the_stretch() -> None:
    """Who arrives remotely, or goes on so, is remote from there on."""
    late = seat_of(TEAM, log(("remote", None), ("late", 4)), Who("a"))
    both = seat_of(TEAM, log(("late", 4), ("remote", 4), ("present", 6)), Who("a"))

    assert (late.at(3), late.at(4)) == ("absent", "remote")
    assert (both.at(4), both.at(5), both.at(6)) == ("remote", "remote", "present")
    assert both.moments[0].remote


def test_seats_come_in_the_order_of_the_file() -> None:
    """Members as the file has them, then one it does not know any more, then the guests as they came in."""
    noted = (*visit(("heard", 7)), Attendance(member="gone"), Attendance(member="d"), *log(("present", None)))
    guests = (*noted, Attendance(guest="Aino", presence="heard", item=3))

    assert [seat.title for seat in seats(TEAM, guests)] == ["a", "b", "c", "d", "e", "gone", "Aino", GUEST]
    assert [seat.is_recorded for seat in seats(TEAM, guests)][:4] == [True, False, False, True]


def test_name_and_deputy_of_a_seat() -> None:
    """The name is that of any entry; the deputy of the opening is the seat's, one who came later is the moment's."""
    noted = (
        *log(("present", None), name="Aino Malli", deputy="Suunnittelija"),
        *log(("left", 3)),
        *log(("present", 5), deputy="Harjoittelija", time=time(9, 30)),
    )
    seat = seat_of(TEAM, noted, Who("a"))

    assert (seat.name, seat.deputy) == ("Aino Malli", "Suunnittelija")
    assert [(one.happening, one.deputy, one.time) for one in seat.moments] == [
        ("left", "", None),
        ("returned", "Harjoittelija", time(9, 30)),
    ]


@pytest.mark.parametrize(
    ("told", "spans"),
    [
        ([("heard", 7)], [Span(7, 7)]),
        ([("heard", 7), ("heard", 9)], [Span(7, 7), Span(9, 9)]),
        ([("heard", 7), ("left", 8)], [Span(7, 8)]),
        ([("heard", 3), ("heard", 7), ("left", 8)], [Span(3, 3), Span(7, 8)]),
        ([("present", None), ("heard", 7), ("left", 8)], [Span(None, 8)]),
        ([("present", 7)], [Span(7)]),
    ],
)
def test_a_guest_is_there_while_heard(told: Sequence[tuple[Presence, int | None]], spans: list[Span]) -> None:
    """A hearing is a visit of one §, of more where the leaving is noted; one who came to stay stays."""
    assert list(seat_of(TEAM, visit(*told), Who(guest=GUEST)).spans) == spans


def test_a_branch_is_unrepresented_when_all_its_seats_are_empty() -> None:
    """One of two present is enough; of a seat without an entry nothing is claimed; who came late was there."""
    away = [Attendance(member=name, presence="absent") for name in "ace"]

    assert unrepresented(TEAM, away) == ("tekninen",)
    assert unrepresented(TEAM, [*away, Attendance(member="c", presence="late", item=3)]) == ()


def test_a_branch_can_be_unrepresented_at_one_item() -> None:
    """Before the late arrival, and while its only member has a conflict of interest."""
    noted = [
        Attendance(member="c", presence="late", item=3),
        Attendance(member="d"),
        Attendance(member="d", presence="conflicted", item=4),
    ]

    assert [unrepresented(TEAM, noted, item) for item in (2, 3, 4)] == [("tekninen",), (), ("perusopetus",)]


def test_a_quorum_is_more_than_half_of_the_members() -> None:
    """Three of five will do, three of six will not; guests do not count."""
    noted = [Attendance(member=name) for name in "abc"] + list(visit(("present", None)))

    assert quorum(TEAM, noted, 1) == Quorum(3, 5)
    assert Quorum(3, 5).is_met
    assert not Quorum(3, 6).is_met
    assert quorum(TEAM, [*noted, Attendance(member="c", presence="left", item=4)], 5) == Quorum(2, 5)


def test_the_item_under_way() -> None:
    """The first one that waits; without an agenda the next one; of a closed meeting the last."""
    done = {"number": 1, "kind": "opening", "decision": "Avattiin."}
    waiting = [{"number": 2, "kind": "agenda"}, {"number": 3, "kind": "closing"}]

    assert under_way(meeting(items=[done, *waiting])) == 2
    assert under_way(meeting(items=[done])) == 2
    assert under_way(meeting(items=[done], closed=time(10))) == 1
    assert under_way(meeting()) == 1


def test_who_leaves_has_heard_what_was_handled() -> None:
    """At a § that waits they leave after the one before, unless they came for it; a handled one they have heard."""
    held = meeting(items=[{"number": 6, "decision": "Päätettiin."}, {"number": 7, "kind": "status"}])

    def last(*told: tuple[Presence, int | None], item: int) -> int:
        return leaves_after(held, seat_of(TEAM, log(*told), Who("a")), item)

    assert last(("present", None), item=7) == 6
    assert last(("present", None), item=6) == 6
    assert last(("late", 7), item=7) == 7


def test_planned_items_that_get_another_number_take_their_entries_along() -> None:
    """A conflict belongs to its §; an arrival lies between what was decided and what comes next, and stays there."""
    noted = log(("late", 4), ("conflicted", 5), ("left", 8))

    assert [entry.item for entry in renumbered(noted, {4: 5, 5: 6, 8: 9})] == [4, 6, 8]


presences = st.sampled_from(("present", "remote", "absent", "late", "left", "conflicted", "heard"))
people = st.sampled_from(("a", "b", "gone", ""))
clocks = st.sampled_from((None, time(9), time(10)))
entries = st.builds(
    lambda member, presence, item, at, deputy: Attendance(
        member=member, guest="" if member else GUEST, presence=presence, item=item, time=at, deputy=deputy
    ),
    people,
    presences,
    st.none() | st.integers(1, 6),
    clocks,
    st.sampled_from(("", "Varalla")),
)
logs = st.lists(entries, max_size=12)


@given(logs.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_the_log_means_nothing(logs: tuple[list[Attendance], list[Attendance]]) -> None:
    """People write into the file where they like: the computed list is the same."""
    written, shuffled = logs

    assert seats(TEAM, written) == seats(TEAM, shuffled)


def is_there(seat: Seat, item: int) -> bool:
    """Whether a seat is taken at a §, by its stretches alone."""
    return any((s.first or 0) <= item and (s.last is None or s.last >= item) for s in seat.spans)


@given(logs, st.integers(1, 8))
def test_who_is_present_agrees_with_every_other_answer(told: list[Attendance], item: int) -> None:
    """Present are those within a stretch without a conflict; branches and quorum say the same."""
    there = present_at(TEAM, told, item)

    assert list(there) == [s for s in seats(TEAM, told) if is_there(s, item) and item not in s.conflicts]
    assert quorum(TEAM, told, item).present == len([s for s in there if s.who.member in SECTORS])
    assert not {s.sector for s in there} & set(unrepresented(TEAM, told, item))
    for seat in seats(TEAM, told):
        for one in seat.moments:
            assert is_there(seat, one.item)
        ends = [span.last for span in seat.spans[:-1]]
        assert None not in ends
