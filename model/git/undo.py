"""What can be undone and redone, and which commits belong together, read off the history.

A change carries `Change-Id`, an undo also `Reverts` and a redo `Reapplies` with the id of the change they are about.
Commits without a Change-Id (made by hand, merges) are passed over: they neither can be undone here nor hinder it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from model.git.history import Entry


@dataclass(frozen=True, slots=True)
class Fold:
    """A decision with all that was said about it since."""

    entry: Entry
    followers: tuple[Entry, ...] = ()
    """Its undos and redos, newest first."""

    @property
    def undone(self) -> bool:
        """Whether the decision stands taken back."""
        return bool(self.followers) and self.followers[0].reverts is not None


def undo_state(entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the changes that can be undone and those that can be redone, each with the next one first.

    `entries` are newest first. A new change empties what could be redone; an undo or redo of a change that is not
    among the entries is passed over.
    """
    undoable: list[Entry] = []
    redoable: list[Entry] = []
    for entry in reversed(list(entries)):
        if entry.reverts is not None:
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
    changes = {entry.change_id for entry in listed if not _about(entry)} - {None}
    followers: dict[str, list[Entry]] = {}
    for entry in listed:
        if (about := _about(entry)) in changes and about is not None:
            followers.setdefault(about, []).append(entry)
    return tuple(
        Fold(entry, () if _about(entry) else tuple(followers.get(entry.change_id or "", ())))
        for entry in listed
        if _about(entry) not in changes
    )


def _about(entry: Entry) -> str | None:
    return entry.reverts or entry.reapplies
