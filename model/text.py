"""Text from outside, made safe to show.

Everything that people typed, git printed or a file name holds goes through `clean` before it
reaches a screen or an export. The data itself is never changed.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufe0f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_TO_PICTURE = 0x2400
_DELETE_PICTURE = "␡"
_MARKS = {
    "\u061c": "⟦ALM⟧",
    "\u200e": "⟦LRM⟧",
    "\u200f": "⟦RLM⟧",
    "\u202a": "⟦LRE⟧",
    "\u202b": "⟦RLE⟧",
    "\u202c": "⟦PDF⟧",
    "\u202d": "⟦LRO⟧",
    "\u202e": "⟦RLO⟧",
    "\u2066": "⟦LRI⟧",
    "\u2067": "⟦RLI⟧",
    "\u2068": "⟦FSI⟧",
    "\u2069": "⟦PDI⟧",
    "\u2028": "\n",
    "\u2029": "\n",
    # Terminals disagree on the width of what follows a variation selector, so it is left out.
    "\ufe0f": "",
    "\u200b": "",
    "\ufeff": "",
}


def clean(text: str, *, limit: int | None = None) -> str:
    """Return the text with control characters as pictures (`␛`) and bidi controls as marks (`⟦RLO⟧`).

    Newlines and tabs stay. With `limit` a longer text is cut to so many characters, the last of
    them `…`. What comes back holds no escape sequence that a terminal could act on.
    """
    shown = _UNSAFE.sub(_visible, text.replace("\r\n", "\n"))
    if limit is not None and len(shown) > limit:
        return shown[: limit - 1] + "…"
    return shown


def one_line(text: str, *, limit: int | None = None) -> str:
    """Return the cleaned text on a single line, runs of white space as one space."""
    return clean(" ".join(clean(text).split()), limit=limit)


def _visible(found: re.Match[str]) -> str:
    char = found[0]
    if char in _MARKS:
        return _MARKS[char]
    if char < " ":
        return chr(_TO_PICTURE + ord(char))
    return _DELETE_PICTURE if char == "\x7f" else "�"
