"""Approving: the record of it, and what takes effect by it.

Until it is approved a proposal changes nothing. Approved, a proposed target level is in force from that day on, a
proposed move is made, and what was proposed to be dropped is dropped; each tells by whom and in which §. What was not
approved says so and waits no more; it can be proposed again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import edits
from model.approved import latest_approval
from model.edits import Place, RefusedError
from model.packet import pending
from model.past import known_after
from model.records import LogEntry, Measure, Target, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from model.packet import Packet, Proposed
    from model.records import Approval
    from model.roadmap import Roadmap


def approve(packet: Packet, approval: Approval, *, today: date, without: Collection[str] = ()) -> Roadmap:
    """Return the roadmap with the approval recorded and what was proposed in force.

    `without` names measures and viewpoints whose proposals were not approved. What was proposed after the day of the
    approval goes on waiting. Refused: an approval of nothing, twice on a day by one body, before the
    latest one, of a day that is still to come, or by nobody.
    """
    _refuse(packet, approval, today)
    roadmap = packet.now
    proposals = {proposed.record: proposed for proposed in pending(roadmap)}
    for name in without:
        if name not in proposals:
            raise RefusedError("unknown-name", text=name, known=tuple(proposals))
    for name, proposed in proposals.items():
        if proposed.entry.date <= approval.date:
            answered = _not_approved if name in without else _in_force
            roadmap = answered(roadmap, proposed, approval)
    return roadmap.adding("approvals", approval)


def _refuse(packet: Packet, approval: Approval, today: date) -> None:
    if not approval.body.strip():
        raise RefusedError("empty-text", field="body")
    if approval.date > today:
        raise RefusedError("approved-ahead", date=approval.date, today=today)
    for known in packet.now.approvals:
        if (known.body.casefold(), known.date) == (approval.body.casefold(), approval.date):
            raise RefusedError("already-approved", body=known.body, date=known.date)
    latest = latest_approval(packet.now)
    if latest and approval.date < latest.date:
        raise RefusedError("approved-before", body=latest.body, date=latest.date)
    if approval.of == "changes" and not packet.asks:
        raise RefusedError("nothing-to-approve")


def _in_force(roadmap: Roadmap, proposed: Proposed, approval: Approval) -> Roadmap:
    if not isinstance(proposed.entry, LogEntry):
        return _with_target(roadmap, proposed, approval)
    entry, by = proposed.entry, _by(approval)
    reason = ", ".join(part for part in (entry.reason, by) if part)
    place = Place(approval.date)
    if entry.to is None:
        return edits.drop(roadmap, proposed.record, place, reason=reason)
    if entry.to > roadmap.head.last:
        longer = roadmap.head.model_copy(update={"last": entry.to})
        roadmap = roadmap.replacing("roadmap", longer)
    return edits.move(roadmap, proposed.record, place, to=entry.to, reason=reason)


def _with_target(roadmap: Roadmap, proposed: Proposed, approval: Approval) -> Roadmap:
    """Return the roadmap with a target level that is in force from the day of its approval on."""
    found, target = roadmap.viewpoint(proposed.record), proposed.entry
    assert isinstance(target, Target)
    note = "; ".join(part for part in (target.note, _by(approval)) if part)
    told = {"state": "approved", "date": approval.date, "meeting": "", "item": None, "note": note}
    approved = target.model_copy(update=told)
    targets = tuple(approved if one is target else one for one in found.targets if not _is_replaced(one, approved))
    changed: Viewpoint = found.model_copy(update={"targets": targets})
    return roadmap.replacing("viewpoints", changed)


def _not_approved(roadmap: Roadmap, proposed: Proposed, approval: Approval) -> Roadmap:
    """Return the roadmap in which a proposal is answered and changes nothing."""
    entry = proposed.entry
    if isinstance(entry, LogEntry):
        measure = roadmap.measure(proposed.record)
        answer = LogEntry(event="refused", date=approval.date, text=_by(approval))
        return roadmap.replacing("measures", measure.model_copy(update={"log": (*measure.log, answer)}))
    found = roadmap.viewpoint(proposed.record)
    refused = entry.model_copy(update={"state": "refused"})
    targets = tuple(refused if one is entry else one for one in found.targets)
    return roadmap.replacing("viewpoints", found.model_copy(update={"targets": targets}))


def _by(approval: Approval) -> str:
    return " ".join(part for part in (approval.body, approval.section) if part)


def _is_replaced(target: Target, approved: Target) -> bool:
    """Whether another target was approved on the same day: there is one at a time."""
    return target.state == "approved" and target.date == approved.date


def as_approved(roadmap: Roadmap, approval: Approval, now: Roadmap) -> Roadmap:
    """Return the version that was approved with what came into force by it.

    The commit that an approval names is the one before it was recorded, so its proposals still wait there: `now`
    shows which of them came into force and which were refused. One that names none was written by hand, perhaps long
    after its day: what is dated later was not approved by it.
    """
    if not approval.commit.strip():
        roadmap = known_after(roadmap, approval.date)
    for proposed in tuple(pending(roadmap)):
        if _came_into_force(proposed, approval, now):
            roadmap = _in_force(roadmap, proposed, approval)
        elif _was_refused(proposed, approval, now):
            roadmap = _not_approved(roadmap, proposed, approval)
    return roadmap


def _was_refused(proposed: Proposed, approval: Approval, now: Roadmap) -> bool:
    """Whether a later roadmap shows that a proposal was not approved."""
    entry = proposed.entry
    if isinstance(entry, LogEntry):
        measure = now.find("measures", proposed.record)
        log = measure.log if isinstance(measure, Measure) else ()
        return any((one.event, one.date) == ("refused", approval.date) for one in log)
    viewpoint = now.find("viewpoints", proposed.record)
    targets = viewpoint.targets if isinstance(viewpoint, Viewpoint) else ()
    return any((one.state, one.date, one.value) == ("refused", entry.date, entry.value) for one in targets)


def _came_into_force(proposed: Proposed, approval: Approval, now: Roadmap) -> bool:
    entry = proposed.entry
    if isinstance(entry, LogEntry):
        measure = now.find("measures", proposed.record)
        if not isinstance(measure, Measure):
            return False
        if entry.to is None:
            return any(one.event == "dropped" and one.date == approval.date for one in measure.log)
        return any((one.date, one.to) == (approval.date, entry.to) for one in measure.moves)
    viewpoint = now.find("viewpoints", proposed.record)
    targets = viewpoint.targets if isinstance(viewpoint, Viewpoint) else ()
    approved = ("approved", approval.date, entry.value)
    return any((one.state, one.date, one.value) == approved for one in targets)
