"""HTML that can be published and pasted: no text becomes a tag, and nothing is fetched or run."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from exporters.document import (
    Block,
    Break,
    Bullets,
    Document,
    Fields,
    Foreign,
    Heading,
    Metadata,
    Paragraph,
    Strong,
    Table,
    plain,
)
from exporters.html import html
from exporters.markdown import markdown
from tests.exporters.hostile import HOSTILE, texts
from tests.exporters.parsing import meant, read, rendered

TAGS = {"html", "head", "meta", "title", "body", "main", "h1", "h2", "h3", "p", "strong", "ul", "li", "table"}
TAGS |= {"caption", "thead", "tbody", "tr", "th", "td", "span", "br"}
ATTRIBUTES = {"lang", "charset", "name", "content", "style", "scope"}


def everywhere(text: str) -> Document:
    """Return a document that has a text wherever one can stand."""
    blocks: tuple[Block, ...] = (
        Heading(2, f"§ 1 {text}"),
        Paragraph((Strong(text), " ", text, Break(), Foreign(text, "sv"))),
        Bullets((text, "toinen")),
        Fields(((text, text),)),
        Heading(3, ("§ 2 ", Strong(text))),
        Table(text, (f"A {text}", "B"), ((text, text), ("x", (Strong(text),))), numeric=frozenset({1})),
    )
    return Document(f"Muistio {text}", "fi", blocks, Metadata(text, text, date(2026, 11, 24)))


@given(texts)
def test_a_text_is_literal_everywhere(text: str) -> None:
    """A parser finds the very words where they were put, and no tag or attribute but ours."""
    document = everywhere(text)
    said, tags, attributes = read(html(document))

    assert [one for one in said if one[1]] == [one for one in meant(document) if one[1]]
    assert tags <= TAGS
    assert attributes <= ATTRIBUTES


@given(texts)
def test_markdown_and_html_say_the_same(text: str) -> None:
    """Rendered by an independent parser, the Markdown of a document has the blocks and words of its HTML."""
    document = everywhere(text)

    assert [one for one in rendered(markdown(document)) if one[1]] == [one for one in read(html(document))[0] if one[1]]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_fetched_or_run(text: str) -> None:
    """No script, no style sheet, no address, no handler: whatever people typed."""
    tags, attributes = read(html(everywhere(text)))[1:]

    assert tags.isdisjoint({"script", "style", "link", "img", "a", "iframe", "form"})
    assert not {name for name in attributes if name.startswith("on")} | (attributes & {"href", "src"})


def test_the_language_title_and_table_are_told_to_a_screen_reader() -> None:
    """`lang`, `title`, one heading of level 1, a caption, and the scope of each heading cell."""
    text = html(everywhere("Tekoäly"))

    assert '<html lang="fi">' in text
    assert "<title>Muistio Tekoäly</title>" in text
    assert '<span lang="sv">Tekoäly</span>' in text
    assert text.count("<h1>") == 1
    assert text.count('<th scope="col"') == 2
    assert text.count('<th scope="row"') == 2
    assert '<meta name="dcterms.date" content="2026-11-24">' in text


def test_the_headings_can_begin_one_level_lower() -> None:
    """The page into which it is pasted has its own heading of level 1."""
    text = html(everywhere("Tekoäly"), top=2)

    assert [kind for kind, _ in read(text)[0] if kind.startswith("h")] == ["h2", "h3", "h4"]


def test_a_cell_is_no_formula() -> None:
    """Pasted into Excel it stays a text; a number may have its sign."""
    table = Table("", ("A", "B"), (("=1+1", "-1"), ("–", "")), numeric=frozenset({1}))
    text = html(Document("x", "fi", (table,)))

    assert text.count("mso-number-format") == 1
    assert plain("=1+1") in text


def test_nothing_is_written_of_what_is_empty() -> None:
    """An empty paragraph, heading, list or property leaves no trace, and an empty cell heads no row."""
    blocks = (Heading(2, ""), Paragraph(" "), Bullets((" ",)), Table("", ("A",), (("",),)))
    text = html(Document("x", "fi", blocks))

    for absent in ("<h2>", "<p>", "<ul>", "<caption", 'scope="row"', 'name="author"'):
        assert absent not in text
