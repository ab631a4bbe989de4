"""What of the schedule was approved: read off the postponements since the latest approval, without any history.

The rule: where a measure has been moved after the day of the latest approval, the `from` of the first such move is its
approved end. What was moved on that day was before the approving body, or came into force by its decision. An end
that somebody changed by hand without a move is not seen; a measure that came later has no approved end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from model.halfyear import HalfYear
    from model.records import Approval, Measure
    from model.roadmap import Roadmap


def latest_approval(roadmap: Roadmap) -> Approval | None:
    """Return the latest approval; of two on one day the one that stands last in the file."""
    found: Approval | None = None
    for approval in roadmap.approvals:
        if found is None or approval.date >= found.date:
            found = approval
    return found


def approved_on(roadmap: Roadmap) -> date | None:
    """Return the day of the latest approval, None where there is none."""
    latest = latest_approval(roadmap)
    return latest.date if latest else None


def approved_end(measure: Measure, approved: date | None) -> HalfYear | None:
    """Return the half-year in which a measure was to end when it was approved; None where that is today's end, too."""
    if approved is None:
        return None
    later = [move for move in measure.moves if move.date > approved]
    if not later:
        return None
    end = min(later, key=lambda move: move.date).from_
    return end if end != measure.end else None
