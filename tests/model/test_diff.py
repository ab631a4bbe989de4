"""The difference of two roadmaps as facts: what each kind of edit looks like, and what does not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from model.diff import (
    Change,
    ChangedMeanwhileError,
    apply,
    diff,
    entry_keys,
    inverted,
    key_of_field,
    name_of_field,
    record_diff,
)
from model.halfyear import HalfYear
from model.records import Goal, LogEntry, Measure, Move, Scale
from tests.model.build import DAY, HEAD, measure, meeting, roadmap, viewpoint

MAP = roadmap(measure("T01"), measure("T02"), measure("T03"), viewpoint())


def test_equal_roadmaps_have_no_difference() -> None:
    """Nothing changed is no change, also between two that were read apart."""
    assert diff(MAP, MAP) == ()
    assert diff(MAP, roadmap(measure("T01"), measure("T02"), measure("T03"), viewpoint())) == ()


def test_a_field_tells_both_values() -> None:
    """A scalar's change says the record, the key of the file, what was and what is."""
    after = MAP.replacing("measures", measure("T02", status="done"))

    assert diff(MAP, after) == (Change("measures", "T02", "status", before="active", after="done"),)


def test_the_head_and_the_scale_are_records_without_an_id() -> None:
    """`[roadmap]` and `[scale]` change by field like any record."""
    words = ("yksi", "kaksi", "kolme", "neljä", "viisi")
    after = MAP.replacing("roadmap", HEAD.model_copy(update={"vision": "Uusi"})).replacing("scale", Scale(words=words))

    assert diff(MAP, after) == (
        Change("roadmap", "", "vision", before="", after="Uusi"),
        Change("scale", "", "words", before=MAP.scale.words, after=words),
    )
    assert apply(MAP, diff(MAP, after)) == after


def test_an_entry_of_a_list_is_a_fact_of_its_own() -> None:
    """A new log line is one entry with its key; the lines before it are no part of the change."""
    first, second = LogEntry(date=date(2026, 9, 1), text="eka"), LogEntry(date=DAY, text="toka")
    before = roadmap(measure(log=[first]))
    after = roadmap(measure(log=[first, second]))

    assert diff(before, after) == (
        Change("measures", "T07", "log", key=(DAY, "note", "toka"), after=second, position=1),
    )


def test_an_entry_that_keeps_its_key_changes_in_place() -> None:
    """A move whose reason is put right is the same move."""
    move = Move(date=DAY, from_=HalfYear("2026H1"), to=HalfYear("2026H2"), reason="raha")
    better = move.model_copy(update={"reason": "resurssi"})
    change = diff(roadmap(measure(moves=[move])), roadmap(measure(moves=[better])))

    assert change == (
        Change("measures", "T07", "moves", key=(DAY, "2026H1", "2026H2"), before=move, after=better, position=0),
    )


def test_records_come_and_go_whole() -> None:
    """A record that came or went is one change, with its place in the table."""
    after = MAP.without("measures", "T02").adding("goals", Goal(id="a", title="Asiointi"))

    assert diff(MAP, after) == (
        Change("goals", "a", after=Goal(id="a", title="Asiointi"), position=0),
        Change("measures", "T02", before=measure("T02"), position=1),
    )


def test_a_truth_value_is_not_a_number() -> None:
    """Python says `1 == True == 1.0`; a file says three different things, also deep inside."""
    values = [1, True, Decimal(1), [1], [True], {"a": 1}, {"a": True}]

    for one in values:
        for other in values:
            changed = diff(roadmap(measure(oma=one)), roadmap(measure(oma=other)))
            assert bool(changed) == (one is not other)


def test_an_unknown_key_can_come_change_and_go() -> None:
    """What the program does not know is compared and carried like everything else."""
    bare, red, blue = roadmap(measure()), roadmap(measure(väri="punainen")), roadmap(measure(väri="sininen"))

    for before, after in ((bare, red), (red, blue), (blue, bare)):
        changes = diff(before, after)
        assert [(change.field, change.key) for change in changes] == [("väri", None)]
        assert apply(before, changes) == after
        assert apply(after, inverted(changes)) == before


@pytest.mark.parametrize("key", ["copy", "json", "is_open", "KEY", "model_extra", "cls", "self", "_x", "__dict__"])
def test_an_unknown_key_may_have_any_name(key: str) -> None:
    """Also one by which the program itself calls something: the file does not know our names."""
    bare = {"id": "T07", "title": "x", "start": "2026H1", "end": "2026H1"}
    one, other, without = (roadmap(Measure.model_validate(bare | more)) for more in ({key: "a"}, {key: "b"}, {}))

    for before, after in ((one, other), (other, without), (without, one)):
        changes = diff(before, after)
        assert [change.field for change in changes] == [key]
        assert apply(before, changes) == after
        assert apply(after, inverted(changes)) == before


def test_equal_entries_are_told_apart_by_their_count() -> None:
    """Three notes with the same words on one day are three entries, and any of them can go and come back."""
    entry = LogEntry(date=DAY, text="sama")
    three, one = roadmap(measure(log=[entry] * 3)), roadmap(measure(log=[entry]))
    changes = diff(three, one)

    assert entry_keys([entry] * 2) == ((DAY, "note", "sama"), (DAY, "note", "sama", 1))
    assert apply(three, changes) == one
    assert apply(one, inverted(changes)) == three


def test_an_id_used_twice_loses_neither_record() -> None:
    """A file with two `T07` is wrong but can be edited: an edit of one leaves the other as it was."""
    first, second = measure(title="Eka"), measure(title="Toka")
    before = roadmap(first, second)
    changed = second.model_copy(update={"status": "done"})
    after = roadmap(first, changed)

    assert diff(before, after) == (Change("measures", "T07'", "status", before="active", after="done"),)
    assert apply(before, diff(before, after)) == after
    assert apply(before, diff(before, roadmap(first))) == roadmap(first)


def test_what_has_gone_comes_back_where_it_was() -> None:
    """Taking back the removal of several records restores their order."""
    after = MAP.without("measures", "T01").without("measures", "T02")
    changes = diff(MAP, after)

    assert apply(MAP, changes) == after
    assert apply(after, inverted(changes)) == MAP


FIELD = Change("measures", "T01", "status", before="active", after="done")
ENTRY = Change("measures", "T01", "log", key=(DAY, "note", "x"), after=LogEntry(date=DAY, text="x"))
NEW = Change("measures", "T09", after=measure("T09"), position=9)


@pytest.mark.parametrize(
    "change",
    [
        replace(FIELD, before="planned"),
        replace(FIELD, record="T99"),
        replace(ENTRY, before=LogEntry(date=DAY, text="x"), after=None),
        replace(NEW, record="T01", after=measure("T01", title="Toinen")),
        replace(NEW, before=measure("T09"), after=None),
        replace(NEW, record="T01", before=measure("T01", title="Toinen"), after=None),
    ],
    ids=["other-value", "no-record", "no-entry", "taken", "gone", "other-record"],
)
def test_a_change_that_does_not_fit_is_refused(change: Change) -> None:
    """When the value is no longer what it was, nothing is changed and the error says what stands there."""
    with pytest.raises(ChangedMeanwhileError) as caught:
        apply(MAP, [change])

    assert caught.value.change == change
    assert caught.value.actual != change.before


def test_changes_are_made_at_their_place() -> None:
    """An entry without a place goes last; one with a place goes there."""
    log = [LogEntry(date=DAY, text=text) for text in "ab"]
    before = roadmap(measure("T01", log=log))

    last = apply(before, [ENTRY]).measure("T01").log
    first = apply(before, [replace(ENTRY, position=0)]).measure("T01").log

    assert [entry.text for entry in last] == ["a", "b", "x"]
    assert [entry.text for entry in first] == ["x", "a", "b"]


def test_fields_are_named_as_in_the_file() -> None:
    """`from` is the key of the file, `from_` the attribute; every other name is the same in both."""
    assert (key_of_field(Move, "from_"), name_of_field(Move, "from")) == ("from", "from_")
    assert (key_of_field(Move, "to"), name_of_field(Move, "to")) == ("to", "to")
    assert (key_of_field(Move, "oma"), name_of_field(Move, "oma")) == ("oma", "oma")


def test_a_meeting_is_known_by_its_number() -> None:
    """Changes of a meeting carry `3/2026`."""
    changes = diff(roadmap(meeting()), roadmap(meeting(place="Kaupungintalo")))

    assert [(change.table, change.record) for change in changes] == [("meetings", "3/2026")]


def test_the_difference_of_one_record() -> None:
    """It is what the difference of two roadmaps says of the record; coming and going are told, too."""
    one, other = measure(status="active"), measure(status="done", title="Uusi")

    assert record_diff("measures", one, other) == diff(roadmap(one), roadmap(other))
    assert [(c.before, c.after) for c in record_diff("measures", None, one)] == [(None, one)]
    assert [(c.before, c.after) for c in record_diff("measures", one, None)] == [(one, None)]
    assert record_diff("measures", None, None) == record_diff("measures", one, one) == ()
