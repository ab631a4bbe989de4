"""One record in full as plain lines: `label: value`, then its dated entries as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.approvals import approved_end_text
from exporters.coming import attendance_facts
from exporters.entries import entry_fact
from exporters.facts import ARROW, Telling
from exporters.indicators import effect_lines, goal_lines
from exporters.services import dependants_line, when
from exporters.show import level_line
from exporters.terms import capital, field_name, status, table_name
from exporters.values import NOTHING, item_place, value
from model.diff import Change, key_of_field, value_of
from model.levels import levels
from model.meeting import Attendance
from model.moving import overruled, unfulfilled
from model.record import Record
from model.records import Goal, Measure, Score, Service, Target, Viewpoint
from model.roadmap import record_id
from model.services import endings_of
from model.standing import is_late
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap

_LOST: Mapping[str, Callable[[Measure], frozenset[int]]] = {"moves": overruled, "log": unfulfilled}
"""For a measure's lists what finds the entries that are not in force."""


def card(roadmap: Roadmap, words: Words, place: tuple[str, str], *, half: HalfYear, today: date | None = None) -> str:
    """Return a record, named by its table and id, as text; raise NoSuchRecordError.

    Fields that are empty are left out, but for those that every record of its kind should have. `today` tells which
    of the outside services that a measure depends on have ended.
    """
    table, _ = place
    record = roadmap.record(*place)
    telling = Telling(words, roadmap)
    lines = [
        _title(words, table, record),
        *_computed(telling, record, half),
        *_ends(telling, record, today),
        *_figures(telling, record, today),
        *_fields(telling, table, record),
    ]
    return "\n".join((*lines, *_entries(telling, table, record))) + "\n"


def entry_lines(roadmap: Roadmap, words: Words, place: tuple[str, str], *, field: str) -> tuple[str, ...]:
    """Return the entries of a record's list (`log`, `funding`…), a line each; raise NoSuchRecordError."""
    table, name = place
    return tuple(_lines(Telling(words, roadmap), table, roadmap.record(table, name), field=field))


def _title(words: Words, table: str, record: Record) -> str:
    name = one_line(str(getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "role", "")))
    return f"{capital(table_name(words, table))} {one_line(record_id(record))} {name}".rstrip()


def _computed(telling: Telling, record: Record, half: HalfYear) -> Iterator[str]:
    """Yield what follows from the record's fields and is stored nowhere."""
    words = telling.words
    if isinstance(record, Measure):
        yield f"{capital(field_name(words, 'status'))}: {status(words, record, late=is_late(record, half))}"
    if isinstance(record, Viewpoint):
        yield level_line(levels(record), words)


def _ends(telling: Telling, record: Record, today: date | None) -> Iterator[str]:
    """Yield which services end on which a measure depends, and what depends on a service."""
    if isinstance(record, Measure) and today and record.services:
        ending = endings_of(telling.roadmap, record, today)
        yield from (f"{when(one, telling.words)}: {telling.words.t('to be assessed anew')}" for one in ending)
    if isinstance(record, Service):
        yield dependants_line(telling.roadmap, record, telling.words)


def _figures(telling: Telling, record: Record, today: date | None) -> Iterator[str]:
    """Yield the indicators that a measure is meant to move, before and after, and those of a goal."""
    if isinstance(record, Measure):
        yield from effect_lines(telling.roadmap, telling.words, record)
    if isinstance(record, Goal) and today:
        yield from goal_lines(telling.roadmap, telling.words, record.id, today=today)


def _fields(telling: Telling, table: str, record: Record) -> Iterator[str]:
    kind = type(record)
    shown_already = {*kind.KEY, "title", "name", *({"status"} if isinstance(record, Measure) else ())}
    for name in (*kind.model_fields, *(record.model_extra or {})):
        of = value_of(record, name)
        if name in shown_already or _is_nested(of):
            continue
        key = key_of_field(kind, name)
        shown = value(telling.words, telling.roadmap, (table, key), of=of, limit=None)
        approved = approved_end_text(telling.roadmap, telling.words, record) if key == "end" else ""
        if approved:
            shown = f"{shown} ({approved})"
        if shown != NOTHING or key == "responsible":
            yield f"{capital(field_name(telling.words, key))}: {shown}"


def _entries(telling: Telling, table: str, record: Record) -> Iterator[str]:
    for name in type(record).model_fields:
        if _is_nested(getattr(record, name)):
            yield f"{capital(field_name(telling.words, name))}:"
            yield from _lines(telling, table, record, field=name)


def _lines(telling: Telling, table: str, record: Record, *, field: str) -> Iterator[str]:
    """Yield the entries of a list, a line each; of one that another one has overruled that it is not in force."""
    lost = _LOST[field](record) if isinstance(record, Measure) and field in _LOST else ()
    for place, entry in enumerate(getattr(record, field)):
        said = _entry(telling, Change(table, record_id(record), field, (), after=entry))
        yield f"{said} ({telling.words.t('not in force')})" if place in lost else said


def _entry(telling: Telling, change: Change) -> str:
    """Return an entry on one line: its day, what it says, and the meeting and § in which it was made."""
    entry: Record = change.after
    fact = (
        next(iter(attendance_facts(telling, (change,))))
        if isinstance(entry, Attendance)
        else entry_fact(telling, change)
    )
    day = telling.words.date(entry.date) if hasattr(entry, "date") else ""
    name = fact.record.removeprefix(telling.label(change.table, change.record)).strip()
    what = "" if isinstance(entry, Attendance | Target) else fact.what
    detail = fact.detail.rpartition(ARROW)[2] if isinstance(entry, Score) else fact.detail
    said = ": ".join(part for part in (what, f"{detail} {fact.aside}".strip()) if part)
    return " ".join(part for part in (day, name, said, _decided(entry)) if part)


def _decided(entry: Record) -> str:
    place = item_place(getattr(entry, "meeting", ""), getattr(entry, "item", None))
    return f"({place})" if place else ""


def _is_nested(of: object) -> bool:
    return isinstance(of, tuple) and bool(of) and isinstance(of[0], Record)
