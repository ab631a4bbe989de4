"""What a meeting lacks before it closes: told as values, with the place where each is put right."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from exporters.closing import hole_sentence
from exporters.words import Words
from model import edits, minuting
from model.closing import Hole, begun_unfunded, holes, is_unowned
from model.edits import Place, start
from model.indicator import Indicator
from model.meeting import Action, Attendance, Item, Meeting
from model.records import Member
from model.standing import unfinished
from tests.model.build import DAY, IN_MEETING, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.records import FundingState

WHOLE = {
    "opened": time(9),
    "place": "Lehtori",
    "chair": "tietohallinto",
    "secretary": "keskushallinto",
    "attendance": (Attendance(member="tietohallinto"),),
}
LATE = measure("T07", "2025H2", "2026H1", responsible="tietohallinto")
FAR = measure("T30", "2026H1", "2027H2", responsible="")


def kinds(found: tuple[Hole, ...]) -> list[str]:
    """Return what lacks, by kind."""
    return [hole.kind for hole in found]


def held(*items: Item, **fields: object) -> Meeting:
    """Return a meeting that lacks nothing but what its §§ and `fields` leave out."""
    return meeting("3/2026", **{**WHOLE, "items": items, **fields})


def test_a_meeting_that_lacks_nothing_has_no_holes() -> None:
    """The walk is done, the head is filled, and who does what is known."""
    found = held(Item(number=5, kind="measure", subjects=("T07",), outcome="continues", decision="Jatkuu."))

    assert holes(roadmap(LATE, found), found) == ()


def test_a_due_measure_without_an_outcome_blocks_and_leads_to_the_walk() -> None:
    """It is the only hole that blocks; that it was not handled settles it, too."""
    open_ = held(Item(number=5, kind="measure", heading="T07", subjects=("T07",)))
    settled = held(Item(number=5, kind="measure", subjects=("T07",), outcome="not-handled"))
    found = holes(roadmap(LATE, open_), open_)

    assert found == (Hole("unhandled", measure="T07"),)
    assert (found[0].blocks, found[0].jump) == (True, "walk")
    assert holes(roadmap(LATE, settled), settled) == ()


def test_a_planned_section_without_a_decision_is_named() -> None:
    """Those that closing writes itself are none: other business, the next meeting, the closing."""
    found = held(
        Item(number=3, kind="previous", heading="Edellinen muistio"),
        Item(number=4, kind="proposed", heading="Tekoälyn käyttö"),
        Item(number=5, kind="other", heading="Muut asiat"),
        Item(number=6, kind="next", heading="Seuraava kokous"),
        Item(number=7, kind="closing", heading="Kokouksen päättäminen"),
    )

    assert holes(roadmap(found), found) == (Hole("undecided", item=3), Hole("undecided", item=4))


@pytest.mark.parametrize(
    ("item", "lacks"),
    [
        (Item(number=8, kind="proposed", outcome="agreed", decision="Sovittiin kokeilusta."), True),
        (Item(number=8, kind="proposed", decision="Kokeillaan."), True),
        (Item(number=8, kind="other", outcome="decided", decision="Päätettiin kokeilla."), True),
        (Item(number=8, kind="proposed", outcome="agreed", decision="Sovittiin.", enactment="none"), False),
        (Item(number=8, kind="proposed", outcome="noted", decision="Merkittiin tiedoksi."), False),
        (Item(number=8, kind="agenda", decision="Hyväksyttiin esityslista."), False),
        (Item(number=8, kind="next", outcome="agreed", decision="Sovittiin 23.2.2027."), False),
        (Item(number=8, kind="measure", subjects=("T07",), outcome="moved", decision="Siirrettiin."), False),
        (Item(number=8, kind="measure", subjects=("T30",), outcome="moved", decision="Siirrettiin."), True),
        (Item(number=8, kind="measure", subjects=("T30",), outcome="done", decision="Todettiin valmiiksi."), False),
        (Item(number=8, kind="proposed", heading="Kokeilu"), False),
    ],
)
def test_a_decision_needs_somebody_and_a_time_or_that_nothing_is_to_be_done(item: Item, *, lacks: bool) -> None:
    """A responsible role with a schedule counts; what was only noted or ended needs nobody."""
    found = held(item)

    assert is_unowned(roadmap(LATE, FAR, found), found, item) is lacks


def test_a_task_of_the_section_tells_who_and_when() -> None:
    """The task then is what may lack who or when; one of another § does not count, nor one that was dropped."""
    item = Item(number=8, kind="proposed", outcome="agreed", decision="Sovittiin.")
    whole = Action(number=1, task="Selvitys", who="tietohallinto", due=DAY, item=8)
    loose = Action(number=2, task="Kysely", who="tietohallinto", item=8)

    def lacking(*tasks: Action) -> list[str]:
        found = held(item, actions=tasks)
        return kinds(holes(roadmap(found), found))

    assert lacking(whole) == []
    assert lacking(whole, loose) == ["task"]
    assert lacking(whole.model_copy(update={"item": 4})) == ["unowned"]
    assert lacking(whole.model_copy(update={"state": "dropped"})) == ["unowned"]


def test_the_head_of_the_minutes_is_asked_for() -> None:
    """Who was there, who chaired, who wrote, and where; each leads to its own question."""
    found = meeting(opened=time(9))

    assert [(hole.kind, hole.jump) for hole in holes(roadmap(found), found)] == [
        (name, name) for name in ("attendance", "chair", "secretary", "place")
    ]


def test_what_began_without_granted_money_is_a_remark_and_blocks_nothing() -> None:
    """The same measures stand among the remarks of the minutes."""
    unfunded = {"funding": ({"year": 2026, "amount": 1000, "state": "applied"},), "status": "planned"}
    planned = measure("T40", "2026H2", "2027H2", **unfunded)
    before = roadmap(planned, held())
    after = start(before, "T40", Place(DAY, "3/2026", 9))
    found = [hole for hole in holes(after, after.meeting("3/2026")) if hole.kind == "unfunded"]

    assert found == [Hole("unfunded", measure="T40")]
    assert (found[0].is_remark, found[0].blocks) == (True, False)
    assert [m.id for m in begun_unfunded(after, after.meeting("3/2026"))] == ["T40"]


@pytest.mark.parametrize(("before", "after", "told"), [("applied", "granted", True), ("granted", "refused", False)])
def test_money_that_is_decided_later_changes_no_checked_minutes(
    before: FundingState, after: FundingState, *, told: bool
) -> None:
    """Whether the money had been granted is noted when a measure is started."""
    planned = measure(
        "T40", "2026H2", "2027H2", status="planned", funding=({"year": 2026, "amount": 1, "state": before},)
    )
    begun = edits.start(roadmap(planned, meeting(opened=time(9), closed=time(10))), "T40", IN_MEETING)
    checked = minuting.check(begun, "3/2026", DAY, by="johtaja")
    later = edits.set_funding(checked, "T40", year=2026, amount=Decimal(1), state=after)

    assert bool(begun_unfunded(later, later.meeting("3/2026"))) is told


def test_dropping_what_has_granted_money_is_remarked_unless_it_was_proposed() -> None:
    """The management team approves it; a proposal to it is what the minutes should have."""
    funded = measure("T12", "2026H1", "2027H1", funding=({"year": 2026, "amount": 1000, "state": "granted"},))
    alone = held(Item(number=6, kind="measure", subjects=("T12",), outcome="dropped", decision="Keskeytettiin."))
    onwards = held(Item(number=6, kind="measure", subjects=("T12",), outcome="proposed", decision="Esitettiin."))

    assert Hole("unproposed", item=6, measure="T12") in holes(roadmap(funded, alone), alone)
    assert "unproposed" not in kinds(holes(roadmap(funded, onwards), onwards))


def test_minutes_that_wait_are_told_the_oldest_first() -> None:
    """Those of a meeting under way, a draft, and checked ones; a planned meeting has none yet."""
    draft = meeting("2/2026", date=date(2026, 9, 1), opened=time(9), closed=time(10))
    checked = meeting("1/2026", date=date(2026, 3, 10), opened=time(9), closed=time(10), state="checked")
    published = meeting("3/2025", date=date(2025, 11, 25), opened=time(9), closed=time(10), state="published")
    planned = meeting("3/2026")

    assert [m.number for m in unfinished(roadmap(draft, planned, published, checked))] == ["1/2026", "2/2026"]


TEAM = tuple(Member(id=name, role=name.title()) for name in ("it", "koulu", "tekninen"))


@pytest.mark.parametrize(
    ("presence", "found"),
    [("absent", ["chair-away"]), ("present", []), ("remote", [])],
)
def test_a_chair_who_was_away_is_told_of(presence: str, found: list[str]) -> None:
    """Minutes in which the chair opens the meeting and is absent from it contradict themselves."""
    sitting = held(chair="it", attendance=[{"member": "it", "presence": presence}])
    lacking = [hole for hole in holes(roadmap(sitting, members=TEAM), sitting) if hole.kind == "chair-away"]

    assert [hole.kind for hole in lacking] == found
    assert {hole.jump for hole in lacking} <= {"chair"}


@pytest.mark.parametrize(
    ("vote", "lacks"), [("2-1", True), ("1-1", False), ("unanimous", False), ("", False), ("9" * 5000 + "-1", False)]
)
def test_more_votes_than_members_are_told_of(vote: str, *, lacks: bool) -> None:
    """Two of three members are there; one of whom nothing is recorded could have voted, too."""
    item = Item(number=5, kind="proposed", outcome="agreed", decision="Sovittiin.", vote=vote, enactment="none")
    there = [{"member": "it", "presence": "present"}, {"member": "koulu", "presence": "remote"}]
    sitting = held(item, attendance=[*there, {"member": "tekninen", "presence": "absent"}])
    unknown = held(item, attendance=there)

    assert (Hole("votes", item=5) in holes(roadmap(sitting, members=TEAM), sitting)) is lacks
    assert "votes" not in kinds(holes(roadmap(unknown, members=TEAM), unknown))


def test_values_of_indicators_that_are_missing_are_told_unless_a_section_waits_for_them() -> None:
    """One line for all of them, which blocks nothing and leads to the indicators."""
    lacking = roadmap(indicators=(Indicator(id="a", title="A"), Indicator(id="b", title="B")))
    asking = Item(number=5, kind="indicators", heading="Mittarit", subjects=("a", "b"))
    (hole,) = holes(lacking, held())

    assert (hole.kind, hole.indicators, hole.jump, hole.blocks) == ("figures", ("a", "b"), "indicators", False)
    assert hole_sentence(hole, lacking, held(), words=Words("fi")) == "Mittarit: arvo puuttuu: A, B"
    assert kinds(holes(lacking, held(asking))) == ["undecided"]
