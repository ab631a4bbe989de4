"""What a merge left out: the changes of either side that the result does not have and that no conflict tells of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from model.diff import diff, entry_keys, name_of_field, value_of
from model.merging.agendas import aligned
from model.merging.exact import exactly
from model.merging.fields import strings
from model.merging.names import brought_together
from model.record import Record

if TYPE_CHECKING:
    from model.conflict import Conflict
    from model.diff import Change
    from model.roadmap import Roadmap


def lost(base: Roadmap, ours: Roadmap, theirs: Roadmap, *, merged: Roadmap) -> list[Change]:
    """Return the changes that went unheard; ids and numbers are compared as the merge gave them."""
    base, ours, theirs = aligned(*brought_together(base, ours, theirs))
    return [
        change
        for side in (ours, theirs)
        for change in diff(base, side)
        if change.table != "conflicts"
        and not any(is_about(one, change) for one in merged.conflicts)
        and not _holds(change, merged)
    ]


def is_about(conflict: Conflict, change: Change) -> bool:
    """Whether a conflict tells of the very place of a change: its record, its field, its entry."""
    if (conflict.table, conflict.record) != (change.table, change.record):
        return False
    if not conflict.field or change.field is None:
        return True
    key = conflict.field.partition(".")[0] if conflict.entry else conflict.field
    return key == change.field and (change.key is None or conflict.entry in ((), strings(change.key)))


def _holds(change: Change, merged: Roadmap) -> bool:
    """Whether a roadmap has what a change made."""
    record = merged.find(change.table, change.record)
    if change.field is None:
        return _kept(change.before, change.after, record)
    if record is None:
        return False
    now = value_of(record, name_of_field(type(record), change.field))
    if change.key is not None:
        now = dict(zip(entry_keys(now or ()), now or (), strict=True)).get(change.key)
    return _kept(change.before, change.after, now)


def _kept(before: Any, after: Any, now: Any) -> bool:  # noqa: ANN401 - a value of any field
    """Whether what came is there and what went is not; of a list or a text its parts."""
    if exactly(after, now):
        return True
    if isinstance(after, Record) and isinstance(now, Record):
        return _fields_kept(before or type(after).model_construct(), after, now)
    if isinstance(after, tuple) and isinstance(now, tuple):
        if any(isinstance(entry, Record) for entry in (*after, *now)):
            has = dict(zip(entry_keys(now), now, strict=True))
            return all(_kept(None, one, has.get(key)) for key, one in zip(entry_keys(after), after, strict=True))
        gone = Counter(before or ()) - Counter(after)
        return Counter(after) - Counter(before or ()) <= Counter(now) and not gone & Counter(now)
    if isinstance(after, str) and isinstance(now, str):
        return set(after.split("\n")) - set(str(before or "").split("\n")) <= set(now.split("\n"))
    return False


def _fields_kept(before: Record, after: Record, now: Record) -> bool:
    for name in (*type(after).model_fields, *(after.model_extra or {})):
        was = before.__dict__.get(name) if name in type(before).model_fields else value_of(before, name)
        new = value_of(after, name)
        if name not in after.KEY and not exactly(was, new) and not _kept(was, new, value_of(now, name)):
            return False
    return True
