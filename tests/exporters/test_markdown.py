"""No text can become structure, code or a link in Markdown; an independent parser is the judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exporters.document import (
    Block,
    Break,
    Bullets,
    Document,
    Fields,
    Foreign,
    Heading,
    Paragraph,
    Strong,
    Table,
    plain,
)
from exporters.markdown import COLUMNS, markdown
from tests.exporters.hostile import HOSTILE, texts
from tests.exporters.parsing import meant, rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

JUDGES = [MarkdownIt("commonmark").enable("table").enable("strikethrough"), MarkdownIt("gfm-like", {"linkify": False})]


def written(*blocks: Block) -> str:
    """Return the blocks as Markdown, without the title."""
    return markdown(Document("Otsikko", "fi", blocks)).removeprefix("# Otsikko\n\n")


def words_of(tokens: Sequence[Token]) -> list[str]:
    """Return the text of each inline token; kinds in brackets stand for anything but plain text and line ends."""
    found = []
    for token in tokens:
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            is_plain = kinds <= {"text", "text_special", "softbreak"}
            text = "".join(child.content or " " for child in token.children or ())
            found.append(text if is_plain else f"<{kinds}>")
    return found


def shape(tokens: Sequence[Token]) -> list[str]:
    """Return the kinds of the block tokens."""
    return [token.type for token in tokens if token.type != "inline"]


@pytest.mark.parametrize("judge", JUDGES)
@given(texts)
def test_a_text_is_literal_in_a_paragraph_and_an_item(judge: MarkdownIt, text: str) -> None:
    """A paragraph stays one paragraph with the very words, and so does an item of a list, however long."""
    shown = [plain(text)] if plain(text) else []
    item = judge.parse(written(Bullets((text, "toinen"))))

    assert words_of(judge.parse(written(Paragraph("edellä"), Paragraph(text)))) == ["edellä", *shown]
    assert words_of(item) == [*shown, "toinen"]
    assert shape(item)[0] == "bullet_list_open"
    assert shape(item).count("list_item_open") == len(shown) + 1


@pytest.mark.parametrize("judge", JUDGES)
@given(texts)
def test_a_text_is_literal_in_a_heading_and_a_cell(judge: MarkdownIt, text: str) -> None:
    """A heading keeps its depth and words; a table keeps its columns, whatever its cells hold."""
    heading = judge.parse(written(Heading(2, f"§ 5 {text}")))
    table = judge.parse(written(Table("", ("A", "B"), ((text, "loppu"), (text, "")))))

    assert [token.tag for token in heading if token.type == "heading_open"] == ["h2"]
    assert words_of(heading) == [plain(f"§ 5 {text}")]
    assert words_of(table) == ["A", "B", plain(text), "loppu", plain(text), ""]


@given(texts)
@example("18.9.2026")
def test_a_label_stays_a_label(text: str) -> None:
    """What follows a label in bold is as literal as anywhere."""
    tokens = JUDGES[0].parse(written(Fields((("Aika", text),))))
    inline = next(token for token in tokens if token.type == "inline")
    bold, after = (inline.children or ())[1:4], (inline.children or ())[4:]

    assert [child.type for child in bold] == ["strong_open", "text", "strong_close"]
    assert "".join(child.content or " " for child in after).strip() == plain(text)


inlines = st.one_of(texts, texts.map(Strong), texts.map(lambda text: Foreign(text, "sv")), st.just(Break()))
contents = st.one_of(texts, st.lists(inlines, max_size=4).map(tuple))


@given(contents)
def test_what_is_rendered_says_what_was_meant(content: str | tuple[str | Strong | Foreign | Break, ...]) -> None:
    """Bold, other languages and line breaks change the looks, never the words."""
    document = Document("Otsikko", "fi", (Heading(2, content), Paragraph(content), Bullets((content,))))

    assert rendered(markdown(document)) == meant(document)


@given(texts)
def test_no_line_has_a_space_behind_the_last_column(text: str) -> None:
    """So markdownlint's rule on long lines holds: prose is wrapped, and what cannot be is one word there."""
    table = Table(text, ("A", "B"), ((text, text),))
    blocks = (Heading(2, text), Paragraph((text, Break(), text)), Bullets((text,)), Fields(((text, text),)), table)
    for line in markdown(Document(text, "fi", blocks)).splitlines():
        assert len(line) <= COLUMNS or " " not in line[COLUMNS - 1 :]


def test_every_hostile_text_is_wrapped_without_becoming_structure() -> None:
    """One long paragraph of them all: every line could begin with any of them."""
    document = Document("Otsikko", "fi", (Paragraph(" ".join(HOSTILE)), Bullets((" ".join(HOSTILE),))))

    assert rendered(markdown(document)) == meant(document)


def test_escapes_are_few() -> None:
    """Ordinary Finnish is left as it is, so that the source can be read and edited."""
    said = "Sovittiin seuraavaksi kokoukseksi tiistai 23.2.2027 klo 9.00 (§ 4, 3/2025)"

    assert written(Paragraph(said)) == f"{said}\n"
    assert written(Paragraph("12 500 € – R & D!")) == "12 500 € – R & D!\n"
    assert written(Paragraph("18.9.2026 alkaen")) == "18.9.2026 alkaen\n"
    assert written(Paragraph("2. vaihe")) == "2\\. vaihe\n"


def test_prose_is_wrapped() -> None:
    """A paragraph goes on at the margin, an item under its text, and a line begins nothing new."""
    fifteen = " ".join(["sana"] * 15)

    assert written(Paragraph(f"{fifteen} ja 1. - 2. vaihe")) == f"{fifteen} ja 1.\n\\- 2. vaihe\n"
    assert written(Bullets((f"{fifteen} + 2. vaihe",))) == f"- {fifteen} +\n  2\\. vaihe\n"


def test_what_cannot_be_wrapped_has_its_last_spaces_as_entities() -> None:
    """A table whose row is too long has none beside its bars; a heading does not end in a punctuation mark."""
    row = (
        "3/2026-1",
        "Muutosesityksen vienti johtoryhmään (T07 Tekoälyn pelisäännöt ja ohjeet, § 5)",
        "Rooli",
        "15.12.2026",
    )

    assert written(Table("", ("A", "B", "C", "D"), (row,))).splitlines() == [
        "|A|B|C|D|",
        "|---|---|---|---|",
        f"|{'|'.join(row[:2])}".replace(", § 5)", ",&#32;§&#32;5)") + "|Rooli|15.12.2026|",
    ]
    assert (
        written(Heading(2, f"{'sana ' * 15}sana loppui näin.")) == f"## {'sana ' * 15}sana&#32;loppui&#32;näin&#46;\n"
    )


def test_a_backslash_does_not_take_the_bar_behind_it() -> None:
    """In a table without spaces beside its bars a cell may end in one."""
    document = Document("x", "fi", (Table("", ("A", "B"), (("a" * 80 + "\\", "b\\"),)),))

    assert rendered(markdown(document)) == meant(document)


def test_columns_of_numbers_are_aligned_to_the_right() -> None:
    """The ruler under the header says so, and the caption stands above."""
    table = Table("Tilanne:", ("Tila", "Määrä"), (("Valmis", "3"), ("", "1")), numeric=frozenset({1}))

    assert written(table) == "Tilanne:\n\n| Tila | Määrä |\n| --- | ---: |\n| Valmis | 3 |\n| | 1 |\n"


def test_nothing_is_written_of_what_is_empty() -> None:
    """An empty paragraph, heading or list leaves no trace; a line break is two spaces."""
    assert written(Heading(2, ""), Paragraph(" "), Bullets(("", " ")), Paragraph(("a", Break(), "b"))) == "a  \nb\n"
