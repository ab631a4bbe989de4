"""What a change means for a record's TOML values: the values that the patched text must have.

The text is patched in `splice`; here the same change is made to plain dicts, independently of the text, so
that the two can be compared.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from model.file.same import same
from model.plain import plain
from model.record import Record
from model.records import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.diff import Change

Values = dict[str, Any]


@cache
def keys_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the keys of a class as the file spells them, in the canonical order."""
    return tuple(field.alias or name for name, field in kind.model_fields.items())


@cache
def nested_kind(kind: type[Record], name: str) -> type[Record] | None:
    """Return the class of the entries of a nested list, or None for a plain field."""
    field = kind.model_fields.get(name)
    args = get_args(field.annotation) if field else ()
    return args[0] if args and isinstance(args[0], type) and issubclass(args[0], Record) else None


def toml(kind: type[Record], name: str, value: object) -> object:
    """Return a field's value as TOML, or None where the key goes because the value is empty.

    An unknown key says what its owner meant, also when it is empty.
    """
    found = plain(value)
    optional = name in keys_of(kind) and not is_required(kind, name)
    return None if found in ("", []) and optional else found


def is_required(kind: type[Record], name: str) -> bool:
    """Whether a record must have this key."""
    return any((field.alias or own) == name and field.is_required() for own, field in kind.model_fields.items())


def is_default(kind: type[Record], name: str, value: object) -> bool:
    """Whether a field's value is what an absent key means."""
    for own, field in kind.model_fields.items():
        if (field.alias or own) == name:
            return not field.is_required() and bool(field.default == value)
    return value is None


def entry_edits(before: Record, after: Record) -> dict[str, object]:
    """Return the keys of an entry that differ, with the new value or None for a key that goes."""
    old, new = plain(before), plain(after)
    return {name: new.get(name) for name in (*old, *new) if not same(old.get(name), new.get(name))}


def corrected(changes: Iterable[Change]) -> list[Change]:
    """Return the changes with a record whose id was corrected as one change: the old record, the new one.

    An approval is known by its body and date, which are content: to correct the date is to take one out and put one
    in at the same place. In the file it is the same record, and its comment stays with it.
    """
    result = list(changes)
    for table in {change.table for change in result if change.field is None and len(kind_of(change.table).KEY) > 1}:
        whole = [change for change in result if change.table == table and change.field is None]
        if [(change.after is None, change.before is None) for change in whole] != [(True, False), (False, True)]:
            continue
        gone, come = whole
        edits = entry_edits(gone.before, come.after)
        if gone.position == come.position and not any(map(_is_tables, edits.values())):
            result[result.index(gone)] = replace(gone, after=come.after)
            result.remove(come)
    return result


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def edited(values: Mapping[str, Any], edits: Mapping[str, object]) -> Values:
    """Return values with some keys set, or removed where the new value is None."""
    kept = {name: value for name, value in values.items() if name not in edits or edits[name] is not None}
    return kept | {name: value for name, value in edits.items() if value is not None}
