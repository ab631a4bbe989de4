"""The §§ of a meeting that two copies changed: which of them are the same matter, and what number each gets.

The number of a handled § is in commits and minutes, so it stays: ours first, then theirs where it is free; one that
comes second gets the next free number and remembers the old one in `formerly`. Planned §§ take what is left, in their
order, as `model.agenda` places them. Minutes that only the other side has checked keep their numbers before ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from model.meeting import Meeting
from model.merging.numbering import Numbers, numbered
from model.merging.order import ordered
from model.minuting import is_locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from model.meeting import Action, Item
    from model.merging.names import Three
    from model.roadmap import Roadmap

_ALONE = frozenset({"opening", "quorum", "agenda", "previous", "status", "next", "closing"})
"""Kinds of § of which a meeting has one."""


@dataclass(slots=True)
class _Matter:
    """One matter as the three versions have it."""

    base: Item | None = None
    ours: Item | None = None
    theirs: Item | None = None

    @property
    def goes(self) -> bool:
        """Whether one side took it off the agenda and the other left it as it was."""
        one, other, was = self.ours, self.theirs, self.base
        return was is not None and (one is None or other is None) and _content(one or other or was) == _content(was)


def aligned(base: Roadmap, ours: Roadmap, theirs: Roadmap) -> Three:
    """Return the three versions with one number for each matter and each task of a meeting."""
    for meeting in ours.meetings:
        other, was = theirs.find("meetings", meeting.number), base.find("meetings", meeting.number)
        if other is None or other is meeting or was in (meeting, other):
            continue
        assert isinstance(other, Meeting)
        versions = (was if isinstance(was, Meeting) else None), meeting, other
        base, ours, theirs = (
            numbered(side, meeting.number, numbers)
            for side, numbers in zip((base, ours, theirs), _numbers(versions), strict=True)
        )
    return base, ours, theirs


def _numbers(versions: tuple[Meeting | None, Meeting, Meeting]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the new numbers in each version."""
    base, ours, theirs = versions
    if is_locked(theirs) and not is_locked(ours):
        of_base, of_theirs, of_ours = _numbers((base, theirs, ours))
        return of_base, of_ours, of_theirs
    found = Numbers(), Numbers(), Numbers()
    _number_items(base.items if base else (), ours.items, theirs.items, found=found)
    _number_actions(base.actions if base else (), ours.actions, theirs.actions, found=found[2])
    return found


def _number_items(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item], *, found: tuple[Numbers, ...]
) -> None:
    if any(len({item.number for item in items}) != len(items) for items in (base, ours, theirs)):
        return  # a number that a side has twice is that side's fault, and stays
    matters = _matters(base, ours, theirs)
    for matter, number in zip(matters, _chosen(matters), strict=True):
        for item, numbers in zip((matter.base, matter.ours, matter.theirs), found, strict=True):
            if item is not None and item.number != number:
                numbers.items[item.number] = number
        if matter.theirs and matter.theirs.is_handled and not (matter.ours and matter.ours.is_handled):
            found[2].handled.add(matter.theirs.number)


def _chosen(matters: Sequence[_Matter]) -> list[int]:
    """Return a number for each matter."""
    agreed = all(_number(m.ours) == _number(m.theirs) for m in matters)
    if not agreed and all(any(_is_rearranged(m, side) for m in matters) for side in ("ours", "theirs")):
        return _placed(matters)
    simple = [_changed_number(matter) for matter in matters]
    stays = [number for number, matter in zip(simple, matters, strict=True) if not matter.goes]
    if len(set(stays)) == len(stays) and all(
        _is_kept(m, n) for m, n in zip(matters, simple, strict=True) if not m.goes
    ):
        spare = count(max(simple, default=0) + 1)
        return [next(spare) if m.goes and n in stays else n for m, n in zip(matters, simple, strict=True)]
    return _placed(matters)


def _is_rearranged(matter: _Matter, side: str) -> bool:
    """Whether a side put a matter on the agenda, took it off or gave it another number."""
    item: Item | None = getattr(matter, side)
    if matter.base is None or item is None:
        return (matter.base is None) != (item is None)
    return item.number != matter.base.number


def _changed_number(matter: _Matter) -> int:
    """Return the number that a side has given to a matter; ours where both have."""
    was, one, other = map(_number, (matter.base, matter.ours, matter.theirs))
    number = other if one in (None, was) else one
    return next(n for n in (number, one, other, was) if n is not None)


def _is_kept(matter: _Matter, number: int) -> bool:
    """Whether a handled § has the number under which it was handled."""
    leads = next((item for item in (matter.ours, matter.theirs) if item and item.is_handled), None)
    return leads is None or leads.number == number


def _placed(matters: Sequence[_Matter]) -> list[int]:
    """Return the numbers where both sides changed the agenda: the handled §§ first, the planned ones around them."""
    stays = {at: matter for at, matter in enumerate(matters) if not matter.goes and (matter.ours or matter.theirs)}
    numbers = {at: m.ours.number for at, m in stays.items() if m.ours and m.ours.is_handled}
    second = {at: m.theirs.number for at, m in stays.items() if at not in numbers and m.theirs and m.theirs.is_handled}
    taken = {*numbers.values(), *second.values()}
    for at, number in second.items():
        numbers[at] = number if number not in numbers.values() else next(n for n in count(number) if n not in taken)
        taken.add(numbers[at])
    planned = [at for at in stays if at not in numbers]
    first = min((item.number for matter in matters for item in (matter.ours, matter.theirs) if item), default=1)
    free = (number for number in count(first) if number not in taken)
    numbers |= dict(zip(_in_order(matters, planned), free, strict=False))
    spare = count(max(numbers.values(), default=0) + 1)
    return [numbers[at] if at in numbers else next(spare) for at in range(len(matters))]


def _in_order(matters: Sequence[_Matter], kept: Iterable[int]) -> list[int]:
    """Return matters, by their place in the list, in the order of the agendas."""

    def side(name: str) -> list[int]:
        own = [(getattr(matter, name).number, at) for at, matter in enumerate(matters) if getattr(matter, name)]
        return [at for _, at in sorted(own)]

    return ordered(side("base"), side("ours"), side("theirs"), kept=set(kept), rank=lambda at: _rank(matters[at]))


def _rank(matter: _Matter) -> tuple[object, ...]:
    """Return how a new matter sorts among others put in at the same place, whichever side it is from."""
    item = matter.ours or matter.theirs
    return (item.number, item.heading, item.subjects) if item else (0, "", ())


def _matters(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> list[_Matter]:
    """Return the §§ of the three versions by what they are about; what is surely the same is found first."""
    matters = [_Matter(base=item) for item in base]
    mine, yours = list(ours), list(theirs)
    for is_same in (_stands_still, _is_one):
        mine = _taken(matters, "ours", mine, of="base", is_same=is_same)
        yours = _taken(matters, "theirs", yours, of="base", is_same=is_same)
    new = [_Matter(ours=item) for item in mine]
    for is_same in (_stands_still, _is_one):
        yours = _taken(new, "theirs", yours, of="ours", is_same=is_same)
    both = [matter for matter in new if matter.theirs]
    mine = [matter.ours for matter in new if matter.ours and not matter.theirs]
    for is_same in (_has_subjects, _was_edited):
        mine = _taken(matters, "ours", mine, of="base", is_same=is_same)
        yours = _taken(matters, "theirs", yours, of="base", is_same=is_same)
    new = [_Matter(ours=item) for item in mine]
    yours = _taken(new, "theirs", yours, of="ours", is_same=_has_subjects)
    return [*matters, *both, *new, *(_Matter(theirs=item) for item in yours)]


def _taken(
    matters: Iterable[_Matter], side: str, items: Sequence[Item], *, of: str, is_same: Callable[[Item, Item], bool]
) -> list[Item]:
    """Give each matter that lacks it the § of a side that is the same as another version's; return those left."""
    left = list(items)
    for matter in matters:
        has = getattr(matter, of)
        if has is None or getattr(matter, side) is not None:
            continue
        found = next((item for item in left if is_same(has, item)), None)
        if found is not None:
            setattr(matter, side, found)
            left = [item for item in left if item is not found]
    return left


def _stands_still(one: Item, other: Item) -> bool:
    return one.number == other.number and _about(one) == _about(other)


def _is_one(one: Item, other: Item) -> bool:
    says = one.kind in _ALONE or one.heading.strip() or one.subjects or one.origin
    return bool(says) and _about(one) == _about(other)


def _has_subjects(one: Item, other: Item) -> bool:
    return bool(one.subjects) and (one.kind, one.subjects) == (other.kind, other.subjects)


def _was_edited(one: Item, other: Item) -> bool:
    """Whether a § under its number is still the same although it says something else of what it is about."""
    if one.number != other.number:
        return False
    shares = one.heading == other.heading or not set(one.subjects).isdisjoint(other.subjects)
    return shares or (one.kind == other.kind and not one.subjects and not other.subjects)


def _about(item: Item) -> tuple[object, ...]:
    return item.kind, "" if item.kind in _ALONE else item.heading, item.subjects, item.origin


def _number(item: Item | None) -> int | None:
    return None if item is None else item.number


def _content(item: Item) -> Item:
    return item.model_copy(update={"number": 0})


def _number_actions(
    base: Sequence[Action], ours: Sequence[Action], theirs: Sequence[Action], *, found: Numbers
) -> None:
    """Give a task that theirs added under a number of ours the next free number, or that of the same task of ours."""
    old = {action.number for action in base}
    mine = {action.number: action for action in ours if action.number not in old}
    new = [action for action in theirs if action.number not in old]
    taken = {*old, *mine, *(action.number for action in theirs)}
    for action in new:
        same = next((one.number for one in mine.values() if _task(one) == _task(action)), None)
        if same is None and action.number in mine:
            same = max(taken) + 1
            taken.add(same)
            found.tasks.add(action.number)
        if same is not None and same != action.number:
            found.actions[action.number] = same


def _task(action: Action) -> tuple[str, str, str]:
    return action.task.strip().casefold(), action.who, action.subject
