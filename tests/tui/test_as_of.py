"""The screens on the roadmap as it was: a line says so, everything can be looked at and nothing changed."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from model import edits
from model.edits import Place, RefusedError
from model.git.at import version
from tests.tui.meeting_files import asked, press
from tests.tui.session_files import SMALL, TODAY, git, running, screen_text, settled
from tui.commands import COMMANDS
from tui.screens.decision import DecisionScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

BANNER = "Tilanne 31.8.2026 – vain katseltavaksi"
REFUSED = "Mennyttä voi vain katsella; siinä ei voi muuttaa mitään."
SIZES = [(80, 24), (120, 40)]


def recorded(folder: Path, text: str, when: str) -> None:
    """Commit a version of the roadmap at a time."""
    (folder / "roadmap.toml").write_text(text, encoding="utf-8")
    git(folder, "add", "roadmap.toml")
    dated = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", "commit", "--quiet", "--message", "käsin"], cwd=folder, env=dated, check=True)


@pytest.fixture
def year(repository: Path) -> Path:
    """A roadmap of August whose first measure was renamed in October."""
    recorded(repository, SMALL, "2026-08-30T12:00:00")
    recorded(repository, SMALL.replace("Verkkomaksaminen", "Maksaminen verkossa"), "2026-10-01T12:00:00")
    return repository / "roadmap.toml"


def state_of(path: Path) -> tuple[bytes, str]:
    """Return what stands in the file and in git."""
    return path.read_bytes(), git(path.parent, "log", "--format=%H")


def edited(path: Path, old: str, new: str) -> None:
    """Change the file as an editor does."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def past(path: Path, asked_for: str = "2026-08-31") -> Session:
    """Open the roadmap as it was."""
    found = version(path, asked_for)
    return Session.open(path, today=found.day, version=found)


async def answered(pilot: Pilot[None], text: str) -> None:
    """Give an answer to the question of F4."""
    await press(pilot, "f4")
    await asked(pilot)
    pilot.app.screen.query_one(Input).value = text
    await press(pilot, "enter")
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_says_as_of_when_it_is(year: Path, size: tuple[int, int]) -> None:
    """The line stands above the title of each screen; what is shown is of then, late as of then."""
    before = state_of(year)
    async with running(past(year), size=size) as pilot:
        first = screen_text(pilot)
        for key in ("t", "k", "e", "m", "b", "h", "o", "question_mark"):
            await press(pilot, key)
            assert BANNER in screen_text(pilot).splitlines()[0]
        await settled(pilot)

    assert ("Verkkomaksaminen" in first, "Maksaminen verkossa" in first) == (True, False)
    assert "kirjattu" not in first
    assert state_of(year) == before


@pytest.mark.parametrize("size", SIZES)
async def test_keys_that_change_something_are_not_offered_and_refused(year: Path, size: tuple[int, int]) -> None:
    """The bar has none of them; whoever presses one is told why nothing happens."""
    async with running(past(year), size=size) as pilot:
        bar = "\n".join(screen_text(pilot).splitlines()[-2:])
        for key in ("v", "s", "a", "plus", "enter", "u", "y"):
            await press(pilot, key)
            assert REFUSED in screen_text(pilot)
            assert not pilot.app.screen.is_modal
            await press(pilot, "g")
        await press(pilot, "e", "c")
        assert REFUSED in screen_text(pilot)

    assert ("Uusi toimenpide" in bar, "Kumoa" in bar, "F4 Tilanne" in bar) == (False, False, True)


async def test_what_is_looked_at_can_be_opened(year: Path) -> None:
    """A measure opens as ever; what one key does on several screens is judged on the one that is shown."""
    async with running(past(year), size=(100, 40)) as pilot:
        await press(pilot, "space")
        card = screen_text(pilot)
        await press(pilot, "enter")
        edit = screen_text(pilot)
        await press(pilot, "escape", "slash")
        await press(pilot, *"kulj")
        found = screen_text(pilot)

    assert (BANNER in card.splitlines()[0], "Tiketöinti" in card) == (True, True)
    assert REFUSED in edit
    assert ("Kuljetukset" in found, "Tiketöinti" in found) == (True, False)


async def test_who_decided_a_field_is_told_as_of_then(year: Path) -> None:
    """Asking changes nothing, so it is not refused; who came later had not decided yet."""
    async with running(past(year), size=(100, 40)) as pilot:
        pilot.app.open_measure("T01")  # type: ignore[attr-defined] # it is ours
        await pilot.pause()
        pilot.app.screen.query_one(Rows).select("title")
        await press(pilot, "w")
        await settled(pilot)
        told = screen_text(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        opened = pilot.app.screen

    assert (REFUSED in told, "30.8.2026" in told, "1.10.2026" in told) == (False, True, False)
    assert isinstance(opened, DecisionScreen)


@pytest.mark.parametrize("keys", [("space",), ("k",)])
async def test_a_click_changes_no_more_than_a_key(year: Path, keys: tuple[str, ...]) -> None:
    """On a field of a measure and on a level: the click that would ask for another value is refused like its key."""
    async with running(past(year), size=(100, 40)) as pilot:
        await press(pilot, *keys)
        for line in (0, 0, 1, 1):
            await pilot.click(Rows, offset=(4, line))
        await settled(pilot)

        assert REFUSED in screen_text(pilot)
        assert not pilot.app.screen.is_modal


async def test_the_palette_offers_only_what_looks(year: Path) -> None:
    """A command that changes something cannot be found there."""
    async with running(past(year), size=(100, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await asked(pilot)
        await press(pilot, *"uusi")
        none = screen_text(pilot)
        await press(pilot, "escape")

    assert "Tällaista komentoa ei ole" in none


def test_whatever_way_a_change_takes_it_is_refused(year: Path) -> None:
    """The session itself changes nothing of the past, should a screen ask it to."""
    session = past(year)
    before = year.read_bytes()

    with pytest.raises(RefusedError):
        session.change(edits.mark_done(session.roadmap, "T01", Place(TODAY), result=""))
    assert (session.roadmap.measure("T01").status, year.read_bytes()) == ("active", before)


def test_the_commands_that_look_are_a_named_few() -> None:
    """A new command is none of the past's until somebody says so."""
    changing = {
        "schedule.done",
        "meeting.open",
        "walk.done",
        "minutes.write",
        "measure.edit",
        "maturity.rescore",
        "undo",
    }

    assert changing.isdisjoint(row.id for row in COMMANDS if row.looks)
    assert {"go.maturity", "help", "quit", "as-of"} <= {row.id for row in COMMANDS if row.looks}


@pytest.mark.parametrize("size", SIZES)
async def test_another_day_is_a_key_away_and_so_is_now(year: Path, size: tuple[int, int]) -> None:
    """F4 asks for the day; an empty answer leads back to what can be changed."""
    session = Session.open(year, today=TODAY)
    async with running(session, size=size) as pilot:
        await settled(pilot)
        await press(pilot, "k")
        await answered(pilot, "31.8.2026")
        then = screen_text(pilot)
        await answered(pilot, "HEAD")
        newest = screen_text(pilot)
        await answered(pilot, "")
        now = screen_text(pilot)
        await press(pilot, "v")
        await asked(pilot)
        is_asked = pilot.app.screen.is_modal
        await press(pilot, "escape")

    assert (BANNER in then, "Verkkomaksaminen" in then) == (True, True)
    assert "Tilanne 1.10.2026 (HEAD) – vain katseltavaksi" in newest
    assert ("vain katseltavaksi" in now, "Maksaminen" in now, is_asked) == (False, True, True)


@pytest.mark.parametrize("size", SIZES)
async def test_esc_leads_out_of_the_past(year: Path, size: tuple[int, int]) -> None:
    """In front of people nobody looks for the way: it stands in the bar of the first screen; others lead there."""
    async with running(Session.open(year, today=TODAY), size=size) as pilot:
        await settled(pilot)
        await answered(pilot, "31.8.2026")
        await press(pilot, "k")
        await press(pilot, "escape")
        then = screen_text(pilot)
        await press(pilot, "escape")
        now = screen_text(pilot)

    assert (BANNER in then, "Esc Nykyhetkeen" in then) == (True, True)
    assert ("vain katseltavaksi" in now, "Maksaminen" in now, "Nykyhetkeen" in now) == (False, True, False)


async def test_a_day_that_is_not_known_is_said_and_nothing_changes(year: Path) -> None:
    """The screen stays where it was."""
    async with running(Session.open(year, today=TODAY)) as pilot:
        await settled(pilot)
        await answered(pilot, "1.1.2020")
        said = screen_text(pilot)
        await press(pilot, "f4")
        await asked(pilot)
        await press(pilot, "escape")
        left = screen_text(pilot)

    assert "Tiekartan historia alkaa 30.8.2026" in said
    assert "vain katseltavaksi" not in said + left


async def test_what_others_change_meanwhile_is_told_when_one_is_back(year: Path) -> None:
    """While the past is shown the file is not looked at; nothing of theirs is lost by it."""
    async with running(Session.open(year, today=TODAY), size=(110, 40)) as pilot:
        await settled(pilot)
        await answered(pilot, "31.8.2026")
        edited(year, "Kuljetukset", "Kyydit")
        pilot.app.look_outside()  # type: ignore[attr-defined] # the app's own timer, without its second
        then = screen_text(pilot)
        await answered(pilot, "")
        pilot.app.look_outside()  # type: ignore[attr-defined] # as before
        await settled(pilot)
        now = screen_text(pilot)

    assert (BANNER in then, "Kyydit" in then) == (True, False)
    assert "Kyydit" in now
