"""Noting who comes, leaves, is conflicted or heard: what is written into the log, and what is refused."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model import attending
from model.edits import RefusedError
from model.presence import Seat, Who, seat_of
from model.records import Member
from model.roadmap import NoSuchRecordError
from tests.model.build import meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

TEAM = (Member(id="a", role="Puheenjohtaja", deputy="Suunnittelija"), Member(id="b", role="Sihteeri"))
A, B, GUEST = Who("a"), Who("b"), Who(guest="Leena Luonnos")
ITEMS = [{"number": n, "decision": "Päätettiin."} for n in range(1, 7)] + [{"number": 7, "kind": "status"}]


def held(*attendance: dict[str, object], **fields: object) -> Roadmap:
    """Return a roadmap with a meeting of seven §§, the last of which waits."""
    return roadmap(meeting(items=ITEMS, attendance=attendance, **fields), members=TEAM)


def noted(found: Roadmap) -> list[tuple[str, str, int | None]]:
    """Return the log: who, what, at which §."""
    log = found.meeting("3/2026").attendance
    return [(entry.member or entry.guest, entry.presence, entry.item) for entry in log]


def seated(found: Roadmap, who: Who = A) -> Seat:
    """Return a seat of the meeting."""
    return seat_of(found, found.meeting("3/2026").attendance, who)


def refused(edit: Callable[[], object]) -> tuple[str, dict[str, object]]:
    """Return why an edit is refused."""
    with pytest.raises(RefusedError) as caught:
        edit()
    return caught.value.code, caught.value.data


def test_the_opening_is_one_entry_a_member() -> None:
    """Marking somebody again puts the entry right, in its place; a guest is known by name; later §§ stay."""
    found = attending.attend(held(), "3/2026", "a", presence="present")
    found = attending.attend(found, "3/2026", "b", presence="remote")
    found = attending.leave(found, "3/2026", A, item=4)
    found = attending.attend(found, "3/2026", "a", presence="remote")
    found = attending.welcome(found, "3/2026", " Leena Luonnos ")

    assert noted(found) == [
        ("a", "remote", None),
        ("b", "remote", None),
        ("a", "left", 4),
        ("Leena Luonnos", "present", None),
    ]


def test_a_sheet_is_recorded_at_once() -> None:
    """Seats that are named are put right or emptied, with name and deputy kept; the others are left alone."""
    before = held({"member": "a", "name": "Aino"}, {"member": "b"}, {"guest": "Leena Luonnos"})

    after = attending.seat(before, "3/2026", {A: "remote", B: None, GUEST: "present"})

    assert noted(after) == [("a", "remote", None), ("Leena Luonnos", "present", None)]
    assert after.meeting("3/2026").attendance[0].name == "Aino"


def test_who_comes_late_arrives_and_who_left_returns() -> None:
    """One edit knows which; of a member an arrival is `late`, of a guest and of a return it is how they take part."""
    found = attending.come(held({"member": "a", "presence": "absent"}), "3/2026", A, item=4, at=time(9, 15))
    found = attending.leave(found, "3/2026", A, item=5)
    found = attending.come(found, "3/2026", A, item=7, remote=True)
    found = attending.come(found, "3/2026", GUEST, item=6)

    assert noted(found)[1:] == [("a", "late", 4), ("a", "left", 5), ("a", "remote", 7), ("Leena Luonnos", "present", 6)]
    assert [(one.happening, one.time) for one in seated(found).moments] == [
        ("arrived", time(9, 15)),
        ("left", None),
        ("returned", None),
    ]


def test_who_is_there_can_go_on_in_another_way() -> None:
    """From the room to the call: from that § on."""
    found = attending.come(held({"member": "a"}), "3/2026", A, item=5, remote=True)

    assert [seated(found).at(item) for item in (4, 5)] == ["present", "remote"]


def test_a_way_that_is_taken_back_leaves_nothing_behind() -> None:
    """Who goes on remotely and at the same § does not is there as before; who leaves earlier goes on in no way."""
    found = attending.come(held({"member": "a"}), "3/2026", A, item=5, remote=True)

    assert noted(attending.come(found, "3/2026", A, item=5)) == [("a", "present", None)]
    assert noted(attending.leave(found, "3/2026", A, item=3)) == [("a", "present", None), ("a", "left", 3)]


def test_a_guest_who_is_heard_can_be_there_remotely() -> None:
    """The hearing and the way of taking part are two entries of one §."""
    found = attending.come(attending.heard(held(), "3/2026", GUEST.guest, item=5), "3/2026", GUEST, item=5, remote=True)

    assert seated(found, GUEST).at(5) == "remote"


def test_one_who_was_expected_late_arrives() -> None:
    """`late` without a § tells no more than that; the § of the arrival is then noted."""
    found = attending.come(held({"member": "a", "presence": "late"}), "3/2026", A, item=4)

    assert [seated(found).at(item) for item in (3, 4)] == ["absent", "present"]


def test_noting_an_earlier_time_takes_the_place_of_the_later() -> None:
    """A correction leaves no entry behind that tells nothing any more."""
    late = attending.arrive(held(), "3/2026", A, item=6)
    left = attending.leave(held({"member": "a"}), "3/2026", A, item=6)

    assert noted(attending.arrive(late, "3/2026", A, item=4)) == [("a", "late", 4)]
    assert noted(attending.leave(left, "3/2026", A, item=4)) == [("a", "present", None), ("a", "left", 4)]


def test_the_same_thing_twice_is_once() -> None:
    """What is noted already changes nothing."""
    found = attending.conflict(held({"member": "a"}), "3/2026", A, item=6)

    assert attending.conflict(found, "3/2026", A, item=6) == found
    assert attending.seat(found, "3/2026", {A: "present"}) == found


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda r: attending.arrive(r, "3/2026", B, item=4), "already-here"),
        (lambda r: attending.come(r, "3/2026", B, item=4), "already-here"),
        (lambda r: attending.return_(r, "3/2026", B, item=4), "already-here"),
        (lambda r: attending.return_(r, "3/2026", A, item=4), "not-left"),
        (lambda r: attending.leave(r, "3/2026", A, item=4), "leaves-before-arriving"),
        (lambda r: attending.leave(r, "3/2026", GUEST, item=4), "not-here"),
        (lambda r: attending.conflict(r, "3/2026", A, item=4), "not-here"),
        (lambda r: attending.heard(r, "3/2026", "  ", item=4), "nobody"),
        (lambda r: attending.welcome(r, "3/2026", " "), "nobody"),
        (lambda r: attending.leave(r, "3/2026", B, item=9), "item-not-reached"),
        (lambda r: attending.leave(r, "3/2026", B, item=0), "item-not-reached"),
        (lambda r: attending.forget(r, "3/2026", B, item=4), "nothing-noted"),
    ],
)
def test_nonsense_is_refused(edit: Callable[[Roadmap], Roadmap], code: str) -> None:
    """Member a arrives at § 6, member b is there: nobody leaves before arriving, or arrives twice, or is nobody."""
    found = held({"member": "a", "presence": "late", "item": 6}, {"member": "b"})

    assert refused(lambda: edit(found))[0] == code


def test_a_refusal_names_whom_it_is_about() -> None:
    """The sentence has the role, not the id; the § that there is not is told with those that there are."""
    found = held({"member": "a"})

    assert refused(lambda: attending.come(found, "3/2026", A, item=4))[1] == {"who": "Puheenjohtaja", "item": 4}
    assert refused(lambda: attending.leave(found, "3/2026", A, item=9))[1] == {"item": 9, "first": 1, "last": 7}
    with pytest.raises(NoSuchRecordError):
        attending.come(found, "3/2026", Who("nobody"), item=4)


def test_checked_minutes_are_not_touched() -> None:
    """What was checked stays as it is until it is reopened."""
    found = held({"member": "a"}, state="checked")

    assert refused(lambda: attending.conflict(found, "3/2026", A, item=4))[0] == "meeting-locked"
    assert refused(lambda: attending.attend(found, "3/2026", "b", presence="absent"))[0] == "meeting-locked"


def test_a_guest_is_heard_and_leaves() -> None:
    """At one § or, when the leaving is noted later, at several."""
    found = attending.heard(held(), "3/2026", " Leena Luonnos ", item=5)
    longer = attending.leave(found, "3/2026", GUEST, item=6)

    assert [seated(found, GUEST).at(item) for item in (4, 5, 6)] == ["absent", "present", "absent"]
    assert [seated(longer, GUEST).at(item) for item in (5, 6, 7)] == ["present", "present", "absent"]


def test_a_deputy_sits_in_place_of_a_member() -> None:
    """From the opening on, also of one who was marked absent; from a § on, when the member was away until then."""
    absent = held({"member": "a", "presence": "absent"})

    opening = attending.deputise(absent, "3/2026", "a", deputy="Suunnittelija")
    later = attending.deputise(absent, "3/2026", "a", deputy=" Suunnittelija ", item=5)
    none = attending.deputise(opening, "3/2026", "a", deputy="")

    assert (seated(opening).opening, seated(opening).deputy) == ("present", "Suunnittelija")
    assert noted(later) == [("a", "absent", None), ("a", "late", 5)]
    assert [one.deputy for one in seated(later).moments] == ["Suunnittelija"]
    assert seated(none).deputy == ""


def test_a_deputy_of_one_who_is_there_is_that_of_the_arrival() -> None:
    """Who was there was the deputy all the while; for a change in the middle the member leaves first."""
    there = attending.deputise(held({"member": "a"}), "3/2026", "a", deputy="Suunnittelija", item=5)
    left = attending.leave(held({"member": "a"}), "3/2026", A, item=4)
    changed = attending.deputise(left, "3/2026", "a", deputy="Suunnittelija", item=5)
    unknown = attending.deputise(held(), "3/2026", "a", deputy="Suunnittelija", item=5)

    assert (seated(there).deputy, seated(there).moments) == ("Suunnittelija", ())
    assert (seated(changed).deputy, [one.deputy for one in seated(changed).moments]) == ("", ["", "Suunnittelija"])
    assert seated(unknown).deputy == "Suunnittelija"


def test_the_name_of_this_time() -> None:
    """It stands once, and can be taken away; who is named is there."""
    found = held({"member": "a"}, {"member": "a", "presence": "left", "item": 4, "name": "Väärä"})

    named = attending.name(found, "3/2026", A, name=" Aino Malli ")

    assert [entry.name for entry in named.meeting("3/2026").attendance] == ["Aino Malli", ""]
    assert seated(attending.name(named, "3/2026", A, name="")).name == ""
    assert seated(attending.name(found, "3/2026", B, name="Pekka"), B).opening == "present"
    assert attending.name(found, "3/2026", B, name=" ") == found


def test_what_was_noted_at_an_item_can_be_taken_away() -> None:
    """Of the one seat and the one § alone."""
    found = held({"member": "a"}, {"member": "a", "presence": "conflicted", "item": 5}, {"member": "b"})

    assert noted(attending.forget(found, "3/2026", A, item=5)) == [("a", "present", None), ("b", "present", None)]


EDITS: dict[str, Callable[[Roadmap, Who, int], Roadmap]] = {
    "come": lambda r, who, item: attending.come(r, "3/2026", who, item=item),
    "remote": lambda r, who, item: attending.come(r, "3/2026", who, item=item, remote=True),
    "leave": lambda r, who, item: attending.leave(r, "3/2026", who, item=item),
    "conflict": lambda r, who, item: attending.conflict(r, "3/2026", who, item=item),
    "heard": lambda r, who, item: attending.heard(r, "3/2026", who.guest, item=item),
    "forget": lambda r, who, item: attending.forget(r, "3/2026", who, item=item),
}
steps = st.tuples(st.sampled_from(tuple(EDITS)), st.integers(1, 8), st.booleans())


@given(st.lists(steps, max_size=14))
@example([("come", 1, True), ("remote", 3, True), ("leave", 2, True)])
@example([("come", 1, True), ("remote", 3, True), ("come", 3, True), ("leave", 2, True)])
@example([("heard", 1, True), ("remote", 1, True)])
@example([("heard", 2, True), ("leave", 3, True), ("leave", 2, True)])
@example([("come", 1, True), ("leave", 1, True), ("heard", 1, True), ("leave", 2, True)])
def test_whatever_is_noted_the_log_stays_in_order(told: list[tuple[str, int, bool]]) -> None:
    """An edit that is not refused does what it says, and no entry is there twice."""
    found = held({"member": "b"})
    for what, item, is_guest in told:
        who = GUEST if is_guest else A
        try:
            found = EDITS[what](found, who, item)
        except RefusedError:
            continue
        seat = seated(found, who)
        way = seat.at(item)
        assert what not in ("come", "leave") or way in ("present", "remote", "conflicted")
        assert what != "remote" or way in ("remote", "conflicted")
        assert what != "leave" or any(span.last == item for span in seat.spans)
        assert what != "conflict" or way == "conflicted"
    log = noted(found)
    assert len(log) == len(set(log))
