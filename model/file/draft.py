"""A text in the making: changes go, one after the other, into the texts of blocks and into plain values.

The values are what was meant, the texts are the attempt; `patch` compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.file import intent, render, splice
from model.file.document import raw_id
from model.file.intent import StaleChangeError
from model.file.scan import comments
from model.file.sheet import Sheet
from model.plain import plain
from model.roadmap import SINGLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from model.diff import Change
    from model.file.document import Document


class Draft:
    """Collects changes to a document; made for one patch and then thrown away."""

    def __init__(self, document: Document) -> None:
        """Begin with the document as it is."""
        self._document = document
        self._sheet = Sheet(document)
        self._records: dict[str, list[intent.Values]] = {}
        self._names: dict[str, list[str]] = {}

    @property
    def gone(self) -> list[str]:
        """The comments of removed records and entries."""
        return self._sheet.gone

    @property
    def values(self) -> Mapping[str, Any]:
        """The values that the new text must have."""
        changed = {name: found[0] if name in SINGLE else found for name, found in self._records.items() if found}
        kept = {name: value for name, value in self._document.values.items() if name not in self._records}
        return kept | changed

    def make(self, change: Change) -> None:
        """Make a change; raise StaleChangeError where its record or entry is not there."""
        if change.field is None and change.after is not None:
            self._add(change.table, plain(change.after), change.position)
            return
        if change.table in SINGLE and not self._of(change.table):
            self._add(change.table, {}, None)
        position = self._position(change)
        if change.field is None:
            del self._of(change.table)[position]
            del self._names[change.table]
            self._sheet.remove(change.table, position)
        elif change.key is None:
            self._set_field(change, change.field, position)
        else:
            self._set_entry(change, change.field, position)

    def texts(self) -> Iterator[str]:
        """Yield the attempts, finest first: records spliced, then every changed record written anew."""
        yield self._sheet.text(self._of)
        yield self._sheet.text(self._of, all_anew=True)

    def _of(self, table: str) -> list[intent.Values]:
        """Return the values of a table's records, in a list that is ours to change."""
        if table not in self._records:
            self._records[table] = list(self._document.records(table))
        return self._records[table]

    def _position(self, change: Change) -> int:
        """Return where a change's record stands; a second one of the same id has a stroke, as in `diff`."""
        names = self._names.get(change.table)
        if names is None:
            names = self._names[change.table] = _names(change.table, self._of(change.table))
        if change.record not in names or (change.field is not None and f"{change.record}'" in names):
            raise StaleChangeError(change)
        return names.index(change.record)

    def _add(self, table: str, values: intent.Values, position: int | None) -> None:
        records = self._of(table)
        at = len(records) if position is None else min(position, len(records))
        self._sheet.insert(table, render.table((table,), values, listed=table not in SINGLE), at)
        records.insert(at, values)
        self._names.pop(table, None)

    def _set_field(self, change: Change, name: str, position: int) -> None:
        kind, values = intent.kind_of(change.table), self._of(change.table)[position]
        content = intent.toml(kind, name, change.after)
        if name not in values and (content is None or intent.is_default(kind, name, change.after)):
            return
        if name in values and intent.same(values[name], content):
            return
        self._sheet.splice(change.table, position, lambda text: self._with_keys(text, {name: content}))
        self._of(change.table)[position] = intent.edited(values, {name: content})

    def _set_entry(self, change: Change, name: str, position: int) -> None:
        kind, values = intent.kind_of(change.table), self._of(change.table)[position]
        inner, entries = intent.nested_kind(kind, name), list(values.get(name, []))
        count = len(entries)
        at = intent.entry_position(inner, entries, change) if inner else None
        if (at is None) != (change.before is None):
            raise StaleChangeError(change)
        if at is None:
            at = count if change.position is None else min(change.position, count)
            entries.insert(at, plain(change.after))
            edit = self._adding(change, name, at)
        elif change.after is None:
            del entries[at]
            edit = self._removing(name, at)
        else:
            edits = intent.entry_edits(change.before, change.after)
            entries[at] = intent.edited(entries[at], edits)
            edit = self._editing(name, at, edits)
        self._sheet.splice(change.table, position, _on_listed(name, count, edit))
        self._of(change.table)[position] = intent.edited(values, {name: entries or None})

    def _adding(self, change: Change, name: str, at: int) -> Callable[[str], str]:
        order = intent.keys_of(intent.kind_of(change.table))
        rendered = render.table((change.table, name), plain(change.after), listed=True)
        newline = self._document.newline
        return lambda text: splice.with_entry(text, rendered, name=name, position=at, order=order, newline=newline)

    def _removing(self, name: str, at: int) -> Callable[[str], str]:
        def edit(text: str) -> str:
            kept, gone = splice.without_entry(text, name=name, position=at)
            self.gone.extend(comments(gone))
            return kept

        return edit

    def _editing(self, name: str, at: int, edits: Mapping[str, object]) -> Callable[[str], str]:
        return lambda text: self._with_keys(text, edits, name=name, number=at)

    def _with_keys(self, text: str, edits: Mapping[str, object], *, name: str = "", number: int = 0) -> str:
        """Return a record's text with keys edited: its own (no name), or those of an entry of a list."""
        newline = self._document.newline
        for key, content in edits.items():
            section = [section for section in splice.sections(text) if section.name == name][number]
            if content is None:
                text = splice.without_key(text, section, key, newline=newline)
            else:
                text = splice.with_key(text, section, (key, content), order=_key_order(section), newline=newline)
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
    kind = intent.kind_of(section.head.path[0] if section.head else "")
    inner = intent.nested_kind(kind, section.name) if section.name else kind
    return intent.keys_of(inner) if inner else ()


def _on_listed(name: str, count: int, edit: Callable[[str], str]) -> Callable[[str], str]:
    """Return an edit that refuses a list which is not written as `[[…]]` throughout."""

    def checked(text: str) -> str:
        if sum(section.name == name for section in splice.sections(text)) != count:
            raise splice.NotSpliceableError(name)
        return edit(text)

    return checked
