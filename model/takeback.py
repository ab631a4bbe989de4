"""Taking back one old decision without losing later ones: by record and field, on the roadmap as it is now.

Only what still stands as the decision left it goes back to what it was before; what is so already is passed over.
Lists of names go back as sets, and an entry of a nested list field by field, so that what was added to them later
stays. What belongs together goes back together: a postponement and its half-year, an event and its status, and the §
that decided it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from model import minuting
from model.check import check
from model.diff import Change, ChangedMeanwhileError, apply, entry_keys, name_of_field, value_of, with_field
from model.edits import RefusedError
from model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from model.entry import Entry
    from model.roadmap import Roadmap

_TOGETHER = (frozenset({"moves", "start", "end"}), frozenset({"log", "status", "home", "lesson"}))
"""Fields of a measure of which the first, a dated entry, explains the others."""
_TURNING = frozenset({"started", "done", "dropped", "ready", "reassess", "reopened"})
"""Events that give a measure its status."""


class StandsOnItError(RefusedError):
    """A later decision stands on what was to be taken back; `later` is None where it has not been recorded."""

    def __init__(self, code: str, later: Entry | None, **data: object) -> None:
        """Remember why, and which decision it is."""
        super().__init__(code, **data)
        self.later = later


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a decision is taken back: what it did to one record, or to a field of it; empty is all of it."""

    record: str = ""
    field: str = ""

    def covers(self, change: Change) -> bool:
        """Whether a change is of this part."""
        return self.record in ("", change.record) and self.field in ("", change.field)


WHOLE = Part()


def taken_back(
    roadmap: Roadmap, changes: Sequence[Change], *, part: Part = WHOLE, later: Iterable[Entry] = ()
) -> Roadmap:
    """Return the roadmap without an old decision, or without a part of it.

    `changes` are what the decision changed; `later` what was recorded since, newest first, read only where something
    stands in the way. Refused with RefusedError: `nothing-of-it`, `taken-back-already`, `decided-together` (item,
    records), `would-be-wrong` (problem), `meeting-locked` (meeting), and with StandsOnItError: `changed-since`,
    `changed-unrecorded` and `removed-since` (record, field).
    """
    wanted = covered(changes, part)
    if not wanted:
        raise RefusedError("nothing-of-it", record=part.record, field=part.field)
    try:
        back = [found for change in reversed(wanted) if (found := _back(roadmap, change)) is not None]
        after = apply(roadmap, back)
    except ChangedMeanwhileError as error:
        raise _standing(roadmap, error.change, later) from error
    if not back:
        raise RefusedError("taken-back-already")
    _refuse_new_problems(roadmap, after)
    return minuting.respected(roadmap, after)


def covered(changes: Sequence[Change], part: Part) -> tuple[Change, ...]:
    """Return the changes that a part of a decision takes in, with those that stand and fall with them.

    Raises RefusedError("decided-together") where a § decided on other records at once.
    """
    taken = [change for change in changes if part.covers(change)]
    for change in taken:  # the list grows while it is walked
        taken.extend(other for other in changes if other not in taken and _belong(change, other, changes))
    others = tuple(dict.fromkeys(c.record for c in taken if part.record not in ("", c.record) and not _is_item(c)))
    if others:
        raise RefusedError("decided-together", record=part.record, records=others)
    return tuple(change for change in changes if change in taken)


def _belong(one: Change, other: Change, changes: Sequence[Change]) -> bool:
    """Whether two changes of one decision stand and fall together."""
    if (one.table, one.record) == (other.table, other.record):
        return any({one.field, other.field} <= fields for fields in _explained(one, changes))
    return _is_decided_in(one, other) or _is_decided_in(other, one)


def _explained(place: Change, changes: Sequence[Change]) -> Iterable[frozenset[str]]:
    """Yield the fields of a record that a dated entry among the changes explains."""
    entries = [c for c in changes if (c.table, c.record) == (place.table, place.record) and c.key is not None]
    for change in entries:
        entry = change.after or change.before
        if change.field == "moves" or (change.field == "log" and entry.event in _TURNING):
            yield next(fields for fields in _TOGETHER if change.field in fields)


def _is_decided_in(entry: Change, item: Change) -> bool:
    """Whether a dated entry came from the § of a meeting."""
    of, section = entry.after or entry.before, item.after or item.before
    if not _is_item(item) or entry.key is None or not isinstance(of, Record):
        return False
    return (getattr(of, "meeting", ""), getattr(of, "item", None)) == (item.record, section.number)


def _is_item(change: Change) -> bool:
    return change.table == "meetings" and change.field == "items"


def _back(roadmap: Roadmap, change: Change) -> Change | None:
    """Return what takes a change back as things are now; None where they are as before it.

    Raises RefusedError, and ChangedMeanwhileError where something else stands there now.
    """
    actual = roadmap.find(change.table, change.record)
    if change.field is None:
        return _turned(change, actual)
    if actual is None:
        raise ChangedMeanwhileError(change, None)
    value = value_of(actual, name_of_field(type(actual), change.field))
    if change.key is None:
        earlier = _earlier(change, value, lists=change.table != "scale")
        return None if _same(earlier, value) else replace(change, before=value, after=earlier)
    entries = value or ()
    entry = dict(zip(entry_keys(entries), entries, strict=True)).get(change.key)
    if entry is not None and change.before is not None and change.after is not None:
        edited = _entry(change, entry)
        return None if edited == entry else replace(change, before=entry, after=edited)
    return _turned(change, entry)


def _turned(change: Change, actual: Record | None) -> Change | None:
    """Return what removes a record or an entry again, or brings it back; what has changed since is left alone."""
    if actual == change.before:
        return None
    if actual != change.after:
        raise ChangedMeanwhileError(change, actual)
    return replace(change, before=change.after, after=change.before)


def _entry(change: Change, actual: Record) -> Record:
    """Return an entry with those fields as before that the change touched."""
    for name in (*type(actual).model_fields, *(actual.model_extra or {})):
        was, became = value_of(change.before, name), value_of(change.after, name)
        if not _same(was, became):
            field = replace(change, before=was, after=became)
            actual = with_field(actual, name, _earlier(field, value_of(actual, name), lists=True))
    return actual


def _earlier(change: Change, actual: Any, *, lists: bool) -> Any:  # noqa: ANN401 - a field holds anything
    """Return the value of a field from before a change, with what has been added to a list since."""
    if _same(actual, change.after) or _same(actual, change.before):
        return change.before
    if lists and all(isinstance(value, tuple) for value in (actual, change.before, change.after)):
        kept = [name for name in actual if name in change.before or name not in change.after]
        return (*kept, *(name for name in change.before if name not in change.after and name not in kept))
    raise ChangedMeanwhileError(change, actual)


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _standing(roadmap: Roadmap, change: Change, later: Iterable[Entry]) -> StandsOnItError:
    """Return the refusal that names the newest decision about the same place."""
    pairs = ((one, other) for one in later for other in one.changes or () if _touches(other, change))
    decision, found = next(pairs, (None, change))
    code = "changed-since" if decision else "changed-unrecorded"
    if change.field is not None and roadmap.find(change.table, change.record) is None:
        code = "removed-since"
    return StandsOnItError(
        code, decision, record=change.record or change.table, field=found.field or change.field or "id"
    )


def _touches(one: Change, other: Change) -> bool:
    """Whether two changes are of one place; a whole record is the place of all its fields."""
    if (one.table, one.record) != (other.table, other.record):
        return False
    return None in (one.field, other.field) or (one.field, one.key) == (other.field, other.key)


def _refuse_new_problems(before: Roadmap, after: Roadmap) -> None:
    """Raise where something would be wrong that was not: a record that others name would be gone, for one."""
    known = check(before)
    found = next((problem for problem in check(after) if problem not in known), None)
    if found:
        raise RefusedError("would-be-wrong", problem=found)
