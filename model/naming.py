"""Which record somebody means: its id, its number in the list, its name or the beginning of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.roadmap import record_id
from model.search import folded

if TYPE_CHECKING:
    from model.record import Record
    from model.roadmap import Roadmap


_MOST_DIGITS = 9


def name(record: Record) -> str:
    """Return what a record is called: its short name, its name or title, else its id."""
    called = (getattr(record, field, "") for field in ("short", "name", "title", "role"))
    return next((str(word) for word in called if word), record_id(record))


def named(roadmap: Roadmap, table: str, text: str) -> str:
    """Return the id of the record of a table that a text names; raise RefusedError("unknown-name")."""
    records = roadmap.table(table)
    ids = [record_id(record) for record in records]
    if text in ids:
        return text
    if text.isdecimal() and len(text) <= _MOST_DIGITS and 1 <= int(text) <= len(ids):
        return ids[int(text) - 1]
    spoken = folded(text)
    calls = [tuple(map(folded, _calls(record))) for record in records]
    same = [found for found, called in zip(ids, calls, strict=True) if spoken in called]
    begun = [found for found, called in zip(ids, calls, strict=True) if any(c.startswith(spoken) for c in called)]
    found = same or begun
    if len(found) != 1:
        raise RefusedError("unknown-name", text=text, known=tuple(map(name, records)) or ("–",))
    return found[0]


def _calls(record: Record) -> tuple[str, ...]:
    names = (getattr(record, field, "") for field in ("short", "name", "title"))
    return (record_id(record), *(str(word) for word in names if word))
