"""What a § tells about the roadmap is told as it stands when the § is taken up, after the walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.meeting_files import on_disk, press, session_of, walking
from tests.tui.session_files import screen_text

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_changes_of_the_year_are_counted_after_the_walk(repository: Path) -> None:
    """T07 and T19 move in the walk: the proposal on the year's changes shows and records four, not two."""
    async with walking(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "3", "1", "1", "3", "1", "1", "j", "enter", "e")
        await press(pilot, "down")
        shown = screen_text(pilot)
        await press(pilot, "enter", "enter", "enter")

    item = next(item for item in on_disk(repository).meeting("3/2026").items if item.heading.startswith("Esitys "))
    assert "siirretty 4" in shown
    assert item.background == "Vuonna 2026 tähän mennessä: siirretty 4, keskeytetty 2."
    assert item.outcome == "proposed"
