"""The problems of a roadmap's records: which key, which line, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.file.reading import Reading, read_bytes
from tests.file.example import HEAD
from tests.file.example import PLAIN as MEASURE

if TYPE_CHECKING:
    from model.problems import Problem


def only(reading: Reading) -> Problem:
    """Return the one problem of a reading."""
    (problem,) = reading.problems
    return problem


def of(text: str) -> Problem:
    """Return the one problem of a text."""
    return only(read_bytes(text.encode()))


@pytest.mark.parametrize(
    ("schema", "code", "severity"),
    [
        ("schema = 2", "newer-schema", "fatal"),
        ("schema = 0", "out-of-range", "fatal"),
        ('schema = "1"', "wrong-type", "fatal"),
        ("schema = true", "wrong-type", "fatal"),
        ("# ei mitään", "missing-schema", "error"),
    ],
)
def test_the_schema_is_looked_at_first(schema: str, code: str, severity: str) -> None:
    """A newer file is refused, one without a number can still be shown."""
    problem = of(HEAD.replace("schema = 1", schema))

    assert (problem.code, problem.severity, problem.key, problem.line) == (code, severity, "schema", 1)


@pytest.mark.parametrize(
    ("swap", "place", "data"),
    [
        (('title = "Kerta', 'titel = "Kerta'), ("missing-key", 9), {}),
        (('"2026H2"', '"2026-2"'), ("wrong-value", 13), {"expected": "half-year", "value": "2026-2"}),
        (('"2026H2"', "2026"), ("wrong-type", 13), {"expected": "half-year", "found": "whole-number", "value": "2026"}),
        (('end = "2026H2"', 'end = "2026H2"\nkind = "iso"'), ("wrong-word", 14), {"value": "iso"}),
        (('end = "2026H2"', 'end = "2026H2"\ngoals = "G1"'), ("wrong-type", 14), {"expected": "list", "found": "text"}),
        (('end = "2026H2"', 'end = "2026H2"\ngoals = [1]'), ("wrong-type", 14), {"expected": "text"}),
        (
            ('end = "2026H2"', 'end = "2026H2"\nneeds = true'),
            ("wrong-type", 14),
            {"expected": "text", "found": "yes-no"},
        ),
        (('end = "2026H2"', 'end = "2026H2"\nlog = [1]'), ("wrong-type", 14), {"expected": "table"}),
        (('id = "T01"', "id = 1.5"), ("wrong-type", 10), {"expected": "text", "found": "number"}),
    ],
)
def test_a_wrong_value_is_told_by_key_and_line(
    swap: tuple[str, str], place: tuple[str, int], data: dict[str, object]
) -> None:
    """What was expected and what was found is in the data."""
    problem = next(p for p in read_bytes((HEAD + MEASURE.replace(*swap)).encode()).problems if p.fatal)

    assert (problem.code, problem.line) == place
    assert problem.table == "measures"
    assert data.items() <= problem.data.items()


@pytest.mark.parametrize(
    ("entry", "code", "data"),
    [
        ("value = 6", "out-of-range", {"most": 5, "value": "6"}),
        ("value = 0.5", "out-of-range", {"least": 1}),
        ("value = nan", "wrong-value", {"expected": "finite"}),
        ("value = true", "wrong-type", {"expected": "number", "found": "yes-no"}),
        ('value = "3"', "wrong-type", {"expected": "number", "found": "text"}),
    ],
)
def test_a_wrong_value_in_an_entry_is_told_with_its_number(entry: str, code: str, data: dict[str, object]) -> None:
    """Entries are counted from 1."""
    text = f'{HEAD}\n[[viewpoints]]\nid = "V1"\nname = "N"\nscope = "own"\n\n[[viewpoints.scores]]\n'

    problem = of(f'{text}date = 2025-01-01\nbasis = "survey"\n{entry}\n')

    assert (problem.code, problem.key, problem.record, problem.line) == (code, "scores[1].value", "V1", 17)
    assert data.items() <= problem.data.items()


def test_the_allowed_words_are_told() -> None:
    """Also of a key that may be left out."""
    meeting = '[[meetings]]\nnumber = "1/2026"\ndate = 2026-05-04\n'

    problem = of(f'{HEAD}\n{meeting}\n[[meetings.items]]\nnumber = 1\noutcome = "valmis"\n')

    assert problem.key == "items[1].outcome"
    assert problem.data["allowed"][:3] == ("done", "continues", "moved")


def test_a_date_with_a_time_is_not_a_date() -> None:
    """A time zone is never dropped silently."""
    problem = of(f"{HEAD}{MEASURE}\n[[measures.log]]\ndate = 2026-01-01T00:00:00Z\n")

    assert (problem.code, problem.data["expected"], problem.data["found"]) == ("wrong-type", "date", "date-time")


def test_the_scale_has_five_words() -> None:
    """Fewer or more are told as a wrong length."""
    for words in ('["a", "b"]', '["a", "b", "c", "d", "e", "f"]'):
        problems = read_bytes(f"{HEAD}\n[scale]\nwords = {words}\n".encode()).problems
        assert {(p.code, p.data["expected"]) for p in problems} == {("wrong-value", "length")}


def test_all_problems_come_at_once_in_the_order_of_lines() -> None:
    """Nobody corrects a file fault by fault."""
    text = (
        HEAD.replace('title = "Digi', 'titel = "Digi') + MEASURE.replace('"2025H2"', "1") + '\n[[goals]]\nid = "G1"\n'
    )

    problems = read_bytes(text.encode()).problems

    assert [(p.code, p.table, p.line) for p in problems] == [
        ("missing-key", "roadmap", 3),
        ("unknown-key", "roadmap", 4),
        ("wrong-type", "measures", 12),
        ("missing-key", "goals", 15),
    ]


def test_unknown_keys_and_tables_are_warnings_with_the_nearest_name() -> None:
    """A typing error is guessed; what is nobody's typing error is just unknown."""
    text = (
        HEAD
        + MEASURE
        + 'statsu = "active"\n\n[[measures.log]]\ndate = 2026-01-01\ntxt = "x"\n\n[[goal]]\nid = "G1"\n\n[oma]\n'
    )
    reading = read_bytes(("versio = 3\n" + text).encode())

    assert reading.roadmap is not None
    found = [(p.code, p.severity, p.table, p.key, p.data["nearest"], p.line) for p in reading.problems]
    assert found == [
        ("unknown-key", "warning", "", "versio", "", 1),
        ("unknown-key", "warning", "measures", "statsu", "status", 15),
        ("unknown-key", "warning", "measures", "log[1].txt", "text", 19),
        ("unknown-table", "warning", "goal", "", "goals", 21),
        ("unknown-table", "warning", "oma", "", "", 24),
    ]


def test_duplicate_ids_are_errors_and_the_file_opens() -> None:
    """Both records are there; the line of the first is in the data."""
    reading = read_bytes((HEAD + MEASURE + MEASURE).encode())

    assert reading.roadmap is not None
    problem = only(reading)
    assert (problem.code, problem.severity, problem.record, problem.line) == ("duplicate-id", "error", "T01", 16)
    assert problem.data == {"first": 10}


def test_what_is_wrong_between_records_has_a_line() -> None:
    """The rules of `model.check` know no text; reading adds where it stands."""
    problem = of(HEAD + MEASURE + 'goals = ["G9"]\n')

    assert (problem.code, problem.record, problem.line) == ("dangling", "T01", 14)


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        (HEAD.replace("[roadmap]", "[[roadmap]]"), "roadmap", "list"),
        (HEAD + "\n[measures]\n", "measures", "table"),
        ("measures = 3\n" + HEAD, "measures", "whole-number"),
        ("measures = [1]\n" + HEAD, "measures", "whole-number"),
    ],
)
def test_a_table_of_the_wrong_form_is_told(text: str, table: str, found: str) -> None:
    """`[measures]` for `[[measures]]`, or a value where tables belong."""
    problem = of(text)

    assert (problem.code, problem.severity, problem.table, problem.data["found"]) == (
        "wrong-type",
        "fatal",
        table,
        found,
    )


def test_a_file_without_a_head_is_no_roadmap() -> None:
    """Any other TOML file is told by what it lacks."""
    problem = next(p for p in read_bytes(b'[project]\nname = "x"\n').problems if p.fatal)

    assert (problem.code, problem.table) == ("missing-table", "roadmap")


def test_a_text_in_a_second_language_is_known() -> None:
    """`title_sv` beside a title is no unknown key; one that is no text is a fault, and the roadmap still opens."""
    own = HEAD + MEASURE
    known = own.replace('end = "2026H2"', 'end = "2026H2"\ntitle_sv = "Engångsinloggning"')
    wrong = read_bytes(known.replace('"Engångsinloggning"', "7").encode())

    assert read_bytes(known.encode()).problems == ()
    assert (only(wrong).code, only(wrong).severity, only(wrong).key) == ("wrong-type", "error", "title_sv")
    assert wrong.roadmap is not None
    assert of(own.replace('end = "2026H2"', 'end = "2026H2"\nstatus_sv = "x"')).code == "unknown-key"


def test_thousands_of_problems_have_their_lines() -> None:
    """A file with very many keys that nobody knows is told about like any other, and does not take minutes to open."""
    many = 3_000
    text = HEAD.replace("schema = 1\n", "schema = 1\n" + "".join(f"k{number} = 1\n" for number in range(many)))

    problems = read_bytes(text.encode()).problems

    first = text.splitlines().index("k0 = 1") + 1
    assert [problem.line for problem in problems] == [*range(first, first + many)]
