"""A value of any field as a person reads it: half-years, words of closed sets, names for ids."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.formats import EN_DASH
from exporters.terms import WORDS_OF, word
from model.halfyear import HalfYear
from model.text import one_line

if TYPE_CHECKING:
    from exporters.words import Words
    from model.record import Record
    from model.roadmap import Roadmap
    from model.survey import Group

LONGEST = 60
"""A text inside a sentence is cut to so many characters; the whole of it is in the file and in JSON."""

NOTHING = "–"
"""What stands for an empty value."""

VOTE = ("meetings.items", "vote")
"""The field that holds one word or votes, `4-2`."""

_NAMED: dict[str, str] = {
    "goals": "goals",
    "viewpoints": "viewpoints",
    "indicators": "indicators",
    "sectors": "sectors",
    "sector": "sectors",
    "services": "services",
    "responsible": "members",
    "member": "members",
    "chair": "members",
    "secretary": "members",
    "who": "members",
    "by": "members",
}
"""Keys whose values may be the id of another table's record."""


def value(words: Words, roadmap: Roadmap, place: tuple[str, str], *, of: object, limit: int | None = LONGEST) -> str:
    """Return a field's value in words, a text cut to `limit`; `place` is its table and key. Nothing is a dash."""
    match of:
        case None | "" | ():
            shown = NOTHING
        case tuple():
            shown = ", ".join(value(words, roadmap, place, of=part, limit=limit) for part in of)
        case bool():
            shown = words.t("yes") if of else words.t("no")
        case HalfYear():
            shown = words.half(of)
        case date():
            shown = words.date(of)
        case time():
            shown = words.time(of)
        case Decimal():
            shown = words.euros(of) if place == ("measures.funding", "amount") else words.number(of)
        case str():
            shown = one_line(_text(words, roadmap, place, of=of), limit=limit)
        case _:
            shown = one_line(str(of), limit=limit)
    return shown


def item_place(meeting: str, item: int | str | None) -> str:
    """Return where something was decided: `3/2026 § 5`, the meeting alone without a §, nothing without a meeting."""
    known = one_line(meeting)
    return f"{known} § {one_line(str(item))}" if known and item not in (None, "") else known


def record_name(roadmap: Roadmap, table: str, record: str) -> str:
    """Return what a record is called: its short name, name, role or title, else its id."""
    found = roadmap.find(table, record)
    return name_of(found) if found else one_line(record)


def group_name(roadmap: Roadmap, group: Group) -> str:
    """Return whose answers to what a group of a survey is: `Sähköiset palvelut, Sivistystoimi`."""
    return f"{record_name(roadmap, 'viewpoints', group.viewpoint)}, {record_name(roadmap, 'sectors', group.sector)}"


def name_of(record: Record) -> str:
    """Return the first that a record has of short name, name, role, title and number, else its id."""
    names = (getattr(record, field, "") for field in ("short", "name", "role", "title", "number", "body", "id"))
    return one_line(next((str(name) for name in names if name), ""))


def _text(words: Words, roadmap: Roadmap, place: tuple[str, str], *, of: str) -> str:
    table, key = place
    if place == VOTE:
        return words.t("unanimous") if of == "unanimous" else of.replace("-", EN_DASH)
    if place in WORDS_OF:
        return word(words, WORDS_OF[place], of)
    if key in _NAMED and table != key and roadmap.find(_NAMED[key], of):
        return record_name(roadmap, _NAMED[key], of)
    return of
