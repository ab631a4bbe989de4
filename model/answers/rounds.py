"""The round of a survey that an understood file becomes: its record, its scores, and the groups that may be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.rounds import Results, group_of, results, score_of
from model.sound import Tally
from model.suppression import hidden, is_small
from model.survey import FEWEST, Group, Survey
from model.typedround import next_survey_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from model.answers.means import Mean
    from model.answers.understood import Understood
    from model.records import Score
    from model.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class Told:
    """What the file of a survey cannot tell of it."""

    name: str
    day: date
    """The last day."""
    opened: date | None = None
    invited: int | None = None
    responses: int | None = None
    """How many answered, of a table of means: rows of answers are counted."""
    wording: str = ""


def survey_of(roadmap: Roadmap, found: Understood, told: Told, *, sha256: str) -> Survey:
    """Return the record of a round, without its groups.

    Raises RefusedError: `more-responses` (responses, invited), `more-answers` (n, responses) where a viewpoint of a
    table has more of them, `opened-after` (opened, date).
    """
    if told.opened is not None and told.opened > told.day:
        raise RefusedError("opened-after", opened=told.opened, date=told.day)
    responses = told.responses if found.responses is None else found.responses
    most = max((mean.n or 0 for by_sector in found.means.values() for mean in by_sector.values()), default=0)
    if responses is not None and most > responses:
        raise RefusedError("more-answers", n=most, responses=responses)
    if told.invited is not None and responses is not None and responses > told.invited:
        raise RefusedError("more-responses", responses=responses, invited=told.invited)
    return Survey(
        id=next_survey_id(roadmap, told.day),
        name=told.name,
        date=told.day,
        opened=told.opened,
        invited=told.invited,
        responses=responses,
        wording=told.wording,
        tool=found.tool,
        sha256=sha256,
    )


def results_of(survey: Survey, found: Understood) -> Results:
    """Return the scores and groups of a round that may be kept."""
    if found.answers is not None:
        return results(survey, found.answers.tallies)
    scores: dict[str, Score] = {}
    groups: list[Group] = []
    few: list[str] = []
    for viewpoint, by_sector in found.means.items():
        whole = by_sector.get("")
        if whole is None or (whole.n is not None and is_small(_answers(whole))):
            few.append(viewpoint)
            continue
        scores[viewpoint] = score_of(survey, whole.summary)
        groups += _groups(viewpoint, whole, by_sector=by_sector)
    return Results(scores, tuple(groups), tuple(few))


def imported_before(roadmap: Roadmap, sha256: str) -> Survey | None:
    """Return the round that came from the same file, None when none did."""
    return next((survey for survey in roadmap.surveys if survey.sha256 == sha256), None)


def _groups(viewpoint: str, whole: Mean, *, by_sector: Mapping[str, Mean]) -> Iterator[Group]:
    """Yield what may be told of the sectors; where it is not known how many answered, nothing of the sector may."""
    sectors = {sector: one for sector, one in by_sector.items() if sector}
    tallies = {sector: _answers(one) for sector, one in sectors.items()}
    told = sum((tally.n for tally in tallies.values()), 0)
    rest = _of(max((whole.n or 0) - told, 0))
    secret = hidden(tallies, rest=rest)
    for sector, one in sectors.items():
        if sector in secret:
            yield Group(viewpoint=viewpoint, sector=sector, hidden=True)
            continue
        yield group_of(viewpoint, sector, one.summary)


def _answers(one: Mean) -> Tally:
    """Return the answers behind a mean, or as many that agree only if the mean is at a whole level."""
    if one.tally is not None:
        return one.tally
    return _of(one.n or 0, is_unanimous=one.mean is not None and one.mean == one.mean.to_integral_value())


def _of(n: int, *, is_unanimous: bool = False) -> Tally:
    one = 0 if is_unanimous or n < FEWEST else 1
    return Tally((one, n - one, 0, 0, 0))
