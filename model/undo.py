"""What can be undone and redone, and which commits belong together, read off the history.

A change carries `Change-Id`, an undo also `Reverts` and a redo `Reapplies` with the id of the change they are about.
Commits without a Change-Id (made by hand, merges) are passed over: they neither can be undone here nor hinder it.
Taking back an old decision is a decision of its own, undone and redone like any other; it says `Takes-Back`, and
where it takes back all of it `Reverts`, by which the two fold. A decision without an id is named by its commit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.trailers import TAKES_BACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.diff import Change
    from model.entry import Entry

_ID_LENGTH = 12
_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Fold:
    """A decision with all that was said about it since."""

    entry: Entry
    followers: tuple[Entry, ...] = ()
    """Its undos and redos, newest first."""
    parts: tuple[Entry, ...] = ()
    """The decisions that took a part of it back and stand, newest first; each has a fold of its own."""

    @property
    def undone(self) -> bool:
        """Whether the decision stands taken back: an undo of its undo lets it stand again."""
        about = {named(one): one for one in self.followers}
        off: set[str] = set()
        for one in reversed(self.followers):
            _turn(one, about, off)
        return named(self.entry) in off


def named(entry: Entry) -> str:
    """Return the name by which later decisions speak of an entry: its Change-Id, else the beginning of its commit."""
    return entry.change_id or entry.commit[:_ID_LENGTH]


def undo_state(entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the changes that can be undone and those that can be redone, each with the next one first.

    `entries` are newest first. A new change empties what could be redone; an undo or redo of a change that is not
    among the entries is passed over.
    """
    undoable: list[Entry] = []
    redoable: list[Entry] = []
    for entry in reversed(list(entries)):
        if taken_from(entry) is not None:
            undoable.append(entry)
            redoable.clear()
        elif entry.reverts is not None:
            _shift(entry.reverts, undoable, redoable)
        elif entry.reapplies is not None:
            _shift(entry.reapplies, redoable, undoable)
        elif entry.change_id is not None:
            undoable.append(entry)
            redoable.clear()
    return undoable[::-1], redoable[::-1]


def _shift(change: str, source: list[Entry], target: list[Entry]) -> None:
    """Move a change from one stack to the other, wherever in the first it is."""
    for place in reversed(range(len(source))):
        if source[place].change_id == change:
            target.append(source.pop(place))
            return


def folded(entries: Iterable[Entry]) -> tuple[Fold, ...]:
    """Return the history with undos and redos folded under the change that they are about, in the given order.

    One whose change is not among the entries (it is older, or was made elsewhere) stands by itself.
    """
    listed = list(entries)
    known = {named(entry): entry for entry in listed}
    followers: dict[str, list[Entry]] = {}
    for entry in listed:
        if (root := _root(entry, known)) is not entry:
            followers.setdefault(root.commit, []).append(entry)
    folds = [Fold(entry, tuple(followers.get(entry.commit, ()))) for entry in listed if _root(entry, known) is entry]
    parts: dict[str, list[Entry]] = {}
    for fold in folds:
        if (whole := taken_from(fold.entry)) and not fold.undone:
            parts.setdefault(whole, []).append(fold.entry)
    return tuple(replace(fold, parts=tuple(parts.get(named(fold.entry), ()))) if parts else fold for fold in folds)


def taken_from(entry: Entry) -> str | None:
    """Return the name of the decision that an entry takes back, chosen from the history, as a whole or in part."""
    found = entry.trailer(TAKES_BACK) or ""
    return found if _ID.fullmatch(found) and entry.change_id else None


def _root(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    """Return the decision that an entry is about in the end; one that leads nowhere, or in a circle, is its own."""
    seen, at = [entry], entry
    while (about := known.get(_about(at) or "")) is not None and _is_pair(at, about):
        if about in seen:
            return entry
        seen.append(about)
        at = about
    return at


def _is_pair(later: Entry, about: Entry) -> bool:
    """Whether an undo left what there was before what it is about, or a redo what that had made.

    What somebody else changed between the two, and recorded with one of them, must not be folded away.
    """
    if later.changes is None or about.changes is None:
        return True
    left = {_place(change): change.after for change in later.changes}
    wanted = {_place(one): one.before if later.reverts else one.after for one in about.changes}
    return all(place in left and left[place] == value for place, value in wanted.items())


def _place(change: Change) -> tuple[object, ...]:
    return change.table, change.record, change.field, change.key


def _turn(one: Entry, about: Mapping[str, Entry], off: set[str]) -> None:
    """Let an undo or redo work on what it is about; where that is one itself, it no longer works, or works again."""
    is_off, target = one.reverts is not None, _about(one) or ""
    for _ in range(len(about) + 1):
        (off.add if is_off else off.discard)(target)
        if target not in about:
            return
        inner = about[target]
        is_off, target = is_off != (inner.reverts is not None), _about(inner) or ""


def _about(entry: Entry) -> str | None:
    return entry.reverts or entry.reapplies
