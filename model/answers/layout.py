"""Where a sheet's headings end and its answers begin, and which column answers for which viewpoint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.answers.columns import Match, Names, headings_of
from model.answers.scale import MISSING, Answers
from model.answers.text import even, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.answers.table import Row, Table

MOST_HEADERS = 3
_NOTES = frozenset(map(even, ("Response", "Open-Ended Response", "Vastaus", "Avoin vastaus", "Svar", "Öppet svar")))
"""What SurveyMonkey puts under a question."""
_IMPORTED = '{"ImportId"'
"""What Qualtrics puts there."""
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
    chosen = tried[best]
    for place in places[best + 1 : MOST_HEADERS]:
        if not _is_note(table.rows[place], chosen):
            break
        chosen = replace(chosen, headers=(*chosen.headers, place), first=place + 1)
    return chosen


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


def _is_note(row: Row, found: Layout) -> bool:
    """Whether a row under headings is a tool's note on them, and no answer: any other words may be somebody's own."""
    said = [shown(cell).strip() for cell, match in zip(row, found.matches, strict=False) if match is not None]
    return any(said) and all(even(text) in _NOTES or text.startswith(_IMPORTED) for text in said if text)
