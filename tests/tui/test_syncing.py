"""Synchronising on the screen: in the background, told in sentences, stopped by Esc, asked about the first time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.git.copies import Copies, made, silent_server
from tests.tui.session_files import TODAY, running, screen_text, settled
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository."""
    return made(tmp_path)


def opened(copies: Copies) -> Session:
    """Open our copy."""
    return Session.open(copies.ours.roadmap, today=TODAY)


async def shows(pilot: Pilot[None], text: str) -> str:
    """Wait until a text stands on the screen, and return all of it as one line."""
    async with asyncio.timeout(30):
        while text not in (shown := " ".join(screen_text(pilot).split())):
            await pilot.pause()
    return shown


async def test_what_waits_is_told_all_the_time(copies: Copies) -> None:
    """The state line counts what is recorded and not sent, at once and after each decision, without a network."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    copies.between.rename(copies.between.with_name("gone.git"))
    async with running(opened(copies)) as pilot:
        await settled(pilot)
        assert "1 kirjaus lähettämättä" in screen_text(pilot)

        await pilot.press("v", *"Valmis", "enter")
        told = await shows(pilot, "2 kirjausta lähettämättä")

    assert "tallennettu · 2 kirjausta lähettämättä" in told


async def test_what_others_recorded_here_waits_too(copies: Copies) -> None:
    """A hand edit gets a commit of its own with the next decision: both wait to be sent, and both are counted."""
    async with running(opened(copies)) as pilot:
        await settled(pilot)
        text = copies.ours.roadmap.read_text("utf-8")
        copies.ours.roadmap.write_text(text.replace("Verkkomaksaminen", "Verkkomaksut"), encoding="utf-8")
        await shows(pilot, "Muuttunut ohjelman ulkopuolella")

        await pilot.press("v", *"Valmis", "enter")

        await shows(pilot, "2 kirjausta lähettämättä")


async def test_what_another_program_sends_or_records_here_is_counted(copies: Copies) -> None:
    """Another window synchronises, or git itself records: the state line knows it without a key or a change here."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    async with running(opened(copies)) as pilot:
        await shows(pilot, "1 kirjaus lähettämättä")
        copies.ours.git("push", "-q")
        await shows(pilot, "tallennettu · kirjattu")

        copies.ours.writes("liite.txt", "Liite")
        await shows(pilot, "1 kirjaus lähettämättä")

        await pilot.press("v", *"Valmis", "enter")
        await shows(pilot, "2 kirjausta lähettämättä")
        copies.ours.git("push", "-q")
        await shows(pilot, "tallennettu · kirjattu")


async def test_what_git_had_not_got_yet_is_looked_at_again(copies: Copies) -> None:
    """What stood unrecorded in the file at the start, and git got since, is no longer told as not recorded."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut", records=False)
    async with running(opened(copies)) as pilot:
        await shows(pilot, "ei vielä kirjattu")
        copies.ours.git("commit", "-q", "-a", "-m", "käsin")
        await shows(pilot, "1 kirjaus lähettämättä")


async def test_without_anywhere_to_send_nothing_is_told(copies: Copies) -> None:
    """A roadmap that goes nowhere is saved and recorded, and that is all."""
    copies.ours.git("remote", "remove", "origin")
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    async with running(opened(copies)) as pilot:
        await settled(pilot)
        assert "tallennettu · kirjattu" in screen_text(pilot)

        await pilot.press("f5")
        await settled(pilot)

        assert "git remote add origin" in screen_text(pilot)


async def test_the_first_time_is_asked_about(copies: Copies) -> None:
    """Host and branch are shown; what is not agreed to waits, what is goes out, and nobody is asked twice."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    async with running(opened(copies)) as pilot:
        await pilot.press("f5")
        asked = await shows(pilot, "haara main")
        await pilot.press("escape")
        refused = await shows(pilot, "1 kirjaus lähettämättä.")
        before = copies.git("rev-parse", "main")

        await pilot.press("f5")
        await shows(pilot, "haara main")
        await pilot.press("enter")
        sent = await shows(pilot, "Lähetetty 1 kirjaus.")
        await settled(pilot)

        await pilot.press("v", *"Valmis", "enter")
        await shows(pilot, "· 1 kirjaus lähettämättä")
        await pilot.press("f5")
        await shows(pilot, "Lähetetty 1 kirjaus.")

    assert "Lähetetäänkö 1 kirjaus?" in asked
    assert asked.replace(" ", "").count("between.git") == 1  # a long path goes on in the next line
    assert "tallennettu · 1 kirjaus lähettämättä" in refused
    assert before != copies.ours.head
    assert "tallennettu · kirjattu" in sent
    assert copies.git("rev-parse", "main") == copies.ours.head


async def test_where_a_yes_cannot_be_remembered_nothing_is_sent(
    copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder for it cannot be written the sentence says so; the program goes on, and so can F5."""
    (tmp_path / "tila").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "tila"))
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    before = copies.git("rev-parse", "main")
    async with running(opened(copies)) as pilot:
        for _ in range(2):
            await pilot.press("f5")
            await shows(pilot, "haara main")
            await pilot.press("enter")
            await shows(pilot, "suostumustasi ei voi tallentaa kansioon")

    assert copies.git("rev-parse", "main") == before


async def test_what_others_decided_is_told_and_taken_in(copies: Copies) -> None:
    """Their decision stands on the screen in a sentence, ours beside it; the next one is made in the merged file."""
    copies.theirs.edits('end = "2026H2"', 'end = "2027H1"')
    copies.theirs.syncs()
    session = opened(copies)
    async with running(session, size=(120, 40)) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        await pilot.press("f5")
        await shows(pilot, "haara main")
        await pilot.press("enter")
        told = await shows(pilot, "Lähetetty 1 kirjaus.")
        await settled(pilot)

        assert session.roadmap.measure("T02").end == "2027H1"
        await pilot.press("u")
        await settled(pilot)

    assert "Vastaanotettu 1 kirjaus muilta. T02" in told
    assert session.roadmap.measure("T01").status == "active"
    assert session.roadmap.measure("T02").end == "2027H1"
    assert copies.ours.status() == ""
    assert copies.ours.text.count("2027H1") == 3


async def test_what_came_in_is_told(copies: Copies) -> None:
    """Received first, then what it was."""
    copies.theirs.edits('end = "2026H2"', 'end = "2027H1"')
    copies.theirs.syncs()
    async with running(opened(copies), size=(120, 40)) as pilot:
        await pilot.press("f5")
        told = await shows(pilot, "Vastaanotettu 1 kirjaus muilta.")

    assert "T02" in told
    assert "kevät 2027" in told


async def test_what_others_took_back_stays_taken_back(copies: Copies) -> None:
    """A file that is again as it once was came from them, and is no old copy that an editor saved over ours."""
    session = opened(copies)
    before = copies.ours.text
    async with running(session) as pilot:
        await pilot.press("v", *"Valmis", "enter")
        await settled(pilot)
        copies.ours.git("push", "-q")
        copies.theirs.git("pull", "-q")
        copies.theirs.write(before.encode())
        copies.theirs.git("commit", "-q", "-a", "-m", "takaisin")
        copies.theirs.git("push", "-q")
        await pilot.press("f5")
        await shows(pilot, "Vastaanotettu 1 kirjaus muilta.")
        await settled(pilot)

    assert session.roadmap.measure("T01").status == "active"
    assert copies.ours.text == before
    assert copies.ours.head == copies.git("rev-parse", "main")


async def test_many_changes_are_told_shortly(copies: Copies) -> None:
    """The notice names the first ones and counts the others."""
    text = copies.theirs.text
    for number in range(10, 20):
        text += f'\n[[measures]]\nid = "T{number}"\ntitle = "Uusi {number}"\nstart = "2027H1"\nend = "2027H1"\n'
    copies.theirs.write(text.encode())
    copies.theirs.git("commit", "-q", "-a", "-m", "kymmenen")
    copies.theirs.syncs()
    async with running(opened(copies), size=(120, 40)) as pilot:
        await pilot.press("f5")
        told = await shows(pilot, "Vastaanotettu")

    assert "ja 6 muuta." in told


async def test_esc_stops_a_server_that_hangs(copies: Copies) -> None:
    """While it goes on decisions are made as ever; Esc ends it at once, and nothing is lost."""
    with silent_server() as (address, _):
        copies.ours.git("remote", "set-url", "origin", f"{address}/x.git")
        async with running(opened(copies)) as pilot:
            await pilot.press("f5")
            await shows(pilot, "Esc keskeyttää")
            await pilot.press("v", *"Valmis", "enter")
            await pilot.press("escape")
            await shows(pilot, "Synkronointi keskeytettiin; mitään ei jäänyt kesken.")

    assert 'status = "done"' in copies.ours.text


async def test_leaving_waits_for_no_server(copies: Copies) -> None:
    """Who leaves while a server hangs is not held."""
    with silent_server() as (address, server):
        copies.ours.git("remote", "set-url", "origin", f"{address}/x.git")
        async with asyncio.timeout(30), running(opened(copies)) as pilot:
            await pilot.press("f5")
            connection, _ = await asyncio.to_thread(server.accept)
            await pilot.press("q")
        with connection:
            connection.settimeout(10)
            while connection.recv(4096):  # what git asked before it was ended
                pass


async def test_a_failure_is_told_and_can_be_tried_again(copies: Copies) -> None:
    """A server that is not there is a sentence; when it is back, the same key does it."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    away = copies.between.with_name("away.git")
    copies.between.rename(away)
    async with running(opened(copies)) as pilot:
        await pilot.press("f5")
        told = await shows(pilot, "Synkronointi ei onnistunut")
        away.rename(copies.between)
        await pilot.press("f5")
        await shows(pilot, "haara main")
        await pilot.press("enter")
        await shows(pilot, "Lähetetty 1 kirjaus.")

    assert "Kytke levy, jolla se on" in " ".join(told.split())


async def test_programs_of_the_folder_are_asked_about(copies: Copies) -> None:
    """A hook that came with the folder runs only after somebody has allowed it."""
    copies.ours.script(copies.ours.folder / ".git" / "hooks" / "pre-push", "exit 0")
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    async with running(opened(copies), size=(120, 40)) as pilot:
        await pilot.press("f5")
        await shows(pilot, "pre-push")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f5")
        await shows(pilot, "haara main")
        await pilot.press("enter")
        await shows(pilot, "Lähetetty 1 kirjaus.")

    assert copies.git("rev-parse", "main") == copies.ours.head
