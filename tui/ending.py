"""Ending a meeting: what is left, its last §§, the minutes that it has checked, and calling the next one.

These are edits, for the screen and the command line alike; they ask nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters import agenda as texts
from exporters.carrying import carried_items
from exporters.values import item_place
from model import agenda, meetings, minuting
from model.standing import open_meeting
from tui.outcomes import Given, decided

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.outcomes import Decide
    from tui.session import Session


def not_handled(session: Session) -> Decide:
    """Return the edit that says of every measure left in the walk that it was not handled."""
    return decided(session, [measure.id for measure in session.walk.left], Given("not-handled"))


def last_items(session: Session, *, at: time, following: date | None) -> tuple[Item, ...]:
    """Return the §§ with which the meeting ends; `following` is the day agreed for the next one."""
    words = session.words
    when = ""
    if following:
        starts = meetings.usual(session.roadmap).get("starts")
        when = " ".join(
            part for part in (words.date(following, weekday=True), words.time(starts) if starts else "") if part
        )
    return texts.closing(words, closed=at, following=when)


def ended(session: Session, number: str, *, at: time, following: date | None) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that closes a meeting."""
    items = last_items(session, at=at, following=following)
    return partial(meetings.close, number=number, closed=at, items=items)


def checked(session: Session, number: str) -> Callable[[Roadmap], Roadmap] | None:
    """Return the edit that checks the minutes which a § of the closed meeting has approved, or None."""
    meeting = session.roadmap.meeting(number)
    approved = minuting.approved_in(session.roadmap, meeting)
    if approved is None:
        return None
    before, item = approved
    return partial(minuting.check, number=before, day=meeting.date, by=item_place(number, item))


def called(session: Session, day: date) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that calls the next meeting with what is unfinished; one that has its agenda gets that added."""
    return partial(_called, session=session, day=day)


def planned_next(roadmap: Roadmap, number: str) -> Meeting | None:
    """Return the meeting that is planned already, beside the one of a number where there is one, or None."""
    found = open_meeting(roadmap.without("meetings", number) if number else roadmap)
    return found if found and found.opened is None else None


def replanned(roadmap: Roadmap, day: date, *, beside: str = "") -> Roadmap:
    """Return the roadmap in which the meeting that is planned next is on the day that has been agreed.

    It keeps its number within its year. `beside` is the number of the meeting that agrees on it, while that runs.
    """
    planned = planned_next(roadmap, beside)
    if planned is None or any(meeting.date == day for meeting in roadmap.meetings):
        return roadmap
    others = roadmap.without("meetings", planned.number)
    number = planned.number if planned.date.year == day.year else meetings.next_number(others, day)
    moved = planned.model_copy(update={"date": day, "number": number})
    return roadmap.replacing("meetings", moved) if number == planned.number else others.adding("meetings", moved)


def _called(roadmap: Roadmap, *, session: Session, day: date) -> Roadmap:
    roadmap = replanned(roadmap, day)
    planned = next((m for m in roadmap.meetings if m.date == day and m.opened is None and agenda.waiting(m)), None)
    if planned is None:
        return meetings.convene(roadmap, day, items=texts.entries(roadmap, session.words, day=day))[0]
    known = {item.origin for item in planned.items if item.origin}
    for item in carried_items(roadmap, session.words, due=_subjects(planned)):
        if item.origin not in known:
            roadmap = agenda.add(roadmap, planned.number, item)
    return roadmap


def _subjects(meeting: Meeting) -> frozenset[str]:
    return frozenset(subject for item in meeting.items for subject in item.subjects)
