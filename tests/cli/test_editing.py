"""add, edit and score: any field, checked as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town


def test_a_new_measure_gets_the_next_id(town: Town) -> None:
    """Every field can be given; what is not given has its default."""
    ran = town.types(
        *("add", "measure", "--title", "Robotti", "--start", "k27", "--end", "syksy 2027", "--kind", "pilot"),
        *("--goals", "asiointi", "--viewpoints", "palvelut, tieto", "--responsible", "Rehtori"),
    )

    assert ran.status == 0
    assert "T04" in ran.out
    data = town.types("show", "T04", "--json").json
    assert (data["title"], data["kind"], data["start"], data["end"]) == ("Robotti", "pilot", "2027H1", "2027H2")
    assert (data["goals"], data["viewpoints"], data["status"]) == (["asiointi"], ["palvelut", "tieto"], "planned")
    assert town.subjects() == ["Lisätty toimenpide T04: Robotti (kevät 2027 – syksy 2027)"]


def test_a_measure_that_ends_before_it_starts_is_refused(town: Town) -> None:
    """No measure is added, no id is used."""
    before = town.text

    ran = town.types("add", "measure", "--title", "Robotti", "--start", "s27", "--end", "k27")

    assert (ran.status, ran.out, town.text) == (1, "", before)


def test_a_measure_of_a_goal_that_is_not_there_is_refused(town: Town) -> None:
    """The program does not write a fault that `check` would then tell of; it says what there is."""
    before = town.text

    ran = town.types("add", "measure", "--title", "Robotti", "--start", "k27", "--end", "k27", "--goals", "olematon")

    assert (ran.status, ran.out, town.text) == (1, "", before)
    assert "olematon" in ran.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("T01", "end", "k27"), ("end", "2027H1")),
        (("t1", "responsible", "Uusi", "johtaja"), ("responsible", "Uusi johtaja")),
        (("T01", "vastuu", "Uusi johtaja"), ("responsible", "Uusi johtaja")),
        (("T01", "goals", ""), ("goals", [])),
        (("T01", "viewpoints", "tieto,palvelut"), ("viewpoints", ["tieto", "palvelut"])),
        (("T01", "public", "[red]näin[/]"), ("public", "[red]näin[/]")),
        (("palvelut", "focus", "ei"), ("focus", False)),
        (("members/tekninen", "deputy", "Varamies"), ("deputy", "Varamies")),
        (("asiointi", "description", 'hän sanoi "ei"'), ("description", 'hän sanoi "ei"')),
    ],
)
def test_any_field_of_any_record_is_edited(town: Town, words: tuple[str, ...], expected: tuple[str, object]) -> None:
    """`edit ID FIELD VALUE`: the field by its key or by its name in Finnish, the value as people type it."""
    ran = town.types("edit", *words)

    assert (ran.status, ran.err) == (0, "")
    field, value = expected
    data = town.types("show", words[0], "--json").json
    assert data.get(field, type(value)()) == value


def test_the_roadmap_itself_is_edited(town: Town) -> None:
    """Its head is called roadmap."""
    assert town.types("edit", "roadmap", "vision", "Sujuva", "arki").status == 0
    assert 'vision = "Sujuva arki"' in town.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("T01", "hinta", "5"), "hinta"),
        (("T01", "id", "T99"), "id"),
        (("T01", "log", "x"), "title, kind, goals"),
        (("T01", "title", ""), "tyhjä"),
        (("T01", "end", "k25"), "kevät 2025"),
        (("T01", "status", "jäissä"), "planned, active, done"),
        (("T01", "end", "1/2026"), "1/2026"),
        (("T88", "title", "x"), "T88"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(town: Town, words: tuple[str, ...], said: str) -> None:
    """The sentence says what would fit; the file is as it was."""
    before = town.text

    ran = town.types("edit", *words)

    assert (ran.status, ran.out, town.text) == (1, "", before)
    assert said in ran.err


@pytest.mark.parametrize("name", ["palvelut", "Sähköiset palvelut", "sahkoiset palv", "asioinnin laatu", "KATTAVUUS"])
def test_a_viewpoint_is_known_by_id_name_or_alias(town: Town, name: str) -> None:
    """Also by a part of one, with å ä ö as a and o; the old score stays beside the new one."""
    ran = town.types("score", name, "3,4", "--note", "verkkokauppa")

    assert ran.status == 0
    scores = town.types("show", "palvelut", "--json").json["scores"]
    assert [(score["value"], score["basis"]) for score in scores] == [(2.9, "survey"), (3.4, "judgement")]
    assert (scores[1]["date"], scores[1]["note"]) == ("2026-11-24", "verkkokauppa")


def test_a_survey_is_scored_with_its_answers(town: Town) -> None:
    """`--n` says how many answered, and so that it was a survey."""
    town.types("score", "tieto", "2,6", "--n", "143")

    (score,) = town.types("show", "tieto", "--json").json["scores"]
    assert (score["basis"], score["n"], score["value"]) == ("survey", 143, 2.6)


@pytest.mark.parametrize(
    "words", [("tieto", "6"), ("tieto", "0"), ("tieto", "hyvä"), ("tieto", "3", "--n", "monta"), ("o", "3"), ("", "3")]
)
def test_a_score_that_is_none_is_refused(town: Town, words: tuple[str, ...]) -> None:
    """A level is from 1 to 5, a count a whole number, a viewpoint one of those that are there."""
    before = town.text

    ran = town.types("score", *words)

    assert (ran.status, ran.out, town.text) == (1, "", before)
