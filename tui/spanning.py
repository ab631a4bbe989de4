"""Two states of the roadmap, the earlier one out of git: what the reports about changes are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.since import Span
from model.approved import latest_approval
from model.approving import as_approved
from model.git.at import APPROVAL, MEETING, approved, reading_of, version
from model.git.at_errors import NoApprovalError
from model.git.errors import GitError
from model.past import known_after
from model.roadmap import record_id

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from model.git.at import Version
    from model.meeting import Meeting
    from model.records import Approval
    from model.roadmap import Roadmap


def span(path: Path, asked: str, after: Roadmap, *, until: date) -> Span:
    """Return what lies between a state that is asked for and `after`; raises as `version` and `reading_of` do.

    The approval that can be asked for is the latest one that `after` knows.
    """
    if asked.strip() == APPROVAL:
        if (approval := latest_approval(after)) is None:
            raise NoApprovalError
        found = approved(path, approval)
        before = left_by(approval, found, after)
    else:
        found = version(path, asked, today=until)
        before = _known(found)
    return Span(before, after, found.asked, found.day, until, is_known=not found.is_first)


def left_by(approval: Approval, found: Version, after: Roadmap) -> Roadmap:
    """Return the roadmap as an approval left it: the version that it was about, its record, and what it put in force.

    What came into force is read off `after`, a later state. Raises UnreadableVersionError.
    """
    before = as_approved(_known(found), approval, after)
    return before if before.find("approvals", record_id(approval)) else before.adding("approvals", approval)


def _known(found: Version) -> Roadmap:
    """Return the roadmap of a version; where the history begins with it, what is dated tells how it stood before."""
    roadmap = reading_of(found).roadmap
    assert roadmap is not None
    return known_after(roadmap, found.day) if found.is_first else roadmap


def since_meeting(path: Path, after: Roadmap, meeting: Meeting | None, *, until: date) -> Span | None:
    """Return what has changed since a meeting was over; None without one, or where git cannot tell."""
    if meeting is None:
        return None
    try:
        return span(path, f"{MEETING}{meeting.number}", after, until=until)
    except GitError:
        return None
