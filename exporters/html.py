"""Documents as HTML: one file without script, style sheet or address, to publish or to copy into an intranet.

The few styles stand in the elements, because intranet editors drop everything else. `_escaped` is the only place
that escapes.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from exporters.document import Bullets, Drawing, Fields, Heading, Paragraph, Table, field, lines, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.document import Block, Content, Document, Metadata, Run

_DEEPEST = 6
_PAGE = (
    "margin: 0 auto; max-width: 50em; padding: 1em; font-family: sans-serif; line-height: 1.5; "
    "overflow-wrap: break-word"
)
_TABLE = "border-collapse: collapse; margin: 0.8em 0"
_FIGURE = "margin: 1.6em 0 0"
_CAPTION = "text-align: left; padding: 0.3em 0"
_CELL = "border: 1px solid #666; padding: 0.3em 0.6em; text-align: {side}; vertical-align: top"
_ONE_LINE = 12
_UNBROKEN = "; white-space: nowrap"
"""Said of a cell that holds a number such as 3/2026-1, which would be broken at its sign."""
_LONGEST_WORD = 30
_BREAKS = "; overflow-wrap: anywhere"
"""Said of a cell whose longest word would make the table wider than the page."""
_FORMULA = ("=", "+", "-", "@")
_AS_TEXT = r"; mso-number-format: '\@'"
"""Said of a cell that Excel would take for a formula when it is pasted there."""


def html(document: Document, *, top: int = 1) -> str:
    """Return a document as a whole HTML file with LF line ends.

    The title is a heading of level `top`, and the others follow it: 2 where the page around it has a heading of
    level 1 already.
    """
    title = _escaped(plain(document.title))
    blocks = (_block(block, top - 1) for block in (Heading(1, document.title), *document.blocks))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_escaped(document.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            *_properties(document.metadata),
            "</head>",
            f'<body style="{_PAGE}">',
            "<main>",
            *(line for line in blocks if line),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _properties(metadata: Metadata) -> Iterable[str]:
    day = metadata.date.isoformat() if metadata.date else ""
    for name, text in (("author", metadata.author), ("description", metadata.subject), ("dcterms.date", day)):
        if shown := plain(text):
            yield f'<meta name="{name}" content="{_escaped(shown)}">'


def _block(block: Block, deeper: int) -> str:
    match block:
        case Heading(level, content):
            return _element(f"h{min(level + deeper, _DEEPEST)}", _inline(content))
        case Paragraph(content):
            return _element("p", _inline(content))
        case Bullets(items):
            return _list(items)
        case Fields(pairs):
            return _list(field(label, content) for label, content in pairs)
        case Table():
            return _table(block)
        case Drawing():
            return _drawing(block)


def _element(name: str, shown: str) -> str:
    return f"<{name}>{shown}</{name}>" if shown else ""


def _list(items: Iterable[Content]) -> str:
    written = [text for text in (_element("li", _inline(item)) for item in items) if text]
    return "\n".join(("<ul>", *written, "</ul>")) if written else ""


def _table(table: Table) -> str:
    caption = f'<caption style="{_CAPTION}">{_inline(table.caption)}</caption>' if plain(table.caption) else ""
    head = "".join(_cell(cell, table, column, scope="col") for column, cell in enumerate(table.header))
    body = (
        "".join(_cell(cell, table, column, scope="" if column else "row") for column, cell in enumerate(row))
        for row in table.rows
    )
    return "\n".join(
        (
            f'<table style="{_TABLE}">',
            *((caption,) if caption else ()),
            f"<thead>\n<tr>{head}</tr>\n</thead>",
            "<tbody>",
            *(f"<tr>{row}</tr>" for row in body),
            "</tbody>",
            "</table>",
        )
    )


def _drawing(drawing: Drawing) -> str:
    """Return the picture, then the table; an SVG may stand in HTML as it is.

    Without a table the title stands beneath the picture: some editors of intranets drop the picture itself.
    """
    caption = "" if drawing.table else f"<figcaption>{_inline(drawing.picture.title)}</figcaption>"
    figure = f'<figure style="{_FIGURE}">\n{drawing.picture.svg}{caption}\n</figure>'
    return f"{figure}\n{_table(drawing.table)}" if drawing.table else figure


def _cell(content: Content, table: Table, column: int, *, scope: str) -> str:
    shown = _inline(content)
    style = _CELL.format(side="right" if column in table.numeric else "left")
    text = plain(content)
    if column not in table.numeric and text.startswith(_FORMULA):
        style += _AS_TEXT
    if "-" in text and " " not in text and len(text) <= _ONE_LINE:
        style += _UNBROKEN
    if any(len(word) > _LONGEST_WORD for word in text.split()):
        style += _BREAKS
    if not scope or not shown:
        return f'<td style="{style}">{shown}</td>'
    weight = "; font-weight: normal" if scope == "row" else ""
    return f'<th scope="{scope}" style="{style}{weight}">{shown}</th>'


def _inline(content: Content) -> str:
    return "<br>".join(_line(line) for line in lines(content))


def _line(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _element("strong", _escaped(run.text)) if run.strong else _escaped(run.text)
    return f'<span lang="{_escaped(run.language)}">{text}</span>' if run.language else text


def _escaped(text: str) -> str:
    """Return a text so that HTML shows it as it is, between tags and in an attribute."""
    return escape(text, quote=True)
