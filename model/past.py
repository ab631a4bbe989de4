"""How the roadmap stood on an earlier day, read off what is dated in it: the log and moves of its measures above all.

That is less than a version of that day knows: what was typed into a plain field is as it is now.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from model.standing import counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.record import Record
    from model.records import LogEntry, Measure, Status
    from model.roadmap import Roadmap
    from model.values import Event

_AFTER: Mapping[Event, Status] = {
    "started": "active",
    "reopened": "active",
    "done": "done",
    "dropped": "dropped",
    "ready": "ready",
    "reassess": "reassess",
}
_BEFORE: Mapping[Event, Status] = {
    "started": "planned",
    "done": "active",
    "dropped": "active",
    "ready": "active",
    "reassess": "active",
    "reopened": "done",
}
"""The status to which an event brings a measure, and the one that it must have had before."""


def as_of(roadmap: Roadmap, day: date) -> Roadmap:
    """Return the roadmap with its measures as they stood when a day began; nothing else is taken back.

    What its log does not tell is as it is now: an event that nobody dated cannot be placed before or after a day.
    """
    return roadmap.model_copy(update={"measures": tuple(_measure(measure, day) for measure in roadmap.measures)})


def known_after(roadmap: Roadmap, day: date) -> Roadmap:
    """Return the roadmap as it stood when a day was over, without any record or entry that is dated later.

    For a roadmap whose versions begin only after that day: what is dated in it is all that is known of the time before.
    """
    if day == date.max:
        return roadmap
    then = as_of(roadmap, day + timedelta(days=1))
    update: dict[str, object] = {
        "measures": tuple(_without_later(measure, ("moves", "log"), day) for measure in then.measures),
        "viewpoints": tuple(_without_later(viewpoint, ("scores", "targets"), day) for viewpoint in then.viewpoints),
    }
    for table in ("meetings", "proposals", "approvals", "surveys"):
        update[table] = _until(then.table(table), day)
    return then.model_copy(update=update)


def earlier_counts(roadmap: Roadmap, day: date) -> Mapping[Status, int]:
    """Return how many measures had each status when a day began, every status named."""
    return counts(as_of(roadmap, day))


def _without_later(record: Record, lists: tuple[str, ...], day: date) -> Record:
    return record.model_copy(update={name: _until(getattr(record, name), day) for name in lists})


def _until(dated: Iterable[Any], day: date) -> tuple[Any, ...]:
    return tuple(one for one in dated if one.date <= day)


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
