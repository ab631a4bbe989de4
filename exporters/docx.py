"""Documents as DOCX for the case-management system: built-in heading styles, repeated header rows, language, title.

python-docx escapes what it writes; `_text` is the only place that gives it text. Whoever needs this module imports
it where it is needed, for the library takes a while to load.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx as library
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from exporters.document import BadTemplateError, Bullets, Drawing, Fields, Heading, Paragraph, Run, Table, lines, plain
from exporters.docxpicture import draw, raster
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docx.document import Document as File
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as FileTable
    from docx.text.paragraph import Paragraph as FileParagraph

    from exporters.document import Block, Content, Document

LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
"""The language tags of Word for those of a document."""
_FONT = "Arial"
_INK = RGBColor(0x1F, 0x29, 0x37)
_LETTERS: Mapping[str, tuple[float, float, float]] = {
    "Normal": (11, 6, 0),
    "List Bullet": (11, 2, 0),
    "Heading 1": (18, 0, 6),
    "Heading 2": (13, 16, 2),
    "Heading 3": (11.5, 12, 2),
    "Caption": (10, 6, 4),
    "Table Text": (10, 2, 2),
}
"""Sizes of letters, and the space before and after a paragraph, in points; all but the last are built-in styles."""
_CELL = "Table Text"
_CLOSE = Pt(2)
_LABEL = Cm(4.5)
_MARGIN, _TOP_MARGIN = Cm(2), Cm(2.6)
_LONGEST_NAME = 70
_LONGEST_PROPERTY = 255
_WIDEST, _LONGEST_WORD = 44, 30
"""Letters by which a column's longest text and word are counted at most when the page is shared out."""
_LETTER, _BOLD_LETTER, _PADDING = Pt(5), Pt(6.2), Cm(0.45)
"""The width of a letter of a table and of its header, and the room at both sides of a cell."""
_LOW = Cm(9)
"""A picture lower than this is not parted from its table; a higher one would leave half a page empty."""
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
UNREADABLE = (ValueError, KeyError, AttributeError, SyntaxError, zipfile.BadZipFile)
"""What is raised of a file that is no Word file: a part of another kind lacks what is read, and lxml's errors of XML
are syntax errors."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx(document: Document, *, template: bytes | None = None) -> bytes:
    """Return a document as the bytes of a DOCX file, the same bytes each time; raise BadTemplateError.

    `template` is a .docx or .dotx whose styles, page and header are taken; the document comes after what it holds.
    """
    file = _opened(template) if template else library.Document()
    if template is None:
        _lay_out(file, document.title)
    _describe(file, document)
    for block in (Heading(1, document.title), *document.blocks):
        _write(file, block)
    stream = io.BytesIO()
    file.save(stream)
    return _repacked(stream.getvalue())


def _opened(template: bytes) -> File:
    try:
        file = library.Document(io.BytesIO(_repacked(template)))
        has_pages = len(file.sections) > 0
    except UNREADABLE as error:
        raise BadTemplateError from error
    if not has_pages:
        raise BadTemplateError
    return file


def _repacked(data: bytes) -> bytes:
    """Return a file's parts packed anew: without the time of packing, and a template as a document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _lay_out(file: File, title: str) -> None:
    """Set an A4 page with the title and page number at its top, and plain letters."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.bottom_margin = _MARGIN
    page.top_margin = _TOP_MARGIN
    top = page.header.paragraphs[0]
    top.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _text(top, (Run(f"{one_line(title, limit=_LONGEST_NAME)}   "),))
    for name, around in (("PAGE", " ("), ("NUMPAGES", ")")):
        field = _element("w:fldSimple", instr=name)
        top._p.append(field)  # noqa: SLF001 - python-docx has no call for a field
        top.add_run(around)
    for name, letters in _LETTERS.items():
        _plain_letters(_style(file, name), letters)


def _plain_letters(style: ParagraphStyle, letters: tuple[float, float, float]) -> None:
    size, before, after = letters
    for old in style.element.xpath("w:rPr/w:rFonts"):
        old.getparent().remove(old)
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15


def _describe(file: File, document: Document) -> None:
    """Set the title and language of the file, and what its properties tell."""
    language = LANGUAGES.get(document.language, document.language)
    properties = file.core_properties
    properties.title, properties.language = _property(document.title), language
    properties.author, properties.subject = _property(document.metadata.author), _property(document.metadata.subject)
    properties.comments = properties.last_modified_by = ""
    if day := document.metadata.date:
        properties.created = properties.modified = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    places = "w:docDefaults/w:rPrDefault/w:rPr/w:lang | w:style[@w:default='1' and @w:type='paragraph']/w:rPr/w:lang"
    found = (*file.styles.element.xpath(places), *file.settings.element.xpath("w:themeFontLang"))
    for place in found:
        place.set(qn("w:val"), language)
    if not found:
        file.styles["Normal"].element.get_or_add_rPr().append(_element("w:lang", val=language))


def _property(text: str) -> str:
    return one_line(text, limit=_LONGEST_PROPERTY)


def _write(file: File, block: Block) -> None:
    match block:
        case Heading(level, content):
            _paragraph(file, content, f"Heading {level}")
        case Paragraph(content):
            _paragraph(file, content, "Normal")
        case Bullets(items):
            for item in items:
                _paragraph(file, item, "List Bullet")
        case Fields(pairs):
            for label, content in pairs:
                _field(file, label, content)
        case Table():
            _table(file, block)
        case Drawing():
            _drawing(file, block)


def _paragraph(file: File, content: Content, style: str) -> FileParagraph | None:
    written = lines(content)
    if not written:
        return None
    found = file.add_paragraph(style=_style(file, style))
    for number, line in enumerate(written):
        if number:
            found.add_run().add_break()
        _text(found, line)
    return found


def _field(file: File, label: str, content: Content) -> None:
    """Write a label at the margin and its value beside it."""
    found = file.add_paragraph(style=_style(file, "Normal"))
    form = found.paragraph_format
    form.left_indent, form.first_line_indent, form.space_before = _LABEL, -_LABEL, _CLOSE
    form.tab_stops.add_tab_stop(_LABEL)
    _text(found, (Run(f"{plain(label)}:", strong=True),))
    found.add_run().add_tab()
    for number, line in enumerate(lines(content)):
        if number:
            found.add_run().add_break()
        _text(found, line)


def _drawing(file: File, drawing: Drawing) -> None:
    """Write a picture, which has its title in it, where it can be drawn; its table, or else its description."""
    data = raster(drawing.picture)
    if data is not None:
        shown = file.add_paragraph(style=_style(file, "Normal"))
        high = draw(shown, drawing.picture, data, room=_room(file))
        shown.paragraph_format.keep_with_next = True if drawing.table and high < _LOW else None
    if drawing.table:
        _table(file, drawing.table)
    elif data is None:
        _paragraph(file, drawing.picture.description, "Normal")


def _table(file: File, table: Table) -> None:
    if caption := _paragraph(file, table.caption, "Caption"):
        caption.paragraph_format.keep_with_next = True
    found = file.add_table(rows=1 + len(table.rows), cols=len(table.header))
    found.style = _style(file, "Table Grid", WD_STYLE_TYPE.TABLE)
    found.alignment = WD_TABLE_ALIGNMENT.LEFT
    if name := plain(table.caption):
        found._tblPr.append(_element("w:tblCaption", val=one_line(name, limit=_LONGEST_NAME)))  # noqa: SLF001 - no call
    widths = _widths(file, table)
    for column, width in zip(found.columns, widths, strict=True):
        column.width = width
    _fill(found, table, widths, style=_style(file, _CELL).style_id)


def _fill(found: FileTable, table: Table, widths: Sequence[int], *, style: str) -> None:
    """Write the cells in a style by its id; to give each the style itself looks through all styles each time."""
    for number, (row, contents) in enumerate(zip(found.rows, (table.header, *table.rows), strict=True)):
        marks = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no call for either mark
        marks.append(_element("w:cantSplit"))
        if number == 0:
            marks.append(_element("w:tblHeader"))
        for column, (cell, content) in enumerate(zip(row.cells, contents, strict=True)):
            cell.width = widths[column]
            shown = cell.paragraphs[0]
            shown._p.style = style  # noqa: SLF001 - python-docx has no call for the id
            if column in table.numeric:
                shown.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            for line_number, line in enumerate(lines(content)):
                if line_number:
                    shown.add_run().add_break()
                _text(shown, line, strong=number == 0)


def _widths(file: File, table: Table) -> list[int]:
    """Return the widths of the columns in Word's unit: room for the longest word, the rest by the longest text."""
    columns = [[plain(cell) for cell in column] for column in zip(*table.rows, strict=True)] or [[]] * len(table.header)
    words, texts = [], []
    for head, column in zip(table.header, columns, strict=True):
        longest = 1 + max(len(word) for text in (*column, "-") for word in (*text.split(), ""))
        headed = 1 + max(len(word) for word in (*head.split(), ""))
        words.append(max(min(longest, _LONGEST_WORD) * _LETTER, min(headed, _LONGEST_WORD) * _BOLD_LETTER) + _PADDING)
        texts.append(min(max(map(len, (*column, head))), _WIDEST) * _LETTER + _PADDING)
    whole = _room(file)
    texts = [max(text, word) for text, word in zip(texts, words, strict=True)]
    more = [max(text - word, 1) for text, word in zip(texts, words, strict=True)]
    left = whole - sum(words)
    if left < 0:
        return [whole * word // sum(words) for word in words]
    if left > sum(more):
        return [whole * text // sum(texts) for text in texts]
    return [word + left * part // sum(more) for word, part in zip(words, more, strict=True)]


def _room(file: File) -> int:
    """Return the width between the margins."""
    page = file.sections[-1]
    return (page.page_width or Cm(21)) - (page.left_margin or _MARGIN) - (page.right_margin or _MARGIN)


def _style(file: File, name: str, kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH) -> Any:  # noqa: ANN401 - as python-docx
    """Return a built-in style; a template that has not got it gets it."""
    if name not in file.styles:
        added = file.styles.add_style(name, kind, builtin=name != _CELL)
        if name == _CELL:
            added.base_style = file.styles["Normal"]
        level = name.removeprefix("Heading ")
        if level.isdecimal():
            added.element.get_or_add_pPr().append(_element("w:outlineLvl", val=str(int(level) - 1)))
    return file.styles[name]


def _text(paragraph: FileParagraph, runs: Iterable[Run], *, strong: bool = False) -> None:
    """Add runs to a paragraph as plain text: no run of theirs can be a field, a link or a mark."""
    for run in runs:
        found = paragraph.add_run(run.text)
        found.bold = True if run.strong or strong else None
        if run.language:
            tag = LANGUAGES.get(run.language, run.language)
            found._r.get_or_add_rPr().append(_element("w:lang", val=tag))  # noqa: SLF001 - python-docx has no call


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    found = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found
