"""Whether what a meeting decided has been put into practice: said by somebody, else read off measures and tasks.

That something was decided and that it was put into practice are two facts, each with its own day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.edits import RefusedError
from model.records import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from model.meeting import Action, Enactment, Item, ItemKind, Meeting, Outcome
    from model.records import LogEntry, Move
    from model.roadmap import Roadmap

EMPTY: frozenset[Outcome] = frozenset(
    {"score", "note", "not-handled", "noted", "appointed", "returned", "tabled", "withdrawn", "nothing"}
)
"""Outcomes that leave nothing to put into practice, whatever the § is about."""
FORMAL: frozenset[ItemKind | None] = frozenset(
    {"opening", "quorum", "agenda", "previous", "status", "other", "next", "closing"}
)
"""Kinds of § that a meeting itself needs; where no task was given they leave nothing to put into practice."""

Part = tuple["Enactment", "date | None"]
"""How far one measure or one task has brought a decision, and since when it is done."""


class Enacted(NamedTuple):
    """How far a decision has been put into practice."""

    state: Enactment | None
    """None where nobody said it and neither a measure nor a task tells it."""
    day: date | None = None
    """When it was put into practice, where that is known."""
    dropped: tuple[str, ...] = ()
    """Its measures that were discontinued after it, and are."""
    reopened: tuple[str, ...] = ()
    """Its measures that it ended and that were opened again."""


def enacted(roadmap: Roadmap, meeting: Meeting, item: Item) -> Enacted:
    """Return how far the decision of a § has been put into practice."""
    if item.kind == "starting" and item.enactment is None and not leaves_nothing(item):
        return _begun(roadmap, meeting, item)
    measures = concerned(roadmap, meeting, item)
    dropped = tuple(m.id for m in measures if _dropped_after(m, meeting, item))
    ended = item.outcome in ("done", "dropped")
    reopened = tuple(m.id for m in measures if ended and m.is_open)
    if item.enactment is not None:
        return Enacted(item.enactment, item.enacted, dropped, reopened)
    if leaves_nothing(item):
        return Enacted("none")
    tasks = [task for task in meeting.actions if task.item == item.number and task.state != "dropped"]
    going = [m for m in measures if m.id not in dropped]
    parts = [*(_of_measure(m, meeting, item) for m in going), *(_of_task(task) for task in tasks)]
    if not parts:
        return Enacted("none" if dropped or is_formal(item) else None, None, dropped, reopened)
    return Enacted(*_together(parts), dropped, reopened)


def concerned(roadmap: Roadmap, meeting: Meeting, item: Item) -> tuple[Measure, ...]:
    """Return the measures that the decision of a § is about: of those that might start, the ones that it started."""
    found = (roadmap.find("measures", name) for name in item.subjects)
    measures = tuple(measure for measure in found if isinstance(measure, Measure))
    if item.kind != "starting" or not item.is_handled:
        return measures
    place = meeting.number, item.number
    return tuple(m for m in measures if any((e.meeting, e.item) == place for e in _entries(m, "started")))


def enact(roadmap: Roadmap, number: str, item: int, *, state: Enactment | None, day: date) -> Roadmap:
    """Record how far the decision of a § has been put into practice; None leaves it to be computed again.

    It is a fact of later than the meeting, so it can be recorded of checked minutes, too. Refused: a § that
    has decided nothing.
    """
    meeting = roadmap.meeting(number)
    found = next((one for one in meeting.items if one.number == item), None)
    if found is None or not decides(found):
        raise RefusedError("nothing-decided", meeting=number, item=item)
    new = found.model_copy(update={"enactment": state, "enacted": day if state == "done" else None})
    items = tuple(new if one is found else one for one in meeting.items)
    return roadmap.replacing("meetings", meeting.model_copy(update={"items": items}))


def decides(item: Item) -> bool:
    """Whether a § holds a decision: an outcome or its words."""
    return bool(item.outcome or item.decision.strip())


def is_formal(item: Item) -> bool:
    """Whether a § is one that a meeting itself needs; what is decided under other business is a matter of its own."""
    return item.kind in FORMAL and not (item.kind == "other" and item.outcome)


def leaves_nothing(item: Item) -> bool:
    """Whether an outcome leaves nothing to put into practice; to approve leaves nothing where it is a formality."""
    return item.outcome in EMPTY or (item.outcome == "approved" and (item.kind is None or is_formal(item)))


def _begun(roadmap: Roadmap, meeting: Meeting, item: Item) -> Enacted:
    """Return how far a decision to start measures is: those that it started have been started that day."""
    measures = concerned(roadmap, meeting, item)
    dropped = tuple(m.id for m in measures if _dropped_after(m, meeting, item))
    tasks = [task for task in meeting.actions if task.item == item.number and task.state != "dropped"]
    parts: list[Part] = [("done", meeting.date) for _ in measures]
    parts.extend(_of_task(task) for task in tasks)
    return Enacted(*_together(parts), dropped) if parts else Enacted(None)


def _together(parts: Sequence[Part]) -> Part:
    """Return how far all parts together are: done when all are, open when none has begun."""
    states = {state for state, _ in parts}
    if states == {"done"}:
        days = [day for _, day in parts]
        return "done", max((day for day in days if day), default=None) if all(days) else None
    return ("open" if states == {"open"} else "under-way"), None


def _of_task(task: Action) -> Part:
    return ("done", task.done) if task.state == "done" else ("open", None)


def _of_measure(measure: Measure, meeting: Meeting, item: Item) -> Part:
    """Return how far a decision on a measure is by the measure's own state and by what its log tells since then.

    One that was put off once more has got nowhere, and of one that just goes on nothing is known to have happened.
    """
    if measure.status == "dropped":
        return "done", _last_day(measure, "dropped")
    if measure.status == "done":
        return "done", _last_day(measure, "done")
    put_off = any(_is_after(move, meeting, item) for move in measure.moves)
    waits = measure.status in ("active", "reassess")
    happened = not waits or any(_is_after(entry, meeting, item) for entry in measure.log)
    if put_off or item.outcome == "dropped" or measure.status == "planned" or not happened:
        return "open", None
    return "under-way", None


def _dropped_after(measure: Measure, meeting: Meeting, item: Item) -> bool:
    if measure.status != "dropped" or item.outcome == "dropped":
        return False
    return any(_is_after(entry, meeting, item) for entry in _entries(measure, "dropped"))


def _last_day(measure: Measure, event: str) -> date | None:
    return max((entry.date for entry in _entries(measure, event)), default=None)


def _entries(measure: Measure, event: str) -> Iterator[LogEntry]:
    return (entry for entry in measure.log if entry.event == event)


def _is_after(entry: LogEntry | Move, meeting: Meeting, item: Item) -> bool:
    """Whether something happened after a decision: on a later day, or under a later § of the same meeting."""
    if entry.meeting == meeting.number:
        return (entry.item or 0) > item.number
    return entry.date > meeting.date
