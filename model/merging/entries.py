"""Which entries of a nested list are the same in three versions, also where what identifies them was corrected.

The words of a log entry are part of what identifies it. Who corrects them has, to the letter, taken one entry out and
put another one in; two people who each correct them would make two entries of one decision. So a corrected entry is
found again by the rest of its key, and all three versions get it under one key: ours, or else theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.diff import entry_keys
from model.meeting import Attendance, Reopening
from model.records import LogEntry, Move

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.diff import Key
    from model.record import Record

    Entries = dict[Key, Record]

_RESTS: Mapping[type[Record], tuple[tuple[int, ...], ...]] = {
    LogEntry: ((0, 1), (0, 2)),
    Move: ((0, 1), (0, 2)),
    Reopening: ((0,),),
    Attendance: ((0, 1, 2),),
}
"""For each class, by which parts of its key an entry is known again when another part was corrected."""


def matched(three: tuple[Sequence[Record], Sequence[Record], Sequence[Record]]) -> tuple[Entries, Entries, Entries]:
    """Return the entries of base, ours and theirs by key, one entry under one key in all of them."""
    base, ours, theirs = (dict(zip(entry_keys(side), side, strict=True)) for side in three)
    kind = type(next(iter((*ours.values(), *theirs.values(), *base.values()))))
    if kind not in _RESTS:
        return base, ours, theirs
    mine, yours = _corrected(kind, base, ours), _corrected(kind, base, theirs)
    names = {old: mine.get(old, new) for old, new in {**yours, **mine}.items() if mine.get(old, new) not in base}
    back = {new: names[old] for old, new in yours.items() if old in names}
    if kind is Attendance:
        back |= _from_the_opening(base, ours, theirs)
    return _under(base, names), _under(ours, names), _under(theirs, {**names, **back})


def _corrected(kind: type[Record], base: Entries, side: Entries) -> dict[Key, Key]:
    """Return the entries of the base that a side has corrected, with their new keys."""
    gone, new = [key for key in base if key not in side], [key for key in side if key not in base]
    found: dict[Key, Key] = {}
    for rest in _RESTS[kind]:
        for old in gone:
            like = [key for key in new if _part(key, rest) == _part(old, rest)]
            same = [key for key in gone if _part(key, rest) == _part(old, rest)]
            if len(like) == len(same) == 1 and old not in found and like[0] not in found.values():
                found[old] = like[0]
    return found


def _from_the_opening(base: Entries, ours: Entries, theirs: Entries) -> dict[Key, Key]:
    """Return the keys of theirs that tell otherwise than ours how somebody took part from the opening on."""
    known = {key[:3]: key for key in ours if key[2] is None and key not in base}
    return {
        key: known[key[:3]]
        for key in theirs
        if key not in base and key not in ours and key[:3] in known and known[key[:3]] not in theirs
    }


def _part(key: Key, rest: tuple[int, ...]) -> Key:
    return tuple(key[place] for place in rest)


def _under(entries: Entries, names: Mapping[Key, Key]) -> Entries:
    """Return entries under other keys; one whose key is taken already keeps its own."""
    found: Entries = {}
    for key, entry in entries.items():
        new = names.get(key, key)
        found[key if new in found or (new != key and new in entries) else new] = entry
    return found
