"""Whose decision a change is, what a packet holds, and what an approval brings into force."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model import edits
from model.approval import propose
from model.approved import approved_end, approved_on
from model.approving import approve, as_approved
from model.check import check
from model.diff import Change, diff
from model.edits import Place, RefusedError
from model.halfyear import HalfYear
from model.packet import packet, pending, sums
from model.powers import POWERS, power, shares
from model.records import TABLES, Approval, Goal, Head, Move, Target
from model.typed import set_field
from tests.model.build import DAY, HEAD, IN_MEETING, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

LATER = HalfYear("2027H1")
DECIDED = date(2026, 12, 8)
TODAY = date(2026, 12, 9)
TOWN = roadmap(
    measure("T07", funding=({"year": 2026, "amount": 1000, "state": "granted"},)),
    measure("T19", status="dropped"),
    viewpoint("osaaminen", targets=({"date": date(2024, 12, 9), "value": Decimal("3.5")},)),
)
FIRST = Approval(body="Kaupunginhallitus", date=date(2024, 12, 9), section="§ 318", of="roadmap")
APPROVED = TOWN.adding("approvals", FIRST)
AGAIN = Approval(body="Johtoryhmä", date=DECIDED, section="§ 12", commit="a" * 40)
PROPOSED = Target(date=DAY, value=Decimal("4.2"), state="proposed", meeting="3/2026", item=7)


def with_target(found: Roadmap, target: Target = PROPOSED) -> Roadmap:
    """Return a roadmap with one more target level."""
    old = found.viewpoint("osaaminen")
    return found.replacing("viewpoints", old.model_copy(update={"targets": (*old.targets, target)}))


def moved_onwards(found: Roadmap, to: HalfYear = LATER) -> Roadmap:
    """Return a roadmap in which a move of T07 is proposed."""
    return propose(found, "T07", IN_MEETING, text="Esitetään siirtoa.", to=to, reason="resurssi")


@pytest.mark.parametrize(
    ("edit", "kinds"),
    [
        (lambda r: edits.add_measure(r, title="Uusi", start=LATER, end=LATER)[0], {"add"}),
        (lambda r: r.without("measures", "T07"), {"drop"}),
        (lambda r: edits.drop(r, "T07", IN_MEETING, reason="ei tarvetta"), {"drop"}),
        (lambda r: edits.reopen(r, "T19", IN_MEETING), {"drop"}),
        (lambda r: edits.move(r, "T07", IN_MEETING, to=LATER, reason="resurssi"), {"period"}),
        (lambda r: set_field(r, ("roadmap", ""), "last", "2028H1"), {"period"}),
        (lambda r: set_field(r, ("measures", "T07"), "responsible", "Rehtori"), {"owner"}),
        (lambda r: set_field(r, ("viewpoints", "osaaminen"), "focus", "kyllä"), {"focus"}),
        (with_target, {"target"}),
        (lambda r: edits.mark_done(r, "T07", IN_MEETING), {"status"}),
        (lambda r: edits.reopen(edits.mark_done(r, "T07", IN_MEETING), "T07", IN_MEETING), {"status"}),
        (lambda r: edits.note(r, "T07", IN_MEETING, text="Kesken"), {"notes"}),
        (lambda r: set_field(r, ("measures", "T07"), "public", "Kesken"), {"notes"}),
        (lambda r: edits.set_funding(r, "T07", 2027, amount=Decimal(5), state="applied"), {"funding"}),
        (lambda r: set_field(r, ("measures", "T07"), "title", "Toinen"), {"content"}),
        (lambda r: r.adding("goals", Goal(id="G1", title="Tieto")), {"add"}),
        (lambda r: set_field(r, ("roadmap", ""), "vision", "Sujuva"), {"team"}),
        (lambda r: r.adding("meetings", meeting("4/2026")), {"actions"}),
        (lambda r: r.adding("approvals", AGAIN), {None}),
    ],
)
def test_every_change_is_of_one_kind(edit: Callable[[Roadmap], Roadmap], kinds: set[str | None]) -> None:
    """What belongs together is of one kind: a measure that is dropped with its log, a move with its end."""
    changes = diff(TOWN, edit(TOWN))

    assert {power(change, changes) for change in changes} == kinds


def test_a_measure_that_was_done_and_is_open_again_is_a_matter_of_status() -> None:
    """Only what was dropped comes back by a decision of the approving body."""
    done = edits.mark_done(TOWN, "T07", IN_MEETING)
    changes = diff(done, edits.reopen(done, "T07", IN_MEETING))

    assert {power(change, changes) for change in changes} == {"status"}


def test_every_table_has_an_owner_but_approvals_and_conflicts() -> None:
    """A new table has to say whose decision its changes are."""
    none = {table for table in TABLES if power(Change(table, "x", "key", before=1, after=2)) is None}

    assert none == {"approvals", "conflicts"}


def test_the_list_of_the_file_says_who_decides() -> None:
    """What the list names is the approving body's, the rest the team's; an empty list leaves all to the team."""
    after = edits.note(edits.move(TOWN, "T07", IN_MEETING, to=LATER, reason=""), "T07", IN_MEETING, text="Kesken")
    changes = diff(TOWN, after)
    found = {
        words: [len(part) for part in shares(changes, HEAD.model_copy(update={"approves": words}))]
        for words in ((), ("period",), POWERS)
    }

    assert found == {(): [0, 3], ("period",): [2, 1], POWERS: [3, 0]}
    assert Head.model_fields["approves"].default == ("add", "drop", "owner", "period", "target", "focus")


def test_a_word_that_is_no_kind_is_a_fault() -> None:
    """What it was meant for would be left to the team without anybody noticing."""
    (problem,) = check(roadmap(head=HEAD.model_copy(update={"approves": ("add", "aikataulu")})))

    assert (problem.code, problem.severity, problem.data["name"]) == ("unknown-power", "error", "aikataulu")


def test_a_packet_parts_what_changed_and_names_what_waits() -> None:
    """A proposal is no change; internal notes and approvals are in no packet."""
    after = edits.mark_done(moved_onwards(with_target(APPROVED)), "T07", Place(DAY))
    after = set_field(after, ("measures", "T19"), "internal", "Salainen")
    after = set_field(after, ("measures", "T19"), "responsible", "Rehtori")
    found = packet(APPROVED, after)

    assert [change.field for change in found.approver] == ["responsible"]
    assert {change.field for change in found.team} == {"status", "log"}
    assert [one.record for one in found.proposals] == ["osaaminen"]
    assert found.asks
    assert not found.is_empty


def test_money_is_summed_by_year_and_state_without_what_was_dropped() -> None:
    """The packet tells which sums have changed, those of a new measure among them."""
    after = edits.set_funding(APPROVED, "T07", 2027, amount=Decimal(500), state="applied")
    found = packet(APPROVED, after)

    assert sums(after) == {(2026, "granted"): 1000, (2027, "applied"): 500}
    assert [(money.measure, money.year, money.before) for money in found.money] == [("T07", 2027, None)]
    assert sums(edits.drop(after, "T07", IN_MEETING, reason="")) == {}


def test_a_proposal_waits_until_something_is_decided() -> None:
    """A note and that it goes on leave it waiting; a move and an end answer it. Words alone wait for nobody."""
    waits = moved_onwards(APPROVED)

    assert [one.record for one in pending(waits)] == ["T07"]
    assert list(pending(edits.note(waits, "T07", IN_MEETING, text="Kesken")))
    assert list(pending(edits.carry_on(waits, "T07", IN_MEETING, note="Jatkuu")))
    assert not list(pending(edits.move(waits, "T07", IN_MEETING, to=LATER, reason="")))
    assert not list(pending(edits.drop(waits, "T07", IN_MEETING, reason="")))
    words = waits.measure("T07").log[-1].model_copy(update={"proposes": None})
    assert not list(pending(waits.replacing("measures", waits.measure("T07").model_copy(update={"log": (words,)}))))


def test_what_was_proposed_takes_effect_when_it_is_approved() -> None:
    """The target is in force from that day on, the move is made; each says by whom, and the packet is empty."""
    asked = packet(APPROVED, moved_onwards(with_target(APPROVED)))
    after = approve(asked, AGAIN, today=TODAY)
    target, move = after.viewpoint("osaaminen").targets[-1], after.measure("T07").moves[-1]

    assert (target.state, target.date, target.value, target.note) == (
        "approved",
        DECIDED,
        PROPOSED.value,
        "Johtoryhmä § 12",
    )
    assert (move.date, move.to, move.reason) == (DECIDED, LATER, "resurssi, Johtoryhmä § 12")
    assert after.approvals[-1] == AGAIN
    assert packet(as_approved(asked.now, AGAIN, after), after).is_empty
    assert packet(after, after).is_empty


def test_what_is_to_be_dropped_is_dropped_and_a_late_end_lengthens_the_roadmap() -> None:
    """The approving body may go beyond what the team can."""
    dropped = approve(
        packet(APPROVED, propose(APPROVED, "T07", IN_MEETING, text="Esitetään.", reason="turha")), AGAIN, today=TODAY
    )
    late = approve(packet(APPROVED, moved_onwards(APPROVED, HalfYear("2028H1"))), AGAIN, today=TODAY)

    assert (dropped.measure("T07").status, dropped.measure("T07").log[-1].text) == ("dropped", "turha, Johtoryhmä § 12")
    assert (late.measure("T07").end, late.head.last) == ("2028H1", "2028H1")


def test_what_was_not_approved_says_so_and_waits_no_more() -> None:
    """What was proposed after the day of the approval goes on waiting; neither looks changed afterwards."""
    before = moved_onwards(with_target(APPROVED))
    after = approve(packet(APPROVED, before), AGAIN, today=TODAY, without=["T07", "osaaminen"])
    early = approve(
        packet(APPROVED, set_field(before, ("measures", "T19"), "responsible", "Rehtori")),
        AGAIN.model_copy(update={"date": date(2026, 11, 1)}),
        today=TODAY,
    )

    entry, target = after.measure("T07").log[-1], after.viewpoint("osaaminen").targets[-1]
    assert (entry.event, entry.date, entry.text) == ("refused", DECIDED, "Johtoryhmä § 12")
    assert (target.state, target.value, after.measure("T07").end) == ("refused", PROPOSED.value, "2026H1")
    assert packet(as_approved(before, AGAIN, after), after).is_empty
    assert [one.record for one in pending(moved_onwards(after))] == ["T07"]
    assert [one.record for one in pending(early)] == ["T07", "osaaminen"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"body": " "}, "empty-text"),
        ({"date": date(2026, 12, 10)}, "approved-ahead"),
        ({"date": date(2024, 12, 8)}, "approved-before"),
        ({"body": "kaupunginhallitus", "date": date(2024, 12, 9)}, "already-approved"),
        ({}, "nothing-to-approve"),
    ],
)
def test_an_approval_that_cannot_be_is_refused(given: dict[str, object], code: str) -> None:
    """By nobody, ahead of time, out of order, twice, of nothing."""
    with pytest.raises(RefusedError, match=code):
        approve(packet(APPROVED, APPROVED), AGAIN.model_copy(update=given), today=TODAY)


def test_what_waits_for_nobody_cannot_be_left_out() -> None:
    """A name that is no proposal is told, with those that are."""
    with pytest.raises(RefusedError) as refused:
        approve(packet(APPROVED, moved_onwards(APPROVED)), AGAIN, today=TODAY, without=["T19"])

    assert refused.value.data["known"] == ("T07",)


def test_the_approved_end_is_where_the_first_later_move_began() -> None:
    """What was moved on the day of the approval or before it was approved; moved back, nothing differs."""
    early = Move(date=date(2024, 12, 9), from_=HalfYear("2025H2"), to=HalfYear("2026H1"))
    later = Move(date=DAY, from_=HalfYear("2026H1"), to=HalfYear("2026H2"))
    last = Move(date=DECIDED, from_=HalfYear("2026H2"), to=LATER)
    back = Move(date=DECIDED, from_=HalfYear("2026H2"), to=HalfYear("2026H1"))
    day = approved_on(APPROVED)

    assert day == FIRST.date
    assert approved_end(measure(end="2026H1", moves=(early,)), day) is None
    assert approved_end(measure(end="2027H1", moves=(early, later, last)), day) == "2026H1"
    assert approved_end(measure(end="2026H1", moves=(later, back)), day) is None
    assert approved_end(measure(end="2027H1", moves=(later, last)), approved_on(TOWN)) is None
