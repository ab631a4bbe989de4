"""DOCX that a case-management system takes: read back by the library, with nothing but what was meant."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import docx as library
import pytest
from docx.styles.styles import Styles
from hypothesis import given, settings

from exporters.document import BadTemplateError, Document, Heading, Metadata, Paragraph, Table, plain
from exporters.docx import docx
from exporters.docxtext import docx_text
from tests.exporters.hostile import texts
from tests.exporters.parsing import Said, meant
from tests.exporters.test_html import everywhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as File
    from docx.enum.style import WD_STYLE_TYPE

KINDS = {f"Heading {level}": f"h{level}" for level in range(1, 7)} | {"List Bullet": "li", "Caption": "p"}


def opened(data: bytes) -> File:
    """Return a file as the library reads it."""
    return library.Document(io.BytesIO(data))


def said(file: File) -> list[Said]:
    """Return the blocks of a file in their order, as the other writers' are read."""
    return [one for one in _said(file) if one[1]]


def _said(file: File) -> Iterator[Said]:
    for block in file.iter_inner_content():
        if isinstance(block, library.table.Table):
            yield from (("cell", " ".join(cell.text.split())) for row in block.rows for cell in row.cells)
        else:
            kind = KINDS.get(block.style.name or "", "p") if block.style else "p"
            is_field = "\t" in block.text
            yield ("li" if is_field else kind, " ".join(block.text.split()))


def part(data: bytes, name: str) -> str:
    """Return the XML of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


@settings(deadline=None)
@given(texts)
def test_a_text_is_literal_everywhere(text: str) -> None:
    """What was typed is read back as it was, and no field, link or picture can arise from it."""
    document = everywhere(text)
    data = docx(document)

    assert said(opened(data)) == [one for one in meant(document) if one[1]]
    body = part(data, "word/document.xml")
    assert not [mark for mark in ("w:fldSimple", "w:instrText", "w:hyperlink", "w:drawing") if f"<{mark}" in body]


def test_headings_are_those_of_word() -> None:
    """So the navigation pane, the table of contents and the screen reader know them."""
    file = opened(docx(everywhere("Tekoäly")))

    names = [paragraph.style.name for paragraph in file.paragraphs if paragraph.style]
    assert [name for name in names if name and name.startswith("Heading")] == ["Heading 1", "Heading 2", "Heading 3"]


def test_language_and_title_are_set() -> None:
    """For the file as a whole and for a passage in another language; nothing is said of python-docx."""
    data = docx(everywhere("Tekoäly"))
    told = opened(data).core_properties

    assert (told.title, told.language, told.author, told.comments) == ("Muistio Tekoäly", "fi-FI", "Tekoäly", "")
    assert told.created == datetime(2026, 11, 24, tzinfo=UTC)
    assert '<w:lang w:val="fi-FI"' in part(data, "word/styles.xml")
    assert '<w:lang w:val="sv-FI"/>' in part(data, "word/document.xml")


def test_a_table_repeats_its_header_and_breaks_no_row() -> None:
    """On every page; the caption stays with it and is its name."""
    rows = tuple((f"T{n:02}", "1") for n in range(60))
    data = docx(Document("x", "fi", (Table("Kaikki:", ("Id", "n"), rows, numeric=frozenset({1})),)))
    xml = part(data, "word/document.xml")

    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == 61
    assert '<w:tblCaption w:val="Kaikki:"/>' in xml
    assert xml.count('<w:jc w:val="right"/>') == 61


def test_the_same_document_is_the_same_file() -> None:
    """No clock and no chance in it."""
    assert docx(everywhere("Tekoäly")) == docx(everywhere("Tekoäly"))


def template(*, is_dotx: bool = False) -> bytes:
    """Return a template with a page header and letters of its own, and without a list or heading style."""
    file = library.Document()
    file.sections[0].header.paragraphs[0].text = "Esimerkkilän kaupunki"
    file.styles["Normal"].font.name = "Georgia"
    for name in ("List Bullet", "Heading 2", "Table Grid"):
        file.styles[name].delete()
    stream = io.BytesIO()
    file.save(stream)
    if not is_dotx:
        return stream.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
            )
    return changed.getvalue()


@pytest.mark.parametrize("is_dotx", [False, True])
def test_a_template_gives_its_looks(*, is_dotx: bool) -> None:
    """Its header and letters stay; a built-in style that it has not got is added; a template becomes a document."""
    document = everywhere("Tekoäly")
    data = docx(document, template=template(is_dotx=is_dotx))
    file = opened(data)

    assert file.sections[0].header.paragraphs[0].text == "Esimerkkilän kaupunki"
    assert file.styles["Normal"].font.name == "Georgia"
    assert said(file) == meant(document)
    assert '<w:outlineLvl w:val="1"/>' in part(data, "word/styles.xml")
    assert "template.main" not in part(data, "[Content_Types].xml")


def broken(name: str, data: bytes) -> bytes:
    """Return a Word file of which one part holds something else."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as old, zipfile.ZipFile(changed, "w") as new:
        for old_name in old.namelist():
            new.writestr(old_name, data if old_name == name else old.read(old_name))
    return changed.getvalue()


NO_WORD_FILES = (
    b"%PDF-1.7",
    b"PK\x05\x06" + bytes(18),
    broken("word/document.xml", b""),
    broken("word/document.xml", b"<a/>"),
    broken("[Content_Types].xml", b"<Types"),
)


@pytest.mark.parametrize("data", NO_WORD_FILES)
def test_a_template_that_is_none_is_refused(data: bytes) -> None:
    """Whatever it is, it is an error with a name."""
    with pytest.raises(BadTemplateError):
        docx(Document("x", "fi", ()), template=data)


@pytest.mark.parametrize("data", NO_WORD_FILES)
def test_a_file_that_is_no_word_file_has_no_text(data: bytes) -> None:
    """It is refused as what it is, so that nothing is compared with it."""
    with pytest.raises(ValueError, match="Word"):
        docx_text(data)


def test_a_language_is_set_where_a_template_names_none() -> None:
    """Then it stands in the style from which all others come."""
    file = library.Document()
    for place in file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        place.getparent().remove(place)
    for place in file.settings.element.xpath("w:themeFontLang"):
        place.getparent().remove(place)
    stream = io.BytesIO()
    file.save(stream)

    assert '<w:lang w:val="en-GB"/>' in part(
        docx(Document("x", "en", ()), template=stream.getvalue()), "word/styles.xml"
    )


def test_a_long_document_is_numbered_at_its_top() -> None:
    """The header has the title, cut, and fields for the page and the count of pages."""
    data = docx(Document("Otsikko " * 100, "fi", (Heading(2, "a"), Paragraph("b")), Metadata(date=date(2026, 1, 1))))
    header = next(text for n in range(1, 4) if "PAGE" in (text := part(data, f"word/header{n}.xml")))

    assert 'w:instr="NUMPAGES"' in header
    assert "…" in header
    assert len(plain(opened(data).core_properties.title)) <= 255


def test_a_long_table_looks_up_no_more_styles_than_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library goes through all its styles each time; in a table of hundreds of rows that took most of the time."""
    looked: list[WD_STYLE_TYPE] = []
    default = Styles.default

    def counted(styles: Styles, kind: WD_STYLE_TYPE) -> object:
        looked.append(kind)
        return default(styles, kind)

    monkeypatch.setattr(Styles, "default", counted)

    def lookups(rows: int) -> int:
        looked.clear()
        docx(Document("x", "fi", (Table("Tasot:", ("Näkökulma", "Nyt"), (("Palvelut", "3,3"),) * rows),)))
        return len(looked)

    assert lookups(30) == lookups(3)
