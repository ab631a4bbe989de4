"""What is said in a meeting and typed as it is said: a day without its year, how a vote went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.typed import clock, day

if TYPE_CHECKING:
    from datetime import date, time

UNANIMOUS = "unanimous"
_UNANIMOUS = frozenset({"", "y", "yks", "yksimielinen", "e", "enhällig", "enhälligt", "u", "unanimous", "unanimously"})
_VOTE = re.compile(r"(\d{1,3})\s*[-–−:]\s*(\d{1,3})")
_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?")


def coming_day(text: str, today: date) -> date:
    """Return a typed day that is still to come: `15.12.` is the next 15 December, `15.12.2026` that very day.

    Refused: what is no day, and a day before `today`.
    """
    spoken = text.strip()
    short = _DAY.fullmatch(spoken)
    try:
        found = _next(int(short[1]), int(short[2]), today) if short else day(spoken)
    except ValueError as error:
        raise RefusedError("bad-day", text=text) from error
    if found < today:
        raise RefusedError("day-gone", text=text, today=today)
    return found


def any_day(text: str) -> date:
    """Return a typed day, `8.12.2026`, past or to come; refuse what is none."""
    try:
        return day(text.strip())
    except ValueError as error:
        raise RefusedError("bad-day", text=text) from error


def times(text: str) -> tuple[time, time | None]:
    """Return when something starts and, if that was said, ends (`9`, `9.00–10.30`); refuse an end before the start."""
    starts, *ends = re.split(r"\s*[-–−]\s*", text.strip(), maxsplit=1)
    try:
        found = clock(starts), clock(ends[0]) if ends else None
    except ValueError as error:
        raise RefusedError("bad-times", text=text) from error
    if found[1] is not None and found[1] <= found[0]:
        raise RefusedError("bad-times", text=text)
    return found


def vote(text: str) -> str:
    """Return how a vote went as the file has it: `unanimous`, or the votes for and against, `4-2`."""
    spoken = text.strip().casefold()
    if spoken in _UNANIMOUS:
        return UNANIMOUS
    if found := _VOTE.fullmatch(spoken):
        return f"{int(found[1])}-{int(found[2])}"
    raise RefusedError("bad-vote", text=text)


def _next(number: int, month: int, today: date) -> date:
    """Return the first such day from `today` on; raise ValueError for one that no year has."""
    leap = 8  # at the most, from one 29 February to the next
    for year in range(today.year, today.year + leap + 1):
        try:
            found = today.replace(year=year, month=month, day=number)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(number, month)
