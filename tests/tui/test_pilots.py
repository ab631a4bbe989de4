"""Pilots and services that end, on the screens: the first one, the walk, the page of a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.meeting_files import asked, on_disk, press, subjects, type_in, walking
from tests.tui.session_files import NINE, TODAY, committed, running, screen_text
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

KUOPIO = """\
schema = 1

[roadmap]
title = "IDK"
organisation = "Kuopio"
first = "2026H1"
last = "2026H2"
pilots = 5
ended = 2026-06-30

[[services]]
id = "aurora"
name = "AuroraAI"
ends = 2022-12-31

[[measures]]
id = "P01"
title = "Chatbot"
kind = "pilot"
services = ["aurora"]
start = "2026H1"
end = "2026H2"
status = "active"
continuation = "Kunta jatkaa itse"

[[measures]]
id = "P02"
title = "Ajanvaraus"
kind = "pilot"
start = "2026H1"
end = "2026H2"
status = "active"
continuation = "Kunta jatkaa itse"

[[measures]]
id = "T03"
title = "Valokuitu"
start = "2026H1"
end = "2026H2"
status = "active"
"""


def session_of(folder: Path) -> Session:
    """Open the roadmap of pilots in a repository of its own."""
    path = folder / "roadmap.toml"
    committed(folder, KUOPIO)
    return Session.open(path, today=TODAY, clock=lambda: NINE)


async def test_the_first_screen_and_the_page_tell_what_ended(repository: Path) -> None:
    """The programme beside its title, the pilots by state, the service with what it touches; the page by name."""
    async with running(session_of(repository), size=(80, 24)) as pilot:
        first = screen_text(pilot)
        await press(pilot, "space")
        page = screen_text(pilot)

    assert "päättynyt 30.6.2026" in first
    assert "Pilotit: 2 kokeilussa; tavoite 5" in first
    assert "AuroraAI päättyi 31.12.2022: 1 toimenpide arvioitava uudelleen" in first
    assert "AuroraAI (päättyi 31.12.2022)" in page
    assert "7 Jatkoarvioi…" in page


async def test_the_walk_of_pilots_asks_what_becomes_of_them(repository: Path) -> None:
    """Into use with its home, stopped with its lesson; another measure is offered neither."""
    async with walking(session_of(repository)) as pilot:
        card = screen_text(pilot)
        await press(pilot, "1")
        await asked(pilot)
        type_in(pilot, "Toimii")
        await press(pilot, "enter")
        await asked(pilot)
        type_in(pilot, "Kirjasto")
        await press(pilot, "enter")
        await press(pilot, "4")
        await asked(pilot)
        type_in(pilot, "Liian kallis")
        await press(pilot, "enter")
        last = screen_text(pilot)

    assert "1 Käyttöön…" in card
    assert "6 Käyttöönottovalmis" in card
    assert "1 Valmis" in last
    assert "6 Käyttöönottovalmis" not in last
    found = on_disk(repository)
    assert (found.measure("P01").status, found.measure("P01").home) == ("done", "Kirjasto")
    assert found.measure("P02").is_learnt
    assert subjects(repository)[-1].endswith("P02: lopetettu, opittu ”Liian kallis”")
