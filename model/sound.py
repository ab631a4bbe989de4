"""Sound numbers of a survey: exact means, what the answers spread, how sure a mean is, which change is one.

The mean of ordinal answers is the headline because the method defines the baseline so; the spread stands beside it.
Levels are decimal numbers from 1 to 5, and so are their differences.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from model.levels import printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.records import Score
    from model.survey import Survey

LEVELS = (1, 2, 3, 4, 5)
_KEPT = 6
"""Decimals of a mean in the file."""
_MILLIONTH = Decimal("0.000001")
_HUNDREDTH = Decimal("0.01")
NORMAL = Decimal("1.959964")
"""How many standard errors to either side hold 95 % of a normal distribution."""
USUAL_SPREAD = Decimal("0.9")
"""The standard deviation that is assumed where only a mean is known: that of ordinary answers on a five-step scale."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chose each level from 1 to 5, and how many could not say."""

    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    dont_know: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return both together."""
        one, two, three, four, five = (mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True))
        return Tally((one, two, three, four, five), self.dont_know + other.dont_know)

    @property
    def n(self) -> int:
        """The valid answers: who could not say is not among them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Summary:
    """What answers say together: all of it where they were counted, else as much as a table of means tells."""

    mean: Decimal
    n: int | None = None
    median: Decimal | None = None
    sd: Decimal | None = None
    """None for a single answer, too."""
    counts: tuple[int, ...] = ()
    dont_know: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A change from one survey to the next: the difference as printed, and how small a one tells nothing."""

    difference: Decimal
    exact: Decimal
    """The difference of the levels before they are rounded for print."""
    limit: Decimal
    assumed: bool
    """Whether the spread of either round is not known and the usual one was taken."""

    @property
    def is_noise(self) -> bool:
        """Whether the change is within random variation; what only rounding makes large enough is."""
        return min(abs(self.difference), abs(self.exact)) < self.limit


def exact_mean(score: Score) -> Fraction:
    """Return a level before anything of it was cut: by its counts, else as it is kept."""
    if len(score.counts) != len(LEVELS) or not sum(score.counts):
        return Fraction(score.value)
    total = sum(level * count for level, count in zip(LEVELS, score.counts, strict=True))
    return Fraction(total, sum(score.counts))


def kept(mean: Fraction) -> Decimal:
    """Return a mean as it is kept: cut, not rounded, after six decimals.

    So its printed form, rounded half up to one decimal, is always that of the exact mean.
    """
    return Decimal(mean.numerator * 10**_KEPT // mean.denominator).scaleb(-_KEPT)


def summary(tally: Tally) -> Summary | None:
    """Return what the answers say together, None when there is none."""
    n = tally.n
    if not n:
        return None
    total = sum(level * count for level, count in zip(LEVELS, tally.counts, strict=True))
    mean, median, sd = kept(Fraction(total, n)), _median(tally.counts), _deviation(tally.counts)
    return Summary(mean, n, median, sd, tally.counts, tally.dont_know)


def interval(score: Score, *, population: int | None = None) -> Decimal | None:
    """Return by how much a survey's mean may be off to either side, 95 %; None when n or the spread is not known.

    Student's t of n − 1 degrees of freedom times s/√n. Of a population of known size a larger sample is surer: the
    factor √((N − n)/(N − 1)).
    """
    if score.n is None or score.n <= 1 or score.sd is None:
        return None
    error = score.sd / Decimal(score.n).sqrt()
    if population is not None and population > 1:
        error *= (Decimal(max(population - score.n, 0)) / (population - 1)).sqrt()
    return (_student(score.n - 1) * error).quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN)


def shift(before: Score, after: Score) -> Shift | None:
    """Return the change from one survey to another; None when either is a judgement or its n is not known.

    The smallest difference that tells something is 1.96 times the standard error of the difference.
    """
    if "judgement" in (before.basis, after.basis) or not before.n or not after.n:
        return None
    spreads = [score.sd if score.sd is not None else USUAL_SPREAD for score in (before, after)]
    error = sum((spread**2 / n for spread, n in zip(spreads, (before.n, after.n), strict=True)), Decimal()).sqrt()
    limit = (NORMAL * error).quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN)
    difference = printed(after.value) - printed(before.value)
    return Shift(difference, after.value - before.value, limit, assumed=None in (before.sd, after.sd))


def response_rate(survey: Survey) -> Decimal | None:
    """Return how many per cent of the invited answered; None when either number is not known."""
    if not survey.invited or survey.responses is None:
        return None
    return Decimal(survey.responses) * 100 / survey.invited


def _median(counts: Sequence[int]) -> Decimal:
    """Return the middle answer, between two the mean of both: 3.5."""
    n = sum(counts)
    return Decimal(_at(counts, (n - 1) // 2) + _at(counts, n // 2)) / 2


def _at(counts: Sequence[int], place: int) -> int:
    """Return the level at a place among the sorted answers."""
    for level, count in zip(LEVELS, counts, strict=True):
        if place < count:
            return level
        place -= count
    raise IndexError(place)


def _deviation(counts: Sequence[int]) -> Decimal | None:
    n = sum(counts)
    if n <= 1:
        return None
    pairs = list(zip(LEVELS, counts, strict=True))
    total, squares = sum(x * c for x, c in pairs), sum(x * x * c for x, c in pairs)
    variance = (Decimal(squares * n - total * total) / n) / (n - 1)
    return variance.sqrt().quantize(_MILLIONTH, rounding=ROUND_HALF_EVEN)


def _student(freedom: int) -> Decimal:
    """Return the 97.5 % point of Student's t: the normal one, widened by the first terms of Fisher's expansion.

    From four degrees of freedom on it is right to a thousandth; below, the answers are too few to be shown at all.
    """
    z, f = NORMAL, Decimal(freedom)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return sum((term / f**power for power, term in enumerate(terms)), Decimal())
