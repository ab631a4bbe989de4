"""Versions of the roadmap as git keeps them: roadmaps that share every record whose text is the same.

Between two neighbours only a few blocks differ, and those in the middle: what is equal at the beginning and at the end
is taken over, only the rest is cut and parsed. A table whose records are all the same is one object in both roadmaps,
so that `diff` passes over it.
"""

from __future__ import annotations

import codecs
import operator
from typing import TYPE_CHECKING, Any

from model.file.blocks import cut
from model.file.decoding import decoded
from model.file.document import Document
from model.file.validate import checked, validated
from model.records import TABLES
from model.roadmap import SCHEMA, SINGLE, Roadmap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from model.file.blocks import Block
    from model.file.validate import Checked
    from model.record import Record

_Tables = dict[str, tuple["Record", ...]]


class Versions:
    """Makes roadmaps of the bytes of versions, quickest when neighbours come one after the other."""

    def __init__(self) -> None:
        """Start without a neighbour."""
        self._blocks: tuple[Block, ...] = ()
        self._tables: _Tables = {}

    def roadmap(self, data: bytes) -> Roadmap | None:
        """Return the roadmap that a version's bytes hold, or None where they do not hold one."""
        blocks = _by_neighbour(data, self._blocks)
        if blocks is None:
            document = decoded(data)
            if not isinstance(document, Document):
                return None
            schema = document.values.get("schema", SCHEMA)
            if type(schema) is not int or not 1 <= schema <= SCHEMA:
                return None
            if not document.is_simple:
                return _made(_grouped(_validated(document)))
            blocks = document.blocks
        known = [block for block in blocks if block.table in (TABLES if block.listed else SINGLE)]
        tables = _grouped((block.table, checked(block)) for block in known)
        if tables is not None:
            tables = {name: _same(self._tables.get(name, ()), records) for name, records in tables.items()}
            self._blocks, self._tables = blocks, tables
        return _made(tables)


def _by_neighbour(data: bytes, neighbour: tuple[Block, ...]) -> tuple[Block, ...] | None:
    """Return the blocks of a text that differs from its neighbour in the middle; None if it must be read as a whole."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return None
    start, end = 0, len(text)
    first, last = 0, len(neighbour)
    while first < last and text.startswith(neighbour[first].text, start, end):
        start += len(neighbour[first].text)
        first += 1
    while first < last and text.endswith(neighbour[last - 1].text, start, end):
        end -= len(neighbour[last - 1].text)
        last -= 1
    if not first:
        return None
    try:
        middle = cut(text[start:end])
    except (ValueError, RecursionError):
        return None
    # A middle that does not begin with a header belongs in part to the block before it.
    if middle is None or middle[0].text:
        return None
    blocks = (*neighbour[:first], *middle[1:], *neighbour[last:])
    singles = [block.table for block in blocks if not block.listed]
    return blocks if len(singles) == len(set(singles)) else None


def _validated(document: Document) -> Iterable[tuple[str, Checked]]:
    for table in (*SINGLE, *TABLES):
        for values in document.records(table):
            yield table, validated(table, values)


def _grouped(results: Iterable[tuple[str, Checked]]) -> _Tables | None:
    """Return the records by table; None if one of them is none or there is no head."""
    tables: dict[str, list[Record]] = {}
    for table, result in results:
        if result.record is None:
            return None
        tables.setdefault(table, []).append(result.record)
    return {table: tuple(records) for table, records in tables.items()} if "roadmap" in tables else None


def _same(old: tuple[Record, ...], new: tuple[Record, ...]) -> tuple[Record, ...]:
    return old if len(old) == len(new) and all(map(operator.is_, old, new)) else new


def _made(tables: _Tables | None) -> Roadmap | None:
    """Return the roadmap of checked records. It is not validated once more: a copy of each table would be its price."""
    if tables is None:
        return None
    fields: dict[str, Any] = {table: records for table, records in tables.items() if table in TABLES}
    fields |= {field: tables[table][0] for table, field in SINGLE.items() if table in tables}
    return Roadmap.model_construct(**fields)
