"""Every problem of a file says where it is, what is wrong and what to do."""

from __future__ import annotations

import re
from datetime import date

import pytest

import model.check
import model.problems
from exporters.problems import KIND, PROBLEMS, REASON, problem_sentence
from exporters.words import Words
from model.halfyear import HalfYear
from model.problems import KINDS, REASONS, Problem

FI, EN = Words("fi"), Words("en")
TABLES = "\n".join(line for line in (model.problems.__doc__ or "").splitlines() if line.startswith("| `"))
CODES = [
    *re.findall(r"`([a-z0-9-]+)`", "\n".join(line.split("|")[1] for line in TABLES.splitlines())),
    *re.findall(r"`([a-z-]+)` \(", model.check.check.__doc__ or ""),
]
DATA = {
    "reason": "bad-value",
    "detail": "x",
    "size": 50_000_000,
    "limit": 5_000_000,
    "offset": 3,
    "guess": "",
    "schema": 2,
    "known": 1,
    "expected": "date",
    "found": "text",
    "value": "x",
    "allowed": ("a", "b"),
    "least": 1,
    "most": 5,
    "nearest": "title",
    "first": 12,
    "name": "T99",
    "target": "measures",
    "start": HalfYear("2026H2"),
    "half": HalfYear("2026H1"),
    "last": HalfYear("2027H2"),
    "item": 5,
    "count": 2,
    "of": ("osaaminen", "sivi"),
    "ended": date(2026, 6, 30),
    "period": "2026H1",
    "year": 2026,
}


def test_the_codes_are_those_of_the_model() -> None:
    """No code lacks a sentence, and no sentence waits for a code that is not there."""
    assert set(CODES) == set(PROBLEMS)
    assert set(REASONS) == set(REASON)
    assert set(KINDS) <= set(KIND)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("words", [FI, EN])
def test_every_code_reads_as_a_sentence(code: str, words: Words) -> None:
    """Everything that the sentence needs is in the problem, and it ends as a sentence."""
    said = problem_sentence(Problem(code, "error", line=3, table="measures", record="T07", key="end", data=DATA), words)

    assert "{" not in said
    assert said.endswith(".")
    assert not said.endswith("..")
    assert "T07, end:" in said


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("no-file", "fatal"), "Tiedostoa ei ole; tarkista nimi tai luo uusi tiekartta komennolla init."),
        (
            Problem("wrong-type", "fatal", 12, 5, "measures", "T07", "end", {"expected": "half-year", "found": "date"}),
            'Rivi 12, T07, end: arvo on väärää lajia: päivämäärä; tähän kuuluu: puolivuosi, esimerkiksi "2026H1".',
        ),
        (
            Problem("out-of-range", "fatal", 3, key="scores[1].value", data={"value": "6", "least": 1, "most": 5}),
            "Rivi 3, scores[1].value: 6 on sallitun alueen ulkopuolella; sallittu: 1–5.",
        ),
        (
            Problem("out-of-range", "fatal", 3, key="n", data={"value": "-1", "least": 0}),
            "Rivi 3, n: -1 on sallitun alueen ulkopuolella; sallittu: vähintään 0.",
        ),
        (
            Problem("out-of-range", "fatal", 3, key="n", data={"value": "9", "most": 5}),
            "Rivi 3, n: 9 on sallitun alueen ulkopuolella; sallittu: enintään 5.",
        ),
        (
            Problem("unknown-key", "warning", 3, table="measures", key="tilte", data={"nearest": "title"}),
            "Rivi 3, measures, tilte: ohjelma ei tunne tätä avainta; se säilytetään ennallaan (lähin tunnettu: title).",
        ),
        (
            Problem("unknown-key", "warning", 3, table="measures", key="väri", data={"nearest": ""}),
            "Rivi 3, measures, väri: ohjelma ei tunne tätä avainta; se säilytetään ennallaan.",
        ),
        (
            Problem("too-large", "fatal", data={"size": 50_000_000, "limit": 10_000_000}),
            "Tiedosto on liian suuri tiekartaksi (50 Mt, enintään 10 Mt); tarkista, että se on oikea.",
        ),
        (
            Problem(
                "dangling",
                "error",
                7,
                table="measures",
                record="T07",
                key="goals",
                data={"name": "G9", "target": "goals"},
            ),
            "Rivi 7, T07, goals: taulussa goals ei ole tunnusta G9; korjaa tunnus tai lisää puuttuva tieto.",
        ),
        (Problem("dream", "error", 7, data={"x": "\x1b"}), "Rivi 7: dream {'x': '\\x1b'}."),
    ],
)
def test_sentences(problem: Problem, sentence: str) -> None:
    """The place comes first, with the keys of the file; a problem of the whole file begins with what is wrong."""
    assert problem_sentence(problem, FI) == sentence
