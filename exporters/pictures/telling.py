"""What the pictures of maturity tell in words: a round of the survey, a change between two, means by scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.line import NONE
from exporters.terms import SCOPE, capital, word
from model.levels import is_shown
from model.rounds import SCOPES, rounds, scope_means
from model.sound import interval, shift

if TYPE_CHECKING:
    from exporters.words import Words
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round
    from model.sound import Shift

PLUS_MINUS = "±"
NOISE = "≈"
"""Stands behind a change that is within random variation."""


def surveyed(viewpoint: Viewpoint) -> tuple[Score, ...]:
    """Return the survey scores that may be told, the oldest first."""
    return tuple(sorted((s for s in viewpoint.scores if s.basis == "survey" and is_shown(s)), key=lambda s: s.date))


def is_hidden(viewpoint: Viewpoint) -> bool:
    """Whether a survey asked about a viewpoint and too few answered for anything to be told."""
    return not all(map(is_shown, viewpoint.scores))


def unknown(viewpoint: Viewpoint, words: Words) -> str:
    """Return why nothing is shown of a viewpoint: too few answered, or nobody has assessed it."""
    return words.t("too few answers") if is_hidden(viewpoint) else words.t("not assessed")


def latest_shift(viewpoint: Viewpoint) -> Shift | None:
    """Return the change from the last but one survey to the latest; None when it cannot be told."""
    scores = surveyed(viewpoint)
    return shift(*scores[-2:]) if len(scores) > 1 else None


def shift_sentence(found: Shift, words: Words) -> str:
    """Return a change, and that it tells nothing where it is within random variation."""
    said = words.t("from the survey before {change}", change=words.gap(found.difference))
    return f"{said}: {words.t('the change is within random variation')}" if found.is_noise else said


def rate(found: Round, words: Words) -> str:
    """Return a round's response rate: `47 %`, or that it is not known."""
    return words.t("not known") if found.rate is None else words.percent(found.rate)


def answers(found: Round, words: Words) -> str:
    """Return how many answered a round and their share: `n = 143, vastausprosentti 24 %`."""
    n = NONE if found.n is None else words.number(found.n)
    return f"n = {n}, {words.t('response rate {rate}', rate=rate(found, words))}"


def rates_line(roadmap: Roadmap, words: Words) -> str:
    """Return the response rates of the first and the latest round; empty without a round."""
    found = rounds(roadmap)
    ends = found if len(found) <= 1 else (found[0], found[-1])
    return words.t("response rate {rate}", rate=" → ".join(rate(one, words) for one in ends)) if ends else ""


def scope_lines(roadmap: Roadmap, words: Words) -> tuple[str, ...]:
    """Return for each scope its mean level in the first and the latest round that has one: never one for both."""
    told = [scope_means(roadmap.viewpoints, one.scores) for one in rounds(roadmap)]
    lines = []
    for scope in SCOPES:
        means = [found[scope] for found in told if scope in found]
        ends = means if len(means) <= 1 else (means[0], means[-1])
        if ends:
            lines.append(f"{scope_name(scope, words)} {' → '.join(map(words.level, ends))}")
    return tuple(lines)


def scope_name(scope: str, words: Words) -> str:
    """Return a scope as the label of its mean: `Oma työ, keskiarvo`."""
    return words.t("{scope}, mean", scope=capital(word(words, SCOPE, scope)))


def survey_points(viewpoint: Viewpoint, words: Words) -> tuple[str, ...]:
    """Return each survey of a viewpoint: `27.9.2024 3,5 ±0,1 (n = 283)`."""
    return tuple(f"{words.date(score.date)} {survey_level(score, words)}" for score in surveyed(viewpoint))


def survey_level(score: Score, words: Words) -> str:
    """Return a survey's level with its interval and number of answers: `3,5 ±0,11 (n = 283)`."""
    parts = [words.level(score.value), margin(score, words), counted(score, words)]
    return " ".join(part for part in parts if part)


def margin(score: Score, words: Words) -> str:
    """Return by how much a survey's mean may be off, 95 %: `±0,11`; empty when it is not known."""
    found = interval(score)
    return "" if found is None else f"{PLUS_MINUS}{words.decimal(found, places=2)}"


def counted(score: Score, words: Words) -> str:
    """Return how many answered: `(n = 283)`; empty when it is not known."""
    return "" if score.n is None else f"(n = {words.number(score.n)})"
