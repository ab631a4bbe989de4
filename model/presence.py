"""Who takes part in a meeting, and from when to when: a log of what was noted, from which the list is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.meeting import Attendance
from model.minuting import writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.meeting import Presence
    from model.roadmap import Roadmap


def attend(roadmap: Roadmap, number: str, member: str, *, presence: Presence) -> Roadmap:
    """Record how a member takes part in a meeting."""
    meeting = writable(roadmap.meeting(number))
    known = [old.member for old in meeting.attendance]
    if member in known:
        attendance = tuple(
            old.model_copy(update={"presence": presence}) if old.member == member else old for old in meeting.attendance
        )
    else:
        attendance = (*meeting.attendance, Attendance(member=member, presence=presence))
    return roadmap.replacing("meetings", meeting.model_copy(update={"attendance": attendance}))


def welcome(roadmap: Roadmap, number: str, guest: str) -> Roadmap:
    """Record a guest, by name and branch as typed."""
    if not guest.strip():
        raise RefusedError("empty-text")
    meeting = writable(roadmap.meeting(number))
    attendance = (*meeting.attendance, Attendance(guest=guest.strip(), presence="present"))
    return roadmap.replacing("meetings", meeting.model_copy(update={"attendance": attendance}))


def seat(roadmap: Roadmap, number: str, attendance: Sequence[Attendance]) -> Roadmap:
    """Record who takes part in a meeting; members of whom nothing is said have no entry."""
    changed = writable(roadmap.meeting(number)).model_copy(update={"attendance": tuple(attendance)})
    return roadmap.replacing("meetings", changed)


def unrepresented(roadmap: Roadmap, attendance: Sequence[Attendance]) -> tuple[str, ...]:
    """Return the ids of the branches of which every seat is empty; of an unrecorded seat nothing is claimed."""
    away = {entry.member for entry in attendance if entry.presence == "absent"}
    taken = {member.sector for member in roadmap.members if member.id not in away}
    return tuple(dict.fromkeys(m.sector for m in roadmap.members if m.sector and m.sector not in taken))
