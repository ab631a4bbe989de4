"""What happens in a meeting: opening, numbered §§, scores, closing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from model import agenda
from model.edits import Place, RefusedError
from model.levels import is_shown
from model.meeting import Item, Meeting
from model.records import OPEN, Score, Target
from model.standing import latest_meeting, open_meeting
from model.survey import FEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, time
    from decimal import Decimal

    from model.meeting import Outcome
    from model.records import Basis
    from model.roadmap import Roadmap

ROLES: Mapping[str, tuple[str, ...]] = {
    "chair": ("puheenjohtaja", "ordförande", "chair"),
    "secretary": ("sihteeri", "sekreterare", "secretary"),
}
"""What the task of a member says who chairs the meetings or writes their minutes, in each language."""


def next_number(roadmap: Roadmap, day: date) -> str:
    """Return the next meeting number of the day's year: after `2/2026` comes `3/2026`."""
    numbers = [found for m in roadmap.meetings if (found := re.fullmatch(r"(\d{1,9})/(\d{4})", m.number))]
    used = [int(found[1]) for found in numbers if int(found[2]) == day.year]
    return f"{max(used, default=0) + 1}/{day.year}"


def usual(roadmap: Roadmap) -> dict[str, Any]:
    """Return what is usual for a meeting: the hour and place, and who chairs and writes.

    The place is that of the roadmap, the chair and the secretary those whose task says so; the rest is as it was last.
    """
    last = latest_meeting(roadmap)
    fields: dict[str, Any] = {
        "starts": last and (last.starts or _quarter(last.opened)),
        "place": roadmap.head.place or (last.place if last else ""),
    }
    for role, names in ROLES.items():
        held = (member.id for member in roadmap.members if any(name in member.task.casefold() for name in names))
        fields[role] = next(held, getattr(last, role, ""))
    return {name: value for name, value in fields.items() if value}


def _quarter(at: time | None) -> time | None:
    """Return the quarter of an hour in which something began; nobody calls a meeting for 9.02."""
    return at and at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def convene(
    roadmap: Roadmap,
    day: date,
    *,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    chair: str = "",
    secretary: str = "",
    items: Sequence[Item] = (),
) -> tuple[Roadmap, Meeting]:
    """Call a meeting: the one planned for the day, else a new one under the year's next number, with its agenda.

    What is not said is as usual. Refused: a day whose meeting has its agenda, and an end before the start.
    """
    found = next((m for m in roadmap.meetings if m.date == day and m.opened is None and m.state == "draft"), None)
    if found is None:
        found = Meeting(number=next_number(roadmap, day), date=day)
        roadmap = roadmap.adding("meetings", found)
    given = {"starts": starts, "ends": ends, "place": place.strip(), "chair": chair, "secretary": secretary}
    fields = {name: value for name, value in given.items() if value}
    known = {name: value for name, value in usual(roadmap).items() if not getattr(found, name)}
    called = found.model_copy(update={**known, **fields})
    if called.starts and called.ends and called.ends < called.starts:
        raise RefusedError("ends-before-beginning", starts=called.starts, ends=called.ends)
    roadmap = agenda.laid_out(roadmap.replacing("meetings", called), called.number, items)
    return roadmap, roadmap.meeting(called.number)


def begin(roadmap: Roadmap, day: date, opened: time, *, items: Sequence[Item] = ()) -> tuple[Roadmap, Meeting]:
    """Open the meeting that is under way or planned, or a new one; `items` are its §§ as they stand at the opening.

    A planned meeting takes the day on which it is really held. Where it has its agenda already, those of `items`
    that are decided fill the planned § of their kind; else they are its agenda.
    """
    found = open_meeting(roadmap)
    if found and found.opened is not None:
        return roadmap, found
    if found is None:
        found = Meeting(number=next_number(roadmap, day), date=day)
        roadmap = roadmap.adding("meetings", found)
    known = {name: value for name, value in usual(roadmap).items() if name != "starts" and not getattr(found, name)}
    found = found.model_copy(update={"date": day, **known})
    roadmap = roadmap.replacing("meetings", found)
    if agenda.waiting(found):
        found = agenda.renumbered(roadmap, found)
        for item in items:
            found = _filled(found, item) if item.is_handled else found
        roadmap = roadmap.replacing("meetings", found)
    else:
        roadmap = agenda.laid_out(roadmap, found.number, items)
    begun = roadmap.meeting(found.number).model_copy(update={"opened": opened})
    return roadmap.replacing("meetings", begun), begun


def close(roadmap: Roadmap, number: str, closed: time, *, items: Sequence[Item] = ()) -> Roadmap:
    """Close a meeting; `items` are its last §§: each fills the planned § of its kind or comes after all others.

    What is still planned then was not handled, and its § says so. Refused: a meeting that is not under way,
    and a time before the one at which it was opened.
    """
    meeting = _running(roadmap, number)
    if meeting.opened is not None and closed < meeting.opened:
        raise RefusedError("closes-before-opening", meeting=number, opened=meeting.opened, closed=closed)
    for item in items:
        meeting = _ended(meeting, item)
    for item in agenda.waiting(meeting):
        meeting = agenda.fill(meeting, item.number, outcome="not-handled")
    return roadmap.replacing("meetings", meeting.model_copy(update={"closed": closed}))


def _filled(meeting: Meeting, item: Item) -> Meeting:
    """Return the meeting with what a § of this kind tells and decides in the planned one, instead of its proposal."""
    planned = next((one for one in agenda.waiting(meeting) if one.kind == item.kind), None)
    if planned is None or item.kind is None:
        return meeting
    said = {"outcome": item.outcome, "decision": item.decision, "proposal": item.proposal}
    told = {"background": item.background} if item.background else {}
    return agenda.fill(meeting, planned.number, **said, **told)


def _ended(meeting: Meeting, item: Item) -> Meeting:
    kinds = [one.kind for one in meeting.items]
    if item.kind is not None and item.kind in kinds:
        return _filled(meeting, item)
    last = max((one.number for one in meeting.items), default=0) + 1
    if item.kind == "other":
        return meeting
    return meeting.model_copy(update={"items": (*meeting.items, item.model_copy(update={"number": last}))})


def place_of_next_item(roadmap: Roadmap, number: str, day: date, *, subject: str = "") -> Place:
    """Return the place of what is decided next: the day, the meeting and the § that it gets.

    A measure (`subject`) that is on the agenda is decided in its own §; anything else comes after the last handled.
    """
    meeting = roadmap.meeting(number)
    planned = agenda.planned_for(meeting, subject)
    return Place(day, number, planned.number if planned else agenda.next_item(meeting))


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
    number = place.item or agenda.next_item(meeting)
    planned = agenda.planned_for(meeting, subjects[0]) if len(subjects) == 1 and outcome != "note" else None
    if planned and planned.number == number:
        meeting = agenda.fill(meeting, number, outcome=outcome, decision=decision)
    else:
        said = {"heading": heading, "subjects": tuple(subjects), "outcome": outcome, "decision": decision}
        meeting = agenda.insert(meeting, Item.model_validate({"number": number, **said}))
    return roadmap.replacing("meetings", meeting)


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
    """Add a dated score to a viewpoint; the older ones stay. One of the same day and basis is put right.

    Refused: a level off the scale, and a survey's of too few answers.
    """
    found = roadmap.viewpoint(viewpoint)
    if not 1 <= value <= len(roadmap.scale.words):
        raise RefusedError("bad-level", value=value)
    new = Score(value=value, basis=basis, n=n, note=note.strip(), **place.stamp)
    if not is_shown(new):
        raise RefusedError("too-few-answers", viewpoint=found.called, n=n, fewest=FEWEST)
    kept = tuple(old for old in found.scores if (old.date, old.basis) != (new.date, new.basis))
    return roadmap.replacing("viewpoints", found.model_copy(update={"scores": (*kept, new)}))


def propose_target(roadmap: Roadmap, viewpoint: str, place: Place, *, value: Decimal, note: str = "") -> Roadmap:
    """Propose a target level; it is in force only when the management team has approved it.

    One that was proposed on the same day is put right; a level that the scale does not have is refused.
    """
    found = roadmap.viewpoint(viewpoint)
    if not 1 <= value <= len(roadmap.scale.words):
        raise RefusedError("bad-level", value=value)
    new = Target(value=value, state="proposed", note=note.strip(), **place.stamp)
    kept = tuple(old for old in found.targets if (old.date, old.state) != (new.date, new.state))
    return roadmap.replacing("viewpoints", found.model_copy(update={"targets": (*kept, new)}))


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
