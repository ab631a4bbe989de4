"""A document on the screen says what the files say, in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given

from exporters.document import Block, Break, Bullets, Document, Fields, Heading, Paragraph, Strong, Table, plain
from tests.exporters.hostile import texts
from tui.widgets.leaf import leaf
from tui.widgets.paper import paper


def everywhere(text: str) -> Document:
    """Return a document that has a text wherever one can stand."""
    blocks: tuple[Block, ...] = (
        Heading(2, text),
        Paragraph((Strong(text), " ", text, Break(), text)),
        Bullets((text,)),
        Fields((("Aika", text),)),
        Table(text, ("A", "B"), ((text, "1"), ("x", text))),
    )
    return Document(text, "fi", blocks)


@given(texts)
@pytest.mark.parametrize("width", [1, 37])
def test_every_text_is_shown_literally(width: int, text: str) -> None:
    """No mark of any notation is needed or lost; where it fits, no line is wider than the screen."""
    rows = paper(everywhere(text), width)
    letters = "".join("".join(row.plain.split()) for row in rows)

    assert "".join(plain(text).split()) in letters
    assert width == 1 or all(row.cell_length <= width for row in rows)


def test_what_is_bold_and_what_is_not() -> None:
    """Title, headings, labels and the header of a table."""
    rows = paper(Document("Otsikko", "fi", (Fields((("Aika", "nyt"),)), Table("", ("A",), (("b",),)))), 20)

    assert [row.plain for row in rows] == ["Otsikko", "", "• Aika: nyt", "", "A", "b"]
    assert [[(span.start, span.end) for span in row.spans] for row in rows] == [
        [(0, 7)],
        [],
        [(2, 7)],
        [],
        [(0, 1)],
        [],
    ]


def test_wrapped_lines_of_the_guide_are_joined() -> None:
    """The screen has its own width; a heading, an item and a row stand alone."""
    rows = leaf("# A\n\nyksi\nkaksi\n\n- kolme\n  neljä\n- viisi\n\n1. kuusi\n   seitsemän\n2. kahdeksan\n", 40)

    assert [row.plain for row in rows] == [
        "A",
        "",
        "yksi kaksi",
        "",
        "• kolme neljä",
        "• viisi",
        "",
        "1. kuusi seitsemän",
        "2. kahdeksan",
    ]
