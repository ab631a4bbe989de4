"""The hub: the difference of two roadmaps as typed facts, and its way back.

The patch to the file, the commit's words, the history, undo and the merge are all read off these
facts. Records that are the same object are equal, so only what an edit touched is looked at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from model.record import Record
from model.records import TABLES
from model.roadmap import SINGLE, Roadmap, by_name, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact: what a record, a field of it or an entry of a list in it was, and what it is now."""

    table: str
    """The table of the file: `measures`."""
    record: str
    """The record's id, `T07`; empty for `[roadmap]` and `[scale]`."""
    field: str | None = None
    """The field by its name in the file; None when the whole record came or went."""
    key: Key | None = None
    """For an entry of a nested list what identifies it in there; None for a plain field."""
    before: Any = None
    """The earlier value, record or entry; None when there was none."""
    after: Any = None
    """The later value, record or entry; None when there is none."""
    position: int | None = None
    """Where in its table or list a record or an entry stands; None for a field."""


class ChangedMeanwhileError(Exception):
    """A change does not fit: the value is no longer what it was when the change was made."""

    def __init__(self, change: Change, actual: object) -> None:
        """Remember the change that did not fit and what stands there instead."""
        super().__init__(change, actual)
        self.change = change
        self.actual = actual


def diff(before: Roadmap, after: Roadmap) -> tuple[Change, ...]:
    """Return what changed from one roadmap to another, in the order of the file's tables.

    `apply(before, diff(before, after)) == after` but for the order of records and entries that both have.
    """
    return tuple(
        change
        for table in (*SINGLE, *TABLES)
        for change in _table_changes(table, before.table(table), after.table(table))
    )


def record_diff(table: str, before: Record | None, after: Record | None) -> tuple[Change, ...]:
    """Return what changed in one record of a table, or that it came or went, as `diff` says it but for positions."""
    record = after or before
    if record is None:
        return ()
    place = Change(table, record_id(record))
    if before is None or after is None:
        return (replace(place, before=before, after=after),)
    return tuple(_record_changes(place, before, after))


def inverted(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that take these back."""
    return tuple(replace(change, before=change.after, after=change.before) for change in reversed(changes))


def apply(roadmap: Roadmap, changes: Iterable[Change]) -> Roadmap:
    """Return the roadmap with the changes made; raise ChangedMeanwhileError where one does not fit."""
    for (table, name, is_whole), group in groupby(changes, key=lambda c: (c.table, c.record, c.field is None)):
        if is_whole:
            for change in group:
                roadmap = _with_record(roadmap, change)
        else:
            roadmap = _with_changes(roadmap, (table, name), tuple(group))
    return roadmap


def entry_keys(entries: Sequence[Record]) -> tuple[Key, ...]:
    """Return what identifies each entry of a list; equal ones are told apart by their count."""
    keys = [tuple([getattr(entry, name) for name in entry.KEY]) for entry in entries]
    if len(set(keys)) == len(keys):
        return tuple(keys)
    seen: Counter[Key] = Counter()
    told: list[Key] = []
    for key in keys:
        told.append((*key, seen[key]) if seen[key] else key)
        seen[key] += 1
    return tuple(told)


def _table_changes(table: str, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    if before is after:
        return
    if table in SINGLE:
        yield from _record_changes(Change(table, ""), before[0], after[0])
        return
    if (staying := _staying(before, after)) is not None:
        for name, record, later in staying:
            yield from _record_changes(Change(table, name), record, later)
        return
    old, new = by_name(before), by_name(after)
    # What goes, goes from the end, so that the way back finds each place as it was.
    for position, (name, record) in reversed(list(enumerate(old.items()))):
        if name not in new:
            yield Change(table, name, before=record, position=position)
    for position, (name, record) in enumerate(new.items()):
        if name not in old:
            yield Change(table, name, after=record, position=position)
        elif record is not old[name]:
            yield from _record_changes(Change(table, name), old[name], record)


def _staying(before: Sequence[Record], after: Sequence[Record]) -> list[tuple[str, Record, Record]] | None:
    """Return id and both states of what differs, where every record stayed in its place, as most edits leave them.

    None where one came, went or changed its place, or where an id occurs twice.
    """
    if len(before) != len(after):
        return None
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
    names = [record_id(old) for old, _ in pairs]
    if names != [record_id(new) for _, new in pairs]:
        return None
    ids = [record_id(record) for record in before]
    if any(ids.count(name) > 1 for name in names):
        return None
    return [(name, old, new) for name, (old, new) in zip(names, pairs, strict=True)]


def _record_changes(place: Change, before: Record, after: Record) -> Iterator[Change]:
    for name, field in _fields(before, after):
        old, new = _value(before, name), _value(after, name)
        if old is new:
            continue
        if _is_list_of_records(old) or _is_list_of_records(new):
            yield from _entry_changes(replace(place, field=field), old or (), new or ())
        elif not _same(old, new):
            yield replace(place, field=field, before=old, after=new)


def _fields(before: Record, after: Record) -> Iterable[tuple[str, str]]:
    """Return name and key of every field that one of two records has."""
    known = _known_fields(type(after))
    if not before.model_extra and not after.model_extra:
        return known
    unknown = dict.fromkeys((*(before.model_extra or {}), *(after.model_extra or {})))
    return (*known, *((name, name) for name in unknown))


@cache
def _known_fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


def _value(record: Record, name: str) -> Any:  # noqa: ANN401 - a field holds anything
    """Return a field's value as `value_of` does, past what pydantic does on every access."""
    fields = record.__dict__
    return fields[name] if name in fields else (record.model_extra or {}).get(name)


def value_of(record: Record, name: str) -> Any:  # noqa: ANN401 - a field holds anything
    """Return a field's value; an unknown key may be called like a method (`copy`), so it is looked up by itself."""
    if name in type(record).model_fields:
        return getattr(record, name)
    return (record.model_extra or {}).get(name)


def key_of_field(kind: type[Record], name: str) -> str:
    """Return the file's key for a field of a class: `from` for `from_`."""
    known = kind.model_fields.get(name)
    return (known.alias or name) if known else name


def name_of_field(kind: type[Record], key: str) -> str:
    """Return the attribute for a key of the file: `from_` for `from`."""
    return next((name for name, field in kind.model_fields.items() if field.alias == key), key)


def _same(old: object, new: object) -> bool:
    """Compare with strict types: in Python `1 == True == 1.0`, in a file they are three values."""
    if type(old) is not type(new) or old != new:
        return False
    if isinstance(old, dict) and isinstance(new, dict):
        return all(_same(value, new[key]) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return all(map(_same, old, new))
    return True


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)


def _entry_changes(place: Change, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    old = dict(zip(entry_keys(before), before, strict=True))
    new = dict(zip(entry_keys(after), after, strict=True))
    for position, (key, entry) in reversed(list(enumerate(old.items()))):
        if key not in new:
            yield replace(place, key=key, before=entry, position=position)
    for position, (key, entry) in enumerate(new.items()):
        if key not in old or not _alike(old[key], entry):
            yield replace(place, key=key, before=old.get(key), after=entry, position=position)


def _alike(one: Record, other: Record) -> bool:
    """Whether two records are equal; most are, field by field, and then nothing else has to be asked."""
    return (one.__dict__ == other.__dict__ and not one.model_extra and not other.model_extra) or one == other


def _with_changes(roadmap: Roadmap, place: tuple[str, str], changes: Sequence[Change]) -> Roadmap:
    """Make the changes of one record's fields, and put the record in its place once."""
    table, name = place
    record = roadmap.find(table, name)
    if record is None:
        raise ChangedMeanwhileError(changes[0], None)
    for (field, adds), group in groupby(changes, key=lambda c: (c.field, c.key is not None and c.before is None)):
        assert field is not None
        attribute = name_of_field(type(record), field)
        if adds:
            record = with_field(record, attribute, _with_new(value_of(record, attribute) or (), group))
        else:
            for change in group:
                record = with_field(record, attribute, _changed(value_of(record, attribute), change))
    return roadmap.replacing(table, record, name=name)


def _changed(actual: Any, change: Change) -> object:  # noqa: ANN401 - a field holds anything
    if change.key is not None:
        return _with_entry(actual or (), change)
    if actual != change.before:
        raise ChangedMeanwhileError(change, actual)
    return change.after


def _with_new(entries: Sequence[Record], changes: Iterable[Change]) -> tuple[Record, ...]:
    """Add entries to a list, one after the other."""
    by_key = dict(zip(entry_keys(entries), entries, strict=True))
    kept = list(entries)
    for change in changes:
        assert change.key is not None
        if change.key in by_key:
            raise ChangedMeanwhileError(change, by_key[change.key])
        by_key[change.key] = change.after
        kept.insert(len(kept) if change.position is None else change.position, change.after)
    return tuple(kept)


def with_field(record: Record, name: str, value: object) -> Record:
    """Return a record with a field set; a key without a field goes where the value is None."""
    changed = record.model_copy(update={name: value})
    if value is None and name not in type(record).model_fields and changed.model_extra:
        del changed.model_extra[name]  # the copy's own
    return changed


def _with_record(roadmap: Roadmap, change: Change) -> Roadmap:
    actual = roadmap.find(change.table, change.record)
    if actual != change.before:
        raise ChangedMeanwhileError(change, actual)
    if change.after is None:
        return roadmap.without(change.table, change.record)
    return roadmap.adding(change.table, change.after, at=change.position)


def _with_entry(entries: Sequence[Record], change: Change) -> tuple[Record, ...]:
    by_key = dict(zip(entry_keys(entries), entries, strict=True))
    assert change.key is not None
    actual = by_key.get(change.key)
    if actual != change.before:
        raise ChangedMeanwhileError(change, actual)
    if change.after is None:
        return tuple(entry for key, entry in by_key.items() if key != change.key)
    return tuple(change.after if key == change.key else entry for key, entry in by_key.items())
