"""Who takes part in a meeting, and at which §§: computed from the log of what was noted, whatever its order.

A § counts as one step. Who arrives or comes back at a § is there from it on, who leaves at a § was there for
it and is away after it; a conflict of interest is an absence for its § alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from model.meeting import Attendance, Meeting, Presence
    from model.roadmap import Roadmap

Way = Literal["present", "remote", "conflicted", "absent"]
"""How a seat stands at a §."""
Happening = Literal["arrived", "returned", "left", "went-remote", "came-in"]
"""What the log tells of somebody's coming and going: the last two change only how they take part."""

_ORDER: Sequence[Presence] = ("late", "present", "remote", "heard", "conflicted", "left", "absent")
"""At one § arrivals come before leavings; of two ways noted for the opening the later one here counts."""
_MOVES: frozenset[Presence] = frozenset({"late", "present", "remote", "left", "heard"})
_THERE: frozenset[Presence | None] = frozenset({"present", "remote", "late", "left", "conflicted", "heard"})


class Who(NamedTuple):
    """Whose seat it is: a member by id or a guest as typed; the other is empty."""

    member: str = ""
    guest: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of §§ for which a seat was taken; None is the opening or the end of the meeting."""

    first: int | None = None
    last: int | None = None
    remote: bool = False

    def covers(self, item: int) -> bool:
        """Whether a § lies in it."""
        return (self.first or 0) <= item and (self.last is None or item <= self.last)


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened to a seat at a §, the time of day where it was noted, and who sat down in place of a member."""

    happening: Happening
    item: int
    time: time | None = None
    remote: bool = False
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a meeting: whose it is, and when it was taken."""

    who: Who
    title: str
    """The member's role, or the guest as typed."""
    sector: str = ""
    """The id of the branch that a member represents."""
    opening: Presence | None = None
    """How the seat was taken from the opening on; None when only later §§ tell of it, or nothing."""
    name: str = ""
    """The person's name this time."""
    deputy: str = ""
    """Who sat in place of the member from the opening on."""
    spans: tuple[Span, ...] = ()
    moments: tuple[Moment, ...] = ()
    conflicts: tuple[int, ...] = ()
    """The §§ at which there was a conflict of interest."""
    heard: tuple[int, ...] = ()
    """The §§ at which a guest was heard."""
    is_recorded: bool = False
    """Whether the log says anything of this seat; of an unrecorded one nothing is claimed."""

    def at(self, item: int) -> Way | None:
        """Return how the seat stands at a §; None when nothing is recorded of it."""
        if not self.is_recorded:
            return None
        span = self.span_at(item)
        if span is None:
            return "absent"
        return "conflicted" if item in self.conflicts else "remote" if span.remote else "present"

    def span_at(self, item: int) -> Span | None:
        """Return the stretch in which a § lies."""
        return next((span for span in self.spans if span.covers(item)), None)


class Quorum(NamedTuple):
    """How many of the members are there; a team that wants a quorum has the rule of the Local Government Act, 103 §."""

    present: int
    members: int

    @property
    def is_met(self) -> bool:
        """Whether more than half of the members are there."""
        return self.present * 2 > self.members


def seats(roadmap: Roadmap, attendance: Iterable[Attendance]) -> tuple[Seat, ...]:
    """Return all seats: the members in the file's order, then those whom the file does not know, then the guests.

    Guests come in the order in which they came in, those of one § by name.
    """
    entries: dict[Who, list[Attendance]] = {Who(member=member.id): [] for member in roadmap.members}
    known = len(entries)
    for entry in attendance:
        entries.setdefault(Who(entry.member, "" if entry.member else entry.guest), []).append(entry)
    found = [_seat(roadmap, who, sorted(log, key=_order)) for who, log in entries.items()]
    return (*found[:known], *sorted(found[known:], key=_arrival))


def seat_of(roadmap: Roadmap, attendance: Iterable[Attendance], who: Who) -> Seat:
    """Return one seat; of somebody who is not in the log yet nothing is recorded."""
    own = [entry for entry in attendance if (entry.member, entry.guest) == who]
    return _seat(roadmap, who, sorted(own, key=_order))


def present_at(roadmap: Roadmap, attendance: Iterable[Attendance], item: int) -> tuple[Seat, ...]:
    """Return the seats that are taken at a §; who has a conflict of interest is away."""
    return tuple(seat for seat in seats(roadmap, attendance) if seat.at(item) in ("present", "remote"))


def unrepresented(roadmap: Roadmap, attendance: Iterable[Attendance], item: int | None = None) -> tuple[str, ...]:
    """Return the ids of the branches of which every seat is empty, at a § or, without one, all the time.

    Of an unrecorded seat nothing is claimed.
    """
    members = [seat for seat in seats(roadmap, attendance) if seat.who.member]
    taken = {seat.sector for seat in members if not _is_empty(seat, item)}
    return tuple(dict.fromkeys(seat.sector for seat in members if seat.sector and seat.sector not in taken))


def quorum(roadmap: Roadmap, attendance: Iterable[Attendance], item: int) -> Quorum:
    """Return how many of the members are there at a §; guests do not count, unrecorded seats are empty."""
    there = present_at(roadmap, attendance, item)
    known = {member.id for member in roadmap.members}
    return Quorum(sum(seat.who.member in known for seat in there), len(known))


def under_way(meeting: Meeting) -> int:
    """Return the number of the § that is under way: the first one that waits, else the one that comes next."""
    waiting = [item.number for item in meeting.items if not item.is_handled]
    last = max((item.number for item in meeting.items), default=0)
    return min(waiting, default=last if meeting.closed is not None else last + 1)


def leaves_after(meeting: Meeting, seat: Seat, item: int) -> int:
    """Return the last § for which somebody was there who leaves while a § is shown.

    A handled § they have heard to its end, and one at which they came, too; else it is the last handled one before.
    A § that the meeting does not have stays as it is, to be refused.
    """
    span = seat.span_at(item)
    handled = [one.number for one in meeting.items if one.is_handled and one.number <= item]
    came = item in seat.heard or (span is not None and span.first == item)
    beyond = item > max((one.number for one in meeting.items), default=0) + 1
    return item if came or beyond else max(handled, default=item - 1)


def renumbered(attendance: Iterable[Attendance], numbers: Mapping[int, int]) -> tuple[Attendance, ...]:
    """Return the log after planned §§ got other numbers, old to new.

    Conflicts and hearings belong to their §; arriving and leaving are moments, between what was and what comes.
    """
    return tuple(
        entry.model_copy(update={"item": numbers.get(entry.item, entry.item)})
        if entry.presence in ("conflicted", "heard") and entry.item is not None
        else entry
        for entry in attendance
    )


def _is_empty(seat: Seat, item: int | None) -> bool:
    if item is None:
        return seat.is_recorded and not seat.spans
    return seat.at(item) in ("absent", "conflicted")


def _order(entry: Attendance) -> tuple[int, int, time, str, str]:
    return entry.item or 0, _ORDER.index(entry.presence), entry.time or time.max, entry.deputy, entry.name


def _arrival(seat: Seat) -> tuple[bool, int, str]:
    first = seat.spans[0].first if seat.spans else None
    return bool(seat.who.guest), first or 0, seat.title


def _seat(roadmap: Roadmap, who: Who, log: Sequence[Attendance]) -> Seat:
    """Make a seat of its entries, in order."""
    member = next((member for member in roadmap.members if member.id == who.member), None)
    opened = [entry for entry in log if entry.item is None]
    seat = Seat(
        who,
        title=member.role if member else who.member or who.guest,
        sector=member.sector if member else "",
        opening=opened[-1].presence if opened else None,
        name=next((entry.name for entry in log if entry.name.strip()), ""),
        deputy=opened[-1].deputy if opened else "",
        conflicts=_numbers(log, "conflicted"),
        heard=_numbers(log, "heard"),
        is_recorded=bool(log),
    )
    later = [entry for entry in log if entry.item is not None and entry.presence in _MOVES]
    return _walked(seat, later) if log else seat


def _numbers(log: Iterable[Attendance], presence: Presence) -> tuple[int, ...]:
    found = (entry.item for entry in log if entry.presence == presence and entry.item is not None)
    return tuple(dict.fromkeys(found))


def _walked(seat: Seat, later: Sequence[Attendance]) -> Seat:
    """Follow somebody through the §§ and return the seat with its stretches and moments."""
    spans = [Span(remote=seat.opening == "remote")] if _was_there(seat, later) else []
    was_there, visiting, moments = bool(spans), False, list[Moment]()
    for entry in later:
        item = entry.item or 0
        there = bool(spans) and spans[-1].last is None
        if entry.presence == "heard":
            spans += [] if there else [Span(item, item)]
            visiting = not there
        elif entry.presence == "left":
            if there or visiting:
                spans[-1] = replace(spans[-1], last=item)
                moments += [Moment("left", item, entry.time)] if there else []
            visiting = False
        elif not there:
            remote = entry.presence == "remote" or (entry.presence == "late" and seat.opening == "remote")
            spans.append(Span(item, remote=remote))
            moments.append(Moment("returned" if was_there else "arrived", item, entry.time, remote, entry.deputy))
            was_there, visiting = True, False
        elif entry.presence != "late" and spans[-1].remote != (entry.presence == "remote"):
            _change_way(spans, moments, entry)
    return replace(seat, spans=tuple(spans), moments=tuple(moments))


def _change_way(spans: list[Span], moments: list[Moment], entry: Attendance) -> None:
    """Let somebody who is there go on remotely, or in the room; at the § of the arrival that tells how they came."""
    item, remote = entry.item or 0, entry.presence == "remote"
    if spans[-1].first == item:
        spans[-1] = replace(spans[-1], remote=remote)
        moments[-1] = replace(moments[-1], remote=remote)
        return
    spans[-1] = replace(spans[-1], last=item - 1)
    spans.append(Span(item, remote=remote))
    moments.append(Moment("went-remote" if remote else "came-in", item, entry.time, remote))


def _was_there(seat: Seat, later: Sequence[Attendance]) -> bool:
    """Whether the seat was taken at the opening, as noted or implied; a late arrival that comes first denies it."""
    if seat.opening is not None:
        return seat.opening in _THERE and not (later and later[0].presence == "late")
    if later:
        return later[0].presence == "left"
    return bool(seat.conflicts)
