"""A text in the making: changes go, one after the other, into the texts of blocks and into plain values.

The values are what was meant, the texts are the attempt; `patch` compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.file import intent, render, splice
from model.file.document import raw_id
from model.file.intent import StaleChangeError
from model.file.scan import comments
from model.plain import plain
from model.records import TABLES
from model.roadmap import SINGLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from model.diff import Change
    from model.file.document import Document

_ORDER = (*SINGLE, *TABLES)


@dataclass(slots=True)
class _Part:
    """A block in the making."""

    table: str
    listed: bool
    text: str
    first: str
    """The text before keys were edited, from which a record written anew takes its comments."""
    changed: bool = False
    broken: bool = False
    """Whether its text could not be edited line by line."""


class Draft:
    """Collects changes to a document; made for one patch and then thrown away."""

    def __init__(self, document: Document) -> None:
        """Begin with the document as it is."""
        self._document = document
        self._parts = [_Part(block.table, block.listed, block.text, block.text) for block in document.blocks]
        self._records: dict[str, list[intent.Values]] = {}
        self._names: dict[str, list[str]] = {}
        self.gone: list[str] = []
        """The comments of removed records and entries."""

    @property
    def values(self) -> Mapping[str, Any]:
        """The values that the new text must have."""
        changed = {name: found[0] if name in SINGLE else found for name, found in self._records.items() if found}
        kept = {name: value for name, value in self._document.values.items() if name not in self._records}
        return kept | changed

    def make(self, change: Change) -> None:
        """Make a change; raise StaleChangeError where its record or entry is not there."""
        if change.field is not None:
            self._edit(change)
        elif change.after is not None:
            self._add(change.table, plain(change.after), change.position)
        else:
            self._remove(change.table, self._position(change))

    def texts(self) -> Iterator[str]:
        """Yield the attempts, finest first: records spliced, then every changed record written anew."""
        yield self._text(lambda part: part.broken)
        yield self._text(lambda part: part.changed)

    def _text(self, is_anew: Callable[[_Part], bool]) -> str:
        count: dict[str, int] = {}
        texts: list[str] = []
        for part in self._parts:
            position = count.get(part.table, 0)
            count[part.table] = position + 1
            texts.append(self._anew(part, position) if is_anew(part) else part.text)
        return self._joined(texts)

    def _joined(self, texts: list[str]) -> str:
        """Return the texts as one: only the last line may be without a line end, and only if it was."""
        newline, had_end = self._document.newline, self._document.text.endswith("\n")
        for number, text in enumerate(texts[:-1]):
            if text and not text.endswith("\n"):
                texts[number] = text + newline
        joined = "".join(texts)
        if had_end:
            return joined if joined.endswith("\n") else joined + newline
        return joined.removesuffix("\n").removesuffix("\r")

    def _anew(self, part: _Part, position: int) -> str:
        body_end = splice.sections(part.first)[-1].body_end
        notes = [f"{note}\n" for note in comments(part.first[:body_end])]
        values = self._of(part.table)[position]
        order = (*intent.keys_of(intent.kind_of(part.table)), *values)
        ordered = {name: values[name] for name in order if name in values}
        text = "".join(notes) + render.table((part.table,), ordered, listed=part.listed)
        return text.replace("\n", self._document.newline) + part.first[body_end:]

    def _of(self, table: str) -> list[intent.Values]:
        """Return the values of a table's records, ours to change the list of."""
        if table not in self._records:
            self._records[table] = self._document.records(table)
        return self._records[table]

    def _position(self, change: Change) -> int:
        """Return where a change's record stands; a second one of the same id has a stroke, as in `diff`."""
        names = self._names.get(change.table)
        if names is None:
            names = self._names[change.table] = []
            seen: set[str] = set()
            for values in self._of(change.table):
                name = raw_id(change.table, values)
                while name in seen:
                    name += "'"
                seen.add(name)
                names.append(name)
        if change.record not in names or (change.field is not None and f"{change.record}'" in names):
            raise StaleChangeError(change)
        return names.index(change.record)

    def _edit(self, change: Change) -> None:
        if change.table in SINGLE and not self._of(change.table):
            self._add(change.table, {}, None)
        position = self._position(change)
        values = self._of(change.table)[position]
        new = self._with_entry(change, values, position) if change.key is not None else None
        if change.key is None:
            new = self._with_field(change, values, position)
        if new is not None:
            self._of(change.table)[position] = new

    def _with_field(self, change: Change, values: intent.Values, position: int) -> intent.Values | None:
        kind, name = intent.kind_of(change.table), change.field or ""
        content = intent.toml(kind, name, change.after)
        if name not in values and (content is None or intent.is_default(kind, name, change.after)):
            return None
        if name in values and intent.same(values[name], content):
            return None
        self._splice(change.table, position, lambda text: self._with_keys(text, "", 0, {name: content}))
        return intent.edited(values, {name: content})

    def _with_keys(self, text: str, name: str, number: int, edits: Mapping[str, object]) -> str:
        """Return a record's text with keys edited: its own (no name), or those of an entry of a list."""
        newline = self._document.newline
        for key, content in edits.items():
            found = splice.sections(text)
            same = [section for section in found if section.name == name]
            if number >= len(same):
                raise splice.NotSpliceableError(name)
            section = same[number]
            if content is None:
                text = splice.without_key(text, section, key, newline=newline)
            else:
                order = self._key_order(section)
                text = splice.with_key(text, section, key, content, order=order, newline=newline)
        return text

    def _key_order(self, section: splice.Section) -> tuple[str, ...]:
        table = section.head.path[0] if section.head else ""
        kind = intent.kind_of(table)
        inner = intent.nested_kind(kind, section.name) if section.name else kind
        return intent.keys_of(inner) if inner else ()

    def _with_entry(self, change: Change, values: intent.Values, position: int) -> intent.Values:
        kind, name = intent.kind_of(change.table), change.field or ""
        inner = intent.nested_kind(kind, name)
        entries = list(values.get(name, []))
        at = intent.entry_position(inner, entries, change.key) if inner and change.key is not None else None
        if (at is None) != (change.before is None):
            raise StaleChangeError(change)
        if at is None:
            at = len(entries) if change.position is None else min(change.position, len(entries))
            edit = self._entry_added(change, at, len(entries))
            entries.insert(at, plain(change.after))
        elif change.after is None:
            edit = self._entry_removed(name, at, len(entries))
            del entries[at]
        else:
            edits = intent.entry_edits(change.before, change.after)
            edit = _on_listed(name, len(entries), lambda text: self._with_keys(text, name, at or 0, edits))
            entries[at] = intent.edited(entries[at], edits)
        self._splice(change.table, position, edit)
        return intent.edited(values, {name: entries or None})

    def _entry_added(self, change: Change, at: int, count: int) -> Callable[[str], str]:
        name, newline = change.field or "", self._document.newline
        order = intent.keys_of(intent.kind_of(change.table))
        rendered = render.table((change.table, name), plain(change.after), listed=True)

        def edit(text: str) -> str:
            return splice.with_entry(text, rendered, name=name, position=at, order=order, newline=newline)

        return _on_listed(name, count, edit)

    def _entry_removed(self, name: str, at: int, count: int) -> Callable[[str], str]:
        def edit(text: str) -> str:
            kept, gone = splice.without_entry(text, name=name, position=at)
            self.gone.extend(comments(gone))
            return kept

        return _on_listed(name, count, edit)

    def _splice(self, table: str, position: int, edit: Callable[[str], str]) -> None:
        if not self._parts:
            return
        part = self._parts[self._places(table)[position]]
        part.changed = True
        if not part.broken:
            try:
                part.text = edit(part.text)
            except splice.NotSpliceableError:
                part.broken = True

    def _places(self, table: str) -> list[int]:
        return [number for number, part in enumerate(self._parts) if part.table == table and number]

    def _add(self, table: str, values: intent.Values, position: int | None) -> None:
        records = self._of(table)
        at = len(records) if position is None else min(position, len(records))
        if self._parts:
            text = render.table((table,), values, listed=table not in SINGLE)
            self._insert(table, text.replace("\n", self._document.newline), at)
        records.insert(at, values)
        self._names.pop(table, None)

    def _insert(self, table: str, text: str, position: int) -> None:
        newline, places = self._document.newline, self._places(table)
        above = self._parts[places[-1] - 1].text if places else ""
        blank = newline * (splice.blank_lines(above) if above else 1)
        if position < len(places):
            text += blank
            self._parts.insert(places[position], _Part(table, table not in SINGLE, text, text))
            return
        earlier = _ORDER[: _ORDER.index(table)]
        after = places or [number for number, part in enumerate(self._parts) if part.table in earlier] or [0]
        anchor = self._parts[after[-1]]
        tail = _tail(anchor.text)
        anchor.text = _ended(anchor.text.removesuffix(tail), newline) + (blank if anchor.text else "")
        anchor.first = _ended(anchor.first.removesuffix(tail), newline) + (blank if anchor.text else "")
        self._parts.insert(after[-1] + 1, _Part(table, table not in SINGLE, text + tail, text + tail))

    def _remove(self, table: str, position: int) -> None:
        del self._of(table)[position]
        self._names.pop(table, None)
        if not self._parts:
            return
        number = self._places(table)[position]
        part, above = self._parts.pop(number), self._parts[number - 1]
        tail = _tail(part.text)
        self.gone.extend(comments(part.first.removesuffix(tail)))
        if number == len(self._parts) and not tail.strip():
            above.text, above.first = splice.trimmed(above.text), splice.trimmed(above.first)
            return
        if splice.blank_lines(above.text):
            tail = splice.beheaded(tail)
        above.text, above.first = above.text + tail, above.first + tail


def _on_listed(name: str, count: int, edit: Callable[[str], str]) -> Callable[[str], str]:
    """Return an edit that refuses a list which is not written as `[[…]]` throughout."""

    def checked(text: str) -> str:
        if sum(section.name == name for section in splice.sections(text)) != count:
            raise splice.NotSpliceableError(name)
        return edit(text)

    return checked


def _tail(text: str) -> str:
    """Return the blank lines and the comments of no record at the end of a block."""
    found = splice.sections(text)
    return text[found[-1].body_end :] if found else ""


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline
