"""From bytes to a document, or to the one problem that keeps them from being one."""

from __future__ import annotations

import codecs
import re
import tomllib

from model.file.blocks import broken_at
from model.file.document import BOM, Document, document
from model.problems import Problem
from model.tables import KNOWN

MOST_BYTES = 20_000_000
"""Larger files are not read: 5 000 measures are about 2 MB."""
_MOST_PARTS = 128
_MANY_DOTS = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_MOST_PARTS}}}")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_VALUE = re.compile(r"[^\n=]*=[ \t]*([\"'\[{])")
_KNOWN_HEADER = re.compile(rf"^[ \t]*\[+[ \t]*(?:{'|'.join(sorted(KNOWN))})\b", re.MULTILINE)
_CONTROL = bytes(range(9)) + b"\x0b" + bytes(range(14, 32))

# The beginnings of tomllib's sentences, in the order in which they are looked for.
_REASONS = (
    ("Illegal character '\\n'", "unclosed-string"),
    ("Found invalid character '\\n'", "unclosed-string"),
    ("Unterminated string", "unclosed-string"),
    ("Expected '\"'", "unclosed-string"),
    ("Expected \"'", "unclosed-string"),
    ("Illegal character", "bad-character"),
    ("Found invalid character", "bad-character"),
    ("Unclosed", "unclosed-list"),
    ("Invalid value", "bad-value"),
    ("Invalid date", "bad-value"),
    ("Expected '=' after", "missing-equals"),
    ("Cannot overwrite", "repeated-key"),
    ("Duplicate inline", "repeated-key"),
    ("Cannot", "repeated-table"),
    ("Unescaped", "bad-escape"),
    ("Invalid hex", "bad-escape"),
    ("Escaped character", "bad-escape"),
    ("Expected newline", "after-value"),
    ("Expected ']", "bad-header"),
    ("Invalid initial", "bad-key"),
    ("Invalid statement", "bad-key"),
)


def decoded(data: bytes, *, near: Document | None = None) -> Document | Problem:
    """Return the document that these bytes are, or what is wrong with them.

    `near` is a document from which they differ little: what they have in common is not read again.
    """
    if len(data) > MOST_BYTES:
        return Problem("too-large", "fatal", data={"size": len(data), "limit": MOST_BYTES})
    text = _text(data)
    if isinstance(text, Problem):
        return text
    has_bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    if not text.strip():
        return Problem("empty", "fatal")
    return _parsed(text, has_bom=has_bom, near=near)


def _parsed(text: str, *, has_bom: bool, near: Document | None) -> Document | Problem:
    lines = text.split("\n")
    if max(map(len, lines)) >= 2 * _MOST_PARTS and any(
        line.count(".") >= _MOST_PARTS and _MANY_DOTS.search(line) for line in lines
    ):
        return Problem("too-complex", "fatal", data={"reason": "dotted"})
    try:
        return document(text, has_bom=has_bom, near=near)
    except tomllib.TOMLDecodeError as error:
        return _syntax_problem(text, str(error))
    except RecursionError:
        return Problem("too-complex", "fatal", data={"reason": "nesting"})
    except ValueError:
        return Problem("too-complex", "fatal", data={"reason": "digits"})


def _syntax_problem(text: str, message: str) -> Problem:
    marker = _CONFLICT.search(text)
    if marker:
        return Problem("conflict-markers", "fatal", text.count("\n", 0, marker.start()) + 1, 1)
    place = _PLACE.search(message)
    detail = message[: place.start()] if place else message
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (None, None)
    opened = _unclosed(text, line)
    if opened:
        return Problem("invalid-toml", "fatal", opened[0], data={"reason": opened[1], "detail": detail})
    reason = next((code for start, code in _REASONS if detail.startswith(start)), "other")
    line = line or text.rstrip().count("\n") + 1
    return Problem("invalid-toml", "fatal", line, column, data={"reason": reason, "detail": detail})


def _unclosed(text: str, noticed: int | None) -> tuple[int, str] | None:
    """Return the line of a string or list that runs on into the tables below it, and which of the two it is.

    The parser notices that only where nothing fits any more, or at the end of the file.
    """
    start = broken_at(text)
    line = text.count("\n", 0, start) + 1
    inside = text[start:] if noticed is None else "\n".join(text[start:].split("\n")[: noticed - line + 1])
    value = _VALUE.match(inside)
    if value is None or (noticed is not None and not _KNOWN_HEADER.search(inside)):
        return None
    return line, "unclosed-list" if value[1] in "[{" else "unclosed-string"


def _text(data: bytes) -> str | Problem:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem("not-utf8", "fatal", data={"offset": 0, "guess": "utf-16"})
    if b"\0" in data:
        offset = data.index(b"\0")
        if not data[1:400:2].strip(b"\0") or not data[0:400:2].strip(b"\0"):
            return Problem("not-utf8", "fatal", data={"offset": offset, "guess": "utf-16"})
        return Problem("binary", "fatal", data={"offset": offset})
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        place = {"offset": error.start}
        line = data.count(b"\n", 0, error.start) + 1
    if any(byte in _CONTROL for byte in data):
        return Problem("binary", "fatal", data=place)
    return Problem("not-utf8", "fatal", line, data={**place, "guess": _guess(data)})


def _guess(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "cp1252"
