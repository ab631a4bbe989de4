"""Files of answers as survey tools export them, made for the tests: text in any encoding, and bare spreadsheets."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from model.answers.table import column_name
from model.file.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.roadmap import Roadmap

    Rows = Sequence[Sequence[object]]

NAMES = {
    "osaaminen": "Henkilökohtainen digitaalinen osaamisesi",
    "palvelut": "Sähköisten palvelujen ja asiointimahdollisuuksien kattavuus ja laatu",
    "tieto": "Kerätyn datan ja tiedon hyödyntäminen kunnan toiminnassa ja johtamisessa",
}
"""Three viewpoints, by id."""
SECTORS = {"koulu": "Perusopetus", "tekninen": "Tekninen toimiala"}
WORDS = ("Heikko", "Välttävä", "Tyydyttävä", "Hyvä", "Erinomainen")
EOS = "En osaa sanoa"
ROADMAP = """\
schema = 1

[roadmap]
title = "Pikkukunnan digitiekartta"
organisation = "Pikkukunta"
first = "2025H1"
last = "2027H2"

[[sectors]]
id = "koulu"
name = "Perusopetus"
aliases = ["Koulut"]

[[sectors]]
id = "tekninen"
name = "Tekninen toimiala"

[[viewpoints]]
id = "osaaminen"
name = "Henkilökohtainen digitaalinen osaamisesi"
short = "Osaaminen"
scope = "own"

[[viewpoints]]
id = "palvelut"
name = "Sähköisten palvelujen ja asiointimahdollisuuksien kattavuus ja laatu"
short = "Sähköiset palvelut"
scope = "city"
aliases = ["Asioinnin laatu"]

[[viewpoints]]
id = "tieto"
name = "Kerätyn datan ja tiedon hyödyntäminen kunnan toiminnassa ja johtamisessa"
short = "Tieto"
scope = "city"
"""


def town(text: str = ROADMAP) -> Roadmap:
    """Return the roadmap of a small town with three viewpoints and two sectors."""
    found = read_bytes(text.encode()).roadmap
    assert found
    return found


def answers(count: int = 12) -> list[list[object]]:
    """Return the answers of so many people to the three questions: all levels, some who cannot say, some nothing."""
    cells = (*WORDS, EOS, "")
    return [[cells[(place + turn * 2) % len(cells)] for turn in range(len(NAMES))] for place in range(count)]


def forms(count: int = 12) -> list[list[object]]:
    """Return what Microsoft Forms exports of so many answers, with the sector and an open answer."""
    sectors = (*SECTORS.values(),)
    about = ["ID", "Start time", "Completion time", "Email", "Name", "Toimiala"]
    return [
        [*about, *NAMES.values(), "Vapaa sana"],
        *(
            [place + 1, "2026-10-01 09:00", "2026-10-02 09:30", "anonymous", "", sectors[place % 2], *row, "terveisiä"]
            for place, row in enumerate(answers(count))
        ),
    ]


def text(rows: Rows, *, separator: str = ";", encoding: str = "utf-8-sig", end: str = "\r\n") -> bytes:
    """Return rows as a text file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(*sheets: Rows, merged: str = "") -> bytes:
    """Return sheets as a spreadsheet, each cell as what it is: text, number, day or truth value."""
    bodies = [sheet_xml(rows, merged=merged) for rows in sheets]
    return packed(bodies)


def packed(bodies: Sequence[str], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a spreadsheet whose sheets have this XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    numbers = range(1, len(bodies) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="Sivu{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
        )
        + f'<Relationship Id="rIdS" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": body for n, body in zip(numbers, bodies, strict=True)},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name), body, compress_type=packing)
    return out.getvalue()


def sheet_xml(rows: Rows, *, merged: str = "") -> str:
    """Return a sheet as its part of the file."""
    lines = "".join(
        f'<row r="{number}">'
        + "".join(_cell(cell, f"{column_name(at)}{number}") for at, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    joined = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData>{joined}</worksheet>'


def _cell(cell: object, place: str) -> str:
    if cell is None or cell == "":
        return ""
    said = str(cell)
    if isinstance(cell, bool):
        kind, body = ' t="b"', f"<v>{int(cell)}</v>"
    elif isinstance(cell, (int, float)):
        kind, body = "", f"<v>{cell}</v>"
    elif isinstance(cell, date):
        kind, body = ' s="1"', f"<v>{_days(cell)}</v>"
    elif said.startswith("=") and len(said) > 1:
        kind, body = "", f"<f>{escape(said[1:])}</f>"
    elif said.startswith("#"):
        kind, body = ' t="e"', f"<v>{said}</v>"
    else:
        kind, body = ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(said)}</t></is>'
    return f'<c r="{place}"{kind}>{body}</c>'


def _days(day: date) -> float:
    """Return a day as a spreadsheet counts it, since the end of 1899."""
    hours = day.hour + day.minute / 60 if isinstance(day, datetime) else 0
    return day.toordinal() - date(1899, 12, 30).toordinal() + hours / 24
