"""The tree of a document gives every writer the same lines: clean, spaced once, not yet escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.document import (
    Break,
    Content,
    Foreign,
    Inline,
    Paragraph,
    Run,
    Strong,
    labelled,
    lines,
    paragraphs,
    plain,
)

inlines: st.SearchStrategy[Inline] = st.one_of(
    st.text(max_size=8), st.text(max_size=8).map(Strong), st.text(max_size=8).map(lambda text: Foreign(text, "sv"))
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("  a \n b\t", ((Run("a b"),),)),
        ("", ()),
        (" \n ", ()),
        (("a", Break(), "b"), ((Run("a"),), (Run("b"),))),
        ((Break(), "a", Break()), ((Run("a"),),)),
        ((Strong("A: "), " b"), ((Run("A:", strong=True), Run(" "), Run("b")),)),
        (("a", " ", Foreign("b", "sv")), ((Run("a"), Run(" "), Run("b", language="sv")),)),
        (("a", "", "b"), ((Run("a"), Run("b")),)),
    ],
)
def test_a_content_is_lines_of_runs(content: Content, expected: tuple[tuple[Run, ...], ...]) -> None:
    """White space is one space and stands outside what looks different; nothing empty is left."""
    assert lines(content) == expected


@given(st.lists(inlines, max_size=5).map(tuple))
def test_no_run_begins_or_ends_with_space_unless_it_is_one(content: tuple[Inline, ...]) -> None:
    """So bold text can be marked by asterisks, and a line never has two spaces in a row."""
    for line in lines(content):
        assert all(run.text == run.text.strip() or run == Run(" ") for run in line)
        text = "".join(run.text for run in line)
        assert text.split(" ") == text.split()


def test_what_a_terminal_could_act_on_is_made_visible() -> None:
    """An escape sequence in a text is shown, not executed, in every format."""
    assert plain("a\x1b[31m\u202eb") == "a␛[31m⟦RLO⟧b"


def test_blank_lines_part_paragraphs() -> None:
    """A label belongs to the first of them; without a text it stands alone."""
    assert paragraphs("yksi\nkaksi\n \nkolme\n") == (Paragraph("yksi\nkaksi"), Paragraph("kolme"))
    assert [plain(part.content) for part in labelled("Päätös", "yksi\n\nkaksi")] == ["Päätös: yksi", "kaksi"]
    assert [plain(part.content) for part in labelled("Päätös", "")] == ["Päätös:"]
