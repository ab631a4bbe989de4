"""A meeting from its attendance to its closing, with as few keys as it takes; and how it is come back to."""

from __future__ import annotations

import os
from datetime import time
from typing import TYPE_CHECKING

from model.halfyear import HalfYear
from tests.tui.meeting_files import (
    CARDS,
    card_title,
    numbered,
    on_disk,
    press,
    session_of,
    subjects,
    type_in,
    walking,
)
from tests.tui.session_files import running, screen_text, settled
from tui.local_state import load
from tui.screens.minutes import MinutesScreen

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_autumn_meeting_takes_28_keys(repository: Path) -> None:
    """The late ones and T30 move, one branch is away, the rest continues, the minutes are on disk: in 28 keys."""
    evening = (
        (["enter", "enter"], "walk through; begin the meeting"),
        (["l", "space", "5", "enter"], "all present, but one away"),
        (["3", "1", "1"] * 3, "T07, T19 and T38 move to spring, for want of resources"),
        (["left", "3", "1", "1"], "T30, the last one, moves too"),
        (["j", "enter"], "the rest continues"),
        (["m", "p", "p"], "minutes; what is missing is looked at; close all the same"),
        (["enter", "enter", "enter", "enter"], "closed now; the next meeting as last year; written"),
    )
    session = session_of(repository)
    async with running(session, size=(120, 40)) as pilot:
        for keys, _ in evening:
            await press(pilot, *keys)
        await settled(pilot)
        said = screen_text(pilot)

    roadmap = on_disk(repository)
    meeting = roadmap.meeting("3/2026")
    assert sum(len(keys) for keys, _ in evening) == 28
    assert {m.id for m in roadmap.measures if m.end == HalfYear("2027H1") and m.moves} >= {"T07", "T19", "T38", "T30"}
    assert numbered(repository) == [(5, "T07"), (6, "T19"), (7, "T38"), (14, "T30")]
    rest = [item for item in meeting.items if item.outcome == "continues"]
    assert [(item.number, item.subjects) for item in rest] == [(n, (card,)) for n, card in enumerate(CARDS[3:9], 8)]
    assert [(a.member, a.presence) for a in meeting.attendance][4] == ("elamanlaatu", "absent")
    assert meeting.closed == time(9)
    assert "minutes/muistio-3-2026.md" in said
    assert (repository / "minutes" / "muistio-3-2026.md").read_text(encoding="utf-8").startswith("# ")
    assert subjects(repository)[-1].startswith("Kokousmuistio 3/2026")


async def test_the_walk_is_come_back_to_at_the_same_card(repository: Path) -> None:
    """A new start finds meeting, card and what was put aside, and says so; nothing had to be saved on leaving."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "5", "0", "right", "right")
        assert card_title(pilot) == "T10"

    async with running(session_of(repository)) as pilot:
        first = screen_text(pilot)
        await press(pilot, "enter")
        assert card_title(pilot) == "T10"
        for _ in CARDS[2:]:
            await press(pilot, "5")
        assert card_title(pilot) == "T19"
    assert "Kokous 3/2026 on kesken, käsitelty 1/10. Enter jatkaa kohdasta T10." in first


async def test_a_card_decided_elsewhere_does_not_come_back(repository: Path) -> None:
    """What a colleague decided meanwhile is read from the file, which is the truth."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "right")
        assert card_title(pilot) == "T19"
    path = repository / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    start = text.index('id = "T19"')
    path.write_text(text[:start] + text[start:].replace('status = "active"', 'status = "done"', 1), encoding="utf-8")

    async with running(session_of(repository)) as pilot:
        await press(pilot, "enter")

        assert card_title(pilot) == "T07"


def modes(home: Path) -> list[int]:
    """Return the modes of the files in which a walk's place is kept."""
    return [file.stat().st_mode & 0o777 for file in home.rglob("walk.json")]


async def test_the_place_in_the_walk_is_readable_by_its_owner_alone(repository: Path, surroundings: Path) -> None:
    """What is kept outside the roadmap names ids only, in a file of mode 0600."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "0")

    place = load(repository / "roadmap.toml", os.environ)
    assert (place.meeting, place.current, place.parked) == ("3/2026", "T19", ("T07",))
    assert modes(surroundings) == [0o600]


async def test_closing_asks_when_and_tells_what_is_left(repository: Path) -> None:
    """The time and the next meeting are typed; what nobody handled is named before the meeting is closed."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "j", "enter", "u", "5", "m", "p", "p")
        left = screen_text(pilot)
        await press(pilot, "enter")
        type_in(pilot, "25.00")
        await press(pilot, "enter")
        refused = screen_text(pilot)
        type_in(pilot, "10.40")
        await press(pilot, "enter")
        type_in(pilot, "23.2.2027")
        await press(pilot, "enter")
        preview = screen_text(pilot)
        await press(pilot, "enter")

        assert isinstance(pilot.app.screen, MinutesScreen)
    meeting = on_disk(repository).meeting("3/2026")
    assert "Jäikö 9 toimenpidettä käsittelemättä?" in left
    assert "25.00" in refused
    assert "tiistai 23.2.2027 klo 9.00" in preview
    assert meeting.closed == time(10, 40)
    assert [item.heading for item in meeting.items[-2:]] == ["Seuraava kokous", "Kokouksen päättäminen"]
    assert "23.2.2027 klo 9.00" in meeting.items[-2].decision


async def test_a_closed_meeting_is_undone_and_goes_on(repository: Path) -> None:
    """Closing is undone like any other decision; the walk then continues."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "j", "enter", "m", "p", "p", "enter")
        type_in(pilot, "")
        await press(pilot, "enter", "enter")
        assert on_disk(repository).meeting("3/2026").closed is not None
        await press(pilot, "u", "u", "t", "enter")

        assert card_title(pilot) == "T07"
    assert on_disk(repository).meeting("3/2026").closed is None


async def test_after_the_walk_a_new_start_leads_to_the_sections_left(repository: Path) -> None:
    """The cards are done, the meeting is not: the first screen counts what waits and names the key to it."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "j", "enter")

    async with running(session_of(repository)) as pilot:
        first = " ".join(screen_text(pilot).split())
    assert "Kokous 3/2026 on kesken, 6 asiaa käsittelemättä. Kokous avataan e-näppäimellä." in first
