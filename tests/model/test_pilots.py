"""Pilots: how far each is, which lack their continuation, how they turn, and when a programme may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from model import edits, pilots
from model.check import check
from model.diff import apply, diff, inverted
from model.edits import RefusedError
from model.enactment import enacted
from model.past import as_of
from model.powers import shares
from model.standing import counts, standing
from tests.model.build import DAY, HEAD, IN_MEETING, THIS_HALF, measure, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.records import Measure
    from model.roadmap import Roadmap


def pilot(name: str, status: str = "active", **fields: Any) -> Measure:  # noqa: ANN401 - fields of records
    """Return a pilot."""
    return measure(name, status=status, kind="pilot", **fields)


def all_states() -> Roadmap:
    """Return a roadmap with a pilot in each state, and a measure that is none."""
    states = ("planned", "active", "ready", "reassess", "done", "dropped")
    each = (pilot(f"P{number}", status) for number, status in enumerate(states, 1))
    head = HEAD.model_copy(update={"pilots": 3})
    return roadmap(*each, pilot("P7", "dropped", lesson="Liian kallis"), measure("T01"), head=head)


def test_the_pilots_are_counted_beside_those_planned() -> None:
    """Every state is named, and a measure of another kind is not counted."""
    found = pilots.tally(all_states())

    assert found.counts == dict.fromkeys(pilots.STATES, 1)
    assert (found.actual, found.planned) == (7, 3)


def test_a_pilot_stopped_with_its_lesson_is_completed_work() -> None:
    """It is among the done in every total; one that was stopped without any is discontinued."""
    found = all_states()
    now = standing(found, THIS_HALF)

    assert (counts(found)["done"], counts(found)["dropped"]) == (2, 1)
    assert {one.id for one in now.done} == {"P5", "P7"}
    assert {one.id for one in now.dropped} == {"P6"}


def test_an_open_pilot_needs_its_continuation() -> None:
    """One in use or stopped needs none, and white space is none."""
    assert [one.id for one in pilots.lacking(all_states())] == ["P1", "P2", "P3", "P4"]
    assert pilots.lacking(roadmap(pilot("P1", continuation="Tietohallinto jatkaa"))) == ()
    assert pilots.lacking(roadmap(pilot("P1", continuation="  "))) != ()


def test_a_programme_does_not_end_while_a_continuation_is_missing() -> None:
    """The refusal names the pilots; nothing has changed."""
    with pytest.raises(RefusedError) as refused:
        pilots.end(all_states(), DAY)

    assert (refused.value.code, refused.value.data["pilots"]) == ("no-continuation", ("P1", "P2", "P3", "P4"))


def test_a_programme_ends_once() -> None:
    """The day is kept; a second time it is refused, and undo opens it again."""
    before = roadmap(pilot("P1", "done"))
    after = pilots.end(before, DAY)

    assert after.head.ended == DAY
    assert apply(after, inverted(diff(before, after))) == before
    with pytest.raises(RefusedError) as refused:
        pilots.end(after, DAY)
    assert refused.value.code == "already-ended"


def test_a_closed_programme_is_checked_for_continuations() -> None:
    """Where the file says that it ended, each pilot without one is a remark; until then nothing is."""
    open_one = roadmap(pilot("P1"), measure("T01"))
    closed = open_one.model_copy(update={"head": HEAD.model_copy(update={"ended": DAY})})

    assert check(open_one) == ()
    assert [(p.code, p.severity, p.record, p.key) for p in check(closed)] == [
        ("no-continuation", "warning", "P1", "continuation")
    ]


TURNS: dict[str, Callable[[Roadmap], Roadmap]] = {
    "ready": lambda found: edits.mark_ready(found, "P1", IN_MEETING, note="Testattu"),
    "reassess": lambda found: edits.reassess(found, "P1", IN_MEETING, reason="AuroraAI päättyi"),
    "done": lambda found: edits.mark_done(found, "P1", IN_MEETING, result="Käytössä", home=" Kirjasto "),
    "dropped": lambda found: edits.drop(found, "P1", IN_MEETING, lesson=" Liian kallis "),
}


@pytest.mark.parametrize("status", TURNS)
def test_a_pilot_turns_and_turns_back(status: str) -> None:
    """The status and a dated entry say it; undoing leaves what was there."""
    before = roadmap(pilot("P1"))
    after = TURNS[status](before)
    found = after.measure("P1")

    assert (found.status, found.log[-1].event, found.log[-1].meeting) == (status, status, "3/2026")
    assert as_of(after, DAY).measure("P1").status == "active"
    assert apply(after, inverted(diff(before, after))) == before


def test_what_belongs_to_a_turn_is_kept_without_white_space() -> None:
    """Where it lives now, and what was learnt."""
    assert TURNS["done"](roadmap(pilot("P1"))).measure("P1").home == "Kirjasto"
    assert TURNS["dropped"](roadmap(pilot("P1"))).measure("P1").lesson == "Liian kallis"


@pytest.mark.parametrize("status", ["ready", "reassess"])
def test_only_an_open_pilot_of_another_status_turns(status: str) -> None:
    """A measure of another kind, one that is so already and one that is over are refused, each with why."""
    for found, code in (
        (measure("P1"), "not-a-pilot"),
        (pilot("P1", status), "same-status"),
        (pilot("P1", "done"), "not-open"),
    ):
        with pytest.raises(RefusedError) as refused:
            TURNS[status](roadmap(found))
        assert refused.value.code == code


def test_a_lesson_is_of_a_pilot() -> None:
    """Another measure is discontinued with its reason alone."""
    with pytest.raises(RefusedError) as refused:
        TURNS["dropped"](roadmap(measure("P1")))
    assert refused.value.code == "not-a-pilot"


def test_a_pilot_to_be_reassessed_can_be_tried_again() -> None:
    """Starting it anew makes it active; one that is ready is not started."""
    again = edits.start(roadmap(pilot("P1", "reassess")), "P1", IN_MEETING)

    assert again.measure("P1").status == "active"
    with pytest.raises(RefusedError):
        edits.start(roadmap(pilot("P1", "ready")), "P1", IN_MEETING)


def test_stopping_a_pilot_is_one_matter() -> None:
    """Its status, its log and its lesson are the approving body's where it decides what is discontinued."""
    before = roadmap(pilot("P1"))
    dropped = shares(diff(before, TURNS["dropped"](before)), before.head)
    ready = shares(diff(before, TURNS["ready"](before)), before.head)

    assert ({change.field for change in dropped.approver}, dropped.team) == ({"status", "log", "lesson"}, ())
    assert (ready.approver, len(ready.team)) == ((), 2)


def test_a_decision_to_reassess_has_got_nowhere_until_something_follows() -> None:
    """That a pilot is to be assessed anew is no progress; that it was found ready is."""
    item = {"number": 5, "heading": "P1", "kind": "measure", "subjects": ["P1"], "decision": "Päätettiin."}
    states = []
    for status in ("reassess", "ready"):
        held = meeting(items=[{**item, "outcome": status}], state="published")
        found = TURNS[status](roadmap(pilot("P1"), held))
        states.append(enacted(found, held, held.items[0]).state)

    assert states == ["open", "under-way"]


def test_a_pilot_that_was_assessed_is_not_late_once_its_continuation_is_written() -> None:
    """Its trial is over; nobody has to come back to it because the programme's time has passed."""
    past = {"start": "2022H1", "end": "2022H2"}
    open_ones = ("active", "ready", "reassess")
    found = roadmap(
        *(pilot(f"{status}-1", status, **past) for status in open_ones),
        *(pilot(f"{status}-2", status, continuation="Kaupunki jatkaa", **past) for status in open_ones),
    )
    now = standing(found, THIS_HALF)

    assert [one.id for one in now.late] == ["active-1", "active-2", "ready-1", "reassess-1"]
    assert [one.id for one in now.ongoing] == ["ready-2", "reassess-2"]
