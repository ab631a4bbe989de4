"""What of the survey may be published: levels by viewpoint, round and sector; of too few answers nothing is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.telling import is_hidden, latest_shift
from exporters.public_roadmap import Answer, Level, PublicRound, PublicSector, PublicSectors
from exporters.svg.heat import heat_table
from exporters.svg.trend import trend
from exporters.values import name_of
from model.levels import is_shown
from model.sectors import round_by_sector, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.levels import Levels
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round
    from model.survey import Group

_SEVERAL = 2


def public_level(row: Levels) -> Level:
    """Return a viewpoint with its levels and how many answered them."""
    found = latest_shift(row.viewpoint)
    return Level(
        row.viewpoint.name,
        name_of(row.viewpoint),
        row.viewpoint.scope,
        row.viewpoint.focus,
        baseline=_answer(row.baseline, few=is_hidden(row.viewpoint)),
        survey=_answer(row.survey, few=is_hidden(row.viewpoint)),
        judgement=row.judgement.value if row.judgement else None,
        target=row.target.value if row.target else None,
        gap=row.gap,
        change=found.difference if found else None,
        is_noise=found is not None and found.is_noise,
    )


def public_round(held: Round, rows: Sequence[Levels]) -> PublicRound:
    """Return a round with what it says of each viewpoint, in the order of the levels."""
    answers = tuple(_answer(held.scores.get(row.viewpoint.id), few=any(_of(held, row.viewpoint))) for row in rows)
    return PublicRound(held.name, held.date, held.n, held.rate, answers)


def trend_picture(roadmap: Roadmap, words: Words, *, held: Sequence[Round]) -> Picture | None:
    """Return the levels over the rounds; None while there are no two of them to compare."""
    return trend(roadmap, words) if len(held) >= _SEVERAL else None


def public_sectors(roadmap: Roadmap, words: Words, *, rows: Sequence[Levels]) -> PublicSectors | None:
    """Return the results by sector of the latest round that has them; None without one."""
    found = round_by_sector(roadmap)
    if found is None or found.survey is None:
        return None
    groups = told(found)
    measured = {sector for _, sector in groups}
    sectors = tuple(
        PublicSector(one.name, tuple(_grouped(groups.get((row.viewpoint.id, one.id))) for row in rows))
        for one in roadmap.sectors
        if one.id in measured
    )
    return PublicSectors(public_round(found, rows), heat_table(roadmap, words), sectors) if sectors else None


def _answer(score: Score | None, *, few: bool) -> Answer:
    return Answer(None, None, few) if score is None else Answer(score.value, score.n)


def _grouped(group: Group | None) -> Answer:
    if group is None:
        return Answer(None, None)
    return Answer(None, None, is_hidden=True) if group.hidden else Answer(group.mean, group.n)


def _of(held: Round, viewpoint: Viewpoint) -> Iterator[bool]:
    """Yield for each score of a round in a viewpoint whether too few answered for it to be told."""
    for score in viewpoint.scores:
        if score.basis == "survey" and (score.date == held.date or (held.survey and score.survey == held.survey.id)):
            yield not is_shown(score)
