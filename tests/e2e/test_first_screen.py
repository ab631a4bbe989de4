"""The first screen answers without a key, in whatever terminal it comes up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

ANSWERS = (
    r"Digitiekartta 2025–2027 .*ESIMERKKI",
    r"syksy 2026 · 7 päättyy · 3 myöhässä · 7 alkaa",
    r"Valmiina 13/40",
    r"MYÖHÄSSÄ",
    r"T07 .*\n.*T19 .*\n.*T38 ",
    r"PÄÄTTYY:? SYKSYLLÄ 2026",
    r"Enter Käy läpi",
)
"""Which half-year is now, how many are due, late and starting, how far we are, and that it is an example."""
COLOURS = re.compile(rb"\x1b\[(?:[\d;]*;)?[34]8;([25];[\d;]+?)m")
TRUE_COLOUR = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)[;m]")


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_it_answers_at_every_size(town: Town, size: tuple[int, int]) -> None:
    """What is due and late, and how far we are, stands there without a key."""
    terminal = town.open(size=size)

    terminal.see(*ANSWERS)


def test_it_shows_more_in_a_larger_window(town: Town) -> None:
    """At 120 by 40 all that ends and starts in this half-year is there without scrolling."""
    terminal = town.open(size=(120, 40))

    terminal.see(*ANSWERS, r"ALKAA:? SYKSYLLÄ 2026.*(?:\n.*T\d\d .*){7}")


@pytest.mark.parametrize("language", ["C", "fi_FI.ISO-8859-1"])
def test_it_answers_in_every_locale(town: Town, language: str) -> None:
    """The letters are right also where the locale knows no UTF-8, or is not installed."""
    terminal = town.open(environ={"LC_ALL": language, "LANG": language})

    terminal.see(*ANSWERS)


def test_it_answers_without_colour(town: Town) -> None:
    """With NO_COLOR nothing has a hue, and nothing is missing: words and signs say it all."""
    terminal = town.open(environ={"NO_COLOR": "1"})
    terminal.see(*ANSWERS, r"│  !  │", r"━━━━●│")

    assert all(len(set(colour)) == 1 for colour in TRUE_COLOUR.findall(bytes(terminal.raw)))


def test_it_answers_in_sixteen_colours(town: Town) -> None:
    """A plain xterm gets the sixteen colours that it has, and nothing that it does not know."""
    terminal = town.open(environ={"TERM": "xterm", "COLORTERM": None})
    terminal.see(*ANSWERS)

    assert not COLOURS.findall(bytes(terminal.raw))
    assert re.search(rb"\x1b\[[\d;]*\b(?:3[0-7]|9[0-7])\b", terminal.raw)


def test_it_answers_in_256_colours(town: Town) -> None:
    """A terminal that does not claim true colour gets colours of the palette of 256."""
    terminal = town.open(environ={"COLORTERM": None})
    terminal.see(*ANSWERS)

    assert COLOURS.findall(bytes(terminal.raw))
    assert not TRUE_COLOUR.findall(bytes(terminal.raw))


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
def test_a_small_window_says_so_and_recovers(town: Town, size: tuple[int, int]) -> None:
    """A window too small for the screen says that and shows all again when it is made larger."""
    terminal = town.open(size=size)
    _small(terminal, size)

    terminal.resize(80, 24)

    terminal.see(*ANSWERS)
    assert not terminal.sees("liian pieni")


def test_it_survives_every_resize(town: Town) -> None:
    """The window may become as small as one letter while it is open, and come back."""
    terminal = town.open()
    terminal.see(*ANSWERS)

    for size in ((1, 1), (20, 5), (300, 100), (5, 40)):
        terminal.resize(*size)
        _small(terminal, size)
    terminal.resize(80, 24)

    terminal.see(*ANSWERS)


def test_it_survives_sizes_that_change_faster_than_it_draws(town: Town) -> None:
    """However many sizes a window passes through in one go, what stands in the end is drawn in the last one."""
    terminal = town.open()
    terminal.see(*ANSWERS)

    for _ in range(10):
        for size in ((1, 1), (20, 5), (300, 100), (5, 40), (80, 24)):
            terminal.resize(*size)
        terminal.see(*ANSWERS)


def _small(terminal: Terminal, size: tuple[int, int]) -> None:
    """Wait until a window has been drawn in its size; one with room for words says that it is too small."""
    columns, rows = size
    if columns >= 100 and rows >= 30:
        terminal.see(*ANSWERS)
    elif columns >= 20 and rows >= 3:
        terminal.see(r"[Ii]kkuna\s+on\s+liian")
    else:
        terminal.wait(lambda: bool(terminal.raw), "nothing was drawn")
