"""The project's own sample in a repository of its own, and the ways in which the tests of a meeting look at it."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from model.file.reading import read
from tests.tui.session_files import NINE, TODAY, committed, git, running
from tui.screens.walk import WalkScreen
from tui.session import Session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from model.roadmap import Roadmap

SAMPLE = Path(__file__).parents[2] / "roadmap.toml"
CARDS = ["T07", "T19", "T38", "T04", "T10", "T12", "T22", "T23", "T28", "T30"]
"""What is late or due in autumn 2026 in the sample."""


def session_of(folder: Path) -> Session:
    """Open the sample in a repository, as of TODAY and nine o'clock."""
    path = folder / "roadmap.toml"
    if not path.exists():
        committed(folder, SAMPLE.read_text(encoding="utf-8"))
    return Session.open(path, today=TODAY, clock=lambda: NINE)


def on_disk(folder: Path) -> Roadmap:
    """Return the roadmap as the file has it."""
    roadmap = read(folder / "roadmap.toml").roadmap
    assert roadmap is not None
    return roadmap


def subjects(folder: Path) -> list[str]:
    """Return the subjects of all commits, the oldest first."""
    return git(folder, "log", "--reverse", "--format=%s").splitlines()


def numbered(folder: Path) -> list[tuple[int, str]]:
    """Return the § and the measure of every commit that decided on one: `§ 5 T07: …`."""
    found = (re.match(r"§ (\d+) (T\d+):", said) for said in subjects(folder))
    return [(int(hit[1]), hit[2]) for hit in found if hit]


@asynccontextmanager
async def walking(session: Session, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run the app in the walk of a meeting that has begun."""
    async with running(session, size=size) as pilot:
        await pilot.press("enter")
        if session.meeting is None:
            await asked(pilot)
            await pilot.press("enter")
        await pilot.pause()
        yield pilot


async def asked(pilot: Pilot[None]) -> None:
    """Wait until a question is up."""
    for _ in range(20):
        if pilot.app.screen.is_modal:
            return
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each shown before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def type_in(pilot: Pilot[None], text: str) -> None:
    """Fill the line of the question that is up, as a paste would."""
    pilot.app.screen.query_one(Input).value = text


def card_title(pilot: Pilot[None]) -> str:
    """Return the id of the measure whose card is up, empty after the last one."""
    screen = pilot.app.screen
    assert isinstance(screen, WalkScreen)
    return screen.measure.id if screen.measure else ""
