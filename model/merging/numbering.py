"""A meeting with other numbers for its §§ and tasks, and what refers to a § after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from model import presence
from model.meeting import Meeting
from model.records import Measure, Viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.meeting import Action, Item
    from model.record import Record
    from model.roadmap import Roadmap

_STAMPED = ("moves", "log", "scores", "targets")


@dataclass(slots=True)
class Numbers:
    """What numbers of one version of a meeting become, old to new."""

    items: dict[int, int] = field(default_factory=dict)
    actions: dict[int, int] = field(default_factory=dict)
    handled: set[int] = field(default_factory=set)
    """The §§, by their old number, that were handled under it: they remember it."""
    tasks: set[int] = field(default_factory=set)
    """The tasks that do."""


def numbered(roadmap: Roadmap, meeting: str, numbers: Numbers) -> Roadmap:
    """Return a version in which the §§ and tasks of a meeting have their new numbers, and references follow."""
    found = roadmap.find("meetings", meeting)
    if not isinstance(found, Meeting) or not (numbers.items or numbers.actions):
        return roadmap
    items = sorted((_item(item, numbers) for item in found.items), key=lambda item: item.number)
    update: dict[str, Any] = {
        "items": tuple(items),
        "actions": tuple(_action(action, numbers) for action in found.actions),
        "attendance": presence.renumbered(found.attendance, numbers.items),
    }
    roadmap = roadmap.replacing("meetings", found.model_copy(update=update))
    if not numbers.items:
        return roadmap
    tables = {
        table: tuple(_stamped(record, meeting, numbers.items) for record in roadmap.table(table))
        for table in ("measures", "viewpoints")
    }
    return roadmap.model_copy(update=tables)


def _item(item: Item, numbers: Numbers) -> Item:
    new = numbers.items.get(item.number)
    if new is None:
        return item
    was = {"formerly": item.number} if item.number in numbers.handled else {}
    return item.model_copy(update={"number": new, **was})


def _action(action: Action, numbers: Numbers) -> Action:
    new = numbers.actions.get(action.number)
    fields: dict[str, Any] = {} if new is None else {"number": new}
    if action.number in numbers.tasks:
        fields["formerly"] = action.number
    if action.item in numbers.items:
        fields["item"] = numbers.items[action.item]
    return action.model_copy(update=fields) if fields else action


def _stamped(record: Record, meeting: str, items: Mapping[int, int]) -> Record:
    """Return a record whose dated entries name the § of a meeting by its new number."""
    assert isinstance(record, Measure | Viewpoint)
    update = {}
    for name in _STAMPED:
        entries: Iterable[Any] = getattr(record, name, ())
        if any(entry.meeting == meeting and entry.item in items for entry in entries):
            update[name] = tuple(
                entry.model_copy(update={"item": items[entry.item]})
                if entry.meeting == meeting and entry.item in items
                else entry
                for entry in entries
            )
    return record.model_copy(update=update) if update else record
