"""A finished table of means: a row for each viewpoint, or for each viewpoint and sector, as a report has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from itertools import islice
from typing import TYPE_CHECKING

from model.answers.problems import AnswerProblem, NotUnderstoodError, refused
from model.answers.scale import CANNOT_SAY, Answers
from model.answers.sectors import NOBODYS, Sectors
from model.answers.text import even, question, shown
from model.levels import printed
from model.sound import LEVELS, Summary, Tally, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from model.answers.columns import Names
    from model.answers.table import Row, Table

_MOST_ROWS, _MOST_COLUMNS, _MOST_TRIED = 2_000, 40, 3
_ALL = frozenset(map(even, ("kaikki", "yhteensä", "koko kaupunki", "alla", "samtliga", "totalt", "all", "total")))
_WORDS: Mapping[str, tuple[str, ...]] = {
    "mean": ("keskiarvo", "ka", "k.a", "mean", "average", "avg", "medelvärde", "medeltal"),
    "n": (
        *("n", "vastaajia", "vastaajat", "vastaajamäärä", "vastauksia", "vastausmäärä", "vastausten lukumäärä"),
        *("vastaajien määrä", "vastausten määrä", "antal", "antal svar", "antal svarande", "count", "responses"),
        *("respondents", "number of responses"),
    ),
    "median": ("mediaani", "median", "md"),
    "sd": ("keskihajonta", "hajonta", "sd", "s.d", "standardavvikelse", "standard deviation", "std", "stdev"),
    "sector": ("toimiala", "sektor", "sector"),
}
_KIND = {even(word): kind for kind, words in _WORDS.items() for word in words}
_DECIMAL = re.compile(r"\d{1,12}(?:[.,]\d{1,18})?")
_NOTHING = ("", "-", "–")
_NINTH, _MILLIONTH, _TENTH = Decimal("1e-9"), Decimal("1e-6"), Decimal("0.1")
_BLANKS = str.maketrans("", "", " \u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Mean:
    """What a row says of a viewpoint; `counts` is empty where the table has none."""

    row: int
    mean: Decimal | None = None
    n: int | None = None
    median: Decimal | None = None
    sd: Decimal | None = None
    counts: tuple[int, ...] = ()
    dont_know: int | None = None

    @property
    def summary(self) -> Summary:
        """What is kept of it."""
        assert self.mean is not None  # a row without a mean tells nothing
        return Summary(self.mean, self.n, self.median, self.sd, self.counts, self.dont_know)

    @property
    def tally(self) -> Tally | None:
        """The answers by level, where they are told."""
        return Tally(self.counts, self.dont_know or 0) if len(self.counts) == len(LEVELS) else None  # type: ignore[arg-type]  # five of them


@dataclass(frozen=True, slots=True)
class MeansTable:
    """Where a table of means has what; columns from 0."""

    header: int
    names: int
    """The column with the viewpoints."""
    columns: Mapping[str, int]
    """`mean`, `n`, `median`, `sd`, `sector`, `dont_know` and the counts `1` to `5`, as far as there are any."""


def means_table(table: Table, names: Names, answers: Answers) -> MeansTable | None:
    """Return where a sheet has means, None when it is no table of them: its headings say `keskiarvo`."""
    headings = ((place, _columns(row[:_MOST_COLUMNS], answers)) for place, row in enumerate(table.rows[:40]))
    for place, columns in islice((one for one in headings if "mean" in one[1]), _MOST_TRIED):
        row = table.rows[place]
        best = max(range(min(len(row), 8)), key=lambda index: _named(table.rows[place + 1 :], index, names), default=0)
        if _named(table.rows[place + 1 :], best, names):
            return MeansTable(place, best, columns)
    return None


def means(table: Table, where: MeansTable, readers: tuple[Names, Answers, Sectors]) -> Mapping[str, Mapping[str, Mean]]:
    """Return the means by viewpoint and sector, all answers under `""`; raises NotUnderstoodError with every cell."""
    names, _, sectors = readers
    found: dict[str, dict[str, Mean]] = {}
    problems: list[AnswerProblem] = []
    for place, row in _rows(table, where):
        name = shown(row[where.names])
        match = names.match((name,))
        if match is None or len(match.viewpoints) != 1:
            data = {"text": name}
            problems.append(AnswerProblem("not-a-viewpoint", place + 1, where.names + 1, data=data))
            continue
        sector = _sector(row, where, sectors)
        if sector is None:
            cell = where.columns["sector"]
            problems.append(AnswerProblem("not-a-sector", place + 1, cell + 1, data={"text": shown(row[cell])}))
            continue
        read, wrong = _mean(row, where, place)
        problems += wrong
        by_sector = found.setdefault(match.viewpoints[0], {})
        if sector in by_sector:
            same = {"viewpoint": match.viewpoints[0], "first": by_sector[sector].row + 1}
            problems.append(AnswerProblem("same-row", place + 1, where.names + 1, data=same))
        by_sector[sector] = read
        problems += _contradictions(read, match.viewpoints[0])
    problems += (
        AnswerProblem("no-total", min(one.row for one in by.values()) + 1, data={"viewpoint": viewpoint})
        for viewpoint, by in found.items()
        if NOBODYS not in by
    )
    if problems:
        raise NotUnderstoodError(problems)
    return {viewpoint: _told(by_sector) for viewpoint, by_sector in found.items() if _told(by_sector)}


def _told(by_sector: Mapping[str, Mean]) -> dict[str, Mean]:
    return {sector: one for sector, one in by_sector.items() if one.mean is not None}


def _columns(row: Row, answers: Answers) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = even(shown(cell))
        level = answers.read(cell)
        kind = _KIND.get(text) or ("dont_know" if text in CANNOT_SAY else str(level) if level in LEVELS else "")
        if not kind and (first := re.match(r"(\w+) \(", text + " (")):
            kind = _KIND.get(first[1], "")
        if kind:
            found.setdefault(kind, place)
    return found


def _named(rows: Sequence[Row], column: int, names: Names) -> int:
    cells = {question(shown(row[column])) for row in rows[:_MOST_ROWS] if column < len(row)}
    return sum(names.match((cell,)) is not None for cell in cells if cell)


def _rows(table: Table, where: MeansTable) -> Iterator[tuple[int, Row]]:
    """Yield the rows that name something; a row of all answers together names no viewpoint and no sector."""
    if len(table.rows) > _MOST_ROWS:
        raise refused("too-large", what="rows", limit=_MOST_ROWS)
    width = max([where.names, *where.columns.values()]) + 1
    for place, row in enumerate(table.rows[where.header + 1 :], where.header + 1):
        filled = [*row, *[""] * (width - len(row))]
        if shown(filled[where.names]).strip() and even(shown(filled[where.names])) not in _ALL:
            yield place, filled


def _sector(row: Row, where: MeansTable, sectors: Sectors) -> str | None:
    if "sector" not in where.columns:
        return NOBODYS
    cell = row[where.columns["sector"]]
    return NOBODYS if even(shown(cell)) in _ALL else sectors.read(cell)


def _mean(row: Row, where: MeansTable, place: int) -> tuple[Mean, list[AnswerProblem]]:
    numbers: dict[str, Decimal | None] = {}
    problems: list[AnswerProblem] = []
    for kind, column in where.columns.items():
        if kind == "sector":
            continue
        cell = row[column]
        is_count = kind in ("n", "dont_know") or kind.isdecimal()
        number = _number(cell)
        is_empty = shown(cell).strip() in _NOTHING
        if is_empty or (number is not None and _fits(number, kind, is_count=is_count)):
            numbers[kind] = None if is_empty else number
            continue
        code = "a-date" if isinstance(cell, date) else "not-a-count" if is_count else "not-a-level"
        problems.append(AnswerProblem(code, place + 1, column + 1, data={"text": shown(cell)}))
    counts = [numbers.get(str(level)) for level in LEVELS]
    n, dont_know = numbers.get("n"), numbers.get("dont_know")
    found = Mean(place, numbers.get("mean"), median=numbers.get("median"), sd=numbers.get("sd"))
    told = tuple(int(count or 0) for count in counts) if any(count is not None for count in counts) else ()
    whole = None if n is None else int(n)
    cannot = None if dont_know is None else int(dont_know)
    return replace(found, n=sum(told) if told and whole is None else whole, counts=told, dont_know=cannot), problems


def _number(cell: object) -> Decimal | None:
    """Return the number of a cell, six decimals at most, the rest cut; None when it is none."""
    text = cell.strip().translate(_BLANKS) if isinstance(cell, str) else repr(cell)
    if isinstance(cell, (bool, date)) or not _DECIMAL.fullmatch(text):
        return None
    # A spreadsheet keeps 2.65 as a binary fraction that may be a hair less.
    exact = Decimal(text.replace(",", ".")).quantize(_NINTH)
    return exact.quantize(_MILLIONTH, rounding=ROUND_FLOOR).normalize() + 0


def _fits(number: Decimal, kind: str, *, is_count: bool) -> bool:
    if is_count:
        return number == number.to_integral_value()
    return 0 <= number <= max(LEVELS) if kind == "sd" else min(LEVELS) <= number <= max(LEVELS)


def _contradictions(one: Mean, viewpoint: str) -> Iterator[AnswerProblem]:
    """Yield what a row says twice in two ways: the counts against the number of answers and against the mean."""
    tally = one.tally
    if tally is None or one.mean is None:
        return
    if one.n != tally.n:
        yield AnswerProblem("counts-differ", one.row + 1, data={"viewpoint": viewpoint, "n": one.n, "counted": tally.n})
    elif (found := summary(tally)) and abs(found.mean - one.mean) > _TENTH:
        data = {"viewpoint": viewpoint, "mean": one.mean, "counted": printed(found.mean)}
        yield AnswerProblem("mean-differs", one.row + 1, data=data)
