"""What a folder would have git run is shown on the screen before it runs for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.session_files import opened, running, screen_text

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_foreign_hook_waits_for_leave(repository: Path) -> None:
    """The line tells of it, the key shows the list; allowed, the hook runs and the decision is recorded."""
    hook, caught = repository / ".git" / "hooks" / "pre-commit", repository / ".git" / "ajettu"
    session = opened(repository)
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {caught}\n", encoding="utf-8")
    hook.chmod(0o755)
    async with running(session) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        while session.keeper.recording.pending and "EI KIRJATTU" not in screen_text(pilot):
            await pilot.pause()
        assert "pre-commit" in screen_text(pilot)
        assert not caught.exists()

        await pilot.press("exclamation_mark")
        while "Sallitaanko" not in screen_text(pilot):
            await pilot.pause()
        assert "pre-commit" in screen_text(pilot)
        await pilot.press("enter")
        while session.keeper.recording.pending:
            await pilot.pause()

    assert caught.exists()


async def test_left_unanswered_nothing_runs(repository: Path) -> None:
    """Esc leaves everything as it was: saved, not recorded."""
    hook, caught = repository / ".git" / "hooks" / "pre-commit", repository / ".git" / "ajettu"
    session = opened(repository)
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {caught}\n", encoding="utf-8")
    hook.chmod(0o755)
    async with running(session) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        while "EI KIRJATTU" not in screen_text(pilot):
            await pilot.pause()
        await pilot.press("exclamation_mark")
        while "Sallitaanko" not in screen_text(pilot):
            await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

    assert session.keeper.recording.pending
    assert not caught.exists()
    assert "done" in session.path.read_text("utf-8")


async def test_where_nothing_waits_the_key_says_so(repository: Path) -> None:
    """The help tells of it everywhere; the key bar only where it does something."""
    async with running(opened(repository)) as pilot:
        first = screen_text(pilot)
        await pilot.press("exclamation_mark")
        for _ in range(20):
            await pilot.pause()
        said = screen_text(pilot)

    assert "! Salli" not in first
    assert "ei odota sallimista" in said
