"""Text from outside is shown as text: no byte in it reaches the terminal as a command."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text import clean, one_line

EVERYTHING = "".join(map(chr, range(0x11_0000)))
anything = st.text(alphabet=st.characters(exclude_categories=()))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_no_control_character_of_unicode_survives() -> None:
    """Of all characters there are, no control, no surrogate and no direction mark comes through."""
    shown = set(clean(EVERYTHING))

    assert {char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}} == {"\n", "\t"}
    assert not shown & set(BIDI)
    assert {char for char in shown if unicodedata.category(char) in {"Zl", "Zp"}} == set()


@given(anything)
def test_what_is_shown_can_be_written_as_utf8_and_is_stable(text: str) -> None:
    """Whatever comes in, what goes out encodes, and cleaning it again changes nothing."""
    shown = clean(text)

    shown.encode("utf-8")
    assert clean(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mpunainen\x1b[0m", "␛[31mpunainen␛[0m"),
        ("\x9b31m", "�31m"),
        ("\x07kello\x7f", "␇kello␡"),
        ("\x00", "␀"),
        ("rivi\r\nrivi", "rivi\nrivi"),
        ("rivi\rpäälle", "rivi␍päälle"),
        ("a\u202eb", "a⟦RLO⟧b"),
        ("a\u2028b", "a\nb"),
        ("\ud800", "�"),
        ("❤\ufe0f", "❤"),
        ("\ufeffalku", "alku"),
        ("[red]ä[/] é 日本 👩\u200d🏫", "[red]ä[/] é 日本 👩\u200d🏫"),
    ],
)
def test_what_a_terminal_would_act_on_is_made_visible(text: str, shown: str) -> None:
    """Escapes become pictures, direction marks get their names, line separators are newlines; words stay."""
    assert clean(text) == shown


@given(anything, st.integers(1, 20))
def test_a_limit_cuts_and_says_so(text: str, limit: int) -> None:
    """A cut text has at most so many characters, and its last one tells that it was cut."""
    whole, cut = clean(text), clean(text, limit=limit)

    assert len(cut) <= limit
    assert cut == whole or (cut.endswith("…") and whole.startswith(cut[:-1]))


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    """A list row or a commit subject never breaks, and has no space around it."""
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert line == line.strip()


def test_what_fits_is_not_cut() -> None:
    """A text of just that length stays whole."""
    assert [clean("kolme", limit=limit) for limit in (4, 5, 6)] == ["kol…", "kolme", "kolme"]


def test_one_line_may_be_cut_too() -> None:
    """White space is one space before the length is counted."""
    assert one_line("yksi \n\t kaksi kolme", limit=10) == "yksi kaks…"
