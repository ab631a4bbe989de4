"""Two people's copies as one: new records, references, and decisions that are right alone and wrong together."""

from __future__ import annotations

from model import edits
from model.check import check
from model.conflicts import settled
from model.halfyear import HalfYear
from model.meeting import Item
from model.merge import Sides, merge
from model.records import Approval, Goal, LogEntry, Sector
from tests.model.build import DAY, measure, meeting
from tests.model.merging import BASE, LAST, LATER, PLACE, conflicting, ids, merged, with_measure


def test_two_new_measures_under_one_id_are_both_kept() -> None:
    """Theirs takes the next free number, remembers the old one, and what refers to it follows."""
    ours = BASE.adding("measures", measure("T09", title="Meidän"))
    theirs = BASE.adding("measures", measure("T09", title="Heidän")).adding("measures", measure("T10", title="Toinen"))
    items = (Item(number=1, heading="Heidän", subjects=("T09", "T10"), decision="x"),)
    theirs = theirs.replacing("meetings", meeting(items=items))

    found = merged(ours, theirs)

    assert [(one.id, one.title, one.formerly) for one in found.measures[2:]] == [
        ("T09", "Meidän", ""),
        ("T11", "Heidän", "T09"),
        ("T10", "Toinen", ""),
    ]
    assert found.meetings[0].items[0].subjects == ("T11", "T10")


def test_the_copy_that_others_know_keeps_its_new_ids() -> None:
    """Where theirs leads, ours takes the next free number; what refers to it follows."""
    items = (Item(number=1, heading="Meidän", subjects=("T09",), decision="x"),)
    ours = BASE.adding("measures", measure("T09", title="Meidän")).replacing("meetings", meeting(items=items))
    theirs = BASE.adding("measures", measure("T09", title="Heidän"))

    found, conflicts = merge(BASE, ours, theirs, by=Sides(lead="theirs"))

    assert {(one.id, one.title, one.formerly) for one in found.measures[2:]} == {
        ("T09", "Heidän", ""),
        ("T10", "Meidän", "T09"),
    }
    assert (found.meetings[0].items[0].subjects, conflicts) == (("T10",), ())


def test_the_same_new_measure_is_one() -> None:
    """Equal content is one record, and so is one title: what differs in it is a conflict."""
    ours, theirs = (BASE.adding("measures", measure("T09", title="Sama", needs=needs)) for needs in ("a", "b"))

    assert merged(ours, ours) == ours
    found, (conflict,) = conflicting(ours, theirs)
    assert ids(found.measures) == ["T07", "T08", "T09"]
    assert (conflict.record, conflict.field, conflict.base) == ("T09", "needs", None)


def test_a_word_for_an_id_is_the_same_thing() -> None:
    """Who both add the branch `tekninen` mean one branch."""
    ours, theirs = (BASE.adding("sectors", Sector(id="tekninen", name=name)) for name in ("Tekninen", "Tekniset"))

    found, (conflict,) = conflicting(ours, theirs)

    assert ids(found.sectors) == ["tekninen"]
    assert (conflict.field, conflict.ours, conflict.theirs) == ("name", "Tekninen", "Tekniset")


def test_who_still_uses_the_old_id_is_led_to_the_new_one() -> None:
    """Their T09 became T11 in the merge; what they wrote to T09 afterwards comes to T11, and ours stays as it is."""
    theirs = BASE.adding("measures", measure("T09", title="Heidän"))
    ours = BASE.adding("measures", measure("T09", title="Meidän"))
    both = merged(ours, theirs)
    edited = edits.note(theirs, "T09", PLACE, text="jatkoa")

    found = merged(both, edited, base=theirs)
    back = merged(edited, both, base=theirs)

    for one in (found, back):
        assert [(m.id, m.title, len(m.log)) for m in one.measures[2:]] == [("T09", "Meidän", 0), ("T10", "Heidän", 1)]
    assert merge(BASE, both, theirs) == (both, ())


def test_a_reference_brings_back_what_was_removed() -> None:
    """A goal that one removed and the other took into use is there again, and somebody is asked."""
    base = BASE.adding("goals", Goal(id="G1", title="Tavoite"))
    ours, theirs = base.without("goals", "G1"), with_measure(goals=("G1",), of=base)

    found, (conflict,) = conflicting(ours, theirs, base=base)

    assert ids(found.goals) == ["G1"]
    assert (conflict.table, conflict.record, conflict.field, conflict.ours) == ("goals", "G1", "", None)
    assert check(found) == ()


def test_two_right_schedules_that_are_wrong_together() -> None:
    """Start moved here and end moved there such that it would end before it starts: ours stands and both are asked."""
    base = with_measure(start=HalfYear("2025H1"), end=HalfYear("2027H2"))
    ours, theirs = with_measure(start=LAST, of=base), with_measure(end=LATER, of=base)

    found, conflicts = conflicting(ours, theirs, base=base)

    assert (found.measure("T07").start, found.measure("T07").end) == (LAST, "2027H2")
    assert [one.field for one in conflicts] == ["start", "end"]


def test_a_roadmap_shortened_here_and_used_there_stays_long() -> None:
    """Every measure keeps its place; whether the roadmap ends earlier is asked, whichever side is ours."""
    short = BASE.replacing("roadmap", BASE.head.model_copy(update={"last": LATER}))
    moved = edits.move(BASE, "T07", PLACE, to=LAST, reason="resurssi")

    for ours, theirs in ((short, moved), (moved, short)):
        found, (conflict,) = conflicting(ours, theirs)
        assert (found.head.last, found.measure("T07").end) == (BASE.head.last, LAST)
        assert (conflict.table, conflict.field) == ("roadmap", "last")
        assert check(found) == ()


def test_done_here_and_moved_there_is_asked() -> None:
    """Neither field was changed twice, yet a measure that is done cannot be moved: the status is a conflict."""
    done = edits.mark_done(BASE, "T07", PLACE)
    moved = edits.move(BASE, "T07", PLACE, to=LATER, reason="resurssi")

    found, (conflict,) = conflicting(done, moved)

    assert (conflict.field, conflict.ours, conflict.theirs) == ("status", "done", "active")
    assert found.measure("T07").status == "done"
    assert len(found.measure("T07").moves) == 1


def test_the_status_is_what_the_log_says_or_asked_about() -> None:
    """One takes the completion back, the other corrects its words: an open measure whose log says done is no result."""
    base = edits.mark_done(BASE, "T07", PLACE, result="valmis")
    corrected = with_measure(of=base, log=(LogEntry(date=DAY, event="done", text="Valmis."),))

    _, (entry, status) = conflicting(BASE, corrected, base=base)

    assert (entry.field, entry.ours) == ("log", None)
    assert (status.field, status.ours, status.theirs) == ("status", "active", "done")


def test_two_moves_to_different_half_years() -> None:
    """Both decisions are on record; where it ends is one question."""
    ours = edits.move(BASE, "T07", PLACE, to=LATER, reason="resurssi")
    theirs = edits.move(BASE, "T07", PLACE, to=LAST, reason="raha")

    found, (conflict,) = conflicting(ours, theirs)

    assert conflict.field == "end"
    assert [one.to for one in found.measure("T07").moves] == [LATER, LAST]


def test_an_approval_is_one_by_body_and_day() -> None:
    """Two who record the same decision of the management team differ at most in its §."""
    one = Approval(body="Johtoryhmä", date=DAY, section="§ 12")
    ours, theirs = BASE.adding("approvals", one), BASE.adding("approvals", one.model_copy(update={"section": "§ 13"}))

    found, (conflict,) = conflicting(ours, theirs)

    assert len(found.approvals) == 1
    assert (conflict.record, conflict.field) == ("Johtoryhmä 2026-11-24", "section")


def test_a_corrected_entry_is_still_that_entry() -> None:
    """Its words are what identifies it, yet two who correct them disagree on one entry and do not make it two."""
    base = edits.note(BASE, "T07", PLACE, text="kilpailutus")
    ours, theirs, other = (
        with_measure(of=base, log=(base.measure("T07").log[0].model_copy(update=fields),))
        for fields in ({"text": "Kilpailutus."}, {"text": "hankinta"}, {"meeting": "3/2026", "item": 4})
    )

    found, (conflict,) = conflicting(ours, theirs, base=base)
    both = merged(ours, other, base=base)

    assert [entry.text for entry in found.measure("T07").log] == ["Kilpailutus."]
    assert (conflict.field, conflict.entry[2], conflict.theirs) == ("log.text", "Kilpailutus.", "hankinta")
    assert settled(found, "R1", "theirs").measure("T07").log[0].text == "hankinta"
    assert [(entry.text, entry.item) for entry in both.measure("T07").log] == [("Kilpailutus.", 4)]
    _, (gone,) = conflicting(with_measure(of=base, log=()), theirs, base=base)
    assert (gone.field, gone.ours) == ("log", None)
