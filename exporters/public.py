"""What of a meeting and its roadmap may be published: values without any internal field.

Exports for the public are written from these types only. A field that is not named here cannot leak:
internal notes, unknown keys of the file and who judged a level have no place in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.values import record_name
from model.halfyear import HalfYear
from model.levels import levels
from model.meetings import undecided
from model.presence import unrepresented
from model.standing import counts, lacks_money, latest_meeting, standing, walk
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time
    from decimal import Decimal

    from model.meeting import Action, Attendance, Item, Meeting, MeetingState, Presence
    from model.records import Basis, Measure, Status
    from model.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class PublicMeasure:
    """A measure as the public may see it."""

    id: str
    title: str
    responsible: str
    start: HalfYear
    end: HalfYear
    status: Status


@dataclass(frozen=True, slots=True)
class Seat:
    """A member's seat at the meeting: a role, the branch behind it, and whether it was taken."""

    role: str
    sector: str
    presence: Presence | None
    """None when nothing was recorded."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A § of the meeting."""

    number: int
    heading: str
    subjects: tuple[PublicMeasure, ...]
    background: str
    proposal: str
    outcome: str | None
    decision: str


@dataclass(frozen=True, slots=True)
class Task:
    """An action point that the meeting gave."""

    id: str
    task: str
    who: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Rating:
    """A level that the meeting gave a viewpoint."""

    viewpoint: str
    before: Decimal | None
    value: Decimal
    basis: Basis
    target: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class Situation:
    """How the roadmap stands when the minutes of its latest meeting are written."""

    counts: Mapping[Status, int]
    late: tuple[PublicMeasure, ...]
    left: tuple[PublicMeasure, ...]
    """Measures that were due and got no outcome."""


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """All that the minutes of a meeting are written from."""

    organisation: str
    team: str
    sample: bool
    number: str
    date: date
    place: str
    chair: str
    secretary: str
    state: MeetingState
    opened: time | None
    closed: time | None
    seats: tuple[Seat, ...]
    guests: tuple[str, ...]
    unrepresented: tuple[str, ...]
    """Branches of which every seat stayed empty."""
    items: tuple[Paragraph, ...]
    tasks: tuple[Task, ...]
    ratings: tuple[Rating, ...]
    unfunded: tuple[PublicMeasure, ...]
    """Measures begun in this meeting although the year's money has not been granted."""
    situation: Situation | None
    """None for an earlier meeting: how things stood then is not known any more."""


def public_meeting(roadmap: Roadmap, meeting: Meeting) -> PublicMeeting:
    """Return what may be published of a meeting."""
    return PublicMeeting(
        organisation=roadmap.head.organisation,
        team=roadmap.head.team,
        sample=roadmap.head.sample,
        number=meeting.number,
        date=meeting.date,
        place=meeting.place,
        chair=record_name(roadmap, "members", meeting.chair),
        secretary=record_name(roadmap, "members", meeting.secretary),
        state=meeting.state,
        opened=meeting.opened,
        closed=meeting.closed,
        seats=_seats(roadmap, meeting.attendance),
        guests=tuple(one_line(entry.guest) for entry in meeting.attendance if entry.guest),
        unrepresented=tuple(
            record_name(roadmap, "sectors", sector) for sector in unrepresented(roadmap, meeting.attendance)
        ),
        items=tuple(_paragraph(roadmap, item) for item in sorted(meeting.items, key=lambda item: item.number)),
        tasks=tuple(_task(roadmap, meeting, action) for action in meeting.actions),
        ratings=_ratings(roadmap, meeting),
        unfunded=_measures(m for m in roadmap.measures if _begun_unfunded(m, meeting)),
        situation=_situation(roadmap, meeting),
    )


def public_measure(measure: Measure) -> PublicMeasure:
    """Return what may be published of a measure."""
    return PublicMeasure(
        measure.id, measure.title, measure.responsible, start=measure.start, end=measure.end, status=measure.status
    )


def _measures(measures: Iterable[Measure]) -> tuple[PublicMeasure, ...]:
    return tuple(public_measure(measure) for measure in measures)


def _seats(roadmap: Roadmap, attendance: Iterable[Attendance]) -> tuple[Seat, ...]:
    taken = {entry.member: entry.presence for entry in attendance}
    return tuple(
        Seat(member.role, record_name(roadmap, "sectors", member.sector), taken.get(member.id))
        for member in roadmap.members
    )


def _paragraph(roadmap: Roadmap, item: Item) -> Paragraph:
    subjects = _measures(m for m in roadmap.measures if m.id in item.subjects)
    return Paragraph(
        item.number,
        item.heading,
        subjects,
        background=item.background,
        proposal=item.proposal,
        outcome=item.outcome,
        decision=item.decision,
    )


def _task(roadmap: Roadmap, meeting: Meeting, action: Action) -> Task:
    who = record_name(roadmap, "members", action.who)
    return Task(f"{meeting.number}-{action.number}", action.task, who, due=action.due)


def _ratings(roadmap: Roadmap, meeting: Meeting) -> tuple[Rating, ...]:
    found: list[Rating] = []
    for viewpoint in roadmap.viewpoints:
        given = [score for score in viewpoint.scores if score.meeting == meeting.number]
        others = tuple(score for score in viewpoint.scores if score not in given and score.date <= meeting.date)
        before = levels(viewpoint.model_copy(update={"scores": others}))
        was = before.current.value if before.current else None
        target = before.target.value if before.target else None
        name = viewpoint.short or viewpoint.name
        found.extend(
            Rating(name, was, score.value, basis=score.basis, target=target, reason=score.note) for score in given
        )
    return tuple(found)


def _begun_unfunded(measure: Measure, meeting: Meeting) -> bool:
    begun = any(entry.event == "started" and entry.meeting == meeting.number for entry in measure.log)
    return begun and lacks_money(measure, meeting.date.year)


def _situation(roadmap: Roadmap, meeting: Meeting) -> Situation | None:
    latest = latest_meeting(roadmap)
    if latest is None or latest.number != meeting.number:
        return None
    half = HalfYear.containing(meeting.date)
    left = {measure.id for measure in walk(roadmap, half, meeting).left} | set(undecided(roadmap, meeting))
    return Situation(
        counts(roadmap),
        late=_measures(standing(roadmap, half).late),
        left=_measures(m for m in roadmap.measures if m.id in left),
    )
