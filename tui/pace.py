"""Since when the § of a running meeting has been at hand: remembered here, written with its decision.

That a § was come to is no decision, so it is not worth a commit of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.timing import at_hand, running, stamped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.session import Session


class Pace:
    """The § at hand and since when it is."""

    def __init__(self) -> None:
        """Begin with no §."""
        self._place: tuple[str, int] | None = None
        self._since: time | None = None

    def turn(self, meeting: Meeting, item: int, now: time) -> time:
        """Say that a § is at hand now; return since when it has been."""
        place = (meeting.number, item)
        if place != self._place or self._since is None:
            self._place, self._since = place, now
        return self._since

    def timed(self, meeting: Meeting, now: time) -> Meeting:
        """Return a meeting whose § at hand says since when it is; one that waits for none stays as it is.

        A § that was begun out of turn stays at hand until it is handled.
        """
        item = at_hand(meeting)
        if item is None:
            return meeting
        waits = {(meeting.number, one.number) for one in meeting.items if not one.is_handled}
        number = self._place[1] if self._place is not None and self._place in waits else item.number
        return running(meeting, number, self.turn(meeting, number, now))

    def since(self, meeting: Meeting, now: time) -> time | None:
        """Return since when the § has been at hand whose turn it is, or None where none is."""
        self.timed(meeting, now)
        return self._since if at_hand(meeting) else None


def paced(session: Session, edit: Callable[[Roadmap], Roadmap]) -> Callable[[Roadmap], Roadmap]:
    """Return an edit in whose §§ it also stands since when they were at hand."""
    meeting = session.meeting
    since = session.pace.since(meeting, session.now()) if meeting else None

    def both(roadmap: Roadmap) -> Roadmap:
        after = edit(roadmap)
        return stamped(roadmap, after, meeting.number, since=since) if meeting and since else after

    return both
