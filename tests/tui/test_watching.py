"""The app tells what became of a decision, and what others do to the file behind its back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exporters.words import Words
from model.git.errors import GitError
from tests.trusted import allow
from tests.tui.session_files import SMALL, TODAY, committed, git, opened, running, screen_text
from tui.session import Session
from tui.state import alarm, state
from tui.watching import Watching

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

FI = Words("fi")


def look(pilot: Pilot[None]) -> None:
    """Look at the file now, as the app does every second."""
    app = pilot.app
    assert isinstance(app, Watching)
    app.look_outside()


async def test_what_others_change_is_told_in_sentences(repository: Path) -> None:
    """An edit in another program is taken in, and the screen says what it was."""
    session = opened(repository)
    async with running(session) as pilot:
        session.path.write_text(SMALL.replace("Tiketöinti", "Tiketöinti paikkatietoon"), encoding="utf-8")
        look(pilot)
        await pilot.pause()

        text = screen_text(pilot)

    assert "Tiketöinti paikkatietoon" in text
    assert "Muuttunut ohjelman ulkopuolella" in text
    assert "T02" in text


async def test_a_file_made_unreadable_is_told_and_changes_nothing(repository: Path) -> None:
    """While the file cannot be read the roadmap stays as it was, and the screen says where the fault is."""
    session = opened(repository)
    before = session.roadmap
    async with running(session) as pilot:
        session.path.write_text(SMALL + "\nx = [", encoding="utf-8")
        look(pilot)
        await pilot.pause()

        assert "Rivi" in screen_text(pilot)
        assert session.roadmap is before

        session.path.write_text(SMALL, encoding="utf-8")
        look(pilot)
        await pilot.pause()

        assert "Rivi" not in screen_text(pilot)
        assert FI.t("The file is in order again.") in screen_text(pilot)


@pytest.mark.parametrize("is_gone", [True, False])
async def test_that_the_file_cannot_be_read_stands_until_it_can(repository: Path, *, is_gone: bool) -> None:
    """Other keys, and a decision that is refused, do not take it away; the key to what is wrong stands in the bar."""
    session = opened(repository)
    async with running(session, size=(120, 40)) as pilot:
        if is_gone:
            session.path.unlink()
        else:
            session.path.write_text(SMALL + "\nx = [", encoding="utf-8")
        look(pilot)
        if not is_gone:
            await pilot.press("down", "v", *"Valmis", "enter")
        await pilot.press("h", "escape", "down")
        await pilot.pause()
        broken = screen_text(pilot)
        session.path.write_text(SMALL, encoding="utf-8")
        look(pilot)
        await pilot.press("down")
        await pilot.pause()
        mended = screen_text(pilot)

    kept = "Tähän ei voi tallentaa:"
    assert (kept in broken, "TIEDOSTOA EI VOI LUKEA" in broken, "o Virheet" in broken) == (True, True, True)
    assert "kirjattu" not in broken.replace(kept, "")
    assert (kept in mended, "TIEDOSTOA EI VOI LUKEA" in mended, "o Virheet" in mended) == (False, False, False)


async def test_what_did_not_change_is_not_read(repository: Path) -> None:
    """A file that nobody touched is left alone."""
    session = opened(repository)
    async with running(session) as pilot:
        before = session.roadmap
        look(pilot)

        assert session.roadmap is before


async def test_a_vanished_file_is_told(repository: Path) -> None:
    """When the file is gone the roadmap is still on the screen, and it says that the file is not."""
    session = opened(repository)
    async with running(session) as pilot:
        session.path.unlink()
        look(pilot)
        await pilot.pause()

        assert "T02" in screen_text(pilot)
        assert session.keeper.problems[0].code == "no-file"


async def test_decisions_of_earlier_sessions_can_be_undone(repository: Path) -> None:
    """After coming back the latest decision is still the one that u takes back."""
    first = opened(repository)
    async with running(first) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        await pilot.pause()
    assert "done" in (repository / "roadmap.toml").read_text("utf-8")

    async with running(Session.open(repository / "roadmap.toml", today=TODAY)) as pilot:
        for worker in pilot.app.workers:
            if worker.group == "recall":
                await worker.wait()
        await pilot.press("u")
        await pilot.pause()

        assert "Kumotaan: T02" in screen_text(pilot)
        assert "done" not in (repository / "roadmap.toml").read_text("utf-8")


async def test_a_decision_that_git_refuses_is_told_until_it_is_over(repository: Path) -> None:
    """A failing hook is named in a line that stays; the file has the decision all the same."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    session = opened(repository)
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    allow(repository)
    async with running(session) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        while session.keeper.recording.pending and "EI KIRJATTU" not in screen_text(pilot):
            await pilot.pause()
        failed = screen_text(pilot)
        hook.unlink()

    assert "done" in session.path.read_text("utf-8")
    assert "EI KIRJATTU" in failed
    assert len(git(repository, "log", "--format=%h").split()) == 2, "it is tried again on the way out"


def test_each_state_has_its_words(repository: Path) -> None:
    """Saved and recorded, recorded later, not recorded: each is said in words of its own."""
    keeper = Session.open(committed(repository), today=TODAY).keeper

    assert state(keeper, None, FI) == "tallennettu · kirjattu"
    assert alarm(keeper, None, FI) == ""
    assert "EI KIRJATTU" in state(keeper, GitError("x"), FI)
    assert alarm(keeper, GitError("x"), FI) != ""
