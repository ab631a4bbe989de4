"""What a measure's recorded moves come to: which of them lead to its end, and the one move that they make together.

Two copies may have moved one measure from the same end to two others; after the merge both moves are on record, and
one of them leads nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from model.records import Measure, Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.diff import Change
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap


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


def last_move(measure: Measure) -> Move | None:
    """Return the latest move that leads to a measure's end, None where none does."""
    order = sorted(range(len(measure.moves)), key=lambda place: measure.moves[place].date)
    return next((measure.moves[place] for place in _leading(measure, order)), None)


def with_net_moves(changes: Iterable[Change], before: Roadmap, after: Roadmap) -> Iterator[Change]:
    """Yield changes from one roadmap to another with at most one move for each measure: from its old end to its new.

    It has the reason of the move that led there; an end that none led to is told as the plain field that it is. A
    measure that ends where it ended was not moved, however often it went forth and back.
    """
    for change in changes:
        if isinstance(change.after or change.before, Move):
            continue
        old, new = before.find(change.table, change.record), after.find(change.table, change.record)
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
