"""Indicators in words: units and words of scales, Finnish numbers, small pictures, before and after."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from exporters.agenda import entries
from exporters.changed import Naming
from exporters.indicator_page import indicator_data, indicator_page
from exporters.indicators import amount, effect_lines, given_sentence, indicator_lines, sum_line
from exporters.past import decision_said
from exporters.sentences import sentences
from exporters.sparks import bar, scale_of, spark
from exporters.words import LANGUAGES, Words
from model import indicating
from model.diff import Change, diff
from model.entry import Decision
from model.indicator import YearValue
from model.indicators import Period, reading, timeline
from tests.model.build import DAY, measure, roadmap
from tests.model.test_indicators import WASTE, entry, indicator

if TYPE_CHECKING:
    from model.indicator import Indicator

FI = Words("fi")
NB = "\u00a0"
DAYS = indicator({"2020": 400, "2021": 500, "2022": 576}, unit="koulutuspäivää", adds_up=True, title="Koulutus")
SCALE = indicator({"2024": 1, "2025": 2}, words=["ei vaikutusta", "jonkin verran", "selkeä"], unit="")


@pytest.mark.parametrize(
    ("found", "value", "expected"),
    [
        (DAYS, "1476", f"1{NB}476{NB}koulutuspäivää"),
        (WASTE, "52.5", f"52,5{NB}%"),
        (WASTE, "-3", f"−3{NB}%"),
        (SCALE, "2", "jonkin verran"),
        (SCALE, "7", "7"),
    ],
)
def test_a_value_has_its_unit_or_is_a_word(found: Indicator, value: str, expected: str) -> None:
    """Thousands apart, a comma, the unit behind a space that does not break; a number off the scale stays a number."""
    assert amount(FI, found, Decimal(value)) == expected


def test_the_sum_names_its_years() -> None:
    """1 476 days of three years; a year without data is named, a share has no sum."""
    assert sum_line(FI, DAYS) == f"1{NB}476{NB}koulutuspäivää (2020–2022)"
    assert sum_line(FI, indicator({"2020": 1, "2022": 2}, adds_up=True)) == f"3{NB}% (2020–2022); ei tietoa: 2021"
    assert sum_line(FI, WASTE) == ""


def test_an_indicator_is_a_line_that_stands_alone() -> None:
    """Latest value, the one before, the target and how far: falling is better where less is better."""
    (line,) = indicator_lines(roadmap(indicators=(WASTE,)), FI, today=DAY)

    assert line.replace(NB, " ") == (
        "Mittari [m]: 15,2 % (2025); parempi kuin 18,4 % (2023); tavoite 13 % (2026);"
        " tavoitetta ei ole vielä saavutettu"
    )


def test_what_is_missing_and_old_is_said() -> None:
    """The value of 2023 is old in November 2026, and that of 2025 is missing."""
    found = indicator({"2023": 5}, {"2023": 4})
    lines = list(indicator_lines(roadmap(indicators=(found, WASTE)), FI, today=DAY, only_missing=True))

    assert [line.replace(NB, " ") for line in lines] == [
        "Mittari [m]: 5 % (2023), vanha; tavoite 4 % (2023); tavoite saavutettu; puuttuu: 2025"
    ]


def test_the_page_marks_the_years_without_data() -> None:
    """2024 was not measured; what is still to come has its target and no value."""
    told = indicator_page(roadmap(indicators=(WASTE,)), FI, WASTE, today=DAY).replace(NB, " ").splitlines()

    assert told[-6:] == [
        "2022: 20 %",
        "2023: 18,4 %",
        "2024: ei tietoa",
        "2025: 15,2 %",
        "2026: –; tavoite 13 %",
        "2027: –; tavoite 10 %",
    ]


def test_scripts_get_numbers_and_nulls() -> None:
    """A year without data is null, a whole number is whole."""
    found = indicator_data(roadmap(indicators=(WASTE,)), reading(roadmap(indicators=(WASTE,)), WASTE, DAY))

    assert (found["state"], found["met"], found["better"], found["missing"]) == ("ahead", False, True, False)
    assert [(year["year"], year["value"], year["target"]) for year in found["years"]] == [
        *((2022, 20, None), (2023, 18.4, None), (2024, None, None), (2025, 15.2, None)),
        *((2026, None, 13), (2027, None, 10)),
    ]


def test_a_small_picture_falls_where_the_values_fall() -> None:
    """Heights are measured from nothing; a year without data is a dot, the future is not there."""
    assert spark(WASTE, Period(2025), most=6) == "█▇·▆"
    assert spark(WASTE, Period(2025), most=2) == "·█"
    assert spark(indicator({"2024": 0, "2025": 0}), None, most=6) == "▁▁"
    assert spark(indicator({}), Period(2025), most=6) == ""


def test_a_bar_has_the_target_on_it() -> None:
    """Value and target on one scale from nothing to the greatest of them."""
    points = timeline(indicator({"2025": 5}, {"2025": 10}), None)

    assert bar(points[0], scale_of(points), 10) == "┤━━━━━    ◆"


def test_a_measure_tells_before_and_after() -> None:
    """Where nothing was measured it says so."""
    found = roadmap(indicators=(WASTE, indicator({}, id="x", title="Muu")))
    told = effect_lines(found, FI, measure(start="2024H2", end="2025H1", indicators=["m", "x"]))

    assert [line.replace(NB, " ") for line in told] == [
        "Mittari: ennen 18,4 % (2023) → aikana 15,2 % (2025), parempi",
        "Muu: ennen: ei tietoa → sen jälkeen: ei tietoa",
    ]


def test_a_half_year_is_told_in_the_history() -> None:
    """Two halves of one year are two values, each under its name; a note is quoted."""
    before = roadmap(indicators=(indicator({"2025H1": 5}, title="Kirjautumiset", unit=""),))
    noted = YearValue(year=2025, half=2, value=Decimal(7), note="arvio")
    after = indicating.give(before, "m", noted)
    (change,) = diff(before, after)

    assert sentences((change,), FI, after) == ("Mittari Kirjautumiset arvo syksy 2025: 7 ”arvio”",)
    assert Naming(FI, after).field(change) == "arvo syksy 2025"


def test_minutes_say_what_a_value_was_before() -> None:
    """A correction tells both, a target is called one."""
    said = given_sentence(WASTE, entry("2025", 14), FI, was=entry("2025", "15.2"))
    target = given_sentence(WASTE, entry("2027", 9), FI, is_target=True)

    assert said.replace(NB, " ") == "Kirjattiin mittarin ”Mittari” arvo: 14 % (2025), ennen 15,2 %."
    assert target.replace(NB, " ") == "Kirjattiin mittarin ”Mittari” tavoite: 9 % (2027)."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agenda_asks_for_what_is_missing(language: str) -> None:
    """One § names the indicators whose value is missing; where none is there is no such §."""
    lacking = roadmap(indicators=(WASTE, indicator({"2024": 1}, id="vanha", title="Vanha mittari")))
    (found,) = [item for item in entries(lacking, Words(language), day=DAY) if item.kind == "indicators"]

    assert found.subjects == ("vanha",)
    assert "Vanha mittari (2025)" in found.background
    assert [i for i in entries(roadmap(indicators=(WASTE,)), FI, day=DAY) if i.kind == "indicators"] == []


def test_who_decided_a_value_is_told_with_its_unit() -> None:
    """The year stands before both values; where the history begins with them all are told."""
    said: dict[str, Any] = {
        "commit": "a",
        "when": datetime(2026, 3, 2, tzinfo=UTC),
        "who": "M",
        "subject": "",
        "meeting": "",
        "item": None,
    }
    changed = Decision(**said, before=entry("2025", 16), after=entry("2025", "15.2"), key=(2025, 0))
    begun = Decision(**said, before=None, after=WASTE.values, form="made")
    place = Change("indicators", "m", "values")
    now = roadmap(indicators=(WASTE,))

    assert decision_said(changed, FI, now, place=place).replace(NB, " ") == "arvo 2025: 16 % → 15,2 %"
    assert decision_said(begun, FI, now, place=place).replace(NB, " ") == (
        "20 % (2022); 18,4 % (2023); 15,2 % (2025) alusta alkaen"
    )
