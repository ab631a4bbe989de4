"""What is beyond measure, packed in a strange way or cut off is refused before it costs anything."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from exporters.answers import problem_lines
from exporters.words import Words
from model.answers.problems import NotUnderstoodError
from model.file.answers import MOST_BYTES, book_of, read_answers
from model.file.workbook import extent
from tests.answers.files import forms, packed, sheet_xml, text, town, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


SPANNING = sheet_xml([["a"]]).replace("</sheetData>", '<row r="99999"><c r="Z99999"><v>1</v></c></row></sheetData>')
"""Two cells, and two million between them."""


def why(data: bytes) -> tuple[str, str]:
    """Return why bytes are refused: the code, and for what is too large of what."""
    with pytest.raises(NotUnderstoodError) as caught:
        book_of(data)
    (problem,) = caught.value.problems
    assert problem_lines([problem], Words("fi"), town(), mapping="kyselykartta.toml")[0]
    return problem.code, str(problem.data.get("what", ""))


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a;b\n" + b";" * 1_100_000, ("too-large", "line")),
        (text([["x"] * 2_001, ["y"] * 2_001]), ("too-large", "columns")),
        (b"a;b\n" + (b"1;" * 1_000 + b"\n") * 1_000, ("too-large", "cells")),
        (text(forms(), encoding="utf-16")[:-3], ("cut-short", "")),
        (text(forms(), encoding="utf-8")[:-20], ("cut-short", "")),
        ("Nimi;Hyvä\nä".encode()[:-1], ("cut-short", "")),
        (b"\xff\xfea\x00\x00\x00", ("not-text", "")),
        (b"a;b\n\x81;\x8d\n", ("not-text", "")),
        (b"a;b\n", ("no-rows", "")),
        (workbook([]), ("no-rows", "")),
        (packed([sheet_xml(forms())] * 13), ("too-large", "sheets")),
        (packed([SPANNING]), ("too-large", "cells")),
        (packed([SPANNING.replace("Z99999", "A" * 1_000_000 + "1")]), ("too-large", "columns")),
        (packed([SPANNING.replace("Z99999", "B" + "9" * 1_000_000)]), ("too-large", "cells")),
        (packed([sheet_xml([["a"]]).replace("</sheetData>", '<f/><row <c r="A1" ' * 100_000)]), ("damaged", "")),
        (
            packed([sheet_xml([["a"]]).replace("</sheetData>", '<row><c s="1"><v>-1e300</v></c></row>')]),
            ("damaged", ""),
        ),
    ],
)
def test_a_file_beyond_measure_is_refused(data: bytes, expected: tuple[str, str]) -> None:
    """With what it has too much of, or where it ends."""
    assert why(data) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"a.csv": b"a;b\n1;2\n", "b.csv": b"a;b\n1;2\n"}, "several-files"),
        ({"content.xml": b"<x/>"}, "unknown-form"),
        ({"kysely.xlsx": workbook(forms())}, "unknown-form"),
        ({f"{n}": b"" for n in range(2_100)}, "too-large"),
        ({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/a.xml": b"", "xl/worksheets/A.xml": b""}, "damaged"),
        ({"xl/workbook.xml": b"<workbook/>", "xl/sharedStrings.xml": b" " * (25 * 1024 * 1024)}, "too-large"),
    ],
)
def test_an_archive_of_another_kind_is_refused(parts: Mapping[str, bytes], expected: str) -> None:
    """Several files, another office's form, an archive in an archive, parts of one name, a bomb of texts."""
    assert why(archive(parts))[0] == expected


@pytest.mark.parametrize(
    "count", ['count="9" uniqueCount="18446744073709551615"', "a='>' uniqueCount = '1000000000000'"]
)
def test_room_is_not_kept_for_as_many_texts_as_a_workbook_promises(count: str) -> None:
    """The whole program would end, as there is no room for so many."""
    texts = (
        f"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' {count}><si><t>count=3</t></si></sst>"
    )
    sheet = sheet_xml([["a"], ["b"]]).replace(
        "</sheetData>", '<row r="3"><c r="A3" t="s"><v>0</v></c></row></sheetData>'
    )
    data = io.BytesIO(packed([sheet]))
    with zipfile.ZipFile(data, "a") as made:
        made.writestr("xl/sharedStrings.xml", texts)

    assert book_of(data.getvalue()).tables[0].rows[2] == ["count=3"]


def test_a_locked_archive_is_refused() -> None:
    """A part that says it is encrypted is not read."""
    data = bytearray(archive({"a.csv": b"a;b\n1;2\n"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert why(bytes(data))[0] == "password"


def test_a_file_on_the_disk_is_read_within_bounds(tmp_path: Path) -> None:
    """What is longer than the bound is not even read to its end."""
    path = tmp_path / "suuri.csv"
    path.write_bytes(b"a;b\n")
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(NotUnderstoodError) as caught:
        read_answers(path)

    assert caught.value.problems[0].data["what"] == "bytes"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row>', (1, 1)),
        ('<row r="7"><c r="AB7"/><c r="B7"/></row>', (28, 7)),
        ("<row r='2'><c r='B7'><v>1</v></c></row>", (2, 7)),
        ('<row><c\n r = "C3"><v>1</v></c></row>', (3, 3)),
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>", (2, 2)),
        ('<row r="900000"><c><v>1</v></c></row>', (1, 900_000)),
        ('<x:row r="1"><x:c r="XFD1048576"/></x:row>', (16_384, 1_048_576)),
        ('<row r="1"><c r="b3"><v>1</v></c></row>', (2, 3)),
        ('<cols><col min="1"/></cols><row r="1"><c r="A1" s="1"><v>1</v></c></row>', (1, 1)),
    ],
)
def test_a_sheet_is_measured_however_it_says_where_its_cells_are(row: str, expected: tuple[int, int]) -> None:
    """Never less than calamine would lay out; a little more where the places are written in a strange way."""
    columns, rows, _ = extent(f"<sheetData>{row}</sheetData>".encode())

    assert columns >= expected[0]
    assert rows >= expected[1]
    assert columns * rows <= 4 * expected[0] * expected[1]
