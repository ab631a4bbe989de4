"""What the room is told of a measure before it decides, and what a walk came to."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from exporters.briefing import BREAK, Line, briefing
from exporters.words import Words
from exporters.wrapup import wrap_up
from model.halfyear import HalfYear
from model.records import Goal, Member, Sector
from tests.model.build import DAY, THIS_HALF, measure, meeting, roadmap, viewpoint
from tests.model.test_indicators import WASTE

FI = Words("fi")
MEMBER = Member(id="koordinaattori", role="Tietohallintokoordinaattori")


def told(lines: tuple[Line, ...]) -> list[str]:
    """Return lines as `label: text`."""
    return [f"{line.label}: {line.text}" if line.label else line.text for line in lines]


def test_a_bare_measure_says_what_is_not_recorded() -> None:
    """Nothing is invented, and being late cannot be missed."""
    lines = briefing(roadmap(measure()), measure(), FI, half=THIS_HALF)

    assert "Vastuu: ei kirjattu" in told(lines)
    assert "Tavoitteet: ei kirjattu" in told(lines)
    assert [line.text for line in lines if line.weighty] == ["käynnissä, myöhässä"]


def test_a_full_measure_tells_what_was_decided_before() -> None:
    """Levels, roles, money, postponements with their §, the last notes and the open tasks; never what is internal."""
    placed = {"date": DAY, "meeting": "2/2026"}
    score = {"date": date(2024, 9, 27), "value": Decimal("2.9"), "basis": "survey"}
    seen = viewpoint(
        "sahkoiset",
        short="Sähköiset palvelut",
        focus=True,
        targets=[{"date": DAY, "value": 4}],
        scores=[score, {"date": DAY, "value": 3, "basis": "judgement"}],
    )
    found = measure(
        goals=["G1"],
        viewpoints=["sahkoiset", "poissa"],
        sectors=["tekninen"],
        responsible="koordinaattori",
        helpers=["Sihteeri"],
        public="Julkista",
        internal="KANARIA",
        funding=[{"year": 2026, "amount": 12000, "state": "granted"}, {"year": 2027, "state": "not-needed"}],
        moves=[
            {"from": HalfYear("2025H2"), "to": HalfYear("2026H1"), "reason": "resurssi", "item": 4, **placed},
            {"from": HalfYear("2026H1"), "to": THIS_HALF, **placed},
        ],
        log=[{"date": DAY, "text": "Sopimus"}, {"event": "continues", **placed}],
    )
    held = meeting(
        "2/2026",
        actions=[
            {"number": 1, "task": "Sopimus", "who": "Johtaja", "due": DAY, "subject": "T07"},
            {"number": 2, "task": "Tiedote", "subject": "T07"},
            {"number": 3, "task": "Tehty jo", "state": "done", "subject": "T07"},
        ],
    )
    goal, sector = Goal(id="G1", title="Tieto käyttöön"), Sector(id="tekninen", name="Tekninen toimiala")
    lines = briefing(
        roadmap(found, seen, held, goals=(goal,), sectors=(sector,), members=(MEMBER,)), found, FI, half=THIS_HALF
    )

    assert told(lines) == [
        "Tavoitteet: Tieto käyttöön",
        "Näkökulmat: ★ Sähköiset palvelut   2,9 → 3,0   tavoite 4,0   kehittämisen kärki",
        "poissa",
        "Vastuu: Tietohallintokoordinaattori (Tekninen toimiala)",
        "mukana: Sihteeri",
        "Aikataulu: syksy 2025 – kevät 2026",
        "Tila: käynnissä, myöhässä, siirretty 2 kertaa",
        "Siirrot: syksy 2025 → kevät 2026 (§ 4, 2/2026): resurssi",
        "kevät 2026 → syksy 2026 (kokous 2/2026)",
        "Määräraha: 2026   12\u00a0000\u00a0€   myönnetty",
        "2027   ei lisämäärärahaa",
        "",
        "Julkinen kuvaus: Julkista",
        "",
        "24.11.2026: Sopimus",
        "24.11.2026: Jatkuu (kokous 2/2026)",
        "",
        "Tehtävä 2/2026-1: Sopimus (Johtaja, 24.11.2026)",
        "Tehtävä 2/2026-2: Tiedote",
    ]


def test_the_end_of_a_walk() -> None:
    """What was decided with its §§, what was not handled last, and what should begin."""
    items = [
        {"number": 5, "subjects": ["T07"], "outcome": "not-handled"},
        {"number": 6, "subjects": ["T08"], "outcome": "done"},
        {"number": 7, "subjects": ["T08", "T09"], "outcome": "continues"},
        {"number": 8, "heading": "Muut asiat"},
    ]
    held = meeting(opened=time(9), items=items)
    found = roadmap(measure(), measure("T08"), measure("T20", status="planned", start="2026H2", end="2027H1"), held)
    lines = wrap_up(found, held, FI, half=THIS_HALF)

    assert [line for line in told(lines) if line.startswith("§")] == [
        "§ 6: Valmis: T08 Tekoälyn pelisäännöt",
        "§ 7: Jatkuu: T08, T09",
        "§ 5: Ei käsitelty: T07 Tekoälyn pelisäännöt",
    ]
    assert [line.label for line in lines if line.weighty] == ["§ 5"]
    assert BREAK in lines
    assert "Pitäisi aloittaa: T20 Tekoälyn pelisäännöt" in told(lines)


def test_the_card_tells_the_indicators_before_and_after() -> None:
    """What the measure is meant to move stands on its card in the walk; a measure of no indicator has no such line."""
    found = roadmap(indicators=(WASTE,))
    told = briefing(found, measure(start="2024H2", end="2026H2", indicators=["m"]), FI, half=THIS_HALF)

    assert [line.text for line in told if line.label == "Mittarit"] == [
        "Mittari: ennen 18,4\u00a0% (2023) → aikana 15,2\u00a0% (2025), parempi"
    ]
    assert not [line for line in briefing(found, measure(), FI, half=THIS_HALF) if line.label == "Mittarit"]


def test_a_walk_without_a_meeting_has_no_decisions() -> None:
    """Only where to go next is left to say."""
    lines = wrap_up(roadmap(), None, FI, half=THIS_HALF)

    assert [line for line in told(lines) if line] == ["Seuraavaksi: tasot (Kypsyys), sitten muut asiat (Kokous)"]
