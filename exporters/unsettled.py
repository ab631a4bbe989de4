"""That conflicts are open, in a line: the screen shows it until it is over, and what is exported ends with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Paragraph

if TYPE_CHECKING:
    from exporters.document import Block
    from exporters.words import Words
    from model.roadmap import Roadmap


def waiting(count: int, words: Words) -> str:
    """Return that so many conflicts are open; empty for none."""
    return words.n("{n} conflict waits to be settled.", "{n} conflicts wait to be settled.", count) if count else ""


def unsettled(roadmap: Roadmap, words: Words) -> tuple[Block, ...]:
    """Return the end of an exported document: a line where conflicts are open, else nothing."""
    count = len(roadmap.conflicts)
    if not count:
        return ()
    return (
        Paragraph(
            words.n(
                "Note: in the roadmap {n} conflict between two copies waits to be settled.",
                "Note: in the roadmap {n} conflicts between two copies wait to be settled.",
                count,
            )
        ),
    )
