"""A small team with a meeting, a clock that a test sets, and the ways in which the tests of the room look at it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import time
from typing import TYPE_CHECKING

from tests.tui.meeting_files import asked, press
from tests.tui.session_files import SMALL, TODAY, committed, running
from tui.screens.meeting import MeetingScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from model.meeting import Item, Meeting

TEAM = """
[[members]]
id = "tekninen"
role = "Teknisen toimialan edustaja"
sector = "tekninen"
"""
PLANNED = """
[[meetings]]
number = "1/2026"
date = 2026-11-22
starts = 09:00:00
ends = 10:00:00
place = "Kirjasto"

[[meetings.items]]
number = 1
kind = "opening"
heading = "Kokouksen avaus"

[[meetings.items]]
number = 2
kind = "measure"
heading = "T02 Tiketöinti"
subjects = ["T02"]

[[meetings.items]]
number = 3
kind = "proposed"
heading = "Uusi sivusto"
background = "Nykyinen alusta vanhenee."
proposal = "Valitaan alusta."
minutes = 10

[[meetings.items]]
number = 4
kind = "proposed"
heading = "Etätyön välineet"

[[meetings.items]]
number = 5
kind = "other"
heading = "Muut esille tulevat asiat"

[[meetings.items]]
number = 6
kind = "next"
heading = "Seuraava kokous"

[[meetings.items]]
number = 7
kind = "closing"
heading = "Kokouksen päättäminen"
"""


class Clock:
    """A clock that stands still until a test sets it."""

    def __init__(self) -> None:
        """Begin at nine."""
        self.at = time(9)

    def __call__(self) -> time:
        """Tell the time."""
        return self.at


def session_with(folder: Path, text: str = PLANNED, *, clock: Clock | None = None) -> Session:
    """Open the small roadmap with a team and a meeting."""
    return Session.open(committed(folder, SMALL + TEAM + text), today=TODAY, clock=clock or Clock())


@asynccontextmanager
async def at_agenda(session: Session, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run the app on the meeting's screen."""
    async with running(session, size=size) as pilot:
        await press(pilot, "e")
        yield pilot


@asynccontextmanager
async def in_room(session: Session, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run the app on the screen of a meeting that has begun."""
    async with at_agenda(session, size=size) as pilot:
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "enter")
        yield pilot


def screen(pilot: Pilot[None]) -> MeetingScreen:
    """Return the meeting's screen, which is in front."""
    found = pilot.app.screen
    assert isinstance(found, MeetingScreen)
    return found


def point_at(pilot: Pilot[None], heading: str) -> None:
    """Put the cursor on a § by its heading."""
    found = screen(pilot)
    assert found.meeting is not None
    number = next(item.number for item in found.meeting.items if item.heading == heading)
    found.query_one(Rows).select(str(number))


def the_meeting(pilot: Pilot[None], number: str = "1/2026") -> Meeting:
    """Return the meeting as it is now."""
    return screen(pilot).roadmap.meeting(number)


def item_of(pilot: Pilot[None], heading: str) -> Item:
    """Return a § by its heading."""
    return next(item for item in the_meeting(pilot).items if item.heading == heading)


def headings(pilot: Pilot[None]) -> list[str]:
    """Return the agenda: number and heading of each §."""
    return [f"{item.number} {item.heading}" for item in the_meeting(pilot).items]
