"""A document before it is written: headings, paragraphs, lists and tables as frozen values.

Minutes, agendas and invitations are built as one `Document`; `exporters.markdown`, `exporters.html` and
`exporters.docx` write it. All text in the tree is plain text as people typed it, hostile or not: whoever builds
a document escapes nothing, and each writer has one function that escapes.

    Document(
        title="Muistio 3/2026",
        language="fi",
        blocks=(
            Heading(2, "§ 1 Kokouksen avaus"),
            *labelled("Päätös", "Hyväksyttiin."),
            Table("Tehtävät", header=("Tunnus", "Tehtävä"), rows=(("3/2026-1", "Tiedote"),)),
        ),
    )
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from model.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exporters.svg.picture import Picture

UNDER_PAGE_TITLE = 2
"""A page of an intranet has its own first heading; what is put under it begins at the second level."""


class BadTemplateError(Exception):
    """The file whose looks a document was to take is none of that kind."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Text in bold; a space or an end of the line stands on both sides of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another language than the document's: `Foreign("Servicestyrning", "sv")`."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph."""


Inline: TypeAlias = str | Strong | Foreign | Break
Content: TypeAlias = str | tuple[Inline, ...]
"""What stands in a line, a cell or a list item: most often just a text. Line ends in a text are spaces."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, `level` 2 to 6: level 1 is the document's title, and no level is left out on the way down."""

    level: int
    content: Content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `paragraphs` and `labelled` make them from a text of several."""

    content: Content


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels (without colon) and their values, a line each: `(("Paikka", "Teams"), …)`."""

    pairs: tuple[tuple[str, Content], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, which all writers print above it; the first cell of a row names the row.

    Every row has as many cells as the header, and no cell of the header is empty.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Columns, from 0, that hold numbers and are aligned to the right."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, and the table that says the same to readers of tables.

    The table stands beneath the picture, or alone where a format has no pictures; without a table its description does.
    """

    picture: Picture
    table: Table | None = None


Block: TypeAlias = Heading | Paragraph | Bullets | Fields | Table | Drawing


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file's properties tell about the document, where the format has such."""

    author: str = ""
    subject: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; the title is its only heading of level 1."""

    title: str
    language: str
    """`fi`, `sv` or `en`."""
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line that looks the same throughout, safe to show but not yet escaped."""

    text: str
    strong: bool = False
    language: str = ""
    """Empty: the document's."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs; a blank line of the text parts them, a single line end does not."""
    return tuple(Paragraph(part) for part in _parts(text))


def labelled(label: str, text: str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs of which the first begins with a label in bold: `Päätös: Hyväksyttiin`."""
    first, *others = _parts(text) or ("",)
    return (Paragraph((Strong(f"{label}:"), f" {first}")), *(Paragraph(part) for part in others))


def field(label: str, content: Content) -> Content:
    """Return a label in bold with its value, as the writers print a line of `Fields`."""
    return (Strong(f"{plain(label)}:"), " ", *((content,) if isinstance(content, str) else content))


def lines(content: Content) -> tuple[tuple[Run, ...], ...]:
    """Return the lines of a content as runs: control characters made visible, white space as one space each.

    A content without `Break` is one line; empty lines are left out. Writers build on this and escape what it gives.
    """
    found: list[list[Run]] = [[]]
    for inline in (content,) if isinstance(content, str) else content:
        if isinstance(inline, Break):
            found.append([])
        else:
            found[-1].append(_run(inline))
    return tuple(line for line in map(_trimmed, found) if line)


def plain(content: Content) -> str:
    """Return the text of a content on one line, cleaned and without any looks."""
    return " ".join("".join(run.text for run in line) for line in lines(content))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"\n\s*\n", clean(text)) if part.strip())


def _run(inline: str | Strong | Foreign) -> Run:
    if isinstance(inline, str):
        return Run(_spaced(inline))
    if isinstance(inline, Strong):
        return Run(_spaced(inline.text), strong=True)
    return Run(_spaced(inline.text), language=inline.language)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text))


def _trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs of a line without space at its ends or twice, nor inside the ends of what looks different."""
    found: list[Run] = []
    gap = False
    for run in runs:
        text = run.text.strip()
        if found and text and (gap or run.text.startswith(" ")):
            found.append(Run(" "))
        if text:
            found.append(Run(text, strong=run.strong, language=run.language))
        gap = run.text.endswith(" ") or (gap and not text)
    return tuple(found)
