"""Where a sheet's headings end and its answers begin, and which column answers for which viewpoint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.answers.columns import Match, Names, headings_of
from model.answers.scale import MISSING, Answers
from model.answers.text import even, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.answers.table import Row, Table

MOST_HEADERS = 3
_LONGEST = 60
"""A longer cell holds no number, day or address alone."""
_TELLS_OF_A_PERSON = re.compile(
    r"[\d.,:/\s-]*\d[\d.,:/\s-]*(?:[ap]\.?\s?m\.?)?(?:\s?(?:gmt|utc)\S*)?|\S+@\S+", re.IGNORECASE
)
_OF_ANOTHER = ("points", "feedback", "pisteet", "palaute", "poäng", "feedback")
"""A quiz adds such columns to each question: `Points - …`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a sheet and what they name; indices from 0."""

    headers: tuple[int, ...]
    """The rows that hold headings."""
    first: int
    """The first row of answers."""
    headings: tuple[tuple[str, ...], ...]
    """What stands over each column, the lowest first."""
    matches: tuple[Match | None, ...]
    """The viewpoint that each column names."""

    @property
    def mapped(self) -> int:
        """How many columns name a viewpoint."""
        return sum(match is not None for match in self.matches)


def layout(table: Table, names: Names, answers: Answers) -> Layout | None:
    """Return the layout with which the most columns name a viewpoint; None where none does."""
    filled = [place for place in range(min(len(table.rows), 40)) if any(map(shown, table.rows[place]))]
    places = filled[: MOST_HEADERS + 1]
    tried: list[Layout] = []
    for count in range(1, len(places) + 1 if len(places) <= MOST_HEADERS else MOST_HEADERS + 1):
        found = _with_headers(table.rows, places[:count], names)
        tried.append(found)
        following = places[count] if count < len(places) else None
        if following is not None and _has_answer(table.rows[following], found, answers):
            break
    most = max((found.mapped for found in tried), default=0)
    if not most:
        return None
    best = next(place for place, found in enumerate(tried) if found.mapped == most)
    while best + 1 < len(tried) and _is_heading(table.rows[places[best + 1]], tried[best], answers):
        best += 1
    return tried[best]


def _with_headers(rows: Sequence[Row], places: Sequence[int], names: Names) -> Layout:
    chosen = [rows[place] for place in places]
    headings = headings_of(chosen, max(map(len, chosen)))
    matches = tuple(None if _is_of_another(texts) else names.match(texts) for texts in headings)
    return Layout(tuple(places), places[-1] + 1, headings, matches)


def _is_of_another(headings: Sequence[str]) -> bool:
    return any(even(text).startswith(tuple(f"{word} - " for word in _OF_ANOTHER)) for text in headings)


def _answers(row: Row, found: Layout, answers: Answers) -> list[int | None]:
    pairs = zip(row, found.matches, strict=False)
    return [answers.read(cell) for cell, match in pairs if match is not None]


def _has_answer(row: Row, found: Layout, answers: Answers) -> bool:
    return any(answer not in (None, MISSING) for answer in _answers(row, found, answers))


def _is_heading(row: Row, found: Layout, answers: Answers) -> bool:
    """Whether a row under headings is one more: no answer in it, other words instead, and nothing of a respondent."""
    read = _answers(row, found, answers)
    return None in read and all(answer in (None, MISSING) for answer in read) and not any(map(_is_data, row))


def _is_data(cell: object) -> bool:
    if isinstance(cell, str):
        return len(cell) < _LONGEST and bool(_TELLS_OF_A_PERSON.fullmatch(cell.strip()))
    return isinstance(cell, (int, float, date))
