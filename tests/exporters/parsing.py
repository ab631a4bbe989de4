"""What documents say once independent parsers have read them: the same shape for Markdown, HTML and the tree."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from exporters.document import Bullets, Drawing, Fields, Heading, Paragraph, Table, field, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.document import Block, Content, Document

Said = tuple[str, str]
"""The kind of a block (`h2`, `p`, `li`, `cell`) and its text."""
_KINDS = {"caption": "p", "td": "cell", "th": "cell"}


class _Reader(HTMLParser):
    """Collects the text of each block and all other tags that are met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[Said] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "caption"}:
            self.open = tag
            self.said.append((_KINDS.get(tag, tag), ""))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data: str) -> None:
        if self.open:
            kind, before = self.said[-1]
            self.said[-1] = (kind, before + data)


def read(html: str) -> tuple[list[Said], set[str], set[str]]:
    """Return the blocks of an HTML text, its tags and its attributes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [(kind, " ".join(text.split())) for kind, text in reader.said], reader.tags, reader.attributes


def rendered(markdown: str) -> list[Said]:
    """Return the blocks of a Markdown text as an independent parser renders it."""
    judge = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return read(judge.render(markdown))[0]


def meant(document: Document) -> list[Said]:
    """Return the blocks that a document is meant to show."""
    return [("h1", plain(document.title)), *(said for block in document.blocks for said in _meant(block))]


def _meant(block: Block) -> Iterator[Said]:
    found: list[tuple[str, Content]] = []
    match block:
        case Heading(level, content):
            found = [(f"h{level}", content)]
        case Paragraph(content):
            found = [("p", content)]
        case Bullets(items):
            found = [("li", item) for item in items]
        case Fields(pairs):
            found = [("li", field(label, content)) for label, content in pairs]
        case Drawing(_, table):
            yield from _meant(table) if table else ()
        case Table(caption, header, rows):
            found = [("p", caption), *(("cell", cell) for row in (header, *rows) for cell in row)]
    yield from ((kind, plain(content)) for kind, content in found if kind == "cell" or plain(content))
