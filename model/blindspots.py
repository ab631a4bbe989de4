"""Blind spots: how many measures aim at each viewpoint in each step of the schedule, beside the gap that is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.levels import maturity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.halfyear import HalfYear
    from model.levels import Levels
    from model.records import Measure
    from model.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class Aim:
    """What is done about a viewpoint."""

    levels: Levels
    measures: tuple[Measure, ...]
    """All that aim at it, but for those that were dropped."""
    counts: Mapping[HalfYear, int]
    """How many of them run in each step of the schedule."""
    still_open: int
    """How many of them are still to be done."""

    @property
    def is_blind(self) -> bool:
        """Whether the target is known not to be reached, and nothing open aims at it."""
        gap = self.levels.gap
        return not self.still_open and gap is not None and gap < 0


def steps(roadmap: Roadmap) -> tuple[HalfYear, ...]:
    """Return the steps of the schedule from its first to its last: half-years, or years where it goes by years."""
    head = roadmap.head
    return tuple(head.step(head.first).until(head.step(head.last)))


def aims(roadmap: Roadmap) -> tuple[Aim, ...]:
    """Return what is done about each viewpoint, in the order of the maturity view."""
    return tuple(_aim(row, roadmap) for row in maturity(roadmap))


def _aim(row: Levels, roadmap: Roadmap) -> Aim:
    measures = tuple(m for m in roadmap.measures if row.viewpoint.id in m.viewpoints and m.status != "dropped")
    counts = {step: sum(_runs(measure, step) for measure in measures) for step in steps(roadmap)}
    return Aim(row, measures, counts, still_open=sum(measure.is_open for measure in measures))


def _runs(measure: Measure, step: HalfYear) -> bool:
    """Whether a measure is scheduled for any part of a step."""
    return measure.start <= step.ends and step <= measure.end
