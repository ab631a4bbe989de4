"""Pilots: how far each is, how many there are of those planned, which lack a continuation, and how a programme ends.

A pilot goes from an idea by its trial and being found ready into use, or it is stopped with its lesson, or assessed
anew. A programme ends once it is known of each pilot that is still open what becomes of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from model.edits import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from model.records import Measure, Status
    from model.roadmap import Roadmap

State = Literal["in-use", "ready", "reassess", "trial", "idea", "learnt", "stopped"]
"""How far a pilot is, in the order in which the counts are told; `learnt` was stopped and its lesson is recorded."""
STATES: tuple[State, ...] = get_args(State)
_STATE_OF: Mapping[Status, State] = {
    "planned": "idea",
    "active": "trial",
    "ready": "ready",
    "reassess": "reassess",
    "done": "in-use",
    "dropped": "stopped",
}


class Tally(NamedTuple):
    """How many pilots are in each state, every state named, and how many were planned."""

    counts: Mapping[State, int]
    planned: int | None
    """None where the roadmap does not say."""

    @property
    def actual(self) -> int:
        """How many pilots there are."""
        return sum(self.counts.values())


def pilots(roadmap: Roadmap) -> tuple[Measure, ...]:
    """Return the measures that are pilots, in the order of the file."""
    return tuple(measure for measure in roadmap.measures if measure.kind == "pilot")


def state(pilot: Measure) -> State:
    """Return how far a pilot is."""
    return "learnt" if pilot.is_learnt else _STATE_OF[pilot.status]


def tally(roadmap: Roadmap) -> Tally:
    """Count the pilots by their states, beside how many were planned."""
    found = Counter(map(state, pilots(roadmap)))
    return Tally({name: found[name] for name in STATES}, roadmap.head.pilots)


def lacking(roadmap: Roadmap) -> tuple[Measure, ...]:
    """Return the pilots neither in use nor stopped of which nobody wrote what becomes of them."""
    return tuple(pilot for pilot in pilots(roadmap) if pilot.is_open and not pilot.continuation.strip())


def in_use(roadmap: Roadmap) -> tuple[Measure, ...]:
    """Return the pilots that were taken into use: `home` says where each lives now, empty where nobody wrote it."""
    return tuple(pilot for pilot in pilots(roadmap) if pilot.status == "done")


def end(roadmap: Roadmap, day: date) -> Roadmap:
    """Close the programme on a day.

    Refused: one that is closed already, and while a pilot that is not in use or stopped lacks its continuation
    (`no-continuation` with the pilots' ids).
    """
    if roadmap.head.ended is not None:
        raise RefusedError("already-ended", date=roadmap.head.ended)
    if waiting := lacking(roadmap):
        raise RefusedError("no-continuation", pilots=tuple(pilot.id for pilot in waiting))
    return roadmap.model_copy(update={"head": roadmap.head.model_copy(update={"ended": day})})
