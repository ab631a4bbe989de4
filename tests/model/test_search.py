"""Finding: å = a, every word counts, exact hits first; and sorting as a Finnish reader expects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.records import Goal, Sector
from model.search import Finder, folded, haystack, search, sort_key
from tests.model.build import ids, measure, roadmap, viewpoint

FOUND = roadmap(
    measure("T1", title="Äänestys verkossa"),
    measure("T2", title="Aanestyspaikat kartalla", responsible="Kaavoittaja", helpers=["Paikkatietoasiantuntija"]),
    measure("T3", title="Jatkoa toimenpiteelle T10"),
    measure("T10", title="Chattipalvelu", goals=["asiointi"], sectors=["tekninen"], viewpoints=["osallisuus"]),
    measure("T20", title="Ajanvaraus", internal="salaisuus", public="Näkyy kaikille", needs="T10 ensin"),
    viewpoint("osallisuus", name="Sähköinen osallistuminen"),
    goals=(Goal(id="asiointi", title="Helppo asiointi"),),
    sectors=(Sector(id="tekninen", name="Tekninen toimiala"),),
)


def hits(query: str) -> list[str]:
    """Return the ids of what a query finds."""
    return ids(search(FOUND, FOUND.measures, query))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["T1", "T2", "T3", "T10", "T20"]),
        ("  ", ["T1", "T2", "T3", "T10", "T20"]),
        ("aanestys", ["T2", "T1"]),
        ("äänestys", ["T1", "T2"]),
        ("ÄÄNESTYS", ["T1", "T2"]),
        ("kartalla aanestys", ["T2"]),
        ("kaavoit", ["T2"]),
        ("paikkatieto", ["T2"]),
        ("helppo", ["T10"]),
        ("toimiala", ["T10"]),
        ("sahkoinen", ["T10"]),
        ("asiointi", ["T10"]),
        ("kaikille", ["T20"]),
        ("olematon", []),
        ("äänestys olematon", []),
        ("[red]", []),
    ],
)
def test_every_word_must_be_found_somewhere(query: str, found: list[str]) -> None:
    """Titles, roles, the names of goals, viewpoints and sectors; marks do not count, but exact letters come first."""
    assert hits(query) == found


@pytest.mark.parametrize("query", ["t10", "T10", " T10 "])
def test_an_id_said_aloud_is_the_first_hit(query: str) -> None:
    """T10 is T10, before the title that names it and the need that mentions it."""
    assert hits(query) == ["T10", "T3", "T20"]


def test_a_finder_remembers_nothing_wrong() -> None:
    """Searching again, as one types, finds the same as searching anew."""
    finder = Finder(FOUND)

    for query in ("a", "aa", "aan", "t10", "", "kartalla"):
        assert finder.search(FOUND.measures, query) == search(FOUND, FOUND.measures, query)


def test_references_to_nothing_are_searched_by_their_id() -> None:
    """A dangling goal is still found by what the file says."""
    lost = measure(goals=["kadonnut"])

    assert "kadonnut" in haystack(roadmap(lost), lost)


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    """What is folded already stays as it is, so that a query may be folded twice."""
    assert folded(folded(text)) == folded(text)


def test_marks_and_case_fold_away() -> None:
    """Also in letters that are written in two parts."""
    assert folded("ÅÄÖåäöÉ") == "aaoaaoe"
    assert folded("a\u0308") == folded("ä") == "a"
    assert folded("STRASSE") == folded("Straße")


def test_the_finnish_alphabet_ends_in_three_letters() -> None:
    """å ä ö are the last ones, numbers are counted, and marked letters stand with their bare ones."""
    words = ["Öljy", "Äly", "Åland", "Zeta", "T10", "T2", "eclair", "éclair", "apu", "Apu", ""]

    assert sorted(words, key=sort_key) == [
        "",
        "Apu",
        "apu",
        "eclair",
        "éclair",
        "T2",
        "T10",
        "Zeta",
        "Åland",
        "Äly",
        "Öljy",
    ]


@given(st.lists(st.text(max_size=6), max_size=6))
def test_any_texts_can_be_sorted(words: list[str]) -> None:
    """Two different texts never count as equal, and sorting is the same from any order."""
    assert sorted(words, key=sort_key) == sorted(words, key=sort_key)


def test_digits_of_any_script_can_be_sorted() -> None:
    """A superscript or an Arabic digit breaks nothing."""
    assert len(sorted(["T²", "T٢", "T2", "T2a"], key=sort_key)) == 4


def test_numbers_of_any_length_sort() -> None:
    """A number that no machine reads as one is still longer than a shorter one."""
    long = "T" + "9" * 5000

    assert sorted([long, "T10", "T2", "T007"], key=sort_key) == ["T2", "T007", "T10", long]
