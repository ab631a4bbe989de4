"""Records merged field by field, and lists of records by what identifies their entries.

A value that only one side changed is taken; what both changed differently stays as ours and is a clash. Fields that
tell one thing together (an amount and whether it was granted) are merged as one: a sum that nobody granted does not
come about by merging.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from model.diff import key_of_field, value_of, with_field
from model.meeting import Action, Item, Meeting
from model.merging.entries import matched
from model.merging.exact import exactly
from model.merging.order import merged_lines, merged_set, ordered
from model.record import Record
from model.records import Funding, LogEntry, Move, Score, Target
from model.search import sort_key
from model.survey import FIGURES, Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from model.diff import Key
    from model.merging.clash import Clash

K = TypeVar("K")
Three = tuple[Any, Any, Any]
"""A value in the base, ours and theirs; a key that is not there is None."""

TOGETHER: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Item: (("kind", "subjects", "outcome", "decision", "vote"), ("enactment", "enacted")),
    Action: (("state", "done"),),
    Meeting: (("state", "checked", "checked_by", "published", "published_to", "digest"),),
    Funding: (("amount", "state"),),
    Score: (("value", "n"), ("meeting", "item")),
    Target: (("meeting", "item"),),
    Move: (("meeting", "item"),),
    LogEntry: (("meeting", "item"), ("proposes", "to", "reason")),
}
"""Fields of a class that make one statement: where both sides changed it, each of them that differs is a clash."""


def merged_records(
    sides: tuple[Mapping[K, Record], Mapping[K, Record], Mapping[K, Record]],
    place: Callable[[K], Clash],
    clashes: list[Clash],
) -> dict[K, Record]:
    """Return the records that stay, by key, from those of base, ours and theirs; clashes are added to the list.

    Of an edit and a removal the edit stays. Order is not told: `ordered` knows it.
    """
    base, ours, theirs = sides
    merged: dict[K, Record] = {}
    for key in {**ours, **theirs}:
        three = base.get(key), ours.get(key), theirs.get(key)
        old, mine, yours = three
        if yours is old or yours is mine:
            found = mine
        elif mine is old:
            found = yours
        else:
            found = _record(three, place(key), clashes)
        if found is not None:
            merged[key] = found
    return merged


def _record(three: Three, place: Clash, clashes: list[Clash]) -> Record | None:
    """Merge a record of which all three versions are different objects."""
    old: Record | None
    mine: Record | None
    yours: Record | None
    old, mine, yours = three
    if exactly(mine, yours) or exactly(old, yours):
        return mine
    if exactly(old, mine):
        return yours
    if mine is None or yours is None:
        clashes.append(place.of(old, mine, yours))
        return mine or yours
    if _are_of_two_rounds(old, mine, yours):
        clashes.append(place.of(old, mine, yours))
        return mine
    return merged_record(old, mine, yours, place=place, clashes=clashes)


def _are_of_two_rounds(old: Record | None, mine: Record, yours: Record) -> bool:
    """Whether both sides have put the answers of a survey there, each of its own file: one of the two is chosen.

    Figures of two files mixed would be those of neither.
    """
    if isinstance(mine, Survey):
        return old is None
    is_counted = any(getattr(one, "counts", ()) or getattr(one, "survey", "") for one in (mine, yours))
    figures = [one and {name: one.__dict__.get(name) for name in FIGURES} for one in (old, mine, yours)]
    return is_counted and not any(exactly(figures[one], figures[other]) for one, other in ((0, 1), (0, 2), (1, 2)))


def merged_record(base: Record | None, ours: Record, theirs: Record, *, place: Clash, clashes: list[Clash]) -> Record:
    """Return two versions of a record as one; without a base both have added it."""
    kind = type(ours)
    values = {name: _three(name, (base, ours, theirs)) for name in _names(kind, (base, ours, theirs))}
    own: list[Clash] = []
    merged = ours
    for name, three in values.items():
        found = _value(three, place=place.key(key_of_field(kind, name)), clashes=own)
        if not exactly(found, three[1]):
            merged = with_field(merged, name, found)
    for group in TOGETHER.get(kind, ()):
        for name in _torn(values, group):
            here = place.key(key_of_field(kind, name))
            merged = with_field(merged, name, values[name][1])
            if all(other.place != here.place for other in own):
                own.append(here.of(*values[name]))
    clashes += own
    return merged


def strings(key: Key) -> tuple[str, ...]:
    """Return what identifies an entry as texts, as a conflict names it."""
    return tuple("" if part is None else str(part) for part in key)


def _torn(values: Mapping[str, Three], group: tuple[str, ...]) -> list[str]:
    """Return the fields of one statement that differ, where both sides changed it and not to the same."""
    known = [name for name in group if name in values]
    by_us = any(not exactly(values[name][0], values[name][1]) for name in known)
    by_them = any(not exactly(values[name][0], values[name][2]) for name in known)
    return [name for name in known if by_us and by_them and not exactly(values[name][1], values[name][2])]


def _names(kind: type[Record], records: tuple[Record | None, ...]) -> Iterator[str]:
    yield from kind.model_fields
    yield from dict.fromkeys(name for record in records if record for name in record.model_extra or {})


def _three(name: str, records: tuple[Record | None, Record, Record]) -> Three:
    base, ours, theirs = records
    mine, yours = value_of(ours, name), value_of(theirs, name)
    if base is not None:
        return value_of(base, name), mine, yours
    field = type(ours).model_fields.get(name)
    unknown = field is None or field.is_required() or name in ours.KEY
    return (None if unknown or field is None else field.default), mine, yours


def _value(three: Three, *, place: Clash, clashes: list[Clash]) -> object:
    """Return a field's merged value."""
    base, ours, theirs = three
    if exactly(ours, theirs) or exactly(base, theirs):
        return ours
    if exactly(base, ours):
        return theirs
    if any(isinstance(value, tuple) and value and isinstance(value[0], Record) for value in three):
        return _entries((base or (), ours or (), theirs or ()), place, clashes)
    found = None if place.field == "words" else _joined(base, ours, theirs)
    if found is None:
        clashes.append(place.of(base, ours, theirs))
        return ours
    return found


def _joined(base: object, ours: object, theirs: object) -> object:
    """Return lists of scalars, texts of several lines or tables with what both sides did; None where they cannot be."""
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return merged_set(base if isinstance(base, tuple) else (), ours, theirs)
    if isinstance(ours, str) and isinstance(theirs, str) and isinstance(base, str | None):
        texts = base or "", ours, theirs
        return merged_lines(*texts) if any("\n" in text for text in texts) else None
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _tables(base if isinstance(base, dict) else {}, ours, theirs)
    return None


def _tables(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return two versions of an unknown key's table as one, or None."""
    merged: dict[str, Any] = {}
    for name in {**ours, **theirs}:
        was, mine, yours = base.get(name), ours.get(name), theirs.get(name)
        if exactly(mine, yours) or exactly(was, yours):
            found = mine
        elif exactly(was, mine):
            found = yours
        else:
            found = _joined(was, mine, yours)
            if found is None:
                return None
        if found is not None:
            merged[name] = found
    return merged


def _entries(three: Three, place: Clash, clashes: list[Clash]) -> tuple[Record, ...]:
    """Return a nested list merged by what identifies its entries."""
    base, ours, theirs = matched(three)
    merged = merged_records((base, ours, theirs), lambda key: _entry_place(place, key), clashes)
    order = ordered(list(base), list(ours), list(theirs), kept=merged, rank=_rank)
    return tuple(merged[key] for key in order)


def _entry_place(place: Clash, key: Key) -> Clash:
    return type(place)(place.table, place.record, place.field, strings(key))


def _rank(key: Key) -> tuple[object, ...]:
    return tuple(map(sort_key, strings(key)))
