"""The minutes after the meeting: draft, checked, published; locked from checking on, and reopened with a trace.

What checking locks is what was said and decided. How far the tasks and decisions have come is told afterwards
and stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.edits import RefusedError
from model.meeting import Meeting, Reopening
from model.search import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from model.record import Record
    from model.roadmap import Roadmap

_STAGES: dict[str, Any] = {
    "state": "draft",
    "checked": None,
    "checked_by": "",
    "published": None,
    "published_to": "",
    "digest": "",
    "reopenings": (),
}
"""The fields that tell how far the minutes are, as they stand in a draft."""
_STAMPED = {"measures": ("moves", "log"), "viewpoints": ("scores", "targets")}
"""The dated entries of other records that name the meeting in which they were made."""


def is_locked(meeting: Meeting) -> bool:
    """Whether the minutes have been checked: nothing of the meeting changes any more unless it is reopened."""
    return meeting.state != "draft"


def writable(meeting: Meeting) -> Meeting:
    """Return the meeting if it may be changed; raise RefusedError("meeting-locked") once its minutes are checked."""
    if is_locked(meeting):
        raise RefusedError("meeting-locked", meeting=meeting.number)
    return meeting


def check(roadmap: Roadmap, number: str, day: date, *, by: str) -> Roadmap:
    """Lock the minutes of a closed meeting as checked on a day by somebody, or by a later meeting, `4/2026 § 3`.

    Refused: a meeting that is not over, minutes checked already, and nobody.
    """
    meeting = roadmap.meeting(number)
    if is_locked(meeting):
        raise RefusedError("already-checked", meeting=number)
    if meeting.closed is None:
        raise RefusedError("meeting-not-closed", meeting=number)
    if not by.strip():
        raise RefusedError("empty-text", field="checked_by")
    return _staged(roadmap, meeting, state="checked", checked=day, checked_by=by.strip())


def publish(roadmap: Roadmap, number: str, day: date, *, to: str, digest: str = "") -> Roadmap:
    """Record where checked minutes were published, and the digest of their text; once more where they also went.

    Refused: minutes that nobody has checked, and nowhere.
    """
    meeting = roadmap.meeting(number)
    if not is_locked(meeting):
        raise RefusedError("not-checked", meeting=number)
    if not to.strip():
        raise RefusedError("empty-text", field="published_to")
    return _staged(roadmap, meeting, state="published", published=day, published_to=to.strip(), digest=digest)


def reopen(roadmap: Roadmap, number: str, day: date, *, reason: str, by: str = "") -> Roadmap:
    """Make checked minutes a draft again; why, when and by whom stays on record.

    Refused: a draft, and no reason.
    """
    meeting = roadmap.meeting(number)
    if not is_locked(meeting):
        raise RefusedError("not-checked", meeting=number)
    if not reason.strip():
        raise RefusedError("empty-text", field="reason")
    known = {old.reason for old in meeting.reopenings if old.date == day}
    trace = Reopening(date=day, reason=_new(reason.strip(), known), by=by.strip())
    return _staged(roadmap, meeting, **{**_STAGES, "reopenings": (*meeting.reopenings, trace)})


def approved_in(roadmap: Roadmap, meeting: Meeting) -> tuple[str, int] | None:
    """Return the meeting whose minutes a later one approved and that still wait to be checked, and the § of it.

    That is the last one held before it; a § on the previous minutes that approved them checks them.
    """
    item = next((one for one in meeting.items if one.kind == "previous" and one.outcome == "approved"), None)
    held = [
        m for m in roadmap.meetings if m.closed is not None and m.date <= meeting.date and m.number != meeting.number
    ]
    before = max(held, key=lambda m: (m.date, sort_key(m.number)), default=None)
    if item is None or before is None or is_locked(before):
        return None
    return before.number, item.number


def respected(before: Roadmap, after: Roadmap, *, is_step: bool = False) -> Roadmap:
    """Return `after` if it leaves checked minutes as they are; raise RefusedError("meeting-locked").

    How far tasks and decisions are put into practice may change, and so may the stage of the minutes; a draft
    they become only by being reopened or, where it `is_step` back or forth, when the checking itself is undone.
    """
    locked = {meeting.number: meeting for meeting in before.meetings if is_locked(meeting)}
    for number, meeting in locked.items():
        found = after.find("meetings", number)
        if found is meeting:
            continue
        if not (
            isinstance(found, Meeting) and same_minutes(meeting, found) and (is_step or _is_staged(meeting, found))
        ):
            raise RefusedError("meeting-locked", meeting=number)
    if changed := next((n for n in _restamped(before, after) if n in locked), ""):
        raise RefusedError("meeting-locked", meeting=changed)
    return after


def _staged(roadmap: Roadmap, meeting: Meeting, **fields: object) -> Roadmap:
    return roadmap.replacing("meetings", meeting.model_copy(update=fields))


def _new(reason: str, known: set[str]) -> str:
    """Return a reason that no other reopening of the day has, for day and reason tell them apart."""
    return next(text for n in range(len(known) + 1) if (text := f"{reason} ({n + 1})" if n else reason) not in known)


def same_minutes(before: Meeting, after: Meeting) -> bool:
    """Whether two versions of a meeting say the same but for what checking does not lock."""
    return _locked_part(before) == _locked_part(after)


def _is_staged(before: Meeting, after: Meeting) -> bool:
    """Whether checked minutes stay locked or were reopened, and every earlier reopening still stands."""
    reopened = after.reopenings[: len(before.reopenings)] == before.reopenings
    opens = len(after.reopenings) > len(before.reopenings)
    return reopened and (is_locked(after) or opens)


def _locked_part(meeting: Meeting) -> Meeting:
    """Return a meeting without its stage and without what happens to its tasks and decisions afterwards."""
    items = tuple(item.model_copy(update={"enactment": None, "enacted": None}) for item in meeting.items)
    actions = tuple(action.model_copy(update={"state": "open", "done": None}) for action in meeting.actions)
    return meeting.model_copy(update={**_STAGES, "items": items, "actions": actions})


def _restamped(before: Roadmap, after: Roadmap) -> Iterator[str]:
    """Yield the numbers of the meetings in whose name entries of measures and viewpoints came, changed or went."""
    for table, fields in _STAMPED.items():
        known = {id(record) for record in before.table(table)}
        for record in after.table(table):
            if id(record) in known:
                continue
            old = before.find(table, str(getattr(record, "id", "")))
            was, now = _entries(old, fields), _entries(record, fields)
            yield from (entry.meeting for entry in (*was, *now) if was.count(entry) != now.count(entry))


def _entries(record: Record | None, fields: tuple[str, ...]) -> list[Any]:
    return [entry for field in fields for entry in getattr(record, field, ())]
