"""An outcome for measures, wherever it is given: in the walk, on a card, from the command line.

In a meeting it fills the planned § of its measure, or becomes the next §; outside one it is an edit of its own, dated today.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from exporters import agenda
from model import edits, meetings
from model.agenda import planned_for
from model.edits import Place, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from model.halfyear import HalfYear
    from model.meeting import Meeting, Outcome
    from model.roadmap import Roadmap
    from tui.session import Session

    Edit = Callable[[Roadmap, str, Place], Roadmap]


@dataclass(frozen=True, slots=True)
class Given:
    """An outcome with what belongs to it: the result, note or reason, and the half-year of a move."""

    outcome: Outcome
    text: str = ""
    to: HalfYear | None = None


class Decide(Protocol):
    """What turns an outcome into a roadmap: `decided` with session and measures filled in."""

    def __call__(self, roadmap: Roadmap) -> Roadmap:
        """Return the roadmap in which it is decided; raise RefusedError."""


def decided(session: Session, measures: Sequence[str], given: Given) -> Decide:
    """Return the edit that gives measures an outcome, for `Session.change` or `Tiekartta.decide`."""
    return partial(_decided, session=session, measures=tuple(measures), given=given)


def _decided(roadmap: Roadmap, *, session: Session, measures: tuple[str, ...], given: Given) -> Roadmap:
    meeting = session.meeting
    if meeting is None:
        edit = _edit(given)
        for measure in measures:
            roadmap = edit(roadmap, measure, Place(session.today))
        return roadmap
    for group in _groups(meeting, measures, given):
        roadmap = _item(roadmap, session, group, given=given)
    return roadmap


def _groups(meeting: Meeting, measures: Sequence[str], given: Given) -> Iterator[tuple[str, ...]]:
    """Yield the measures of each §: one that is on the agenda has its own, the others share the next.

    A note takes a § of its own, for the measure still waits for its outcome.
    """
    planned = [m for m in measures if given.outcome != "note" and planned_for(meeting, m)]
    yield from ((measure,) for measure in planned)
    if others := tuple(measure for measure in measures if measure not in planned):
        yield others


def _item(roadmap: Roadmap, session: Session, measures: tuple[str, ...], *, given: Given) -> Roadmap:
    assert session.meeting is not None
    words, number = session.words, session.meeting.number
    subject = measures[0] if len(measures) == 1 and given.outcome != "note" else ""
    return meetings.decide(
        roadmap,
        meetings.place_of_next_item(roadmap, number, session.today, subject=subject),
        given.outcome,
        subjects=measures,
        heading=agenda.heading(roadmap, words, outcome=given.outcome, subjects=measures),
        decision=agenda.decision(
            roadmap, words, outcome=given.outcome, subjects=measures, to=given.to, text=given.text
        ),
        edit=_edit(given),
    )


def _edit(given: Given) -> Edit:
    match given.outcome:
        case "done":
            return partial(edits.mark_done, result=given.text)
        case "continues":
            return partial(edits.carry_on, note=given.text)
        case "dropped":
            return partial(edits.drop, reason=given.text)
        case "moved" if given.to is not None:
            return partial(edits.move, to=given.to, reason=given.text)
        case "note":
            return partial(edits.note, text=given.text)
        case "not-handled":
            return _untouched
    raise RefusedError("no-outcome", outcome=given.outcome)


def _untouched(roadmap: Roadmap, measure: str, place: Place) -> Roadmap:
    """Leave a measure as it is: that nothing was decided stands in the §."""
    del measure, place
    return roadmap
