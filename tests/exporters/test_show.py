"""Plain lines say everything that the screens say, each line by itself."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from exporters.briefing import briefing
from exporters.card import card, entry_lines
from exporters.lines import problem_lines
from exporters.show import first_screen, list_lines
from exporters.words import Words
from model.halfyear import HalfYear
from model.problems import Problem
from model.records import Goal, Head, Member, Sector
from model.roadmap import NoSuchRecordError
from tests.model.build import DAY, HEAD, THIS_HALF, measure, meeting, roadmap, viewpoint

FI = Words("fi")
SURVEY = {"date": date(2024, 9, 27), "value": Decimal("2.9"), "basis": "survey", "n": 270}
JUDGEMENT = {"date": DAY, "value": Decimal("3.3"), "basis": "judgement", "note": "hyvä", "meeting": "3/2026", "item": 6}


def test_the_first_screen_is_read_from_top_to_bottom() -> None:
    """Whose roadmap, which half-year, how far; then what is late, ends, should have begun, begins; then the levels."""
    found = roadmap(
        measure("T07", responsible="Tietohallintokoordinaattori"),
        measure("T10", end="2026H2"),
        measure("T20", start="2026H2", end="2027H1", status="planned"),
        measure("T21", start="2027H1", end="2027H1", status="planned"),
        measure("T30", status="done"),
        viewpoint("sahkoiset", short="Sähköiset palvelut", focus=True, scores=[SURVEY, JUDGEMENT]),
        viewpoint(),
        head=HEAD.model_copy(update={"sample": True}),
    )

    assert first_screen(found, FI, today=date(2026, 11, 22)).splitlines() == [
        "Digitiekartta, Esimerkkilän kaupunki",
        "ESIMERKKI: sisältö on keksitty.",
        "22.11.2026, syksy 2026: 1 myöhässä, 1 päättyy, 1 alkaa seuraavaksi.",
        "Valmiina 1/5 toimenpidettä (ei aloitettu 2, käynnissä 2, valmis 1).",
        "",
        "Myöhässä (1):",
        "T07 Tekoälyn pelisäännöt: käynnissä, myöhässä; syksy 2025 – kevät 2026; Tietohallintokoordinaattori",
        "",
        "Päättyy tänä puolivuotena (1):",
        "T10 Tekoälyn pelisäännöt: käynnissä; syksy 2025 – syksy 2026; vastuu ei kirjattu",
        "",
        "Pitäisi olla aloitettu (1):",
        "T20 Tekoälyn pelisäännöt: ei aloitettu; syksy 2026 – kevät 2027; vastuu ei kirjattu",
        "",
        "Alkaa seuraavaksi (1):",
        "T21 Tekoälyn pelisäännöt: ei aloitettu; kevät 2027; vastuu ei kirjattu",
        "",
        "Kypsyys:",
        "Sähköiset palvelut (kehittämisen kärki): lähtötaso 2,9, nyt 3,3 (arvio)",
        "Osaaminen: ei arvioitu",
    ]


def test_an_empty_roadmap_has_nothing_to_say() -> None:
    """No heading stands without lines under it, and nothing is divided by nought."""
    shown = first_screen(roadmap(), FI, today=date(2026, 6, 30), half=HalfYear("2027H1"))

    assert shown.splitlines() == [
        "Digitiekartta, Esimerkkilän kaupunki",
        "30.6.2026, kevät 2027: 0 myöhässä, 0 päättyy, 0 alkaa seuraavaksi.",
        "Valmiina 0/0 toimenpidettä.",
    ]


def test_levels_have_target_gap_and_what_is_proposed() -> None:
    """The gap is that of the printed values; a proposed target is named as one."""
    targets = [{"date": date(2024, 12, 9), "value": 4}, {"date": DAY, "value": Decimal("4.5"), "state": "proposed"}]
    shown = first_screen(roadmap(viewpoint(scores=[SURVEY], targets=targets)), FI, today=DAY)

    expected = "lähtötaso 2,9, nyt 2,9 (kysely, n = 270), tavoite 4,0, ero −1,1, tavoite 4,5 (ehdotus)"
    assert shown.splitlines()[-1] == f"Osaaminen: {expected}"


def test_what_people_typed_is_safe() -> None:
    """An escape sequence in a title does not reach the terminal."""
    (line,) = list_lines([measure(title="a\x1b[31m\nb")], FI, half=THIS_HALF)

    assert line.startswith("T07 a␛[31m b:")


def test_a_measure_in_full() -> None:
    """Every field that says something, then money, postponements and log with the place of each decision."""
    placed = {"date": DAY, "meeting": "3/2026", "item": 5}
    move = {"from": HalfYear("2026H1"), "to": THIS_HALF, "reason": "resurssi", **placed}
    log = [{"date": DAY, "text": "Hyvin menee"}, {"event": "continues", "text": "Jatkuu", **placed, "item": None}]
    found = measure(
        kind="pilot",
        goals=["G1"],
        sectors=["tekninen", "poissa"],
        internal="Sisäinen",
        moves=[move],
        log=log,
        funding=[{"year": 2026, "amount": 12000, "state": "granted"}],
    )
    goal, sector = Goal(id="G1", title="Tieto käyttöön"), Sector(id="tekninen", name="Tekninen toimiala")

    shown = card(roadmap(found, goals=(goal,), sectors=(sector,)), FI, ("measures", "T07"), half=THIS_HALF)
    assert shown.splitlines() == [
        "Toimenpide T07 Tekoälyn pelisäännöt",
        "Tila: kokeilussa, myöhässä, siirretty 1 kerran",
        "Laji: pilotti",
        "Tavoitteet: Tieto käyttöön",
        "Toimialat: Tekninen toimiala, poissa",
        "Vastuu: –",
        "Alkaa: syksy 2025",
        "Päättyy: kevät 2026",
        "Sisäinen huomautus: Sisäinen",
        "Määräraha:",
        "määräraha 2026: 12\u00a0000\u00a0€ (myönnetty)",
        "Siirrot:",
        "24.11.2026 siirretty: kevät 2026 → syksy 2026 (resurssi) (3/2026 § 5)",
        "Loki:",
        "24.11.2026 huomio: ”Hyvin menee”",
        "24.11.2026 jatkuu: ”Jatkuu” (3/2026)",
    ]


def test_a_viewpoint_in_full() -> None:
    """Each score stands with its own ink; an unknown key of the file is shown, too."""
    found = viewpoint("sahkoiset", scores=[SURVEY, JUDGEMENT], targets=[{"date": DAY, "value": 4}], väri="sininen")

    assert card(roadmap(found), FI, ("viewpoints", "sahkoiset"), half=THIS_HALF).splitlines() == [
        "Näkökulma sahkoiset Sahkoiset",
        "Sahkoiset: lähtötaso 2,9, nyt 3,3 (arvio), tavoite 4,0, ero −0,7",
        "Rajaus: oma työ",
        "Kehittämisen kärki: ei",
        "väri: sininen".capitalize(),
        "Tasot:",
        "27.9.2024 2,9 (kysely, n = 270)",
        "24.11.2026 3,3 (arvio) ”hyvä” (3/2026 § 6)",
        "Tavoitetaso:",
        "24.11.2026 4,0 (hyväksytty)",
    ]


def test_a_meeting_in_full() -> None:
    """Who was there, what was decided under which §, and who does what."""
    found = meeting(
        chair="koordinaattori",
        opened=time(9),
        attendance=[{"member": "koordinaattori"}, {"guest": "Leena Luonnos"}],
        items=[{"number": 1, "heading": "Avaus", "decision": "Avattiin."}],
        actions=[{"number": 1, "task": "Tiedote"}],
    )
    members = (Member(id="koordinaattori", role="Tietohallintokoordinaattori"),)

    assert card(roadmap(found, members=members), FI, ("meetings", "3/2026"), half=THIS_HALF).splitlines() == [
        "Kokous 3/2026",
        "Päivä: 24.11.2026",
        "Puheenjohtaja: Tietohallintokoordinaattori",
        "Tila: luonnos",
        "Alkoi: klo 9.00",
        "Läsnäolo:",
        "Tietohallintokoordinaattori läsnä",
        "Leena Luonnos läsnä",
        "Pykälät:",
        "§ 1 Avaus ”Avattiin.”",
        "Tehtävät:",
        "Tehtävä 3/2026-1 Tiedote",
    ]


def test_an_unknown_key_is_shown_whatever_it_is_called() -> None:
    """A key of the file may have the name of something that every record has in the code."""
    shown = card(roadmap(measure(copy="Kopio", oma=3)), FI, ("measures", "T07"), half=THIS_HALF).splitlines()

    assert {line for line in shown if line.startswith(("Copy", "Oma"))} == {"Copy: Kopio", "Oma: 3"}


def test_a_long_text_is_whole_on_a_card() -> None:
    """Only sentences cut; and the roadmap itself has a card, too."""
    long = "sana " * 40
    head = Head(title="D", organisation="E", first=HEAD.first, last=HEAD.last, vision=long, sample=True)

    shown = card(roadmap(head=head), FI, ("roadmap", ""), half=THIS_HALF)
    assert f"Visio: {long.strip()}" in shown
    assert "Esimerkkiaineisto: kyllä" in shown


def test_a_record_that_is_not_there() -> None:
    """The error names the table and the id; its sentence is made elsewhere."""
    with pytest.raises(NoSuchRecordError):
        card(roadmap(), FI, ("measures", "T99"), half=THIS_HALF)


def test_problems_begin_with_their_weight() -> None:
    """Who reads only the first word knows how bad it is."""
    assert problem_lines([Problem("no-file", "fatal"), Problem("missing-schema", "error", 1)], FI) == (
        "Estää avaamisen: Tiedostoa ei ole; tarkista nimi tai luo uusi tiekartta komennolla init.",
        "Virhe: Rivi 1: rivi schema = 1 puuttuu; lisää se ensimmäiseksi riviksi.",
    )


def test_the_entries_of_one_list() -> None:
    """A screen that shows a single list gets its lines alone."""
    found = roadmap(measure(log=[{"date": DAY, "text": "Hyvin menee"}]))

    assert entry_lines(found, FI, ("measures", "T07"), field="log") == ("24.11.2026 huomio: ”Hyvin menee”",)


def test_a_level_that_was_only_judged_has_no_baseline() -> None:
    """A judgement never stands in for the survey that would be the baseline."""
    shown = first_screen(roadmap(viewpoint(scores=[JUDGEMENT])), FI, today=DAY)

    assert shown.splitlines()[-1] == "Osaaminen: nyt 3,3 (arvio)"


def test_minutes_that_wait_are_told() -> None:
    """As on the first screen; where none wait nothing is said of them."""
    held = meeting("2/2026", opened=time(9), closed=time(10))
    published = held.model_copy(update={"state": "published"})

    assert "Muistioita kesken: 2/2026 tarkastamatta." in first_screen(roadmap(held), FI, today=DAY)
    assert "Muistioita" not in first_screen(roadmap(published), FI, today=DAY)


def test_a_move_that_another_one_overruled_is_marked() -> None:
    """Two copies moved it from one end to two: who reads its card or hears the briefing knows which is in force."""
    first = {"date": DAY, "from": HalfYear("2026H1"), "to": HalfYear("2027H1"), "reason": "kouluttaja"}
    found = measure(end="2027H2", moves=[first, {**first, "to": HalfYear("2027H2"), "reason": "resurssit"}])
    known = roadmap(found)
    moved = "kevät 2026 → kevät 2027", "kevät 2026 → syksy 2027"
    told = (
        f"24.11.2026 siirretty: {moved[0]} (kouluttaja) (ei voimassa)",
        f"24.11.2026 siirretty: {moved[1]} (resurssit)",
    )

    assert entry_lines(known, FI, ("measures", "T07"), field="moves") == told
    assert "\n".join(("Siirrot:", *told, "")) in card(known, FI, ("measures", "T07"), half=THIS_HALF)
    assert [line.text for line in briefing(known, found, FI, half=THIS_HALF) if "→" in line.text] == [
        f"{moved[0]}: kouluttaja (ei voimassa)",
        f"{moved[1]}: resurssit",
    ]
