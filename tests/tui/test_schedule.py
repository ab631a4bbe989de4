"""The first screen answers without a key: what is now, what is late, due and starting, and how far we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import session_of
from tests.tui.session_files import SMALL, TODAY, committed, opened, running, screen_text, settled
from tui.screens.schedule import Schedule
from tui.session import Session
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.strip import Strip


def grid(pilot: Pilot[None]) -> Grid:
    """Return the grid of the screen in front."""
    return pilot.app.screen.query_one(Grid)


def at_hand(pilot: Pilot[None]) -> str:
    """Return the id of the measure under the cursor."""
    screen = pilot.app.screen
    assert isinstance(screen, Schedule)
    return screen.at_hand.id if screen.at_hand else ""


def shown(pilot: Pilot[None]) -> list[str]:
    """Return the ids of the measures in the grid, in their order."""
    return [row.measure.id for row in grid(pilot).rows if row.measure]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_everything_that_matters_is_seen_without_a_key(repository: Path, size: tuple[int, int]) -> None:
    """The half-year, its counts, how far we are, every late and every due measure stand on the screen at 80×24."""
    async with running(session_of(repository), size=size) as pilot:
        text = screen_text(pilot)

    assert "syksy 2026 · 7 päättyy · 3 myöhässä · 7 alkaa" in text
    assert "ESIMERKKI" in text
    assert "13/40" in text
    assert all(name in text for name in ("T07", "T19", "T38", "T04", "T10", "T12", "T22", "T23", "T28", "T30"))
    assert "Enter Käy läpi" in text
    assert "tallennettu · kirjattu" in text


async def test_signs_say_what_colours_say(repository: Path) -> None:
    """A late measure has `!`, one that ends now `●`, and the line under the grid says what the signs mean."""
    async with running(session_of(repository)) as pilot:
        lines = screen_text(pilot).splitlines()

    assert "!" in next(line for line in lines if "T07" in line)
    assert "●" in next(line for line in lines if "T04" in line)
    assert any("! myöhässä" in line and "● päättyy nyt" in line for line in lines)


async def test_a_cursor_move_repaints_two_lines(repository: Path) -> None:
    """A key down touches the line it leaves and the line it comes to, nothing else."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await settled(pilot)
        drawn: list[int] = []
        paint = grid(pilot).render_line

        def counted(y: int) -> Strip:
            drawn.append(y)
            return paint(y)

        grid(pilot).render_line = counted  # type: ignore[method-assign]  # it only counts what is painted

        await pilot.press("down")

        assert len(set(drawn)) == 2


async def test_the_cursor_passes_over_headings(repository: Path) -> None:
    """From the last late measure the cursor goes to the first due one; Home and End reach both ends."""
    async with running(session_of(repository)) as pilot:
        await pilot.press("down", "down", "down")
        below = at_hand(pilot)
        await pilot.press("end")
        row = grid(pilot).current
        await pilot.press("home")

        assert below == "T04"
        assert row is not None
        assert row.fold == "dropped"
        assert at_hand(pilot) == "T07"


async def test_what_is_over_is_folded(repository: Path) -> None:
    """Done measures stand as one line at the end, which unfolds at a key."""
    async with running(session_of(repository)) as pilot:
        before = shown(pilot)
        await pilot.press("end", "up", "space")

        assert "T01" not in before
        assert "T01" in shown(pilot)


async def test_grouping_goes_through_its_ways(repository: Path) -> None:
    """The key groups by goal, sector, viewpoint and role, says so, and comes back to what is due."""
    async with running(opened(repository)) as pilot:
        headings = []
        for _ in range(5):
            await pilot.press("g")
            headings.append([row.text for row in grid(pilot).rows if not row.measure])

    assert headings[0] == ["HELPPO ASIOINTI", "EI KIRJATTU"]
    assert headings[3] == ["VAPAA-AIKAPÄÄLLIKKÖ", "EI KIRJATTU"]
    assert headings[4][0] == "MYÖHÄSSÄ"


async def test_search_follows_the_typing(repository: Path) -> None:
    """Letters narrow the list, å counts as a, exact hits come first, and Esc shows all again."""
    async with running(session_of(repository)) as pilot:
        everything = shown(pilot)
        await pilot.press("slash", *"tiketo")
        none = shown(pilot)
        await pilot.press("escape", "slash", *"sahkoi")
        folded = shown(pilot)
        await pilot.press("escape", "slash", *"t30")
        exact = shown(pilot)
        await pilot.press("escape")

        assert none == []
        assert {"T01", "T08", "T27", "T28"} <= set(folded)
        assert exact[0] == "T30"
        assert shown(pilot) == everything


async def test_letters_are_letters_while_typing(repository: Path) -> None:
    """In the search line a letter is typed, never taken for a command; Enter goes to what was found."""
    async with running(session_of(repository)) as pilot:
        await pilot.press("slash", *"kumq")
        typing = isinstance(pilot.app.screen, Schedule)
        await pilot.press("escape", "slash", *"t12", "enter")

        assert typing
        assert at_hand(pilot) == "T12"
        assert grid(pilot).has_focus


async def test_the_mouse_selects_and_opens(repository: Path) -> None:
    """A click selects a measure, a second one opens its card."""
    async with running(session_of(repository)) as pilot:
        await pilot.click(Grid, offset=(10, 4))
        selected = at_hand(pilot)
        await pilot.click(Grid, offset=(10, 4))
        await pilot.pause()

        assert selected == "T19"
        assert "Verkkolevyjen siivous" in screen_text(pilot).splitlines()[0]


async def test_more_half_years_than_fit_can_be_reached(repository: Path) -> None:
    """Where a roadmap is longer than the window, the present half-year is in sight and arrows show the others."""
    path = repository / "roadmap.toml"
    session = opened(repository)
    path.write_text(path.read_text("utf-8").replace('first = "2025H1"', 'first = "2010H1"'), encoding="utf-8")
    session.keeper.look()
    async with running(session) as pilot:
        now = screen_text(pilot)
        await pilot.press(*["left"] * 40)

        assert "2026" in now
        assert "2010" in screen_text(pilot)
        assert "2026" not in screen_text(pilot).splitlines()[2]


async def test_while_typing_the_bar_tells_only_keys_that_act(repository: Path) -> None:
    """With the search line open the bar tells how to go on and how to end it; then all keys again."""
    async with running(session_of(repository)) as pilot:
        await pilot.press("slash", *"digi")
        await pilot.pause()
        typing = screen_text(pilot).splitlines()[-1]
        await pilot.press("escape")
        await pilot.pause()

        assert typing.split() == ["Enter", "Osumiin", "Esc", "Näytä", "kaikki"]
        assert "Enter Käy läpi" in screen_text(pilot).splitlines()[-1]


async def test_minutes_that_wait_are_named_first(repository: Path) -> None:
    """What is under way, not checked or not published stands under the title; when nothing waits, there is no line."""
    held = "opened = 09:00:00\nclosed = 10:00:00\n"
    meetings = (
        f'\n[[meetings]]\nnumber = "1/2026"\ndate = 2026-03-10\n{held}state = "checked"\n'
        f'\n[[meetings]]\nnumber = "2/2026"\ndate = 2026-09-01\n{held}'
    )
    session = Session.open(committed(repository, SMALL + meetings), today=TODAY)
    async with running(session) as pilot:
        waiting = screen_text(pilot)
    bare = Session.open(committed(repository), today=TODAY)
    async with running(bare) as pilot:
        nothing = screen_text(pilot)

    assert "Muistioita kesken: 1/2026 julkaisematta ja 2/2026 tarkastamatta" in waiting.splitlines()[2]
    assert "Muistioita kesken" not in nothing
