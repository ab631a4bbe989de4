"""Equality of TOML values with strict types: in Python `1 == True == 1.0`, in a file they are three values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def same(one: object, other: object) -> bool:
    """Compare TOML values strictly: `1`, `1.0` and `true` are three values, and `nan` is itself."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or _both_nan(one, other)


def _both_nan(one: object | Decimal, other: object | Decimal) -> bool:
    return one != one and other != other  # noqa: PLR0124 - what is unequal to itself is not a number
