"""An outcome for measures, wherever it is given: in the walk, on a card, from the command line.

In a meeting it fills the planned § of its measure, or becomes the next §; outside one it is an edit of its own,
dated today.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from exporters import agenda
from exporters.proposing import proposal_decision
from model import edits, meetings
from model.agenda import planned_for, take
from model.approval import propose
from model.edits import Place, RefusedError
from model.standing import lacks_money
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.meeting import Meeting, Outcome
    from model.roadmap import Roadmap
    from tui.session import Session

    Edit = Callable[[Roadmap, str, Place], Roadmap]


@dataclass(frozen=True, slots=True)
class Given:
    """An outcome with what belongs to it: the result, note or reason, and the half-year of a move.

    What is proposed onwards is a move when it names a half-year, else that the measure is discontinued.
    """

    outcome: Outcome
    text: str = ""
    to: HalfYear | None = None
    home: str = ""
    """Where what was taken into use lives now."""
    lesson: str = ""
    """What was learnt from a pilot that was stopped."""


class Decide(Protocol):
    """What turns an outcome into a roadmap: `decided` with session and measures filled in."""

    def __call__(self, roadmap: Roadmap) -> Roadmap:
        """Return the roadmap in which it is decided; raise RefusedError."""


def decided(session: Session, measures: Sequence[str], given: Given) -> Decide:
    """Return the edit that gives measures an outcome, for `Session.change` or `Tiekartta.decide`."""
    return partial(_decided, session=session, measures=tuple(measures), given=given)


def place_now(session: Session) -> Place:
    """Return the place of an edit that is no § of its own: today, and the meeting under way."""
    return Place(session.today, session.meeting.number if session.meeting else "")


def begun(session: Session, measures: Sequence[str], *, note: str = "") -> Decide:
    """Return the edit that marks measures started; in a meeting its minutes remark what has no granted money."""
    return partial(_begun, place=place_now(session), measures=tuple(measures), note=note)


def unfunded_remarks(session: Session, measures: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return for each measure whose money of the year has not been granted that it was started all the same."""
    found = (session.roadmap.measure(measure) for measure in measures)
    return tuple(
        words.t(
            "{id} was started although the appropriation of {year} has not been granted.",
            id=one_line(one.id),
            year=year,
        )
        for one in found
        if lacks_money(one, year := session.today.year)
    )


def _begun(roadmap: Roadmap, *, place: Place, measures: tuple[str, ...], note: str) -> Roadmap:
    for measure in measures:
        roadmap = edits.start(roadmap, measure, place, note=note)
    return roadmap


def _decided(roadmap: Roadmap, *, session: Session, measures: tuple[str, ...], given: Given) -> Roadmap:
    meeting = session.meeting
    if meeting is None:
        for measure in measures:
            said = _said(roadmap, session, (measure,), given=given)
            roadmap = _edit(given, said)(roadmap, measure, Place(session.today))
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
    said = _said(roadmap, session, measures, given=given)
    roadmap = _retold(roadmap, session, subject)
    return meetings.decide(
        roadmap,
        meetings.place_of_next_item(roadmap, number, session.today, subject=subject),
        given.outcome,
        subjects=measures,
        heading=agenda.heading(roadmap, words, outcome=given.outcome, subjects=measures),
        decision=said,
        edit=_edit(given, said),
    )


def _retold(roadmap: Roadmap, session: Session, subject: str) -> Roadmap:
    """Tell in the § that waits for a measure how the measure stands, where the agenda was made before it changed."""
    meeting = session.meeting
    planned = planned_for(meeting, subject) if meeting and subject else None
    if meeting is None or planned is None:
        return roadmap
    told = agenda.refreshed(roadmap, session.words, planned, day=session.today)
    return take(roadmap, meeting.number, planned.number, **told) if told else roadmap


def _said(roadmap: Roadmap, session: Session, measures: Sequence[str], *, given: Given) -> str:
    """Return the decision in the words of the roadmap's language."""
    words = session.words
    if given.outcome == "proposed":
        found = (roadmap.measure(measure) for measure in measures)
        return " ".join(proposal_decision(roadmap, words, one, to=given.to, reason=given.text) for one in found)
    told = {"text": given.text, "home": given.home, "lesson": given.lesson}
    return agenda.decision(roadmap, words, outcome=given.outcome, subjects=measures, to=given.to, **told)


def _edit(given: Given, said: str) -> Edit:
    """Return what an outcome does to a measure; `said` is its decision. Raises RefusedError for one that does none."""
    known: dict[Outcome, Edit] = {
        "done": partial(edits.mark_done, result=given.text, home=given.home),
        "ready": partial(edits.mark_ready, note=given.text),
        "reassess": partial(edits.reassess, reason=given.text),
        "continues": partial(edits.carry_on, note=given.text),
        "dropped": partial(edits.drop, reason=given.text, lesson=given.lesson),
        "note": partial(edits.note, text=given.text),
        "proposed": partial(propose, text=said, to=given.to, reason=given.text),
        "not-handled": _untouched,
    }
    if given.to is not None:
        known["moved"] = partial(edits.move, to=given.to, reason=given.text)
    if given.outcome not in known:
        raise RefusedError("no-outcome", outcome=given.outcome)
    return known[given.outcome]


def _untouched(roadmap: Roadmap, measure: str, place: Place) -> Roadmap:
    """Leave a measure as it is: that nothing was decided stands in the §."""
    del measure, place
    return roadmap
