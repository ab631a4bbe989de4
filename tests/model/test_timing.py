"""Time used and left follows from when a meeting and its §§ began; the time of day is always handed in."""

from __future__ import annotations

from datetime import date, time

from model.halfyear import HalfYear
from model.meeting import Item, Meeting
from model.records import Head
from model.roadmap import Roadmap
from model.timing import Spent, at_hand, between, of_item, of_meeting, running, stamped

DAY = date(2026, 11, 24)


def meeting(**fields: object) -> Meeting:
    """Return a meeting of three §§, the first one handled, that began at nine."""
    items = (
        Item(number=1, kind="opening", background="Avattiin.", begun=time(9)),
        Item(number=2, kind="agenda", minutes=5),
        Item(number=3, kind="status", minutes=10),
    )
    return Meeting.model_validate({"number": "3/2026", "date": DAY, "opened": time(9), "items": items, **fields})


def roadmap(of: Meeting) -> Roadmap:
    """Return a roadmap with one meeting."""
    head = Head(title="A", organisation="B", first=HalfYear("2025H1"), last=HalfYear("2027H2"))
    return Roadmap(head=head, meetings=(of,))


def test_minutes_are_counted_within_a_day() -> None:
    """A clock that goes back gives no negative time."""
    assert between(time(9, 50), time(10, 5)) == 15
    assert between(time(10), time(9)) == 0


def test_a_meeting_ends_when_it_was_said_to() -> None:
    """Begun late it has less time; its §§ tell the plan where its times do not."""
    assert of_meeting(meeting(starts=time(9), ends=time(10, 30), opened=time(9, 10)), time(9, 40)) == Spent(30, 80)
    assert of_meeting(meeting(), time(9, 20)) == Spent(20, 15)
    assert of_meeting(meeting(opened=None, starts=time(9), ends=time(10)), time(8)) == Spent(0, 60)
    assert of_meeting(meeting(opened=None, items=()), time(8)).left is None
    assert of_meeting(meeting(), time(9, 20)).left == -5


def test_a_closed_meeting_takes_no_more_time() -> None:
    """Its clock has stopped."""
    assert of_meeting(meeting(closed=time(9, 30)), time(15)).used == 30


def test_an_item_takes_the_time_until_the_next_one_is_at_hand() -> None:
    """The § at hand takes it until now, and of §§ handled at once the last one has it."""
    found = running(meeting(), 2, time(9, 10))
    assert of_item(found, found.items[0], time(9, 12)) == Spent(10)
    assert of_item(found, found.items[1], time(9, 12)) == Spent(2, 5)
    assert of_item(found, found.items[2], time(9, 12)) == Spent(0, 10)
    both = running(found, 3, time(9, 10))
    assert [of_item(both, item, time(9, 12)).used for item in both.items] == [10, 0, 2]


def test_the_first_one_that_waits_is_at_hand() -> None:
    """Before the opening and after the closing none is."""
    found = at_hand(meeting())
    assert found is not None
    assert found.number == 2
    assert at_hand(meeting(opened=None)) is None
    assert at_hand(meeting(closed=time(10))) is None
    assert at_hand(None) is None


def test_a_decision_says_since_when_its_item_was_at_hand() -> None:
    """What had begun before, and what still waits, stays as it is."""
    before = roadmap(meeting())
    decided = tuple(
        item.model_copy(update={"decision": "Hyväksyttiin."}) if item.number == 2 else item
        for item in before.meetings[0].items
    )
    after = roadmap(meeting(items=decided))
    done = stamped(before, after, "3/2026", since=time(9, 10)).meetings[0]
    assert [item.begun for item in done.items] == [time(9), time(9, 10), None]
    assert stamped(before, before, "3/2026", since=time(9, 10)) is before
