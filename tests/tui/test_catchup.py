"""The catch-up page on screen: whoever was away comes first, and every reader is a key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.meeting_files import asked, press, session_of
from tests.tui.session_files import opened, running, screen_text, settled
from tui.screens.catchup import CatchUpScreen

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_page_is_for_the_one_who_was_away(repository: Path) -> None:
    """What concerns the branch of the member who was absent stands before the rest."""
    async with running(session_of(repository), size=(100, 160)) as pilot:
        await press(pilot, "b", "n")
        shown = screen_text(pilot)

    assert "Perusopetuksen edustaja" in shown.splitlines()[0]
    own = shown.partition("Koskee toimialaasi")[2]
    assert 0 < own.index("T19") < own.index("Muut päätökset")


async def test_every_reader_is_a_key_away(repository: Path) -> None:
    """The space bar goes through all of them and round; a key asks for one."""
    async with running(session_of(repository), size=(100, 60)) as pilot:
        await press(pilot, "m", "n", *["space"] * 6)
        everybody = screen_text(pilot)
        await press(pilot, "space", "l")
        await asked(pilot)
        await press(pilot, "2")
        second = screen_text(pilot)
        await press(pilot, "l")
        await asked(pilot)
        await press(pilot, "escape")
        same = screen_text(pilot)

    assert "kaikki" in everybody.splitlines()[0]
    assert "7/7" in everybody.splitlines()[0]
    assert "2/7" in second.splitlines()[0]
    assert same == second


async def test_without_a_meeting_there_is_no_page(repository: Path) -> None:
    """Its key does nothing, and the screen says why it is empty."""
    async with running(opened(repository), size=(100, 40)) as pilot:
        await press(pilot, "b", "n")
        assert "Päätökset ja tehtävät" in screen_text(pilot).splitlines()[0]
        pilot.app.push_screen(CatchUpScreen())
        await pilot.pause()
        await press(pilot, "enter", "l", "c", "w", "space")
        shown = screen_text(pilot)

    assert "Kokouksia ei vielä ole" in shown


async def test_the_page_is_written_for_its_reader(repository: Path) -> None:
    """Each reader has a file of their own, in the language of the person at the screen."""
    async with running(session_of(repository), size=(100, 60)) as pilot:
        await press(pilot, "b", "n", "enter")
        await asked(pilot)
        await press(pilot, "1")
        await settled(pilot)
        said = screen_text(pilot)

    path = repository / "minutes" / "kooste-2-2026-perusopetus.md"
    assert "Kirjoitettu: minutes/kooste-2-2026-perusopetus.md" in said
    assert path.read_text(encoding="utf-8").startswith("# Kokous 2/2026 lyhyesti")
