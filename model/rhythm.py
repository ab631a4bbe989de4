"""When the next meeting would be: as a year ago, else as long after this one as this one came after the last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from model.standing import was_held

if TYPE_CHECKING:
    from datetime import date

    from model.roadmap import Roadmap

_YEAR = timedelta(weeks=52)
"""A year that keeps the weekday."""
_SOONEST, _LATEST = timedelta(weeks=4), timedelta(weeks=32)
"""A team that meets twice a year or more has the next meeting between these."""
_USUAL = timedelta(weeks=17)
"""Three meetings a year, where nothing else is known."""
_OTHERS = (-1, 1, 2)
"""Weeks from the likeliest day to the others that are offered."""


def next_days(roadmap: Roadmap, day: date) -> tuple[date, ...]:
    """Return the likely days of the meeting after the one on a day, the likeliest first, all of the same weekday."""
    likely = _as_last_year(roadmap, day) or _as_before(roadmap, day)
    return (likely, *(likely + timedelta(weeks=weeks) for weeks in _OTHERS))


def _as_last_year(roadmap: Roadmap, day: date) -> date | None:
    """Return the day a year after the meeting that followed at this time of last year."""
    ahead = [m.date + _YEAR for m in roadmap.meetings if was_held(m)]
    return min((found for found in ahead if day + _SOONEST <= found <= day + _LATEST), default=None)


def _as_before(roadmap: Roadmap, day: date) -> date:
    before = [day - m.date for m in roadmap.meetings if was_held(m) and m.date < day]
    weeks = round(min(before, default=_USUAL) / timedelta(weeks=1))
    return day + min(max(timedelta(weeks=weeks), _SOONEST), _LATEST)
