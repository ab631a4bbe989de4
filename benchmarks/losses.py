"""What a merge left out: the changes of either side that the result does not have and that no conflict tells of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from model.diff import diff, entry_keys, name_of_field, value_of
from model.merging.agendas import aligned
from model.merging.exact import exactly
from model.merging.names import brought_together
from model.record import Record

if TYPE_CHECKING:
    from model.diff import Change
    from model.roadmap import Roadmap


def lost(base: Roadmap, ours: Roadmap, theirs: Roadmap, *, merged: Roadmap) -> list[Change]:
    """Return the changes that went unheard; ids and numbers are compared as the merge gave them."""
    base, ours, theirs = aligned(*brought_together(base, ours, theirs))
    told = {(one.table, one.record) for one in merged.conflicts}
    return [
        change
        for side in (ours, theirs)
        for change in diff(base, side)
        if change.table != "conflicts" and (change.table, change.record) not in told and not _holds(change, merged)
    ]


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
            return set(entry_keys(after)) <= set(entry_keys(now))
        return Counter(after) - Counter(before or ()) <= Counter(now)
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
