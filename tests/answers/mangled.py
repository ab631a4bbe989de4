"""Files of answers as they come from the world: right ones in every form, and mangled ones; each by its seed."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from tests.answers.files import EOS, NAMES, SECTORS, WORDS, packed, sheet_xml, text, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    Counts = dict[str, tuple[int, ...]]

CELLS = (*WORDS, EOS)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what must become of it: a right import with these counts, a refusal, or either of the two."""

    kind: str
    data: bytes
    verdict: Literal["right", "refused", "either"]
    counts: Counts


@dataclass(slots=True)
class Draft:
    """Rows of a file in the making."""

    chance: random.Random
    rows: list[list[object]]
    first: int
    """The column of the first viewpoint."""

    @property
    def counts(self) -> Counts:
        """How many chose each level and could not say."""
        people = self.rows[1:]
        return {
            name: tuple(sum(row[self.first + place] == cell for row in people) for cell in CELLS)
            for place, name in enumerate(NAMES)
        }

    def somewhere(self) -> tuple[int, int]:
        """Return a cell with an answer."""
        return self.chance.randrange(1, len(self.rows)), self.first + self.chance.randrange(len(NAMES))

    def put(self, cell: object) -> None:
        """Put something else into a cell of answers."""
        row, column = self.somewhere()
        self.rows[row][column] = cell

    def as_text(self, **form: str) -> bytes:
        """Return the rows as a text file of one form or another."""
        chosen = {"encoding": self.chance.choice(ENCODINGS), "separator": self.chance.choice(";,\t"), **form}
        return text(self.rows, **chosen)

    def as_any(self) -> bytes:
        """Return the rows as a text file or as a spreadsheet."""
        return self.as_text() if self.chance.random() < 0.5 else workbook(self.rows)


def draft(chance: random.Random) -> Draft:
    """Return the answers of some people as a tool lays them out."""
    about = chance.choice((["ID", "Start time", "Completion time"], ["Aikaleima"], ["Nro", "Toimiala"], []))
    sectors = (*SECTORS.values(), "")
    rows: list[list[object]] = [[*about, *NAMES.values(), "Vapaa sana"]]
    for number in range(1, chance.randrange(8, 60)):
        known = {"ID": number, "Nro": number, "Toimiala": chance.choice(sectors)}
        row: list[object] = [known.get(name, "2026-10-02 10:00:00") for name in about]
        rows.append(
            [*row, *(chance.choice((*CELLS, "")) for _ in NAMES), chance.choice(("", "ok", 'hän sanoi: "ei; ei"'))]
        )
    rows[1][len(about) : len(about) + len(NAMES)] = ["Hyvä", EOS, "Heikko"]
    return Draft(chance, rows, len(about))


def _right(of: Draft) -> bytes:
    return of.as_any()


def _blank_lines(of: Draft) -> bytes:
    return of.as_text(encoding="cp1252", separator=";").replace(b"\r\n", b"\r\n\r\n") + b"\r\n" * 30


def _only_returns(of: Draft) -> bytes:
    return of.as_text(end="\r")


def _excel_mark(of: Draft) -> bytes:
    return b"sep=;\r\n" + of.as_text(encoding="utf-8", separator=";")


def _thousand_columns(of: Draft) -> bytes:
    for number, row in enumerate(of.rows):
        row += [f"Muu {place}" if number == 0 else "x" for place in range(1000)]
    return of.as_any()


def _short_rows(of: Draft) -> bytes:
    for row in of.rows[1:]:
        while row and row[-1] == "":
            row.pop()
    filled = Draft(of.chance, [row + [""] * (len(of.rows[0]) - len(row)) for row in of.rows], of.first)
    data = of.as_any()
    of.rows = filled.rows
    return data


def _title_rows(of: Draft) -> bytes:
    return (
        text([["Digikysely 2026"], *of.rows]) if of.chance.random() < 0.5 else workbook([["Digikysely"], [], *of.rows])
    )


def _merged(of: Draft) -> bytes:
    upper: list[object] = [*[""] * of.first, "Arvioi seuraavat", "", "", ""]
    return workbook([upper, *of.rows], merged="A1:C1")


def _digits(of: Draft) -> bytes:
    digits: dict[object, object] = {word: place for place, word in enumerate(WORDS, 1)}
    rows = [of.rows[0], *([digits.get(cell, cell) for cell in row] for row in of.rows[1:])]
    return text(rows) if of.chance.random() < 0.5 else workbook(rows)


def _odd(cell: object) -> Callable[[Draft], bytes]:
    def mangle(of: Draft) -> bytes:
        of.put(cell)
        return of.as_any()

    return mangle


def _odd_in_sheet(cell: object) -> Callable[[Draft], bytes]:
    def mangle(of: Draft) -> bytes:
        of.put(cell)
        return workbook(of.rows)

    return mangle


def _no_headings(of: Draft) -> bytes:
    return text(of.rows[1:])


def _turned_scale(of: Draft) -> bytes:
    turned: dict[object, object] = {word: f"{6 - place} = {word}" for place, word in enumerate(WORDS, 1)}
    return text([of.rows[0], *([turned.get(cell, cell) for cell in row] for row in of.rows[1:])])


def _strange_sector(of: Draft) -> bytes:
    for number, row in enumerate(of.rows):
        row.insert(0, "Toimiala" if number == 0 else "Keittiö" if number % 3 else "Perusopetus")
    of.first += 1
    of.rows = [[cell for at, cell in enumerate(row) if at == 0 or at >= of.first] for row in of.rows]
    of.first = 1
    return of.as_any()


def _twice(of: Draft) -> bytes:
    for row in of.rows:
        row.append(row[of.first])
    return of.as_any()


def _unclosed(of: Draft) -> bytes:
    data = of.as_text(encoding="utf-8", separator=";")
    place = data.index(b"\r\n") + 2
    return data[:place] + b'"' + data[place:]


def _without_mark(of: Draft) -> bytes:
    return of.as_text(encoding="utf-16-le")


def _ebcdic(of: Draft) -> bytes:
    return of.as_text(encoding="cp500", separator=";")


def _two_sheets(of: Draft) -> bytes:
    return workbook(of.rows, of.rows)


def _headings_only(of: Draft) -> bytes:
    return text(of.rows[:1]) if of.chance.random() < 0.5 else workbook(of.rows[:1])


def _constant(data: bytes) -> Callable[[Draft], bytes]:
    return lambda _: data


def _noise(of: Draft) -> bytes:
    return of.chance.randbytes(of.chance.randrange(1, 5000))


def _noise_in_zip(of: Draft) -> bytes:
    return b"PK\x03\x04" + of.chance.randbytes(2000)


def _cut(of: Draft) -> bytes:
    data = of.as_any()
    return data[: of.chance.randrange(1, len(data))]


def _flipped(of: Draft) -> bytes:
    data = bytearray(of.as_any())
    for _ in range(of.chance.randrange(1, 12)):
        data[of.chance.randrange(len(data))] ^= 1 << of.chance.randrange(8)
    return bytes(data)


def _twice_encoded(of: Draft) -> bytes:
    return of.as_text(encoding="utf-8", separator=";").decode("cp1252", errors="replace").encode()


def _far(place: str) -> Callable[[Draft], bytes]:
    def mangle(of: Draft) -> bytes:
        body = sheet_xml(of.rows)
        return packed([body.replace("</sheetData>", f'<row r="9"><c r="{place}"><v>1</v></c></row></sheetData>')])

    return mangle


def _far_in_other_words(of: Draft) -> bytes:
    body = sheet_xml(of.rows)
    return packed([body.replace("</sheetData>", "<row><c\tr = 'xfd1048576'><v>1</v></c></row></sheetData>")])


def _entities(of: Draft) -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{levels}]>' + sheet_xml(of.rows)
    return packed([body.replace(str(of.rows[1][of.first]), "&a9;", 1)])


def _bomb(of: Draft) -> bytes:
    del of
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1024 * 1024)
    return out.getvalue()


def _lying_bomb(of: Draft) -> bytes:
    """An archive whose directory says that the unpacked part has ten bytes."""
    data = bytearray(_bomb(of))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def _rows(count: int) -> Callable[[Draft], bytes]:
    def mangle(of: Draft) -> bytes:
        line = text([of.rows[1]])[3:]
        return text(of.rows) + line * count

    return mangle


def _rows_in_sheet(of: Draft) -> bytes:
    people = of.rows[1:]
    return workbook([of.rows[0], *(people[place % len(people)] for place in range(200_000))])


def _one_line(of: Draft) -> bytes:
    del of
    return b"a;b\n" + b";" * 5_000_000


def _many_columns(of: Draft) -> bytes:
    return text([[*row, *["x"] * 5_000] for row in of.rows])


RIGHT: tuple[Callable[[Draft], bytes], ...] = (
    *(_right, _blank_lines, _only_returns, _excel_mark, _thousand_columns, _short_rows, _title_rows, _merged, _digits),
    _right,
)
REFUSED: tuple[Callable[[Draft], bytes], ...] = (
    *map(_odd, ("melko hyvä", "4,5", "0", "6", "4 – Heikko", "hyvä, kai", "<hyvä>", "\x1b[31mhyvä", "1.2.2026")),
    *map(_odd_in_sheet, (date(2026, 5, 4), True, 3.5, "#VALUE!", "=SUM(A1:A9)")),
    *(_no_headings, _turned_scale, _strange_sector, _twice, _unclosed, _without_mark, _ebcdic, _two_sheets),
    *(_headings_only, _noise_in_zip, _far("XFD1048576"), _far("A1048576"), _far_in_other_words),
    *map(
        _constant, (b"", b" \r\n ", b"\xef\xbb\xbf", b"%PDF-1.7\n%abc", b"<html><table></table></html>", b"PK\x05\x06")
    ),
    *map(
        _constant,
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b'{"a": [1, 2]}\n', b"vain tekstia\nilman erotinta\n"),
    ),
)
EITHER: tuple[Callable[[Draft], bytes], ...] = (_cut, _flipped, _cut, _twice_encoded, _cut, _flipped, _noise, _entities)
HEAVY: tuple[Callable[[Draft], bytes], ...] = (
    _bomb,
    _lying_bomb,
    _rows(200_000),
    _rows_in_sheet,
    _one_line,
    _many_columns,
)
"""What takes seconds to make."""


def made(seed: int, *, heavy: bool = False) -> Made:
    """Return the file of a seed; every seed makes the same file anywhere."""
    chance = random.Random(seed)
    of = draft(chance)
    groups = ((RIGHT, "right"), (REFUSED, "refused"), (EITHER, "either"))
    if heavy:
        mangle, verdict = HEAVY[seed % len(HEAVY)], "refused"
    else:
        mangles, verdict = groups[seed % len(groups)]
        mangle = mangles[seed // len(groups) % len(mangles)]
    before = of.counts
    data = mangle(of)
    name = mangle.__qualname__.split(".")[0]
    return Made(f"{seed}{name}", data, verdict, before)  # type: ignore[arg-type]  # one of the three
