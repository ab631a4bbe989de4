"""The column that tells in which branch of administration somebody works, and the branches in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.answers.problems import AnswerProblem, refused
from model.answers.text import even, question, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from model.answers.layout import Layout
    from model.answers.table import Row
    from model.roadmap import Roadmap

NOBODYS = ""
"""The sector of those who did not say theirs."""
NONE = "-"
"""Typed for a sector column: there is none to be read."""
_HEADINGS = ("toimiala", "hallinnonala", "palvelualue", "vastuualue", "toimialue", "sektor", "sector", "förvaltning")
_LOOKED_AT = 200


class Sectors:
    """Reads the branches of one roadmap from cells."""

    def __init__(self, roadmap: Roadmap, remembered: Mapping[str, str]) -> None:
        """Know the names of a roadmap's sectors, and what was said of others: a text and its sector, `""` for none."""
        self.known: dict[str, str] = {}
        for sector in roadmap.sectors:
            for text in (*sector.aliases, sector.name, sector.id):
                self.known[even(text)] = sector.id
        self.known.update({even(text): sector for text, sector in remembered.items()})

    def read(self, cell: object) -> str | None:
        """Return the sector's id, NOBODYS for an empty cell; None when no sector is called so."""
        text = even(shown(cell))
        return self.known.get(text) if text else NOBODYS


def sector_column(found: Layout, rows: Sequence[Row], sectors: Sectors, *, asked: str = "") -> int | None:
    """Return the column of the sectors, by its heading or because all its cells name one; None without any.

    Raises NotUnderstoodError when the asked column is not there, or several may be meant.
    """
    if asked == NONE or not (sectors.known or asked):
        return None
    places = [place for place, match in enumerate(found.matches) if match is None]
    if asked:
        chosen = [place for place in places if question(asked) in map(question, found.headings[place])]
        if not chosen:
            raise refused("no-such-column", heading=asked)
    else:
        chosen = [place for place in places if _names_sectors(rows, place, sectors)]
        chosen = chosen or [place for place in places if _is_named(found.headings[place])]
    if len(chosen) > 1:
        first, second = chosen[:2]
        raise refused(
            "several-sector-columns",
            column=first + 1,
            heading=found.headings[first][0],
            other=found.headings[second][0],
        )
    return chosen[0] if chosen else None


def not_sectors(cells: Iterable[tuple[int, object]], column: int, sectors: Sectors) -> Iterator[AnswerProblem]:
    """Yield the cells, given with their rows from 0, that name no sector."""
    for row, cell in cells:
        if sectors.read(cell) is None:
            yield AnswerProblem("not-a-sector", row + 1, column + 1, data={"text": shown(cell)})


def _is_named(headings: Sequence[str]) -> bool:
    return any(question(text).startswith(_HEADINGS) or question(text).endswith(_HEADINGS) for text in headings)


def _names_sectors(rows: Sequence[Row], place: int, sectors: Sectors) -> bool:
    """Whether the first cells of a column name sectors and nothing else."""
    read = {sectors.read(row[place]) for row in rows[:_LOOKED_AT] if place < len(row)}
    return None not in read and bool(read - {NOBODYS})
