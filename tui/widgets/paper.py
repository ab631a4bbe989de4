"""A document on the screen: the tree that is written to files, laid out for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from exporters.document import Bullets, Fields, Heading, Paragraph, Table, field, lines
from tui.safe import in_lines
from tui.widgets.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exporters.document import Block, Document, Run
    from exporters.document import Content as Said

_BULLET = "• "
_TITLE = "bold $primary"


def paper(document: Document, width: int) -> list[Content]:
    """Return a document in lines for a width in cells, a blank line between its blocks."""
    found: list[Content] = []
    for block in (Heading(1, document.title), *document.blocks):
        rows = list(_block(block, width))
        found += [Content(""), *rows] if found and rows else rows
    return found


def _block(block: Block, width: int) -> Iterator[Content]:
    match block:
        case Heading(level, content):
            yield from _wrapped(content, width, style=_TITLE if level == 1 else "bold")
        case Paragraph(content):
            yield from _wrapped(content, width)
        case Bullets(items):
            yield from _list(items, width)
        case Fields(pairs):
            yield from _list((field(label, content) for label, content in pairs), width)
        case Table():
            yield from _wrapped(block.caption, width)
            yield from _table(block, width)


def _wrapped(content: Said, width: int, *, style: str = "") -> Iterator[Content]:
    for line in lines(content):
        yield from in_lines(_shown(line).stylize(style) if style else _shown(line), width)


def _list(items: Iterable[Said], width: int) -> Iterator[Content]:
    for item in items:
        first = _BULLET
        for row in _wrapped(item, max(width - len(_BULLET), 1)):
            yield Content.assemble(first, row)
            first = " " * len(_BULLET)


def _table(table: Table, width: int) -> Iterator[Content]:
    yield from columns([[_cell(cell) for cell in row] for row in (table.header, *table.rows)], width)


def _cell(content: Said) -> Content:
    return Content(" ").join(_shown(line) for line in lines(content))


def _shown(runs: Sequence[Run]) -> Content:
    return Content("").join(Content.styled(run.text, "bold" if run.strong else "") for run in runs)
