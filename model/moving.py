"""What a measure's recorded moves and turns come to: which of them are in force, and the net change that they make.

Two copies may have moved one measure from the same end to two others, or one dropped what the other finished; after
the merge both are on record, and one of them is not in force.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from model.records import LogEntry, Measure, Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.diff import Change
    from model.halfyear import HalfYear
    from model.record import Record
    from model.roadmap import Roadmap

_ENDS = frozenset({"done", "dropped"})
"""The events, and statuses, with which a measure is over."""


def overruled(measure: Measure) -> frozenset[int]:
    """Return the places of the moves that are not in force: another one went from the same end to today's.

    What followed on such a move is not in force either. An end that was changed without a move overrules nothing.
    """
    order = sorted(range(len(measure.moves)), key=lambda place: measure.moves[place].date)
    leading = set(_leading(measure, order))
    left = {measure.moves[place].from_ for place in leading}
    lost: set[int] = set()
    nowhere: set[HalfYear] = set()
    for place in order:
        move = measure.moves[place]
        if place not in leading and (move.from_ in left or move.from_ in nowhere):
            lost.add(place)
            nowhere.add(move.to)
    return frozenset(lost)


def unfulfilled(measure: Measure) -> frozenset[int]:
    """Return the places of the log entries that say done or dropped, though the measure neither is nor was reopened."""
    order = sorted(range(len(measure.log)), key=lambda place: measure.log[place].date)
    reopened = [at for at, place in enumerate(order) if measure.log[place].event == "reopened"]
    last = reopened[-1] if reopened else -1
    return frozenset(
        place for at, place in enumerate(order) if at > last and _is_other_end(measure.log[place], measure)
    )


def last_move(measure: Measure) -> Move | None:
    """Return the latest move that leads to a measure's end, None where none does."""
    order = sorted(range(len(measure.moves)), key=lambda place: measure.moves[place].date)
    return next((measure.moves[place] for place in _leading(measure, order)), None)


def net_changes(changes: Iterable[Change], before: Roadmap, after: Roadmap) -> Iterator[Change]:
    """Yield net changes from one roadmap to another: at most one move for each measure, from its old end to its new.

    It has the reason of the move that led there; an end that none led to is told as the plain field that it is. A
    measure that ends where it ended was not moved, however often it went forth and back; nor was one done or dropped,
    or opened again, that is open as it was.
    """
    for change in changes:
        old, new = before.find(change.table, change.record), after.find(change.table, change.record)
        if isinstance(change.after or change.before, Move) or _is_passed(change.after, old, new):
            continue
        if change.field == "end" and isinstance(old, Measure) and isinstance(new, Measure) and (by := last_move(new)):
            move = by.model_copy(update={"from_": old.end})
            key = (move.date, move.from_, move.to)
            yield replace(change, field="moves", key=key, before=None, after=move)
        else:
            yield change


def _leading(measure: Measure, order: list[int]) -> Iterator[int]:
    """Yield the places of the moves that lead to a measure's end, the latest first."""
    end = measure.end
    for place in reversed(order):
        if measure.moves[place].to == end:
            yield place
            end = measure.moves[place].from_


def _is_other_end(entry: LogEntry, measure: Measure) -> bool:
    return entry.event in _ENDS and entry.event != measure.status


def _is_passed(entry: object, old: Record | None, new: Record | None) -> bool:
    """Whether a log entry says that a measure is over that is not, or open again though it was open before."""
    if not (isinstance(entry, LogEntry) and isinstance(old, Measure) and isinstance(new, Measure)):
        return False
    return _is_other_end(entry, new) or (entry.event == "reopened" and old.is_open)
