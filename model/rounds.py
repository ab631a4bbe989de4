"""Rounds of the survey: what was measured on one occasion, how a round comes in, and how one compares with another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from model.edits import RefusedError
from model.levels import is_shown
from model.records import Score
from model.sound import Summary, Tally, exact_mean, kept, response_rate, summary
from model.suppression import hidden, is_small
from model.survey import FEWEST, Group, Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from model.records import Viewpoint
    from model.roadmap import Roadmap

OWN, CITY = "own", "city"
SCOPES = (OWN, CITY)
"""What a viewpoint rates: one's own work or the whole municipality; means of the two are never taken together."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of the survey: its day, its record if the file has one, and the scores by viewpoint."""

    date: date
    survey: Survey | None
    scores: Mapping[str, Score]

    @property
    def n(self) -> int | None:
        """How many answered: as the round says, else the most that answered on one viewpoint."""
        if self.survey and self.survey.responses is not None:
            return self.survey.responses
        return max((score.n for score in self.scores.values() if score.n is not None), default=None)

    @property
    def name(self) -> str:
        """What the round is called: by its record, else as the scores say where they come from."""
        return self.survey.name if self.survey else next((s.by for s in self.scores.values() if s.by), "")

    @property
    def rate(self) -> Decimal | None:
        """How many per cent of the invited answered; None when it is not known."""
        return response_rate(self.survey) if self.survey else None


class Results(NamedTuple):
    """What may be kept of the answers of a round: a score for each viewpoint, and what each sector says."""

    scores: Mapping[str, Score]
    groups: tuple[Group, ...]
    hidden: tuple[str, ...]
    """Viewpoints of which nothing is kept, because too few answered."""


def rounds(roadmap: Roadmap) -> tuple[Round, ...]:
    """Return the rounds, oldest first; a score that names no round belongs to that of its day, recorded or not."""
    surveys = {survey.id: survey for survey in roadmap.surveys}
    of_day = {survey.date: survey.id for survey in roadmap.surveys}
    found: dict[tuple[date, str], dict[str, Score]] = {(survey.date, survey.id): {} for survey in roadmap.surveys}
    for viewpoint in roadmap.viewpoints:
        for score in viewpoint.scores:
            if score.basis == "survey" and is_shown(score):
                name = score.survey if score.survey in surveys else of_day.get(score.date, "")
                day = surveys[name].date if name else score.date
                found.setdefault((day, name), {})[viewpoint.id] = score
    return tuple(Round(day, surveys.get(name), found[day, name]) for day, name in sorted(found))


def results(survey: Survey, answers: Mapping[str, Mapping[str, Tally]]) -> Results:
    """Return what may be kept of answers by viewpoint and sector; those of nobody's sector are under `""`."""
    scores: dict[str, Score] = {}
    groups: list[Group] = []
    few: list[str] = []
    for viewpoint, by_sector in answers.items():
        total = sum(by_sector.values(), Tally())
        if is_small(total):
            if total.n:
                few.append(viewpoint)
            continue
        scores[viewpoint] = score_of(survey, _summary(total))
        groups += _groups(viewpoint, by_sector)
    return Results(scores, tuple(groups), tuple(few))


def score_of(survey: Survey, found: Summary) -> Score:
    """Return what all answers to a round say of a viewpoint as its score."""
    return Score(
        date=survey.date,
        value=found.mean,
        basis="survey",
        n=found.n,
        median=found.median,
        sd=found.sd,
        counts=found.counts,
        dont_know=found.dont_know,
        survey=survey.id,
        by=survey.name,
    )


def group_of(viewpoint: str, sector: str, found: Summary) -> Group:
    """Return what the answers of a sector say of a viewpoint."""
    return Group(
        viewpoint=viewpoint,
        sector=sector,
        n=found.n,
        mean=found.mean,
        median=found.median,
        sd=found.sd,
        counts=found.counts,
        dont_know=found.dont_know,
    )


def recorded(roadmap: Roadmap, survey: Survey, scores: Mapping[str, Score]) -> Roadmap:
    """Return the roadmap with a round more: the survey's record, and a score in each viewpoint that it measured.

    Raises RefusedError: `survey-empty` without a score, `survey-known` (survey) when there is one of that id,
    `survey-same-day` (viewpoint, date) when a viewpoint has a survey's score of that day, `too-few-answers`
    (viewpoint, n, fewest).
    """
    if not scores:
        raise RefusedError("survey-empty")
    if roadmap.find("surveys", survey.id):
        raise RefusedError("survey-known", survey=survey.id)
    for name, score in scores.items():
        roadmap = roadmap.replacing("viewpoints", _scored(roadmap.viewpoint(name), score))
    return roadmap.adding("surveys", survey)


def scope_means(viewpoints: Iterable[Viewpoint], scores: Mapping[str, Score]) -> dict[str, Decimal]:
    """Return the mean level of a round by scope, `own` and `city` apart; a scope that nobody measured is not there."""
    by_scope: dict[str, list[Fraction]] = {}
    for viewpoint in viewpoints:
        if viewpoint.id in scores:
            by_scope.setdefault(viewpoint.scope, []).append(exact_mean(scores[viewpoint.id]))
    return {scope: kept(sum(values, Fraction()) / len(values)) for scope in SCOPES if (values := by_scope.get(scope))}


def has_survey(viewpoint: Viewpoint, day: date) -> bool:
    """Whether a viewpoint has a survey's score of a day: it takes one a day."""
    return any((score.date, score.basis) == (day, "survey") for score in viewpoint.scores)


def _scored(viewpoint: Viewpoint, score: Score) -> Viewpoint:
    if not is_shown(score):
        raise RefusedError("too-few-answers", viewpoint=viewpoint.called, n=score.n, fewest=FEWEST)
    if has_survey(viewpoint, score.date):
        raise RefusedError("survey-same-day", viewpoint=viewpoint.called, date=score.date)
    return viewpoint.model_copy(update={"scores": (*viewpoint.scores, score)})


def _groups(viewpoint: str, by_sector: Mapping[str, Tally]) -> list[Group]:
    sectors = {sector: tally for sector, tally in by_sector.items() if sector and (tally.n or tally.dont_know)}
    secret = hidden(sectors, rest=by_sector.get(""))
    return [
        Group(viewpoint=viewpoint, sector=sector, hidden=True)
        if sector in secret
        else group_of(viewpoint, sector, _summary(tally))
        for sector, tally in sectors.items()
    ]


def _summary(tally: Tally) -> Summary:
    found = summary(tally)
    assert found  # too few answers were sorted out
    return found
