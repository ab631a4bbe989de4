"""The two ways in which text is laid out for reading: labelled lines, and the minutes."""

from __future__ import annotations

import pytest

from exporters.briefing import BREAK, Line
from tui.widgets.leaf import leaf
from tui.widgets.page import laid_out


def rows(text: str) -> list[str]:
    """Return the lines of a text without what hangs over at the right."""
    return [line.rstrip() for line in text.split("\n")]


def test_labels_stand_in_a_column_and_texts_wrap_beside_it() -> None:
    """What goes on in the next line keeps its place; a line without a label belongs to the one above."""
    page = laid_out("T07 Otsikko", [Line("Tavoite", "yksi kaksi kolme neljä viisi"), Line("", "kuusi"), BREAK], 34)

    assert rows(page.plain) == [
        "T07 Otsikko",
        "",
        "Tavoite   yksi kaksi kolme neljä",
        "          viisi",
        "          kuusi",
        "",
    ]


def test_in_a_narrow_window_labels_stand_above_their_texts() -> None:
    """No text is squeezed into a few columns."""
    page = laid_out("T07", [Line("Näkökulmat", "yksi kaksi kolme")], 20)

    assert rows(page.plain)[2:] == ["Näkökulmat", "   yksi kaksi kolme"]


def test_spaces_and_lines_of_a_text_stay() -> None:
    """Figures keep their distance; a text of several lines has them."""
    page = laid_out("T", [Line("A", "2026   12 000 €\nrivi")], 40)

    assert rows(page.plain)[2:] == ["A   2026   12 000 €", "    rivi"]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("# Otsikko", ["Otsikko"]),
        ("## § 5 T07", ["§ 5 T07"]),
        ("**Päätös:** Merkittiin tiedoksi.", ["Päätös: Merkittiin tiedoksi."]),
        ("- yksi kaksi kolme neljä viisi kuusi", ["• yksi kaksi kolme neljä", "  viisi kuusi"]),
        (r"\[x\] \*ei\* \\ \| 1\. a\_b", [r"[x] *ei* \ | 1. a_b"]),
        (r"**a\*b:** c", ["a*b: c"]),
        ("a\n\nb", ["a", "", "b"]),
    ],
)
def test_the_minutes_are_laid_out_without_their_marks(markdown: str, shown: list[str]) -> None:
    """Headings, labels, lists and escapes read as they were meant."""
    assert rows(leaf(markdown, 28).plain) == shown


def test_a_table_has_columns_and_wraps_in_them() -> None:
    """The widest column gives way; an escaped bar is no border."""
    table = "| Jäsen | Läsnä |\n| --- | ---: |\n| Tietohallinnon koordinaattori | läsnä |\n| a \\| b | poissa |"

    assert rows(leaf(table, 26).plain) == [
        "Jäsen               Läsnä",
        "Tietohallinnon      läsnä",
        "koordinaattori",
        "a | b               poissa",
    ]
