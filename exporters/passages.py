"""The passages of a document that are in another language than the rest, so that a screen reader says them right.

WCAG 2.1, 3.1.2: an export in Swedish has in Finnish what nobody has translated.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.document import Bullets, Drawing, Fields, Foreign, Heading, Paragraph, Table, plain
from exporters.translating import lacks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exporters.document import Block, Content, Document, Inline
    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from model.translations import Lack

_SHORTEST = 3
"""Letters of the shortest text that is looked for: a shorter one could be part of anything."""


def untranslated(roadmap: Roadmap, meeting: Meeting, language: str) -> tuple[str, ...]:
    """Return the texts of a meeting's minutes that an export in a language shows in the roadmap's own."""
    found = (text for lack in lacks(roadmap, meeting, language) for text in _texts(roadmap, meeting, lack))
    return tuple(dict.fromkeys(found))


def marked(document: Document, texts: Iterable[str], language: str) -> Document:
    """Return a document in which some texts, wherever they stand in it, are marked as being in a language."""
    parts = {plain(part) for text in texts for part in re.split(r"\n\s*\n", text)}
    known = sorted((part for part in parts if len(part) >= _SHORTEST), key=len, reverse=True)
    if not known:
        return document
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))})(?!\w)")
    mark = _Marker(pattern, language)
    return replace(document, blocks=tuple(mark.block(block) for block in document.blocks))


class _Marker:
    """Marks what a pattern finds."""

    def __init__(self, pattern: re.Pattern[str], language: str) -> None:
        self.pattern = pattern
        self.language = language

    def block(self, block: Block) -> Block:
        """Return a block with its passages marked."""
        match block:
            case Heading(level, content):
                return Heading(level, self.content(content))
            case Paragraph(content):
                return Paragraph(self.content(content))
            case Bullets(items):
                return Bullets(tuple(map(self.content, items)))
            case Fields(pairs):
                return Fields(tuple((label, self.content(content)) for label, content in pairs))
            case Table():
                return self.table(block)
            case Drawing(_, table):
                return replace(block, table=self.table(table)) if table else block

    def table(self, table: Table) -> Table:
        """Return a table with the passages of its rows marked."""
        return replace(table, rows=tuple(tuple(map(self.content, row)) for row in table.rows))

    def content(self, content: Content) -> Content:
        """Return a content with its passages marked; one without any as it is."""
        inlines = (content,) if isinstance(content, str) else content
        found = tuple(part for inline in inlines for part in self._inline(inline))
        return content if found == inlines else found

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        if not isinstance(inline, str):
            yield inline
            return
        gap = (inline[:1].isspace(), inline[-1:].isspace())
        parts = self.pattern.split(plain(inline))
        yield from (" ",) if gap[0] else ()
        yield from (Foreign(part, self.language) if n % 2 else part for n, part in enumerate(parts) if part)
        yield from (" ",) if gap[1] else ()


def _texts(roadmap: Roadmap, meeting: Meeting, lack: Lack) -> Iterator[str]:
    if lack.field == "guest":
        yield from (entry.guest for entry in meeting.attendance if entry.guest)
        return
    record: object = roadmap.find(lack.table, lack.record) if lack.record else roadmap.head
    if lack.item is not None:
        record = next(item for item in meeting.items if item.number == lack.item)
    elif lack.action is not None:
        record = next(action for action in meeting.actions if action.number == lack.action)
    yield str(getattr(record, lack.field, ""))
