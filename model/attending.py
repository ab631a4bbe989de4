"""What is noted about who takes part in a meeting: edits of the log of attendance.

An entry without § is how somebody took part from the opening on; every other has the § at which it happened.
What makes no sense, such as leaving before arriving, is refused; checked minutes are not touched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.meeting import Attendance
from model.minuting import writable
from model.presence import Who, seat_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import time

    from model.meeting import Meeting, Presence
    from model.presence import Seat
    from model.roadmap import Roadmap

_MOVES: frozenset[Presence] = frozenset({"late", "present", "remote", "left"})


def attend(roadmap: Roadmap, number: str, member: str, *, presence: Presence) -> Roadmap:
    """Record how a member takes part in a meeting from its opening on; what happens at later §§ stays."""
    roadmap.record("members", member)
    return seat(roadmap, number, {Who(member): presence})


def welcome(roadmap: Roadmap, number: str, guest: str) -> Roadmap:
    """Record a guest who is there from the opening on, by name and branch as typed."""
    if not guest.strip():
        raise RefusedError("nobody")
    return seat(roadmap, number, {Who(guest=guest.strip()): "present"})


def seat(roadmap: Roadmap, number: str, ways: Mapping[Who, Presence | None]) -> Roadmap:
    """Record how seats are taken from the opening on; names, deputies and later §§ stay.

    A seat whose way is None loses its entry of the opening; a seat that is not named is left alone.
    """
    meeting = writable(roadmap.meeting(number))
    log = list(meeting.attendance)
    for who, presence in ways.items():
        old = [entry for entry in log if _is_of(entry, who) and entry.item is None]
        new = old[0] if old else Attendance(member=who.member, guest=who.guest)
        place = log.index(old[0]) if old else len(log)
        log = [entry for entry in log if entry not in old]
        log[place:place] = [new.model_copy(update={"presence": presence})] if presence else []
    return _kept(roadmap, meeting, log)


def come(
    roadmap: Roadmap, number: str, who: Who, *, item: int, remote: bool = False, at: time | None = None
) -> Roadmap:
    """Record that somebody arrives or comes back at a §; of somebody who is there, that they go on in another way."""
    found = _seat_at(roadmap, number, who, item=item)
    if found.span_at(item) is None and _left_before(found, item):
        return return_(roadmap, number, who, item=item, remote=remote, at=at)
    span = found.span_at(item)
    if span is None or (found.opening == "late" and not found.moments):
        return arrive(roadmap, number, who, item=item, remote=remote, at=at)
    if span.remote == remote:
        raise RefusedError("already-here", who=found.title, item=item)
    return _noted(roadmap, number, who, presence="remote" if remote else "present", item=item, at=at)


def arrive(
    roadmap: Roadmap, number: str, who: Who, *, item: int, remote: bool = False, at: time | None = None
) -> Roadmap:
    """Record that somebody arrives late, at a §; refuse who is there already."""
    found = _seat_at(roadmap, number, who, item=item)
    if found.span_at(item) and (found.opening != "late" or found.moments):
        raise RefusedError("already-here", who=found.title, item=item)
    presence: Presence = "remote" if remote else "present" if who.guest else "late"
    return _noted(roadmap, number, who, presence=presence, item=item, at=at)


def return_(
    roadmap: Roadmap, number: str, who: Who, *, item: int, remote: bool = False, at: time | None = None
) -> Roadmap:
    """Record that somebody who left comes back at a §; refuse who is there, and who has not left."""
    found = _seat_at(roadmap, number, who, item=item)
    if found.span_at(item):
        raise RefusedError("already-here", who=found.title, item=item)
    if not _left_before(found, item):
        raise RefusedError("not-left", who=found.title, item=item)
    return _noted(roadmap, number, who, presence="remote" if remote else "present", item=item, at=at)


def leave(roadmap: Roadmap, number: str, who: Who, *, item: int, at: time | None = None) -> Roadmap:
    """Record that somebody leaves after a §; refuse who is not there, or came only later."""
    found = _seat_at(roadmap, number, who, item=item)
    visits = [span for span in found.spans if (span.first or 0) <= item]
    if found.span_at(item) is None and not (visits and visits[-1].last in found.heard):
        later = any(span.first is not None and span.first > item for span in found.spans)
        if later:
            raise RefusedError("leaves-before-arriving", who=found.title, item=item)
        raise RefusedError("not-here", who=found.title, item=item)
    left = _noted(_without_changes(roadmap, number, found, after=item), number, who, presence="left", item=item, at=at)
    if seat_of(left, left.meeting(number).attendance, who).span_at(item) is None:
        raise RefusedError("not-here", who=found.title, item=item)
    return left


def conflict(roadmap: Roadmap, number: str, who: Who, *, item: int) -> Roadmap:
    """Record that a member has a conflict of interest (*esteellinen*) and is away for one §; refuse who is away."""
    found = _seat_at(roadmap, number, who, item=item)
    if found.is_recorded and found.span_at(item) is None:
        raise RefusedError("not-here", who=found.title, item=item)
    return _noted(roadmap, number, who, presence="conflicted", item=item)


def heard(roadmap: Roadmap, number: str, guest: str, *, item: int, at: time | None = None) -> Roadmap:
    """Record that a guest, as typed, is heard at a §; refuse a guest that is nobody."""
    if not guest.strip():
        raise RefusedError("nobody")
    who = Who(guest=guest.strip())
    _seat_at(roadmap, number, who, item=item)
    return _noted(roadmap, number, who, presence="heard", item=item, at=at)


def deputise(roadmap: Roadmap, number: str, member: str, *, deputy: str, item: int | None = None) -> Roadmap:
    """Record who sits in place of a member, from the opening on or from a § on; an empty deputy is none.

    A member who was away is there now, by deputy. Who was there is taken to have been this deputy all the while:
    for a change in the middle the member leaves first.
    """
    roadmap.record("members", member)
    who = Who(member)
    found = seat_of(roadmap, roadmap.meeting(number).attendance, who)
    first = _came_at(found, item)
    if item is not None and found.is_recorded and found.span_at(item) is None and deputy.strip():
        roadmap = come(roadmap, number, who, item=item)
        first = item
    if first is None and found.opening in (None, "absent") and deputy.strip():
        roadmap = seat(roadmap, number, {who: "present"})
    return _told(
        roadmap,
        number,
        lambda entry: _is_of(entry, who) and entry.item == first and entry.presence in _MOVES,
        deputy=deputy.strip(),
    )


def name(roadmap: Roadmap, number: str, who: Who, *, name: str) -> Roadmap:
    """Record the name of the person on a seat this time; an empty one is none.

    Of a member of whom nothing was recorded it says that they are there.
    """
    log = roadmap.meeting(number).attendance
    if not any(_is_of(entry, who) for entry in log):
        if not name.strip():
            return roadmap
        roadmap = attend(roadmap, number, who.member, presence="present")
        log = roadmap.meeting(number).attendance
    first = next(entry for entry in log if _is_of(entry, who))
    roadmap = _told(roadmap, number, lambda entry: _is_of(entry, who), name="")
    return _told(roadmap, number, lambda entry: entry == first.model_copy(update={"name": ""}), name=name.strip())


def forget(roadmap: Roadmap, number: str, who: Who, *, item: int) -> Roadmap:
    """Take away what was noted of a seat at a §; refuse when nothing was."""
    meeting = writable(roadmap.meeting(number))
    kept = [entry for entry in meeting.attendance if not (_is_of(entry, who) and entry.item == item)]
    if len(kept) == len(meeting.attendance):
        title = seat_of(roadmap, meeting.attendance, who).title
        raise RefusedError("nothing-noted", who=title, item=item)
    return _kept(roadmap, meeting, kept)


def _seat_at(roadmap: Roadmap, number: str, who: Who, *, item: int) -> Seat:
    """Return a seat; refuse a § that the meeting has not reached, and raise NoSuchRecordError for no member."""
    meeting = writable(roadmap.meeting(number))
    if who.member:
        roadmap.record("members", who.member)
    numbers = [one.number for one in meeting.items] or [item]
    if not min(numbers) <= item <= max(numbers) + 1:
        raise RefusedError("item-not-reached", item=item, first=min(numbers), last=max(numbers))
    return seat_of(roadmap, meeting.attendance, who)


def _noted(
    roadmap: Roadmap, number: str, who: Who, *, presence: Presence, item: int, at: time | None = None
) -> Roadmap:
    """Add an entry to the log, once, and take away what no longer tells anything of the same seat."""
    meeting = roadmap.meeting(number)
    new = Attendance(member=who.member, guest=who.guest, presence=presence, item=item, time=at)
    key = [getattr(new, field) for field in Attendance.KEY]
    if any([getattr(entry, field) for field in Attendance.KEY] == key for entry in meeting.attendance):
        return roadmap
    moves_in = ("present", "remote", "late")
    replaced = moves_in if presence in moves_in else (presence,)
    log = [e for e in meeting.attendance if not (_is_of(e, who) and e.item == item and e.presence in replaced)]
    log.append(new)
    old = [e for e in log if _is_of(e, who) and e.item is not None and e.presence in _MOVES and e is not new]
    for entry in (*old, new) if presence in ("present", "remote") else old:
        without = [other for other in log if other is not entry]
        if _course(roadmap, without, who) == _course(roadmap, log, who):
            log = without
    return _kept(roadmap, meeting, log)


def _left_before(found: Seat, item: int) -> bool:
    return any(span.last is not None and span.last < item for span in found.spans)


def _without_changes(roadmap: Roadmap, number: str, found: Seat, *, after: int) -> Roadmap:
    """Take away how somebody went on after a § in the same stay: who has left does not go on in another way."""
    changed: set[int] = set()
    for moment in found.moments:
        if moment.item > after and moment.happening in ("went-remote", "came-in"):
            changed.add(moment.item)
        elif moment.item > after:
            break
    meeting = roadmap.meeting(number)
    gone = ("present", "remote")
    kept = [e for e in meeting.attendance if not (_is_of(e, found.who) and e.item in changed and e.presence in gone)]
    return _kept(roadmap, meeting, kept)


def _came_at(found: Seat, item: int | None) -> int | None:
    """Return the § at which somebody came who is there at a §, or came first; None is the opening."""
    if item is None:
        return found.spans[0].first if found.spans else None
    came = [one.item for one in found.moments if one.happening in ("arrived", "returned") and one.item <= item]
    return came[-1] if came else None


def _course(roadmap: Roadmap, log: Sequence[Attendance], who: Who) -> object:
    """Return when a seat was taken, without what else is known of it."""
    found = seat_of(roadmap, log, who)
    return found.spans, tuple(replace(moment, time=None, deputy="") for moment in found.moments)


def _told(roadmap: Roadmap, number: str, which: Callable[[Attendance], bool], **fields: str) -> Roadmap:
    """Set fields of the entries that are meant."""
    meeting = writable(roadmap.meeting(number))
    log = [entry.model_copy(update=fields) if which(entry) else entry for entry in meeting.attendance]
    return _kept(roadmap, meeting, log)


def _is_of(entry: Attendance, who: Who) -> bool:
    return (entry.member, entry.guest) == who


def _kept(roadmap: Roadmap, meeting: Meeting, log: Sequence[Attendance]) -> Roadmap:
    if tuple(log) == meeting.attendance:
        return roadmap
    return roadmap.replacing("meetings", meeting.model_copy(update={"attendance": tuple(log)}))
