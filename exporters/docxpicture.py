"""A picture in a DOCX file: the drawing itself as SVG, and a PNG of it for programs that know no SVG.

Office keeps an SVG as an extension of a raster picture (`asvg:svgBlip`); older programs, LibreOffice 7 among them,
show the raster picture. Without the extra that makes the PNG there is none that is true, and they would show an empty
frame: then nothing is drawn, and the table beneath says it all.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu

from exporters.svg.png import NoLettersError, NoRendererError, png
from model.text import one_line

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from exporters.svg.picture import Picture

_PIXEL = 9525
"""A pixel of CSS in the units of Office, of which an inch has 914 400."""
_LONGEST_NAME, _LONGEST_TEXT = 70, 2000
_SVG_TYPE = "image/svg+xml"
_EXTENSION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{part}"/>'
    "</a:ext></a:extLst>"
)


def raster(picture: Picture) -> bytes | None:
    """Return a picture as PNG; None where the extra is not installed or the machine has no letters."""
    try:
        return png(picture)
    except (NoRendererError, NoLettersError):
        return None


def draw(paragraph: Paragraph, picture: Picture, data: bytes, *, room: int) -> int:
    """Put a picture with its PNG into a paragraph, no wider than the room, with its words; return how high it is.

    Room and height are in units of Office.
    """
    wide = min(room, picture.width * _PIXEL)
    found = paragraph.add_run().add_picture(io.BytesIO(data), width=Emu(wide))._inline  # noqa: SLF001 - no call
    about = found.docPr
    about.set("name", one_line(picture.title, limit=_LONGEST_NAME))
    about.set("title", one_line(picture.title, limit=_LONGEST_NAME))
    about.set("descr", one_line(picture.description, limit=_LONGEST_TEXT))
    blip = found.find(f".//{qn('a:blip')}")
    blip.append(parse_xml(_EXTENSION.format(part=_part(paragraph, picture))))
    return wide * picture.height // picture.width


def _part(paragraph: Paragraph, picture: Picture) -> str:
    """Add the SVG to the file and return the name of the relation to it."""
    package = paragraph.part.package
    name = package.next_partname("/word/media/drawing%d.svg")
    return paragraph.part.relate_to(Part(name, _SVG_TYPE, picture.svg.encode(), package), RELATIONSHIP_TYPE.IMAGE)
