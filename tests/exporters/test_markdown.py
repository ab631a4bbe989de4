"""No text can become structure, code or a link in the minutes; an independent Markdown parser is the judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exporters import markdown
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

JUDGES = [MarkdownIt("commonmark").enable("table").enable("strikethrough"), MarkdownIt("gfm-like", {"linkify": False})]
HOSTILE = [
    "# otsikko",
    "- luettelo",
    "+ luettelo",
    "1. luettelo",
    "1) luettelo",
    "123456789. x",
    "> lainaus",
    "`koodi`",
    "``` koodi",
    "~~~ koodi",
    "~~pois~~",
    "~pois~",
    "a | b",
    "a \\| b",
    "\\",
    "\\\\",
    "*kursiivi* **lihava** _kursiivi_ __lihava__",
    "[linkki](javascript:alert(1))",
    "![kuva](x.png)",
    "[a]: x",
    "[x][y]",
    "<script>alert(1)</script>",
    "<https://example.invalid>",
    "&lt; &amp; &#65; &nosuch; R&D",
    "---",
    "***",
    "===",
    "- - -",
    "=",
    "-",
    "+",
    "a #",
    "a \\",
    "$x$",
    "ensimmäinen\n\n# toinen",
    "    koodi",
    "\tkoodi",
    "[ ] tehtävä",
    "18.9.2026",
    "T07 – 3,5 § 4",
]
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet="#->+*_`~|[](){}<>!&\\=:;.$^@ 1a\n\tä", max_size=30),
    st.text(max_size=30),
)


def words_of(tokens: Sequence[Token]) -> list[str]:
    """Return the text of each inline token; an empty list element stands for anything but plain text."""
    found = []
    for token in tokens:
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            plain = kinds <= {"text", "text_special"}
            found.append("".join(child.content for child in token.children or ()) if plain else f"<{kinds}>")
    return found


def shape(tokens: Sequence[Token]) -> list[str]:
    """Return the kinds of the block tokens."""
    return [token.type for token in tokens if token.type != "inline"]


@pytest.mark.parametrize("judge", JUDGES)
@given(texts)
def test_a_text_is_literal_in_a_paragraph_and_an_item(judge: MarkdownIt, text: str) -> None:
    """A paragraph stays one paragraph with the very words, and so does an item of a list."""
    shown = one_line(text).strip()
    paragraph = judge.parse(f"edellä\n\n{markdown.escaped(text)}\n")
    item = judge.parse(markdown.bullets([text, "toinen"]))

    assert words_of(paragraph) == ["edellä", shown] if shown else words_of(paragraph) == ["edellä"]
    assert words_of(item)[-2:] == ([shown, "toinen"] if shown else ["toinen"])
    assert shape(item)[0] == "bullet_list_open"
    assert shape(item).count("list_item_open") == 2


@pytest.mark.parametrize("judge", JUDGES)
@given(texts)
def test_a_text_is_literal_in_a_heading_and_a_cell(judge: MarkdownIt, text: str) -> None:
    """A heading keeps its depth and words; a table keeps its columns, whatever its cells hold."""
    shown = one_line(text).strip()
    heading = judge.parse(markdown.heading(2, f"§ 5 {text}"))
    table = judge.parse(markdown.table(("A", "B"), [(text, "loppu")]))

    assert [token.tag for token in heading if token.type == "heading_open"] == ["h2"]
    assert words_of(heading) == [f"§ 5 {shown}".strip()]
    assert words_of(table) == ["A", "B", shown, "loppu"]


@given(texts)
@example("18.9.2026")
def test_a_label_stays_a_label(text: str) -> None:
    """What follows a label in bold is as literal as anywhere."""
    tokens = JUDGES[0].parse(markdown.fields([("Aika", text)]))
    inline = next(token for token in tokens if token.type == "inline")
    after = "".join(child.content for child in (inline.children or ())[3:])

    assert after.strip() == one_line(text).strip()


def test_escapes_are_few() -> None:
    """Ordinary Finnish is left as it is, so that the source can be read and edited."""
    plain = "Sovittiin seuraavaksi kokoukseksi tiistai 23.2.2027 klo 9.00 (§ 4, 3/2025): 12 500 € – R & D!"

    assert markdown.escaped(plain) == plain
    assert markdown.inline("18.9.2026") == "18.9.2026"
    assert markdown.escaped("2. vaihe") == "2\\. vaihe"


def test_a_blank_line_parts_paragraphs() -> None:
    """Paragraphs of a text stay paragraphs; a single line break does not break one."""
    assert markdown.paragraphs("yksi\nkaksi\n\n# kolme\n") == "yksi kaksi\n\n\\# kolme"
    assert markdown.labelled("Päätös", "yksi\n\nkaksi") == "**Päätös:** yksi\n\nkaksi"


def test_columns_of_numbers_are_aligned_to_the_right() -> None:
    """The ruler under the header says so; a document ends with one line end."""
    table = markdown.table(("Tila", "Määrä"), [("Valmis", "3")], numbers=(1,))

    assert table == "| Tila | Määrä |\n| --- | ---: |\n| Valmis | 3 |"
    assert markdown.document(["a", "", table]) == f"a\n\n{table}\n"
