"""The history: sentences, newest first, read in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import edits
from model.edits import Place
from tests.tui.session_files import TODAY, git, opened, running, screen_text, settled
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place(TODAY)


def decided(folder: Path) -> Session:
    """Open the small roadmap and let two decisions be recorded."""
    session = opened(folder)
    session.change(edits.mark_done(session.roadmap, "T01", HERE, result="Toimii"))
    session.change(edits.drop(session.roadmap, "T02", HERE, reason="ei tarvita"))
    session.close()
    return Session.open(session.path, today=TODAY)


async def test_decisions_are_sentences_newest_first(repository: Path) -> None:
    """The latest decision stands on top, the coming into being of the file at the bottom."""
    async with running(decided(repository), size=(100, 24)) as pilot:
        await pilot.press("h")
        await settled(pilot)

        text = screen_text(pilot)
        assert text.index("T02 keskeytetty") < text.index("T01 merkitty valmiiksi") < text.index("alku")


async def test_an_undone_decision_is_folded_and_says_so(repository: Path) -> None:
    """A decision and its undo are one line that says that it was taken back."""
    session = decided(repository)
    session.change(edits.start(session.roadmap, "T03", HERE))
    session.undo()
    session.close()
    async with running(Session.open(session.path, today=TODAY), size=(100, 24)) as pilot:
        await pilot.press("h")
        await settled(pilot)

        (line,) = [line for line in screen_text(pilot).splitlines() if "T03" in line]
        assert "kumottu" in line.lower()


async def test_a_decision_opens_to_before_and_after(repository: Path) -> None:
    """Who, when, and both values of each field."""
    async with running(decided(repository), size=(100, 30)) as pilot:
        await pilot.press("h")
        await settled(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()

        text = screen_text(pilot)
        assert "Erkki Esimerkki" in text
        assert "käynnissä" in text
        assert "valmis" in text


async def test_a_hand_edit_reads_like_any_other_change(repository: Path) -> None:
    """Sentences come from what the versions say, not from who wrote them."""
    session = opened(repository)
    text = session.path.read_text(encoding="utf-8").replace('"Tiketöinti"', '"Tiketöinti karttaan"')
    session.path.write_text(text, encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "wip")
    async with running(Session.open(session.path, today=TODAY), size=(110, 24)) as pilot:
        await pilot.press("h")
        await settled(pilot)

        assert "T02 nimi: Tiketöinti → Tiketöinti karttaan" in screen_text(pilot)


async def test_without_a_repository_a_sentence_says_why_there_is_no_history(tmp_path: Path) -> None:
    """No traceback, no empty page."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    path = tmp_path / "elsewhere" / "roadmap.toml"
    path.parent.mkdir()
    path.write_text(opened(folder).path.read_text(encoding="utf-8"), encoding="utf-8")
    async with running(Session.open(path, today=TODAY), size=(100, 24)) as pilot:
        await pilot.press("h")
        await settled(pilot)

        assert "git" in screen_text(pilot)
