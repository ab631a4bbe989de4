"""Markdown that shows every text literally: the only place that escapes.

What people typed comes out as they typed it in CommonMark and in GitHub's tables alike: no emphasis,
link, heading, list, code or HTML can arise from it. Escapes are as few as that allows, for the source
is read and edited by people, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_ANYWHERE = re.compile(r"[\\`*_\[\]<|~#$]|&(?=[#A-Za-z])")
_AT_START = re.compile(r"(\d{1,9})(?=[.)](\s|$))|(?=[-+]([\s+-]|$)|[=>])")


def inline(text: str) -> str:
    """Return a text on one line so that Markdown shows it as it is within a line: in a cell, after a label."""
    return _ANYWHERE.sub(lambda found: "\\" + found[0], one_line(text))


def escaped(text: str) -> str:
    """Return a text on one line so that Markdown shows it as it is at the beginning of a block, too."""
    shown = inline(text)
    start = _AT_START.match(shown)
    return f"{shown[: start.end()]}\\{shown[start.end() :]}" if start else shown


def paragraphs(text: str) -> str:
    """Return a text as paragraphs; a blank line of the text parts them."""
    blocks = re.split(r"\n\s*\n", clean(text).strip())
    return "\n\n".join(escaped(block) for block in blocks)


def heading(depth: int, text: str) -> str:
    """Return a heading, `depth` 1 for the title."""
    return f"{'#' * depth} {inline(text)}"


def strong(text: str) -> str:
    """Return a text in bold."""
    return f"**{inline(text)}**"


def labelled(label: str, text: str) -> str:
    """Return paragraphs whose first begins with a label in bold."""
    return f"{strong(f'{label}:')} {paragraphs(text)}"


def bullets(texts: Iterable[str]) -> str:
    """Return a list; each text is escaped."""
    return "\n".join(f"- {escaped(text)}" for text in texts)


def fields(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a list of labels in bold with their values."""
    return "\n".join(f"- {strong(f'{label}:')} {inline(text)}" for label, text in pairs)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Collection[int] = ()) -> str:
    """Return a table; the columns in `numbers`, from 0, are aligned to the right."""
    ruler = ["---:" if column in numbers else "---" for column in range(len(header))]
    body = [[inline(cell) for cell in row] for row in (header, *rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (body[0], ruler, *body[1:]))


def document(blocks: Iterable[str]) -> str:
    """Return the blocks that are not empty as a file: a blank line between them, a line end after the last."""
    return "\n\n".join(block for block in blocks if block) + "\n"
