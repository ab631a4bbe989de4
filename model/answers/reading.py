"""A file of answers understood as a whole, or refused with everything that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.answers.columns import Names
from model.answers.layout import Layout, layout
from model.answers.means import Mean, MeansTable, means, means_table
from model.answers.problems import AnswerProblem, NotUnderstoodError, refused
from model.answers.raw import Readers, counted
from model.answers.scale import DONT_KNOW, MISSING, Answers
from model.answers.sectors import Sectors, sector_column
from model.answers.text import shown
from model.answers.tools import is_about_a_person, last_day, tool_of
from model.answers.understood import Column, Remembered, Understood
from model.answers.unswept import unswept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.answers.table import Book, Row, Table
    from model.roadmap import Roadmap

_LOOKED_AT = 200
_SHOWN = 200


@unswept()
def understood(
    book: Book, roadmap: Roadmap, remembered: Remembered | None = None, *, sector_column: str = ""
) -> Understood:
    """Return what a file says of a roadmap's viewpoints; `sector_column` is a heading, `-` for none.

    Of several sheets it is the one that names viewpoints. Raises NotUnderstoodError with all that is not understood.
    """
    reader = _Reader(roadmap, remembered or Remembered(), sector_column)
    readings = [(table, reader.placed(table)) for table in book.tables]
    found = [(table, placed) for table, placed in readings if placed is not None]
    if not found:
        raise refused("no-viewpoint")
    if len(found) > 1:
        raise refused("several-sheets", sheets=tuple(table.name for table, _ in found))
    table, placed = found[0]
    try:
        return reader.means(table, placed) if isinstance(placed, MeansTable) else reader.answers(table, placed)
    except NotUnderstoodError as error:
        raise NotUnderstoodError([_in_sheet(problem, book, table) for problem in error.problems]) from error


def _in_sheet(problem: AnswerProblem, book: Book, table: Table) -> AnswerProblem:
    sheet = table.name if len(book.tables) > 1 else ""
    return AnswerProblem(problem.code, problem.row, problem.column, sheet, problem.data)


class _Reader:
    """Reads sheets in the words of one roadmap."""

    def __init__(self, roadmap: Roadmap, remembered: Remembered, sector_column: str) -> None:
        self.roadmap = roadmap
        self.asked = sector_column or remembered.sector_column
        self.is_asked = bool(sector_column)
        self.names = Names(roadmap, remembered.columns)
        self.readers = Readers(
            Answers(roadmap.scale.words, remembered.answers),
            Sectors(roadmap, remembered.sectors),
        )

    def placed(self, table: Table) -> Layout | MeansTable | None:
        """Return where a sheet has what, None for one that names no viewpoint."""
        answers = self.readers.answers
        return means_table(table, self.names, answers) or layout(table, self.names, answers)

    def answers(self, table: Table, found: Layout) -> Understood:
        """Count the answers of people; raise NotUnderstoodError."""
        rows = table.rows[found.first :]
        viewpoints = _viewpoints(found)
        sector = self._sector(found, rows)
        missing = tuple(one.id for one in self.roadmap.viewpoints if one.id not in viewpoints.values())
        problems = self._unmatched(found, rows, sector) if missing else []
        try:
            counts = counted(table.rows, viewpoints, self.readers, first=found.first, sector=sector)
        except NotUnderstoodError as error:
            raise NotUnderstoodError([*problems, *error.problems]) from error
        if problems:
            raise NotUnderstoodError(problems)
        if not counts.responses:
            raise refused("no-answers")
        return Understood(
            sheet=table.name,
            headers=len(found.headers),
            columns=tuple(self._column(found, place) for place in viewpoints),
            sector=None if sector is None else Column(sector + 1, found.headings[sector][0], "", "name"),
            left_out=tuple(
                texts[0] for place, texts in enumerate(found.headings) if texts and place not in (*viewpoints, sector)
            ),
            missing=missing,
            day=last_day(found.headings, rows),
            tool=tool_of(found.headings),
            answers=counts,
            means={},
        )

    def means(self, table: Table, where: MeansTable) -> Understood:
        """Take over a table of means; raise NotUnderstoodError."""
        found = means(table, where, (self.names, self.readers.answers, self.readers.sectors))
        if not found:
            raise refused("no-answers")
        header = table.rows[where.header]
        told = {where.names, *where.columns.values()}
        return Understood(
            sheet=table.name,
            headers=1,
            columns=tuple(self._row(table, where, (viewpoint, one)) for viewpoint, one in _firsts(found)),
            sector=None,
            left_out=tuple(shown(cell) for place, cell in enumerate(header) if place not in told and shown(cell)),
            missing=tuple(one.id for one in self.roadmap.viewpoints if one.id not in found),
            day=None,
            tool="",
            answers=None,
            means=found,
        )

    def _column(self, found: Layout, place: int) -> Column:
        """Return a column with that one of its headings which names the viewpoint."""
        match, headings = found.matches[place], found.headings[place]
        assert match
        named = (
            text for text in headings if (said := self.names.match((text,))) and said.viewpoints == match.viewpoints
        )
        return Column(place + 1, next(named, headings[0])[:_SHOWN], match.viewpoints[0], match.how)

    def _row(self, table: Table, where: MeansTable, one: tuple[str, Mean]) -> Column:
        name = shown(table.rows[one[1].row][where.names])
        match = self.names.match((name,))
        assert match  # it was read as this viewpoint
        return Column(one[1].row + 1, name, one[0], match.how)

    def _sector(self, found: Layout, rows: Sequence[Row]) -> int | None:
        try:
            return sector_column(found, rows, self.readers.sectors, asked=self.asked)
        except NotUnderstoodError as error:
            # What an earlier file called its column need not be in this one; what was asked for must be.
            if self.is_asked or error.problems[0].code != "no-such-column":
                raise
            return sector_column(found, rows, self.readers.sectors)

    def _unmatched(self, found: Layout, rows: Sequence[Row], sector: int | None) -> list[AnswerProblem]:
        """Return the columns of levels that name no viewpoint; asked while viewpoints have no column."""
        return [
            AnswerProblem("unmatched-column", column=place + 1, data={"heading": texts[0] if texts else ""})
            for place, texts in enumerate(found.headings)
            if found.matches[place] is None
            and place != sector
            and not self.names.is_left_out(texts)
            and not is_about_a_person(texts)
            and self._holds_levels(rows, place)
        ]

    def _holds_levels(self, rows: Sequence[Row], place: int) -> bool:
        """Whether most of what stands in a column are levels; a numbering of the rows is none."""
        cells = [row[place] for row in rows[:_LOOKED_AT] if place < len(row)]
        read = [answer for answer in map(self.readers.answers.read, cells) if answer != MISSING]
        levels = sum(answer not in (None, DONT_KNOW) for answer in read)
        is_numbering = [shown(cell) for cell in cells] == [str(number) for number in range(1, len(cells) + 1)]
        return levels > 0 and 2 * levels >= len(read) - read.count(DONT_KNOW) and not is_numbering


def _viewpoints(found: Layout) -> Mapping[int, str]:
    """Return the viewpoint of each column that has one; raise NotUnderstoodError where it is not certain."""
    problems: list[AnswerProblem] = []
    places: dict[str, int] = {}
    for place, match in enumerate(found.matches):
        if match is None:
            continue
        if len(match.viewpoints) > 1:
            data = {"heading": found.headings[place][0], "viewpoints": match.viewpoints}
            problems.append(AnswerProblem("several-viewpoints", column=place + 1, data=data))
            continue
        first = places.setdefault(match.viewpoints[0], place)
        if first != place:
            same = {"viewpoint": match.viewpoints[0], "other": first + 1}
            problems.append(AnswerProblem("same-viewpoint", column=place + 1, data=same))
    if problems:
        raise NotUnderstoodError(problems)
    return {place: viewpoint for viewpoint, place in places.items()}


def _firsts(found: Mapping[str, Mapping[str, Mean]]) -> list[tuple[str, Mean]]:
    """Return the first row of each viewpoint."""
    return [(viewpoint, min(by.values(), key=lambda one: one.row)) for viewpoint, by in found.items()]
