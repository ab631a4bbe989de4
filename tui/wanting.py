"""What a typed line asks of the history: ids, meetings, times, kinds of change, names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from exporters import filters
from exporters.terms import word
from model.edits import RefusedError
from model.halfyear import AmbiguousHalfYearError, HalfYear
from model.search import folded
from model.spoken import any_day
from model.wanted import KINDS, Wanted
from tui.cli.errors import AmbiguousIdError, NoSuchIdError
from tui.cli.ids import place_of, viewpoint_id

if TYPE_CHECKING:
    from exporters.words import Words
    from model.roadmap import Roadmap

_YEAR = re.compile(r"(19|20)\d\d")
_ID = re.compile(r"[^\W\d_]{1,3}-?\d{1,4}")
_NEAR = 3
"""A viewpoint or a kind is known by no fewer letters."""


def typed(text: str, roadmap: Roadmap, words: Words) -> Wanted:
    """Return what a line asks for: ids, meetings, half-years, days, kinds and names, with commas between or spaces.

    `T07, 3/2026`, `siirrot k26`, `1.8.2026–30.9.2026`, `Sähköiset palvelut`. What is none of these is somebody's name.
    """
    wanted, left = Wanted(), []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = read(part, roadmap, words, wanted=wanted)
        pieces = [] if found else part.split()
        wanted = found or wanted
        for piece in pieces:
            known = read(piece, roadmap, words, wanted=wanted)
            wanted = known or wanted
            left += [] if known else [piece]
    return replace(wanted, person=" ".join(left))


def read(text: str, roadmap: Roadmap, words: Words, *, wanted: Wanted) -> Wanted | None:
    """Return a filter with one thing more that is asked for; None for a text that names nothing, or a person."""
    if (found := _record(text, roadmap)) is not None:
        return _about(wanted, *found)
    if (days := span(text)) is not None:
        return replace(wanted, first=days[0], last=days[1])
    if kind := next((one for one in KINDS if _is_called(text, word(words, filters.KIND, one))), None):
        return replace(wanted, kinds=wanted.kinds | {kind})
    try:
        viewpoint = viewpoint_id(roadmap, text) if len(text) >= _NEAR else ""
    except (NoSuchIdError, AmbiguousIdError):
        return None
    return replace(wanted, viewpoint=viewpoint) if viewpoint else None


def span(text: str) -> tuple[date | None, date | None] | None:
    """Return the first and the last day of a typed time: a year, a half-year, a day, from one to another or open."""
    spoken = text.strip()
    if _YEAR.fullmatch(spoken):
        return date(int(spoken), 1, 1), date(int(spoken), 12, 31)
    try:
        half = HalfYear.typed(spoken)
    except (AmbiguousHalfYearError, ValueError):
        first, dash, last = re.sub(r"\s*[–−]\s*", "-", spoken).partition("-")
        return _days(first, last, dash)
    return half.first_day, half.last_day


def _days(first: str, last: str, dash: str) -> tuple[date | None, date | None] | None:
    try:
        begins, ends = (any_day(part) if part.strip() else None for part in (first, last))
    except RefusedError:
        return None
    if not dash:
        return (begins, begins) if begins else None
    return (begins, ends) if begins or ends else None


def _about(wanted: Wanted, table: str, record: str) -> Wanted:
    """Return a filter by a record: of a viewpoint its measures come along, of a meeting what it decided."""
    if table == "viewpoints":
        return replace(wanted, viewpoint=record)
    return replace(wanted, meeting=record) if table == "meetings" else replace(wanted, table=table, record=record)


def _record(text: str, roadmap: Roadmap) -> tuple[str, str] | None:
    try:
        return place_of(roadmap, text)
    except NoSuchIdError:
        return ("measures", text.upper()) if _ID.fullmatch(text) and not _is_time(text) else None
    except AmbiguousIdError as error:
        return ("", error.names[0].rpartition("/")[2])


def _is_time(text: str) -> bool:
    """Whether a text that looks like an id of a record that has gone is a half-year, `k26`."""
    return span(text) is not None


def _is_called(text: str, name_of_kind: str) -> bool:
    spoken = folded(text)
    return len(spoken) > _NEAR and folded(name_of_kind).startswith(spoken)
