"""The sentences of a text as people write minutes: `15.12.`, `klo 9.00` and `esim.` end none."""

from __future__ import annotations

import re

MOST = 3
"""So many sentences are told of a discussion; minutes are no transcript."""
_END = re.compile(r"[.!?…]+[\"”’)]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    {"esim", "mm", "ks", "vrt", "n", "ym", "yms", "jne", "klo", "kl", "bl.a", "t.ex", "dvs", "osv", "e.g", "i.e", "nro"}
)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, white space put right; a last one without its full stop counts."""
    said = " ".join(text.split())
    found: list[str] = []
    start = 0
    for end in _END.finditer(said):
        if _ends(said, start, end):
            found.append(said[start : end.end()].strip())
            start = end.end()
    return tuple(part for part in (*found, said[start:].strip()) if part)


def _ends(said: str, start: int, end: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation or a number, and not before a small letter."""
    rest = said[end.end() :].lstrip(' "”(')
    if not rest:
        return True
    word = said[start : end.start()].rpartition(" ")[2].casefold().strip('("”')
    is_short = end.group() == "." and word in _ABBREVIATIONS
    return not is_short and not rest[0].islower() and not (rest[0].isdigit() and word[-1:].isdigit())
