"""What happens in a meeting: opening, numbered §§, scores, closing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.edits import Place, RefusedError
from model.meeting import Item, Meeting
from model.records import OPEN, Score, Target
from model.standing import open_meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, time
    from decimal import Decimal

    from model.meeting import Outcome
    from model.records import Basis
    from model.roadmap import Roadmap


def next_number(roadmap: Roadmap, day: date) -> str:
    """Return the next meeting number of the day's year: after `2/2026` comes `3/2026`."""
    numbers = [found for m in roadmap.meetings if (found := re.fullmatch(r"(\d{1,9})/(\d{4})", m.number))]
    used = [int(found[1]) for found in numbers if int(found[2]) == day.year]
    return f"{max(used, default=0) + 1}/{day.year}"


def begin(roadmap: Roadmap, day: date, opened: time, *, items: Sequence[Item] = ()) -> tuple[Roadmap, Meeting]:
    """Open the meeting that is under way or planned, or a new one; `items` are its first §§.

    A planned meeting takes the day on which it is really held.
    """
    found = open_meeting(roadmap)
    if found and found.opened is not None:
        return roadmap, found
    if found is None:
        found = Meeting(number=next_number(roadmap, day), date=day)
        roadmap = roadmap.adding("meetings", found)
    begun = found.model_copy(update={"date": day, "opened": opened, "items": (*found.items, *items)})
    return roadmap.replacing("meetings", begun), begun


def close(roadmap: Roadmap, number: str, closed: time, *, items: Sequence[Item] = ()) -> Roadmap:
    """Close a meeting; `items` are its last §§, numbered here.

    Refused: a meeting that is not under way, and a time before the one at which it was opened.
    """
    meeting = _running(roadmap, number)
    if meeting.opened is not None and closed < meeting.opened:
        raise RefusedError("closes-before-opening", meeting=number, opened=meeting.opened, closed=closed)
    first = next_item(meeting)
    last = tuple(item.model_copy(update={"number": first + index}) for index, item in enumerate(items))
    changed = meeting.model_copy(update={"closed": closed, "items": (*meeting.items, *last)})
    return roadmap.replacing("meetings", changed)


def next_item(meeting: Meeting) -> int:
    """Return the number of the meeting's next §."""
    return max((item.number for item in meeting.items), default=0) + 1


def place_of_next_item(roadmap: Roadmap, number: str, day: date) -> Place:
    """Return the place of what is decided next: the day, the meeting and the § that it gets."""
    return Place(day, number, next_item(roadmap.meeting(number)))


def decide(
    roadmap: Roadmap,
    place: Place,
    outcome: Outcome,
    *,
    subjects: Sequence[str],
    heading: str,
    decision: str,
    edit: Callable[[Roadmap, str, Place], Roadmap] | None = None,
) -> Roadmap:
    """Give measures an outcome as the meeting's next §: `edit` is done to each, then the § is written.

    One identity: the § that stands in `place` is the one in the records, in the minutes and in the commit.
    """
    meeting = _running(roadmap, place.meeting)
    for subject in subjects:
        roadmap = edit(roadmap, subject, place) if edit else roadmap
    item = Item(
        number=place.item or next_item(meeting),
        heading=heading,
        subjects=tuple(subjects),
        outcome=outcome,
        decision=decision,
    )
    meeting = roadmap.meeting(place.meeting)
    return roadmap.replacing("meetings", meeting.model_copy(update={"items": (*meeting.items, item)}))


def score(
    roadmap: Roadmap,
    viewpoint: str,
    place: Place,
    *,
    value: Decimal,
    basis: Basis = "judgement",
    n: int | None = None,
    note: str = "",
) -> Roadmap:
    """Add a dated score to a viewpoint; the older ones stay. One of the same day and basis is put right."""
    found = roadmap.viewpoint(viewpoint)
    if not 1 <= value <= len(roadmap.scale.words):
        raise RefusedError("bad-level", value=value)
    new = Score(value=value, basis=basis, n=n, note=note.strip(), **place.stamp)
    kept = tuple(old for old in found.scores if (old.date, old.basis) != (new.date, new.basis))
    return roadmap.replacing("viewpoints", found.model_copy(update={"scores": (*kept, new)}))


def propose_target(roadmap: Roadmap, viewpoint: str, place: Place, *, value: Decimal) -> Roadmap:
    """Propose a target level; it is in force only when the management team has approved it."""
    found = roadmap.viewpoint(viewpoint)
    new = Target(value=value, state="proposed", **place.stamp)
    return roadmap.replacing("viewpoints", found.model_copy(update={"targets": (*found.targets, new)}))


def undecided(roadmap: Roadmap, meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of the measures whose § says that they were not handled and that are still open."""
    return tuple(
        subject
        for item in meeting.items
        if item.outcome == "not-handled"
        for subject in item.subjects
        if (measure := roadmap.find("measures", subject)) and getattr(measure, "status", None) in OPEN
    )


def _running(roadmap: Roadmap, number: str) -> Meeting:
    meeting = roadmap.meeting(number)
    if meeting.opened is None or meeting.closed is not None:
        raise RefusedError("meeting-not-open", meeting=number)
    return meeting
