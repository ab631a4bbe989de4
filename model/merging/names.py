"""Whether two records are one: the same new id on both sides, and ids that an earlier merge has changed.

Of two different things with one new id that of the leading copy keeps it; the other one gets the next free number
and remembers in `formerly` how it was called. Who comes with the old id later is led to the new one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.meeting import Meeting
from model.merging.exact import exactly
from model.merging.following import NUMBERED, renamed
from model.roadmap import Roadmap, by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.record import Record

Three = tuple[Roadmap, Roadmap, Roadmap]
_NUMBER = re.compile(r"(\D*)(\d{1,18})(/\d{4})?")


def brought_together(base: Roadmap, ours: Roadmap, theirs: Roadmap, *, lead: str = "ours") -> Three:
    """Return base, ours and theirs such that an id means one thing in all three; the side that leads keeps its own."""
    moved = dict(_forwarded(base, ours, theirs)), dict(_forwarded(base, theirs, ours))
    base, ours, theirs = renamed(base, moved[0] | moved[1]), renamed(ours, moved[1]), renamed(theirs, moved[0])
    if lead == "theirs":
        return base, renamed(ours, dict(_collisions(base, theirs, ours)), formerly=True), theirs
    return base, ours, renamed(theirs, dict(_collisions(base, ours, theirs)), formerly=True)


def alike(one: Record, other: Record) -> int:
    """Return how many of the fields that say something are the same in two records of a class."""
    return sum(
        value not in ("", (), None) and exactly(value, other.__dict__.get(name)) and name not in one.KEY
        for name, value in one.__dict__.items()
    )


def _forwarded(base: Roadmap, side: Roadmap, other: Roadmap) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the ids of the base and of the other side that have become others in a merge that this side knows."""
    for table in NUMBERED:
        if side.table(table) is base.table(table):
            continue
        for record in side.table(table):
            old, new = str(getattr(record, "formerly", "")), str(getattr(record, record.KEY[0]))
            if not old or base.find(table, new) or other.find(table, new):
                continue
            known = base.find(table, old) or other.find(table, old)
            instead = side.find(table, old)
            if known is None or exactly(known, instead):
                continue
            if instead is None or alike(known, record) >= alike(known, instead):
                yield (table, old), new


def _collisions(base: Roadmap, leading: Roadmap, other: Roadmap) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the ids that the other side gave anew to something else than the leading one, with the next free ones."""
    for table in NUMBERED:
        if other.table(table) is base.table(table) or leading.table(table) is base.table(table):
            continue
        old, mine, yours = (by_name(side.table(table)) for side in (base, leading, other))
        taken = {*old, *mine, *yours}
        for name in [name for name in yours if name in mine and name not in old]:
            if exactly(mine[name], yours[name]) or is_same(mine[name], yours[name]):
                continue
            new = _next(name, taken)
            if new:
                taken.add(new)
                yield (table, name), new


def is_same(one: Record, other: Record) -> bool:
    """Whether two new records under one id are the same thing, told in two ways: the same title or day."""
    if isinstance(one, Meeting) and isinstance(other, Meeting):
        return one.date == other.date
    titles = (
        str(getattr(record, "title", getattr(record, "heading", ""))).strip().casefold() for record in (one, other)
    )
    return len(set(titles)) == 1


def _next(name: str, taken: Iterable[str]) -> str:
    """Return the id after all those of its kind: `T26` after `T25`, `4/2026`; nothing for an id that is a word."""
    found = _NUMBER.fullmatch(name)
    if not found:
        return ""
    head, digits, year = found.groups()
    of_kind = (other for other in map(_NUMBER.fullmatch, taken) if other and other[1] == head and other[3] == year)
    last = max(int(other[2]) for other in of_kind)
    return f"{head}{last + 1:0{len(digits)}}{year or ''}"
