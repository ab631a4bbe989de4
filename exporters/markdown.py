"""Documents as Markdown: CommonMark with tables, in which every text is shown literally.

What people typed comes out as they typed it: no emphasis, link, heading, list, code or HTML can arise from it.
`_escaped` and `_begun` are the only places that escape, and as little as that allows, for the source is read by people,
too. The source passes markdownlint's default rules whatever the texts hold: prose is wrapped at 80 columns, and
in a heading or a table, which cannot be wrapped, a space behind that column is written as `&#32;`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporters.document import Bullets, Drawing, Fields, Heading, Paragraph, Table, field, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.document import Block, Content, Document, Run

COLUMNS = 80
"""The longest line, in UTF-16 units as markdownlint counts; a longer word stands alone."""
_MARKS = re.compile(
    r"[\\`*_\[\]<|~#$]|&(?=[#A-Za-z])"
    r"|:(?=//)|(?<=www)\.(?=\S)|(?<=\w)@(?=\w)",  # what some renderers take for an address
    re.IGNORECASE,
)
_AT_START = re.compile(r"(\d{1,9})(?=[.)](\s|$))|(?=[-+:]([-+:|\s\\]|$)|[=>])")
_ENDING = re.compile("[.,;:!\u3002\uff0c\uff1b\uff1a\uff01]$")
"""What markdownlint's rule MD026 does not want at the end of a heading."""
_SPACE = "&#32;"
_BACKSLASH = r"\\"
_BREAK = "  "
"""Two spaces end a line so that it stays one; more renderers know them than a backslash."""


def markdown(document: Document) -> str:
    """Return a document as the text of a file with LF line ends."""
    found: list[str] = []
    after_list = False
    for block in (Heading(1, document.title), *document.blocks):
        is_list = isinstance(block, Bullets | Fields)
        if text := _block(block):
            found += ["\n" if after_list and is_list else "\n\n", text]  # two lists in a row are one to Markdown
            after_list = is_list
    return "".join(found[1:]) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return _heading(level, content)
        case Paragraph(content):
            return _wrapped(content)
        case Bullets(items):
            return _list(items)
        case Fields(pairs):
            return _list(field(label, content) for label, content in pairs)
        case Table():
            return _table(block)
        case Drawing(picture, table):
            return _table(table) if table else _wrapped(picture.description)


def _heading(level: int, content: Content) -> str:
    text = _one_line(content)
    if ending := _ENDING.search(text):
        text = f"{text[: ending.start()]}&#{ord(ending[0])};"
    return _unbroken(f"{'#' * level} {text}") if text else ""


def _list(items: Iterable[Content]) -> str:
    written = (_wrapped(item, indent="  ") for item in items)
    return "\n".join(f"- {item}" for item in written if item)


def _table(table: Table) -> str:
    """Return the caption and the table; where a row is too long, without the spaces beside the bars."""
    cells = [[_one_line(cell) for cell in row] for row in (table.header, *table.rows)]
    ruler = ["---:" if column in table.numeric else "---" for column in range(len(table.header))]
    rows = [cells[0], ruler, *cells[1:]]
    found = [f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in row)}|" for row in rows]
    if any(_units(row) > COLUMNS for row in found):
        found = [_unbroken(f"|{'|'.join(map(_closed, row))}|") for row in rows]
    caption = _wrapped(table.caption)
    return "\n".join((caption, "", *found) if caption else found)


def _closed(cell: str) -> str:
    """Return a cell whose last backslash does not escape the bar right behind it."""
    return f"{cell.removesuffix(_BACKSLASH)}&#92;" if cell.endswith(_BACKSLASH) else cell


def _wrapped(content: Content, *, indent: str = "") -> str:
    """Return a content in lines that fit; all but the first are indented."""
    found = [_line(line).split(" ") for line in lines(content)]
    width = COLUMNS - len(indent) - (len(_BREAK) if len(found) > 1 else 0)
    filled = [_filled(words, width) for words in found]
    for lines_before in filled[:-1]:
        lines_before[-1] += _BREAK if _units(lines_before[-1]) <= width else "\\"
    return f"\n{indent}".join(line for written in filled for line in written)


def _filled(words: Iterable[str], width: int) -> list[str]:
    """Return words in lines of a width; a line begins with nothing that would begin a block."""
    found: list[str] = []
    for word in words:
        if found and _units(found[-1]) + 1 + _units(word) <= width:
            found[-1] += f" {word}"
        else:
            found.append(_begun(word))
    return found


def _one_line(content: Content) -> str:
    return " ".join(_line(line) for line in lines(content))


def _line(runs: Sequence[Run]) -> str:
    """Return a line escaped; bold only between spaces, for elsewhere the asterisks might not count."""
    around = ["", *(run.text for run in runs), ""]
    return "".join(
        f"**{_escaped(run.text)}**" if run.strong and {before, after} <= {"", " "} else _escaped(run.text)
        for before, run, after in zip(around, runs, around[2:], strict=False)
    )


def _unbroken(line: str) -> str:
    """Return a line that cannot be wrapped so that no space stands behind the last column."""
    head = line
    while _units(head) >= COLUMNS:
        head = head[: len(head) - 1 - (_units(head) - COLUMNS) // 2]
    return head + line[len(head) :].replace(" ", _SPACE)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is within a line."""
    return _MARKS.sub(lambda found: "\\" + found[0], text)


def _begun(word: str) -> str:
    """Return an escaped word so that Markdown shows it as it is at the beginning of a line."""
    start = _AT_START.match(word)
    return f"{word[: start.end()]}\\{word[start.end() :]}" if start else word
