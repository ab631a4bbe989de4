"""The text of a long record as pieces: its own part and each of its nested entries, each read and proved once.

The record of a meeting holds its whole agenda, and a decision changes one § of it. Cut before each `[[table.name]]`,
with the comment lines directly above, the other §§ are the same text as before.

**Why the pieces together are the record.** By the rule of `model.file.blocks`, every cut is right if every piece parses
alone: a cut inside a multi-line string or list leaves it open in the piece before. A piece is only taken if it gives
exactly one entry of one nested list, and if the record's own part has no key of that name: then its statements reach
into no other piece, and TOML appends the entries in order. Of anything else no pieces are made.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from model.file.quick import quick
from model.file.same import same

Values = dict[str, Any]

LONG = 2048
"""So many characters a text has at least that is read by its pieces; a shorter one is read sooner as a whole."""
_NESTED = re.compile(r"\n[ \t]*+\[\[[A-Za-z0-9_-]++\.[A-Za-z0-9_-]++\]\]")
_HEADED = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?\n)*+[ \t]*+\[")
"""A header is what a text says first."""


class Piece(NamedTuple):
    """A piece of a record's text, whole lines; an empty name for the record's own part."""

    name: str
    text: str


def strictly(text: str) -> Values:
    """Return the values of a text by tomllib alone, anew each time, decimals exact; raise as tomllib does."""
    return tomllib.loads(text, parse_float=Decimal)


def lead(text: str, start: int) -> int:
    """Return where the comment lines directly above a place begin."""
    while start and text[start - 2 : start] != "\n\n":
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    return start


@lru_cache(maxsize=1 << 13)
def _read(text: str) -> Values:
    """Return the values of a piece; shared, so never changed. Raises as `strictly` does."""
    found = quick(text)
    return strictly(text) if found is None else found


@lru_cache(maxsize=1 << 13)
def _proved(text: str) -> bool:
    return same(strictly(text), _read(text))


def pieces(text: str) -> tuple[Piece, ...] | None:
    """Return the pieces of a record's text, which together are the text; None for a short text, and where in doubt."""
    found = _pieces(text) if len(text) >= LONG else None
    return found[0] if found else None


def by_pieces(text: str) -> Values | None:
    """Return the values of a record's text, with its header's name; shared, so never changed; None without pieces."""
    found = _pieces(text) if len(text) >= LONG else None
    return found[1] if found else None


def proved(text: str) -> bool | None:
    """Whether tomllib reads every piece as it was read here; None for a text without pieces."""
    found = pieces(text)
    return all(_proved(piece.text) for piece in found) if found else None


@lru_cache(maxsize=1 << 6)
def _pieces(text: str) -> tuple[tuple[Piece, ...], Values] | None:
    if not _HEADED.match(text):
        return None
    cuts = [lead(text, found.start() + 1) for found in _NESTED.finditer(text)]
    texts = [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]
    try:
        values, *entries = map(_read, texts)
    except (ValueError, RecursionError):
        return None
    if len(values) != 1:
        return None
    ((table, own),) = values.items()
    listed = isinstance(own, list)
    record = own[0] if listed and len(own) == 1 else own
    if not isinstance(record, dict):
        return None
    named = [_entry(table, entry) for entry in entries]
    names = [found[0] for found in named if found]
    if len(names) < len(named) or not record.keys().isdisjoint(names):
        return None
    joint: Values = record | {name: [] for name in names}
    for name, entry in filter(None, named):
        joint[name].append(entry)
    made = tuple(map(Piece, ["", *names], texts))
    return made, {table: [joint] if listed else joint}


def _entry(table: str, values: Values) -> tuple[str, Values] | None:
    """Return the nested list and the entry that a piece holds; None when it holds anything else."""
    found = values.get(table)
    if len(values) != 1 or not isinstance(found, dict) or len(found) != 1:
        return None
    ((name, entries),) = found.items()
    if not isinstance(entries, list) or len(entries) != 1 or not isinstance(entries[0], dict):
        return None
    return name, entries[0]
