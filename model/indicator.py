"""Indicators: counted or measured figures by year, with their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from model.record import Record
from model.values import LIST, Ids, Number

if TYPE_CHECKING:
    from decimal import Decimal


class YearValue(Record):
    """An indicator's value or target for a year, or for the first or second half of one."""

    KEY: ClassVar[tuple[str, ...]] = ("year", "half")

    year: int
    half: Annotated[int, Field(ge=0, le=2)] = 0
    """0 for the whole year."""
    value: Number
    note: str = ""


class Indicator(Record):
    """A counted or measured figure that tells how a goal is met."""

    id: str
    formerly: str = ""
    title: str
    unit: str = ""
    direction: Literal["up", "down"] = "up"
    source: str = ""
    keeper: str = ""
    official: bool = False
    goals: Ids = ()
    words: Ids = ()
    """What the values 1, 2, 3… are called, the lowest first, where they are words of a scale."""
    adds_up: bool = False
    """Whether the years' values add up to something: days taught do, a share or a stock does not."""
    values: Annotated[tuple[YearValue, ...], LIST] = ()
    targets: Annotated[tuple[YearValue, ...], LIST] = ()

    def is_on_scale(self, value: Decimal) -> bool:
        """Whether a value is a number of the scale of words; any is where there is no scale."""
        return not self.words or (value == value.to_integral_value() and 1 <= value <= len(self.words))
