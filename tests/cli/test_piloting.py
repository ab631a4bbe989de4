"""pilots, services, ready, reassess, end: what a script or a screen reader gets of pilots, and what it can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town

MORE = """
[[services]]
id = "aurora"
name = "AuroraAI"
ends = 2022-12-31

[[measures]]
id = "P01"
title = "Chatbot"
kind = "pilot"
services = ["aurora"]
start = "2025H1"
end = "2026H2"
status = "active"

[[measures]]
id = "P02"
title = "Ajanvaraus"
kind = "pilot"
start = "2025H1"
end = "2026H2"
status = "ready"
continuation = "Tietohallinto ottaa käyttöön 2027"
"""


@pytest.fixture
def piloting(town: Town) -> Town:
    """The town with two pilots, one of which depends on a service that has ended."""
    text = town.text.replace('last = "2027H2"\n', 'last = "2027H2"\npilots = 5\n', 1)
    town.roadmap.write_text(text + MORE, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "kokeilut")
    return town


def test_pilots_are_told_and_counted(piloting: Town) -> None:
    """As lines, and as data with the same counts."""
    told = piloting.types("pilots")
    data = piloting.types("pilots", "--json").json

    assert told.out.splitlines()[0] == "Pilotit: 1 käyttöönottovalmis · 1 kokeilussa; tavoite 5"
    assert "Jatko puuttuu: P01" in told.out
    assert (data["counts"]["ready"], data["planned"], data["actual"]) == (1, 5, 2)
    assert data["lacking_continuation"] == ["P01"]


def test_services_are_told(piloting: Town) -> None:
    """With what depends on them; a town without any is told so."""
    assert piloting.types("services").out == "AuroraAI: päättyi 31.12.2022; siitä riippuvat: P01\n"
    assert piloting.types("services", "--json").json[0]["flagged"] is True
    assert "AuroraAI päättyi 31.12.2022: 1 toimenpide arvioitava uudelleen." in piloting.types("show").out


def test_a_town_without_services_says_so(town: Town) -> None:
    """An empty list is a sentence."""
    assert town.types("services").out == "Ulkoisia palveluja ei ole kirjattu.\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("ready", "P01"), "P01: todettu käyttöönottovalmiiksi"),
        (("reassess", "P02", "--reason", "hinta"), "P02: jatkoarvioitava ”hinta”"),
        (("done", "P02", "--home", "Kirjasto"), "P02: otettu käyttöön; vakiinnutettu – → Kirjasto"),
        (("drop", "P01", "--lesson", "Liian kallis"), "P01: lopetettu, opittu ”Liian kallis”"),
    ],
)
def test_a_pilot_turns_by_a_command_and_back(piloting: Town, typed: tuple[str, ...], said: str) -> None:
    """Each is one commit, which undo takes back to the letter."""
    before = piloting.text

    assert piloting.types(*typed).status == 0
    assert piloting.subjects()[0] == said
    assert piloting.types("undo").status == 0
    assert piloting.text == before


def test_what_is_no_pilot_is_refused(piloting: Town) -> None:
    """Neither ready nor with a lesson; nothing changes."""
    before = piloting.text

    assert "T01 ei ole pilotti." in piloting.types("ready", "T01").err
    assert "T01 ei ole pilotti." in piloting.types("drop", "T01", "--lesson", "Liian kallis").err
    assert piloting.text == before


def test_a_programme_ends_when_every_pilot_has_its_continuation(piloting: Town) -> None:
    """Until then it is refused with a list; then it ends on the day that was said, and undo opens it again."""
    refused = piloting.types("end")

    assert (refused.status, refused.out) == (1, "")
    assert "P01 Chatbot: kokeilussa" in refused.err
    assert "(kenttä continuation): P01." in refused.err
    piloting.types("edit", "P01", "continuation", "Kunta jatkaa itse")
    assert "Tiekartta ohjelman päättyminen: 30.6.2026" in piloting.types("end", "--date", "30.6.2026").out
    assert "Ohjelma: päättynyt 30.6.2026." in piloting.types("show").out
    assert "päätetty jo 30.6.2026" in piloting.types("end").err
    piloting.types("edit", "P01", "continuation", "")
    assert "P01, continuation: ohjelma on päätetty 30.6.2026" in piloting.types("check").out
