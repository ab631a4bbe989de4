"""Conflicts as sentences: where, what each made of it, and what holds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.conflicts import conflict_place, conflict_sentence, side_value
from exporters.sentences import sentences, subject
from exporters.settling import sides
from exporters.words import Words
from model import edits
from model.conflict import Conflict
from model.conflicts import settled
from model.diff import diff
from model.file.reading import read_bytes
from model.merge import Sides, merge
from tests.model.build import DAY, viewpoint
from tests.model.merging import BASE, LAST, LATER, PLACE, with_measure

if TYPE_CHECKING:
    from model.roadmap import Roadmap

FI = Words("fi")
TWO_ROUNDS = """schema = 1
[roadmap]
title = "T"
organisation = "O"
first = "2025H1"
last = "2027H2"
[[surveys]]
id = "kysely-2026"
name = "Kysely 2026"
date = 2026-10-02
responses = {n}
sha256 = "{file}"
"""
SV = Words("sv")
BOTH = Sides("Virtanen", "Korhonen", DAY)


def asked(ours: Roadmap, theirs: Roadmap, *, by: Sides = BOTH) -> Roadmap:
    """Return two copies merged."""
    return merge(BASE, ours, theirs, by=by)[0]


def said(found: Roadmap, words: Words = FI) -> list[str]:
    """Return the sentences of a roadmap's conflicts."""
    return [conflict_sentence(one, words, found) for one in found.conflicts]


ENDS = asked(with_measure(end=LATER), with_measure(end=LAST))


def test_a_conflict_names_who_and_what() -> None:
    """Where it is, both values under the names of those who made them, and what holds for now."""
    assert said(ENDS) == [
        "T07, päättyy – Virtanen: syksy 2026; Korhonen: kevät 2027. Toistaiseksi voimassa syksy 2026 (Virtanen)."
    ]
    assert said(ENDS, SV) == [
        "T07, slutar – Virtanen: hösten 2026; Korhonen: våren 2027. Tills vidare gäller hösten 2026 (Virtanen)."
    ]


def test_without_names_there_are_two_copies() -> None:
    """Git knows nobody: one copy and the other."""
    assert said(asked(with_measure(title="A"), with_measure(title="B"), by=Sides())) == [
        "T07, nimi – yksi kopio: A; toinen kopio: B. Toistaiseksi voimassa A (yksi kopio)."
    ]


def test_an_edit_against_a_removal_says_what_was_edited() -> None:
    """The record is kept for now, with what the other one changed in it."""
    found = asked(with_measure(title="Uusi", end=LATER), BASE.without("measures", "T07"))

    assert said(found) == [
        "T07 – Virtanen: muutettu (nimi Uusi, päättyy syksy 2026); Korhonen: poistettu. Toistaiseksi se on tallella."
    ]


def test_a_move_against_an_end_is_told_as_what_it_is() -> None:
    """Who moved the measure never touched its status: the list says what was done, and one value stands."""
    dropped = edits.drop(BASE, "T07", PLACE, reason="ei tarvetta")
    moved = edits.move(BASE, "T07", PLACE, to=LATER, reason="resurssi")
    found, (conflict,) = merge(BASE, dropped, moved, by=BOTH)
    told = sides(conflict, FI, found)

    assert [one.value for one in told] == [
        "keskeytetty",
        "käynnissä (siirretty: kevät 2026 → syksy 2026)",
        "käynnissä",
    ]
    assert [one.holds for one in told] == [True, False, False]
    now, (conflict,) = merge(BASE, moved, dropped, by=BOTH)
    assert [one.holds for one in sides(conflict, FI, now)].count(True) == 1


def test_a_sum_is_told_with_its_year() -> None:
    """An entry of a list is named by what tells it apart."""
    base = edits.set_funding(BASE, "T07", 2026, amount=Decimal(10), state="applied")
    ours, theirs = (edits.set_funding(base, "T07", 2026, amount=Decimal(n), state="applied") for n in (20, 30))
    found, (conflict,) = merge(base, ours, theirs, by=BOTH)

    assert conflict_place(conflict, FI, found) == "T07, määräraha 2026, summa"
    assert side_value(conflict, "theirs", FI, roadmap=found) == "30\N{NO-BREAK SPACE}€"


def test_an_entry_is_named_as_people_say_it() -> None:
    """Its day and its kind, not what the file has for them."""
    score = {"date": DAY, "basis": "judgement"}
    base = BASE.adding("viewpoints", viewpoint("palvelut", short="Palvelut"))
    ours, theirs = (
        base.replacing("viewpoints", viewpoint("palvelut", short="Palvelut", scores=[{**score, "value": Decimal(n)}]))
        for n in (3, 4)
    )
    found, (conflict,) = merge(base, ours, theirs, by=BOTH)

    assert conflict_place(conflict, FI, found) == "Näkökulma Palvelut, taso 24.11.2026 (arvio), arvo"
    assert conflict_place(conflict, SV, found) == "Perspektiv Palvelut, nivå 24.11.2026 (bedömning), värde"


def test_an_internal_note_is_told_without_its_words() -> None:
    """A sentence may be read by anybody; who settles sees the words."""
    found = asked(with_measure(internal="salaisuus"), with_measure(internal="toinen"))

    assert "salaisuus" not in said(found)[0]
    assert side_value(found.conflicts[0], "ours", FI, roadmap=found) == "salaisuus"


def test_a_place_that_was_edited_since_says_so() -> None:
    """Neither of the two values holds any more."""
    assert said(with_measure(of=ENDS, end=BASE.head.last))[0].endswith("Muutettu sen jälkeen.")


def test_the_history_tells_that_a_conflict_arose_and_was_settled() -> None:
    """As a decision about the record, not about a table of the file."""
    ours = with_measure(end=LATER)
    after = settled(ENDS, "R1", "theirs")

    assert subject(diff(ours, ENDS), FI, ENDS) == "T07: ristiriita (päättyy) syksy 2026 / kevät 2027"
    assert sentences(diff(ENDS, after), FI, after) == (
        "T07 päättyy: syksy 2026 → kevät 2027",
        "T07 ristiriita ratkaistu (päättyy)",
    )
    assert edits.note(after, "T07", PLACE, text="x").conflicts == ()


def test_two_rounds_of_one_day_are_told_by_what_they_differ_in() -> None:
    """Nothing was removed; and where there was nothing before, what is the same in both needs no telling."""
    ours, theirs = (
        read_bytes(TWO_ROUNDS.format(n=n, file=file * 64).encode()).roadmap for n, file in ((60, "a"), (40, "b"))
    )
    assert ours
    assert theirs
    found = merge(ours.model_copy(update={"surveys": ()}), ours, theirs, by=BOTH)[0]

    (line,) = said(found)

    assert line.startswith("Kysely Kysely 2026 – Virtanen: muutettu (vastaajat 60")
    assert "; Korhonen: muutettu (vastaajat 40" in line
    assert "2.10.2026" not in line
    assert "Toistaiseksi voimassa muutettu (vastaajat 60" in line


def test_a_value_of_a_whole_year_is_named_by_its_year() -> None:
    """That it is of neither half is not said."""
    of = {"table": "indicators", "record": "M1", "field": "values.value", "ours": 5, "theirs": 7}
    conflict = Conflict.model_validate({"id": "R1", **of, "entry": ("2025", "0")})

    assert conflict_place(conflict, FI, BASE).endswith("arvo 2025, arvo")
    assert conflict_place(conflict.model_copy(update={"entry": ("2025", "2")}), FI, BASE).endswith("arvo 2025 2, arvo")
