"""Two states of the roadmap, the earlier one out of git: what the reports about changes are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.since import Span
from model.approved import latest_approval
from model.approving import as_approved
from model.git.at import APPROVAL, MEETING, approved, reading_of, version
from model.git.errors import GitError
from model.past import known_after
from model.roadmap import record_id

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from model.meeting import Meeting
    from model.roadmap import Roadmap


def span(path: Path, asked: str, after: Roadmap, *, until: date) -> Span:
    """Return what lies between a state that is asked for and `after`; raises as `version` and `reading_of` do."""
    latest = latest_approval(after) if asked.strip() == APPROVAL else None
    found = approved(path, latest) if latest else version(path, asked, today=until)
    before = reading_of(found).roadmap
    assert before is not None
    if found.is_first:
        before = known_after(before, found.day)
    if latest:
        before = as_approved(before, latest, after)
        before = before if before.find("approvals", record_id(latest)) else before.adding("approvals", latest)
    return Span(before, after, found.asked, found.day, until, is_known=not found.is_first)


def since_meeting(path: Path, after: Roadmap, meeting: Meeting | None, *, until: date) -> Span | None:
    """Return what has changed since a meeting was over; None without one, or where git cannot tell."""
    if meeting is None:
        return None
    try:
        return span(path, f"{MEETING}{meeting.number}", after, until=until)
    except GitError:
        return None
