"""One thing, large: digits of three lines, a spaced title where it fits, and air between the lines."""

from __future__ import annotations

import pytest

from tui.widgets.poster import LONGEST, Shown, drawn, spaced, tall


def lines(shown: Shown, width: int) -> list[str]:
    """Return the lines of a picture as text."""
    return [str(line) for line in drawn(shown, width)]


def test_digits_are_tall_and_other_signs_stand_beside_them() -> None:
    """`§ 5` takes three lines; an id without digits stays as it is."""
    assert tall("§ 5") == ["  ┏━╸", "§ ┗━┓", "  ╺━┛"]
    assert tall("ABC") == ["ABC"]
    assert tall("") == []


def test_a_title_is_spaced_out_where_three_lines_are_enough() -> None:
    """A longer one is written as usual."""
    assert spaced("Uusi sivusto") == "U u s i   s i v u s t o"
    assert "U u s i   s i v u s t o" in lines(Shown("1", "Uusi sivusto"), 68)
    long = "Varhaiskasvatuksen tablettien pedagoginen käyttöönotto kaikissa yksiköissä ja ryhmissä ensi syksynä"
    assert any("tablettien pedagoginen" in line for line in lines(Shown("1", long), 68))


@pytest.mark.parametrize("width", [20, 34, 68, 108])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    """Whatever the words are."""
    shown = Shown("T07", "Kumppanuusverkostotoimintasuunnitelma " * 3, ("sana " * 80, "x" * 300))
    assert max(map(len, lines(shown, width))) <= width


def test_what_is_endless_is_cut() -> None:
    """Nobody reads it from the back row."""
    assert sum(map(len, lines(Shown("1", "ä" * 5000, ("ö" * 5000,)), 68))) < 5 * LONGEST
