"""How long drawing takes: from the start to the first whole screen, and from a key to the repaint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, alone, pairs
from benchmarks.terminal import Terminal
from benchmarks.workplace import BARE, enter_walk, repository, tiekartta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BARE_COMPLETE = (r"Bare", r"T3\d A measure", r"q Quit")
COMPLETE = (r"Mittalan kaupunki", r"ESIMERKKI|EXAMPLE", r"T\d+ +\w+", r"\bm (Muistio|Minutes)")
CARD = re.compile(r"^ *(T\d+) +\w", re.MULTILINE)
KEY_LIMIT = 16.0
LEAST_KEYS = 7
SHARE_OF_A_SCREEN = 0.3
KEY_QUIET = 0.15
DOWN = b"\x1b[B"
NEXT = b"\x1b[C"
MATURITY, GRID = b"k", b"t"


def figures(runs: int) -> Iterator[Figure]:
    """Measure first paints and keys at 60 and at 5 000 measures."""
    with repository(60) as small, repository(5000) as large:
        samples = pairs(runs, lambda: first_paint(small), lambda: bare_paint(small))
        yield Figure("first complete paint, 60 measures", "a bare Textual app", 1.3, "×", samples)
        samples = pairs(runs, lambda: first_paint(large), lambda: first_paint(small))
        yield Figure("first complete paint, 5 000 measures", "the same with 60", 2.5, "×", samples)
        for name, folder in (("60", small), ("5 000", large)):
            yield from keys(folder, name, max(runs, LEAST_KEYS))


def bare_paint(folder: Path) -> float:
    """Return the milliseconds until the bare app stands on the screen."""
    with Terminal(BARE, folder) as terminal:
        return terminal.seen(terminal.collect(since=terminal.started), *BARE_COMPLETE) * 1e3


def first_paint(folder: Path) -> float:
    """Return the milliseconds until our first screen stands, from its head to its last line."""
    with Terminal(tiekartta(), folder) as terminal:
        return terminal.seen(terminal.collect(since=terminal.started), *COMPLETE) * 1e3


def keys(folder: Path, name: str, times: int) -> Iterator[Figure]:
    """Measure the cursor in the grid, in time and in bytes, and the way from card to card in the walk."""
    with Terminal(tiekartta(), folder) as terminal:
        terminal.collect(since=terminal.started)
        terminal.press(MATURITY)
        whole = terminal.press(GRID).size
        moves = [moved(terminal) for _ in range(times)]
    with Terminal(tiekartta(), folder) as terminal:
        enter_walk(terminal)
        cards = [turned(terminal) for _ in range(times)]
    times_of_moves = alone((time for time, _ in moves), KEY_LIMIT)
    yield Figure(f"key to repaint in the grid, {name} measures", "a frame", KEY_LIMIT, "ms", times_of_moves)
    shares = tuple((size / whole, SHARE_OF_A_SCREEN) for _, size in moves)
    yield Figure(f"bytes of a cursor move, {name} measures", "the whole screen", SHARE_OF_A_SCREEN, "of it", shares)
    yield Figure(f"key to repaint in the walk, {name} measures", "a frame", KEY_LIMIT, "ms", alone(cards, KEY_LIMIT))


def moved(terminal: Terminal) -> tuple[float, int]:
    """Move the cursor; return the milliseconds to the end of the first frame and the bytes of all of them."""
    drawn = terminal.press(DOWN, quiet=KEY_QUIET)
    when, _ = next(terminal.replay(drawn))
    return (when - drawn.since) * 1e3, drawn.size


def turned(terminal: Terminal) -> float:
    """Go to another card; return the milliseconds to the first frame in which it is up."""
    before = card(terminal.text)
    drawn = terminal.press(NEXT, quiet=KEY_QUIET)
    turns = ((when - drawn.since) * 1e3 for when, text in terminal.replay(drawn) if card(text) not in {before, ""})
    return next(turns, KEY_QUIET * 1e3)


def card(text: str) -> str:
    """Return the id of the measure whose card is up, empty while there is none."""
    found = CARD.search(text)
    return found[1] if found else ""
