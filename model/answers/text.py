"""Texts of headings and cells brought to one form, so that two spellings of the same words are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from model.search import folded

LONGEST = 1_000
"""Of a heading so many characters count."""
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,200}>")
_ENTITY = {"&nbsp;": " ", "&amp;": "&", "&quot;": '"'}
_AROUND = " \t.:?!*;,\"'”“’»«()"
_NUMBERED = re.compile(r"^(?:q|k|kysymys |fråga |question )?\d{1,3}(?:[.)]\d{0,3})+[.):]?\s+|^\d{1,3}\s*[:–-]\s+")
SIGNS = {**dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"), 0x2019: "'"}
"""All dashes as one, and the apostrophe as it is typed."""


@lru_cache(maxsize=8192)
def even(text: str) -> str:
    """Return a text without case, marks, tags, line breaks and what stands around it: equal words become equal."""
    text = _TAG.sub(" ", text[:LONGEST])
    for entity, meant in _ENTITY.items():
        text = text.replace(entity, meant)
    text = folded(" ".join(unicodedata.normalize("NFKC", text).split())).translate(SIGNS)
    return text.strip(_AROUND)


@lru_cache(maxsize=8192)
def question(text: str) -> str:
    """Return the even text of a question, without its number: `3.`, `K3)`."""
    return _NUMBERED.sub("", even(text)).strip(_AROUND)


def shown(cell: object) -> str:
    """Return what a cell says as text: a whole number without its decimals, nothing as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:  # noqa: PLR2004 - exact as a float
        return str(int(cell))
    return str(cell)
