"""The time of a meeting: how much of it is used and how much is left, of the whole and of each §.

A § takes from when it came to hand (`Item.begun`) to when the next one did; what was planned for it is in minutes.
The time of day is a parameter everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.agenda import waiting
from model.standing import latest_meeting

if TYPE_CHECKING:
    from datetime import time

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap

HOUR = 60
QUARTER = 15
USUAL = 90
"""Minutes that a meeting takes where none has told yet."""


class Spent(NamedTuple):
    """Minutes that something has taken, and those that were planned for it."""

    used: int
    planned: int | None = None
    """None where nothing was planned."""

    @property
    def left(self) -> int | None:
        """The minutes left, negative when it takes longer than planned; None where nothing was planned."""
        return None if self.planned is None else self.planned - self.used


def between(start: time, end: time) -> int:
    """Return the minutes from one time of a day to another, none when that one is earlier."""
    return max((end.hour - start.hour) * HOUR + end.minute - start.minute, 0)


def planned(meeting: Meeting) -> int | None:
    """Return the minutes that a meeting is planned to take: by its times, else by its §§; None when neither tells."""
    if meeting.starts is not None and meeting.ends is not None:
        return between(meeting.starts, meeting.ends)
    told = [item.minutes for item in meeting.items if item.minutes is not None]
    return sum(told) if told else None


def usual_end(roadmap: Roadmap, starts: time) -> time:
    """Return when a meeting that starts at a time of day is likely to end: as long as the last one, in quarters."""
    last = latest_meeting(roadmap)
    took = planned(last) if last else None
    if last and took is None and last.opened and last.closed:
        took = between(last.opened, last.closed)
    minutes = -(-(took or USUAL) // QUARTER) * QUARTER
    end = min(starts.hour * HOUR + starts.minute + minutes, 24 * HOUR - 1)
    return starts.replace(hour=end // HOUR, minute=end % HOUR)


def of_meeting(meeting: Meeting, now: time) -> Spent:
    """Return what a meeting has taken by a time of day; when it is to end at a time of day, that counts."""
    if meeting.opened is None:
        return Spent(0, planned(meeting))
    used = between(meeting.opened, meeting.closed or now)
    if meeting.ends is not None:
        return Spent(used, between(meeting.opened, meeting.ends))
    return Spent(used, planned(meeting))


def of_item(meeting: Meeting, item: Item, now: time) -> Spent:
    """Return what a § has taken: until the next one came to hand, the meeting closed, or now.

    Of §§ that were handled together the last one has the time.
    """
    if item.begun is None:
        return Spent(0, item.minutes)
    own = (item.begun, item.number)
    later = [(other.begun, other.number) for other in meeting.items if other.begun is not None]
    until, _ = min((other for other in later if other > own), default=(meeting.closed or now, 0))
    return Spent(between(item.begun, until), item.minutes)


def running(meeting: Meeting, item: int, since: time) -> Meeting:
    """Return a meeting in which a § that is at hand says since when it is."""
    items = tuple(_begun(one, since) if one.number == item else one for one in meeting.items)
    return meeting.model_copy(update={"items": items})


def at_hand(meeting: Meeting | None) -> Item | None:
    """Return the § whose turn it is in a meeting that is under way: the first one that waits."""
    if meeting is None or meeting.opened is None or meeting.closed is not None:
        return None
    return next(iter(waiting(meeting)), None)


def stamped(before: Roadmap, after: Roadmap, number: str, *, since: time) -> Roadmap:
    """Return a roadmap in which the §§ that a decision has handled say since when they were at hand."""
    old = {item.number for item in before.meeting(number).items if item.is_handled}
    meeting = after.meeting(number)
    items = tuple(_begun(item, since) if item.is_handled and item.number not in old else item for item in meeting.items)
    if items == meeting.items:
        return after
    return after.replacing("meetings", meeting.model_copy(update={"items": items}))


def _begun(item: Item, since: time) -> Item:
    return item.model_copy(update={"begun": since}) if item.begun is None else item
