"""Texts of the file in a second language: `title_sv` stands beside `title`, and an export in Swedish takes it.

A text of any record may have a companion whose key ends in a language. What has none is read in the language of
the roadmap, and can be listed: nothing is translated by the program.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from model.indicator import Indicator, YearValue
from model.meeting import Action, Attendance, Item, Meeting, Reopening
from model.record import Record
from model.records import (
    Goal,
    Head,
    LogEntry,
    Measure,
    Member,
    Move,
    Proposal,
    Score,
    Sector,
    Service,
    Target,
    Viewpoint,
)
from model.roadmap import SINGLE, record_id
from model.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from model.roadmap import Roadmap

LANGUAGES: tuple[str, ...] = ("fi", "sv", "en")
"""The languages that a text may have beside its own."""

TEXTS: Mapping[type[Record], tuple[str, ...]] = {
    Head: ("title", "organisation", "team", "owner", "place", "approver", "foreword", "vision", "operating_model"),
    Sector: ("name",),
    Member: ("role", "deputy", "task"),
    Goal: ("title", "description", "theme"),
    Viewpoint: ("name", "short"),
    Score: ("note",),
    Target: ("note",),
    Survey: ("name", "note"),
    Indicator: ("title", "unit", "source", "keeper"),
    YearValue: ("note",),
    Service: ("name", "provider", "note"),
    Measure: ("title", "responsible", "needs", "evidence", "continuation", "home", "lesson", "public"),
    Move: ("reason",),
    LogEntry: ("text",),
    Proposal: ("heading", "background", "proposal", "by"),
    Meeting: ("place", "chair", "secretary", "publicity"),
    Attendance: ("guest",),
    Item: ("heading", "background", "proposal", "discussion", "decision"),
    Action: ("task", "who"),
    Reopening: ("reason",),
}
"""The fields of each class that are a person's own words; what is internal is never exported and has none."""

_SEATS = frozenset({"chair", "secretary", "who", "responsible"})
"""Fields that hold a member's id or somebody's own words."""


class Lack(NamedTuple):
    """A text that an export shows in the roadmap's language for want of another: `meetings`, `3/2026`, § 5, `decision`.

    `item` and `action` are the numbers of the § or task that it is part of; None where it is the record's own.
    """

    table: str
    record: str
    field: str
    item: int | None = None
    action: int | None = None


@cache
def companions(kind: type[Record]) -> tuple[str, ...]:
    """Return the keys that a record of a class may have for its texts in other languages: `title_sv` and its kin."""
    return tuple(f"{field}_{language}" for field in TEXTS.get(kind, ()) for language in LANGUAGES)


def parted(key: str) -> tuple[str, str]:
    """Return a companion's field and language, `("title", "sv")`; the language is empty for any other key."""
    field, _, language = key.rpartition("_")
    return (field, language) if field and language in LANGUAGES else (key, "")


def text(record: Record, field: str, language: str) -> str:
    """Return a text of a record in a language, or in its own where there is none in that one."""
    return _companion(record, field, language) or str(getattr(record, field))


def translated(roadmap: Roadmap, language: str) -> Roadmap:
    """Return the roadmap as an export in a language reads it: each text in that language, as far as there is one."""
    if language == roadmap.head.language:
        return roadmap
    update: dict[str, object] = {
        name: tuple(_translated(record, language) for record in value)
        for name in type(roadmap).model_fields
        if isinstance(value := getattr(roadmap, name), tuple)
    }
    update |= {name: _translated(getattr(roadmap, name), language) for name in SINGLE.values()}
    return roadmap.model_copy(update=update)


def lacking(roadmap: Roadmap, meeting: Meeting, language: str) -> tuple[Lack, ...]:
    """Return the texts of a meeting's minutes that have no companion in a language, in the order of the minutes."""
    if language == roadmap.head.language:
        return ()
    return tuple(dict.fromkeys(_lacking(roadmap, meeting, language)))


def lacking_fields(roadmap: Roadmap, language: str, printed: Mapping[str, Iterable[str]]) -> tuple[Lack, ...]:
    """Return the texts of a roadmap that have no companion in a language: those of `printed`, fields by table."""
    if language == roadmap.head.language:
        return ()
    return tuple(
        Lack(table, record_id(record), field)
        for table, fields in printed.items()
        for record in roadmap.table(table)
        for field in _missing(record, fields, language)
        if not _is_seat(roadmap, record, field)
    )


def _lacking(roadmap: Roadmap, meeting: Meeting, language: str) -> Iterator[Lack]:
    def of(table: str, record: Record, *fields: str) -> Iterator[Lack]:
        yield from (Lack(table, record_id(record), field) for field in _missing(record, fields, language))

    number = meeting.number
    yield from of("roadmap", roadmap.head, "organisation", "team")
    yield from of("meetings", meeting, *(field for field in TEXTS[Meeting] if not _is_seat(roadmap, meeting, field)))
    for table, field in (("members", "role"), ("sectors", "name")):
        for seat in roadmap.table(table):
            yield from of(table, seat, field)
    yield from (
        Lack("meetings", number, "guest") for entry in meeting.attendance if _missing(entry, ("guest",), language)
    )
    for item in meeting.items:
        for name in item.subjects:
            yield from _of_subject(roadmap, name, language)
        yield from (
            Lack("meetings", number, field, item=item.number) for field in _missing(item, TEXTS[Item], language)
        )
    for action in meeting.actions:
        fields = tuple(field for field in TEXTS[Action] if not _is_seat(roadmap, action, field))
        yield from (
            Lack("meetings", number, field, action=action.number) for field in _missing(action, fields, language)
        )


def _of_subject(roadmap: Roadmap, name: str, language: str) -> Iterator[Lack]:
    for table, field in (("measures", "title"), ("viewpoints", "name")):
        found = roadmap.find(table, name)
        if found is not None:
            yield from (Lack(table, name, lack) for lack in _missing(found, (field,), language))


def _missing(record: Record, fields: Iterable[str], language: str) -> list[str]:
    return [
        field for field in fields if str(getattr(record, field)).strip() and not _companion(record, field, language)
    ]


def _is_seat(roadmap: Roadmap, record: Record, field: str) -> bool:
    """Whether a field names a member, whose role has a companion of its own."""
    return field in _SEATS and roadmap.find("members", getattr(record, field)) is not None


def _companion(record: Record, field: str, language: str) -> str:
    found = (record.model_extra or {}).get(f"{field}_{language}")
    return found if isinstance(found, str) and found.strip() else ""


def _translated(record: Record, language: str) -> Record:
    """Return a record with its texts and those of its entries in a language; the record itself where it has none."""
    update: dict[str, object] = {}
    for field in TEXTS.get(type(record), ()):
        if found := _companion(record, field, language):
            update[field] = found
    for name in type(record).model_fields:
        entries = getattr(record, name)
        if isinstance(entries, tuple) and entries and isinstance(entries[0], Record):
            changed = _same_guests(tuple(_translated(entry, language) for entry in entries), entries)
            if any(one is not other for one, other in zip(changed, entries, strict=True)):
                update[name] = changed
    return record.model_copy(update=update) if update else record


def _same_guests(changed: tuple[Record, ...], entries: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return entries in which a guest has one name: the list of who was there knows a guest by it."""
    names = {
        old.guest: new.guest
        for old, new in zip(entries, changed, strict=True)
        if isinstance(old, Attendance) and isinstance(new, Attendance) and old is not new
    }
    return tuple(
        one.model_copy(update={"guest": names[one.guest]})
        if isinstance(one, Attendance) and one.guest in names
        else one
        for one in changed
    )
