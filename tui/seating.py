"""A sheet of attendance that is being filled in: the seats as they would be, whose turn it is, and the edits so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from model import attending, presence
from model.presence import Who

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import time

    from model.meeting import Meeting, Presence
    from model.presence import Seat
    from model.roadmap import Roadmap

    Edit = Callable[[Roadmap], Roadmap]

KEYS = "123456789bcdfghimoqrstuwyzåäö"
"""One key for each seat, in the order of the file, the guests after the members; the other letters do something."""
MEMBER: Sequence[Presence | None] = ("present", "absent", "remote", None)
GUEST: Sequence[Presence | None] = ("present", "remote", None)
"""The ways of taking part through which a seat's key leads at the opening."""
WAYS: Mapping[str, Presence] = {"l": "present", "e": "remote", "p": "absent"}
"""The ways of taking part by their letters."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The attendance of a meeting while it is noted: from the opening on, or at a §."""

    roadmap: Roadmap
    """The roadmap with the edits made."""
    number: str
    item: int | None = None
    """The § at which something happens; None is the opening."""
    chosen: Who | None = None
    """Whose seat it is about."""
    at: time | None = None
    """The time of day to note, if any."""
    edits: tuple[Edit, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it would be."""
        return self.roadmap.meeting(self.number)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """All seats, in the order of their keys."""
        return presence.seats(self.roadmap, self.meeting.attendance)

    @property
    def seat(self) -> Seat | None:
        """The chosen seat."""
        return next((seat for seat in self.seats if seat.who == self.chosen), None)

    @property
    def place(self) -> int:
        """Where the chosen seat stands among all; 0 when none is chosen."""
        return next((index for index, seat in enumerate(self.seats) if seat.who == self.chosen), 0)

    @property
    def is_noted(self) -> bool:
        """Whether something was noted of the chosen seat at the § that is shown."""
        log = self.meeting.attendance
        return any(e.item == self.item and Who(e.member, e.guest) == self.chosen for e in log)

    def named_so_far(self, key: str) -> str:
        """Return the name that a letter asks for as far as it is known: this time's, or the deputy of the file."""
        if self.seat is None or key not in "vn":
            return ""
        known = next((one.deputy for one in self.roadmap.members if one.id == self.seat.who.member), "")
        return self.seat.name if key == "n" else self.seat.deputy or known

    def noting(self, edit: Edit) -> Sheet:
        """Return the sheet with an edit made; raise RefusedError where it makes no sense."""
        return replace(self, roadmap=edit(self.roadmap), edits=(*self.edits, edit))

    def made(self, roadmap: Roadmap) -> Roadmap:
        """Make all edits of the sheet on a roadmap: the one of now, which may have changed meanwhile."""
        for edit in self.edits:
            roadmap = edit(roadmap)
        return roadmap

    def choosing(self, who: Who) -> Sheet:
        """Return the sheet with a seat chosen; at the opening its way of taking part is the next one."""
        sheet = replace(self, chosen=who)
        if self.item is not None or sheet.seat is None:
            return sheet
        ways, now = (GUEST if who.guest else MEMBER), sheet.seat.opening
        return sheet.opening(ways[(ways.index(now) + 1) % len(ways)] if now in ways else ways[0])

    def stepping(self, steps: int) -> Sheet:
        """Return the sheet with a seat further down or up chosen."""
        seats = self.seats
        at = self.place if self.chosen else -1 if steps > 0 else 0
        return replace(self, chosen=seats[(at + steps) % len(seats)].who) if seats else self

    def opening(self, way: Presence | None) -> Sheet:
        """Return the sheet with the chosen seat taken in a way from the opening on."""
        if self.chosen is None:
            return self
        return self.noting(partial(attending.seat, number=self.number, ways={self.chosen: way}))

    def filling(self) -> Sheet:
        """Return the sheet with all members present of whom nothing is recorded."""
        ways: dict[Who, Presence | None] = {
            seat.who: "present" for seat in self.seats if seat.who.member and not seat.is_recorded
        }
        return self.noting(partial(attending.seat, number=self.number, ways=ways)) if ways else self

    def turning(self, steps: int) -> Sheet:
        """Return the sheet at a § further on or back: before the first is the opening, after the last nothing."""
        if self.meeting.opened is None:
            return self
        numbers = [item.number for item in self.meeting.items] or [1]
        first, last = min(numbers), max(*numbers, presence.under_way(self.meeting))
        if self.item is None:
            return replace(self, item=presence.under_way(self.meeting)) if steps > 0 else self
        item = min(self.item + steps, last)
        return replace(self, item=item if item >= first else None)


def sheet_of(roadmap: Roadmap, meeting: Meeting, item: int | None = None) -> Sheet:
    """Return the sheet of a meeting: that of the opening until its members are recorded, then that of a §."""
    recorded = any(entry.member and entry.item is None for entry in meeting.attendance)
    if meeting.opened is None or not recorded:
        return Sheet(roadmap, meeting.number)
    return Sheet(roadmap, meeting.number, item or presence.under_way(meeting))


def noted(sheet: Sheet, key: str) -> Edit | None:
    """Return the edit that a letter stands for, about the chosen seat; None where it stands for nothing.

    At the opening l, e and p say how a seat is taken; at a § they say who came, in which way, and who left.
    """
    who, item = sheet.chosen, sheet.item
    if who is None:
        return None
    if item is None:
        return partial(attending.seat, number=sheet.number, ways={who: WAYS[key]}) if key in WAYS else None
    return _happened(sheet, who, item).get(key)


def _happened(sheet: Sheet, who: Who, item: int) -> Mapping[str, Edit]:
    number, at = sheet.number, sheet.at
    after = presence.leaves_after(sheet.meeting, sheet.seat, item) if sheet.seat else item
    return {
        "l": partial(attending.come, number=number, who=who, item=item, at=at),
        "e": partial(attending.come, number=number, who=who, item=item, at=at, remote=True),
        "p": partial(attending.leave, number=number, who=who, item=after, at=at),
        "j": partial(attending.conflict, number=number, who=who, item=item),
        "x": partial(attending.forget, number=number, who=who, item=item),
    }


def named(sheet: Sheet, key: str, text: str) -> Edit | None:
    """Return the edit that a letter stands for with a typed name: a deputy, a person, an expert, a guest."""
    who, number = sheet.chosen or Who(), sheet.number
    match key:
        case "v" if who.member:
            return partial(attending.deputise, number=number, member=who.member, deputy=text, item=sheet.item)
        case "n" if sheet.chosen:
            return partial(attending.name, number=number, who=who, name=text)
        case "a" if sheet.item is not None:
            return partial(attending.heard, number=number, guest=text, item=sheet.item, at=sheet.at)
        case "+":
            return partial(attending.welcome, number=number, guest=text)
    return None
