"""Files of answers as the tools export them: read right, or refused with row and column."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from model.answers.problems import NotUnderstoodError
from model.answers.reading import understood
from model.answers.rounds import Told, results_of, survey_of
from model.answers.understood import Remembered, Understood
from model.file.answers import book_of
from tests.answers.files import EOS, NAMES, ROADMAP, WORDS, answers, forms, text, town, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.files import Rows

DAY = date(2026, 10, 2)


def read(data: bytes, *, remembered: Remembered | None = None, roadmap: str = ROADMAP, **asked: str) -> Understood:
    """Read a file for the small town."""
    return understood(book_of(data), town(roadmap), remembered, **asked)


def refusals(
    data: bytes, *, remembered: Remembered | None = None, **asked: str
) -> list[tuple[str, int | None, int | None]]:
    """Return why a file is refused: code, row and column."""
    with pytest.raises(NotUnderstoodError) as caught:
        read(data, remembered=remembered, **asked)
    return [(problem.code, problem.row, problem.column) for problem in caught.value.problems]


def counts(found: Understood) -> dict[str, tuple[int, ...]]:
    """Return how many chose each level and could not say, by viewpoint."""
    assert found.answers
    totals = {name: list(by.values()) for name, by in found.answers.tallies.items()}
    return {
        name: tuple(sum(column) for column in zip(*((*t.counts, t.dont_know) for t in by), strict=True))
        for name, by in totals.items()
    }


def expected(rows: Rows, first: int) -> dict[str, tuple[int, ...]]:
    """Count the answers of rows in the plainest way."""
    cells = [*WORDS, EOS]
    return {
        name: tuple(sum(row[first + place] == cell for row in rows) for cell in cells)
        for place, name in enumerate(NAMES)
    }


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_and_separator_gives_the_same(encoding: str, separator: str) -> None:
    """The bytes differ, the answers do not; a file that is no UTF-8 says so."""
    rows = forms()

    data = text(rows, separator=separator, encoding=encoding)
    found = read(data)

    assert counts(found) == expected(rows[1:], 6)
    assert (found.responses, found.day, found.tool) == (12, DAY, "Microsoft Forms")
    assert (book_of(data).encoding, book_of(data).separator) == (encoding.removesuffix("-sig"), separator)


def test_a_spreadsheet_gives_the_same() -> None:
    """Numbers and days are what they are; the last day of the answers is the round's."""
    rows = [[datetime(2026, 10, 2, 9, 30) if cell == "2026-10-02 09:30" else cell for cell in row] for row in forms()]  # noqa: DTZ001 - a cell has no zone

    found = read(workbook(rows))

    assert (counts(found), found.responses, found.day) == (expected(rows[1:], 6), 12, DAY)
    assert found.sector
    assert found.sector.heading == "Toimiala"
    assert found.left_out == ("ID", "Start time", "Completion time", "Email", "Name", "Vapaa sana")


def google() -> Rows:
    """Google Forms: a grid has its question before each row in brackets, the scale digits."""
    digits: dict[object, object] = {word: place for place, word in enumerate(WORDS, 1)}
    header: list[object] = ["Aikaleima", *(f"Arvioi asteikolla 1–5 [{name}]" for name in NAMES.values())]
    return [header, *(["2026/10/02 10:26:52 ip. EET", *(digits.get(c, c) for c in row)] for row in answers())]


def survey_monkey() -> Rows:
    """SurveyMonkey: the question stands over its first column, the statements in a second row of headings."""
    first: list[object] = ["Respondent ID", "Collector ID", "End Date", "Arvioi seuraavat", "", "", "Vapaa sana"]
    second: list[object] = ["", "", "", *NAMES.values(), "Open-Ended Response"]
    return [first, second, *([1000 + n, 7, "2026-10-02", *row, "x"] for n, row in enumerate(answers()))]


def lime_survey() -> Rows:
    """LimeSurvey: codes before the texts, HTML in them."""
    header: list[object] = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page"]
    header += [f"Q1[SQ00{n}]. <b>{name}</b>&nbsp;" for n, name in enumerate(NAMES.values(), 1)]
    return [header, *([n, "2026-10-02 10:00:00", 3, *row] for n, row in enumerate(answers()))]


def webropol() -> Rows:
    """Webropol: a title, a blank row, the question before the statement, numbers with their words."""
    marks: dict[object, object] = {word: f"{n} – {word}" for n, word in enumerate(WORDS, 1)}
    header: list[object] = ["Vastausaika", *(f"3. Miten arvioit: {name}" for name in NAMES.values())]
    return [["Digikysely"], [], header, *(["2.10.2026", *(marks.get(c, c) for c in row)] for row in answers())]


def broken_lines() -> Rows:
    """Questions with line breaks, other spaces and a star, in another order of columns, after others."""
    texts = [name.replace(" ja ", " ja\r\n") for name in NAMES.values()]
    header: list[object] = ["Nro", *(f" 1. {said.replace(' ', chr(0xA0), 1)} *" for said in reversed(texts))]
    return [header, *([n + 1, *reversed(row)] for n, row in enumerate(answers()))]


@pytest.mark.parametrize("make", [google, survey_monkey, lime_survey, webropol, broken_lines])
@pytest.mark.parametrize("form", [text, workbook])
def test_each_tools_own_form_is_read(make: Callable[[], Rows], form: Callable[[Any], bytes]) -> None:
    """One to three rows of headings, grids, codes and words: the answers are the same."""
    found = read(form(make()))

    assert counts(found) == expected(answers(), 0)
    assert {column.viewpoint for column in found.columns} == set(NAMES)


def test_a_wording_that_changed_a_little_is_the_same_question() -> None:
    """Nine tenths alike is shown to be checked; another number in the text is another question."""
    header: list[object] = [
        NAMES["osaaminen"],
        "Asioinnin laatu",
        NAMES["tieto"].replace("Kerätyn datan", "Kertyneen datan"),
    ]

    found = read(text([header, *answers()]))

    assert [column.how for column in found.columns] == ["name", "alias", "like"]


def test_people_of_no_sector_count_in_the_whole() -> None:
    """An empty sector is nobody's; of a group of under five nothing is told."""
    rows = forms(30)
    for row in rows[1:4]:
        row[5] = ""
    for row in rows[4:27]:
        row[5] = "Koulut"
    for row in rows[27:]:
        row[5] = "tekninen toimiala;"

    found = read(text(rows))
    survey = survey_of(town(), found, Told("Kysely", DAY), sha256="0")
    kept = results_of(survey, found)

    assert {group.sector for group in kept.groups} == {"koulu", "tekninen"}
    assert all(group.hidden for group in kept.groups if group.sector == "tekninen")
    assert sum(kept.scores["osaaminen"].counts) == kept.scores["osaaminen"].n


def test_what_is_no_answer_is_told_by_row_and_column() -> None:
    """All of it at once; and a day that a spreadsheet made of a number by its own name."""
    rows = forms()
    rows[3][6] = "melko hyvä"
    rows[5][7] = "4,5"
    csv = refusals(text(rows))
    rows[5][7] = date(2026, 5, 4)
    rows[7][8] = True

    assert csv == [("not-an-answer", 4, 7), ("not-an-answer", 6, 8)]
    assert refusals(workbook(rows)) == [("not-an-answer", 4, 7), ("a-date", 6, 8), ("not-an-answer", 8, 9)]


def test_errors_and_formulas_nobody_calculated_are_no_missing_answers() -> None:
    """The library has both empty; here they are told."""
    rows = forms()
    rows[2][6] = "#VALUE!"
    rows[4][7] = "=A1"

    assert refusals(workbook(rows)) == [("not-an-answer", 3, 7), ("not-an-answer", 5, 8)]


def test_a_sector_that_nobody_knows_stops_the_import() -> None:
    """Unless the mapping says whose it is, or that the column is not read."""
    rows = forms()
    rows[2][5] = "Keittiö"
    data = text(rows)

    assert refusals(data) == [("not-a-sector", 3, 6)]
    assert read(data, remembered=Remembered(sectors={"keittiö": "tekninen"})).responses == 12
    assert read(data, sector_column="-").sector is None
    assert refusals(data, sector_column="Osasto") == [("no-such-column", None, None)]


def test_two_columns_for_one_viewpoint_are_not_chosen_between() -> None:
    """Nor are levels dropped that seem to belong to a viewpoint without a column."""
    twice = text([[NAMES["tieto"], NAMES["osaaminen"], NAMES["tieto"]], *answers()])
    strange = text([[NAMES["tieto"], NAMES["osaaminen"], "Miten asiointi sujuu?"], *answers()])

    assert refusals(twice) == [("same-viewpoint", None, 3)]
    assert refusals(strange) == [("unmatched-column", None, 3)]
    assert len(read(strange, remembered=Remembered(columns={"miten asiointi sujuu": "palvelut"})).columns) == 3
    assert read(strange, remembered=Remembered(columns={"Miten asiointi sujuu?": ""})).missing == ("palvelut",)


def test_a_first_answer_of_nothing_is_no_heading() -> None:
    """Somebody who left all empty stands under the headings with a number and a time."""
    rows = [forms()[0], [1, "2026-10-01", "2026-10-01", "", "", *[""] * 5], *forms()[1:]]

    found = read(text(rows))

    assert (found.headers, found.responses) == (1, 12)


def test_a_row_of_odd_answers_is_no_heading() -> None:
    """What stands beside a number is a respondent's, however odd."""
    rows = forms()
    rows[1][6:9] = ["ihan ok"] * 3

    assert [code for code, _, _ in refusals(text(rows))] == ["not-an-answer"] * 3


def test_a_means_table_is_taken_over() -> None:
    """Decimal commas, counts by level, and rows of sectors; what a row says twice must agree."""
    header: list[object] = ["Näkökulma", "Toimiala", "Keskiarvo", "n", "Keskihajonta"]
    rows = [header]
    for name in NAMES.values():
        rows += [
            [name, "", "2,65", "43", "0,9"],
            [name, "Perusopetus", "2,8", "40", ""],
            [name, "Tekninen toimiala", "2", "3", ""],
        ]

    found = read(text(rows))
    survey = survey_of(town(), found, Told("Kysely", DAY), sha256="0")
    kept = results_of(survey, found)

    assert (kept.scores["tieto"].value, kept.scores["tieto"].n, kept.scores["tieto"].sd) == (
        Decimal("2.65"),
        43,
        Decimal("0.9"),
    )
    assert survey.responses is None
    assert all(group.hidden for group in kept.groups)


def test_a_means_table_of_a_spreadsheet_is_exact() -> None:
    """A binary fraction a hair under 2.65 is 2.65; the mean is printed as 2.7, not 2.6."""
    rows: Rows = [["Viewpoint", "Mean", "N"], *([name, 2.6499999999999995, 143] for name in NAMES.values())]

    assert {one.mean for by in read(workbook(rows)).means.values() for one in by.values()} == {Decimal("2.65")}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([NAMES["tieto"], "5,2", "40"], "not-a-level"),
        ([NAMES["tieto"], "0", "40"], "not-a-level"),
        ([NAMES["tieto"], "2,6", "4,5"], "not-a-count"),
        ([NAMES["tieto"], "2,6", "noin 40"], "not-a-count"),
        (["Jokin muu", "2,6", "40"], "not-a-viewpoint"),
        ([NAMES["osaaminen"], "2,6", "40"], "same-row"),
    ],
)
def test_a_wrong_row_of_means_is_told(row: list[object], code: str) -> None:
    """One wrong row stops the import."""
    rows: Rows = [["Näkökulma", "Keskiarvo", "n"], [NAMES["osaaminen"], "2,6", "40"], row]

    assert [(found, at) for found, at, _ in refusals(text(rows))] == [(code, 3)]


def test_counts_and_mean_must_agree() -> None:
    """The levels 1 to 5 as columns give the mean and the number; both are compared."""
    header: list[object] = ["Näkökulma", "Keskiarvo", "n", "1", "2", "3", "4", "5", "EOS"]
    right, wrong = [NAMES["tieto"], "3", "10", 2, 2, 2, 2, 2, 4], [NAMES["osaaminen"], "4", "10", 2, 2, 2, 2, 2, 0]

    assert read(text([header, right])).means["tieto"][""].counts == (2, 2, 2, 2, 2)
    assert [code for code, _, _ in refusals(text([header, right, wrong]))] == ["mean-differs"]


def test_of_several_sheets_the_one_with_the_viewpoints_is_read() -> None:
    """Two of them cannot be chosen between."""
    other = [["Kuvaus", "Arvo"], ["Tulostettu", "3"]]

    assert read(workbook(other, forms())).sheet == "Sivu2"
    assert refusals(workbook(forms(), forms())) == [("several-sheets", None, None)]


def test_a_packed_csv_is_read() -> None:
    """Google Forms gives its answers in an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Kysely.csv", text(google(), separator=","))

    assert read(out.getvalue()).tool == "Google Forms"


def test_a_line_that_only_excel_heeds_is_no_heading() -> None:
    """`sep=;` says the separator and is no row."""
    data = b"sep=;\r\n" + text(forms(), encoding="utf-8")

    assert read(data).responses == 12


def test_nothing_of_a_single_answer_is_in_what_was_understood() -> None:
    """Names, addresses and open answers stay in the file."""
    rows = forms()
    for row in rows[1:]:
        row[3], row[4], row[9] = "kanaria@esimerkki.fi", "Kanaria Kunnas", "KANARIA sanoi"

    assert "anaria" not in repr(read(text(rows))) + repr(read(workbook(rows)))
