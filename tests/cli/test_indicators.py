"""indicators and indicator: what they print, what they write, and what stands in the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town

THREE = """
[[indicators]]
id = "paivat"
title = "Koulutuspäivät"
unit = "koulutuspäivää"
adds_up = true

[[indicators.values]]
year = 2024
value = 1000

[[indicators]]
id = "hukka"
title = "Ruokahävikki"
unit = "%"
direction = "down"

[[indicators.values]]
year = 2024     # punnittu keväällä
value = 20

[[indicators]]
id = "vaikutus"
title = "Vaikutus"
words = ["ei", "jonkin verran", "selkeä"]
"""
NB = "\u00a0"


@pytest.fixture
def measured(town: Town) -> Town:
    """The town with three indicators of different units."""
    town.roadmap.write_text(ROADMAP + THREE, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "mittarit")
    return town


def test_three_indicators_of_different_units_come_out_right_in_one_meeting(measured: Town) -> None:
    """The § that asks for them gathers all three, each value is one commit, and the sum is of one unit."""
    measured.types("meeting", "start")
    ran = [
        measured.types("indicator", "paivat", "2025", "1", "476"),
        measured.types("indicator", "hukka", "2025", "15,2", "%"),
        measured.types("indicator", "vaikutus", "2025", "Jonkin", "verran"),
    ]
    measured.types("minutes")

    assert [one.status for one in ran] == [0, 0, 0]
    (number,) = {subject.split(" ")[1] for subject in measured.subjects()[3:0:-1]}
    assert [subject.replace(NB, " ") for subject in measured.subjects()[3:0:-1]] == [
        f"§ {number} Mittari Koulutuspäivät: arvo 2025 1 476 koulutuspäivää",
        f"§ {number} Mittari Ruokahävikki: arvo 2025 15,2 %",
        f"§ {number} Mittari Vaikutus: arvo 2025 jonkin verran",
    ]
    (path,) = measured.roadmap.parent.glob("minutes/*.md")
    told = " ".join(path.read_text(encoding="utf-8").replace(NB, " ").split())
    assert f"## § {number} Mittarit: arvo puuttuu" in told
    assert (
        "Kirjattiin mittarin ”Koulutuspäivät” arvo: 1 476 koulutuspäivää (2025)."
        " Kirjattiin mittarin ”Ruokahävikki” arvo: 15,2 % (2025)."
        " Kirjattiin mittarin ”Vaikutus” arvo: jonkin verran (2025)."
    ) in told
    page = measured.types("indicators", "paivat").out.replace(NB, " ")
    assert "Summa: 2 476 koulutuspäivää (2024–2025)" in page
    assert "Mikään arvo ei puutu." in measured.types("indicators", "--missing").out


def test_a_correction_replaces_and_undo_brings_it_back(measured: Town) -> None:
    """One commit each; comments stay where they are."""
    before = measured.text
    ran = measured.types("indicator", "ruoka", "2024", "19,4", "--note", "korjattu")

    assert ran.status == 0
    assert "20 % → 19,4 %" in measured.subjects()[0].replace(NB, " ")
    assert "year = 2024     # punnittu keväällä" in measured.text
    measured.types("undo")
    assert measured.text == before


def test_a_target_and_a_half_year_are_given_the_same_way(measured: Town) -> None:
    """`--target` writes among the targets, `k26` is the first half of 2026."""
    measured.types("indicator", "hukka", "2027", "10", "--target")
    measured.types("indicator", "hukka", "k26", "14")
    (found,) = [one for one in measured.types("indicators", "--json").json if one["id"] == "hukka"]

    assert (found["latest"], found["target"]) == (
        {"year": 2026, "half": 1, "value": 14},
        {"year": 2027, "half": None, "value": 10},
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("vaikutus", "2025", "4"), "ei, jonkin verran, selkeä"),
        (("hukka", "1/2026", "4"), "1/2026"),
        (("hukka", "2025", "paljon"), "paljon"),
        (("hukka", "2027", "10"), "tavoitteena"),
        (("olematon", "2025", "4"), "olematon"),
    ],
)
def test_what_is_no_value_is_refused(measured: Town, typed: tuple[str, ...], said: str) -> None:
    """Nothing is written, and the sentence says what would do."""
    before = measured.text
    ran = measured.types("indicator", *typed)

    assert (ran.status, measured.text) == (1, before)
    assert said in ran.err


def test_outside_a_meeting_a_value_is_an_edit_of_its_own(measured: Town) -> None:
    """No § is made where no meeting is open."""
    measured.types("indicator", "hukka", "2025", "15")

    assert measured.subjects()[0].replace(NB, " ") == "Mittari Ruokahävikki: arvo 2025 15 %"


def test_a_meeting_without_the_question_gets_an_item_of_its_own(measured: Town) -> None:
    """A value that is not asked for is noted in the next §."""
    for name, value in (("paivat", "1"), ("hukka", "1"), ("vaikutus", "1")):
        measured.types("indicator", name, "2025", value)
    measured.types("meeting", "start")
    measured.types("indicator", "hukka", "2027", "10", "--target")

    assert measured.subjects()[0].replace(NB, " ").endswith("Mittari Ruokahävikki: tavoite 2027 10 %")
    assert "[[meetings.items]]" in measured.text
    assert "Kirjattiin mittarin ”Ruokahävikki” tavoite: 10\u00a0% (2027)." in measured.text
