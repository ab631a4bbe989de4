"""Typing in a round of the survey on the screen: one sheet, one commit, and nothing typed is lost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from textual import events

from tests.tui.meeting_files import session_of, subjects
from tests.tui.session_files import running, screen_text, until
from tui.screens.survey import AskRound

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("3,5", "3.6", "3,3", "2,8", "2,6", "3,2", "2,5", "3,1", "2,9", "2,4", "2,2")
HEAD = (*"1.11.2026", "enter", *"296", "enter", *"142", "enter")


async def test_eleven_means_are_one_round_and_one_commit(repository: Path) -> None:
    """All fits on 80 × 24; Enter goes down, behind the last level it is shown and saved; one undo takes it back."""
    session = session_of(repository)
    async with running(session) as pilot:
        await pilot.press("k", "s", *HEAD)
        rows = await until(pilot, "48 %")
        for mean in LEVELS:
            await pilot.press(*mean, "enter")
        await until(pilot, "Tallennetaanko")
        await pilot.press("enter")
        await until(pilot, "11 näkökulmaa (1.11.2026")
        latest = [viewpoint.scores[-1] for viewpoint in session.roadmap.viewpoints]
        await pilot.press("u")

        assert all((viewpoint.short or viewpoint.name) in rows for viewpoint in session.roadmap.viewpoints)
        assert [score.value for score in latest] == [Decimal(mean.replace(",", ".")) for mean in LEVELS]
        assert {score.n for score in latest} == {142}
        assert len(session.roadmap.surveys) == 2
    session.close()
    assert [said.partition(":")[0] for said in subjects(repository)[1:]] == ["Kysely Henkilöstökysely 2026", "Kumottu"]


async def test_what_is_wrong_is_said_beside_its_row_and_goes_when_it_is_right(repository: Path) -> None:
    """6 is no level and four answers are too few; saving goes to the first of them."""
    async with running(session_of(repository)) as pilot:
        await pilot.press("k", "s", *HEAD, "6", "tab", "4", "tab")
        wrong = await until(pilot, "Taso on 1–5")
        await pilot.press("ctrl+s", *"3,6", "tab", *"140")
        right = await until(pilot, "täytetty 1/11 ")

        assert "1 virhe" in wrong or "2 virhettä" in wrong
        assert "Taso on 1–5" not in right


async def test_leaving_asks_and_what_was_typed_can_be_kept(repository: Path) -> None:
    """Kept, it stands there again; thrown away, the sheet is as it was."""
    session = session_of(repository)
    async with running(session) as pilot:
        await pilot.press("k", "s", *HEAD, *"3,6", "escape", "2", "s")
        await until(pilot, "[3,6 ")
        await pilot.press("1", "escape", "3", "s")
        fresh = screen_text(pilot)
        await pilot.press("escape")

        assert "[3,6 " not in fresh
        assert not isinstance(pilot.app.screen, AskRound)
        assert session.typed_round is None


async def test_a_column_of_a_spreadsheet_is_pasted(repository: Path) -> None:
    """Two columns of eleven rows come in at one go."""
    async with running(session_of(repository)) as pilot:
        await pilot.press("k", "s", *HEAD)
        pilot.app.post_message(events.Paste("\n".join(f"{mean}\t{140}" for mean in LEVELS)))
        await until(pilot, "täytetty 11/11 ")
