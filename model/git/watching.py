"""One record through many versions of the file: its text is found in each without reading the rest.

Where a version holds the record's text of the version before, from its header to the whole of the next one, the record
is the same. Only where it does not is it looked for, by its id and the headers around it, and parsed. So a commit that
changed the record is known even if it broke the file elsewhere. What is written in an uncommon way, stands last in the
file (it may have been cut off there) or cannot be found is left to reading the whole version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from model.file.blocks import Block
from model.git.versions import Versions
from model.records import TABLES, kind_of
from model.roadmap import record_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.record import Record

_NEAR = 4096
"""So many bytes up and down from where it was a text is looked for first."""
_TOP = re.compile(rb"\n\[\[?[ \t]*([A-Za-z0-9_-]+)[ \t]*\]\]?[^\n]*")
_LINE = re.compile(rb"\n\[[^\n]*")
_BEFORE_VALUE = rb"[ \t]*[\"']?%s[\"']?[ \t]*=[ \t]*"


class Seen(NamedTuple):
    """What a version says of a record."""

    record: Record | None
    """The record; None where the version has none."""
    readable: bool = True
    """Whether the version is a roadmap at all."""


ABSENT = Seen(None, readable=False)
"""What is said of a version that is not in this copy of the repository, or of no version at all."""


class _Text(NamedTuple):
    """The record's text with the header after it, and where it stood last."""

    content: bytes
    start: int
    is_last: bool

    def is_in(self, data: bytes) -> int:
        """Return where a version holds the text, or -1; looked for first where it was, then near, then anywhere."""
        start, size = self.start, len(self.content)
        if not data.startswith(self.content, start):
            start = data.find(self.content, max(0, start - _NEAR), start + size + _NEAR)
            start = data.find(self.content) if start < 0 else start
        return -1 if self.is_last and start + size != len(data) else start


class Watch:
    """Looks at versions one after the other, quickest when neighbours follow each other."""

    def __init__(self, table: str, record: str) -> None:
        """Watch a record of a table."""
        self._table = table
        self._record = record
        key = TABLES[table].KEY if table in TABLES else ()
        self._before = re.compile(_BEFORE_VALUE % key[0].encode()) if len(key) == 1 else None
        self._quoted = (f'"{record}"'.encode(), f"'{record}'".encode())
        self._versions = Versions()
        self._seen = Seen(None, readable=False)
        self._text: _Text | None = None

    def look(self, data: bytes) -> Seen:
        """Return what a version says; the very same answer where nothing about the record changed."""
        if self._text is not None and (start := self._text.is_in(data)) >= 0:
            if start != self._text.start:
                self._text = self._text._replace(start=start)
        elif self._text is None and self._is_absent(data):
            pass
        else:
            self._look_anew(data)
        return self._seen

    def _is_absent(self, data: bytes) -> bool:
        """Whether the record is not there again; tells nothing of a record that is not found by its id."""
        known = self._seen.readable and self._seen.record is None and self._before is not None
        return known and next(self._places(data), None) is None

    def _look_anew(self, data: bytes) -> None:
        self._text = self._located(data)
        record = self._parsed(self._text) if self._text else None
        if record is None or self._text is None or self._text.is_last:
            roadmap = self._versions.roadmap(data)
            whole = roadmap.find(self._table, self._record) if roadmap else None
            self._text = self._text if whole is not None and whole == record else None
            self._seen = Seen(whole, roadmap is not None)
        else:
            self._seen = Seen(record)

    def _located(self, data: bytes) -> _Text | None:
        """Return the text of the block in which the id stands, if it looks as it usually does."""
        for place in self._places(data):
            head = data.rfind(b"\n[", 0, place)
            found = _TOP.match(data, head) if head >= 0 else None
            if found is None or found[1] != self._table.encode():
                continue
            own = b"\n[[" + found[1] + b"."
            following = next((top for top in _headers(data, place) if not top.group().startswith(own)), None)
            end = following.end() if following else len(data)
            return _Text(data[head:end], head, following is None)
        return None

    def _places(self, data: bytes) -> Iterator[int]:
        """Yield the beginnings of the lines that give a record this id."""
        if self._before is None:
            return
        for quoted in self._quoted:
            place = data.find(quoted)
            while place >= 0:
                line = data.rfind(b"\n", 0, place) + 1
                if self._before.fullmatch(data, line, place):
                    yield line
                place = data.find(quoted, place + 1)

    def _parsed(self, text: _Text) -> Record | None:
        """Return the record of a text by itself; None where it is not this one alone."""
        content = text.content if text.is_last else text.content[: text.content.rfind(b"\n") + 1]
        try:
            record = kind_of(self._table).model_validate(Block(self._table, listed=True, text=content.decode()).values)
        except (ValueError, RecursionError, LookupError, TypeError):  # no TOML, no record, or more than one table
            return None
        return record if record_id(record) == self._record else None


def _headers(data: bytes, start: int) -> Iterator[re.Match[bytes]]:
    """Yield every line from a place on that begins like a header."""
    place = data.find(b"\n[", start)
    while place >= 0:
        end = data.find(b"\n", place + 1)
        found = _LINE.match(data, place, end if end >= 0 else len(data))
        if found:
            yield found
        place = data.find(b"\n[", place + 1)
