"""Whose decision a change is: that of the digital team, or of the body that approves changes once a year.

Every change is of one kind; the list `approves` of `[roadmap]` names the kinds that the approving body decides.
What is not in it the team decides.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from model.records import LogEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from model.diff import Change
    from model.records import Head
    from model.values import Event

Power = Literal[
    "add",
    "drop",
    "owner",
    "period",
    "target",
    "focus",
    "status",
    "notes",
    "funding",
    "level",
    "content",
    "team",
    "actions",
]
"""The kinds of change: a measure or goal added or dropped, who answers for it, when it is done, target levels, focus
areas; status, notes, money, levels, what it says, the team and the roadmap's own settings, meetings and tasks."""
POWERS: tuple[Power, ...] = get_args(Power)

_FIELDS: Mapping[str, Mapping[str, Power]] = {
    "roadmap": {"first": "period", "last": "period"},
    "viewpoints": {"targets": "target", "focus": "focus", "scores": "level"},
    "indicators": {"targets": "target", "values": "level", "keeper": "owner"},
    "measures": {
        "responsible": "owner",
        "start": "period",
        "end": "period",
        "moves": "period",
        "status": "status",
        "home": "status",
        "lesson": "status",
        "continuation": "notes",
        "funding": "funding",
        "public": "notes",
        "internal": "notes",
    },
}
_USUAL: Mapping[str, Power] = {
    "roadmap": "team",
    "scale": "team",
    "sectors": "team",
    "members": "team",
    "goals": "content",
    "viewpoints": "content",
    "surveys": "level",
    "indicators": "content",
    "services": "content",
    "measures": "content",
    "meetings": "actions",
    "proposals": "actions",
}
_EVENTS: Mapping[Event, Power] = {
    "started": "status",
    "done": "status",
    "reopened": "status",
    "moved": "period",
    "dropped": "drop",
    "ready": "status",
    "reassess": "status",
}
_DEALT_OUT = frozenset({"goals", "viewpoints", "indicators", "measures"})
"""Tables of which a whole record that comes or goes is the approving body's matter."""


class Shares(NamedTuple):
    """Changes by whose decision they are."""

    approver: tuple[Change, ...]
    team: tuple[Change, ...]


def shares(changes: Iterable[Change], head: Head) -> Shares:
    """Part changes by whose decision they are; what is nobody's, such as an approval itself, is in neither."""
    approver: list[Change] = []
    team: list[Change] = []
    for _, group in groupby(changes, key=lambda change: (change.table, change.record)):
        about = tuple(group)
        for change in about:
            if kind := power(change, about):
                (approver if kind in head.approves else team).append(change)
    return Shares(tuple(approver), tuple(team))


def power(change: Change, about: Sequence[Change] = ()) -> Power | None:
    """Return of which kind a change is, None for an approval or a conflict; `about` are all changes of its record.

    Dropping a measure changes its status and its log: both are of the kind `drop`, as is opening it again.
    """
    if change.table not in _USUAL:
        return None
    if change.field is None:
        if change.table in _DEALT_OUT:
            return "drop" if change.after is None else "add"
        return _USUAL[change.table]
    if change.table == "measures":
        entry = change.after or change.before
        if isinstance(entry, LogEntry):
            kind = _EVENTS.get(entry.event, "notes")
            return "drop" if entry.event == "reopened" and _drops(about) else kind
        if change.field in ("status", "lesson") and _drops((*about, change)):
            return "drop"
    return _FIELDS.get(change.table, {}).get(change.field, _USUAL[change.table])


def unknown_powers(head: Head) -> tuple[str, ...]:
    """Return the words of `approves` that name no kind of change."""
    return tuple(word for word in head.approves if word not in POWERS)


def _drops(changes: Iterable[Change]) -> bool:
    """Whether a measure was dropped before these changes, or is after them."""
    return any(change.field == "status" and "dropped" in (change.before, change.after) for change in changes)
