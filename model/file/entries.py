"""A nested list of a record while changes go in: which entries stay, are corrected, go and come.

What identifies an entry is part of its content (a log entry's text), so `diff` tells of a corrected one as one that
went and one that came. In the file it is the same entry: it is edited in its place and its comment stays
with it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from model.diff import Change, ChangedMeanwhileError
from model.file.intent import Values, edited, entry_edits
from model.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from model.diff import Key
    from model.record import Record


@dataclass(slots=True)
class Entry:
    """An entry of the list that is meant."""

    values: Values
    origin: int | None
    """Which entry of the text it is; None for a new one."""
    record: Record | None = None
    """A new one as a record."""
    edits: dict[str, object] = field(default_factory=dict)
    """The keys to be set in its text, or removed where None."""


class Entries:
    """The entries of one list, changed one by one and then settled."""

    def __init__(self, kind: type[Record], values: Sequence[Values]) -> None:
        """Begin with the entries as the text has them."""
        self._kind = kind
        self._gone: dict[int, tuple[Values, Record]] = {}
        self.entries = [Entry(entry, number) for number, entry in enumerate(values)]
        self._known = Counter(map(self._key, values))
        """How many entries have each key."""
        self.count = len(values)
        """How many entries the text has."""

    @property
    def gone(self) -> list[int]:
        """Which entries of the text are no more, in order."""
        return sorted(self._gone)

    @property
    def is_only_edited(self) -> bool:
        """Whether no entry came or went."""
        return not self._gone and len(self.entries) == self.count

    def make(self, change: Change) -> None:
        """Add, change or remove an entry; raise ChangedMeanwhileError where it is not there."""
        at = self._position(change)
        if (at is None) != (change.before is None):
            raise ChangedMeanwhileError(change, None)
        if at is None:
            at = len(self.entries) if change.position is None else change.position
            entry = Entry(plain(change.after), None, change.after)
            self._known[self._key(entry.values)] += 1
            self.entries.insert(at, entry)
        elif change.after is None:
            entry = self.entries.pop(at)
            self._known[self._key(entry.values)] -= 1
            if entry.origin is not None:
                self._gone[entry.origin] = (entry.values, change.before)
        else:
            entry = self.entries[at]
            if entry.origin is None:
                entry.values, entry.record = plain(change.after), change.after
            else:
                _edit(entry, entry_edits(change.before, change.after))

    def settle(self) -> None:
        """Make one of entries that went and came in the same place.

        They stand between the same two kept entries, and pairs do not cross: so the order of the list is the
        same as by removing and adding.
        """
        kept = [entry.origin for entry in self.entries if entry.origin is not None]
        gaps: dict[int, list[int]] = {}
        for origin in self.gone:
            gaps.setdefault(sum(other < origin for other in kept), []).append(origin)
        come: dict[int, list[Entry]] = {}
        before = 0
        for entry in self.entries:
            before += entry.origin is not None
            if entry.origin is None:
                come.setdefault(before, []).append(entry)
        for gap, origins in gaps.items():
            for origin, entry in self._pairs(origins, come.get(gap, [])):
                values, record = self._gone.pop(origin)
                assert entry.record is not None
                edits = entry_edits(record, entry.record)
                entry.values, entry.origin, entry.record = values, origin, None
                _edit(entry, edits)

    def _pairs(self, origins: list[int], come: list[Entry]) -> Iterator[tuple[int, Entry]]:
        if len(origins) == len(come):
            yield from zip(origins, come, strict=True)
            return
        # The most likeness that the entries from one of each side on can have together.
        best = [[0] * (len(come) + 1) for _ in range(len(origins) + 1)]
        alike = [[self._likeness(self._gone[origin][0], entry.values) for entry in come] for origin in origins]
        for one in reversed(range(len(origins))):
            for other in reversed(range(len(come))):
                paired = alike[one][other] + best[one + 1][other + 1]
                best[one][other] = max(paired, best[one + 1][other], best[one][other + 1])
        one = other = 0
        while one < len(origins) and other < len(come):
            if best[one][other] == best[one + 1][other]:
                one += 1
            elif best[one][other] == best[one][other + 1]:
                other += 1
            else:
                yield origins[one], come[other]
                one, other = one + 1, other + 1

    def _likeness(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
        """Return how many parts of two keys are equal."""
        return sum(mine == theirs for mine, theirs in zip(self._key(one), self._key(other), strict=True))

    def _position(self, change: Change) -> int | None:
        """Return which entry a change is about, counted as `model.diff.entry_keys` does; None for none."""
        key = change.key or ()
        if not self._known[key[: len(self._kind.KEY)]]:
            return None
        seen: Counter[Key] = Counter()
        position = None
        for number, entry in enumerate(self.entries):
            own = self._key(entry.values)
            if ((*own, seen[own]) if seen[own] else own) == key:
                return number
            if own == key[: len(own)]:
                position = number  # a twin, whose count was larger while the others were there
            seen[own] += 1
        return position if len(key) > len(self._kind.KEY) and change.before is not None else None

    def _key(self, values: Mapping[str, Any]) -> Key:
        return tuple([values.get(name, default) for name, default in _identifying(self._kind)])


@cache
def _identifying(kind: type[Record]) -> tuple[tuple[str, object], ...]:
    """Return the keys, as the file spells them, by which entries are told apart, each with what its absence means."""
    fields = ((name, kind.model_fields[name]) for name in kind.KEY)
    return tuple((one.alias or name, None if one.is_required() else one.default) for name, one in fields)


def _edit(entry: Entry, edits: dict[str, object]) -> None:
    entry.values = edited(entry.values, edits)
    entry.edits |= edits
