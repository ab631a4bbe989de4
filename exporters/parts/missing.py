"""A part of the roadmap document, with what it says where the roadmap has nothing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Heading, Paragraph, paragraphs
from exporters.terms import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.document import Block
    from exporters.words import Words


def part(title: str, blocks: Iterable[Block], words: Words) -> tuple[Block, ...]:
    """Return a part under its heading; one without anything says that it is not recorded."""
    return (Heading(2, title), *(tuple(blocks) or (nothing(words),)))


def text_part(title: str, text: str, words: Words) -> tuple[Block, ...]:
    """Return a part that is somebody's own text."""
    return part(title, paragraphs(text), words)


def nothing(words: Words) -> Paragraph:
    """Return what stands where nothing is recorded."""
    return Paragraph(f"{capital(words.t('not recorded'))}.")
