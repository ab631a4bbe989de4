"""A round of the staff survey: what belongs to the round, and what each sector answered; never single answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from model.record import Record
from model.values import LIST, Counts, Level, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

Day = date
FEWEST = 5
"""The fewest answers of which anything is told: a common threshold of survey services."""
FEWEST_ALIKE = 10
"""The fewest answers of which anything is told when all are the same."""

FIGURES = frozenset({"n", "value", "mean", "median", "sd", "counts", "dont_know"})
"""The fields that say what answers together say."""


def is_few(n: int | None, counts: Sequence[int] = ()) -> bool:
    """Whether nothing may be told of answers: under five, or under ten that all agree; `counts` are those by level.

    Of answers of which nobody knows how many they are it cannot be said.
    """
    known = min(n, sum(counts)) if counts and n is not None else sum(counts) if counts else n
    if known is None:
        return False
    return known < FEWEST or (known < FEWEST_ALIKE and max(counts, default=0) == known)


class Group(Record):
    """What the answers of one sector say of one viewpoint in a survey; of too few answers nothing is kept."""

    KEY: ClassVar[tuple[str, ...]] = ("viewpoint", "sector")

    viewpoint: str
    sector: str
    hidden: bool = False
    n: int | None = None
    mean: Level | None = None
    median: Level | None = None
    sd: Number | None = None
    counts: Counts = ()
    dont_know: int | None = None


class Survey(Record):
    """One round of a survey: how many were asked and answered, and what each sector answered.

    What all answers together say of a viewpoint is the viewpoint's own score of that day.
    """

    id: str
    name: str
    date: Day
    opened: Day | None = None
    invited: Annotated[int | None, Field(ge=1)] = None
    responses: Annotated[int | None, Field(ge=0)] = None
    wording: str = ""
    tool: str = ""
    sha256: str = ""
    note: str = ""
    groups: Annotated[tuple[Group, ...], LIST] = ()
