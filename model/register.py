"""The register: every decision and every task of all meetings as values that can be searched and filtered.

A decision's own text is never changed here; what became of it is computed by `model.enactment`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from model.enactment import Enacted, decides, enacted, is_formal
from model.records import Measure
from model.search import folded, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from model.meeting import Action, Item, Meeting
    from model.roadmap import Roadmap

PLACE = re.compile(r"([^\s§]+)\s*§\s*(\d{1,9})")
"""How the place of a decision is typed, `3/2026§5` or `3/2026 § 5`: its meeting and its §."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a § of a meeting decided, and what became of it."""

    meeting: str
    decided: date
    """The day of the meeting."""
    item: Item
    sectors: tuple[str, ...]
    """Ids of the branches that it concerns: those of its measures, and of who has to do something about it."""
    roles: tuple[str, ...]
    """Who answers for its measures and its tasks, by id and by role."""
    enacted: Enacted
    words: str = field(repr=False)
    """All words by which it is found, folded."""

    @property
    def is_open(self) -> bool:
        """Whether something of it is known to be left to put into practice."""
        return self.enacted.state in ("open", "under-way")

    @property
    def is_formality(self) -> bool:
        """Whether it is one that every meeting makes, such as approving the agenda, and left nothing to be done."""
        return is_formal(self.item) and self.item.enactment is None and self.enacted.state == "none"


@dataclass(frozen=True, slots=True)
class ActionPoint:
    """A task that a meeting gave."""

    id: str
    """The meeting's number and its own: `3/2026-2`."""
    meeting: str
    decided: date
    """The day of the meeting."""
    action: Action
    sectors: tuple[str, ...]
    """Ids of the branches of who has to do it, and of the measure that it is about."""
    roles: tuple[str, ...]
    """Who has to do it, by id and by role."""
    words: str = field(repr=False)
    """All words by which it is found, folded."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.action.state == "open"

    def is_overdue(self, day: date) -> bool:
        """Whether it should have been done before a day."""
        return self.is_open and self.action.due is not None and self.action.due < day


Entry = TypeVar("Entry", Decision, ActionPoint)


def decisions(roadmap: Roadmap) -> tuple[Decision, ...]:
    """Return the decisions of all meetings: the latest meeting first, in a meeting by §."""
    return tuple(
        _decision(roadmap, meeting, item)
        for meeting in _latest_first(roadmap)
        for item in sorted(meeting.items, key=lambda item: item.number)
        if decides(item)
    )


def actions(roadmap: Roadmap) -> tuple[ActionPoint, ...]:
    """Return the tasks of all meetings: the open ones by when they are due, then the others, the latest first."""
    found = [_action(roadmap, meeting, action) for meeting in _latest_first(roadmap) for action in meeting.actions]
    left = [point for point in found if point.is_open]
    left.sort(key=lambda point: (point.action.due is None, point.action.due or point.decided, sort_key(point.id)))
    return (*left, *(point for point in found if not point.is_open))


def fitting(
    entries: Iterable[Entry],
    *,
    query: str = "",
    sector: str = "",
    meeting: str = "",
    owner: str = "",
    open_only: bool = False,
) -> tuple[Entry, ...]:
    """Return the entries that fit every filter that is given, in their order.

    Every word of the query has to occur; `sector` is an id, `meeting` a number, `owner` a part of a role or an id.
    """
    words, who = folded(query).split(), folded(owner)
    return tuple(
        entry
        for entry in entries
        if all(word in entry.words for word in words)
        and (not sector or sector in entry.sectors)
        and (not meeting or meeting == entry.meeting)
        and (not who or any(who in folded(role) for role in entry.roles))
        and (entry.is_open or not open_only)
    )


def action_id(meeting: str, number: int) -> str:
    """Return what a task is called everywhere: `3/2026-2`."""
    return f"{meeting}-{number}"


def _decision(roadmap: Roadmap, meeting: Meeting, item: Item) -> Decision:
    measures = [found for name in item.subjects if isinstance(found := roadmap.find("measures", name), Measure)]
    tasks = [action for action in meeting.actions if action.item == item.number]
    roles = tuple(dict.fromkeys((*_roles(roadmap, (m.responsible for m in measures)), *_given(roadmap, tasks))))
    sectors = _sectors(roadmap, measures, roles)
    said = (item.heading, item.decision, item.background, item.proposal, item.discussion, *_titles(measures))
    about = (meeting.number, f"§ {item.number}", *item.subjects, *_named(roadmap, item.subjects), *roles)
    spoken = " ".join(map(folded, (*about, *said, *(task.task for task in tasks), *_branches(roadmap, sectors))))
    return Decision(
        meeting.number,
        meeting.date,
        item,
        sectors=sectors,
        roles=roles,
        enacted=enacted(roadmap, meeting, item),
        words=spoken,
    )


def _action(roadmap: Roadmap, meeting: Meeting, action: Action) -> ActionPoint:
    subject = roadmap.find("measures", action.subject)
    measures = [subject] if isinstance(subject, Measure) else []
    roles = _given(roadmap, [action])
    sectors = _sectors(roadmap, measures, roles)
    name = action_id(meeting.number, action.number)
    said = (name, action.task, action.subject, *_titles(measures), *roles, *_branches(roadmap, sectors))
    return ActionPoint(
        name,
        meeting.number,
        meeting.date,
        action=action,
        sectors=sectors,
        roles=roles,
        words=" ".join(map(folded, said)),
    )


def _latest_first(roadmap: Roadmap) -> list[Meeting]:
    return sorted(roadmap.meetings, key=lambda m: (m.date, sort_key(m.number)), reverse=True)


def _given(roadmap: Roadmap, tasks: Iterable[Action]) -> tuple[str, ...]:
    return tuple(_roles(roadmap, (task.who for task in tasks)))


def _roles(roadmap: Roadmap, names: Iterable[str]) -> Iterator[str]:
    """Yield who is meant, as it stands and by the role of the member whose id it is."""
    for name in names:
        if name.strip():
            yield name
            if role := getattr(roadmap.find("members", name), "role", ""):
                yield str(role)


def _sectors(roadmap: Roadmap, measures: Iterable[Measure], roles: Iterable[str]) -> tuple[str, ...]:
    called = {folded(role) for role in roles}
    members = (m.sector for m in roadmap.members if m.sector and {folded(m.id), folded(m.role)} & called)
    return tuple(dict.fromkeys((*(sector for m in measures for sector in m.sectors), *members)))


def _branches(roadmap: Roadmap, sectors: Iterable[str]) -> Iterator[str]:
    return (str(getattr(roadmap.find("sectors", sector), "name", sector)) for sector in sectors)


def _titles(measures: Iterable[Measure]) -> Iterator[str]:
    return (measure.title for measure in measures)


def _named(roadmap: Roadmap, subjects: Iterable[str]) -> Iterator[str]:
    """Yield the names of the viewpoints among the subjects of a §."""
    found = (roadmap.find("viewpoints", subject) for subject in subjects)
    return (f"{getattr(one, 'name', '')} {getattr(one, 'short', '')}" for one in found if one)
