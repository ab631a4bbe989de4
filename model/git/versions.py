"""Versions of the roadmap as git keeps them: roadmaps that share every record whose text is the same.

Between two neighbours only a few blocks differ: the others are taken over, only the rest is cut and parsed. A table
whose records are all the same is one object in both roadmaps, so that `diff` passes over it.
"""

from __future__ import annotations

import codecs
import operator
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from model.file.blocks import cut, parsed, together
from model.file.decoding import decoded
from model.file.document import Document
from model.file.validate import checked
from model.records import TABLES, kind_of
from model.roadmap import SCHEMA, SINGLE, Roadmap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from model.file.blocks import Block
    from model.record import Record

_AHEAD = 4
"""So many blocks on is looked for one that is still the same: more do not come or go in one place."""
_NEAR = 4096
"""So many bytes on it is looked for first."""
_Tables = dict[str, tuple["Record", ...]]


class Versions:
    """Makes roadmaps of the bytes of versions, quickest when neighbours come one after the other."""

    def __init__(self) -> None:
        """Start without a neighbour."""
        self._blocks: tuple[Block, ...] = ()
        self._known: list[_Known] = []
        self._places: list[int] = []
        self._tables: _Tables = {}

    def roadmap(self, data: bytes) -> Roadmap | None:
        """Return the roadmap that a version's bytes hold, or None where they do not hold one."""
        near = self._by_neighbour(data) if self._blocks else None
        if near is not None and (tables := self._replaced(near)) is not None:
            return _made(tables)
        blocks = together(near) if near is not None else None
        if blocks is None or (self._blocks and blocks[0] is not self._blocks[0] and not _is_known(blocks[0].values)):
            document = decoded(data)
            if not isinstance(document, Document) or not _is_known(document.values):
                return None
            if not document.is_simple:
                return _made(_grouped(_validated(document)))
            blocks = document.blocks
        return _made(self._taken(blocks))

    def _by_neighbour(self, data: bytes) -> list[Block] | None:
        """Return the blocks of a version, those of its neighbour as they are; None if it must be read as a whole."""
        try:
            return _recut(self._blocks, [known.data for known in self._known], data.removeprefix(codecs.BOM_UTF8))
        except (ValueError, RecursionError):  # the bytes are no text, or it is too much for the parser
            return None

    def _replaced(self, blocks: list[Block]) -> _Tables | None:
        """Return the records by table where blocks only took the place of others of their table, as most edits do.

        None where anything else happened: then all blocks have to be looked at together.
        """
        if len(blocks) != len(self._blocks):
            return None
        pairs = enumerate(zip(self._blocks, blocks, strict=True))
        changed = [(place, old, new) for place, (old, new) in pairs if old is not new]
        if not all(new.listed and old[:2] == new[:2] and len(parsed(new.text)) == 1 for _, old, new in changed):
            return None
        found = [(place, new.table, _Known.of(new, is_new=True)) for place, _, new in changed]
        if any(known.record is None for _, _, known in found):
            return None
        tables = dict(self._tables)
        for place, table, known in found:
            assert known.record is not None
            records = list(tables[table])
            records[self._places[place]] = known.record
            tables[table] = tuple(records)
            self._known[place] = known
        self._blocks, self._tables = tuple(blocks), tables
        return tables

    def _taken(self, blocks: tuple[Block, ...]) -> _Tables | None:
        """Return the records of blocks by table, those of the neighbour's blocks as they are; None as `_grouped`."""
        earlier = {id(block): known for block, known in zip(self._blocks, self._known, strict=True)}
        known: list[_Known] = []
        places: list[int] = []
        tables: dict[str, list[Record]] = {}
        for block in blocks:
            found = earlier.get(id(block)) or _Known.of(block, is_new=bool(earlier))
            known.append(found)
            places.append(len(tables.get(block.table, ())))
            if found.record is not None:
                tables.setdefault(block.table, []).append(found.record)
            elif found.belongs:
                return None
        if "roadmap" not in tables:
            return None
        self._blocks, self._known, self._places = blocks, known, places
        self._tables = {name: _same(self._tables.get(name, ()), tuple(found)) for name, found in tables.items()}
        return self._tables


class _Known(NamedTuple):
    """What is known of a block: its bytes, whether it belongs to a roadmap, and its record, if it is one."""

    data: bytes
    belongs: bool
    record: Record | None

    @classmethod
    def of(cls, block: Block, *, is_new: bool) -> _Known:
        """Find out what there is to know; of a block that is not new, somebody may know it already."""
        if block.table not in (TABLES if block.listed else SINGLE):
            return cls(block.text.encode(), belongs=False, record=None)
        record = _record(block.table, block.values) if is_new else checked(block).record
        return cls(block.text.encode(), belongs=True, record=record)


def _recut(blocks: Sequence[Block], texts: Sequence[bytes], data: bytes) -> list[Block]:
    """Return the blocks of a version as `model.file.recut` does, without decoding what its neighbour has, too.

    Raises ValueError where it cannot be cut so, and what `cut` raises.
    """
    kept: list[Block] = []
    here = number = 0
    while number < len(blocks) or here < len(data):
        if number < len(blocks) and data.startswith(texts[number], here):
            kept.append(blocks[number])
            here += len(texts[number])
            number += 1
            continue
        number, end = _next_equal(texts, data, number=number, here=here)
        beside = [kept.pop()] if kept else []
        start = here - len(beside[0].text.encode()) if beside else 0
        stretch = cut(data[start:end].decode())
        if stretch is None or (kept and stretch[0].text):
            raise ValueError
        same = {block: block for block in (*beside, *blocks[number - 1 : number])}
        kept += (same.get(block, block) for block in (stretch[1:] if kept else stretch))
        here = end
    return kept


def _next_equal(texts: Sequence[bytes], data: bytes, *, number: int, here: int) -> tuple[int, int]:
    """Return the number of the block after the next one that stands in the version again, and where that one ends."""
    ahead = [following for following in range(number, min(number + _AHEAD, len(texts))) if texts[following]]
    for far in (_NEAR, len(data)):
        for following in ahead:
            size = len(texts[following])
            found = data.find(texts[following], here, here + far + size)
            if found >= 0:
                return following + 1, found + size
    return len(texts), len(data)


def _is_known(values: Mapping[str, Any]) -> bool:
    """Whether a file's root keys name a form of it that this program knows."""
    schema = values.get("schema", SCHEMA)
    return type(schema) is int and 1 <= schema <= SCHEMA


def _validated(document: Document) -> Iterable[tuple[str, Record | None]]:
    for table in (*SINGLE, *TABLES):
        for values in document.records(table):
            yield table, _record(table, values)


def _grouped(results: Iterable[tuple[str, Record | None]]) -> _Tables | None:
    """Return the records by table; None if one of them is none or there is no head."""
    tables: dict[str, list[Record]] = {}
    for table, record in results:
        if record is None:
            return None
        tables.setdefault(table, []).append(record)
    return {table: tuple(records) for table, records in tables.items()} if "roadmap" in tables else None


def _same(old: tuple[Record, ...], new: tuple[Record, ...]) -> tuple[Record, ...]:
    return old if len(old) == len(new) and all(map(operator.is_, old, new)) else new


def _record(table: str, values: Mapping[str, Any]) -> Record | None:
    """Return the record of these values, without what there is to say about those that make none."""
    try:
        return kind_of(table).model_validate(dict(values))
    except ValidationError:
        return None


def _made(tables: _Tables | None) -> Roadmap | None:
    """Return the roadmap of checked records. It is not validated once more: a copy of each table would be its price."""
    if tables is None:
        return None
    fields: dict[str, Any] = {table: records for table, records in tables.items() if table in TABLES}
    fields |= {field: tables[table][0] for table, field in SINGLE.items() if table in tables}
    return Roadmap.model_construct(**fields)
