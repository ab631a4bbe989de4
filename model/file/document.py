"""The text of a roadmap's file with what is known about it: blocks, values, lines, line ends, digest."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from model.file.blocks import cut
from model.file.digest import digest
from model.file.scan import statements
from model.tables import KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.file.blocks import Block
    from model.file.scan import Statement

BOM = "\ufeff"
_ENTRY = re.compile(r"(.+?)\[(\d+)\](?:\.(.+))?")


@dataclass(frozen=True)
class Document:
    """A valid TOML text, without its byte order mark; made by `document`."""

    text: str
    has_bom: bool
    blocks: tuple[Block, ...]
    """The blocks, which together are the text; empty if the file is not simple."""
    whole: Mapping[str, Any]
    """All values of a file that is not simple; else empty."""

    @property
    def is_simple(self) -> bool:
        """Whether the text can be cut into blocks and patched by them."""
        return bool(self.blocks)

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file; raises UnicodeEncodeError for a lone surrogate."""
        return (BOM * self.has_bom + self.text).encode()

    @cached_property
    def digest(self) -> str:
        """The digest of the bytes."""
        return digest(self.data)

    @cached_property
    def newline(self) -> str:
        """The line end that most of the lines have."""
        if "\r" not in self.text:
            return "\n"
        windows = self.text.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """All values of the file as tomllib gives them, decimals exact; never changed."""
        if not self.blocks:
            return self.whole
        values: dict[str, Any] = dict(self.blocks[0].values)
        for block in self.blocks[1:]:
            if block.listed:
                values.setdefault(block.table, []).append(block.values)
            else:
                values[block.table] = block.values
        return values

    @cached_property
    def first_lines(self) -> tuple[int, ...]:
        """The line, from 1, on which each block begins."""
        return tuple(accumulate((block.text.count("\n") for block in self.blocks), initial=1))

    def places(self, table: str) -> list[int]:
        """Return the numbers of the blocks that hold the records of a table, in order."""
        return list(self._places.get(table, ()))

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, block in enumerate(self.blocks):
            if number:
                found.setdefault(block.table, []).append(number)
        return found

    def line_of(self, table: str, record: str = "", key: str = "") -> int | None:
        """Return the line of a record's key (`title`, `log[2].date`) or header; None if it cannot be told."""
        if not table:
            return self.line_at("", 0, key)
        for position, values in enumerate(self.records(table)):
            if raw_id(table, values) == record:
                return self.line_at(table, position, key)
        return None

    def line_at(self, table: str, position: int, key: str = "") -> int | None:
        """Return the line of the record at a position of its table, as `line_of` does."""
        places = self.places(table) if table else [0]
        if not self.blocks or position >= len(places):
            return self._line_by_search(table, position)
        number = places[position]
        offset = _offset(self.blocks[number], key)
        return self.first_lines[number] + self.blocks[number].text.count("\n", 0, offset)

    def records(self, table: str) -> list[dict[str, Any]]:
        """Return the values of the records of a table in order; a single table is a list of one."""
        found = self.values.get(table, [])
        records = found if isinstance(found, list) else [found]
        return [record for record in records if isinstance(record, dict)]

    def _line_by_search(self, table: str, position: int) -> int | None:
        records = self.records(table)
        if table in KEYS and position < len(records):
            name = KEYS[table][0]
            value = re.escape(str(records[position].get(name, "")))
            found = re.search(rf"""^[^#\n]*\b{name}["']?\s*=\s*["']{value}["']""", self.text, re.MULTILINE)
            return self.text.count("\n", 0, found.start()) + 1 if found else None
        return None


def document(text: str, *, has_bom: bool = False, near: Document | None = None) -> Document:
    """Cut and parse a text; raise TOMLDecodeError, or ValueError or RecursionError for too much of it.

    `near` is a document from which the text differs little: what they have in common is not read again.
    """
    blocks = _recut(near.blocks, text) if near and near.blocks else cut(text)
    if blocks is not None:
        return Document(text, has_bom, blocks, {})
    return Document(text, has_bom, (), tomllib.loads(text, parse_float=Decimal))


def _recut(known: tuple[Block, ...], text: str) -> tuple[Block, ...] | None:
    from model.file.recut import recut  # noqa: PLC0415 - no first screen needs it

    return recut(known, text)


def raw_id(table: str, values: Mapping[str, Any]) -> str:
    """Return the id of a record by its values in the file, as `record_id` does for a record."""
    key = KEYS.get(table, ())
    return str(values.get(key[0], "")) if len(key) == 1 else " ".join(str(values.get(name, "")) for name in key)


def _offset(block: Block, key: str) -> int:
    """Return where in a block a key stands; where its entry or the record begins if the key is not there."""
    entry = _ENTRY.fullmatch(key)
    name, number, inner = (entry[1], int(entry[2]), entry[3]) if entry else ("", 0, key)
    heads = _heads(block.text, name)
    if name and (number > len(heads) or not number):
        return _offset(block, name)
    if not heads:
        return _keys(block.text, 0).get(inner, 0)
    at, head = heads[number - 1 if name else 0]
    return _keys(block.text, at + 1).get(inner, head.start)


@lru_cache(maxsize=8)
def _statements(text: str) -> list[Statement]:
    """Return the statements of a block's text; where much is wrong in it, each problem asks for its line."""
    return list(statements(text))


@lru_cache(maxsize=8)
def _keys(text: str, first: int) -> dict[str, int]:
    """Return where the keys of a text stand, from a statement on to the next header."""
    found: dict[str, int] = {}
    for here in _statements(text)[first:]:
        if here.kind == "header":
            break
        if here.kind == "key":
            found.setdefault(here.path[0], here.start)
    return found


@lru_cache(maxsize=8)
def _heads(text: str, name: str) -> tuple[tuple[int, Statement], ...]:
    """Return the headers in a block with their places: those of an entry's list by its name, all for an empty one."""
    found = enumerate(_statements(text))
    return tuple((at, one) for at, one in found if one.kind == "header" and (not name or one.path[1:2] == (name,)))
