"""Two people's copies of a meeting as one: its §§, its tasks, its minutes."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from model import agenda, edits
from model.edits import Place
from model.meeting import Action, Item
from model.merge import merge
from tests.model.build import DAY, measure, meeting, roadmap
from tests.model.merging import conflicting, merged

if TYPE_CHECKING:
    from model.roadmap import Roadmap


def test_a_meeting_of_one_number_and_day_is_one_meeting() -> None:
    """On another day it is another meeting, which gets the year's next number; its decisions follow."""
    base = roadmap(measure())
    ours = base.adding("meetings", meeting(place="Lehtori", items=[]))
    same = base.adding("meetings", meeting(chair="J1", items=[]))
    other = edits.note(base, "T07", Place(DAY.replace(day=30), "3/2026", 1), text="x")
    other = other.adding("meetings", meeting(date=DAY.replace(day=30), items=[Item(number=1, decision="x")]))

    together, both = merged(ours, same, base=base), merged(ours, other, base=base)

    assert [(one.place, one.chair) for one in together.meetings] == [("Lehtori", "J1")]
    assert [(one.number, one.formerly) for one in both.meetings] == [("3/2026", ""), ("4/2026", "3/2026")]
    assert both.measure("T07").log[0].meeting == "4/2026"


def planned(*subjects: str) -> Roadmap:
    """Return a roadmap with an open meeting whose agenda has a § for each measure."""
    items = [Item(number=n, kind="measure", heading=name, subjects=(name,)) for n, name in enumerate(subjects, 1)]
    names = ("T07", "T08", "T09", "T10")
    return roadmap(*map(measure, names), meeting(opened=time(9), items=items))


def told(found: Roadmap) -> list[tuple[int, str, str, int | None]]:
    """Return the §§ of the meeting: number, measure, decision, former number."""
    return [(one.number, ",".join(one.subjects), one.decision, one.formerly) for one in found.meetings[0].items]


def test_planned_items_handled_by_two_stay_in_their_places() -> None:
    """Each took other §§ of one agenda."""
    base = planned("T07", "T08")
    ours = agenda.take(base, "3/2026", 1, outcome="continues", decision="jatkuu")
    theirs = agenda.take(base, "3/2026", 2, outcome="done", decision="valmis")

    assert told(merged(ours, theirs, base=base)) == [(1, "T07", "jatkuu", None), (2, "T08", "valmis", None)]


def test_two_new_items_of_one_number_are_both_kept() -> None:
    """Ours keeps the number, for it is in a commit; theirs gets the next free one, and its decisions follow."""
    base = planned()
    ours, theirs = (_handled(base, name, decision) for name, decision in (("T07", "a"), ("T08", "b")))

    found = merged(ours, theirs, base=base)

    assert told(found) == [(1, "T07", "a", None), (2, "T08", "b", 1)]
    assert [found.measure(name).log[0].item for name in ("T07", "T08")] == [1, 2]
    assert merge(base, found, theirs) == (found, ())


def _handled(base: Roadmap, name: str, decision: str) -> Roadmap:
    """Return a roadmap in which a measure was handled in § 1, with a note in its log."""
    noted = edits.note(base, name, Place(DAY, "3/2026", 1), text=decision)
    met = noted.meeting("3/2026")
    return noted.replacing("meetings", agenda.insert(met, Item(number=1, subjects=(name,), decision=decision)))


def test_an_agenda_that_one_rearranged_keeps_its_decisions() -> None:
    """A decision follows its matter to the number that it has by then, never its number to another matter."""
    base = planned("T07", "T08")
    ours = agenda.add(base, "3/2026", Item(number=0, kind="measure", heading="T09", subjects=("T09",)), before=1)
    theirs = agenda.take(base, "3/2026", 2, background="tausta")
    decided = agenda.take(base, "3/2026", 1, decision="päätös")

    found, both = merged(ours, theirs, base=base), merged(ours, decided, base=base)

    assert [(one.number, one.subjects, one.background) for one in found.meetings[0].items] == [
        (1, ("T09",), ""),
        (2, ("T07",), ""),
        (3, ("T08",), "tausta"),
    ]
    assert [row[:3] for row in told(both)] == [(1, "T07", "päätös"), (2, "T09", ""), (3, "T08", "")]


def test_tasks_of_one_number_are_both_kept() -> None:
    """The second one gets the meeting's next number; the same task is one."""
    base = roadmap(measure(), meeting(opened=time(9), items=[]))
    ours, theirs = (agenda.give(base, "3/2026", Action(number=0, task=task)) for task in ("Kysy", "Laske"))

    found = merged(ours, theirs, base=base)

    assert [(one.number, one.task, one.formerly) for one in found.meetings[0].actions] == [
        (1, "Kysy", None),
        (2, "Laske", 1),
    ]
    assert merged(ours, ours, base=base) == ours


def test_minutes_checked_here_and_edited_there_are_asked_about() -> None:
    """Checked minutes are locked; what came in meanwhile makes their stage a question."""
    base = roadmap(meeting(closed=time(10), items=[Item(number=1, decision="a")]))
    checked = base.replacing("meetings", base.meetings[0].model_copy(update={"state": "checked", "checked": DAY}))
    edited = agenda.fill(base.meetings[0], 1, decision="b")

    _, conflicts = conflicting(checked, base.replacing("meetings", edited), base=base)

    assert [one.field for one in conflicts] == ["state"]


def test_who_was_there_is_told_once() -> None:
    """One has a member in the room and the other on the line: that is one entry and a question."""
    base = roadmap(measure(), meeting(opened=time(9), items=[]))
    ours, theirs = (
        base.replacing(
            "meetings", meeting(opened=time(9), items=[], attendance=[{"member": "J1", "presence": presence}])
        )
        for presence in ("present", "remote")
    )

    found, (conflict,) = conflicting(ours, theirs, base=base)

    assert [entry.presence for entry in found.meetings[0].attendance] == ["present"]
    assert (conflict.field, conflict.ours, conflict.theirs) == ("attendance.presence", "present", "remote")


def test_an_agenda_that_both_have_is_left_alone() -> None:
    """Numbers with a gap, in any order, are what both wrote; the merge is no occasion to put them right."""
    base = roadmap(meeting(items=[Item(number=4, kind="opening"), Item(number=1)]))
    ours, theirs = (roadmap(meeting(items=[Item(number=2), Item(number=4, kind="opening")])) for _ in range(2))

    assert merge(base, ours, theirs) == (ours, ())
