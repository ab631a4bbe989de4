"""A file of answers on the disk: its bytes within bounds, told apart by what they are, never by the file's name."""

from __future__ import annotations

import errno
import hashlib
import stat
from io import BytesIO
from typing import TYPE_CHECKING

from model.answers.problems import refused
from model.answers.table import Book
from model.answers.unswept import unswept
from model.file.separated import rows_of
from model.file.workbook import unpacked

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 16 * 1024 * 1024
"""So long a file is read; forty thousand answers with open answers of a sentence are less."""
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xfe\xff"
_ZIP, _EMPTY_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml")


def read_answers(path: Path) -> Book:
    """Return what a file of answers holds; raises NotUnderstoodError for one that cannot be read."""
    data = _bytes(path)
    with unswept():
        return book_of(data)


def book_of(data: bytes) -> Book:
    """Return what the bytes of a file of answers hold; raises NotUnderstoodError."""
    if not data[:64].strip(_NOTHING) and not data.strip(_NOTHING):
        raise refused("empty-file")
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        found = unpacked(BytesIO(data))
        if not isinstance(found, bytes):
            return Book(found, sha256)
        data = found
    if data.startswith(_OLD_EXCEL):
        raise refused("old-excel")
    if data.lstrip()[:9].startswith(_OTHERS):
        raise refused("unknown-form")
    table, encoding, separator = rows_of(data)
    return Book((table,), sha256, encoding, separator)


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
            raise refused("not-a-file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise refused("no-file") from error
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        raise refused("unreadable", reason=errno.errorcode.get(number or 0, type(error).__name__)) from error
    if len(data) > MOST_BYTES:
        raise refused("too-large", what="bytes", limit=MOST_BYTES)
    return data
