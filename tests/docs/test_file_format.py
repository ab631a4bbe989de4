"""docs/file-format.md tells the truth: its examples are read, its tables are held against the records."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args, get_origin

import pytest

from model import records
from model.check import check
from model.file.reading import read
from model.record import Record
from model.records import TABLES, Head, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
SECTION = re.compile(r"^#+ `(\[+[\w.]+\]+)`\n(.*?)(?=^#|\Z)", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| (\*\*)?`(\w+)`(?:\*\*)? \| (.*?) \|", re.MULTILINE)


def tables() -> Iterator[tuple[str, type[Record]]]:
    """Yield every table of the file, nested ones too, with the class of its records."""
    yield "[roadmap]", Head
    yield "[scale]", Scale
    for name, kind in TABLES.items():
        yield f"[[{name}]]", kind
        yield from ((f"[[{name}.{key}]]", nested) for key, nested in nested_in(kind).items())


def nested_in(kind: type[Record]) -> dict[str, type[Record]]:
    """Return the fields of a record that are lists of records, with their class."""
    found = {}
    for name, field in kind.model_fields.items():
        inner = next((one for one in get_args(field.annotation) if isinstance(one, type)), None)
        if inner is not None and issubclass(inner, Record):
            found[field.alias or name] = inner
    return found


def documented(table: str) -> dict[str, tuple[bool, str]]:
    """Return the keys that the page names for a table: whether required, and the type in words."""
    body = dict(SECTION.findall(PAGE))[table]
    return {key: (bool(bold), kind) for bold, key, kind in ROW.findall(body)}


def words_of(annotation: object) -> set[str]:
    """Return the words that a field allows, if it is one of a few."""
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Literal:
            return set(get_args(one))
    return set()


ALL = list(tables())
NAMES = [table for table, _ in ALL]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_a_valid_roadmap(number: int, tmp_path: Path) -> None:
    """Every example of the page opens without a problem, unknown keys included."""
    path = tmp_path / "roadmap.toml"
    path.write_text(EXAMPLES[number], encoding="utf-8")

    reading = read(path)

    assert reading.problems == ()
    assert reading.roadmap is not None
    assert check(reading.roadmap) == ()


@pytest.mark.parametrize(("table", "kind"), ALL, ids=NAMES)
def test_a_table_names_every_key(table: str, kind: type[Record]) -> None:
    """The page has exactly the keys of the records, and those in bold are those that must be there."""
    nested = nested_in(kind)
    expected = {
        name: field.is_required()
        for key, field in kind.model_fields.items()
        if (name := field.alias or key) not in nested
    }

    assert {key: required for key, (required, _) in documented(table).items()} == expected


@pytest.mark.parametrize(("table", "kind"), ALL, ids=NAMES)
def test_a_table_names_every_word(table: str, kind: type[Record]) -> None:
    """Where a field allows a few words only, the page names them all, with the default after a semicolon."""
    rows = documented(table)
    for key, field in kind.model_fields.items():
        allowed = words_of(field.annotation)
        if allowed:
            kinds, _, default = rows[field.alias or key][1].partition(";")

            assert set(re.findall(r"`([\w-]+)`", kinds)) == allowed
            assert re.findall(r"`([\w-]+)`", default) == ([field.default] if isinstance(field.default, str) else [])


def test_every_record_of_the_model_is_in_the_file() -> None:
    """No class of records is left out of the page."""
    known = {kind for _, kind in ALL}
    classes = {one for one in vars(records).values() if isinstance(one, type) and issubclass(one, Record)}

    assert classes - known == {Record}
