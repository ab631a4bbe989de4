"""Which entry that went and which that came are one entry, corrected.

What identifies an entry of a list is part of its content (a log entry's text), so `diff` tells of a corrected
one as one that went and one that came. In the file it is the same entry: it is edited in its place and its comment
stays with it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.diff import Change

_Place = tuple[str, str, str | None]
_Gaps = dict[int, list["Change"]]
"""Changes by how many kept entries stand before them."""


def paired(changes: Iterable[Change]) -> list[Change]:
    """Return the changes with corrected entries as edits in place; they mean the same roadmap."""
    listed = list(changes)
    edits = dict(_corrected(listed))
    taken = {id(come) for come in edits.values()}
    return [
        replace(change, after=edits[id(change)].after) if id(change) in edits else change
        for change in listed
        if id(change) not in taken
    ]


def _corrected(changes: list[Change]) -> Iterator[tuple[int, Change]]:
    """Yield the identity of a removal and the addition that it is one with.

    They stand between the same two kept entries, and pairs do not cross: so the order of the list comes out the
    same as by removing and adding.
    """
    gone: dict[_Place, list[Change]] = {}
    come: dict[_Place, list[Change]] = {}
    for change in changes:
        if change.key is not None and change.position is not None and (change.before is None or change.after is None):
            found = gone if change.after is None else come
            found.setdefault((change.table, change.record, change.field), []).append(change)
    for place in gone.keys() & come.keys():
        additions = _by_gap(come[place])
        for gap, removals in _by_gap(gone[place]).items():
            yield from _pairs(removals, additions.get(gap, []))


def _by_gap(changes: list[Change]) -> _Gaps:
    positions = sorted(change.position or 0 for change in changes)
    gaps: _Gaps = {}
    for change in sorted(changes, key=lambda change: change.position or 0):
        at = change.position or 0
        gaps.setdefault(at - bisect_left(positions, at), []).append(change)
    return gaps


def _pairs(removals: list[Change], additions: list[Change]) -> Iterator[tuple[int, Change]]:
    if len(removals) == len(additions):
        yield from ((id(removal), addition) for removal, addition in zip(removals, additions, strict=True))
        return
    start = 0
    for removal in removals:
        likeness = [_likeness(removal, addition) for addition in additions[start:]]
        best = max(likeness, default=0)
        if best:
            start += likeness.index(best) + 1
            yield id(removal), additions[start - 1]


def _likeness(one: Change, other: Change) -> int:
    """Return how many parts of two keys are equal."""
    return sum(mine == theirs for mine, theirs in zip(one.key or (), other.key or (), strict=False))
