"""The packet on screen: read beside the roadmap, written in the form that is chosen, and approved at a key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from model.records import Approval
from tests.tui.meeting_files import asked, on_disk, press, session_of, type_in
from tests.tui.session_files import SMALL, committed, git, running, screen_text, settled
from tui.app import Tiekartta
from tui.screens.packet import PacketScreen
from tui.session import Session
from tui.widgets.timeline import APPROVED

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

AFTER = date(2026, 12, 9)
WHOLE = """
[[approvals]]
body = "Kunnanhallitus"
date = 2025-12-16
section = "§ 318"
of = "roadmap"
"""
CHANGED = """
[[measures.moves]]
date = 2026-09-01
from = "2026H1"
to = "2026H2"
reason = "resurssi"

[[measures.log]]
date = 2026-11-22
event = "proposed"
text = "Päätettiin esittää siirtoa."
proposes = "moved"
to = "2027H1"
reason = "sopimus"
"""
FUNDED = 'amount = 12000\nstate = "granted"\n'
YEAR = SMALL.replace(FUNDED, FUNDED + CHANGED) + WHOLE


def a_year_later(folder: Path) -> Session:
    """Open a roadmap that was approved, and changed and proposed about since."""
    path = committed(folder, SMALL.replace('end = "2026H2"', 'end = "2026H1"') + WHOLE)
    path.write_text(YEAR, encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "vuosi")
    return Session.open(path, today=AFTER)


async def looked(pilot: Pilot[None]) -> str:
    """Go to the packet and return what the screen says once git has been read."""
    await press(pilot, "p")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(pilot)


async def answer(pilot: Pilot[None], *keys: str) -> None:
    """Wait for the next question and answer it."""
    await asked(pilot)
    await press(pilot, *keys)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_packet_is_shown_as_it_will_be_written(repository: Path, size: tuple[int, int]) -> None:
    """The decision first, then both groups."""
    async with running(a_year_later(repository), size=size) as pilot:
        said = await looked(pilot)
        await press(pilot, "pagedown", "pagedown")
        below = screen_text(pilot)

    assert "Muutosesitys hyväksyttäväksi" in said.splitlines()[0]
    assert "Tiekartan hyväksynyt: Kunnanhallitus 16.12.2025 § 318." in said
    assert "v Hyväksytty…" in said
    assert "T01" in below


async def test_an_approval_is_asked_for_recorded_and_tagged(repository: Path) -> None:
    """Who, when, which §, what not, and a last look; then what was proposed is in force and the packet empty."""
    async with running(a_year_later(repository), size=(100, 40)) as pilot:
        await looked(pilot)
        await press(pilot, "v")
        await answer(pilot, "1")
        await asked(pilot)
        type_in(pilot, "8.12.2026")
        await press(pilot, "enter")
        await asked(pilot)
        type_in(pilot, "12")
        await press(pilot, "enter")
        await answer(pilot, "enter")
        await answer(pilot, "enter")
        await settled(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        said = screen_text(pilot)

    after = on_disk(repository)
    assert (after.approvals[-1].body, after.approvals[-1].section) == ("Johtoryhmä", "§ 12")
    assert after.measure("T01").end == "2027H1"
    assert git(repository, "tag").split() == ["hyvaksytty-2026-12-08"]
    assert "Merkitty tunnisteella: hyvaksytty-2026-12-08" in said
    assert "Edellisen hyväksynnän jälkeen ei ole tehty hyväksyttäviä muutoksia." in said


async def test_a_proposal_that_is_ticked_is_not_approved(repository: Path) -> None:
    """The rest is approved; the § may be left out."""
    async with running(a_year_later(repository), size=(100, 40)) as pilot:
        await looked(pilot)
        await press(pilot, "v")
        await answer(pilot, "1")
        await answer(pilot, "enter")
        await answer(pilot, "enter")
        await answer(pilot, "1", "enter")
        await answer(pilot, "enter")
        await settled(pilot)

    after = on_disk(repository)
    assert (after.approvals[-1].date, after.approvals[-1].section) == (AFTER, "")
    assert after.measure("T01").end == "2026H2"
    assert after.measure("T01").log[-1].event == "refused"


async def test_a_tag_that_cannot_be_made_is_told(repository: Path) -> None:
    """The approval of a body that was typed is recorded all the same."""
    session = a_year_later(repository)
    git(repository, "config", "--global", "tag.gpgSign", "true")
    git(repository, "config", "--global", "gpg.program", "/bin/false")
    async with running(session, size=(100, 40)) as pilot:
        await looked(pilot)
        await press(pilot, "v")
        await answer(pilot, *"Jaosto", "enter")
        for _ in range(4):
            await answer(pilot, "enter")
        await settled(pilot)
        said = screen_text(pilot)

    assert on_disk(repository).approvals[-1].body == "Jaosto"
    assert "tunnistetta ei voitu lisätä" in said
    assert not git(repository, "tag")


async def test_a_question_that_is_left_records_nothing(repository: Path) -> None:
    """At whichever of them one leaves."""
    async with running(a_year_later(repository), size=(100, 40)) as pilot:
        await looked(pilot)
        for answers in ((), ("1",), ("1", "enter"), ("1", "enter", "enter"), ("1", "enter", "enter", "enter")):
            await press(pilot, "v")
            for key in answers:
                await answer(pilot, key)
            await answer(pilot, "escape")
            await pilot.pause()

    assert len(on_disk(repository).approvals) == 1
    assert not git(repository, "tag")


async def test_nothing_to_approve_is_said_before_anything_is_asked(repository: Path) -> None:
    """So is what is not recorded."""
    path = committed(repository, SMALL + WHOLE)
    async with running(Session.open(path, today=AFTER), size=(100, 40)) as pilot:
        await looked(pilot)
        await press(pilot, "v")
        await settled(pilot)
        said = screen_text(pilot)

    assert "Hyväksyttävää ei ole" in said


async def test_the_packet_is_written_and_copied(repository: Path) -> None:
    """Beside the roadmap, under the day."""
    async with running(a_year_later(repository), size=(100, 40)) as pilot:
        await looked(pilot)
        await press(pilot, "enter")
        await answer(pilot, "1")
        await settled(pilot)
        said = screen_text(pilot)
        await press(pilot, "c")
        await settled(pilot)
        copied = screen_text(pilot)
        await press(pilot, "w")
        await settled(pilot)

    assert "Kirjoitettu: minutes/muutosesitys-2026-12-09.md" in said
    assert "pääte" in copied
    assert (repository / "minutes" / "muutosesitys-2026-12-09.html").exists()


async def test_without_git_the_screen_says_why_there_is_none(tmp_path: Path) -> None:
    """And its keys break nothing."""
    path = tmp_path / "roadmap.toml"
    path.write_text(YEAR, encoding="utf-8")
    async with running(Session.open(path, today=AFTER), size=(100, 40)) as pilot:
        said = await looked(pilot)
        await press(pilot, "v", "c", "enter")

    assert "git" in said
    assert not (tmp_path / "minutes").exists()


async def test_the_packet_follows_what_is_decided(repository: Path) -> None:
    """Undone on this very screen, the approval is asked for again."""
    session = a_year_later(repository)
    async with running(session, size=(100, 40)) as pilot:
        await looked(pilot)
        approval = Approval(body="Johtoryhmä", date=AFTER)
        session.change(session.roadmap.adding("approvals", approval))
        assert isinstance(pilot.app, Tiekartta)
        pilot.app.refresh_screens()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        approved = screen_text(pilot)
        await press(pilot, "u")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        undone = screen_text(pilot)
        assert isinstance(pilot.app.screen, PacketScreen)

    assert "Johtoryhmä 9.12.2026" in approved
    assert "tunniste jää gitiin" in undone
    assert "Edellinen hyväksyntä: Kunnanhallitus 16.12.2025 § 318" in undone


async def test_the_approved_end_has_a_mark_of_its_own(repository: Path) -> None:
    """On the schedule before the sign of the move, in words on the card, and among the signs under the schedule."""
    async with running(a_year_later(repository)) as pilot:
        schedule = screen_text(pilot)
        await press(pilot, "down", "space")
        card = screen_text(pilot)

    (line,) = (line for line in schedule.splitlines() if "Verkkomaksaminen" in line)
    assert f"{APPROVED}▷" in line
    assert f"{APPROVED} hyväksytty loppu" in schedule
    assert all(f"{sign} " in schedule for sign in ("━━", "╌╌", "·"))
    assert "Päättyy" in card
    assert "syksy 2026 (hyväksytty: kevät 2026)" in card


@pytest.mark.parametrize("where", [("k",), ("k", "space")])
async def test_a_target_level_is_proposed_among_the_levels(repository: Path, where: tuple[str, ...]) -> None:
    """From the table or the viewpoint's own page; a question that is left proposes nothing."""
    async with running(a_year_later(repository), size=(100, 40)) as pilot:
        await press(pilot, *where, "plus")
        await answer(pilot, "escape")
        await press(pilot, "plus")
        await answer(pilot, "4", "enter")
        await answer(pilot, "escape")
        await press(pilot, "plus")
        await answer(pilot, "4", "enter")
        await answer(pilot, "enter")
        await settled(pilot)
        said = screen_text(pilot)

    (target,) = (one for one in on_disk(repository).viewpoint("palvelut").targets if one.state == "proposed")
    assert (str(target.value), target.date) == ("4", AFTER)
    assert "tavoitetaso: 4,0 (ehdotus)" in said


async def test_the_samples_packet_is_on_screen(repository: Path) -> None:
    """The project's own example says that it is one."""
    async with running(session_of(repository), size=(100, 40)) as pilot:
        said = await looked(pilot)

    assert "ESIMERKKI" in said
