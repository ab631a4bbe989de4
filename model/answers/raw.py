"""Answers of single people counted: how many chose each level, by viewpoint and sector. Nothing else is kept of them.

The cells are counted as they are, by C code; only the few different ones are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from model.answers.problems import AnswerProblem, NotUnderstoodError
from model.answers.scale import DONT_KNOW, MISSING, Answers
from model.answers.sectors import NOBODYS, Sectors, not_sectors
from model.answers.text import shown
from model.sound import LEVELS, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.answers.table import Row

_MOST_PROBLEMS = 1_000
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Counted:
    """What all answers say: tallies by viewpoint and sector, and how many people answered at all."""

    tallies: Mapping[str, Mapping[str, Tally]]
    responses: int


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the cells of a file."""

    answers: Answers
    sectors: Sectors


def counted(
    rows: Sequence[Row], viewpoints: Mapping[int, str], readers: Readers, *, first: int, sector: int | None
) -> Counted:
    """Count the answers from row `first` on, in the columns that `viewpoints` names.

    Raises NotUnderstoodError with the row and column of every cell that is no answer, or names no sector.
    """
    places = [*viewpoints, *(() if sector is None else (sector,))]
    people = _full(rows[first:], max(places) + 1)
    cells, responses = _counters(people, list(viewpoints), sector)
    where = _Where(viewpoints, first, sector)
    if problems := _not_understood(people, cells, readers, where=where):
        raise NotUnderstoodError(problems)
    tallies: dict[str, dict[str, Counter[int]]] = {viewpoint: {} for viewpoint in viewpoints.values()}
    empty: set[object] = {""}
    for cell, counters in cells.items():
        name = NOBODYS if sector is None else readers.sectors.read(cell) or NOBODYS
        for viewpoint, counter in zip(tallies, counters, strict=True):
            found = tallies[viewpoint].setdefault(name, Counter())
            for answer, times in counter.items():
                level = readers.answers.read(answer)
                assert level is not None  # else it would be a problem above
                found[level] += times
                if level == MISSING:
                    empty.add(answer)
    if len(empty) > 1:
        responses = sum(not empty.issuperset(row[place] for place in viewpoints) for row in people)
    kept = {viewpoint: {name: _tally(found) for name, found in by.items()} for viewpoint, by in tallies.items()}
    return Counted(kept, responses)


@dataclass(frozen=True, slots=True)
class _Where:
    viewpoints: Mapping[int, str]
    first: int
    sector: int | None


def _full(rows: Sequence[Row], width: int) -> Sequence[Row]:
    """Return the rows, with empty cells where one is too short."""
    if min(map(len, rows), default=width) >= width:
        return rows
    return [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows]


def _counters(
    people: Sequence[Row], places: Sequence[int], sector: int | None
) -> tuple[Mapping[object, Sequence[Counter[object]]], int]:
    """Return the cells of each column counted by what the sector's cell says, and how many rows are not empty.

    It goes by a few rows at a time, whose cells the processor still has at hand: twice as fast as column by column.
    """
    found: dict[object, list[Counter[object]]] = defaultdict(lambda: [Counter() for _ in places])
    take = itemgetter(*places, places[0])  # two at least, so that it gives a tuple
    filled = 0
    for start in range(0, len(people), _AT_ONCE):
        by_cell: dict[object, list[tuple[object, ...]]] = defaultdict(list)
        for row in people[start : start + _AT_ONCE]:
            by_cell[None if sector is None else row[sector]].append(take(row))
        for cell, picked in by_cell.items():
            filled += sum(map(any, picked))
            for counter, column in zip(found[cell], zip(*picked, strict=True), strict=False):
                counter.update(column)
    return found, filled


def _not_understood(
    people: Sequence[Row],
    cells: Mapping[object, Sequence[Counter[object]]],
    readers: Readers,
    *,
    where: _Where,
) -> list[AnswerProblem]:
    """Return the cells that nobody understands; the rows are looked through only where there are some."""
    problems: list[AnswerProblem] = []
    if where.sector is not None and any(readers.sectors.read(cell) is None for cell in cells):
        numbered = ((where.first + place, row[where.sector]) for place, row in enumerate(people))
        problems += islice(not_sectors(numbered, where.sector, readers.sectors), _MOST_PROBLEMS)
    for at, place in enumerate(where.viewpoints):
        different = set().union(*(counters[at] for counters in cells.values()))
        if all(readers.answers.read(cell) is not None for cell in different) and not different & {0, 1}:
            continue
        # A truth value equals 1 or 0: among numbers it can be told apart only where it stands.
        wrong = (
            _problem(row[place], where.first + number, place)
            for number, row in enumerate(people)
            if isinstance(row[place], bool) or readers.answers.read(row[place]) is None
        )
        problems += islice(wrong, _MOST_PROBLEMS - len(problems))
    return problems


def _problem(cell: object, row: int, column: int) -> AnswerProblem:
    code = "a-date" if isinstance(cell, date) else "not-an-answer"
    return AnswerProblem(code, row + 1, column + 1, data={"text": shown(cell)})


def _tally(found: Counter[int]) -> Tally:
    one, two, three, four, five = (found[level] for level in LEVELS)
    return Tally((one, two, three, four, five), found[DONT_KNOW])
