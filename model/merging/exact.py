"""Equality with strict types: in Python `1 == True == 1.0`, in a file they are three values."""

from __future__ import annotations

from model.plain import plain
from model.record import Record


def exactly(one: object, other: object) -> bool:
    """Whether two values, records or lists of them are the same to the last type; what is not a number is itself."""
    if one is other:
        return True
    if isinstance(one, Record) and isinstance(other, Record):
        return type(one) is type(other) and one == other and (not _is_open(one) or exactly(plain(one), plain(other)))
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(exactly, one, other))
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(exactly(value, other[name]) for name, value in one.items())
    return one == other or (one != one and other != other)  # noqa: PLR0124 - so it is with what is not a number


def frozen(value: object) -> object:
    """Return a TOML value as something that can be a key: equal ones are equal to the last type."""
    if isinstance(value, dict):
        return "dict", tuple(sorted((name, frozen(of)) for name, of in value.items()))
    if isinstance(value, list | tuple):
        return "list", tuple(map(frozen, value))
    return type(value).__name__, repr(value)


def _is_open(record: Record) -> bool:
    """Whether a record or an entry in it holds values of any type, under keys that the program does not know."""
    if record.model_extra:
        return True
    lists = (value for value in record.__dict__.values() if isinstance(value, tuple) and value)
    return any(isinstance(entry, Record) and _is_open(entry) for entries in lists for entry in entries)
