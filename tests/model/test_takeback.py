"""Taking back one old decision: what came later stays, and what stands on it is in the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model import edits, meetings, minuting
from model.diff import apply, diff
from model.edits import Place, RefusedError
from model.entry import Entry
from model.halfyear import HalfYear
from model.records import TABLES, Goal
from model.roadmap import SINGLE, Roadmap, record_id
from model.takeback import Part, StandsOnItError, covered, taken_back
from model.typed import set_field
from tests.model.build import DAY, measure, roadmap, viewpoint
from tests.model.strategies import edited_pairs
from tests.model.strategies import edits as drawn_edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.diff import Change

HERE = Place(DAY)
WHEN = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
START = roadmap(
    measure("T07", status="active"),
    measure("T08", start="2027H1", end="2027H1", status="planned"),
    viewpoint(),
    goals=(Goal(id="asiointi", title="Asiointi"),),
)


def decided(before: Roadmap, *decisions: Callable[[Roadmap], Roadmap]) -> tuple[Roadmap, list[Entry]]:
    """Make decisions one after another; return the roadmap and what each changed, the oldest first."""
    made = []
    for decision in decisions:
        after = decision(before)
        made.append(Entry("", WHEN, "", "", (), diff(before, after)))
        before = after
    return before, made


def changed_by(decision: Entry) -> tuple[Change, ...]:
    """Return what a decision changed."""
    assert decision.changes is not None
    return decision.changes


def typed(record: str, field: str, text: str) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that types a text into a field of a measure."""
    return lambda found: set_field(found, ("measures", record), field, text)


def moved(to: str) -> Callable[[Roadmap], Roadmap]:
    """Return the decision that postpones T07."""
    return lambda found: edits.move(found, "T07", HERE, to=HalfYear(to), reason="resurssi")


def refused(code: str, *arguments: Any, **named: Any) -> RefusedError:  # noqa: ANN401 - those of `taken_back`
    """Take back what is refused, and return why."""
    with pytest.raises(RefusedError) as caught:
        taken_back(*arguments, **named)
    assert caught.value.code == code
    return caught.value


def test_what_came_later_stays() -> None:
    """The old postponement goes, with its half-year; the later note and title stay."""
    now, (old, *_) = decided(
        START,
        moved("2026H2"),
        typed("T07", "title", "Uusi nimi"),
        lambda found: edits.note(found, "T07", HERE, text="huomio"),
    )

    back = taken_back(now, changed_by(old)).measure("T07")

    assert (back.end, back.moves) == (HalfYear("2026H1"), ())
    assert (back.title, [entry.text for entry in back.log]) == ("Uusi nimi", ["huomio"])


def test_a_later_change_of_the_same_field_is_in_the_way_and_named() -> None:
    """Who postponed it again has to be asked first."""
    now, (old, note, again) = decided(
        START, moved("2026H2"), lambda found: edits.note(found, "T07", HERE, text="huomio"), moved("2027H1")
    )

    error = refused("changed-since", now, changed_by(old), later=(again, note))

    assert isinstance(error, StandsOnItError)
    assert error.later is again
    assert error.data == {"record": "T07", "field": "end"}


def test_a_change_that_nobody_has_recorded_is_in_the_way_too() -> None:
    """The file may have been edited a moment ago."""
    now, (old, _) = decided(START, moved("2026H2"), typed("T07", "end", "2027H2"))

    assert refused("changed-unrecorded", now, changed_by(old)).data["record"] == "T07"


def test_a_change_that_was_changed_back_stands_as_it_was_made() -> None:
    """Only what the field says now counts."""
    name = typed("T07", "title", "B")
    now, (old, *_) = decided(START, name, typed("T07", "title", "C"), name)

    assert taken_back(now, changed_by(old)) == START


def test_what_has_been_taken_back_already_is_not_taken_back_twice() -> None:
    """It says so instead of doing nothing."""
    now, (old, *_) = decided(START, moved("2026H2"))

    refused("taken-back-already", taken_back(now, changed_by(old)), changed_by(old))


def test_lists_of_names_go_back_as_sets() -> None:
    """A goal that was added later stays, although it stands in the same list."""
    start = START.adding("goals", Goal(id="tieto", title="Tieto"))
    now, (old, _) = decided(
        start,
        typed("T07", "goals", "asiointi"),
        typed("T07", "goals", "asiointi, tieto"),
    )

    assert taken_back(now, changed_by(old)).measure("T07").goals == ("tieto",)


def test_an_entry_goes_back_field_by_field() -> None:
    """The sum as it was, the state as it became since."""
    fund = [
        lambda found, a=amount, s=state: edits.set_funding(found, "T07", 2026, amount=Decimal(a), state=s)
        for amount, state in ((1000, "applied"), (2000, "applied"), (2000, "granted"))
    ]
    now, (_, old, _) = decided(START, *fund)

    (left,) = taken_back(now, changed_by(old)).measure("T07").funding
    assert (left.amount, left.state) == (Decimal(1000), "granted")


def test_a_part_of_a_decision_can_be_taken_back() -> None:
    """One record of an edit of several, or one field of it."""

    def renamed(found: Roadmap) -> Roadmap:
        found = typed("T07", "title", "A")(found)
        return typed("T08", "needs", "raha")(typed("T08", "title", "B")(found))

    now, (old,) = decided(START, renamed)

    assert taken_back(now, changed_by(old), part=Part("T07")) == now.replacing("measures", START.measure("T07"))
    back = taken_back(now, changed_by(old), part=Part("T08", "title")).measure("T08")
    assert (back.title, back.needs) == (START.measure("T08").title, "raha")
    refused("nothing-of-it", now, changed_by(old), part=Part("T07", "needs"))


def test_a_field_takes_along_the_entry_that_explains_it() -> None:
    """A log that tells of a postponement that is no more, or a status without its event, would be no history."""
    now, (old,) = decided(START, lambda found: edits.mark_done(moved("2026H2")(found), "T07", HERE))

    assert {change.field for change in covered(changed_by(old), Part("T07", "end"))} == {"end", "moves"}
    assert {change.field for change in covered(changed_by(old), Part("T07", "status"))} == {"status", "log"}
    back = taken_back(now, changed_by(old), part=Part("T07", "end")).measure("T07")
    assert (back.end, back.moves, back.status) == (HalfYear("2026H1"), (), "done")


def in_meeting(found: Roadmap) -> Roadmap:
    """Begin the meeting 1/2026."""
    return meetings.begin(found, DAY, time(9))[0]


def several(found: Roadmap) -> Roadmap:
    """Decide on two measures in one §."""
    place = Place(DAY, found.meetings[-1].number, 5)
    for name in ("T07", "T08"):
        found = edits.drop(found, name, place, reason="ei tarvita")
    return meetings.decide(
        found, place, "dropped", subjects=("T07", "T08"), heading="Keskeytykset", decision="ei tarvita"
    )


def test_a_section_goes_back_with_what_it_decided() -> None:
    """The § and the measures never tell two stories: they go back together, or not at all."""
    now, (opened, old) = decided(START, in_meeting, several)

    assert refused("decided-together", now, changed_by(old), part=Part("T07")).data["records"] == ("T08",)
    assert taken_back(now, changed_by(old)) == apply(START, changed_by(opened))


def test_checked_minutes_are_not_touched() -> None:
    """What was decided in them stays, until they are opened again or something else is decided."""
    now, (_, old, _) = decided(
        START, in_meeting, several, lambda found: meetings.close(found, found.meetings[-1].number, time(10))
    )
    number = now.meetings[-1].number
    locked = minuting.check(now, number, date(2026, 12, 1), by="Puheenjohtaja")

    assert taken_back(now, changed_by(old)).measure("T07").is_open
    assert refused("meeting-locked", locked, changed_by(old)).data == {"meeting": number}


def test_a_record_that_others_name_is_not_taken_away() -> None:
    """A new goal to which a measure was linked since."""
    now, (old, _) = decided(
        START,
        lambda found: found.adding("goals", Goal(id="tieto", title="Tieto")),
        typed("T07", "goals", "tieto"),
    )

    problem: Any = refused("would-be-wrong", now, changed_by(old)).data["problem"]
    assert (problem.code, problem.record) == ("dangling", "T07")


def test_a_new_record_goes_only_as_it_was_added() -> None:
    """Who wrote something about it since would lose that."""

    def added(found: Roadmap) -> Roadmap:
        return edits.add_measure(found, title="Uusi", start=HalfYear("2027H1"), end=HalfYear("2027H1"))[0]

    now, (old, *_) = decided(START, added)
    assert taken_back(now, changed_by(old)) == START

    name = now.measures[-1].id
    now, (note,) = decided(now, lambda found: edits.note(found, name, HERE, text="huomio"))
    error = refused("changed-since", now, changed_by(old), later=(note,))
    assert error.data == {"record": name, "field": "log"}


def test_a_record_that_is_gone_keeps_its_fields() -> None:
    """There is nothing to put a field of a removed measure back into."""
    now, (old, gone) = decided(START, typed("T08", "title", "B"), lambda found: found.without("measures", "T08"))

    error = refused("removed-since", now, changed_by(old), later=(gone,))
    assert isinstance(error, StandsOnItError)
    assert (error.later, error.data["record"]) == (gone, "T08")


def test_a_removed_record_comes_back() -> None:
    """In its place, as it was, though others were added since."""
    now, (old, _) = decided(
        START,
        lambda found: found.without("measures", "T07"),
        lambda found: found.adding("measures", measure("T09")),
    )

    back = taken_back(now, changed_by(old))
    assert [found.id for found in back.measures] == ["T07", "T08", "T09"]
    assert back.measure("T07") == START.measure("T07")


def test_the_five_words_of_the_scale_are_no_set() -> None:
    """Each has its place."""
    words = START.scale.words
    one, other = (START.scale.model_copy(update={"words": (name, *words[1:])}) for name in ("a", "b"))
    now, (old, _) = decided(
        START, lambda found: found.replacing("scale", one), lambda found: found.replacing("scale", other)
    )

    refused("changed-unrecorded", now, changed_by(old))


@given(edited_pairs())
def test_taking_back_and_making_again_is_neutral(pair: tuple[Roadmap, Roadmap]) -> None:
    """Where nothing stands on a change, taking it back gives the roadmap before, and making it again the one after."""
    before, after = pair
    changes = diff(before, after)
    assume(changes)
    back = _or_refused(after, changes)

    assert back == before
    assert apply(back, changes) == after


@given(edited_pairs(), st.data())
def test_later_edits_of_other_records_are_kept(pair: tuple[Roadmap, Roadmap], data: st.DataObject) -> None:
    """Each record that only the later edit touched is as that left it, each that only the old one touched as before."""
    before, after = pair
    now = data.draw(drawn_edits(after))
    old, new = _places(diff(before, after)), _places(diff(after, now))
    assume(old and not old & new)
    back = _or_refused(now, diff(before, after))

    for table in (*SINGLE, *TABLES):
        for record in {record_id(found) for found in (*before.table(table), *now.table(table))}:
            source = before if (table, record) in old else now
            assert back.find(table, record) == source.find(table, record)


def _places(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    return {(change.table, change.record) for change in changes}


def _or_refused(now: Roadmap, changes: tuple[Change, ...]) -> Roadmap:
    """Take back; a generated roadmap in which something would be wrong afterwards is passed over."""
    try:
        return taken_back(now, changes)
    except RefusedError as error:
        assume(error.code not in {"would-be-wrong", "meeting-locked"})
        raise
