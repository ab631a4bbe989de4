"""A sheet of answers as its file has it, and what was noticed while it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    Cell = str | float | bool | date | None
    """What a cell may hold; a spreadsheet knows numbers and days, a text file only texts. Anything else is shown."""
    Row = Sequence[object]

MOST_CELLS = 1_000_000
"""So many cells are read: forty thousand answers of twenty-five columns; the largest city has fewer employees."""
MOST_COLUMNS = 2_000
MOST_SHEETS = 12


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its rows from the first line of the file on, so that row 1 is what a person calls row 1."""

    rows: Sequence[Row]
    name: str = ""
    """What the sheet is called; empty in a text file."""


@dataclass(frozen=True, slots=True)
class Book:
    """A file with answers: its sheets, its fingerprint, and how its bytes were read."""

    tables: tuple[Table, ...]
    sha256: str
    encoding: str = ""
    """`utf-8`, `utf-16`, `cp1252` of a text file; empty for a spreadsheet."""
    separator: str = ""
    """What stands between the cells of a text file; empty for a spreadsheet."""


def column_name(index: int) -> str:
    """Return what a spreadsheet calls the column of an index from 0: A, Z, AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
