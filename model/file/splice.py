"""Edits inside the text of one record: a key set or removed, a nested entry added or removed.

Each function takes the text of a block and returns the new one; lines without a change are copied. Nothing is
proved here: `patch` parses the result and compares it with what was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.file import render
from model.file.scan import Statement, statements

if TYPE_CHECKING:
    from collections.abc import Sequence

_NESTED = 2
_BLANK_TAIL = re.compile(r"(?<=\n)(?:[ \t]*\r?\n)+\Z")
_BLANK_HEAD = re.compile(r"(?:[ \t]*\r?\n)+")


class NotSpliceableError(Exception):
    """The record is written in a way that cannot be edited line by line (a list of tables inline)."""


@dataclass(frozen=True, slots=True)
class Section:
    """The statements under one header of a record's text: the record's own or a nested entry's."""

    name: str
    """The nested list it belongs to (`log`); empty for the record's own keys."""
    lead: int
    """Where the comment directly above the header begins."""
    body_end: int
    """Behind its last key or header and the comment lines directly below that."""
    end: int
    """Where the next section begins; between `body_end` and here are blank lines and comments of no record."""
    keys: tuple[Statement, ...]
    """Its own keys, without those of tables under it."""
    head: Statement | None
    """Its header; None for the root keys."""


def sections(text: str) -> list[Section]:
    """Return the sections of a record's text; the first one is the record's own."""
    found = list(statements(text))
    heads = [at for at, here in enumerate(found) if here.kind == "header"]
    first = heads[0] if heads else None
    starts = [0, *(_lead(found, at) for at in heads if at != first and len(found[at].path) == _NESTED)]
    ends = [*starts[1:], len(found)]
    return [_section(found, start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def with_key(text: str, section: Section, pair: tuple[str, object], *, order: Sequence[str], newline: str) -> str:
    """Return the text with a key of a section set, or added in the given order of keys."""
    name, content = pair
    known = _find(section, name)
    if known is not None:
        return _with_value(text, known, content, newline=newline)
    after = section.head
    for key in section.keys:
        if _rank(order, key.path[0]) < _rank(order, name):
            after = key
    at = after.end if after else (section.keys[0].start if section.keys else section.body_end)
    return inserted(text, at, _indent(text, _model(section, after)) + render.pair(name, content), newline=newline)


def without_key(text: str, section: Section, name: str, *, newline: str) -> str:
    """Return the text without a key; a comment in the statement stays, as a line of its own."""
    known = _find(section, name)
    if known is None:
        raise NotSpliceableError(name)
    kept = _comment_lines(text, known, known.comments, newline=newline)
    before, after = text[: known.start] + kept, text[known.end :]
    if not after and not text.endswith("\n"):
        before = before.removesuffix("\n").removesuffix("\r")
    return before + after


def with_entries(
    text: str, rendered: Sequence[str], *, name: str, position: int, order: Sequence[str], newline: str
) -> str:
    """Return the text with nested entries (rendered tables), one after the other from a position of their list on."""
    found = sections(text)
    same = [section for section in found if section.name == name]
    nested = [section for section in found if section.name]
    blank = blank_lines(text[: (same or nested)[-1].lead]) if nested else 1
    ready = [_indented(text, entry, same) for entry in rendered]
    if position < len(same):
        lines = "".join(entry + "\n" * blank for entry in ready)
        return inserted(text, same[position].lead, lines, newline=newline)
    after = same[-1] if same else _last_before(found, name, order)
    blank = max(blank, needed_blank_lines(text[: after.body_end]))
    return inserted(text, after.body_end, "".join("\n" * blank + entry for entry in ready), newline=newline)


def without_entry(text: str, *, name: str, position: int) -> tuple[str, str]:
    """Return the text without a nested entry, and the text that went with it (its own comment included)."""
    gone = [section for section in sections(text) if section.name == name][position]
    before, after = text[: gone.lead], text[gone.body_end :]
    if gone.end == len(text):
        before = trimmed(before)
    else:
        after = beheaded(after)
    if not after and not text.endswith("\n"):
        before = before.removesuffix("\n").removesuffix("\r")
    return before + after, text[gone.lead : gone.body_end]


def inserted(text: str, at: int, lines: str, *, newline: str) -> str:
    """Return the text with whole lines (ending in LF) put in; a text without a final line end stays so."""
    lines = lines.replace("\n", newline)
    if at and text[at - 1] != "\n":
        return text[:at] + newline + lines.removesuffix(newline) + text[at:]
    return text[:at] + lines + text[at:]


def trimmed(text: str) -> str:
    """Return a text without the blank lines at its end."""
    found = _BLANK_TAIL.search(text)
    return text[: found.start()] if found else text


def beheaded(text: str) -> str:
    """Return a text without the blank lines at its beginning."""
    found = _BLANK_HEAD.match(text)
    return text[found.end() :] if found else text


def blank_lines(text: str) -> int:
    """Return how many blank lines stand at the end of a text."""
    found = _BLANK_TAIL.search(text)
    return found.group().count("\n") if found else 0


def needed_blank_lines(text: str) -> int:
    """Return how many blank lines keep a comment at the end of a text from seeming that of what comes next."""
    last = text.removesuffix("\n").rpartition("\n")[2]
    return int(last.lstrip(" \t").startswith("#"))


def _section(found: list[Statement], start: int, end: int) -> Section:
    own = found[start:end]
    heads = [at for at, here in enumerate(own) if here.kind == "header"]
    head = own[heads[0]] if heads else None
    stop = heads[1] if len(heads) > 1 else len(own)
    last = max((at for at, here in enumerate(own) if here.kind in {"header", "key"}), default=len(own) - 1)
    while last + 1 < len(own) and own[last + 1].kind == "comment":
        last += 1
    return Section(
        name=head.path[1] if head and len(head.path) == _NESTED else "",
        lead=own[0].start,
        body_end=own[last].end,
        end=own[-1].end,
        keys=tuple(here for here in own[:stop] if here.kind == "key"),
        head=head,
    )


def _lead(found: list[Statement], at: int) -> int:
    while found[at - 1].kind == "comment":
        at -= 1
    return at


def _find(section: Section, name: str) -> Statement | None:
    same = [key for key in section.keys if key.path[0] == name]
    if not same:
        return None
    if len(same) > 1 or len(same[0].path) > 1:
        raise NotSpliceableError(name)
    return same[0]


def _with_value(text: str, known: Statement, content: object, *, newline: str) -> str:
    start, end = known.value
    old = text[start:end]
    indent = None
    if "\n" in old and isinstance(content, list) and len(content) > 0:
        second = old.split("\n", 2)[1]
        indent = second[: len(second) - len(second.lstrip(" \t"))] or "    "
    inner = known.comments[:-1] if known.has_trailing else known.comments
    spelled = render.value(content, indent=indent).replace("\n", newline)
    above = _comment_lines(text, known, inner, newline=newline)
    return text[: known.start] + above + text[known.start : start] + spelled + text[end:]


def _comment_lines(text: str, known: Statement, comments: Sequence[str], *, newline: str) -> str:
    return "".join(f"{_indent(text, known)}{comment}{newline}" for comment in comments)


def _indent(text: str, known: Statement | None) -> str:
    line = text[known.start : known.end] if known else ""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _model(section: Section, after: Statement | None) -> Statement | None:
    """Return the statement whose indentation a new key takes: a key rather than the header."""
    return section.keys[0] if section.keys and after is section.head else after


def _indented(text: str, rendered: str, same: list[Section]) -> str:
    """Return a rendered entry with the indentation of the entries beside it."""
    if not same:
        return rendered
    head = _indent(text, same[-1].head)
    keys = _indent(text, same[-1].keys[0]) if same[-1].keys else head
    if '"""' in rendered or not (head or keys):
        return rendered
    first, *rest = rendered.splitlines(keepends=True)
    return head + first + "".join(keys + line for line in rest)


def _rank(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _last_before(found: list[Section], name: str, order: Sequence[str]) -> Section:
    earlier = [section for section in found if not section.name or _rank(order, section.name) < _rank(order, name)]
    return earlier[-1]
