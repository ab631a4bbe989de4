"""What the team cannot decide alone: the measures whose change the management team has to approve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from model.edits import RefusedError
from model.records import LogEntry

if TYPE_CHECKING:
    from model.edits import Place
    from model.halfyear import HalfYear
    from model.meeting import Outcome
    from model.records import Measure
    from model.roadmap import Roadmap

Matter = Literal["third-move", "beyond-roadmap", "granted-money"]
"""Why a change has to be proposed onwards."""

PATIENCE = 2
"""A measure is postponed so many times without anybody asking whether it should be."""


def postponements(measure: Measure) -> int:
    """Return how many times a measure has been moved to a later half-year."""
    return sum(move.to > move.from_ for move in measure.moves)


def matters(
    roadmap: Roadmap, measure: Measure, outcome: Outcome, *, year: int, to: HalfYear | None = None
) -> tuple[Matter, ...]:
    """Return why an outcome of a measure has to be approved above the team; mostly for no reason.

    That is a third postponement, an end after the roadmap's own, and dropping what has money granted for the
    `year` or a later one.
    """
    found: list[Matter] = []
    if outcome == "moved" and to is not None:
        if to > measure.end and postponements(measure) >= PATIENCE:
            found.append("third-move")
        if to > roadmap.head.last:
            found.append("beyond-roadmap")
    if outcome == "dropped" and has_granted_money(measure, year):
        found.append("granted-money")
    return tuple(found)


def has_granted_money(measure: Measure, year: int) -> bool:
    """Whether money has been granted to a measure for a year or a later one."""
    return any(fund.state == "granted" and fund.amount > 0 and fund.year >= year for fund in measure.funding)


def propose(
    roadmap: Roadmap, measure: str, place: Place, *, text: str, to: HalfYear | None = None, reason: str = ""
) -> Roadmap:
    """Write into a measure's log what is proposed about it; the measure itself waits for the answer.

    It is a move where a half-year is named, else that the measure is dropped. Refused: a measure that is done or
    dropped already.
    """
    found = roadmap.measure(measure)
    if not found.is_open:
        raise RefusedError("not-open", measure=measure, status=found.status)
    matter: dict[str, object] = {"proposes": "dropped" if to is None else "moved", "to": to, "reason": reason.strip()}
    entry = LogEntry.model_validate({"event": "proposed", "text": text.strip(), **place.stamp, **matter})
    return roadmap.replacing("measures", found.model_copy(update={"log": (*found.log, entry)}))
