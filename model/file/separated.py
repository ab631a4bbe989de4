"""Text files of answers: the encoding, the separator, the rows."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING

from model.answers.problems import refused
from model.answers.table import MOST_CELLS, MOST_COLUMNS, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = (";", ",", "\t")
_LOOKED_AT = 20
_SAMPLE = 50_000
_AT_ONCE = 2_000
_LONGEST_LINE = 1024 * 1024
_MARK = b"sep="
"""A first line that only Excel heeds, and does not count as a row: `sep=;`."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def rows_of(data: bytes) -> tuple[Table, str, str]:
    """Return the rows of a text file, its encoding and its separator; raises NotUnderstoodError."""
    data, encoding = decoded(data)
    _refuse_long_lines(data)
    data, separator = _separator(data, encoding)
    rows: list[list[str]] = []
    cells = 0
    # The bytes are decoded as they are read: a text of the whole would take four times the room.
    reader = csv.reader(TextIOWrapper(BytesIO(data), encoding, newline=""), delimiter=separator, strict=True)
    while some := _some(reader):
        widest = max(map(len, some))
        cells += widest * len(some)
        if widest > MOST_COLUMNS:
            raise refused("too-large", what="columns", limit=MOST_COLUMNS)
        if cells > MOST_CELLS:
            raise refused("too-large", what="cells", limit=MOST_CELLS)
        rows += some
    if (
        rows
        and not data.endswith((b"\n", b"\r", b"\n\0", b"\r\0"))
        and len(rows[-1]) < min(map(len, rows[-2:-1]), default=0)
    ):
        raise refused("cut-short", row=len(rows))
    if not any(len(row) > 1 for row in rows):
        raise refused("one-column")
    if sum(map(bool, rows[:100])) < 2:  # noqa: PLR2004 - headings and something under them
        raise refused("no-rows")
    return Table(rows), encoding[: len("utf-16")], separator


def _refuse_long_lines(data: bytes) -> None:
    """Raise NotUnderstoodError for a line that no row of answers has: it would become one enormous row."""
    place = 0
    while len(data) - place > _LONGEST_LINE:
        place = data.rfind(b"\n", place, place + _LONGEST_LINE) + 1
        if not place:
            raise refused("too-large", what="line", limit=_LONGEST_LINE)


def decoded(data: bytes) -> tuple[bytes, str]:
    """Return the bytes without their mark and the encoding: by the mark, else UTF-8, else Windows-1252.

    The last is what Excel writes in Finland where it is not asked for UTF-8. Raises NotUnderstoodError.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding), encoding
    if b"\0" in data:
        raise refused("not-text")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(data):
            raise refused("cut-short") from error
        return _checked(data, "cp1252"), "cp1252"
    return data, "utf-8"


def _checked(data: bytes, encoding: str) -> bytes:
    """Return the bytes if they are text in an encoding; raises NotUnderstoodError."""
    try:
        if "\0" in data.decode(encoding):
            raise refused("not-text")
    except UnicodeDecodeError as error:
        is_cut = error.end >= len(data) and encoding != "cp1252"
        raise refused("cut-short" if is_cut else "not-text") from error
    return data


def _separator(data: bytes, encoding: str) -> tuple[bytes, str]:
    """Return the bytes from the headings on, and what separates the cells.

    It is the one that cuts most of the first rows into equally many cells, at least two.
    """
    head, _, rest = data.partition(b"\n")
    said = head.strip().lower()
    if said.startswith(_MARK) and said[len(_MARK) :].decode(encoding) in SEPARATORS:
        return rest, said[len(_MARK) :].decode(encoding)
    text = data[:_SAMPLE].decode(encoding, errors="ignore")

    def fit(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in islice(_sample(text, separator), _LOOKED_AT) if len(row) > 1)
        width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return times, width

    return data, max(SEPARATORS, key=fit)


def _sample(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the first rows as one separator cuts them, as far as they can be read so."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    while True:
        try:
            yield next(reader)
        except (csv.Error, StopIteration):
            return


def _some(reader: Iterator[list[str]]) -> list[list[str]]:
    """Return the next rows; raises NotUnderstoodError where a quotation mark is never closed."""
    try:
        return list(islice(reader, _AT_ONCE))
    except csv.Error as error:
        raise refused("open-quote", row=getattr(reader, "line_num", None)) from error
