"""The file as blocks: the text of each record, parsed once.

A **block** runs from a top-level header (`[[measures]]`, `[roadmap]`), with the comment lines directly
above it, through its sub-tables to the next top-level header. The root keys are the first block.
Equal text is an equal record, so parsing is remembered by text.

**Why no tokenizer is needed to cut.** Cut naively before every line that looks like a top-level header.
A *wrong* cut lies inside a multi-line string, list or inline table. Take the first wrong cut: the piece
before it begins at the start of the text or at a right cut, and at its end a delimiter is still open, so
tomllib refuses that piece alone. Hence, *if every piece parses alone, every cut is right*. A piece that does
not parse is joined with those after it until it does; if it never does, the text is no valid TOML, and
parsing it whole says where. A comment line above a header is inside a string only if the cut moved
up over the string's end, which leaves the string open in the piece before: the same rule finds it.

**Why the pieces together are the whole.** The records of `[[name]]` are appended in order, `[name]` occurs
once, sub-tables follow their record directly, and no name is used in two ways: then no statement of one piece
reaches into another. A file in which one of these does not hold is not *simple*: it is
parsed whole and `cut` returns None.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from model.file.pieces import by_pieces, lead, strictly
from model.file.quick import quick
from model.file.scan import header
from model.tables import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER_LINE = re.compile(r"\n[ \t]*+(\[[^\n]*+)")  # a first character that is searched for quickly
_MOST_JOINED = 64
_MOST_LINES = 400


class Block(NamedTuple):
    """The text of one record (or of the root keys, with an empty table name)."""

    table: str
    listed: bool
    """Whether it is an entry of an array of tables (`[[…]]`)."""
    text: str

    @property
    def values(self) -> dict[str, Any]:
        """The record as TOML values; shared with everyone who has the same text, so never changed."""
        found: Any = parsed(self.text)
        if self.table:
            found = found[self.table]
        values: dict[str, Any] = found[0] if self.listed else found
        return values


class _Cut(NamedTuple):
    table: str
    listed: bool
    odd: bool
    """A sub-table that does not follow its record."""
    lead: int
    """Where its comment begins."""
    header: int


@lru_cache(maxsize=1 << 14)
def parsed(text: str) -> dict[str, Any]:
    """Return the values of a text, decimals exact; raise TOMLDecodeError, ValueError or RecursionError.

    The result is shared: whoever changes it changes it for all.
    """
    found = by_pieces(text)
    if found is None:
        found = quick(text)
    return strictly(text) if found is None else found


def cut(text: str) -> tuple[Block, ...] | None:
    """Return the blocks of a text, which together are the text; None if it is invalid or not simple.

    Raises ValueError or RecursionError for what is no syntax error but too much for the parser.
    """
    blocks, rest = _blocks(text)
    return together(blocks) if rest is None else None


def together(blocks: Sequence[Block]) -> tuple[Block, ...] | None:
    """Return blocks as those of one text; None when it would not be simple, however right each of them is."""
    return tuple(blocks) if _is_simple(blocks) else None


def broken_at(text: str) -> int:
    """Return where the statement begins that keeps a text from being valid, as far as blocks can tell."""
    _, start = _blocks(text)
    start = start or 0
    following = _HEADER_LINE.search(text, start + 1)
    lines = text[start : following.start() if following else len(text)].splitlines(keepends=True)
    right = 0
    for count in range(1, min(len(lines), _MOST_LINES)):
        if _parses("".join(lines[:count])):
            right = count
    return start + sum(map(len, lines[:right]))


def _blocks(text: str) -> tuple[list[Block], int | None]:
    """Return the blocks up to the first that cannot be, and where that one begins, if there is one."""
    blocks: list[Block] = []
    cuts = list(_cuts(text))
    here, start, at = _Cut("", listed=False, odd=False, lead=0, header=0), 0, 0
    while True:
        end, following = _end(text, cuts, start=start, at=at, table=here.table)
        if end is None or here.odd:
            return blocks, start
        blocks.append(Block(here.table, here.listed, text[start:end]))
        if following == len(cuts):
            return blocks, None
        here, start, at = cuts[following], end, following + 1


def _end(text: str, cuts: list[_Cut], *, start: int, at: int, table: str) -> tuple[int | None, int]:
    """Return where the block that starts here ends, and the number of the cut there."""
    for following in range(at, min(at + _MOST_JOINED, len(cuts))):
        _, _, odd, lead, head = cuts[following]
        if odd and cuts[following].table == table:
            continue  # a sub-table of this record, behind a header that was only text
        for place in _line_starts(text, lead, head):  # a line that looks like a comment may end a string
            if _parses(text[start:place]):
                return place, following
    if len(cuts) - at < _MOST_JOINED and _parses(text[start:]):
        return len(text), len(cuts)
    return None, 0


def _line_starts(text: str, first: int, last: int) -> Iterator[int]:
    """Yield where the lines begin from one line's start to another's, both included."""
    while first < last:
        yield first
        first = text.find("\n", first) + 1
    yield last


def _parses(text: str) -> bool:
    if not text:
        return True
    try:
        parsed(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _cuts(text: str) -> Iterator[_Cut]:
    """Yield the naive cuts: lines that read as a top-level header, or as a sub-table of another table."""
    table = ""
    # A line end is put before the text, so that its first line is one like the others.
    for found in _HEADER_LINE.finditer(f"\n{text}"):
        known = header(found.group(1).rstrip("\r"))
        if known is None:
            continue
        path, listed = known
        if len(path) > 1 and path[0] == table:
            continue
        table = path[0]
        start = found.start()
        yield _Cut(table, listed, len(path) > 1, lead(text, start), start)


def _is_simple(blocks: Sequence[Block]) -> bool:
    singles = [block.table for block in blocks[1:] if not block.listed]
    listed = {block.table for block in blocks if block.listed}
    names = listed.union(singles)
    root = blocks[0].values if blocks[0].text else {}
    return (
        all(len(parsed(block.text)) == 1 for block in blocks[1:])  # no sub-table of another record in it
        and len(singles) == len(set(singles))
        and listed.isdisjoint(singles)
        and names.isdisjoint(root)
        and KNOWN.isdisjoint(root)
    )
