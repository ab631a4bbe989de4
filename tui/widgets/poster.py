"""One thing, large, and nothing else: what the whole room shall read from its seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from model.text import clean, one_line
from tui.safe import in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLYPHS = dict(
    zip(
        "0123456789",
        (
            ("┏━┓", "┃ ┃", "┗━┛"),
            ("╺┓ ", " ┃ ", "╺┻╸"),
            ("╺━┓", "┏━┛", "┗━╸"),
            ("╺━┓", " ━┫", "╺━┛"),
            ("╻ ╻", "┗━┫", "  ╹"),
            ("┏━╸", "┗━┓", "╺━┛"),
            ("┏━╸", "┣━┓", "┗━┛"),
            ("╺━┓", "  ┃", "  ╹"),
            ("┏━┓", "┣━┫", "┗━┛"),
            ("┏━┓", "┗━┫", "╺━┛"),
        ),
        strict=True,
    )
)
"""Digits of three lines, in the signs that every terminal font draws."""
_TALL = 3
MOST_SPACED = 3
"""A title of more lines than this is written without spaces between its letters."""
LONGEST = 400
"""A text is cut to so many characters: nobody reads more from the back row."""


class Shown(NamedTuple):
    """What is shown: a number or id, a title, and a few texts under it."""

    tag: str = ""
    title: str = ""
    texts: tuple[str, ...] = ()


class Poster(Widget):
    """Shows one thing so large and airy as a terminal can."""

    DEFAULT_CSS = "Poster { height: 1fr; width: 1fr; padding: 2 6; background: $background; }"

    shown: reactive[Shown] = reactive(Shown())

    def render(self) -> Content:
        """Return the number, the title spaced out, and the texts, with air between their lines."""
        return Content("\n").join(drawn(self.shown, self.content_size.width))


def drawn(shown: Shown, width: int) -> list[Content]:
    """Return the lines of what is shown for a width in cells."""
    lines = [Content.styled(line, "bold $text-accent") for line in tall(one_line(shown.tag))]
    lines += [Content(""), *_title(one_line(shown.title, limit=LONGEST), width)]
    for text in shown.texts:
        lines.append(Content(""))
        lines += _airy(in_lines(Content(clean(text, limit=LONGEST).strip()), width))
    return lines


def tall(tag: str) -> list[str]:
    """Return a number or id in three lines: digits large, other signs beside them on the middle one."""
    if not any(char in _GLYPHS for char in tag):
        return [tag] if tag else []
    glyphs = [_GLYPHS.get(char, (" ", char, " ")) for char in tag if char != " "]
    return [" ".join(glyph[line] for glyph in glyphs).rstrip() for line in range(_TALL)]


def spaced(text: str) -> str:
    """Return a text with a space after each letter and more between words."""
    return "   ".join(" ".join(word) for word in text.split())


def _title(title: str, width: int) -> Iterator[Content]:
    lines = [spaced(str(line)) for line in in_lines(Content(title), (width + 1) // 2)]
    if len(lines) > MOST_SPACED or any(len(line) > width for line in lines):
        lines = [str(line) for line in in_lines(Content(title), width)]
    yield from _airy([Content.styled(line, "bold $primary") for line in lines])


def _airy(lines: list[Content]) -> list[Content]:
    """Return lines with an empty one between each two."""
    aired = [part for line in lines for part in (line, Content(""))]
    return aired[:-1]
