"""What of a roadmap may be published, taken out of it for the roadmap document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.parts.figures import figure
from exporters.pilots import counts_line, outcome
from exporters.public_roadmap import PublicRoadmap, Purpose, Row, Seat, Theme
from exporters.publishing_levels import public_level, public_round, public_sectors, trend_picture
from exporters.show import progress
from exporters.svg.dumbbell import dumbbell
from exporters.svg.indicator import indicator_picture
from exporters.terms import status
from exporters.values import record_name
from model.indicators import readings
from model.levels import maturity
from model.pilots import pilots
from model.rounds import rounds, scope_means
from model.standing import counts, is_late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from exporters.public_roadmap import Figure
    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.indicators import Reading
    from model.records import Goal, Measure, Status
    from model.roadmap import Roadmap


def public_roadmap(roadmap: Roadmap, words: Words, *, half: HalfYear, today: date) -> PublicRoadmap:
    """Return what may be published of a roadmap that is in the words' language; `half` is the one of the day."""
    head, held, rated = roadmap.head, rounds(roadmap), maturity(roadmap)
    read = {one.indicator.id: _figure(roadmap, one, words, today=today) for one in readings(roadmap, today)}
    goals = tuple(_purpose(roadmap, goal, read) for goal in roadmap.goals)
    known = {goal.id for goal in goals}
    return PublicRoadmap(
        first=head.step(head.first),
        last=head.step(head.last),
        owner=head.owner,
        team=head.team,
        foreword=head.foreword,
        vision=head.vision,
        operating_model=head.operating_model,
        scale=roadmap.scale.words,
        levels=tuple(map(public_level, rated)),
        picture=dumbbell(roadmap, words) if any(row.viewpoint.scores for row in rated) else None,
        trend=trend_picture(roadmap, words, held=held),
        by_sector=public_sectors(roadmap, words, rows=rated),
        means=scope_means(roadmap.viewpoints, held[-1].scores) if held else {},
        rounds=tuple(public_round(one, rated) for one in held),
        goals=goals,
        themes=tuple(_themes(roadmap)),
        figures=tuple(read.values()),
        loose=tuple(read[one.id] for one in roadmap.indicators if known.isdisjoint(one.goals)),
        rows=tuple(_row(roadmap, measure, words, half=half) for measure in roadmap.measures),
        progress=progress(roadmap, words),
        pilots=counts_line(roadmap, words) if pilots(roadmap) else "",
        seats=tuple(Seat(m.role, record_name(roadmap, "sectors", m.sector), m.task) for m in roadmap.members),
    )


def counted(roadmap: Roadmap, fits: Callable[[Measure], bool]) -> Mapping[Status, int]:
    """Return how many of the measures that fit have each status, statuses that none has left out."""
    found = counts(roadmap.model_copy(update={"measures": tuple(filter(fits, roadmap.measures))}))
    return {name: count for name, count in found.items() if count}


def _figure(roadmap: Roadmap, found: Reading, words: Words, *, today: date) -> Figure:
    """Return an indicator, drawn where it has a value and something to see it against."""
    of = found.indicator
    is_drawn = of.values and len(of.values) + len(of.targets) > 1
    picture = indicator_picture(roadmap, of.id, words, today=today, small=True) if is_drawn else None
    return figure(found, words, picture)


def _purpose(roadmap: Roadmap, goal: Goal, read: Mapping[str, Figure]) -> Purpose:
    return Purpose(
        goal.id,
        goal.title,
        goal.description,
        counts=counted(roadmap, lambda measure: goal.id in measure.goals),
        figures=tuple(read[one.id] for one in roadmap.indicators if goal.id in one.goals),
    )


def _themes(roadmap: Roadmap) -> Iterator[Theme]:
    """Yield the themes in the order of the goals, then what has none; nothing where no goal has a theme."""
    names = list(dict.fromkeys(goal.theme.strip() for goal in roadmap.goals if goal.theme.strip()))
    if not names:
        return
    for name in (*names, ""):
        goals = {goal.id for goal in roadmap.goals if goal.theme.strip() == name}
        known = counted(roadmap, partial(_serves, roadmap, goals=goals, name=name))
        if name or goals or known:
            yield Theme(name, len(goals), known)


def _serves(roadmap: Roadmap, measure: Measure, *, goals: set[str], name: str) -> bool:
    """Whether a measure serves one of a theme's goals; without a theme are those that serve no goal of any."""
    if name:
        return not goals.isdisjoint(measure.goals)
    themed = {goal.id for goal in roadmap.goals} - goals
    return themed.isdisjoint(measure.goals)


def _row(roadmap: Roadmap, measure: Measure, words: Words, *, half: HalfYear) -> Row:
    known = {goal.id for goal in roadmap.goals}
    step = roadmap.head.step
    return Row(
        measure.id,
        measure.title,
        next((name for name in measure.goals if name in known), ""),
        record_name(roadmap, "members", measure.responsible),
        start=step(measure.start),
        end=step(measure.end),
        status=measure.status,
        said=status(words, measure, late=is_late(measure, step(half))),
        outcome=outcome(measure, words) if measure.kind == "pilot" else "",
        note=measure.public,
    )
