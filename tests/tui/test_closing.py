"""Closing a meeting on the screen: what it lacks, with a jump to each; and the next meeting with the rest."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from tests.tui.meeting_files import on_disk, press, subjects, type_in
from tests.tui.session_files import NINE, SMALL, TODAY, committed, running, screen_text
from tui.screens.closing import ClosingScreen
from tui.screens.minutes import MinutesScreen
from tui.screens.walk import WalkScreen
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

RUNNING = """
[[meetings]]
number = "3/2026"
date = 2026-11-22
opened = 09:00:00
"""
PREVIOUS = """
[[meetings]]
number = "2/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:00:00
"""
WHOLE = """place = "Lehtori"
chair = "puheenjohtaja"
secretary = "puheenjohtaja"

[[meetings.attendance]]
member = "puheenjohtaja"
"""
AGREED = """
[[meetings.items]]
number = 1
kind = "proposed"
heading = "Tekoälyn käyttö"
outcome = "agreed"
decision = "Sovittiin, että kokeillaan."
"""
APPROVED = """
[[meetings.items]]
number = 1
kind = "previous"
heading = "Edellinen muistio"
outcome = "approved"
decision = "Hyväksyttiin muistio 2/2026."
"""
SETTLED = """
[[meetings.items]]
number = 2
kind = "measure"
heading = "Toimenpiteet"
subjects = ["T01", "T02"]
outcome = "not-handled"
"""


def opened(folder: Path, meeting: str, *, before: str = "") -> Session:
    """Open the small roadmap with a meeting under way."""
    path = committed(folder, SMALL + before + meeting)
    return Session.open(path, today=TODAY, clock=lambda: NINE)


async def test_what_lacks_is_listed_and_each_has_a_jump_from_which_esc_returns(repository: Path) -> None:
    """A digit or Enter goes to the walk at that card, to the attendance, or asks; the list then is shorter."""
    async with running(opened(repository, RUNNING), size=(80, 30)) as pilot:
        await press(pilot, "m", "p")
        listed = screen_text(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, WalkScreen)
        card = screen_text(pilot)
        await press(pilot, "escape", "down", "enter")
        other = screen_text(pilot)
        await press(pilot, "escape", "4", "1")
        chaired = screen_text(pilot)
        await press(pilot, "escape")

        assert isinstance(pilot.app.screen, MinutesScreen)
    assert "6 puutetta" in listed
    assert "1   T02 Tiketöinti: tulos puuttuu" in listed
    assert "3   Läsnäoloa ei ole kirjattu." in listed
    assert "T02 Tiketöinti" in card
    assert "T01 Verkkomaksaminen" in other
    assert "5 puutetta" in chaired
    assert on_disk(repository).meeting("3/2026").chair == "puheenjohtaja"


async def test_the_walk_closes_when_what_is_left_is_said_to_be_not_handled(repository: Path) -> None:
    """One key shows what is left and one records it; leaving the question closes nothing."""
    async with running(opened(repository, RUNNING + WHOLE), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "p")
        asked = screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ClosingScreen)
        assert on_disk(repository).meeting("3/2026").closed is None
        await press(pilot, "p", "enter", "enter", "enter", "enter")
        said = screen_text(pilot)

    held = on_disk(repository).meeting("3/2026")
    assert "Jäikö 2 toimenpidettä käsittelemättä?" in asked
    assert [item.outcome for item in held.items if item.subjects] == ["not-handled"]
    assert held.closed == time(9)
    assert "Kokous 3/2026 on päätetty" in said


async def test_the_next_meeting_is_called_with_what_is_unfinished_and_this_one_stays(repository: Path) -> None:
    """The day is offered by the rhythm; two decisions of two commits, so that either is undone by itself."""
    async with running(opened(repository, RUNNING + WHOLE, before=PREVIOUS), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "j", "enter", "p", "enter")
        offered = screen_text(pilot)
        await press(pilot, "enter", "enter")

    roadmap = on_disk(repository)
    held, coming = roadmap.meeting("3/2026"), roadmap.meeting("1/2027")
    assert "14.2.2027" in offered
    assert (coming.date, coming.opened, coming.place) == (date(2027, 2, 14), None, "Lehtori")
    assert {subject for item in coming.items for subject in item.subjects} >= {"T01", "T02"}
    assert [item.outcome for item in held.items if item.subjects == ("T02", "T01")] == ["not-handled"]
    assert [said.split(":")[0] for said in subjects(repository)[-2:]] == ["Kokous 3/2026", "Lisätty kokous 1/2027"]


async def test_an_empty_day_leaves_the_next_meeting_open(repository: Path) -> None:
    """No meeting is called, and the minutes say that none was agreed."""
    async with running(opened(repository, RUNNING + WHOLE + SETTLED), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "enter")
        type_in(pilot, "")
        await press(pilot, "enter", "enter")

    roadmap = on_disk(repository)
    assert [meeting.number for meeting in roadmap.meetings] == ["3/2026"]
    assert roadmap.meeting("3/2026").closed == NINE


async def test_a_meeting_that_lacks_nothing_is_closed_without_a_list(repository: Path) -> None:
    """It is asked straight away when it ends; Esc at any question closes nothing."""
    async with running(opened(repository, RUNNING + WHOLE + SETTLED), size=(80, 30)) as pilot:
        await press(pilot, "m", "p")
        question = screen_text(pilot)
        await press(pilot, "enter", "escape")

    assert "Kokous 3/2026 päättyy kello:" in question
    assert on_disk(repository).meeting("3/2026").closed is None


async def test_an_agenda_that_stands_already_gets_what_is_unfinished_added(repository: Path) -> None:
    """It is not built anew: what people have written on it stays."""
    planned = (
        '\n[[meetings]]\nnumber = "1/2027"\ndate = 2027-02-02\n'
        '\n[[meetings.items]]\nnumber = 1\nkind = "proposed"\nheading = "Oma asia"\n'
    )
    left = '\n[[meetings.items]]\nnumber = 3\nkind = "proposed"\nheading = "Kesken"\noutcome = "tabled"\n'
    meeting = RUNNING + WHOLE + SETTLED + left
    async with running(opened(repository, meeting, before=planned), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "enter", "enter", "enter")

    coming = on_disk(repository).meeting("1/2027")
    assert [item.heading for item in coming.items] == ["Oma asia", "Toimenpiteet", "Kesken"]
    assert [item.origin for item in coming.items] == ["", "3/2026 § 2", "3/2026 § 3"]


async def test_jumps_lead_to_the_section_the_measure_and_the_seats(repository: Path) -> None:
    """Esc comes back to the list from each."""
    unfunded = (
        '\n[[measures]]\nid = "T09"\ntitle = "Valokuitu"\nstart = "2026H2"\nend = "2027H2"\nstatus = "active"\n'
        '\n[[measures.funding]]\nyear = 2026\namount = 100\nstate = "applied"\n'
        '\n[[measures.log]]\ndate = 2026-11-22\nevent = "started"\nmeeting = "3/2026"\n'
    )
    async with running(opened(repository, RUNNING + AGREED + SETTLED, before=unfunded), size=(80, 30)) as pilot:
        await press(pilot, "m", "p")
        listed = screen_text(pilot)
        await press(pilot, "1")
        section = screen_text(pilot)
        await press(pilot, "escape", "2")
        seats = screen_text(pilot)
        await press(pilot, "escape", "6")
        measure = screen_text(pilot)
        await press(pilot, "escape")

        assert isinstance(pilot.app.screen, ClosingScreen)
    assert "Huomautukset" in listed
    assert "6   T09 Valokuitu: aloitettu ilman myönnettyä määrärahaa" in listed
    assert "Sovittiin, että kokeillaan." in section
    assert "Kuka on läsnä" in seats or "Ketkä ovat läsnä" in seats
    assert measure.splitlines()[0].strip().startswith("T09 Valokuitu")


async def test_a_day_agreed_in_its_own_section_is_not_asked_again(repository: Path) -> None:
    """The meeting that was planned there is called, and the § stays as it was written."""
    agreed = '\n[[meetings.items]]\nnumber = 3\nkind = "next"\noutcome = "agreed"\ndecision = "Sovittiin 2.2.2027."\n'
    planned = '\n[[meetings]]\nnumber = "1/2027"\ndate = 2027-02-02\n'
    meeting = RUNNING + WHOLE + SETTLED + agreed
    async with running(opened(repository, meeting, before=planned), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "enter")
        preview = screen_text(pilot)
        await press(pilot, "enter")

    roadmap = on_disk(repository)
    assert "Päätetäänkö kokous 3/2026?" in preview
    assert roadmap.meeting("3/2026").items[1].decision == "Sovittiin 2.2.2027."
    assert roadmap.meeting("1/2027").items


async def test_a_decision_that_nobody_carries_out_is_settled_with_one_key(repository: Path) -> None:
    """`x` says that there is nothing to put into practice; on anything else it does nothing."""
    async with running(opened(repository, RUNNING + WHOLE + AGREED + SETTLED), size=(80, 30)) as pilot:
        await press(pilot, "m", "p")
        listed = screen_text(pilot)
        await press(pilot, "x")
        after = screen_text(pilot)

    assert "§ 1 Tekoälyn käyttö: toimeenpanon vastuu ja määräaika puuttuvat" in listed
    assert "Mitään ei puutu." in after
    assert on_disk(repository).meeting("3/2026").items[0].enactment == "none"


async def test_a_task_without_who_or_when_is_asked_about_in_place(repository: Path) -> None:
    """Only what lacks is asked; the list is complete then."""
    task = '\n[[meetings.actions]]\nnumber = 1\ntask = "Selvitys"\nwho = "puheenjohtaja"\n'
    async with running(opened(repository, RUNNING + WHOLE + SETTLED + task), size=(80, 30)) as pilot:
        await press(pilot, "m", "p")
        listed = screen_text(pilot)
        await press(pilot, "enter")
        type_in(pilot, "15.12.2026")
        await press(pilot, "enter")
        after = screen_text(pilot)

    assert "Tehtävä 3/2026-1 Selvitys: määräaika puuttuu" in listed
    assert "Mitään ei puutu." in after
    assert on_disk(repository).meeting("3/2026").actions[0].due == date(2026, 12, 15)


async def test_a_meeting_that_approved_the_minutes_before_it_checks_them(repository: Path) -> None:
    """What is decided in the meeting needs no second step afterwards: the § is who checked them."""
    meeting = RUNNING + WHOLE + APPROVED + SETTLED
    async with running(opened(repository, meeting, before=PREVIOUS), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "enter", "enter")
        preview = screen_text(pilot)
        await press(pilot, "enter")

    before = on_disk(repository).meeting("2/2026")
    assert "Muistio 2/2026 merkitään tarkastetuksi (3/2026 § 1)." in preview
    assert (before.state, before.checked, before.checked_by) == ("checked", TODAY, "3/2026 § 1")
    assert subjects(repository)[-2] == "Muistio 2/2026: tarkastettu 22.11.2026, 3/2026 § 1"


async def test_a_meeting_planned_already_is_offered_and_gets_what_is_unfinished(repository: Path) -> None:
    """No second meeting is made beside it."""
    planned = '\n[[meetings]]\nnumber = "1/2027"\ndate = 2027-02-02\n'
    async with running(opened(repository, RUNNING + WHOLE, before=planned), size=(80, 30)) as pilot:
        await press(pilot, "m", "p", "j", "enter", "p", "enter")
        offered = screen_text(pilot)
        await press(pilot, "enter", "enter")

    roadmap = on_disk(repository)
    assert "2.2.2027" in offered
    assert [meeting.number for meeting in roadmap.meetings] == ["1/2027", "3/2026"]
    assert {subject for item in roadmap.meeting("1/2027").items for subject in item.subjects} >= {"T01", "T02"}
