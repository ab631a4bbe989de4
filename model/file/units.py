"""A text as units: its records and the comments between them, each with the blank lines below it.

A block of the file (`model.file.blocks`) ends with what stands below its record: blank lines, and comments that a
blank line parts from any record, such as the heading of a section. Who adds a record there changes the block above
without meaning to. So a merge looks at **units**: the record with the comment lines directly above and below it is
one, each paragraph of comments between records is another, and blank lines belong to the place, not to either.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from model.file.document import raw_id
from model.file.scan import statements
from model.tables import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.file.blocks import Block
    from model.file.document import Document

Key = tuple[str, str]
"""What a unit is known by: the table and the record's id, or NOTE and the paragraph's text; a second one of the same
has a stroke, as in `model.roadmap.by_name`."""
NOTE = "#"
ROOT: Key = ("", "")
_STRINGS = ('"""', "'''")


class Unit(NamedTuple):
    """A record's text with its comments, or a paragraph of comments; whole lines."""

    key: Key
    text: str
    gap: str
    """The blank lines below it."""

    @property
    def is_known(self) -> bool:
        """Whether it is a record of the roadmap: of a table that this program knows."""
        return self.key[0] in KNOWN


def units(document: Document) -> list[Unit]:
    """Return the units of a simple document in order, the root keys first; together they are its text.

    Where the text has no line end at its end, the last unit has one all the same.
    """
    found: list[Unit] = []
    names: set[Key] = set()
    for number, block in enumerate(document.blocks):
        whole = (
            block if not block.text or block.text.endswith("\n") else block._replace(text=block.text + document.newline)
        )
        key, body, gap, notes = _read(whole, number == 0)
        if body or not number:
            found.append(Unit(_named(names, *key), body, gap))
        found.extend(Unit(_named(names, NOTE, note), note, below) for note, below in notes)
    return found


def joined(found: Iterable[Unit]) -> str:
    """Return the text of units."""
    return "".join(unit.text + unit.gap for unit in found)


def ends_in_comment(text: str) -> bool:
    """Whether the last line of a record is a comment, which a header directly below would take for its own."""
    last = text.rstrip().rpartition("\n")[2].lstrip()
    return last.startswith("#") and not any(quotes in last for quotes in _STRINGS)


@lru_cache(maxsize=1 << 14)
def _read(block: Block, is_first: bool) -> tuple[Key, str, str, tuple[tuple[str, str], ...]]:  # noqa: FBT001 - cached
    """Return what a block's record is known by, its text, the blank lines below it, and the notes there with theirs."""
    body, gap, notes = _parts(block.text)
    if is_first:
        return ROOT, body, gap, notes
    values = block.values
    if block.table in KNOWN:
        return (block.table, raw_id(block.table, values) if block.listed else ""), body, gap, notes
    known = values.get("id") if block.listed else ""
    return (block.table, known if isinstance(known, str) else body), body, gap, notes


def _named(names: set[Key], table: str, name: str) -> Key:
    while (table, name) in names:
        name += "'"
    names.add((table, name))
    return table, name


def _parts(text: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return a block's record, the blank lines below it, and the paragraphs of comments there with theirs."""
    end = _body_end(text)
    lines = iter(text[end:].splitlines(keepends=True))
    gap, notes = "", list[tuple[str, str]]()
    for line in lines:
        if not line.strip():
            if notes:
                notes[-1] = (notes[-1][0], notes[-1][1] + line)
            else:
                gap += line
        elif notes and not notes[-1][1]:
            notes[-1] = (notes[-1][0] + line, "")
        else:
            notes.append((line, ""))
    return text[:end], gap, tuple(notes)


def _body_end(text: str) -> int:
    """Return where the record ends: behind its last statement and the comment lines directly below that."""
    end = len(text)
    for start in _starts_backwards(text):
        line = text[start:end].strip()
        if line and not line.startswith("#"):
            break
        end = start
    if any(quotes in text[end:] for quotes in _STRINGS):  # what looks like a comment may be the end of a string
        end = max((found.end for found in statements(text) if found.kind in {"header", "key"}), default=0)
    while end < len(text) and text[end:].lstrip(" \t").startswith("#"):
        end = text.find("\n", end) + 1 or len(text)
    return end


def _starts_backwards(text: str) -> Iterator[int]:
    """Yield where the lines begin, from the last one up."""
    start = len(text)
    while start:
        start = text.rfind("\n", 0, start - 1) + 1
        yield start
