"""A picture in a document: drawn where the format can, and always with the table that says the same."""

from __future__ import annotations

import io
import sys
import zipfile
from xml.etree import ElementTree as ET

import docx as library
import pytest

from exporters.document import Document, Drawing, Table
from exporters.docx import docx
from exporters.html import html
from exporters.markdown import markdown
from exporters.passages import marked
from exporters.svg.dumbbell import dumbbell
from exporters.svg.png import NoLettersError, png
from tests.exporters.svg.pictured import FI, hostile, ordinary

PICTURE = dumbbell(ordinary(), FI)
TABLE = Table("Tasot:", ("Näkökulma", "Nyt"), (("Palvelut", "3,3"),))
WITH_TABLE = Document("Tiekartta", "fi", (Drawing(PICTURE, TABLE),))
ALONE = Document("Tiekartta", "fi", (Drawing(PICTURE),))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def needs_letters() -> None:
    """Leave a test that draws letters where the machine has none."""
    try:
        png(PICTURE)
    except NoLettersError:
        pytest.skip("this machine has no letters to draw with")


def test_html_holds_the_drawing_and_the_table() -> None:
    """The drawing as it is, in a figure; beneath it the table, or its title."""
    text = html(WITH_TABLE)

    assert PICTURE.svg in text
    assert f"<figcaption>{PICTURE.title}</figcaption>" in html(ALONE)
    assert "<figcaption>" not in text
    assert text.index("</figure>") < text.index("<table")


def test_hostile_names_break_no_page() -> None:
    """The page around a drawing is read on as it was meant: no script, and one end of the body."""
    text = html(Document("x", "fi", (Drawing(dumbbell(hostile(), FI), TABLE),)))

    assert "<script" not in text
    assert text.count("</body>") == 1


def test_markdown_has_the_table_alone() -> None:
    """Or the description, where there is no table."""
    assert "svg" not in markdown(WITH_TABLE)
    assert "| Palvelut | 3,3 |" in markdown(WITH_TABLE)
    assert "lähtö 2,9" in " ".join(markdown(ALONE).split())


def test_word_gets_the_drawing_with_a_png_for_older_programs() -> None:
    """Both are in the file, the drawing is an extension of the PNG, and its words are the alternative text."""
    needs_letters()
    found = parts(docx(WITH_TABLE))
    body = found["word/document.xml"].decode()

    assert found["word/media/drawing1.svg"].decode() == PICTURE.svg
    assert found["word/media/image1.png"].startswith(b"\x89PNG")
    assert "asvg:svgBlip" in body
    assert "image/svg+xml" in found["[Content_Types].xml"].decode()
    shape = library.Document(io.BytesIO(docx(WITH_TABLE))).inline_shapes[0]
    about = shape._inline.docPr  # noqa: SLF001 - python-docx has no call
    assert (about.get("title"), about.get("descr")) == (PICTURE.title, PICTURE.description)


def test_a_word_file_with_pictures_is_the_same_each_time() -> None:
    """Byte for byte, also with the same picture twice."""
    needs_letters()
    document = Document("x", "fi", (Drawing(PICTURE, TABLE), Drawing(PICTURE)))

    assert docx(document) == docx(document)
    assert ET.fromstring(parts(docx(document))["word/document.xml"]) is not None  # noqa: S314 - our own text


def test_without_the_extra_word_gets_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame without a picture; without a table it is told in words."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    assert not [name for name in parts(docx(WITH_TABLE)) if "media" in name]
    assert "Palvelut" in parts(docx(WITH_TABLE))["word/document.xml"].decode()
    assert "lähtö 2,9" in parts(docx(ALONE))["word/document.xml"].decode()


def test_foreign_passages_of_its_table_are_marked() -> None:
    """As those of any table."""
    document = Document("Roadmap", "en", WITH_TABLE.blocks)

    assert '<span lang="fi">Palvelut</span>' in html(marked(document, ["Palvelut"], "fi"))
