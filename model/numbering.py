"""Where the §§ of a meeting begin: at 1 in every meeting, or after the last § of the year's meetings before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.search import sort_key

if TYPE_CHECKING:
    from model.meeting import Meeting
    from model.roadmap import Roadmap


def first_item(roadmap: Roadmap, meeting: Meeting) -> int:
    """Return the number of a meeting's first §; with `numbering = "year"` the numbers run on through its year."""
    if roadmap.head.numbering != "year":
        return 1
    place = (meeting.date, sort_key(meeting.number))
    before = (m for m in roadmap.meetings if m.date.year == meeting.date.year and (m.date, sort_key(m.number)) < place)
    return max((item.number for other in before for item in other.items), default=0) + 1
