"""The half-year: the unit in which a roadmap is scheduled; and the year, the step of one that goes by years."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetCoreSchemaHandler

_STORED = re.compile(r"(?!0000)[0-9]{4}H[12]")
_SPRING = ("k", "kev", "kevät", "kevat", "h1", "i", "v", "vår", "våren", "spring")
_AUTUMN = ("s", "syk", "syksy", "h2", "ii", "h", "höst", "hösten", "autumn")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/ ]?\s*([^\W\d_]+[12]?|[12])")
_SEASON_FIRST = re.compile(r"([^\W\d_]+[12]?)\s*[/ ]?\s*(\d{4}|\d{2})")
_YEAR = re.compile(r"(?:(?:vuosi|vuonna|år|year) )?((?:19|20|21)\d\d)")
_LAST_MONTH_OF_SPRING = 6


class AmbiguousHalfYearError(ValueError):
    """The text may be a half-year, a month or a meeting number: ask which (`1/2026`)."""


class HalfYear(str):
    """A half of a calendar year, kept as its stored form: `"2026H1"` is 1.1.–30.6.2026.

    Half-years sort as their text does, which is the order of time.
    """

    __slots__ = ()

    def __new__(cls, stored: str) -> Self:
        """Make a half-year of its stored form; raise ValueError for anything else."""
        if not _STORED.fullmatch(stored):
            msg = f"not a half-year: {stored!r}"
            raise ValueError(msg)
        return super().__new__(cls, stored)

    @classmethod
    def of(cls, year: int, half: int) -> Self:
        """Return half 1 (spring) or 2 (autumn) of a year."""
        return cls(f"{year:04}H{half}")

    @classmethod
    def containing(cls, day: date) -> Self:
        """Return the half-year in which a day lies."""
        return cls.of(day.year, 1 if day.month <= _LAST_MONTH_OF_SPRING else 2)

    @classmethod
    def typed(cls, text: str) -> HalfYear:
        """Read what a person types: `k26`, `kevät 2026`, `2026H1`, `H1/26`, `2026-1`, `I/2026`.

        Raises AmbiguousHalfYearError for `1/2026` and ValueError for what is no half-year.
        """
        folded = " ".join(text.casefold().split())
        if re.fullmatch(r"\d{1,2}\s*/\s*(\d{2}|\d{4})", folded):
            raise AmbiguousHalfYearError(text)
        if found := _YEAR_FIRST.fullmatch(folded):
            year, season = found.groups()
        elif found := _SEASON_FIRST.fullmatch(folded):
            season, year = found.groups()
        else:
            raise ValueError(text)
        half = 1 if season in (*_SPRING, "1") else 2 if season in (*_AUTUMN, "2") else 0
        if not half:
            raise ValueError(text)
        return HalfYear.of(int(year) + (2000 if len(year) == len("26") else 0), half)

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self[:4])

    @property
    def half(self) -> int:
        """1 for spring (January to June), 2 for autumn (July to December)."""
        return int(self[5])

    @property
    def ends(self) -> HalfYear:
        """The last half-year of this step of a schedule: itself."""
        return HalfYear(self)

    def covers(self, half: HalfYear) -> bool:
        """Whether a half-year lies within this step of a schedule."""
        return self <= half <= self.ends

    @property
    def first_day(self) -> date:
        """The day on which the half-year begins."""
        return date(self.year, 1, 1) if self.half == 1 else date(self.year, 7, 1)

    @property
    def last_day(self) -> date:
        """The day on which the half-year ends."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def shifted(self, steps: int) -> HalfYear:
        """Return the half-year so many halves later (or earlier, when negative)."""
        index = self.year * 2 + self.half - 1 + steps
        return HalfYear.of(index // 2, index % 2 + 1)

    def until(self, last: HalfYear) -> Iterator[HalfYear]:
        """Yield the half-years from this one to `last`, both included."""
        for steps in range(self.steps_to(last) + 1):
            yield self.shifted(steps)

    def steps_to(self, other: HalfYear) -> int:
        """Return how many half-years later `other` is."""
        return (other.year - self.year) * 2 + other.half - self.half

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401 - pydantic's own signature
        """Tell pydantic that a half-year is read from its stored form only."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=False))


class Year(HalfYear):
    """A calendar year as the step of a schedule, kept as its first half: `Year("2026H2")` is `"2026H1"`.

    It moves and counts by years. Which step a roadmap has is told by `Head.step`.
    """

    __slots__ = ()

    def __new__(cls, stored: str) -> Self:
        """Make the year of a half-year in its stored form; raise ValueError for anything else."""
        return super().__new__(cls, f"{HalfYear(stored)[:4]}H1")

    @classmethod
    def typed(cls, text: str) -> HalfYear:
        """Read what a person types: `2027`, `vuosi 2027`, or one of its halves as `HalfYear.typed` does."""
        found = _YEAR.fullmatch(" ".join(text.casefold().split()))
        return cls.of(int(found[1]), 1) if found else HalfYear.typed(text)

    @property
    def ends(self) -> HalfYear:
        """The second half of the year."""
        return HalfYear.of(self.year, 2)

    @property
    def last_day(self) -> date:
        """New Year's Eve."""
        return date(self.year, 12, 31)

    def shifted(self, steps: int) -> Year:
        """Return the year so many years later (or earlier, when negative)."""
        return Year.of(self.year + steps, 1)

    def steps_to(self, other: HalfYear) -> int:
        """Return how many years later the year of `other` is."""
        return other.year - self.year
