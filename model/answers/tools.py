"""What the headings around the answers tell: the tool that wrote the file, and the day of the last answer."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from model.answers.text import even, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.answers.table import Row

ABOUT_A_PERSON = frozenset(
    map(
        even,
        (
            *("id", "tunnus", "start time", "completion time", "email", "name", "last modified time", "aloitusaika"),
            *("valmistumisaika", "sähköposti", "nimi", "viimeksi muokattu", "starttid", "slutförandetid", "e-post"),
            *("namn", "aikaleima", "timestamp", "tidsstämpel", "response id", "vastauksen tunnus", "vastausnumero"),
            *("submitdate", "date submitted", "lastpage", "last page", "startlanguage", "start language", "seed"),
            *("respondent id", "collector id", "start date", "end date", "ip address", "vastaajan tunnus", "vastaaja"),
            *("nro", "nr", "no", "#", "ikä", "age", "ålder"),
        ),
    )
)
"""Headings of columns that are about who answered and when; they are never read as answers."""
_WHEN = frozenset(
    map(
        even,
        (
            *("completion time", "valmistumisaika", "slutförandetid", "aikaleima", "timestamp", "tidsstämpel"),
            *("submitdate", "date submitted", "end date", "lähetysaika", "vastausaika", "lopetusaika", "vastattu"),
        ),
    )
)
_TOOLS = (
    (
        "Microsoft Forms",
        ({"start time", "completion time"}, {"aloitusaika", "valmistumisaika"}, {"starttid", "slutforandetid"}),
    ),
    ("SurveyMonkey", ({"respondent id", "collector id"},)),
    ("LimeSurvey", ({"response id", "date submitted"}, {"submitdate", "lastpage"}, {"response id", "last page"})),
)
_FIRST_OF_GOOGLE = frozenset(map(even, ("aikaleima", "timestamp", "tidsstämpel")))
_DAYS = (re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)"), re.compile(r"()(\d{1,2})\.(\d{1,2})\.(\d{4})"))
_PRINTED = 10
"""So many characters does a day take at most."""


def tool_of(headings: Sequence[Sequence[str]]) -> str:
    """Return the name of the tool whose own columns these are, empty when it cannot be told."""
    said = {even(text) for texts in headings for text in texts}
    for tool, marks in _TOOLS:
        if any(mark <= said for mark in marks):
            return tool
    first = even(headings[0][0]) if headings and headings[0] else ""
    return "Google Forms" if first in _FIRST_OF_GOOGLE else ""


def is_about_a_person(headings: Sequence[str]) -> bool:
    """Whether a column is about who answered and when."""
    return any(even(text) in ABOUT_A_PERSON for text in headings)


def last_day(headings: Sequence[Sequence[str]], rows: Sequence[Row]) -> date | None:
    """Return the latest day in the columns that say when somebody answered; None when any of it can be misread.

    Days are read as a spreadsheet keeps them, as `2026-10-01`, or as `1.10.2026`; `10/1/2026` could be two days.
    """
    places = [place for place, texts in enumerate(headings) if any(even(text) in _WHEN for text in texts)]
    found: list[date] = []
    for place in places:
        days = _days([row[place] for row in rows if place < len(row)])
        if days is None:
            return None
        found += days
    return max(found, default=None)


def _days(cells: Sequence[object]) -> set[date] | None:
    days: set[date] = set()
    texts = {cell[:_PRINTED] for cell in cells if isinstance(cell, str)}
    for cell in (*texts, *({cell for cell in cells if not isinstance(cell, str)})):
        if isinstance(cell, datetime):
            days.add(cell.date())
        elif isinstance(cell, date):
            days.add(cell)
        elif text := shown(cell).strip():
            day = _day(text)
            if day is None:
                return None
            days.add(day)
    return days


def _day(text: str) -> date | None:
    for order, pattern in enumerate(_DAYS):
        if found := pattern.match(text):
            numbers = [int(part) for part in found.groups() if part]
            try:
                return date(*(numbers if order == 0 else reversed(numbers)))
            except ValueError:
                return None
    return None
