"""A text in the making: changes go, one after the other, into plain values and then into the texts of blocks.

The values are what was meant, the texts are the attempt; `patch` compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from model.diff import Change, ChangedMeanwhileError
from model.file import intent, render, splice
from model.file.document import raw_id
from model.file.entries import Entries
from model.file.pieces import pieces
from model.file.same import same
from model.file.scan import comments
from model.file.sheet import Part, Sheet
from model.plain import plain
from model.records import kind_of
from model.roadmap import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from model.file.document import Document


@dataclass(slots=True)
class _Record:
    """A record of the roadmap that is meant, and its place on the sheet."""

    values: intent.Values
    part: Part | None
    """None in a document that is not simple."""
    lists: dict[str, Entries] = field(default_factory=dict)
    """Its nested lists in which something changed."""


class Draft:
    """Changes made to a document: the values that are meant and the texts that should have them."""

    def __init__(self, document: Document, changes: Iterable[Change]) -> None:
        """Make the changes; raise ChangedMeanwhileError where a record or an entry is not there."""
        self._document = document
        self._newline = document.newline
        self._sheet = Sheet(document)
        self._records: dict[str, list[_Record]] = {}
        self._names: dict[str, list[str]] = {}
        for change in intent.corrected(changes):
            self._make(change)
        for table, records in self._records.items():
            for record in records:
                for name, entries in record.lists.items():
                    self._settle(record, (table, name), entries)
        self.values: Mapping[str, Any] = self._values()
        """The values that the new text must have."""
        self.gone = self._sheet.gone
        """The comments of removed records and entries."""

    def texts(self) -> Iterator[str]:
        """Yield the attempts, finest first: records spliced, then every changed record written anew."""
        yield self._sheet.text()
        yield self._sheet.text(all_anew=True)

    def _values(self) -> Mapping[str, Any]:
        values = {name: value for name, value in self._document.values.items() if name not in self._records}
        for table, records in self._records.items():
            found = [record.values for record in records]
            if found:
                values[table] = found[0] if table in SINGLE else found
        return values

    def _make(self, change: Change) -> None:
        table = change.table
        if change.field is None and change.after is not None and change.before is None:
            self._add(table, plain(change.after), change.position)
            return
        if table in SINGLE and not self._of(table):
            self._add(table, {}, None)
        position = self._position(change)
        record = self._of(table)[position]
        if change.field is None:
            del self._names[table]
            self._correct_or_remove(change, record)
        elif change.key is None:
            self._set_field(record, change, change.field)
        else:
            self._entries(record, change, change.field).make(change)

    def _correct_or_remove(self, change: Change, record: _Record) -> None:
        if change.after is not None:
            for name, content in intent.entry_edits(change.before, change.after).items():
                self._set_key(record, name, content)
            return
        self._records[change.table] = [other for other in self._of(change.table) if other is not record]
        if record.part is not None:
            self._sheet.remove(record.part)

    def _of(self, table: str) -> list[_Record]:
        """Return the records of a table, in a list that is ours to change."""
        if table not in self._records:
            values = self._document.records(table)
            parts: list[Part | None] = [*self._sheet.parts(table)] or [None] * len(values)
            self._records[table] = list(map(_Record, values, parts))
        return self._records[table]

    def _position(self, change: Change) -> int:
        """Return where a change's record stands; a second one of the same id has a stroke, as in `diff`."""
        names = self._names.get(change.table)
        if names is None:
            values = [record.values for record in self._of(change.table)]
            names = self._names[change.table] = _names(change.table, values)
        if change.record not in names or (change.field is not None and f"{change.record}'" in names):
            raise ChangedMeanwhileError(change, None)
        return names.index(change.record)

    def _add(self, table: str, values: intent.Values, position: int | None) -> None:
        records = self._of(table)
        at = len(records) if position is None else min(position, len(records))
        part = None
        if self._document.is_simple:
            part = self._sheet.insert(table, render.table((table,), values, listed=table not in SINGLE), at)
        records.insert(at, _Record(values, part))
        self._names.pop(table, None)

    def _set_field(self, record: _Record, change: Change, name: str) -> None:
        kind, values = kind_of(change.table), record.values
        content = intent.toml(kind, name, change.after)
        if name not in values and (content is None or intent.is_default(kind, name, change.after)):
            return
        if name not in values or not same(values[name], content):
            self._set_key(record, name, content)

    def _set_key(self, record: _Record, name: str, content: object) -> None:
        record.values = intent.edited(record.values, {name: content})
        if record.part is not None:
            record.part.edit(lambda text: self._with_keys(text, {name: content}))
            record.part.values = record.values

    def _entries(self, record: _Record, change: Change, name: str) -> Entries:
        kind = intent.nested_kind(kind_of(change.table), name)
        if kind is None:
            raise ChangedMeanwhileError(change, record.values.get(name))
        return record.lists.setdefault(name, Entries(kind, record.values.get(name, [])))

    def _settle(self, record: _Record, path: tuple[str, str], entries: Entries) -> None:
        """Bring a list that changed into the values and the text of its record."""
        name = path[1]
        entries.settle()
        record.values = intent.edited(record.values, {name: [entry.values for entry in entries.entries] or None})
        if record.part is not None:
            record.part.edit(lambda text: self._with_list(text, path, entries))
            record.part.values = record.values

    def _with_list(self, text: str, path: tuple[str, str], entries: Entries) -> str:
        table, name = path
        if entries.is_only_edited and (edited := self._within_pieces(text, name, entries)) is not None:
            return edited
        places = [section for section in splice.sections(text) if section.name == name]
        if len(places) != entries.count:
            raise splice.NotSpliceableError(name)  # a list that is not written as `[[…]]` throughout
        for origin in reversed(entries.gone):
            text, gone = splice.without_entry(text, name=name, position=origin)
            self._sheet.gone.extend(comments(gone))
        if entries.gone:
            places = [section for section in splice.sections(text) if section.name == name]
        kept = [entry for entry in entries.entries if entry.origin is not None]
        for entry, place in reversed(list(zip(kept, places, strict=True))):  # from the end: places before stay right
            if entry.edits:
                edited = self._with_keys(text[place.lead : place.end], entry.edits)
                text = text[: place.lead] + edited + text[place.end :]
        order, position = intent.keys_of(kind_of(table)), 0
        for is_new, run in groupby(entries.entries, key=lambda entry: entry.origin is None):
            found = list(run)
            if is_new:
                rendered = [render.table(path, entry.values, listed=True) for entry in found]
                text = splice.with_entries(
                    text, rendered, name=name, position=position, order=order, newline=self._newline
                )
            position += len(found)
        return text

    def _within_pieces(self, text: str, name: str, entries: Entries) -> str | None:
        """Return the text of a long record with entries edited, or None where that is told only by all its lines."""
        found = pieces(text) or ()
        places = [number for number, piece in enumerate(found) if piece.name == name]
        if len(places) != entries.count:
            return None
        texts = [piece.text for piece in found]
        for entry, place in zip(entries.entries, places, strict=True):
            if entry.edits:
                texts[place] = self._with_keys(texts[place], entry.edits)
        return "".join(texts)

    def _with_keys(self, text: str, edits: Mapping[str, object]) -> str:
        """Return a text with the keys of its first section edited: a record's own, or those of an entry alone."""
        for key, content in edits.items():
            section = splice.sections(text)[0]
            if content is None:
                text = splice.without_key(text, section, key, newline=self._newline)
            else:
                order = _key_order(section)
                text = splice.with_key(text, section, (key, content), order=order, newline=self._newline)
        return text


def _names(table: str, records: list[intent.Values]) -> list[str]:
    """Return the ids of records, a second one of the same id with a stroke."""
    names: dict[str, None] = {}
    for values in records:
        name = raw_id(table, values)
        while name in names:
            name += "'"
        names[name] = None
    return list(names)


def _key_order(section: splice.Section) -> tuple[str, ...]:
    kind = kind_of(section.head.path[0] if section.head else "")
    inner = intent.nested_kind(kind, section.name) if section.name else kind
    return intent.keys_of(inner) if inner else ()
