"""Undo and redo are read off the history, as stacks would have it, and pairs fold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.diff import Change
from model.entry import Entry
from model.undo import folded, undo_state

if TYPE_CHECKING:
    from collections.abc import Iterable

OPERATIONS = st.lists(st.sampled_from(["do", "undo", "redo", "hand"]), max_size=40)


def entry(number: int, *trailers: tuple[str, str]) -> Entry:
    """Make an entry of the history with these trailers."""
    return Entry(f"{number:040x}", datetime(2026, 11, 22, tzinfo=UTC), "Erkki", str(number), trailers, ())


def name(number: int) -> str:
    """Return the Change-Id of an entry made by `history_of`."""
    return f"{number:012x}"


def ids(entries: Iterable[Entry]) -> list[int]:
    """Return the numbers of entries."""
    return [int(one.subject) for one in entries]


def history_of(operations: list[str]) -> tuple[list[Entry], list[int], list[int]]:
    """Play the operations with two plain stacks; return the history, newest first, and the stacks, next first."""
    done: list[int] = []
    undone: list[int] = []
    log: list[Entry] = []
    for number, operation in enumerate(operations):
        own = ("Change-Id", name(number))
        if operation == "do":
            done.append(number)
            undone.clear()
            log.append(entry(number, own))
        elif operation == "hand":
            log.append(entry(number))
        elif operation == "undo" and done:
            undone.append(done.pop())
            log.append(entry(number, own, ("Reverts", name(undone[-1]))))
        elif operation == "redo" and undone:
            done.append(undone.pop())
            log.append(entry(number, own, ("Reapplies", name(done[-1]))))
    return log[::-1], done[::-1], undone[::-1]


@given(OPERATIONS)
def test_history_gives_the_stacks_back(operations: list[str]) -> None:
    """However decisions were taken, undone and redone, the history alone tells what is next."""
    log, done, undone = history_of(operations)

    undoable, redoable = undo_state(log)

    assert (ids(undoable), ids(redoable)) == (done, undone)


@given(OPERATIONS, st.integers(0, 40))
def test_beginning_may_be_missing(operations: list[str], known: int) -> None:
    """With only the newest entries at hand nothing is offered that the whole history would not offer."""
    log, done, undone = history_of(operations)

    undoable, redoable = undo_state(log[:known])

    assert ids(undoable) == done[: len(undoable)]
    assert set(ids(redoable)) <= set(undone)


@given(OPERATIONS)
def test_folding_loses_no_entry(operations: list[str]) -> None:
    """Every entry is shown once: by itself or under its change; a change is marked undone as it stands."""
    log, done, undone = history_of(operations)

    folds = folded(log)

    shown = [one for fold in folds for one in (fold.entry, *fold.followers)]
    assert sorted(ids(shown)) == sorted(ids(log))
    marks = {int(fold.entry.subject): fold.undone for fold in folds}
    assert all(not marks[number] for number in done)
    assert all(marks[number] for number in undone)
    assert ids(fold.entry for fold in folds) == sorted(ids(fold.entry for fold in folds), reverse=True)


def test_undo_of_an_older_change_stands_by_itself() -> None:
    """An undo whose change is not in view is shown as itself and offered for nothing."""
    lonely = entry(1, ("Change-Id", name(1)), ("Reverts", name(0)))

    assert undo_state([lonely]) == ([], [])
    assert [fold.entry for fold in folded([lonely])] == [lonely]


def test_foreign_change_ids_are_not_ours() -> None:
    """Another tool's Change-Id, of another form, is no decision that could be undone here."""
    assert undo_state([entry(1, ("Change-Id", "I" + "0" * 40))]) == ([], [])


def taken_back() -> list[Entry]:
    """Return a history, newest first, in which the first of two decisions was taken back."""
    back = entry(3, ("Change-Id", name(3)), ("Takes-Back", name(1)), ("Reverts", name(1)))
    return [back, entry(2, ("Change-Id", name(2))), entry(1, ("Change-Id", name(1)))]


def test_taking_back_an_old_decision_folds_and_is_a_decision_itself() -> None:
    """It stands under the old decision, and is what is undone next."""
    log = taken_back()

    assert [(ids([fold.entry]), fold.undone) for fold in folded(log)] == [([2], False), ([1], True)]
    assert [ids(stack) for stack in undo_state(log)] == [[3, 2, 1], []]


def test_undoing_it_lets_the_old_decision_stand_again() -> None:
    """And redoing it takes it back once more; all of it folds under the old decision."""
    undone = [entry(4, ("Change-Id", name(4)), ("Reverts", name(3))), *taken_back()]
    again = [entry(5, ("Change-Id", name(5)), ("Reapplies", name(3))), *undone]

    old, older = folded(undone)[-1], folded(again)[-1]
    assert (old.undone, ids(old.followers)) == (False, [4, 3])
    assert (older.undone, ids(older.followers)) == (True, [5, 4, 3])
    assert [ids(stack) for stack in undo_state(undone)] == [[2, 1], [3]]


def test_taking_back_a_part_stands_by_itself() -> None:
    """The rest of the decision stands; it knows of the part until that is undone."""
    part = entry(2, ("Change-Id", name(2)), ("Takes-Back", name(1)))
    log = [part, entry(1, ("Change-Id", name(1)))]

    assert [(ids([fold.entry]), fold.undone, ids(fold.parts)) for fold in folded(log)] == [
        ([2], False, []),
        ([1], False, [2]),
    ]
    log.insert(0, entry(3, ("Change-Id", name(3)), ("Reverts", name(2))))
    assert [fold.parts for fold in folded(log)] == [(), ()]


def test_a_hand_edit_is_taken_back_by_the_name_of_its_commit() -> None:
    """It has no Change-Id, and folds all the same."""
    hand = entry(1)
    log = [entry(2, ("Change-Id", name(2)), ("Takes-Back", hand.commit[:12]), ("Reverts", hand.commit[:12])), hand]

    (fold,) = folded(log)
    assert (fold.entry, fold.undone) == (hand, True)


def changed(number: int, before: str, after: str, *trailers: tuple[str, str]) -> Entry:
    """Make an entry that changes who answers for T31."""
    change = Change("measures", "T31", "responsible", before=before, after=after)
    return replace(entry(number, ("Change-Id", name(number)), *trailers), changes=(change,))


@pytest.mark.parametrize(("restored", "count"), [("Koordinaattori", 1), ("Kuljetuspäällikkö", 2)])
def test_a_pair_folds_only_where_the_undo_left_what_was_before(restored: str, count: int) -> None:
    """What was edited by hand in between, and recorded with the decision, would be in no line of the history."""
    log = [
        changed(2, "Sivistysjohtaja", restored, ("Reverts", name(1))),
        changed(1, "Koordinaattori", "Sivistysjohtaja"),
    ]

    assert len(folded(log)) == count


def test_a_redo_folds_where_it_made_the_same_again() -> None:
    """And with it the undo."""
    log = [
        changed(3, "Koordinaattori", "Sivistysjohtaja", ("Reapplies", name(1))),
        changed(2, "Sivistysjohtaja", "Koordinaattori", ("Reverts", name(1))),
        changed(1, "Koordinaattori", "Sivistysjohtaja"),
    ]

    (fold,) = folded(log)
    assert not fold.undone


def test_entries_that_are_about_each_other_stand_by_themselves() -> None:
    """A forged history folds nothing away."""
    log = [
        entry(2, ("Change-Id", name(2)), ("Reverts", name(1))),
        entry(1, ("Change-Id", name(1)), ("Reverts", name(2))),
    ]

    assert ids(fold.entry for fold in folded(log)) == [2, 1]


def test_taking_back_what_took_a_decision_back_lets_it_stand_again() -> None:
    """Long after, when it is no more the latest undo."""
    undo = entry(2, ("Change-Id", name(2)), ("Reverts", name(1)))
    back = entry(4, ("Change-Id", name(4)), ("Takes-Back", name(2)), ("Reverts", name(2)))
    log = [back, entry(3, ("Change-Id", name(3))), undo, entry(1, ("Change-Id", name(1)))]

    old = folded(log)[-1]
    assert (ids(old.followers), old.undone) == ([4, 2], False)
