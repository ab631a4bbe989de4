"""How many keys a whole meeting takes: `python -m benchmarks.meeting [--json]`.

The sample's meeting 3/2026 is held in the app itself, from opening the program to published minutes. Keys that type
what nobody knew before (results, decisions, tasks, levels) are counted apart from all others.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import shutil
import sys
from dataclasses import asdict, dataclass
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from benchmarks.script import MEETING, TODAY
from benchmarks.terminal import surroundings
from benchmarks.workplace import ROOT, git
from exporters.words import Words
from tui.app import Tiekartta
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.pilot import Pilot

    from benchmarks.script import Move, Turn

MOST_OTHER = 120
"""So many keys a meeting may take besides the typing of what is new."""
SIZE = (120, 40)
PATIENCE = 30
"""Seconds until a move counts as one that did not lead where it should; far more than is needed."""
BEGINS, MINUTES_A_TURN = 9 * 60, 2
NAMED = {"Enter": "enter", "Space": "space", "Down": "down", "Up": "up", "Esc": "escape"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The keys of a meeting: those that typed new content, and all others."""

    keys_text: int
    keys_other: int

    @classmethod
    def of(cls, turns: Iterable[Turn]) -> Counted:
        """Count the keys of some turns."""
        kinds = [key.is_text for turn in turns for key in turn.keys]
        return cls(sum(kinds), len(kinds) - sum(kinds))


class ScriptError(Exception):
    """The screen did not come to show what a move brings about."""

    def __init__(self, move: Move, screen: str) -> None:
        """Remember the move and what the screen showed instead."""
        super().__init__(f"{move.shows!r} is not on the screen:\n{screen}")


class RoomClock:
    """The clock of the room: it goes on with the turns, not with the machine."""

    def __init__(self) -> None:
        """Begin at nine o'clock."""
        self.turns = 0

    def __call__(self) -> time:
        """Return the time of day."""
        hour, minute = divmod(BEGINS + MINUTES_A_TURN * self.turns, 60)
        return time(hour, minute)


async def play(folder: Path, *, clock: Callable[[], time] | None = None) -> Counted:
    """Hold the meeting on the roadmap of a folder; return the keys, raise ScriptError where the screen is another."""
    room = RoomClock()
    session = Session.open(folder / "roadmap.toml", today=date.fromisoformat(TODAY), clock=clock or room)
    app = Tiekartta(session, Words("fi"), settings=Settings())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for turn in MEETING:
            for move in turn.moves:
                await make(pilot, move)
            room.turns += 1
    session.close()
    return Counted.of(MEETING)


async def make(pilot: Pilot[None], move: Move) -> None:
    """Press the keys of a move and wait until the screen shows what they bring about."""
    for key in move.keys:
        if key.is_text:  # nobody waits from letter to letter
            pilot.app.post_message(events.Key(key.name, key.name))
        else:
            await pilot.press(NAMED.get(key.name, key.name))
    until = monotonic() + PATIENCE
    while not re.search(move.shows, screen_text(pilot)):
        if monotonic() > until:
            raise ScriptError(move, screen_text(pilot))
        await pilot.pause()


def screen_text(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual gives no other way to the text
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def workplace(folder: Path) -> None:
    """Make a folder the repository of a town with the sample in it."""
    shutil.copy(ROOT / "roadmap.toml", folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "roadmap.toml")
    git(folder, "commit", "--quiet", "--message=first")


def main() -> int:
    """Hold the meeting in a folder of its own and tell the keys; return 1 when they are too many."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.meeting", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print keys_text and keys_other as JSON")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="tiekartta-bench-", ignore_cleanup_errors=True) as name:
        os.environ.update(surroundings(Path(name)))
        workplace(Path(name))
        counted = asyncio.run(play(Path(name)))
    if asked.json:
        print(json.dumps(asdict(counted)))
    else:
        print(f"keys that type something new: {counted.keys_text}")
        print(f"all other keys: {counted.keys_other} (at most {MOST_OTHER})")
    return int(counted.keys_other > MOST_OTHER)


if __name__ == "__main__":
    sys.exit(main())
