"""How wide a text will be, so that names are wrapped or cut before they run into something.

Widths are those of Arial (and Liberation Sans, which has the same), a little rounded up: readers whose machine has
another letter, such as DejaVu Sans, must not see texts run together.
"""

from __future__ import annotations

import unicodedata

_WIDTHS = {
    "ijl'|’": 0.24,
    " .,:;!/ftI[]\\·": 0.3,
    "r()-`–“”": 0.36,
    "cksvxyzJ*": 0.52,
    "ABEKPSVXY&": 0.7,
    "CDHNRUw": 0.76,
    "GOQÖ": 0.8,
    "mMW%@★—…": 0.95,
}
_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_USUAL, _FULL = 0.58, 1.05
_BOLD, _ROOM = 1.07, 1.06


def length(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in pixels at a size of letters in pixels, rather too much than too little."""
    return sum(map(_of, text)) * size * _ROOM * (_BOLD if bold else 1)


def fitted(text: str, size: float, room: float) -> str:
    """Return a text that is no wider than the room; one that was cut ends in `…`."""
    if length(text, size) <= room:
        return text
    left = room - length("…", size)
    kept = 0
    while kept < len(text) and length(text[: kept + 1], size) <= left:
        kept += 1
    return text[:kept].rstrip() + "…"


def wrapped(text: str, size: float, room: float, *, most: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width, broken between words; what does not fit is cut."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < most - 1:
        line = words.pop(0)
        while words and length(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        found.append(fitted(line, size, room))
    return (*found, fitted(" ".join(words), size, room)) if words else tuple(found)


def _of(letter: str) -> float:
    if letter in _LETTER:
        return _LETTER[letter]
    if unicodedata.combining(letter):
        return 0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _USUAL
