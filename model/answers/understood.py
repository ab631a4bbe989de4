"""What a file of answers was understood to say: which column is whose, and the figures that may be kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from model.answers.columns import How
    from model.answers.means import Mean
    from model.answers.raw import Counted


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was confirmed when an earlier file was imported, or what somebody wrote down for this one."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """A heading and the id of its viewpoint; empty for a column that tells of none."""
    sector_column: str = ""
    """The heading of the column with the sectors; `-` when there is none to be read."""
    sectors: Mapping[str, str] = field(default_factory=dict)
    """What a cell says and the id of the sector that it means; empty for none."""
    answers: Mapping[str, int] = field(default_factory=dict)
    """What a cell says and its level; 0 for "cannot say"."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or in a table of means a row, and the viewpoint that it tells of."""

    place: int
    """Column or row from 1."""
    heading: str
    viewpoint: str
    how: How


@dataclass(frozen=True, slots=True)
class Understood:
    """A file of answers, understood as a whole; no cell of a single answer is in it."""

    sheet: str
    headers: int
    """How many rows of headings there are."""
    columns: tuple[Column, ...]
    sector: Column | None
    left_out: tuple[str, ...]
    """Headings of the columns that are not read."""
    missing: tuple[str, ...]
    """Viewpoints of which the file tells nothing."""
    day: date | None
    """The last day on which somebody answered, as far as the file says it."""
    tool: str
    """What the answers were asked with, as far as the headings tell."""
    answers: Counted | None
    """The counted answers; None of a table of means."""
    means: Mapping[str, Mapping[str, Mean]]
    """Means by viewpoint and sector; empty of answers."""

    @property
    def responses(self) -> int | None:
        """How many answered; None of a table of means."""
        return self.answers.responses if self.answers else None
