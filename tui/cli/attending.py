"""What `meeting attend` is told about who takes part: at the opening, or at a §."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import attending
from model.edits import RefusedError
from model.presence import Who, leaves_after, seat_of, under_way
from model.typed import clock
from tui.cli.ids import item_number, member_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from model.meeting import Presence
    from model.roadmap import Roadmap
    from tui.cli.call import Call

_WAYS: tuple[Presence, ...] = ("present", "remote", "absent")


def attended(call: Call, roadmap: Roadmap, number: str) -> Roadmap:
    """Return the roadmap with what the options say about who takes part in a meeting.

    Raises RefusedError for what makes no sense, NoSuchIdError and AmbiguousIdError for whom nobody knows.
    """
    roadmap = _opening(call, roadmap, number)
    item, at = _item(call, roadmap, number), _clock(call)
    roadmap = _coming(call, roadmap, number, item=item, at=at)
    for member in _members(call, roadmap, "conflicted"):
        roadmap = attending.conflict(roadmap, number, Who(member), item=item)
    if call.options.heard:
        roadmap = attending.heard(roadmap, number, call.options.heard, item=item, at=at)
    for who in _people(call, roadmap, number, option="left"):
        meeting = roadmap.meeting(number)
        after = leaves_after(meeting, seat_of(roadmap, meeting.attendance, who), item)
        roadmap = attending.leave(roadmap, number, who, item=after, at=at)
    for name, person in _pairs(call, "name"):
        roadmap = attending.name(roadmap, number, _who(roadmap, number, name), name=person)
    for who in _people(call, roadmap, number, option="forget"):
        roadmap = attending.forget(roadmap, number, who, item=item)
    return roadmap


def _opening(call: Call, roadmap: Roadmap, number: str) -> Roadmap:
    """Record how members take part from the opening on; with a § only who is absent is told of the opening."""
    for presence in _WAYS:
        if presence == "absent" or call.options.at is None:
            for member in _members(call, roadmap, presence):
                roadmap = attending.attend(roadmap, number, member, presence=presence)
    if call.options.guest:
        roadmap = attending.welcome(roadmap, number, call.options.guest)
    return roadmap


def _coming(call: Call, roadmap: Roadmap, number: str, *, item: int, at: time | None) -> Roadmap:
    """Record who comes at a §: late ones, with `--at` also those who come back, and the deputies."""
    later = ("late",) if call.options.at is None else ("late", "present", "remote")
    for way in later:
        for member in _members(call, roadmap, way):
            roadmap = attending.come(roadmap, number, Who(member), item=item, remote=way == "remote", at=at)
    for name, deputy in _pairs(call, "deputy"):
        member = member_id(roadmap, name)
        known = next(one.deputy for one in roadmap.members if one.id == member)
        if not (deputy or known).strip():
            raise RefusedError("nobody")
        since = None if call.options.at is None else item
        roadmap = attending.deputise(roadmap, number, member, deputy=deputy or known, item=since)
    return roadmap


def _members(call: Call, roadmap: Roadmap, option: str) -> Iterator[str]:
    """Yield the ids of the members that an option lists."""
    for name in filter(None, map(str.strip, call.option(option).split(","))):
        yield member_id(roadmap, name)


def _people(call: Call, roadmap: Roadmap, number: str, *, option: str) -> Iterator[Who]:
    """Yield whom an option names: a guest whose name is the whole of it, else each of the people that it lists."""
    text = call.option(option).strip()
    if _is_guest(roadmap, number, text):
        yield Who(guest=text)
    else:
        yield from (_who(roadmap, number, name) for name in filter(None, map(str.strip, text.split(","))))


def _who(roadmap: Roadmap, number: str, name: str) -> Who:
    """Return who is meant: a guest of the meeting, else a member by id or role."""
    return Who(guest=name) if _is_guest(roadmap, number, name) else Who(member_id(roadmap, name))


def _is_guest(roadmap: Roadmap, number: str, name: str) -> bool:
    return bool(name) and any(entry.guest == name for entry in roadmap.meeting(number).attendance)


def _pairs(call: Call, option: str) -> Iterator[tuple[str, str]]:
    """Yield what an option says of each member, `koulu=Olli Esimerkki`; empty where it says nothing."""
    for part in filter(None, map(str.strip, call.option(option).split(","))):
        name, _, text = part.partition("=")
        yield name.strip(), text.strip()


def _item(call: Call, roadmap: Roadmap, number: str) -> int:
    """Return the § at which it happens: the one that is named, else the one that is under way."""
    typed = call.option("at").strip()
    item = item_number(typed) if typed else under_way(roadmap.meeting(number))
    if item is None:
        raise RefusedError("bad-value", field="item", text=typed, kind="int")
    return item


def _clock(call: Call) -> time | None:
    typed = call.option("clock").strip()
    try:
        return clock(typed) if typed else None
    except ValueError as error:
        raise RefusedError("bad-value", field="time", text=typed, kind="time") from error
