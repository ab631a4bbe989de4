"""What has changed since then, on the screens: since the last meeting, since any time, and for who was away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.meeting_files import asked, press
from tests.tui.session_files import SMALL, TODAY, opened, running, screen_text, settled
from tests.tui.test_as_of import BANNER, answered, edited, recorded
from tui.lookingback import leave
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

MEETING = """
[[meetings]]
number = "1/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:30:00

[[meetings]]
number = "2/2026"
date = 2026-10-05
opened = 09:00:00
closed = 10:30:00
"""
FIRST = MEETING.split('[[meetings]]\nnumber = "2', maxsplit=1)[0]
CHANGED = SMALL.replace('end = "2026H2"', 'end = "2027H1"')
LATER = CHANGED.replace('"Kuljetukset"', '"Kyydit"')
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def year(repository: Path) -> Path:
    """A meeting, a change, a second meeting, and a change after it."""
    recorded(repository, SMALL, "2026-08-30T12:00:00")
    recorded(repository, SMALL + FIRST, "2026-09-01T10:30:00")
    recorded(repository, CHANGED + FIRST, "2026-10-01T12:00:00")
    recorded(repository, CHANGED + MEETING, "2026-10-05T10:30:00")
    recorded(repository, LATER + MEETING, "2026-11-01T12:00:00")
    return repository / "roadmap.toml"


@pytest.mark.parametrize("size", SIZES)
async def test_it_begins_with_the_last_meeting(year: Path, size: tuple[int, int]) -> None:
    """Only what came after it stands there, and what is changed while one looks comes along."""
    async with running(Session.open(year, today=TODAY), size=size) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await settled(pilot)
        first = screen_text(pilot)
        edited(year, "Tiketöinti", "Lippujärjestelmä")
        pilot.app.look_outside()  # type: ignore[attr-defined] # the app's own timer, without its second
        await settled(pilot)
        await press(pilot, "pagedown")
        then = screen_text(pilot)

    assert "Muutokset kokouksen 2/2026 jälkeen" in first.splitlines()[0]
    assert ("T03 Kyydit: nimi: Kuljetukset → Kyydit" in " ".join(first.split()), "T01" in first) == (True, False)
    assert "Lippujärjestelmä" in then


async def test_another_time_is_chosen(year: Path) -> None:
    """An earlier meeting has a number of its own; any day and revision can be typed."""
    async with running(Session.open(year, today=TODAY), size=(100, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await settled(pilot)
        await press(pilot, "l")
        await asked(pilot)
        await press(pilot, "2")
        await settled(pilot)
        earlier = screen_text(pilot)
        await press(pilot, "l")
        await asked(pilot)
        await press(pilot, "3")
        await asked(pilot)
        pilot.app.screen.query_one(Input).value = "1.1.2020"
        await press(pilot, "enter")
        await settled(pilot)
        unknown = screen_text(pilot)

    assert ("T01" in earlier, "T03" in earlier) == (True, True)
    assert "Muutokset kokouksen 1/2026 jälkeen" in earlier.splitlines()[0]
    assert "Tiekartan historia alkaa 30.8.2026" in unknown


async def test_it_is_written_beside_the_roadmap(year: Path) -> None:
    """Its file is named by the earlier day."""
    async with running(Session.open(year, today=TODAY), size=(100, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await settled(pilot)
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "1")
        await settled(pilot)

    text = (year.parent / "minutes" / "muutokset-2026-10-05.md").read_text(encoding="utf-8")
    assert text.startswith("# Muutokset kokouksen 2/2026 jälkeen")


async def test_without_a_meeting_it_asks_for_another_time(repository: Path) -> None:
    """Nothing is guessed, and the screen says what to do."""
    async with running(opened(repository), size=(100, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        shown = screen_text(pilot)

    assert "valitse muu ajankohta" in shown


async def test_the_catch_up_begins_with_the_changes_since_the_meeting_before(year: Path) -> None:
    """What was decided between the meetings is there, too."""
    async with running(Session.open(year, today=TODAY), size=(100, 60)) as pilot:
        await settled(pilot)
        await press(pilot, "m", "n")
        await settled(pilot)
        shown = screen_text(pilot)

    assert shown.index("Muutokset kokouksen 1/2026 jälkeen") < shown.index("T01") < shown.index("Tehtävät ja määräajat")


async def test_in_the_past_it_ends_then(year: Path) -> None:
    """The later state is the one that is shown."""
    async with running(Session.open(year, today=TODAY), size=(100, 40)) as pilot:
        await settled(pilot)
        await answered(pilot, "2.10.2026")
        await press(pilot, "n")
        await settled(pilot)
        shown = screen_text(pilot)

    assert "2.10.2026" in shown.splitlines()[0]
    assert BANNER not in shown
    assert ("Muutokset kokouksen 1/2026 jälkeen" in shown, "T01" in shown, "T03" in shown) == (True, True, False)


async def test_whoever_was_away_is_told_at_the_start(year: Path) -> None:
    """A line on the first screen says how much has changed since the last meeting, and the key that shows it."""
    async with running(Session.open(year, today=TODAY)) as pilot:
        await settled(pilot)
        first = screen_text(pilot)
        await press(pilot, "n")
        await settled(pilot)
        shown = screen_text(pilot)

    assert "1 muutos kokouksen 2/2026 jälkeen; n näyttää sen." in first
    assert "Kyydit" in shown


async def test_whoever_has_left_it_so_is_told_nothing(year: Path) -> None:
    """What was changed here, or seen here before, is no news."""
    session = Session.open(year, today=TODAY)
    leave(year, session.keeper.disk.document.digest)
    async with running(session) as pilot:
        await settled(pilot)
        first = screen_text(pilot)

    assert "n näyttää" not in first


async def test_nothing_new_is_no_news(repository: Path) -> None:
    """Without a meeting, or with nothing changed since the last one, the line is empty."""
    recorded(repository, SMALL + MEETING, "2026-11-01T12:00:00")
    async with running(Session.open(repository / "roadmap.toml", today=TODAY)) as pilot:
        await settled(pilot)
        first = screen_text(pilot)

    assert "n näyttää" not in first
