"""The text of a DOCX file, to compare it with what it was written from.

Whoever needs this module imports it where it is needed, for the library takes a while to load.
"""

from __future__ import annotations

import io

import docx as library
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from exporters.docx import UNREADABLE


def docx_text(data: bytes) -> str:
    """Return the text of a DOCX file, a paragraph or a row of a table on a line; raise ValueError for another file."""
    try:
        blocks = list(library.Document(io.BytesIO(data)).iter_inner_content())
    except (*UNREADABLE, PackageNotFoundError) as error:
        raise ValueError("no Word file") from error
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            lines.append(block.text)
    return "\n".join(lines)
