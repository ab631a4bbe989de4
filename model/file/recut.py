"""Cutting a text that differs little from one whose blocks are known: what is the same is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.file.blocks import Block, cut, together

if TYPE_CHECKING:
    from collections.abc import Sequence

_AHEAD = 32
"""So many blocks on is looked for one that is still the same: more do not come or go in one place."""


def recut(known: Sequence[Block], text: str) -> tuple[Block, ...] | None:
    """Return what `cut` gives for a text, given the blocks of another text; equal ones are the same objects.

    Wherever the two part, the stretch from the last equal block before to the first one after, both included, is cut
    anew: what stands beside a cut decides on it (a comment belongs to the header below), and beside those two it is
    as it was. Where that does not come out even, the whole is cut. Raises as `cut` does.
    """
    kept: list[Block] = []
    here = number = 0
    while number < len(known) or here < len(text):
        if number < len(known) and text.startswith(known[number].text, here):
            kept.append(known[number])
            here += len(known[number].text)
            number += 1
            continue
        number, end = _next_equal(known, text, number=number, here=here)
        start = here - len(kept.pop().text) if kept else 0
        stretch = _stretch(text[start:end], first=not kept)
        if stretch is None:
            return cut(text)
        kept += stretch
        here = end
    return together(kept) or cut(text)


def _next_equal(known: Sequence[Block], text: str, *, number: int, here: int) -> tuple[int, int]:
    """Return the number of the block after the next one that stands in the text again, and where that one ends."""
    for following in range(number, min(number + _AHEAD, len(known))):
        found = text.find(known[following].text, here)
        if found >= 0 and known[following].text:
            return following + 1, found + len(known[following].text)
    return len(known), len(text)


def _stretch(text: str, *, first: bool) -> tuple[Block, ...] | None:
    """Return the blocks of a stretch; only the first of a text may begin with root keys."""
    blocks = cut(text)
    if blocks is None or first:
        return blocks
    return None if blocks[0].text else blocks[1:]
