"""The statements of a piece of TOML that tomllib has accepted: where each key, value and comment lies.

In valid TOML a quote outside a comment opens a string and a `#` outside a string opens a comment, so one
pattern of strings, comments, brackets and line ends finds every statement. The text must be valid:
what is made with these places is parsed again by tomllib before it is used.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["blank", "comment", "header", "key"]

_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""(?:"{0,2})'
    r"|'''(?:[^']++|'(?!''))*+'''(?:'{0,2})"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|[\[\]{}]"
    r"|\n",
    re.DOTALL,
)
_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A line or the lines of one statement, as offsets in the text; `end` is behind its line end."""

    kind: Kind
    start: int
    end: int
    path: tuple[str, ...] = ()
    """The parts of the key or of the header."""
    value: tuple[int, int] = (0, 0)
    """Where a key's value lies, without the blanks and the comment behind it."""
    comments: tuple[str, ...] = ()
    """Every comment in it, in order, also those between the items of a list."""
    has_trailing: bool = False
    """Whether the last of the comments stands behind the value, on its last line."""


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of valid TOML in order; together they are the whole text."""
    start = depth = 0
    comments: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "[{":
            depth += 1
        elif first in "]}":
            depth -= 1
        elif first == "#":
            comments.append(token)
        elif first == "\n" and depth == 0:
            yield _statement(text, (start, token.end()), comments)
            start, comments = token.end(), []
    if start < len(text):
        yield _statement(text, (start, len(text)), comments)


def comments(text: str) -> list[str]:
    """Return the comments of valid TOML in order, without blanks at their ends."""
    if "#" not in text:
        return []
    return [found.group().rstrip() for found in _TOKEN.finditer(text) if text[found.start()] == "#"]


@lru_cache(maxsize=4096)
def header(line: str) -> tuple[tuple[str, ...], bool] | None:
    """Return the parts of a table header and whether it is `[[…]]`; None if the line is no header.

    A header never goes on over the line end, so tomllib can judge it alone.
    """
    try:
        values: object = tomllib.loads(line)
    except ValueError:
        return None
    path: list[str] = []
    while isinstance(values, dict) and len(values) == 1:
        (name,) = values
        path.append(name)
        values = values[name]
    return tuple(path), values == [{}]


def _statement(text: str, extent: tuple[int, int], found: list[re.Match[str]]) -> Statement:
    start, end = extent
    stripped = text[start:end].strip(" \t\r\n")
    notes = tuple(comment.group().rstrip() for comment in found)
    if not stripped:
        return Statement("blank", start, end)
    if stripped[0] == "#":
        return Statement("comment", start, end, comments=notes)
    if stripped[0] == "[":
        known = header(stripped)
        return Statement("header", start, end, known[0] if known else (), comments=notes)
    return _key_statement(text, extent, found)


def _key_statement(text: str, extent: tuple[int, int], found: list[re.Match[str]]) -> Statement:
    start, end = extent
    key = _KEY.match(text, start, end)
    assert key is not None, "tomllib has accepted the text"
    has_trailing = bool(found) and not text[found[-1].end() : end].strip()
    stop = found[-1].start() if has_trailing else end
    value = (key.end(), key.end() + len(text[key.end() : stop].rstrip()))
    notes = tuple(comment.group().rstrip() for comment in found)
    return Statement("key", start, end, _path(key.group(1)), value, notes, has_trailing)


def _path(key: str) -> tuple[str, ...]:
    if _BARE.fullmatch(key):
        return (key,)
    parts: list[str] = []
    values: object = tomllib.loads(f"{key} = 0")
    while isinstance(values, dict):
        (name,) = values
        parts.append(name)
        values = values[name]
    return tuple(parts)
