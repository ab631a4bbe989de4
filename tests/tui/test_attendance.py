"""Who takes part, with as few keys as it takes: a sheet at the opening, then a seat and one key for what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.meeting_files import card_title, on_disk, press, session_of, subjects, type_in, walking
from tests.tui.session_files import screen_text

if TYPE_CHECKING:
    from pathlib import Path

    from model.meeting import Attendance

OPENED = ("l", "space", "enter")
"""All are present from the opening on."""


def log(folder: Path) -> tuple[Attendance, ...]:
    """Return what the file has of the meeting's attendance."""
    return on_disk(folder).meeting("3/2026").attendance


def later(folder: Path) -> list[tuple[str, str, int | None]]:
    """Return what happened after the opening: whose seat, what, at which §."""
    return [(one.member or one.guest, one.presence, one.item) for one in log(folder) if one.item is not None]


async def test_one_late_one_remote_one_away_take_ten_keys(repository: Path) -> None:
    """Six are expected: the sheet at the opening, and the arrival of the late one at the § under way."""
    keys = ("l", "space", "3", "3", "5", "4", "enter", "l", "4", "l")
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *keys)

        assert card_title(pilot) == "T07"
        assert "Kokous 3/2026: Perusopetuksen edustaja saapui § 5 kohdalla" in screen_text(pilot)
    assert len(keys) <= 10
    assert [one.presence for one in log(repository)] == [
        "present",
        "present",
        "remote",
        "absent",
        "absent",
        "present",
        "late",
    ]
    assert later(repository) == [("perusopetus", "late", 5)]
    assert subjects(repository)[-2:] == [
        "Kokous 3/2026: läsnä 3, etänä 1, poissa 2",
        "Kokous 3/2026: Perusopetuksen edustaja saapui § 5 kohdalla",
    ]


async def test_the_sheet_of_the_opening_is_one_commit(repository: Path) -> None:
    """Keys lead through the ways of taking part, letters name them; guests are typed; the empty branch is named."""
    async with walking(session_of(repository)) as pilot:
        before = len(subjects(repository))
        await press(pilot, "l", "1", "2", "e", "4", "4", "6", "6", "6", "6", "plus")
        type_in(pilot, "Talouspäällikkö [x]")
        await press(pilot, "enter")
        marking = screen_text(pilot)
        await press(pilot, "enter")

        assert card_title(pilot) == "T07"
    assert {one.member or one.guest: one.presence for one in log(repository)} == {
        "tietohallinto": "present",
        "keskushallinto": "remote",
        "perusopetus": "absent",
        "Talouspäällikkö [x]": "present",
    }
    assert "Edustamatta jäi: Perusopetus" in marking
    assert "Talouspäällikkö [x]" in marking
    assert len(subjects(repository)) == before + 1


async def test_the_opening_can_be_put_right_or_left_alone(repository: Path) -> None:
    """0 turns back to it; Esc changes nothing; a click is a key; arrows choose without changing."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED)
        await press(pilot, "l", "0", "1", "escape")
        await press(pilot, "l", "0", "6", "6", "6", "down", "down", "down", "e")
        seats = pilot.app.screen.query_one("#seats").region
        await pilot.click(offset=(seats.x + 3, seats.y + 1))
        await press(pilot, "enter")

    told = {one.member: one.presence for one in log(repository)}
    assert "tekninen" not in told
    assert (told["tietohallinto"], told["keskushallinto"], told["varhaiskasvatus"]) == ("present", "absent", "remote")


async def test_what_happens_is_a_seat_and_one_key(repository: Path) -> None:
    """Leaving, coming back remotely, a conflict of interest: each is recorded at once, and the walk goes on."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED, "l", "1", "p", "5", "l", "1", "e", "l", "2", "j")
        said = screen_text(pilot)

        assert card_title(pilot) == "T19"
    assert later(repository) == [
        ("tietohallinto", "left", 4),
        ("tietohallinto", "remote", 6),
        ("keskushallinto", "conflicted", 6),
    ]
    assert "Kokous 3/2026: Keskushallinnon edustaja esteellinen § 6" in said


async def test_the_bar_says_what_a_key_would_note(repository: Path) -> None:
    """Only what is not so already; of one who leaves after which § that is; without a seat how one is chosen."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "l", "space", "4", "enter", "l")
        unchosen = screen_text(pilot)
        await press(pilot, "4")
        away = screen_text(pilot)
        await press(pilot, "1")
        there = screen_text(pilot)
        await press(pilot, "enter")
        asked = screen_text(pilot)

    assert "1–6 Valitse jäsen" in unchosen
    assert "§ 5 T07" in unchosen
    assert "Jäseniä paikalla 5/6 · Edustamatta jäi: Perusopetus" in unchosen
    assert "l Saapui" in away
    assert "j Jäävi" not in away
    assert "p Poistui § 4 jälkeen" in there
    assert "l Saapui" not in there
    assert "Paina näppäintä, joka kertoo, mitä tapahtui." in asked


async def test_the_deputy_is_the_one_whom_the_file_knows(repository: Path) -> None:
    """The name stands in the line already; Enter takes it."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "l", "space", "4", "v")
        offered = screen_text(pilot)
        await press(pilot, "enter", "enter", "l", "6", "v", "enter")

    assert "Kehittäjäopettaja" in offered
    assert [(one.member, one.presence, one.deputy) for one in log(repository) if one.deputy] == [
        ("perusopetus", "present", "Kehittäjäopettaja"),
        ("tekninen", "present", "Paikkatietoasiantuntija"),
    ]


async def test_an_expert_is_heard_and_leaves(repository: Path) -> None:
    """The name is typed once; at the next § the guest's own key is enough."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED, "l", "a")
        type_in(pilot, "Talouspäällikkö")
        await press(pilot, "enter", "5", "l", "7", "a", "5", "5", "l", "7", "p")

        assert card_title(pilot) == "T04"
    assert later(repository) == [
        ("Talouspäällikkö", "heard", 5),
        ("Talouspäällikkö", "heard", 6),
        ("Talouspäällikkö", "left", 7),
    ]


async def test_the_item_the_time_and_the_name_are_there_for_who_wants_them(repository: Path) -> None:
    """← and → turn to another §, k notes the time of day, n who it is; x takes a note away again."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED, "5", "l", "left", "left", "1", "k", "p", "l", "2", "n")
        type_in(pilot, "Pekka Pohja")
        await press(pilot, "enter", "l", "3", "j", "l", "3", "x")

    assert later(repository) == [("tietohallinto", "left", 4)]
    assert [one.time.isoformat() for one in log(repository) if one.time] == ["09:00:00"]
    assert [(one.member, one.name) for one in log(repository) if one.name] == [("keskushallinto", "Pekka Pohja")]


async def test_nonsense_is_refused_where_it_is_asked(repository: Path) -> None:
    """The sentence says what is in the way, the question stays, and nothing is recorded."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED)
        before = len(subjects(repository))
        await press(pilot, "l", "l")
        unchosen = screen_text(pilot)
        await press(pilot, "1", "l")
        twice = screen_text(pilot)
        await press(pilot, "escape")

    assert "Valitse ensin jäsen näppäimellä." in unchosen
    assert "Tietohallintokoordinaattori on jo paikalla (§ 5)." in twice
    assert len(subjects(repository)) == before


async def test_quick_keys_reach_the_line_that_they_are_meant_for(repository: Path) -> None:
    """What is typed behind the key that asks is the answer, not other keys of the sheet."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, *OPENED)
        await pilot.press("l", "a", "J", "e", "p", "p", "e", "enter")
        await pilot.pause()

    assert later(repository) == [("Jeppe", "heard", 5)]
