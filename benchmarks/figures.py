"""A figure: what was measured, in pairs of runs, and the bound that it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAD = (
    "| figure | measured | against | ratio or value (least–greatest) | bound | |",
    "| --- | ---: | --- | ---: | ---: | --- |",
)
"""The first two lines of the table, in Markdown."""

Sample = tuple[float, float]
"""A measured value and the value it is compared with, in the same unit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table; `unit` is `×` for a ratio of two runs, else the unit of both value and bound."""

    name: str
    against: str
    bound: float
    unit: str
    samples: tuple[Sample, ...]

    @property
    def measured(self) -> float:
        """The median of the measured values."""
        return median(value for value, _ in self.samples)

    @property
    def compared(self) -> float:
        """The median of what they are compared with."""
        return median(other for _, other in self.samples)

    @property
    def figure(self) -> float:
        """What is held against the bound: the median of the paired ratios, or the median itself."""
        return median(value / other for value, other in self.samples) if self.unit == "×" else self.measured

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest of the single figures."""
        single = [value / other if self.unit == "×" else value for value, other in self.samples]
        return min(single), max(single)

    @property
    def held(self) -> bool:
        """Whether the bound is kept."""
        return self.figure <= self.bound


def pairs(runs: int, value: Callable[[], float], other: Callable[[], float]) -> tuple[Sample, ...]:
    """Measure both in turn, after one uncounted pair; which goes first alternates."""
    found = []
    for run in range(runs + 1):
        if run % 2:
            second = other()
            first = value()
        else:
            first = value()
            second = other()
        found.append((first, second))
    return tuple(found[1:])


def alone(values: Iterable[float], bound: float) -> tuple[Sample, ...]:
    """Make samples of values that are held against a fixed bound."""
    return tuple((value, bound) for value in values)


def row(figure: Figure) -> str:
    """Write a figure as its row of the table."""
    unit = " ms" if figure.unit == "×" else f" {figure.unit}"
    against = f"{figure.against} {figure.compared:.1f} ms" if figure.unit == "×" else figure.against
    least, most = figure.spread
    shown = f"{figure.figure:.2f} {figure.unit} ({least:.2f}–{most:.2f})"
    verdict = "held" if figure.held else "**over**"
    bound = f"{figure.bound:g} {figure.unit}"
    return f"| {figure.name} | {figure.measured:.1f}{unit} | {against} | {shown} | {bound} | {verdict} |"
