"""The patch by example: what an edit does to the lines of a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.diff import diff
from model.edits import Place, mark_done
from model.file.document import document
from model.file.patch import patched
from tests.file.example import DAY, HEAD, TEXT, changed, read, with_fields


def test_done_is_one_line_and_its_log_entry() -> None:
    """The status changes in its line, whose comment stays; the entry comes last, as its neighbours are written."""
    before, roadmap = read(TEXT)

    after = patched(before, diff(roadmap, mark_done(roadmap, "T01", Place(DAY, "3/2026", 5), result="Toimii")))

    assert changed(TEXT, after.text) == [
        '-status = "active" # nyt',
        '+status = "done" # nyt',
        "+  [[measures.log]]",
        "+  date = 2026-11-22",
        '+  event = "done"',
        '+  text = "Toimii"',
        '+  meeting = "3/2026"',
        "+  item = 5",
        "+",
    ]


def test_the_spelling_around_a_value_is_kept() -> None:
    """Blanks before the equals sign and the comment behind the value stay as they were."""
    assert changed(TEXT, with_fields(TEXT, title="SSO")) == [
        '-title    = "Kertakirjautuminen"   # ei vielä nimeä',
        '+title    = "SSO"   # ei vielä nimeä',
    ]


def test_a_new_key_takes_its_place_in_the_usual_order() -> None:
    """`needs` comes behind the last key that usually stands before it."""
    assert changed(TEXT, with_fields(TEXT, needs="Lisenssit")) == ['+needs = "Lisenssit"']
    assert 'status = "active" # nyt\nneeds = ' in with_fields(TEXT, needs="Lisenssit").replace(
        'goals = [\n    "G1", # ensin\n    "G2",\n]\n', ""
    )


def test_an_emptied_field_goes_and_its_comment_stays() -> None:
    """A list without entries and a text without letters are left out, never the comments in them."""
    assert changed(TEXT, with_fields(TEXT, goals=())) == [
        "-goals = [",
        '-    "G1", # ensin',
        '-    "G2",',
        "-]",
        "+# ensin",
    ]


def test_a_list_over_many_lines_stays_one() -> None:
    """The items keep their indentation; a comment among them moves above."""
    after = with_fields(TEXT, goals=("G2",))

    assert '# ensin\ngoals = [\n    "G2",\n]\n' in after


def test_text_with_line_ends_becomes_a_multi_line_string() -> None:
    """A long text is written as people read it."""
    assert 'needs = """\nEnsin\nsitten"""\n' in with_fields(TEXT, needs="Ensin\nsitten")


@pytest.mark.parametrize("text", ['"""', "\\", "\u0000\u001b", "rivi\r\nrivi", "\ttab", "# [[measures]]", "👩‍💻", " "])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Quotes, backslashes, control characters and line ends survive the file."""
    _, roadmap = read(with_fields(TEXT, needs=f"{text}x{text}"))

    assert roadmap.measures[0].needs == f"{text}x{text}"


def test_numbers_are_written_as_people_write_them() -> None:
    """A whole level is `3`, a decimal keeps its decimals, and no exponent is written."""
    text = HEAD + '\n[[viewpoints]]\nid = "V1"\nname = "Johtaminen"\nscope = "own"\n'
    before, roadmap = read(text)
    values = [Decimal(3), Decimal("3.5"), Decimal("4.20")]
    scores = tuple({"date": date(2020 + n, 1, 1), "value": value, "basis": "survey"} for n, value in enumerate(values))
    viewpoint = type(roadmap.viewpoints[0]).model_validate({**roadmap.viewpoints[0].model_dump(), "scores": scores})

    after = patched(before, diff(roadmap, roadmap.replacing("viewpoints", viewpoint)))

    lines = [line for line in after.text.splitlines() if line.startswith("value")]
    assert lines == ["value = 3", "value = 3.5", "value = 4.20"]


def test_a_document_tells_lines() -> None:
    """A record, a key and a key of an entry are found by id."""
    known = document(TEXT)
    lines = TEXT.splitlines()

    assert lines[(known.line_of("measures", "T01") or 0) - 1] == "[[measures]]"
    assert lines[(known.line_of("measures", "T01", "status") or 0) - 1].startswith("status")
    assert lines[(known.line_of("measures", "T01", "log[1].text") or 0) - 1] == '  text = "alku"'
    assert lines[(known.line_of("measures", "T01", "log[1]") or 0) - 1] == "  [[measures.log]]"
    assert lines[(known.line_of("roadmap", "", "last") or 0) - 1].startswith("last")
    assert known.line_of("", "", "schema") == 1
    assert known.line_of("measures", "T99") is None
