"""The invitation and the agenda on screen: as they will be sent, written in the form that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import asked, press, session_of, subjects
from tests.tui.session_files import opened, running, screen_text, settled
from tui.screens.papers import PapersScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def write(pilot: Pilot[None], form: str) -> str:
    """Write the paper that is shown in a form, by its number; return what the screen says."""
    await press(pilot, "enter")
    await asked(pilot)
    await press(pilot, form)
    await settled(pilot)
    return screen_text(pilot)


async def test_both_papers_are_shown_as_they_will_be_sent(repository: Path) -> None:
    """The invitation first; the space bar shows the agenda, and once more the invitation."""
    async with running(session_of(repository), size=(100, 60)) as pilot:
        await press(pilot, "e", "j")
        first = screen_text(pilot)
        await press(pilot, "space")
        second = screen_text(pilot)
        await press(pilot, "space")
        again = screen_text(pilot)

    assert "Kokouskutsu 3/2026" in first.splitlines()[0]
    assert "• § 1 Kokouksen avaus" in first
    assert "Esityslista 3/2026" in second.splitlines()[0]
    assert "Hyväksytään esityslista." in second
    assert again == first


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [
        ("1", "kokouskutsu-3-2026.md", b"# Kokouskutsu"),
        ("2", "kokouskutsu-3-2026.html", b"<!"),
        ("3", "kokouskutsu-3-2026.docx", b"PK"),
        ("4", "kokous-3-2026.ics", b"BEGIN:VCALENDAR"),
    ],
)
async def test_a_paper_is_written_in_the_form_that_is_chosen(
    repository: Path, form: str, *, name: str, begins: bytes
) -> None:
    """It lies beside the roadmap and is not recorded: it can be made again at any time."""
    async with running(session_of(repository), size=(100, 40)) as pilot:
        await press(pilot, "e", "j")
        said = await write(pilot, form)

    assert f"Kirjoitettu: minutes/{name}" in said
    assert (repository / "minutes" / name).read_bytes().startswith(begins)
    assert len(subjects(repository)) == 1


async def test_what_somebody_changed_is_left_alone(repository: Path) -> None:
    """The screen says so, and the file stays."""
    path = repository / "minutes" / "esityslista-3-2026.md"
    async with running(session_of(repository), size=(100, 40)) as pilot:
        path.parent.mkdir()
        path.write_text("käsin\n", encoding="utf-8")
        await press(pilot, "e", "j", "space")
        said = await write(pilot, "1")

    assert "siirrä" in said
    assert path.read_text(encoding="utf-8") == "käsin\n"


async def test_a_paper_that_cannot_be_written_says_why(repository: Path) -> None:
    """A file where the folder should be: the reason is told, and the program goes on."""
    async with running(session_of(repository), size=(100, 40)) as pilot:
        (repository / "minutes").write_text("", encoding="utf-8")
        await press(pilot, "e", "j")
        said = await write(pilot, "1")

    assert "Tiedostoa kokouskutsu-3-2026.md ei kirjoitettu" in said


async def test_a_paper_is_copied_and_shown_in_the_browser(repository: Path) -> None:
    """Without a desktop the terminal gets the text, and the page is written all the same."""
    async with running(session_of(repository), size=(100, 40)) as pilot:
        await press(pilot, "e", "j", "c")
        await settled(pilot)
        copied = screen_text(pilot)
        await press(pilot, "w")
        await settled(pilot)
        said = screen_text(pilot)

    assert "pääte" in copied
    assert "Kirjoitettu: minutes/kokouskutsu-3-2026.html" in said


async def test_without_a_meeting_there_is_no_paper(repository: Path) -> None:
    """The screen says why it is empty, and none of its keys breaks anything."""
    async with running(opened(repository), size=(100, 40)) as pilot:
        pilot.app.push_screen(PapersScreen())
        await pilot.pause()
        await press(pilot, "enter", "c", "w", "space")
        shown = screen_text(pilot)

    assert "Kokouksia ei vielä ole" in shown
