"""Calling, opening and closing a meeting that has an agenda."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from model import agenda, meetings
from model.edits import RefusedError
from model.meeting import Item
from model.records import Member
from tests.model.build import DAY, HEAD, meeting, roadmap

if TYPE_CHECKING:
    from model.meeting import ItemKind

NINE, TEN = time(9), time(10)
KINDS: tuple[ItemKind, ...] = ("opening", "agenda", "season", "other", "next", "closing")
PLAN = tuple(Item(number=0, kind=kind, heading=kind.capitalize()) for kind in KINDS)
LAST = meeting("2/2026", date=date(2026, 9, 1), opened=NINE, place="Valtuustosali", chair="a", secretary="b")


def test_what_is_usual_comes_from_the_roadmap_the_members_and_the_last_meeting() -> None:
    """The place of the roadmap, whose task it is, the hour of last time; a member's task may be in Swedish."""
    members = (Member(id="x", role="X", task="Ordförande"), Member(id="y", role="Y", task="kokouksen sihteeri"))
    known = roadmap(LAST, members=members, head=HEAD.model_copy(update={"place": "Kaupungintalo"}))

    assert meetings.usual(known) == {"starts": NINE, "place": "Kaupungintalo", "chair": "x", "secretary": "y"}
    assert meetings.usual(roadmap(LAST)) == {"starts": NINE, "place": "Valtuustosali", "chair": "a", "secretary": "b"}
    assert meetings.usual(roadmap()) == {}


def test_a_meeting_is_called_with_what_is_said_and_what_is_usual() -> None:
    """It gets the next number; the roadmap's records stay as they are."""
    after, called = meetings.convene(roadmap(LAST), DAY, ends=TEN, place=" Lehtori ", items=PLAN)

    assert after.meeting("3/2026") == called
    assert (called.date, called.starts, called.ends) == (DAY, NINE, TEN)
    assert (called.place, called.chair, called.secretary) == ("Lehtori", "a", "b")
    assert [item.number for item in called.items] == list(range(1, 7))


def test_a_planned_meeting_of_the_day_gets_its_agenda() -> None:
    """What was planned about it stays unless something else is said; it is not called twice."""
    planned = meeting(place="Kirjasto", starts=time(13))

    after, called = meetings.convene(roadmap(LAST, planned), DAY, items=PLAN)

    assert (called.number, called.place, called.starts) == ("3/2026", "Kirjasto", time(13))
    with pytest.raises(RefusedError, match="agenda-exists"):
        meetings.convene(after, DAY, items=PLAN)


def test_a_meeting_does_not_end_before_it_begins() -> None:
    """A slip in the time is refused before anybody is invited."""
    with pytest.raises(RefusedError, match="ends-before-beginning"):
        meetings.convene(roadmap(), DAY, starts=TEN, ends=NINE, items=PLAN)


def test_opening_fills_what_it_decides() -> None:
    """The planned §§ of those kinds are handled, under their numbers; the others wait."""
    called, _ = meetings.convene(roadmap(), DAY, items=PLAN)
    decided = [
        Item(number=0, kind="opening", background="Avattiin."),
        Item(number=0, kind="agenda", outcome="approved", decision="Hyväksyttiin esityslista."),
        Item(number=0, kind="season", heading="Season"),
    ]

    after, begun = meetings.begin(called, DAY, NINE, items=decided)

    assert after.meeting(begun.number).opened == NINE
    assert [item.number for item in agenda.handled(begun)] == [1, 2]
    assert begun.items[1].heading == "Agenda"
    assert [item.kind for item in agenda.waiting(begun)] == ["season", "other", "next", "closing"]


def test_opening_lays_the_agenda_out_where_there_is_none() -> None:
    """A meeting that nobody called has the same §§ as one that was."""
    _, begun = meetings.begin(roadmap(), DAY, NINE, items=PLAN)

    assert [(item.number, item.kind) for item in begun.items] == list(enumerate(KINDS, 1))


def test_closing_fills_the_last_items_and_tells_what_was_left() -> None:
    """A § that was handled stays as it is; one that nobody came to was not handled."""
    begun, held = meetings.begin(roadmap(), DAY, NINE, items=PLAN)
    begun = agenda.take(begun, held.number, 4, outcome="noted", decision="Kerrottiin kuulumiset.")
    last = [
        Item(number=0, kind="other", outcome="nothing", decision="Muita asioita ei ollut."),
        Item(number=0, kind="next", outcome="agreed", decision="Sovittiin."),
        Item(number=0, kind="closing", background="Päätettiin klo 10.00."),
    ]

    closed = meetings.close(begun, held.number, TEN, items=last).meeting(held.number)

    assert closed.closed == TEN
    assert [item.number for item in closed.items] == list(range(1, 7))
    assert [item.outcome for item in closed.items] == [
        "not-handled",
        "not-handled",
        "not-handled",
        "noted",
        "agreed",
        None,
    ]
    assert closed.items[3].decision == "Kerrottiin kuulumiset."
    assert agenda.waiting(closed) == ()


def test_the_numbers_of_the_year_follow_the_meeting_before_when_it_has_grown() -> None:
    """Called in advance, a meeting is numbered again when it opens; then its numbers stay."""
    yearly = roadmap(head=HEAD.model_copy(update={"numbering": "year"}))
    both, first = meetings.convene(yearly, date(2026, 11, 3), items=PLAN)
    both, second = meetings.convene(both, DAY, items=PLAN)
    both, _ = meetings.begin(both, date(2026, 11, 3), NINE)
    grown = agenda.add(both, first.number, Item(number=0, heading="Uusi"))
    over = meetings.close(grown, first.number, TEN)

    _, begun = meetings.begin(over, DAY, NINE)

    assert [item.number for item in second.items] == list(range(7, 13))
    assert [item.number for item in begun.items] == list(range(8, 14))
