"""Conflicts of the roadmap: what stands at their place now, and choosing one of the two values for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import ValidationError

from model.check import check
from model.diff import entry_keys, name_of_field, value_of
from model.edits import RefusedError
from model.merging.exact import exactly
from model.merging.fields import strings
from model.plain import plain
from model.record import Record
from model.records import kind_of
from model.roadmap import SINGLE, record_id

if TYPE_CHECKING:
    from model.conflict import Conflict
    from model.problems import Problem
    from model.roadmap import Roadmap

Side = Literal["ours", "theirs", "base", "now"]
"""What to settle on: one of the two values, what was before both, or what stands there by now."""


_PERIOD = {"start": "end", "end": "start", "first": "last", "last": "first"}


class _Gone:
    """What stands at a place whose record or entry is no more."""


GONE: Final = _Gone()
"""The value of a key whose record or entry is not there."""


def is_overtaken(roadmap: Roadmap, conflict: Conflict) -> bool:
    """Whether somebody has edited the place since: neither of the two values stands there any more."""
    now = value_at(roadmap, conflict)
    return not (exactly(now, conflict.ours) or exactly(now, conflict.theirs))


def settled(roadmap: Roadmap, conflict: str, side: Side) -> Roadmap:
    """Return the roadmap with a side's value at the place of a conflict, which is one no more.

    Refused: `no-such-conflict`; for another side than "now" also `conflict-gone` (the record is no more),
    `conflict-overtaken` (the place was edited since) and `conflict-breaks` (the value would not do there, or make
    something else wrong: the problem is in the data). A start that alone would come after the end is settled together
    with it.
    """
    found = next((one for one in roadmap.conflicts if one.id == conflict), None)
    if found is None:
        raise RefusedError("no-such-conflict", conflict=conflict)
    without = roadmap.without("conflicts", conflict)
    if side == "now":
        return without
    now = value_at(roadmap, found)
    if now is GONE:
        raise RefusedError("conflict-gone", conflict=conflict, record=found.record or found.table)
    if is_overtaken(roadmap, found):
        raise RefusedError("conflict-overtaken", conflict=conflict, record=found.record or found.table)
    if exactly(_side(found, side), now):
        return without
    after = _with_side(without, found, side)
    broken = _broken(roadmap, after)
    for other in _of_one_decision(after, found) if broken else ():
        after = _with_side(after.without("conflicts", other.id), other, side)
        broken = _broken(roadmap, after)
    if broken:
        raise RefusedError("conflict-breaks", conflict=conflict, problems=broken)
    return after


def _side(conflict: Conflict, side: Side) -> object:
    return {"ours": conflict.ours, "theirs": conflict.theirs, "base": conflict.base}[side]


def _with_side(roadmap: Roadmap, conflict: Conflict, side: Side) -> Roadmap:
    try:
        return put(roadmap, conflict, _side(conflict, side))
    except ValidationError as error:
        raise RefusedError("conflict-breaks", conflict=conflict.id, problems=()) from error


def _broken(before: Roadmap, after: Roadmap) -> tuple[Problem, ...]:
    """Return the errors that settling would bring."""
    known = {(one.code, one.table, one.record, one.key) for one in check(before)}
    found = (one for one in check(after) if one.severity == "error")
    return tuple(one for one in found if (one.code, one.table, one.record, one.key) not in known)


def _of_one_decision(roadmap: Roadmap, conflict: Conflict) -> tuple[Conflict, ...]:
    """Return the conflicts about the other end of the same period: who moves a measure moves both."""
    if conflict.field not in _PERIOD:
        return ()
    return tuple(
        one
        for one in roadmap.conflicts
        if (one.table, one.record, one.field) == (conflict.table, conflict.record, _PERIOD[conflict.field])
        and not is_overtaken(roadmap, one)
    )


def value_at(roadmap: Roadmap, place: Conflict) -> Any:  # noqa: ANN401 - a TOML value of any kind, or GONE
    """Return what stands at a conflict's place as a conflict would say it: None for absent, GONE without its record."""
    record = roadmap.find(place.table, place.record)
    if not place.field:
        return None if record is None else plain(record)
    key, _, inner = place.field.partition(".") if place.entry else (place.field, "", "")
    if record is not None and place.entry:
        found = _entry(record, key, place.entry)
        if not inner:
            return None if found is None else plain(found)
        record, key = found, inner
    if record is None:
        return GONE
    value = plain(value_of(record, name_of_field(type(record), key)))
    return None if value in ("", []) and not isinstance(value, bool) else value


def put(roadmap: Roadmap, place: Conflict, value: object) -> Roadmap:
    """Return the roadmap with a TOML value at a conflict's place, or without what stands there where it is None.

    Raises ValidationError for a value that will not do there.
    """
    record = roadmap.find(place.table, place.record)
    if not place.field:
        return _with_record(roadmap, place, value)
    if record is None:
        return roadmap
    values = plain(record)
    if place.entry:
        key, _, inner = place.field.partition(".")
        values[key] = _with_entry(record, (key, place.entry, inner), value)
    elif value is None:
        values.pop(place.field, None)
    else:
        values[place.field] = value
    changed = type(record).model_validate(_complete(type(record), values))
    if place.table in SINGLE:
        return roadmap.model_copy(update={SINGLE[place.table]: changed})
    return roadmap.replacing(place.table, changed, name=place.record)


def _with_record(roadmap: Roadmap, place: Conflict, value: object) -> Roadmap:
    table, name = place.table, place.record
    is_there = roadmap.find(table, name) is not None
    if value is None:
        return roadmap.without(table, name) if is_there else roadmap
    record = kind_of(table).model_validate(value)
    if is_there:
        return roadmap.replacing(table, record, name=name)
    return roadmap.adding(table, record) if roadmap.find(table, record_id(record)) is None else roadmap


def _with_entry(record: Record, place: tuple[str, tuple[str, ...], str], value: object) -> list[Any]:
    """Return a nested list as TOML with an entry, or a key of it, set or taken out."""
    key, name, inner = place
    entries: list[Any] = list(value_of(record, name_of_field(type(record), key)) or ())
    found = _entry(record, key, name)
    at = next((number for number, entry in enumerate(entries) if entry is found), len(entries))
    values = [plain(entry) for entry in entries]
    if not inner:
        values[at : at + 1] = [] if value is None else [value]
    elif found is not None:
        changed = {**values[at], inner: value}
        if value is None:
            del changed[inner]
        values[at] = _complete(type(found), changed)
    return values


def _complete(kind: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """Return values in which a text that must be there is at least empty."""
    lacks = {
        field.alias or name: ""
        for name, field in kind.model_fields.items()
        if field.is_required() and field.annotation is str and (field.alias or name) not in values
    }
    return {**values, **lacks}


def _entry(record: Record, key: str, name: tuple[str, ...]) -> Record | None:
    entries = value_of(record, name_of_field(type(record), key)) or ()
    if not all(isinstance(entry, Record) for entry in entries):
        return None
    found = zip(entry_keys(entries), entries, strict=True)
    return next((entry for own, entry in found if strings(own) == name), None)
