"""The minutes on screen: as they will be written, and written without harm to what others wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import SAMPLE, asked, on_disk, press, session_of, subjects, type_in
from tests.tui.session_files import committed, git, running, screen_text, settled
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

NAME = "minutes/muistio-2-2026.md"


def drafted(folder: Path) -> Session:
    """Open the sample with the minutes of its last meeting not checked yet: checked ones are locked."""
    before, _, after = SAMPLE.read_text(encoding="utf-8").rpartition('state = "published"\n')
    committed(folder, before + after)
    return session_of(folder)


async def write(pilot: Pilot[None]) -> str:
    """Write the minutes and return what the screen says."""
    await press(pilot, "m", "enter")
    await settled(pilot)
    return screen_text(pilot)


async def test_the_latest_meeting_is_shown_as_it_will_be_written(repository: Path) -> None:
    """Head, attendance as a table, §§; no mark of the file's own notation is left."""
    async with running(session_of(repository), size=(100, 40)) as pilot:
        await press(pilot, "m")
        text = screen_text(pilot)

    assert "Muistio 2/2026" in text
    assert "• Puheenjohtaja: Tietohallintokoordinaattori" in text
    assert "Teknisen toimialan edustaja" in text
    assert "§ 1 Kokouksen avaus" in text
    assert "**" not in text
    assert "| ---" not in text


async def test_enter_writes_records_and_says_where(repository: Path) -> None:
    """The file lies beside the roadmap, in a commit of its own, and of the clipboard no more is said than is known."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        text = await write(pilot)

    assert f"Tiedosto: {NAME}" in text
    assert "pääte ei kerro, tuliko perille" in text
    assert (repository / NAME).read_bytes().startswith(b"# Kokousmuistio 2/2026\n")
    assert subjects(repository)[-1] == "Kokousmuistio 2/2026"
    assert git(repository, "show", "--name-only", "--format=", "HEAD").split() == [NAME]


async def test_writing_again_changes_nothing_and_says_so(repository: Path) -> None:
    """The same text is not written twice; our own earlier version is replaced without a question."""
    session = drafted(repository)
    async with running(session, size=(120, 40)) as pilot:
        await write(pilot)
        same = await write(pilot)
        await press(pilot, "2")
        type_in(pilot, "Kirjasto")
        await press(pilot, "enter")
        ours = await write(pilot)

    assert f"Tiedosto: {NAME}, ennallaan" in same
    assert f"Tiedosto: {NAME}." in ours
    assert "**Paikka:** Kirjasto" in (repository / NAME).read_text(encoding="utf-8")
    assert subjects(repository).count("Kokousmuistio 2/2026") == 2


@pytest.mark.parametrize(("answer", "stays"), [("escape", True), ("enter", False)])
async def test_what_somebody_else_wrote_is_replaced_only_when_asked(
    repository: Path, answer: str, *, stays: bool
) -> None:
    """The question shows what would be lost."""
    session = session_of(repository)
    target = repository / NAME
    target.parent.mkdir()
    target.write_text("käsin kirjoitettu [x]\n", encoding="utf-8")
    async with running(session, size=(120, 40)) as pilot:
        await press(pilot, "m", "enter")
        await asked(pilot)
        question = screen_text(pilot)
        await press(pilot, answer)
        await settled(pilot)

    assert "-käsin kirjoitettu [x]" in question
    assert (target.read_text(encoding="utf-8") == "käsin kirjoitettu [x]\n") is stays


async def test_minutes_that_cannot_be_written_say_why(repository: Path) -> None:
    """A file where the folder should be: the reason is told, and the program goes on."""
    session = session_of(repository)
    (repository / "minutes").write_text("", encoding="utf-8")
    async with running(session, size=(120, 40)) as pilot:
        text = await write(pilot)

    assert "Tiedosto:" not in text
    assert "Muistiota ei kirjoitettu: " in text


async def test_date_place_chair_and_secretary_have_a_key_each(repository: Path) -> None:
    """The old value stands ready; a member is chosen by number, anybody else is typed."""
    async with running(drafted(repository)) as pilot:
        await press(pilot, "m", "1")
        type_in(pilot, "2.9.2026")
        await press(pilot, "enter", "2", "escape", "3", "2", "4", "k", "a", "i", "enter")

    meeting = on_disk(repository).meeting("2/2026")
    assert meeting.date == date(2026, 9, 2)
    assert meeting.place == "Kaupungintalo, kokoushuone Lehtori"
    assert meeting.chair == "keskushallinto"
    assert meeting.secretary == "kai"


async def test_a_day_that_is_none_is_refused_in_place(repository: Path) -> None:
    """The question stays until it has a day, or is left."""
    async with running(drafted(repository)) as pilot:
        await press(pilot, "m", "1")
        type_in(pilot, "31.2.2026")
        await press(pilot, "enter")
        refused = screen_text(pilot)
        await press(pilot, "escape")

    assert "31.2.2026" in refused
    assert on_disk(repository).meeting("2/2026").date == date(2026, 9, 1)


async def test_a_roadmap_without_meetings_says_how_one_begins(repository: Path) -> None:
    """No key of the menu acts; the screen names the way."""
    bare = 'schema = 1\n[roadmap]\ntitle = "A"\norganisation = "B"\nfirst = "2025H1"\nlast = "2027H2"\n'
    session = Session.open(committed(repository, bare), today=date(2026, 11, 22))
    async with running(session) as pilot:
        await press(pilot, "m", "enter", "3")
        text = screen_text(pilot)

    assert "Kokouksia ei vielä ole" in text
    assert "Puheenjohtaja" not in text


async def test_the_forms_that_were_chosen_are_written_beside(repository: Path) -> None:
    """HTML and DOCX, each told of; only the Markdown is recorded, and nobody's file is replaced by them."""
    theirs = repository / NAME.replace(".md", ".docx")
    theirs.parent.mkdir()
    theirs.write_bytes(b"PK theirs")
    settings = Settings(minutes=("html", "docx"))
    async with running(session_of(repository), size=(160, 40), settings=settings) as pilot:
        text = await write(pilot)

    assert "Tiedosto: minutes/muistio-2-2026.html." in text
    assert "minutes/muistio-2-2026.docx jätettiin ennalleen." in text
    assert (repository / NAME.replace(".md", ".html")).read_bytes().startswith(b"<!DOCTYPE html>")
    assert theirs.read_bytes() == b"PK theirs"
    assert git(repository, "show", "--name-only", "--format=", "HEAD").split() == [NAME]


async def test_a_template_that_is_none_is_told_of(repository: Path) -> None:
    """The Markdown is written all the same."""
    settings = Settings(minutes=("docx",), template=str(repository / "poissa.dotx"))
    async with running(session_of(repository), size=(200, 40), settings=settings) as pilot:
        text = await write(pilot)

    assert "poissa.dotx ei ole Word-tiedosto" in text
    assert (repository / NAME).exists()
