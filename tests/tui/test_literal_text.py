"""Whatever stands in the file is shown as it stands there, and nothing of it reaches the terminal as a command."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from exporters.words import Words
from tests.tui.hostile_files import HOSTILE, LONG, hostile
from tests.tui.session_files import TODAY, committed, running, screen_text
from tui.app import screen_named
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SCREENS = {
    "schedule": (),
    "measure": ("T07",),
    "maturity": (),
    "walk": (),
    "meeting": (),
    "minutes": (),
    "register": (),
    "catchup": (),
    "papers": (),
    "history": (),
    "problems": (),
    "help": (),
}
"""Every screen and what it is opened with."""
BACKGROUND = ("recall", "default")
"""The groups of workers that end by themselves; those of a question wait for its answer."""
SHOWING = ("schedule", "measure", "maturity")
"""The screens on which there is text of the file before anything is decided."""


def opened(folder: Path, text: str) -> Session:
    """Open a roadmap full of a text."""
    session = Session.open(committed(folder, hostile(text)), today=TODAY)
    assert session.keeper.problems == ()
    return session


def dangerous(pilot: Pilot[None]) -> set[str]:
    """Return the characters on the screen that a terminal could act on."""
    allowed = {"\n", "\u200d"}
    return {char for char in screen_text(pilot) if unicodedata.category(char) in ("Cc", "Cf", "Cs")} - allowed


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["hostile", "long"])
@pytest.mark.parametrize("name", SCREENS)
async def test_text_stays_text(repository: Path, name: str, text: str) -> None:
    """Markup is shown literally, control characters as pictures, on every screen and at any length."""
    async with running(opened(repository, text)) as pilot:
        if name != "schedule":
            await pilot.app.push_screen(screen_named(name, *SCREENS[name]))
        for worker in pilot.app.workers:
            if worker.group in BACKGROUND:
                await worker.wait()
        await pilot.pause()

        shown = screen_text(pilot)

        assert dangerous(pilot) == set()
        assert name not in SHOWING or "[red]X[/] [/] [x]" in shown
        assert Words("fi").t("EXAMPLE") in shown
