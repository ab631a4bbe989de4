"""Maturity as data for scripts: what `tiekartta maturity --json` prints, the same whichever picture is asked for.

Surveys and judgements stand under keys of their own and are never averaged together; what too few answered is not
there. Levels are numbers with all their decimals, gaps and changes those of the printed levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exporters.data import json_value
from exporters.pictures.telling import latest_shift
from model.blindspots import aims, steps
from model.levels import is_shown
from model.rounds import SCOPES, rounds, scope_means
from model.sectors import round_by_sector, told
from model.sound import interval

if TYPE_CHECKING:
    from datetime import date

    from model.blindspots import Aim
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round
    from model.survey import Group

Json = dict[str, Any]


def maturity_data(roadmap: Roadmap, *, today: date) -> Json:
    """Return rounds and viewpoints in the order of the pictures: focus areas first, then by gap."""
    groups = told(round_by_sector(roadmap))
    return {
        "title": roadmap.head.title,
        "organisation": roadmap.head.organisation,
        "sample": roadmap.head.sample,
        "as_of": today.isoformat(),
        "rounds": [_round(one, roadmap) for one in rounds(roadmap)],
        "steps": [str(step) for step in steps(roadmap)],
        "viewpoints": [
            _viewpoint(aim, [group for (name, _), group in groups.items() if name == aim.levels.viewpoint.id])
            for aim in aims(roadmap)
        ],
    }


def _round(found: Round, roadmap: Roadmap) -> Json:
    """Return a round: how many were asked and answered, and the mean of each scope by itself."""
    means = scope_means(roadmap.viewpoints, found.scores)
    survey = found.survey
    return {
        "survey": survey.id if survey else None,
        "name": found.name,
        "on": found.date.isoformat(),
        "opened": json_value(survey.opened) if survey else None,
        "invited": survey.invited if survey else None,
        "n": found.n,
        "response_rate": None if found.rate is None else round(float(found.rate), 1),
        "means": {scope: json_value(means.get(scope)) for scope in SCOPES},
    }


def _viewpoint(aim: Aim, groups: list[Group]) -> Json:
    viewpoint, row = aim.levels.viewpoint, aim.levels
    return {
        "id": viewpoint.id,
        "name": viewpoint.name,
        "short": viewpoint.short,
        "focus": viewpoint.focus,
        "scope": viewpoint.scope,
        "baseline": _survey(row.baseline),
        "survey": _survey(row.survey),
        "judgement": _judgement(row.judgement),
        "target": json_value(row.target.value) if row.target else None,
        "proposed": json_value(row.proposed.value) if row.proposed else None,
        "gap": json_value(row.gap),
        "change": _change(viewpoint),
        "too_few": [score.date.isoformat() for score in viewpoint.scores if not is_shown(score)],
        "surveys": [_survey(score) for score in _dated(viewpoint, "survey")],
        "judgements": [_judgement(score) for score in _dated(viewpoint, "judgement")],
        "sectors": [_group(group) for group in groups],
        "measures": {
            "ids": [measure.id for measure in aim.measures],
            "open": aim.still_open,
            "steps": {str(step): count for step, count in aim.counts.items()},
            "blind_spot": aim.is_blind,
        },
    }


def _dated(viewpoint: Viewpoint, basis: str) -> list[Score]:
    """Return the scores of an ink that may be told, the oldest first."""
    return sorted((s for s in viewpoint.scores if s.basis == basis and is_shown(s)), key=lambda score: score.date)


def _survey(score: Score | None) -> Json | None:
    """Return what a survey said; `interval` is by how much the mean may be off to either side, 95 %."""
    if score is None:
        return None
    return {
        "on": score.date.isoformat(),
        "n": score.n,
        "mean": json_value(score.value),
        "median": json_value(score.median),
        "sd": json_value(score.sd),
        "interval": json_value(interval(score)),
        "counts": list(score.counts) or None,
        "dont_know": score.dont_know,
        "survey": score.survey or None,
    }


def _judgement(score: Score | None) -> Json | None:
    if score is None:
        return None
    return {
        "on": score.date.isoformat(),
        "level": json_value(score.value),
        "meeting": score.meeting or None,
        "item": score.item,
        "note": score.note or None,
    }


def _change(viewpoint: Viewpoint) -> Json | None:
    """Return the change from the last but one survey to the latest, and whether it is within random variation."""
    found = latest_shift(viewpoint)
    if found is None:
        return None
    return {
        "difference": json_value(found.difference),
        "limit": json_value(found.limit),
        "spread_assumed": found.assumed,
        "noise": found.is_noise,
    }


def _group(group: Group) -> Json:
    """Return what a sector said; of a hidden one nothing but that it is."""
    told_of = {"n": group.n, "mean": json_value(group.mean), "median": json_value(group.median)}
    shown = dict.fromkeys(told_of) if group.hidden else told_of
    return {"sector": group.sector, "hidden": group.hidden, **shown}
