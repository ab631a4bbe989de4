"""Settling a conflict: a side's value comes to stand, or a reason is given why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model import edits
from model.check import check
from model.conflict import Conflict
from model.conflicts import GONE, Side, is_overtaken, put, settled, value_at
from model.edits import RefusedError
from model.records import Goal
from tests.model.merging import BASE, LAST, LATER, PLACE, conflicting, with_measure

if TYPE_CHECKING:
    from model.roadmap import Roadmap

MOVED, _ = conflicting(
    edits.move(BASE, "T07", PLACE, to=LATER, reason="resurssi"), edits.move(BASE, "T07", PLACE, to=LAST, reason="raha")
)


def refusal(roadmap: Roadmap, conflict: str, side: Side) -> str:
    """Return the code with which settling is refused."""
    with pytest.raises(RefusedError) as caught:
        settled(roadmap, conflict, side)
    return caught.value.code


@pytest.mark.parametrize(("side", "end"), [("ours", LATER), ("theirs", LAST), ("base", "2026H1"), ("now", LATER)])
def test_a_side_comes_to_stand(side: Side, end: str) -> None:
    """The value of that side stands in the field, as the type that the field has, and the conflict is gone."""
    after = settled(MOVED, "R1", side)

    assert after.measure("T07").end == end
    assert type(after.measure("T07").end) is type(LATER)
    assert after.conflicts == ()


def test_what_is_not_there_cannot_be_settled() -> None:
    """Somebody has settled it, or the record is no more; only the conflict itself can be cleared away then."""
    gone = MOVED.without("measures", "T07")

    assert refusal(BASE, "R1", "ours") == "no-such-conflict"
    assert refusal(gone, "R1", "theirs") == "conflict-gone"
    assert settled(gone, "R1", "now").conflicts == ()
    assert value_at(gone, MOVED.conflicts[0]) is GONE


def test_a_place_that_was_edited_since_is_not_overwritten() -> None:
    """A third value is somebody's decision; what stands there now is all that can be settled on."""
    edited = with_measure(of=MOVED, end=BASE.head.last)

    assert is_overtaken(edited, edited.conflicts[0])
    assert refusal(edited, "R1", "theirs") == "conflict-overtaken"
    assert settled(edited, "R1", "now").measure("T07").end == BASE.head.last


def test_a_removal_is_chosen_or_not() -> None:
    """A conflict about a whole record removes it, or leaves the edited one."""
    found, _ = conflicting(with_measure(title="Uusi"), BASE.without("measures", "T07"))

    assert settled(found, "R1", "theirs").find("measures", "T07") is None
    assert settled(found, "R1", "ours").measure("T07").title == "Uusi"
    assert settled(found, "R1", "base").measure("T07") == BASE.measure("T07")


def test_what_would_be_wrong_is_refused() -> None:
    """Removing a goal that is in use, or a value that somebody wrote into the conflict and that will not do."""
    base = BASE.adding("goals", Goal(id="G1", title="Tavoite"))
    found, _ = conflicting(base.without("goals", "G1"), with_measure(goals=("G1",), of=base), base=base)
    odd = MOVED.model_copy(update={"conflicts": (MOVED.conflicts[0].model_copy(update={"theirs": "huomenna"}),)})

    assert refusal(found, "R1", "ours") == "conflict-breaks"
    assert refusal(odd, "R1", "theirs") == "conflict-breaks"
    assert check(settled(found, "R1", "theirs")) == ()


def test_a_key_of_an_entry_is_set() -> None:
    """And an entry as a whole put in or taken out; a text that must be there stays, empty."""
    place = Conflict(
        id="R1", table="measures", record="T07", field="moves.reason", entry=("2026-11-24", "2026H1", "2026H2")
    )
    whole = place.model_copy(update={"field": "moves"})

    assert put(MOVED, place, "muu").measure("T07").moves[0].reason == "muu"
    assert len(put(MOVED, whole, None).measure("T07").moves) == 1
    assert put(put(MOVED, whole, None), whole, value_at(MOVED, whole)).measure("T07").moves[1].reason == "resurssi"
    assert put(MOVED, place.model_copy(update={"field": "title", "entry": ()}), None).measure("T07").title == ""


def test_a_period_is_settled_as_one_where_it_must() -> None:
    """Who moved a planned measure moved its start and its end; the end alone would come before the start."""
    base = with_measure(status="planned", start=LAST, end=LAST)
    ours = edits.move(base, "T07", PLACE, to=BASE.head.last, reason="resurssi")
    theirs = edits.move(base, "T07", PLACE, to=LATER, reason="resurssi")
    found, conflicts = conflicting(ours, theirs, base=base)

    after = settled(found, conflicts[1].id, "theirs")

    assert [one.field for one in conflicts] == ["start", "end"]
    assert (after.measure("T07").start, after.measure("T07").end, after.conflicts) == (LATER, LATER, ())
    assert len(settled(found, conflicts[0].id, "theirs").conflicts) == 1
