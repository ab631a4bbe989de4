"""Spreadsheets of answers: unpacked within bounds before calamine sees them, and measured before it lays them out.

calamine lays a sheet out as a full rectangle: a single cell at XFD1048576 would ask for 400 GB. So every part that it
needs is unpacked here, counted while it is, and handed over in an archive made anew, where nothing is packed: sizes
that lie, encrypted parts and parts that nobody needs do not reach it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from struct import error as struct_error
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from model.answers.problems import refused
from model.answers.table import MOST_CELLS, MOST_COLUMNS, MOST_SHEETS, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_UNPACKED = 64 * 1024 * 1024
"""So many bytes does a workbook have unpacked, at most; twenty thousand answers have twenty million."""
MOST_TEXTS = 24 * 1024 * 1024
"""So many bytes of these are texts that cells share."""
_MOST_PARTS = 2_000
_AT_ONCE = 1024 * 1024
_WORKBOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/(?:worksheets|chartsheets|dialogsheets|macrosheets)/[^/]+\.xml", re.IGNORECASE)
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels|xl/(?:workbook|styles|sharedStrings)\.xml"
    rf"|{_SHEET.pattern}",
    re.IGNORECASE,
)
_COLUMN, _ROW = re.compile(rb'<c r="([A-Za-z]{1,4})'), re.compile(rb'<c r="[A-Za-z]{1,4}([0-9]{1,8})')
_NOT_NEAR = re.compile(rb'<c(?! r="[A-Z][0-9]{1,5}"|ol)')
"""Where no cell says anything but one letter and five digits, a sheet is laid out in 60 MB, if it lies all it can."""
_PLACE = re.compile(rb"""["']([A-Za-z]{0,4})(\d{1,12})["']""")
_CELL, _ROW_TAG = re.compile(rb"<(?:\w+:)?c[\s/>]"), re.compile(rb"<(?:\w+:)?row[\s/>]")
_UNCALCULATED = re.compile(
    rb"""<c\b(?![^<>]*\bt="str")(?=[^<>]*\br="([A-Za-z]+\d+)")[^<>]*>"""
    rb"(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"
)
_SHARED = re.compile(rb"""<(?:[^\s<>:]+:)?sst\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_COUNTED = re.compile(rb"""\s(?:uniqueC|c)ount\s*=\s*(?:"[^"]*"|'[^']*')""")
_BEFORE_ALL_DAYS = re.compile(rb"<v>-(?:\d{12,}|[\d.]+[eE]\+?\d)")
"""So long before 1900 that calamine gives up, should the number be shown as a day."""


def unpacked(file: BytesIO) -> tuple[Table, ...] | bytes:
    """Return the sheets of a workbook, or the only text file of an archive (Google Forms packs its CSV).

    Raises NotUnderstoodError.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise refused("too-large", what="unpacked", limit=MOST_UNPACKED)
            if any(part.filename.lower() == _WORKBOOK for part in parts):
                return _sheets(_repacked(archive, parts))
            return _only_file(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct_error) as error:
        raise refused("damaged") from error
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in a way of its own
        raise refused("password") from error


def _only_file(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> bytes:
    files = [part for part in parts if not part.is_dir() and not part.filename.startswith("__MACOSX/")]
    if any(part.filename in ("content.xml", "xl/workbook.bin") for part in files):
        raise refused("unknown-form")
    if len(files) != 1:
        raise refused("several-files")
    data = _read(archive, files[0], MOST_TEXTS)
    if data.startswith(b"PK"):
        raise refused("unknown-form")
    return data


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> bytes:
    """Return a part unpacked; raises NotUnderstoodError beyond the limit, whatever size it pretends to have."""
    if part.file_size > limit:
        raise refused("too-large", what="unpacked", limit=MOST_UNPACKED)
    with archive.open(part) as source:
        return source.read(limit)


def _repacked(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> BytesIO:
    """Return an archive of the parts that are needed, unpacked and measured."""
    made = BytesIO()
    left, names = MOST_UNPACKED, set()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for part in parts:
            if not _NEEDED.fullmatch(part.filename):
                continue
            if part.filename.lower() in names:
                raise refused("damaged")
            names.add(part.filename.lower())
            data = _read(archive, part, min(left, MOST_TEXTS) if "sharedstrings" in part.filename.lower() else left)
            left -= len(data)
            if _SHEET.fullmatch(part.filename):
                _measure(data)
                data = _with_errors(data)
            elif "sharedstrings" in part.filename.lower():
                # calamine keeps room for as many texts as are said to follow, even if that is more than there is.
                data = _SHARED.sub(lambda tag: _COUNTED.sub(b"", tag[0]), data)
            target.writestr(zipfile.ZipInfo(part.filename), data)
    made.seek(0)
    return made


def _with_errors(data: bytes) -> bytes:
    """Return a sheet in which errors, and formulas that nobody has calculated, are texts: calamine has them empty."""
    if _has(data, b' t="e"'):
        data = data.replace(b' t="e"', b' t="str"')
    return _UNCALCULATED.sub(rb'<c r="\1" t="str"><v>=?</v></c>', data) if _has(data, b"<f") else data


def _measure(data: bytes) -> None:
    """Raise NotUnderstoodError for a sheet whose cells span too large a rectangle, or hold what calamine fails at."""
    if _has(data, b">-") and _BEFORE_ALL_DAYS.search(data):
        raise refused("damaged")
    if _is_near(data):
        return
    columns, rows, cells = extent(data)
    if columns > MOST_COLUMNS:
        raise refused("too-large", what="columns", limit=MOST_COLUMNS)
    if columns * rows > MOST_CELLS or cells > MOST_CELLS:
        raise refused("too-large", what="cells", limit=MOST_CELLS)


def _is_near(data: bytes) -> bool:
    """Whether no cell can be beyond Z99999: read in a third of the time that the very last cell takes to find."""
    return not _has(data, b":c") and not _NOT_NEAR.search(data)


def _has(data: bytes, mark: bytes) -> bool:
    """Whether a mark is in a sheet; looked for from the end, for its first letter is rarer there than its last."""
    return data.rfind(mark) >= 0


def extent(data: bytes) -> tuple[int, int, int]:
    """Return the last column and the last row that a sheet may reach, and how many cells it has."""
    columns = _COLUMN.findall(data)
    others = data.count(b"<c") - len(columns)
    if _has(data, b":c") or (others and others != data.count(b"<col")):
        return _extent_of_unusual(data)
    return max(map(_number, set(columns)), default=1), max(map(int, set(_ROW.findall(data))), default=1), len(columns)


def _extent_of_unusual(data: bytes) -> tuple[int, int, int]:
    """Return the extent of a sheet with cells that do not say their place, or say it in another way than Excel."""
    places = set(_PLACE.findall(data))
    within = max(len(_CELL.findall(part)) for part in _ROW_TAG.split(data))
    following = max((int(number) for _, number in places), default=0) + len(_ROW_TAG.findall(data))
    return max([within, *(_number(name) for name, _ in places)]), max(following, 1), len(_CELL.findall(data))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _sheets(file: BytesIO) -> tuple[Table, ...]:
    """Return the visible sheets with anything in them; raises NotUnderstoodError."""
    try:
        book = CalamineWorkbook.from_filelike(file)
        chosen = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        return _tables(book, chosen)
    except CalamineError as error:
        raise refused("damaged") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # what calamine raises where it gives up
            raise refused("damaged") from error
        raise


def _tables(book: CalamineWorkbook, names: Sequence[str]) -> tuple[Table, ...]:
    if len(names) > MOST_SHEETS:
        raise refused("too-large", what="sheets", limit=MOST_SHEETS)
    tables: list[Table] = []
    cells = 0
    for name in names:
        sheet = book.get_sheet_by_name(name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise refused("too-large", what="cells", limit=MOST_CELLS)
        if sheet.total_height:
            tables.append(Table(sheet.to_python(skip_empty_area=False), name))
    if not tables:
        raise refused("no-rows")
    return tuple(tables)
