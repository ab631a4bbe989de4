"""What of a roadmap may be published: values without any internal field.

The roadmap document is written from these types only. A field that is not named here cannot leak: internal notes,
unknown keys of the file, the log, and who judged a level have no place in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from exporters.svg.picture import Picture
    from model.halfyear import HalfYear
    from model.indicators import Period
    from model.records import Status


@dataclass(frozen=True, slots=True)
class Answer:
    """What a survey says; without a value it did not ask, or of what it was told nothing may be published."""

    value: Decimal | None
    n: int | None
    is_hidden: bool = False
    """Too few answered, or those of others could be worked out from it."""


@dataclass(frozen=True, slots=True)
class Level:
    """A viewpoint with its levels, surveyed and judged ones apart; None is not rated, or not set."""

    name: str
    short: str
    """What the pictures call it; its name where it has no other."""
    scope: str
    """`own` or `city`."""
    focus: bool
    baseline: Answer
    survey: Answer
    judgement: Decimal | None
    target: Decimal | None
    gap: Decimal | None
    change: Decimal | None
    """From the last but one survey to the latest."""
    is_noise: bool
    """Whether that is within random variation."""


@dataclass(frozen=True, slots=True)
class PublicRound:
    """A round of the survey: how many answered, as far as that is known."""

    name: str
    date: date
    n: int | None
    rate: Decimal | None
    """Per cent of the invited."""
    answers: tuple[Answer, ...]
    """What it says of each viewpoint, in the order of the levels."""


@dataclass(frozen=True, slots=True)
class PublicSector:
    """What a sector said in a round, in the order of the levels."""

    name: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class PublicSectors:
    """The results by sector of a round."""

    round: PublicRound
    picture: Picture
    sectors: tuple[PublicSector, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator: how it stands, and its values and targets by year or half-year, as they are printed."""

    title: str
    name: str
    """Its title with its unit, for a row of a table."""
    said: str
    """How it stands, in words: the latest value, the target, whether it is met, what is missing."""
    total: str
    """Its sum over the years, where it adds up."""
    values: Mapping[Period, str]
    targets: Mapping[Period, str]
    picture: Picture | None
    """Its values over the years; None without any."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A goal, with the counts of the measures that serve it and its indicators."""

    id: str
    title: str
    description: str
    counts: Mapping[Status, int]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the strategy: its goals, and the measures that serve them by status, each counted once."""

    name: str
    """Empty for the goals without a theme and for the measures without a goal."""
    goals: int
    counts: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A measure in the tables of the document."""

    id: str
    title: str
    goal: str
    """Id of the first goal that it serves; empty for none."""
    responsible: str
    start: HalfYear
    end: HalfYear
    status: Status
    said: str
    """How it stands, in words: `in progress, overdue`."""
    outcome: str
    """Of a pilot, what becomes or became of it."""
    note: str
    """Its public note."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in the team: a role, never a person."""

    role: str
    sector: str
    task: str


@dataclass(frozen=True, slots=True)
class PublicRoadmap:
    """All that the parts of the roadmap document are written from."""

    first: HalfYear
    last: HalfYear
    """First and last step of the schedule: half-years, or years."""
    owner: str
    team: str
    foreword: str
    vision: str
    operating_model: str
    scale: tuple[str, ...]
    levels: tuple[Level, ...]
    picture: Picture | None
    """The levels drawn; None while none is known."""
    trend: Picture | None
    """The levels over the rounds; None while there are no two."""
    by_sector: PublicSectors | None
    """The latest round that has results by sector."""
    means: Mapping[str, Decimal]
    """The mean of the latest round by scope, own work and the municipality apart."""
    rounds: tuple[PublicRound, ...]
    goals: tuple[Purpose, ...]
    themes: tuple[Theme, ...]
    """Empty where no goal has a theme."""
    figures: tuple[Figure, ...]
    """All indicators."""
    loose: tuple[Figure, ...]
    """Those that belong to no goal."""
    rows: tuple[Row, ...]
    progress: str
    """How far it is, as the first screen says it."""
    pilots: str
    """How the pilots stand, in a line; empty without any."""
    seats: tuple[Seat, ...]
