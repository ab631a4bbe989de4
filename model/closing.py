"""What a meeting lacks before it closes, each as a value that says where to put it right.

Only a due measure without an outcome stands in the way, and "not handled" is an outcome. The rest is told and no more.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from model.agenda import waiting
from model.approval import has_granted_money
from model.enactment import decides, is_formal, leaves_nothing
from model.indicators import missing
from model.minuting import is_locked
from model.presence import seats
from model.records import Measure
from model.standing import lacks_money, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.meeting import Action, Item, Meeting
    from model.roadmap import Roadmap

HoleKind = Literal[
    "unhandled",
    "undecided",
    "unowned",
    "task",
    "attendance",
    "chair",
    "secretary",
    "chair-away",
    "votes",
    "place",
    "figures",
    "unproposed",
    "unfunded",
]
Jump = Literal["walk", "item", "task", "attendance", "chair", "secretary", "place", "measure", "indicators"]
"""Where something that lacks is put right."""

_WRITTEN_AT_CLOSING = frozenset({"other", "next", "closing"})
"""Kinds of § that closing itself fills."""
_JUMPS: dict[HoleKind, Jump] = {
    "unhandled": "walk",
    "undecided": "item",
    "unowned": "item",
    "task": "task",
    "attendance": "attendance",
    "chair": "chair",
    "secretary": "secretary",
    "chair-away": "chair",
    "votes": "item",
    "place": "place",
    "figures": "indicators",
    "unproposed": "item",
    "unfunded": "measure",
}
_VOTES = re.compile(r"(\d{1,9})-(\d{1,9})")
_ENDED = frozenset({"done", "dropped"})


class Hole(NamedTuple):
    """Something that the minutes would lack."""

    kind: HoleKind
    item: int | None = None
    """The § that it is about."""
    measure: str = ""
    """The measure that it is about."""
    task: int | None = None
    """The task that it is about."""
    indicators: tuple[str, ...] = ()
    """The indicators whose values are missing."""

    @property
    def jump(self) -> Jump:
        """Where it is put right."""
        return _JUMPS[self.kind]

    @property
    def blocks(self) -> bool:
        """Whether the meeting does not close before it is settled; `not handled` settles it, too."""
        return self.kind == "unhandled"

    @property
    def is_remark(self) -> bool:
        """Whether nothing lacks: it is only to be known before the minutes are closed."""
        return self.kind in ("unproposed", "unfunded")


def holes(roadmap: Roadmap, meeting: Meeting) -> tuple[Hole, ...]:
    """Return what a meeting lacks: first what blocks, then in the order of the §§, then the head, then remarks."""
    left = walk(roadmap, roadmap.head.step.containing(meeting.date), meeting).left
    subjects = {measure.id for measure in left}
    return (
        *(Hole("unhandled", measure=measure.id) for measure in left),
        *(Hole("undecided", item=item.number) for item in _undecided(meeting, subjects)),
        *(Hole("unowned", item=item.number) for item in meeting.items if is_unowned(roadmap, meeting, item)),
        *(Hole("votes", item=item.number) for item in meeting.items if _votes(item) > _seated(roadmap, meeting, item)),
        *(Hole("task", item=task.item, task=task.number) for task in meeting.actions if _is_loose(task)),
        *_head(roadmap, meeting),
        *_figures(roadmap, meeting),
        *_remarks(roadmap, meeting),
    )


def is_unowned(roadmap: Roadmap, meeting: Meeting, item: Item) -> bool:
    """Whether a § decides something of which nobody knows who does it and by when.

    A task of the § tells it, and so does the schedule of a measure with somebody responsible; else it has to be
    said that there is nothing to put into practice.
    """
    needs = decides(item) and not leaves_nothing(item) and item.outcome not in _ENDED
    if not needs or item.enactment is not None or is_formal(item):
        return False
    if any(task.item == item.number and task.state != "dropped" for task in meeting.actions):
        return False
    measures = _measures(roadmap, item.subjects)
    return not measures or not all(measure.responsible for measure in measures)


def begun_unfunded(roadmap: Roadmap, meeting: Meeting) -> tuple[Measure, ...]:
    """Return the measures begun in a meeting although the year's money had not been granted.

    The log tells it as it was; where it does not, today's money does until the minutes are checked.
    """
    is_open = not is_locked(meeting)
    return tuple(
        measure
        for measure in roadmap.measures
        for entry in measure.log
        if entry.event == "started" and entry.meeting == meeting.number
        if entry.unfunded or (is_open and lacks_money(measure, meeting.date.year))
    )


def _undecided(meeting: Meeting, left: Iterable[str]) -> Iterator[Item]:
    """Yield the planned §§ that wait for a decision; those of measures in the walk are told as measures."""
    walked = set(left)
    for item in waiting(meeting):
        if item.kind not in _WRITTEN_AT_CLOSING and not (item.subjects and walked.issuperset(item.subjects)):
            yield item


def _is_loose(task: Action) -> bool:
    return task.state == "open" and not (task.who.strip() and task.due)


def _votes(item: Item) -> int:
    """Return how many votes were cast in a §; 0 where they were not counted."""
    counted = _VOTES.fullmatch(item.vote)
    return int(counted[1]) + int(counted[2]) if counted else 0


def _seated(roadmap: Roadmap, meeting: Meeting, item: Item) -> float:
    """Return how many members, or their deputies, can have voted in a §: all but those who are known to be away."""
    found = [seat for seat in seats(roadmap, meeting.attendance) if seat.who.member]
    return sum(seat.at(item.number) in (None, "present", "remote") for seat in found) if found else inf


def _is_away(roadmap: Roadmap, meeting: Meeting, member: str) -> bool:
    """Whether a member is recorded as absent from the whole meeting, and no deputy sat in place."""
    return any(
        seat.is_recorded and not seat.spans for seat in seats(roadmap, meeting.attendance) if seat.who.member == member
    )


def _head(roadmap: Roadmap, meeting: Meeting) -> Iterator[Hole]:
    if not meeting.attendance:
        yield Hole("attendance")
    if not meeting.chair.strip():
        yield Hole("chair")
    elif _is_away(roadmap, meeting, meeting.chair):
        yield Hole("chair-away")
    if not meeting.secretary.strip():
        yield Hole("secretary")
    if not meeting.place.strip():
        yield Hole("place")


def _figures(roadmap: Roadmap, meeting: Meeting) -> Iterator[Hole]:
    """Yield the indicators whose value is missing, all on one line; while a § waits for them that tells it."""
    found = missing(roadmap, meeting.date)
    if found and not any(item.kind == "indicators" for item in waiting(meeting)):
        yield Hole("figures", indicators=tuple(one.indicator.id for one in found))


def _remarks(roadmap: Roadmap, meeting: Meeting) -> Iterator[Hole]:
    for item in meeting.items:
        for measure in _measures(roadmap, item.subjects):
            if item.outcome == "dropped" and has_granted_money(measure, meeting.date.year):
                yield Hole("unproposed", item=item.number, measure=measure.id)
    for measure in begun_unfunded(roadmap, meeting):
        yield Hole("unfunded", measure=measure.id)


def _measures(roadmap: Roadmap, subjects: Iterable[str]) -> list[Measure]:
    return [found for name in subjects if isinstance(found := roadmap.find("measures", name), Measure)]
