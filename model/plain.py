"""Records as plain TOML values: what the file says, without the classes."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from model.halfyear import HalfYear
from model.record import Record

Plain = Any
"""A TOML value: dict, list, str, int, Decimal, bool, date, time."""


def plain(value: object) -> Plain:
    """Return a record, a field's value or a list of them as TOML values.

    Fields at their default are left out; keys are those of the file (`from`, not `from_`).
    A whole decimal comes out as an int, as people write it.
    """
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, HalfYear):
        return str(value)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _record(record: Record) -> dict[str, Plain]:
    fields = {
        key: plain(value) for name, key, default in _fields(type(record)) if (value := getattr(record, name)) != default
    }
    return fields | (record.model_extra or {})


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str, object], ...]:
    """Return name, key and default of each field; a required one has a default that equals nothing."""
    return tuple(
        (name, field.alias or name, object() if field.is_required() else field.default)
        for name, field in kind.model_fields.items()
    )
