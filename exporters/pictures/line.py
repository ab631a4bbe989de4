"""Lines of a picture in characters: pieces of text with a tone, measured in the cells of a terminal.

A tone says what a piece is, never which colour it has; nothing is told by a tone alone.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exporters.words import Words

Tone = Literal["", "muted", "strong", "alarm", "now", "heat1", "heat2", "heat3", "heat4", "heat5"]

STAR = "★ "
"""Stands before the name of a focus area."""
ELLIPSIS = "…"
NONE = "–"
"""Stands where nothing is known."""
HIDDEN = "··"
"""Stands where too few answered for anything to be told."""


class Span(NamedTuple):
    """A piece of a line and what it is."""

    text: str
    tone: Tone = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a picture about a viewpoint; one without an id belongs to the row above, or to none."""

    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what stands above its rows, the rows, and what the signs below them mean."""

    head: tuple[Line, ...]
    rows: tuple[Row, ...]
    legend: tuple[str, ...]


def line(*parts: str | Span) -> Line:
    """Return a line of texts and spans, without the empty ones."""
    spans = (part if isinstance(part, Span) else Span(part) for part in parts)
    return tuple(span for span in spans if span.text)


def plain(shown: Line) -> str:
    """Return a line as text, without white space at its end."""
    return "".join(span.text for span in shown).rstrip()


def text(picture: Picture) -> Iterator[str]:
    """Yield a picture as lines of text, an empty one before the legend."""
    yield from map(plain, picture.head)
    yield from (plain(row.line) for row in picture.rows)
    if picture.legend:
        yield ""
        yield from picture.legend


def cells(said: str) -> int:
    """Return how many cells of a terminal a text takes: wide letters two, accents set over a letter none."""
    return len(said) if said.isascii() else sum(map(_cells, said))


def cut(said: str, room: int) -> str:
    """Return the text in at most so many cells, cut with an ellipsis."""
    if cells(said) <= room:
        return said
    kept, used = "", cells(ELLIPSIS)
    for char in said:
        used += _cells(char)
        if used > room:
            break
        kept += char
    return (kept.rstrip() + ELLIPSIS)[: max(room, 0)]


def left(said: str, room: int) -> str:
    """Return the text in exactly so many cells, at the left."""
    shown = cut(said, room)
    return shown + " " * (room - cells(shown))


def right(said: str, room: int) -> str:
    """Return the text in at least so many cells, at the right."""
    return " " * (room - cells(said)) + said


def named(name: str, room: int, *, focus: bool = False) -> str:
    """Return a name in so many cells, one of them empty at its end, a star before that of a focus area."""
    return left((STAR if focus else " " * len(STAR)) + one_line(name), room - 1) + " "


def on_lines(parts: Iterable[str], width: int, *, gap: str = "   ") -> tuple[str, ...]:
    """Return parts side by side, on as few lines of a width as they take."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{gap}{part}" if lines[-1] else part
        if cells(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(cut(said, width) for said in lines if said)


def focus_sign(words: Words) -> str:
    """Return what the star means."""
    return f"{STAR}{words.t('focus area')}"


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
