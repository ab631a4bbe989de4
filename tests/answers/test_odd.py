"""Corners of reading: days that can be misread, sectors in two columns, tables of means that lack something."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from exporters.answers import Preview, preview_data, preview_lines, problem_lines, problems_data
from exporters.words import Words
from model.answers.problems import AnswerProblem
from model.answers.reading import understood
from model.answers.rounds import Told, imported_before, results_of, survey_of
from model.answers.tools import last_day, tool_of
from model.edits import RefusedError
from model.file.answers import book_of
from model.rounds import recorded
from tests.answers.files import NAMES, ROADMAP, answers, forms, text, town, workbook
from tests.answers.test_reading import read, refusals

if TYPE_CHECKING:
    from tests.answers.files import Rows

DAY = date(2026, 10, 2)
HEAD = ["Näkökulma", "Toimiala", "Keskiarvo", "n"]


def previewed(data: bytes, language: str = "fi") -> str:
    """Return what is shown of a file before it is saved."""
    book = book_of(data)
    found = understood(book, town())
    survey = survey_of(town(), found, Told("Kysely", DAY), sha256=book.sha256)
    kept = results_of(survey, found)
    preview = Preview("vastaukset.csv", book, found, survey, kept, town())
    assert preview_data(preview)["sha256"] == book.sha256
    return "\n".join(preview_lines(preview, Words(language)))


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (["2026-10-01 09:00", "2026-10-02", ""], DAY),
        (["1.10.2026 9:00", "02.10.2026"], DAY),
        (["2026/10/02 10:26:52 ip. EET"], DAY),
        ([date(2026, 10, 2), ""], DAY),
        (["10/2/2026"], None),
        (["2026-10-02", "eilen"], None),
        (["31.2.2026"], None),
        (["", ""], None),
    ],
)
def test_the_last_day_is_read_or_asked_for(cells: list[object], day: date | None) -> None:
    """A day that two countries read in two ways is not read at all."""
    assert last_day([("Completion time",)], [[cell] for cell in cells]) == day


def test_the_tool_is_told_by_its_own_columns() -> None:
    """Or not at all."""
    assert tool_of([("submitdate",), ("lastpage",), ("x",)]) == "LimeSurvey"
    assert tool_of([("Nimi",)]) == ""


def test_a_column_is_asked_for_where_two_tell_the_sector() -> None:
    """Both hold names of sectors; one is named with the option."""
    rows = forms()
    for number, row in enumerate(rows):
        row.append("Esihenkilön toimiala" if number == 0 else "Perusopetus")
    data = text(rows)

    assert [code for code, _, _ in refusals(data)] == ["several-sector-columns"]
    found = read(data, sector_column="toimiala")
    assert found.sector
    assert found.sector.place == 6


def test_a_heading_of_two_viewpoints_is_not_chosen_between() -> None:
    """Two viewpoints of one name leave it open."""
    twin = ROADMAP + '\n[[viewpoints]]\nid = "toinen"\nname = "Toinen"\nshort = "Tieto"\nscope = "own"\n'
    header = ["Tieto", NAMES["osaaminen"]]

    with pytest.raises(Exception, match="several-viewpoints"):
        read(text([header, *(row[:2] for row in answers())]), roadmap=twin)


def test_nobody_answered() -> None:
    """All cells are empty, or there are no rows of answers."""
    empty: Rows = [[*NAMES.values()], ["", "", ""], ["-", "", ""]]
    means: Rows = [["Näkökulma", "Keskiarvo", "n"], [NAMES["tieto"], "", ""]]

    assert refusals(text(empty)) == [("no-answers", None, None)]
    assert refusals(text(means)) == [("no-answers", None, None)]
    assert refusals(text([["Mitä", "Missä"], ["a", "b"]])) == [("no-viewpoint", None, None)]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[NAMES["tieto"], "Perusopetus", "2,6", "40"]], "no-total"),
        ([[NAMES["tieto"], "Keittiö", "2,6", "40"]], "not-a-sector"),
        ([[NAMES["tieto"], "", date(2026, 6, 2), 40]], "a-date"),
        ([[NAMES["tieto"], "", True, 40]], "not-a-level"),
        ([[NAMES["tieto"], "", 2.6, 40]] + [["x"]] * 2_100, "too-large"),
    ],
)
def test_a_table_of_means_that_cannot_be_taken_over(rows: Rows, code: str) -> None:
    """The whole must be told, the sectors known, the numbers numbers."""
    assert code in [found for found, _, _ in refusals(workbook([HEAD, *rows]))]


def test_a_table_of_means_with_totals_and_few_answers() -> None:
    """The row of all is passed over; under five answers nothing of a viewpoint is kept; no n is no matter.

    How many answered in all is told beside it, since a table has no rows of answers to count.
    """
    rows: Rows = [
        HEAD,
        [NAMES["tieto"], "Kaikki", "2,6", "4"],
        [NAMES["palvelut"], "", "3", ""],
        [NAMES["osaaminen"], "", "3,1", "30"],
        [NAMES["osaaminen"], "Perusopetus", "3,3", "20"],
        [NAMES["osaaminen"], "Tekninen toimiala", "2,7", "10"],
        ["Yhteensä", "", "2,9", ""],
    ]

    found = read(text(rows))
    kept = results_of(survey_of(town(), found, Told("Kysely", DAY), sha256="1"), found)

    assert survey_of(town(), found, Told("Kysely", DAY, invited=80, responses=32), sha256="1").responses == 32
    with pytest.raises(RefusedError, match="more-answers"):
        survey_of(town(), found, Told("Kysely", DAY, responses=29), sha256="1")
    assert kept.hidden == ("tieto",)
    assert kept.scores["palvelut"].n is None
    assert [(group.sector, group.n, group.hidden) for group in kept.groups] == [
        ("koulu", 20, False),
        ("tekninen", 10, False),
    ]
    assert "Liian vähän vastauksia" in previewed(text(rows))
    assert "Rivi" in previewed(text(rows))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_was_understood_is_shown(language: str) -> None:
    """The file, the columns, who has no column, what is left out, small branches, in each language."""
    header = ["Aikaleima", "Toimiala", NAMES["osaaminen"], "Asioinnin laatu", *(f"Muu {n}" for n in range(12))]
    rows: Rows = [
        header,
        *(["2026-10-02", "Koulut" if n < 9 else "tekninen", *row[:2]] for n, row in enumerate(answers(12))),
    ]

    said = previewed(workbook(rows), language) + previewed(text(rows, separator="\t", encoding="cp1252"), language)

    assert "≈ Asioinnin laatu" in said
    assert "Windows-1252" in said
    assert "(+5)" in said
    assert "Tieto" in said


def test_a_round_that_cannot_be_is_refused() -> None:
    """It ends before it begins, or more answered than were asked."""
    found = read(text(forms()))

    with pytest.raises(RefusedError, match="opened-after"):
        survey_of(town(), found, Told("Kysely", DAY, opened=date(2026, 10, 3)), sha256="")
    with pytest.raises(RefusedError, match="more-responses"):
        survey_of(town(), found, Told("Kysely", DAY, invited=11), sha256="")


def test_a_round_is_known_by_its_file() -> None:
    """The fingerprint is kept with the round."""
    found = read(text(forms()))
    survey = survey_of(town(), found, Told("Kysely", DAY), sha256="abc")

    kept = results_of(survey, found)
    after = recorded(town(), survey.model_copy(update={"groups": kept.groups}), kept.scores)

    before = imported_before(after, "abc")
    assert before
    assert (before.name, before.responses) == ("Kysely", 12)
    assert imported_before(town(), "abc") is None


@pytest.mark.parametrize("words", [["Matti M. soita", "", ""], ["Matti", "Matti", "Matti"], ["melko hyvä", "", "ok"]])
def test_words_of_the_first_who_answered_are_no_headings(words: list[object]) -> None:
    """They would be lost without a word, and stand as a heading in what is shown and remembered."""
    found = refusals(text([[*NAMES.values(), "Avoin"], [*words, "Esimieheni"], *([*row, ""] for row in answers())]))

    assert {(code, row) for code, row, _ in found} == {("not-an-answer", 2)}


def test_of_a_cell_in_a_wrong_place_only_the_beginning_is_told() -> None:
    """A refusal stands on a shared screen; an open answer or an address may have got into the column."""
    problem = AnswerProblem(
        "not-an-answer", 3, 2, data={"text": "kirjoita matti.m@kunta.fi " + "esimieheni on ilkeä " * 9}
    )

    (line,) = problem_lines([problem], Words("fi"), town(), mapping="kyselykartta.toml")
    (data,) = problems_data([problem])

    assert line.startswith("rivi 3, sarake B: ”kirjoita …@… esimieheni")
    assert "ilkeä ilkeä" not in line
    assert len(str(data["text"])) <= 30
    assert "kunta.fi" not in f"{line} {data}"


@pytest.mark.parametrize("note", ["Response", '{"ImportId":"QID1"}', "Vastaus"])
def test_a_note_of_the_tool_under_the_questions_names_no_column(note: str) -> None:
    """Remembered is the question; else the next file of the tool would have the same heading everywhere."""
    found = read(text([list(NAMES.values()), [note] * len(NAMES), *answers()]))

    assert (found.headers, found.responses) == (2, 12)
    assert [column.heading for column in found.columns] == list(NAMES.values())
