"""Maturity levels: baseline, now and target of each viewpoint, in two inks that never mix."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from model.survey import is_few

if TYPE_CHECKING:
    from model.records import Score, Target, Viewpoint
    from model.roadmap import Roadmap

_TENTH = Decimal("0.1")


def printed(value: Decimal) -> Decimal:
    """Return a level as it is printed: one decimal, halves away from zero (2.65 is 2.7)."""
    return value.quantize(_TENTH, rounding=ROUND_HALF_UP)


def is_shown(score: Score) -> bool:
    """Whether a score may be told: a judgement always, a survey's unless it is known that too few answered."""
    return score.basis != "survey" or not is_few(score.n, score.counts)


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of a viewpoint on a day; what is unknown is None."""

    viewpoint: Viewpoint
    baseline: Score | None
    """The first survey."""
    survey: Score | None
    """The latest survey."""
    judgement: Score | None
    """The team's latest own judgement."""
    target: Target | None
    """The latest approved target; a proposed one is not in force."""
    proposed: Target | None
    """A target proposed after the approved one."""

    @property
    def current(self) -> Score | None:
        """The latest score, whichever ink it is in; of two on one day the judgement."""
        scores = [score for score in (self.survey, self.judgement) if score]
        return max(scores, key=lambda score: (score.date, score.basis == "judgement"), default=None)

    @property
    def gap(self) -> Decimal | None:
        """Now less target, of the printed values so that the row adds up; None when either is unknown."""
        if self.current is None or self.target is None:
            return None
        return printed(self.current.value) - printed(self.target.value)


def levels(viewpoint: Viewpoint) -> Levels:
    """Read a viewpoint's dated scores and targets."""
    surveys = sorted((s for s in viewpoint.scores if s.basis == "survey" and is_shown(s)), key=lambda s: s.date)
    judgements = sorted((s for s in viewpoint.scores if s.basis == "judgement"), key=lambda s: s.date)
    approved = sorted((t for t in viewpoint.targets if t.state == "approved"), key=lambda t: t.date)
    target = approved[-1] if approved else None
    proposed = [t for t in viewpoint.targets if t.state == "proposed" and (target is None or t.date > target.date)]
    return Levels(
        viewpoint,
        baseline=surveys[0] if surveys else None,
        survey=surveys[-1] if surveys else None,
        judgement=judgements[-1] if judgements else None,
        target=target,
        proposed=max(reversed(proposed), key=lambda t: t.date, default=None),
    )


def maturity(roadmap: Roadmap) -> tuple[Levels, ...]:
    """Return the levels of all viewpoints: focus areas first, then the widest gap first, unknown gaps last."""
    rows = [levels(viewpoint) for viewpoint in roadmap.viewpoints]
    return tuple(sorted(rows, key=lambda row: (not row.viewpoint.focus, row.gap is None, row.gap or 0)))
