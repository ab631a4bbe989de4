"""Two people's copies as one: examples, as a specification of the merge of fields, lists and removals."""

from __future__ import annotations

from decimal import Decimal

from model import edits
from model.conflict import Conflict
from model.records import Funding, Goal
from tests.model.build import DAY
from tests.model.merging import BASE, LAST, LATER, PLACE, conflicting, ids, merged, with_measure


def test_fields_of_one_record_come_from_both() -> None:
    """Who changed the title and who changed the need both have their way."""
    found = merged(with_measure(title="Uusi"), with_measure(needs="rahaa"))

    assert (found.measure("T07").title, found.measure("T07").needs) == ("Uusi", "rahaa")


def test_the_same_change_is_made_once() -> None:
    """Two people who decide alike do not disagree."""
    assert merged(with_measure(end=LATER), with_measure(end=LATER)).measure("T07").end == LATER


def test_two_values_for_one_field_are_a_conflict() -> None:
    """Ours stands; base, ours, theirs, who and when are beside it, as the file says values."""
    found, conflicts = conflicting(with_measure(end=LATER), with_measure(end=LAST))

    assert found.measure("T07").end == LATER
    assert conflicts == (
        Conflict(
            id="R1",
            table="measures",
            record="T07",
            field="end",
            base="2026H1",
            ours="2026H2",
            theirs="2027H1",
            ours_by="me",
            theirs_by="he",
            date=DAY,
        ),
    )


def test_lists_of_names_merge_as_sets() -> None:
    """What either added is there, what either removed is not, and a name that both added once."""
    base = with_measure(goals=("G1", "G2"))
    goals = tuple(Goal(id=f"G{n}", title="x") for n in range(1, 5))
    base = base.model_copy(update={"goals": goals})

    ours, theirs = with_measure(goals=("G1", "G2", "G3"), of=base), with_measure(goals=("G4", "G1", "G3"), of=base)

    assert merged(ours, theirs, base=base).measure("T07").goals == ("G4", "G1", "G3")


def test_texts_merge_by_their_lines() -> None:
    """A text of many lines takes both people's lines; the same line changed twice is a conflict."""
    ours = with_measure("T08", public="EKA\ntoka\nkolmas")
    theirs = with_measure("T08", public="eka\ntoka\nKOLMAS\nneljäs")
    other = with_measure("T08", public="1.\ntoka\nkolmas")

    assert merged(ours, theirs).measure("T08").public == "EKA\ntoka\nKOLMAS\nneljäs"
    assert [one.field for one in conflicting(ours, other)[1]] == ["public"]


def test_log_entries_of_both_are_kept_by_day() -> None:
    """Additions of both sides are there, equal ones once, in an order that does not tell whose is ours."""
    first = edits.note(edits.note(BASE, "T07", PLACE, text="b"), "T07", PLACE, text="yhteinen")
    second = edits.note(edits.note(BASE, "T07", PLACE, text="a"), "T07", PLACE, text="yhteinen")

    assert [entry.text for entry in merged(first, second).measure("T07").log] == ["a", "b", "yhteinen"]
    assert merged(first, second) == merged(second, first)


def test_money_is_granted_for_the_sum_that_was_granted() -> None:
    """A sum changed on one side and granted on the other is asked about: nobody granted the new sum."""
    base = with_measure(funding=(Funding(year=2026, amount=Decimal(10), state="applied"),))
    ours = edits.set_funding(base, "T07", 2026, amount=Decimal(20), state="applied")
    theirs = edits.set_funding(base, "T07", 2026, amount=Decimal(10), state="granted")

    found, conflicts = conflicting(ours, theirs, base=base)

    assert found.measure("T07").funding == ours.measure("T07").funding
    assert [(one.field, one.entry, one.ours, one.theirs) for one in conflicts] == [
        ("funding.amount", ("2026",), 20, 10),
        ("funding.state", ("2026",), "applied", "granted"),
    ]


def test_an_edit_wins_over_a_removal_and_asks() -> None:
    """Whichever side removed the record, it stays as the other one edited it."""
    edited, removed = with_measure(title="Uusi"), BASE.without("measures", "T07")

    for ours, theirs in ((edited, removed), (removed, edited)):
        found, (conflict,) = conflicting(ours, theirs)
        assert found.measure("T07").title == "Uusi"
        assert ids(found.measures) == ["T07", "T08"]
        assert (conflict.field, (conflict.ours is None), (conflict.theirs is None)) == (
            "",
            ours is removed,
            theirs is removed,
        )


def test_a_removal_that_nobody_edited_is_made() -> None:
    """So are removals by both."""
    removed = BASE.without("measures", "T07")

    assert ids(merged(removed, with_measure("T08", title="x")).measures) == ["T08"]
    assert ids(merged(removed, removed.without("measures", "T08")).measures) == []


def test_an_entry_edited_here_and_removed_there_stays() -> None:
    """As a record does: the conflict names the list and the entry."""
    base = with_measure(funding=(Funding(year=2026, amount=Decimal(10), state="applied"),))
    ours = edits.set_funding(base, "T07", 2026, amount=Decimal(20), state="applied")

    found, (conflict,) = conflicting(ours, with_measure(of=base, funding=()), base=base)

    assert found.measure("T07").funding == ours.measure("T07").funding
    assert (conflict.field, conflict.entry, conflict.theirs) == ("funding", ("2026",), None)
