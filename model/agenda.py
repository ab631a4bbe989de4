"""The agenda of a meeting: its §§ laid out, added, moved, withdrawn and taken; and the tasks that it gives.

A planned § and a handled one are the same record. A handled § never changes its number, for the number is
in commits and minutes; the planned ones take the numbers that are left, in their order, so that none lacks.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from model import presence
from model.edits import RefusedError
from model.minuting import writable
from model.numbering import first_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from typing import Literal

    from model.meeting import Action, Item, ItemKind, Meeting
    from model.roadmap import Roadmap

LAST: tuple[ItemKind, ...] = ("other", "next", "closing")
"""The kinds of § that end an agenda; what is added comes before them."""
PINNED: frozenset[ItemKind] = frozenset({"opening", "closing"})
"""The kinds of § whose place is given: nothing moves before the one or after the other."""
_NEW = -1
"""The number of a § that has none yet."""


def waiting(meeting: Meeting) -> tuple[Item, ...]:
    """Return the planned §§ in their order."""
    return tuple(sorted((item for item in meeting.items if not item.is_handled), key=_number))


def handled(meeting: Meeting) -> tuple[Item, ...]:
    """Return the §§ that have been handled, in their order."""
    return tuple(sorted((item for item in meeting.items if item.is_handled), key=_number))


def item_of(meeting: Meeting, number: int) -> Item:
    """Return the § of a number; raise RefusedError("no-such-item")."""
    found = next((item for item in meeting.items if item.number == number), None)
    if found is None:
        raise RefusedError("no-such-item", meeting=meeting.number, item=number)
    return found


def same_item(meeting: Meeting, item: Item) -> Item:
    """Return a § that somebody has seen as it stands by now, under whatever number: it is known by what it is about.

    Raises RefusedError("no-such-item") where it has gone.
    """
    same = [one for one in meeting.items if _matter(one) == _matter(item)]
    if not same:
        raise RefusedError("no-such-item", meeting=meeting.number, item=item.number)
    return next((one for one in same if one.number == item.number), same[0])


def planned_for(meeting: Meeting, subject: str) -> Item | None:
    """Return the planned § that is about this measure alone, or None."""
    kinds = ("measure", "carried")
    return next((item for item in waiting(meeting) if item.kind in kinds and item.subjects == (subject,)), None)


def next_item(meeting: Meeting) -> int:
    """Return the number that a § gets which is not on the agenda: the one after the last handled §."""
    done, planned = handled(meeting), waiting(meeting)
    if done:
        return done[-1].number + 1
    return planned[0].number if planned else 1


def laid_out(roadmap: Roadmap, number: str, items: Iterable[Item]) -> Roadmap:
    """Give a meeting its agenda: the §§ are numbered in their order, after those that it has already.

    The gathered proposals that they take up (their ids are the §§' origins) leave the roadmap's list.
    Refused: a meeting that has an agenda.
    """
    meeting = open_agenda(roadmap, number)
    if waiting(meeting):
        raise RefusedError("agenda-exists", meeting=number)
    planned = tuple(item.model_copy(update={"number": _NEW}) for item in items)
    roadmap = _with(roadmap, placed(meeting, planned, first=_first(roadmap, meeting)))
    return without_proposals(roadmap, planned)


def without_proposals(roadmap: Roadmap, items: Iterable[Item]) -> Roadmap:
    """Return the roadmap without the gathered proposals that these §§ take up."""
    taken = {item.origin for item in items if item.kind == "proposed"}
    kept = tuple(proposal for proposal in roadmap.proposals if proposal.id not in taken)
    return roadmap if len(kept) == len(roadmap.proposals) else roadmap.model_copy(update={"proposals": kept})


def renumbered(roadmap: Roadmap, meeting: Meeting) -> Meeting:
    """Return the meeting with its numbers beginning where they should today; one with a handled § stays."""
    if handled(meeting) or not meeting.items:
        return meeting
    return placed(meeting, waiting(meeting), first=first_item(roadmap, meeting))


def add(roadmap: Roadmap, number: str, item: Item, *, before: int | None = None) -> Roadmap:
    """Put a § on the agenda, before the planned § of that number, else before those that end the agenda.

    Refused: a § without a heading, and a place before one that has been handled.
    """
    meeting = open_agenda(roadmap, number)
    if not item.heading.strip():
        raise RefusedError("empty-text", field="heading")
    planned = list(waiting(meeting))
    at = _place(meeting, planned, before)
    planned.insert(at, item.model_copy(update={"kind": item.kind or "proposed", "number": _NEW}))
    return _with(roadmap, placed(meeting, planned, first=_first(roadmap, meeting)))


def insert(meeting: Meeting, item: Item) -> Meeting:
    """Return the meeting with a handled § at its number; planned §§ from there on come one later."""
    grown = meeting.model_copy(update={"items": (*meeting.items, item)})
    first = min(one.number for one in grown.items)
    return placed(grown, waiting(meeting), first=first)


def fill(meeting: Meeting, number: int, **fields: object) -> Meeting:
    """Return the meeting with fields of one of its §§ set; raise RefusedError("no-such-item")."""
    old = item_of(meeting, number)
    new = old.model_copy(update=fields)
    return meeting.model_copy(update={"items": tuple(new if one is old else one for one in meeting.items)})


def take(roadmap: Roadmap, number: str, item: int, **fields: object) -> Roadmap:
    """Set fields of a §: background, proposal, discussion, outcome, decision, vote, enactment, minutes, begun.

    Refused: a § that the meeting does not have, a decision before the meeting has been opened, a handled § that
    would wait again, and minutes that have been checked.
    """
    meeting = writable(roadmap.meeting(number))
    was = item_of(meeting, item)
    changed = fill(meeting, item, **fields)
    if meeting.opened is None and item_of(changed, item).is_handled and not was.is_handled:
        raise RefusedError("meeting-not-open", meeting=number)
    if was.is_handled and not item_of(changed, item).is_handled:
        raise RefusedError("empty-text")  # its number is in a commit: undo takes a decision back, nothing else does
    return roadmap if changed == meeting else _with(roadmap, changed)


def withdraw(roadmap: Roadmap, number: str, item: int, *, decision: str = "") -> Roadmap:
    """Take a planned § off the agenda.

    Before the meeting it leaves the agenda and the later ones move up; from the opening on it stays under its
    number as withdrawn, with the `decision` that says so. Refused: a handled §, the opening and the closing.
    """
    meeting = open_agenda(roadmap, number)
    found = _planned(meeting, item)
    first = _first(roadmap, meeting)
    if meeting.opened is None and not any(one.number > item for one in handled(meeting)):
        left = [one for one in waiting(meeting) if one is not found]
        gone = meeting.model_copy(
            update={
                "items": tuple(one for one in meeting.items if one is not found),
                "actions": _unlinked(meeting.actions, item),
                "attendance": tuple(entry for entry in meeting.attendance if entry.item != item),
            }
        )
        return _with(roadmap, placed(gone, left, first=first))
    return _with(roadmap, fill(meeting, item, outcome="withdrawn", decision=decision))


def shift(  # noqa: PLR0917 - it reads as it is said: this meeting's § so many places
    roadmap: Roadmap, number: str, item: int, steps: int
) -> Roadmap:
    """Move a planned § so many places among the planned ones, later or with negative steps earlier.

    It stops at the opening and at the closing. Refused: a handled §, the opening and the closing themselves.
    """
    meeting = open_agenda(roadmap, number)
    found = _planned(meeting, item)
    planned = list(waiting(meeting))
    free = [index for index, one in enumerate(planned) if one.kind not in PINNED]
    at = planned.index(found)
    to = min(max(at + steps, free[0]), free[-1])
    planned.insert(to, planned.pop(at))
    return _with(roadmap, placed(meeting, planned, first=_first(roadmap, meeting)))


def give(roadmap: Roadmap, number: str, action: Action) -> Roadmap:
    """Give a task in a meeting; it gets the meeting's next task number. Refused: one without words or of no §."""
    meeting = writable(roadmap.meeting(number))
    if not action.task.strip():
        raise RefusedError("empty-text", field="task")
    if action.item is not None:
        item_of(meeting, action.item)
    following = max((old.number for old in meeting.actions), default=0) + 1
    given = action.model_copy(update={"number": following, "task": action.task.strip()})
    return _with(roadmap, meeting.model_copy(update={"actions": (*meeting.actions, given)}))


def set_action(
    roadmap: Roadmap, number: str, action: int, *, state: Literal["open", "done", "dropped"], day: date
) -> Roadmap:
    """Record how far a task is; the day is when it was done. It is possible after checking, too.

    Refused: a task that the meeting did not give.
    """
    meeting = roadmap.meeting(number)
    old = next((one for one in meeting.actions if one.number == action), None)
    if old is None:
        raise RefusedError("no-such-action", meeting=number, action=action)
    new = old.model_copy(update={"state": state, "done": day if state == "done" else None})
    actions = tuple(new if one is old else one for one in meeting.actions)
    return _with(roadmap, meeting.model_copy(update={"actions": actions}))


def open_agenda(roadmap: Roadmap, number: str) -> Meeting:
    """Return a meeting whose agenda may change; raise RefusedError once it is closed or its minutes are checked."""
    meeting = writable(roadmap.meeting(number))
    if meeting.closed is not None:
        raise RefusedError("meeting-closed", meeting=number)
    return meeting


def placed(meeting: Meeting, planned: Sequence[Item], *, first: int) -> Meeting:
    """Return the meeting with these planned §§ under the free numbers from `first` on, in their order.

    What refers to a planned § (a task, somebody's coming or leaving) follows it to its new number.
    """
    done = handled(meeting)
    taken = {item.number for item in done}
    free = (number for number in count(first) if number not in taken)
    moved: dict[int, int] = {}
    items = list(done)
    for item, number in zip(planned, free, strict=False):
        moved[item.number] = number
        items.append(item if item.number == number else item.model_copy(update={"number": number}))
    moved.pop(_NEW, None)
    fields: dict[str, Any] = {"items": tuple(sorted(items, key=_number))}
    if any(old != new for old, new in moved.items()):
        fields["actions"] = _following(meeting.actions, moved)
        fields["attendance"] = presence.renumbered(meeting.attendance, moved)
    return meeting.model_copy(update=fields)


def _following(actions: Iterable[Action], moved: Mapping[int, int]) -> tuple[Action, ...]:
    """Return the tasks given under a § that has moved under its new number."""
    return tuple(
        one if one.item is None else one.model_copy(update={"item": moved.get(one.item, one.item)}) for one in actions
    )


def _unlinked(actions: Iterable[Action], item: int) -> tuple[Action, ...]:
    return tuple(one.model_copy(update={"item": None}) if one.item == item else one for one in actions)


def _place(meeting: Meeting, planned: Sequence[Item], before: int | None) -> int:
    """Return at which place among the planned §§ a new one comes."""
    if before is None:
        return next((index for index, one in enumerate(planned) if one.kind in LAST), len(planned))
    found = item_of(meeting, before)
    if found.is_handled or found.kind == "opening":
        raise RefusedError("item-handled", meeting=meeting.number, item=before)
    return planned.index(found)


def _planned(meeting: Meeting, number: int) -> Item:
    found = item_of(meeting, number)
    if found.is_handled:
        raise RefusedError("item-handled", meeting=meeting.number, item=number)
    if found.kind in PINNED:
        raise RefusedError("item-stays", meeting=meeting.number, item=number)
    return found


def _first(roadmap: Roadmap, meeting: Meeting) -> int:
    return min((item.number for item in meeting.items), default=first_item(roadmap, meeting))


def _with(roadmap: Roadmap, meeting: Meeting) -> Roadmap:
    return roadmap.replacing("meetings", meeting)


def _matter(item: Item) -> tuple[object, ...]:
    return item.kind, item.heading, item.subjects, item.origin


def _number(item: Item) -> int:
    return item.number
