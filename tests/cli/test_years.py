"""The command line of a roadmap that goes by years: years are typed and told, half-years still understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town


@pytest.fixture(autouse=True)
def by_years(town: Town) -> None:
    """The town goes by years until 2030."""
    told = town.text.replace('last = "2027H2"', 'last = "2030H2"\nperiods = "years"', 1)
    town.roadmap.write_text(told, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "vuosittain")


@pytest.mark.parametrize("half", ["2026", "2026H1", "s26", "vuosi 2026"])
def test_half_takes_a_year(town: Town, half: str) -> None:
    """Any half of a year asks for the whole of it; what runs in it is listed with its years."""
    ran = town.types("list", "--half", half)

    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["T01", "T02"]
    assert "2025–2026" in ran.out


def test_what_ended_in_spring_is_not_late_in_autumn(town: Town) -> None:
    """It ends in the year; from the next year on it is late."""
    data = town.types("show", "--json").json
    assert (data["year"], data["late"]) == (2026, [])
    assert "T01" in town.types("show", "--json", "--half", "2027").json["late"]


def test_a_measure_is_added_and_moved_by_years(town: Town) -> None:
    """The file has the halves, the history the years."""
    added = town.types("add", "measure", "--title", "Uusi", "--start", "2027", "--end", "2028")
    assert added.err == ""
    ran = town.types("move", "T04", "2029", "--reason", "resurssit")

    assert (ran.status, ran.err) == (0, "")
    assert 'start = "2028H1"' in town.text
    assert 'end = "2029H2"' in town.text
    assert town.subjects()[0] == "T04: siirretty 2028 → 2029 (resurssit); alkaa 2027 → 2028"


def test_what_is_no_year_is_refused_with_an_example(town: Town) -> None:
    """The sentence speaks of years, in the language that was asked for, wherever the file is named."""
    assert "kirjoita vuosi, esimerkiksi 2026" in town.types("move", "T01", "1/2027").err
    assert town.types("--lang", "en", "move", "T01", "soon").err.startswith("“soon” is not a year")
    assert "2031 on tiekartan viimeisen vuoden jälkeen (2030)" in town.types("move", "T01", "2031").err


def test_a_new_roadmap_can_go_by_years(town: Town) -> None:
    """`init --periods years` takes years for its horizon, and is told in years."""
    place = town.roadmap.parent / "uusi"
    ran = town.types("init", str(place), "--periods", "years", "--first", "2027", "--last", "2035", "--yes")

    made = (place / "roadmap.toml").read_text(encoding="utf-8")
    assert ran.status == 0
    assert all(line in made for line in ('first = "2027H1"', 'last = "2035H2"', 'periods = "years"'))
    assert "vuosi 2026" in town.types("show", "--file", str(place / "roadmap.toml")).out
