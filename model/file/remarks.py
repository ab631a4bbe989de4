"""Comments of a record that both sides changed: what theirs wrote or took out goes into our text of it.

The values are patched by their fields; a comment has none, so it is merged by its text: one that only theirs has is
new and goes beside what it belongs to there, one that theirs no longer has goes here, too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from model.file.blocks import parsed
from model.file.scan import Statement, comments, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

_NESTED = 2


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a comment belongs to: a key or a header, of the record or of one of its entries."""

    name: str = ""
    """The nested list; empty for the record's own keys."""
    number: int = 0
    key: str = ""
    """Empty for the header."""


@dataclass(frozen=True, slots=True)
class _Remark:
    text: str
    spot: _Spot | None
    """None below the last statement."""
    before: str = ""
    """The blanks before a comment that stands behind its value, else empty."""


def with_remarks(text: str, *, base: str, ours: str, theirs: str, newline: str) -> str:
    """Return the text of a record, which came of ours, with what theirs did to the comments of the base."""
    was, mine, other = (Counter(_notes(one)) for one in (base, ours, theirs))
    if was == other:
        return text
    for note in (was - other).elements():
        if mine[note] >= was[note]:
            text = _without(text, note)
    has = Counter(_notes(text))
    for remark in _remarks(theirs):
        note = remark.text
        if other[note] > was[note] and has[note] < max(mine[note], other[note]):
            text = _with(text, remark, theirs=theirs, newline=newline)
            has[note] += 1
    return text


def lost_remarks(base: str, ours: str, theirs: str, *, result: str) -> list[str]:
    """Return the comments that a merged text should have and has not: neither side took them out."""
    was, mine, other, has = (Counter(_notes(one)) for one in (base, ours, theirs, result))
    lost: list[str] = []
    for note in dict.fromkeys((*mine, *other)):
        both_new = mine[note] > was[note] and other[note] > was[note]
        needed = max(mine[note], other[note]) if both_new else mine[note] + other[note] - was[note]
        lost.extend([note] * (needed - has[note]))
    return lost


@lru_cache(maxsize=256)
def _notes(text: str) -> tuple[str, ...]:
    return tuple(comments(text))


@lru_cache(maxsize=256)
def listed(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text, remembered: each is looked at several times."""
    return tuple(statements(text))


def _places(text: str) -> Iterator[tuple[_Spot | None, Statement]]:
    """Yield the statements of a record with what each is; comments and blank lines have no spot."""
    name, number = "", 0
    seen: Counter[str] = Counter()
    for found in listed(text):
        if found.kind == "header":
            name = ".".join(found.path[1:])
            number = seen[name]
            seen[name] += 1
            yield _Spot(name, number), found
        elif found.kind == "key":
            yield _Spot(name, number, ".".join(found.path)), found
        else:
            yield None, found


def _remarks(text: str) -> Iterator[_Remark]:
    """Yield the comments of a record in order, each with what it belongs to."""
    waiting: list[str] = []
    for spot, found in _places(text):
        if spot is None:
            waiting.extend(found.comments)
            continue
        inner = list(found.comments)
        last = inner.pop() if inner and (found.has_trailing or found.kind == "header") else None
        yield from (_Remark(note, spot) for note in (*waiting, *inner))
        waiting = []
        if last is not None:
            line = text[found.start : text.rindex(last, found.start, found.end)]
            yield _Remark(last, spot, line[len(line.rstrip(" \t")) :] or " ")
    yield from (_Remark(note, None) for note in waiting)


def _with(text: str, remark: _Remark, *, theirs: str, newline: str) -> str:
    if remark.spot is None:
        return f"{text if text.endswith(newline) else text + newline}{remark.text}{newline}"
    found = _found(text, _moved(remark.spot, text, theirs))
    line = text[found.start : found.end]
    if remark.before and not found.comments and "\n" not in line.strip():
        end = found.start + len(line.rstrip())
        return text[:end] + remark.before + remark.text + text[end:]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return f"{text[: found.start]}{indent}{remark.text}{newline}{text[found.start :]}"


def _found(text: str, spot: _Spot) -> Statement:
    """Return the statement at a spot; where it is not there the entry's header, else the record's first statement."""
    places = {here: found for here, found in _places(text) if here is not None}
    first = next(iter(places.values()))
    return places.get(spot) or places.get(_Spot(spot.name, spot.number)) or first


def _moved(spot: _Spot, text: str, theirs: str) -> _Spot:
    """Return where a spot of theirs is in another text of the record: entries are known by their values."""
    if not spot.name:
        return spot
    there, here = _entries(theirs, spot.name), _entries(text, spot.name)
    if spot.number < len(there) and there[spot.number] in here:
        return _Spot(spot.name, here.index(there[spot.number]), spot.key)
    return spot


def _entries(text: str, name: str) -> list[Any]:
    values: Any = parsed(text)
    if len(values) == 1:
        (values,) = values.values()
    record = values[0] if isinstance(values, list) else values
    found = record.get(name, []) if isinstance(record, dict) else []
    return found if isinstance(found, list) else [found]


def _without(text: str, note: str) -> str:
    """Return the text without one comment: its line, or what stands behind a value; one inside a list stays."""
    for found in listed(text):
        if note not in found.comments:
            continue
        if found.kind == "comment":
            return text[: found.start] + text[found.end :]
        if found.comments[-1] == note and (found.has_trailing or found.kind == "header"):
            at = text.rindex(note, found.start, found.end)
            return text[:at].rstrip(" \t") + text[at + len(note) :].lstrip(" \t")
    return text
