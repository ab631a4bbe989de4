"""A round of the survey as a § of a meeting: its heading, its background and what was decided.

They go into the file and the minutes, so they are made in the language of the roadmap. A change within random
variation is named as such, for who reads 0,1 more in the minutes takes it for news.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.values import name_of
from exporters.words import N_
from model.levels import levels
from model.rounds import SCOPES
from model.sound import response_rate, shift
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exporters.words import Words
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap
    from model.survey import Survey

HEADING = N_("Results of the survey")
"""The heading under which the annual clock plans this §, too."""
LEVELS: Mapping[str, str] = {
    "own": N_("Levels of one's own work: {levels}."),
    "city": N_("Levels of the whole municipality: {levels}."),
}
"""How the levels of a scope are told; the two are never taken together."""
_LEVEL = re.compile(r"(.+?) (\d[.,]\d(?: → \d[.,]\d)?)")


def decision(survey: Survey, words: Words) -> str:
    """Return the decision as minutes have it."""
    name, day = one_line(survey.name), words.date(survey.date)
    return words.t("The results of the survey were noted for information: {survey} ({date}).", survey=name, date=day)


def background(roadmap: Roadmap, words: Words, survey: Survey, *, scores: Mapping[str, Score]) -> str:
    """Return who answered, the levels of own work and of the municipality apart, and which changes are none.

    `roadmap` is the one before the round.
    """
    return " ".join((*_answers(survey, words), *_levels(roadmap, words, scores), *_noise(roadmap, words, scores)))


def retold_levels(said: str, names: Mapping[str, str], words: Words) -> str:
    """Return viewpoints, with their levels or without, in another language: `Tiedon keruu 2,9 → 3,3; …`."""
    return "; ".join(_retold(part, names, words) for part in said.split("; "))


def _retold(said: str, names: Mapping[str, str], words: Words) -> str:
    found = _LEVEL.fullmatch(said)
    if found is None:
        return names.get(said, said)
    numbers = (words.decimal(Decimal(number.replace(",", "."))) for number in found[2].split(" → "))
    return f"{names.get(found[1], found[1])} {' → '.join(numbers)}"


def _answers(survey: Survey, words: Words) -> Iterator[str]:
    rate, answered = response_rate(survey), survey.responses
    if rate is not None and survey.invited and answered is not None:
        yield words.t(
            "{responses} of the {invited} who were asked answered: response rate {rate}.",
            responses=words.number(answered),
            invited=words.number(survey.invited),
            rate=words.percent(rate),
        )
    elif answered is not None:
        yield words.n("{n} person answered the survey.", "{n} people answered the survey.", answered)


def _levels(roadmap: Roadmap, words: Words, scores: Mapping[str, Score]) -> Iterator[str]:
    for scope in SCOPES:
        measured = [one for one in roadmap.viewpoints if one.id in scores and one.scope == scope]
        if measured:
            told = "; ".join(_level(one, scores[one.id], words) for one in measured)
            yield words.t(LEVELS[scope], levels=told)


def _level(viewpoint: Viewpoint, score: Score, words: Words) -> str:
    before = levels(viewpoint).survey
    led = f"{words.level(before.value)} → " if before and before.date < score.date else ""
    return f"{name_of(viewpoint)} {led}{words.level(score.value)}"


def _noise(roadmap: Roadmap, words: Words, scores: Mapping[str, Score]) -> Iterator[str]:
    names = []
    for viewpoint in roadmap.viewpoints:
        before, score = levels(viewpoint).survey, scores.get(viewpoint.id)
        if before and score and before.date < score.date:
            found = shift(before, score)
            if found and found.is_noise and found.difference:
                names.append(name_of(viewpoint))
    if names:
        yield words.t("The change is within random variation: {viewpoints}.", viewpoints="; ".join(names))
