"""The annual clock: which seasonal matters belong to a meeting on a day.

A municipality's year has its times (the financial statement in winter, the budget in autumn, the changes to the
roadmap at the year's end), and a meeting that falls into one takes the matter up. What was decided in another
meeting of the same time is not taken up again, and what a year's end without a meeting left comes in winter.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from model.halfyear import HalfYear
from model.standing import was_held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.roadmap import Roadmap

MatterKind = Literal["statement", "ideas", "survey", "results", "budget", "changes", "schedule", "statement-draft"]


class Matter(NamedTuple):
    """A seasonal matter and the calendar year that it is about."""

    kind: MatterKind
    year: int
    since: date
    """The first day of its time: a meeting from then on may have decided it."""


_TIMES: tuple[tuple[MatterKind, range, int], ...] = (
    ("statement", range(1, 4), -1),
    ("ideas", range(4, 7), 1),
    ("budget", range(8, 11), 1),
    ("changes", range(11, 13), 0),
    ("schedule", range(11, 13), 1),
    ("statement-draft", range(11, 13), 0),
)
"""Each matter with its months and with how far its year is from the meeting's."""
_SURVEY_MONTHS = range(1, 7)
_SURVEY_EVERY = 365
"""Days from a survey after which the next one is due."""


def seasonal(roadmap: Roadmap, day: date) -> tuple[Matter, ...]:
    """Return the seasonal matters of a meeting on a day, in the order in which they are taken up."""
    return (*_left_over(roadmap, day), *_in_season(roadmap, day), *_surveys(roadmap, day))


def last_held(roadmap: Roadmap, day: date) -> date | None:
    """Return the day of the last meeting held before a day, or None."""
    return max((m.date for m in roadmap.meetings if was_held(m) and m.date < day), default=None)


def _in_season(roadmap: Roadmap, day: date) -> Iterator[Matter]:
    for kind, months, years in _TIMES:
        year = day.year + years
        if day.month in months and (kind != "schedule" or year <= roadmap.head.last.year):
            yield Matter(kind, year, date(day.year, months[0], 1))


def _left_over(roadmap: Roadmap, day: date) -> Iterator[Matter]:
    """Yield the changes of last year where no meeting at its end could take them up."""
    since = date(day.year - 1, 11, 1)
    last = last_held(roadmap, day)
    if day.month in range(1, 4) and last is not None and last < since:
        yield Matter("changes", day.year - 1, since)


def _surveys(roadmap: Roadmap, day: date) -> Iterator[Matter]:
    """Yield the results of a survey that no meeting has seen, or in spring a survey that is due."""
    held = [s.date for v in roadmap.viewpoints for s in v.scores if s.basis == "survey" and s.date <= day]
    latest, last = max(held, default=None), last_held(roadmap, day)
    if latest is not None and last is not None and latest > last:
        yield Matter("results", latest.year, latest)
    elif day.month in _SURVEY_MONTHS and (latest is None or (day - latest).days > _SURVEY_EVERY):
        yield Matter("survey", day.year, HalfYear.containing(day).first_day)
