"""Of a roadmap that goes by years a half-year is told as its year, everywhere and in every language."""

from __future__ import annotations

from datetime import date

import pytest

from docs.catalogues import updated
from exporters import agenda, data, show
from exporters.decision import decision
from exporters.examples import example
from exporters.filters import period
from exporters.sentences import refusal_sentence
from exporters.translating import in_language
from exporters.words import LANGUAGES, Words
from exporters.yearly import YEARLY
from model.edits import RefusedError
from model.halfyear import HalfYear, Year
from model.meeting import Item
from model.wanted import Wanted
from tests.model.build import DAY, HEAD, measure, meeting, roadmap

YEARS = HEAD.model_copy(update={"last": HalfYear("2030H2"), "periods": "years"})
FI, SV, EN = (Words(language, periods="years") for language in LANGUAGES)
HALF = HalfYear("2026H2")
HALVES = ("half-year", "puolivuo", "halvår", "spring")
ANYWAY = {
    "a half-year",
    'a half-year, such as "2026H1"',
    "half-years",
    "only from this day, half-year or year on",
    "only up to this day, half-year or year",
    "Give an indicator the value or the target of a year or half-year; one that it had is replaced.",
    "year or half-year, such as 2026 or 2026H1",
    "Values and targets of the indicators by half-year:",
}
"""What the file holds, or what can be asked for, whatever the steps of the schedule."""
KNOWN = roadmap(
    measure("T1", end="2025H2"),
    measure("T2", end="2026H2"),
    measure("T3", "2027H1", "2028H2", status="planned"),
    head=YEARS,
)


def test_a_half_year_is_told_as_its_year() -> None:
    """Both halves read alike; Finnish has its cases, and a schedule is a range of years."""
    assert [FI.half(HALF, case) for case in ("nominative", "adessive", "ablative", "allative")] == [
        "2026",
        "vuonna 2026",
        "vuodelta 2026",
        "vuodelle 2026",
    ]
    assert [words.period(HALF) for words in (FI, SV, EN)] == ["vuosi 2026", "år 2026", "year 2026"]
    assert FI.halves(HalfYear("2026H1"), HALF) == "2026"
    assert EN.halves(HALF, HalfYear("2028H1")) == "2026–2028"
    assert (FI.half(HALF, short=True), FI.season(HALF)) == ("2026", "2026")
    assert Words("fi").period(HALF) == "syksy 2026"


@pytest.mark.parametrize("words", [FI, SV, EN], ids=LANGUAGES)
def test_no_sentence_about_half_years_is_left(words: Words) -> None:
    """A twin names years alone, but for those of indicators, which may have values by half-years all the same."""
    for of_halves, of_years in YEARLY.items():
        said = words.t(of_halves)
        assert said == words.t(of_years)
        assert "half-year" in of_years or not any(part in said.casefold() for part in HALVES)


def test_each_sentence_about_half_years_has_a_twin() -> None:
    """Whoever writes a new one writes the other, too, or says here that it means half-years in any roadmap."""
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in updated("fi")}

    about = {msgid for msgid in known if "half-year" in msgid.casefold()}
    assert about - set(YEARLY) - set(YEARLY.values()) == ANYWAY


def test_the_first_screen_of_a_command_line() -> None:
    """`2026 · 1 päättyy`: the year, what ends in it, what is late, what starts next."""
    said = show.first_screen(KNOWN, FI, today=DAY)

    assert "24.11.2026, vuosi 2026: 1 myöhässä, 1 päättyy, 1 alkaa seuraavaksi." in said
    assert "Päättyy tänä vuonna (1):" in said
    assert "T3 Tekoälyn pelisäännöt: ei aloitettu; 2027–2028;" in said
    assert data.show_data(KNOWN, today=DAY)["ending"] == ["T2"]


@pytest.mark.parametrize("day", [date(2026, 5, 12), DAY], ids=["spring", "autumn"])
def test_the_agenda_walks_the_year(day: date) -> None:
    """Both meetings of a year have its measures as §§, with the years in their backgrounds."""
    items = agenda.entries(KNOWN, FI, day=day)

    told = {item.heading[:2]: item.background for item in items if item.kind == "measure"}
    assert told == {"T1": "Piti päättyä vuonna 2025 (myöhässä).", "T2": "Päättyy vuonna 2026."}
    assert "Alkavat vuonna 2027: T3." in [item.background for item in items if item.kind == "starting"]


def test_a_move_is_decided_from_year_to_year_and_said_in_swedish() -> None:
    """The set phrase with its years is known again when the minutes are given in the other language."""
    own = decision(KNOWN, FI, outcome="moved", subjects=("T2",), to=HalfYear("2027H2"), text="resurssit")
    review = "Tänä vuonna (2026) päättyvät: T2."
    items = (
        Item(number=1, heading="T2", decision=own, subjects=("T2",)),
        Item(number=2, heading="Digitiekartan tilannekatsaus", background=review),
    )
    held = KNOWN.adding("meetings", meeting("3/2026", items=items))

    said, told = in_language(held, "sv").meeting("3/2026").items

    assert own == "Päätettiin siirtää toimenpide T2 vuodelta 2026 vuodelle 2027. Syy: resurssit."
    assert said.decision == "Beslöts flytta åtgärd T2 från 2026 till 2027. Orsak: resurser."
    assert told.background == "I år (2026) slutar: T2."


@pytest.mark.parametrize(
    ("code", "known", "said"),
    [
        ("bad-half", {"text": "x"}, "”x” ei ole vuosi; kirjoita esimerkiksi 2026."),
        (
            "ambiguous-half",
            {"text": "1/2027"},
            "”1/2027” voi tarkoittaa kuukautta tai kokousta; kirjoita vuosi, esimerkiksi 2026.",
        ),
        ("same-half", {"measure": "T2", "half": HALF}, "T2 päättyy jo sinä vuonna: 2026."),
        (
            "after-roadmap",
            {"half": HalfYear("2031H2"), "last": HalfYear("2030H2")},
            "2031 on tiekartan viimeisen vuoden jälkeen (2030).",
        ),
    ],
)
def test_a_refusal_says_years(code: str, known: dict[str, object], said: str) -> None:
    """It names the year and what may be typed instead."""
    assert refusal_sentence(RefusedError(code, **known), FI) == said
    assert example(FI, "HalfYear") == "esim. 2027"


def test_a_filter_of_a_year_is_told_as_the_year() -> None:
    """A span of a half of it is told by its days, for there it is no step of the schedule."""
    year = Year(HALF)

    assert period(Wanted(first=year.first_day, last=year.last_day), FI) == "2026"
    assert period(Wanted(first=HALF.first_day, last=HALF.last_day), FI) == "1.7.2026–31.12.2026"
