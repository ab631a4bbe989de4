"""The types of value that a record may hold beyond text: exact numbers, lists, events."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict
from pydantic_core import PydanticKnownError

from model.halfyear import HalfYear


def _exact(value: object) -> Decimal:
    """Let a whole number stand for a decimal; a text, a truth value or a binary fraction does not."""
    if type(value) is int:
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    raise PydanticKnownError("decimal_type")


_EXACT = BeforeValidator(_exact)

Event = Literal[
    "note",
    "started",
    "continues",
    "done",
    "moved",
    "dropped",
    "ready",
    "reassess",
    "reopened",
    "not-handled",
    "proposed",
    "refused",
]
"""What a line in a measure's log tells."""

LIST = Strict(strict=False)
"""Marks a tuple that may come as a list, as TOML has it."""

Ids = Annotated[tuple[str, ...], LIST]
"""Names of other records, or other words in a list."""

Counts = Annotated[tuple[Annotated[int, Field(ge=0)], ...], LIST, Field(max_length=5)]
"""How many chose each level from 1 to 5; empty when it is not known or not told."""

Number = Annotated[Decimal, _EXACT, Field(ge=-(10**12), le=10**12, decimal_places=6, allow_inf_nan=False)]
"""A sum or a figure; the bounds keep out `1e999999999`, which no screen could print."""

Level = Annotated[Decimal, _EXACT, Field(ge=1, le=5, decimal_places=6, allow_inf_nan=False)]
"""A level of maturity on the scale of five words."""

Horizon = Annotated[HalfYear, Field(ge=HalfYear("1900H1"), le=HalfYear("2199H2"))]
"""An end of the roadmap; a mistyped `9027H2` would make a schedule of fourteen thousand columns."""
