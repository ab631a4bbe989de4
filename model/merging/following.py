"""A version of the roadmap with other ids: the records under their new ones, and what refers to them after them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from model.conflict import Conflict
from model.indicator import Indicator
from model.meeting import Action, Item, Meeting
from model.record import Record
from model.records import Goal, LogEntry, Measure, Move, Proposal, Score, Target, Viewpoint
from model.roadmap import record_id

if TYPE_CHECKING:
    from model.roadmap import Roadmap

Names = Mapping[tuple[str, str], str]
"""New ids by table and old id: `("measures", "T24"): "T26"`."""

NUMBERED: Mapping[str, type[Record]] = {
    "goals": Goal,
    "indicators": Indicator,
    "measures": Measure,
    "meetings": Meeting,
    "proposals": Proposal,
}
"""Tables whose ids are numbers given one after the other: two copies may give one number to two things."""

_MEETING = {"meeting": ("meetings",)}
_ABOUT = ("measures", "viewpoints", "indicators", "goals")
_REFERS: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Measure: {"goals": ("goals",), "indicators": ("indicators",)},
    Indicator: {"goals": ("goals",)},
    LogEntry: _MEETING,
    Move: _MEETING,
    Score: _MEETING,
    Target: _MEETING,
    Item: {"subjects": _ABOUT, "origin": ("proposals",)},
    Action: {"subject": _ABOUT},
}
"""For each class the fields that hold the ids of such records, and in which tables those are."""
_HOLDERS = (Measure, Indicator, Viewpoint, Meeting, Conflict)


def renamed(roadmap: Roadmap, names: Names, *, formerly: bool = False) -> Roadmap:
    """Return the roadmap with records under other ids and every reference following; with a note of the old id."""
    if not names:
        return roadmap
    update: dict[str, object] = {}
    for table in (*NUMBERED, "viewpoints", "conflicts"):
        records = tuple(_renamed(table, record, names, formerly=formerly) for record in roadmap.table(table))
        if any(new is not old for new, old in zip(records, roadmap.table(table), strict=True)):
            update[table] = records
    return roadmap.model_copy(update=update)


def _renamed(table: str, record: Record, names: Names, *, formerly: bool) -> Record:
    fields: dict[str, Any] = {}
    if isinstance(record, Conflict):
        new = names.get((record.table, record.record))
        fields = {"record": new} if new else {}
    elif new := names.get((table, record_id(record))):
        fields = {record.KEY[0]: new}
        if formerly:
            fields["formerly"] = record_id(record)
    if isinstance(record, _HOLDERS):
        fields |= _followed(record, names)
    return record.model_copy(update=fields) if fields else record


def _followed(record: Record, names: Names) -> dict[str, Any]:
    """Return the fields in which something refers to a record that has another id now."""
    fields: dict[str, Any] = {}
    refers = _REFERS.get(type(record), {})
    for name, value in record.__dict__.items():
        if name in refers:
            new = _reference(value, refers[name], names)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            new = tuple(entry.model_copy(update=_followed(entry, names)) for entry in value)
        else:
            continue
        if new != value:
            fields[name] = new
    return fields


def _reference(value: Any, tables: tuple[str, ...], names: Names) -> Any:  # noqa: ANN401 - an id, some ids or None
    if isinstance(value, tuple):
        return tuple(_reference(part, tables, names) for part in value)
    return next((names[table, value] for table in tables if (table, value) in names), value)
