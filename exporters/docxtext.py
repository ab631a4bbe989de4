"""The text of a DOCX file, to compare it with what it was written from.

Whoever needs this module imports it where it is needed, for the library takes a while to load.
"""

from __future__ import annotations

import io
from zipfile import BadZipFile

import docx as library
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table


def docx_text(data: bytes) -> str:
    """Return the text of a DOCX file, a paragraph or a row of a table on a line; raise ValueError for another file."""
    try:
        document = library.Document(io.BytesIO(data))
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError) as error:
        raise ValueError from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            lines.append(block.text)
    return "\n".join(lines)
