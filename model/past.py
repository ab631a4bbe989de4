"""How the roadmap stood on an earlier day, read off the dated log and postponements of its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.standing import counts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from model.records import Event, LogEntry, Measure, Status
    from model.roadmap import Roadmap

_AFTER: Mapping[Event, Status] = {"started": "active", "reopened": "active", "done": "done", "dropped": "dropped"}
_BEFORE: Mapping[Event, Status] = {"started": "planned", "done": "active", "dropped": "active", "reopened": "done"}
"""The status to which an event brings a measure, and the one that it must have had before."""


def as_of(roadmap: Roadmap, day: date) -> Roadmap:
    """Return the roadmap with its measures as they stood when a day began; nothing else is taken back.

    What its log does not tell is as it is now: an event that nobody dated cannot be placed before or after a day.
    """
    return roadmap.model_copy(update={"measures": tuple(_measure(measure, day) for measure in roadmap.measures)})


def earlier_counts(roadmap: Roadmap, day: date) -> Mapping[Status, int]:
    """Return how many measures had each status when a day began, every status named."""
    return counts(as_of(roadmap, day))


def _measure(measure: Measure, day: date) -> Measure:
    moves = [move for move in measure.moves if move.date >= day]
    status = _status(measure, day)
    if not moves and status == measure.status:
        return measure
    end = min(moves, key=lambda move: move.date).from_ if moves else measure.end
    moved = {"end": end, "start": min(measure.start, end)} if moves else {}
    return measure.model_copy(update={"status": status, **moved})


def _status(measure: Measure, day: date) -> Status:
    """Return the status before a day: what the last event before it made, else what the first one after it ended."""
    told = sorted((entry for entry in measure.log if entry.event in _AFTER), key=lambda entry: entry.date)
    later = [entry for entry in told if entry.date >= day]
    if not later:
        return measure.status
    earlier = [entry for entry in told if entry.date < day]
    return _AFTER[earlier[-1].event] if earlier else _first(measure, later[0], day)


def _first(measure: Measure, entry: LogEntry, day: date) -> Status:
    """Return the status before the first event of all; a measure whose start was still ahead had not begun."""
    before = _BEFORE[entry.event]
    return "planned" if before == "active" and measure.start.first_day > day else before
