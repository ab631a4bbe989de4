"""What of the history is asked for: a filter over commits and the changes they made, and the kinds of change.

A change is of one kind, read off its own facts; so a hand edit and a key press are filtered alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from model.meeting import Item
from model.record import Record
from model.records import TABLES, LogEntry, Measure
from model.search import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from model.diff import Change
    from model.entry import Entry
    from model.roadmap import Roadmap

Kind = Literal[
    "added",
    "removed",
    "started",
    "moved",
    "done",
    "dropped",
    "reopened",
    "note",
    "score",
    "target",
    "funding",
    "meeting",
    "action",
    "approval",
    "conflict",
    "other",
]
"""What kind of thing happened; every change is of exactly one."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds in the order in which they are offered."""

_OF_TABLE: Mapping[str, Kind] = {
    "meetings": "meeting",
    "proposals": "meeting",
    "approvals": "approval",
    "conflicts": "conflict",
}
_OF_FIELD: Mapping[tuple[str, str], Kind] = {
    ("measures", "moves"): "moved",
    ("measures", "start"): "moved",
    ("measures", "end"): "moved",
    ("measures", "funding"): "funding",
    ("measures", "public"): "note",
    ("measures", "internal"): "note",
    ("viewpoints", "scores"): "score",
    ("viewpoints", "targets"): "target",
    ("meetings", "actions"): "action",
}
_OF_EVENT: Mapping[str, Kind] = {
    "started": "started",
    "moved": "moved",
    "done": "done",
    "dropped": "dropped",
    "ready": "other",
    "reassess": "other",
    "reopened": "reopened",
}
_ENDED = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty filter wants everything, several parts of it have to hold together."""

    record: str = ""
    """Only what changed the record of this id, in whichever table (`T07`, `3/2026`)."""
    table: str = ""
    """Only records of this table."""
    viewpoint: str = ""
    """Only what changed this viewpoint or a measure that serves it."""
    person: str = ""
    """Only what somebody recorded in whose name all of these words occur, without regard to case and marks."""
    meeting: str = ""
    """Only what belongs to the meeting of this number."""
    first: date | None = None
    """Only what was recorded on this day or later."""
    last: date | None = None
    """Only what was recorded on this day or earlier."""
    kinds: frozenset[Kind] = frozenset()
    """Only changes of these kinds; none named means all."""

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return self == Wanted()

    @property
    def picks_changes(self) -> bool:
        """Whether it asks what was changed, not only who recorded it, when and in which meeting."""
        return replace(self, person="", meeting="", first=None, last=None) != Wanted()

    def admits(self, who: str, when: datetime) -> bool:
        """Whether a commit can be wanted as far as its author and time tell; costs next to nothing."""
        day = when.date()
        if (self.first and day < self.first) or (self.last and day > self.last):
            return False
        return not self.person or all(word in folded(who) for word in folded(self.person).split())

    def among(self, changes: Iterable[Change], roadmap: Roadmap | None) -> tuple[Change, ...]:
        """Return the changes that are asked for; `roadmap`, as they left it, tells which viewpoints a measure serves.

        Of a §, those that are about the record or the viewpoint come along.
        """
        return tuple(change for change in changes if self._wants(change, roadmap))

    def matches(self, entry: Entry) -> bool:
        """Whether a commit is asked for.

        One whose file cannot be read tells nothing of any record; what it changed is told with the next that can.
        """
        if not self.admits(entry.who, entry.when) or (self.meeting and self.meeting != entry.meeting):
            return False
        if not self.picks_changes:
            return True
        if entry.began:
            return self._holds(entry.roadmap)
        return any(self._is_own(change) for change in self.among(entry.changes or (), entry.roadmap))

    def _is_own(self, change: Change) -> bool:
        """Whether a change is one of the record itself, where one is asked for, not of a § about it."""
        return not self.record or change.record == self.record

    def _wants(self, change: Change, roadmap: Roadmap | None) -> bool:
        if self.kinds and kind_of(change) not in self.kinds:
            return False
        about = set(_subjects(change))
        if self.record and change.record != self.record and self.record not in about:
            return False
        if self.table and change.table != self.table and not (self.record and self.record in about):
            return False
        return not self.viewpoint or self.viewpoint in about or self.viewpoint in _viewpoints(change, roadmap)

    def _holds(self, roadmap: Roadmap | None) -> bool:
        """Whether the first version has the record or the viewpoint; all that it has was added there."""
        if roadmap is None or (self.kinds and "added" not in self.kinds):
            return False
        tables = [self.table] if self.table else list(TABLES)
        if self.record and not any(roadmap.find(table, self.record) for table in tables):
            return False
        return not self.viewpoint or roadmap.find("viewpoints", self.viewpoint) is not None


def kind_of(change: Change) -> Kind:
    """Return the kind of a change, read off its table, its field and its values."""
    entry = change.after or change.before
    if change.table in _OF_TABLE:
        return _OF_FIELD.get((change.table, change.field or ""), _OF_TABLE[change.table])
    if change.field is None:
        return "removed" if change.after is None else "added"
    if isinstance(entry, LogEntry):
        return _OF_EVENT.get(entry.event, "note")
    if (change.table, change.field) == ("measures", "status"):
        return _of_status(change)
    return _OF_FIELD.get((change.table, change.field), "other")


def decided_in(changes: Iterable[Change]) -> tuple[str, int | None]:
    """Return the meeting that changes name, and the § where they name only one; empty and None where they name none.

    It is what a commit without trailers, a hand edit or a merge, tells of its own place.
    """
    named = list(_places(changes))
    meeting = next((number for number, _ in named if number), "")
    items = {item for number, item in named if number == meeting and item is not None}
    return meeting, items.pop() if len(items) == 1 else None


def _places(changes: Iterable[Change]) -> Iterator[tuple[str, int | None]]:
    for change in changes:
        entry = change.after or change.before
        if change.table == "meetings":
            yield change.record, entry.number if isinstance(entry, Item) and entry.is_handled else None
        elif change.key is not None and isinstance(entry, Record):
            yield getattr(entry, "meeting", ""), getattr(entry, "item", None)


def _of_status(change: Change) -> Kind:
    if change.after in _ENDED:
        return "done" if change.after == "done" else "dropped"
    if change.before in _ENDED:
        return "reopened"
    return "started" if change.after == "active" else "other"


def _subjects(change: Change) -> Iterator[str]:
    for entry in (change.before, change.after):
        if isinstance(entry, Item):
            yield from entry.subjects


def _viewpoints(change: Change, roadmap: Roadmap | None) -> Iterator[str]:
    """Yield the viewpoints that a change is about: itself, or those that its measure serves or served."""
    if change.table == "viewpoints":
        yield change.record
    if change.table != "measures":
        return
    for record in (change.before, change.after, roadmap.find("measures", change.record) if roadmap else None):
        if isinstance(record, Measure):
            yield from record.viewpoints
    if change.field == "viewpoints":
        yield from (*(change.before or ()), *(change.after or ()))
