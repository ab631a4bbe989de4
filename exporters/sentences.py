"""Changes as sentences: for the history, the commit's subject and trailers, and the labels of undo and redo.

`roadmap` is the one after the changes (or before them): it gives the records their names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.facts import Fact, Telling
from exporters.items import is_decided, is_gathered, is_of_indicators, item_marked, ranges
from exporters.numbering import item_label
from exporters.problems import problem_sentence
from exporters.refusals import refusal_sentence
from exporters.story import facts
from exporters.terms import capital, measures
from model.meeting import Item
from model.records import Approval
from model.search import sort_key
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap

__all__ = [
    "items",
    "label",
    "problem_sentence",
    "redo_label",
    "refusal_sentence",
    "sentences",
    "subject",
    "told_of",
    "trailers",
    "undo_label",
]

LONGEST_SUBJECT = 100
"""A commit's subject is cut to so many characters."""

_NAMED = 6
"""So many records are named in a subject; more of them are counted."""


def sentences(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return what changed as sentences; records to which the same happened share one."""
    told = facts(Telling(words, roadmap), changes)
    return tuple(_sentence(group, words) for group in _together(told))


def told_of(fact: Fact, words: Words, *, name: str) -> str:
    """Return one fact without the record's `name`, for where that stands already: `siirretty: kevät → syksy 2026`."""
    known = fact.record == name and not fact.first
    return _sentence([replace(fact, record="") if known else fact], words).removeprefix(": ")


def subject(changes: Sequence[Change], words: Words, roadmap: Roadmap) -> str:
    """Return the subject of the commit, one line: `§ 5 T07: siirretty kevät 2026 → syksy 2026 (resurssi)`."""
    groups = _together(facts(Telling(words, roadmap), changes))
    parts = _subject_parts(groups, words) or [words.t("no change")]
    numbers = items(changes)
    is_led = bool(numbers) and groups[0][0].table != "meetings"
    begins = f"{item_label(roadmap.head, ranges(numbers))} " if is_led else ""
    return one_line(begins + _fitting(parts, words, room=LONGEST_SUBJECT - len(begins)), limit=LONGEST_SUBJECT)


def items(changes: Iterable[Change]) -> tuple[int, ...]:
    """Return the numbers of the §§ that decided on records."""
    decided = (c for c in changes if isinstance(c.after, Item) and (is_decided(c) or is_gathered(c)))
    return tuple(sorted(c.after.number for c in decided))


def _fitting(parts: Sequence[str], words: Words, *, room: int) -> str:
    """Return as many parts as there is room for, at least the first, and the count of the others."""
    for count in range(len(parts), 0, -1):
        left = len(parts) - count
        more = [words.n("{n} more change", "{n} more changes", left)] if left else []
        said = "; ".join((*parts[:count], *more))
        if len(said) <= room:
            return said
    more = [words.n("{n} more change", "{n} more changes", len(parts) - 1)] if len(parts) > 1 else []
    taken = sum(len(text) + 2 for text in more)
    return "; ".join((one_line(parts[0], limit=max(room - taken, 1)), *more))


def trailers(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the commit's trailers: `Meeting: 3/2026`, `Item: 5`, and one `Measure: T07` for each measure.

    Several §§ at once, as when a meeting opens, are no decision of one §, so none is named.
    """
    told = tuple(changes)
    lines: list[str] = []
    for kind in ("Meeting", "Item", "Measure", "Viewpoint"):
        found = dict.fromkeys(mark for change in told for mark in _marks(kind, change))
        if kind != "Item" or len(found) == 1:
            lines.extend(f"{kind}: {one_line(mark)}" for mark in found)
    return tuple(lines)


def label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return in a few words what the changes do: `T07 merkitty valmiiksi`."""
    told = facts(Telling(words, roadmap), changes)
    groups = _together(told)
    if not groups:
        return words.t("no change")
    said = _sentence(groups[0], words, brief=True)
    if len(groups) == 1:
        return said
    return f"{said} ({words.n('{n} more change', '{n} more changes', len(groups) - 1)})"


def undo_label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return what undoing the changes will do, in words: `Kumotaan: T07 merkitty valmiiksi`."""
    told = tuple(changes)
    said = one_line(words.t("Undoing: {what}", what=label(told, words, roadmap)), limit=LONGEST_SUBJECT)
    if any(change.table == "approvals" and isinstance(change.after, Approval) for change in told):
        return f"{said}; {words.t('its tag in git stays')}"
    return said


def redo_label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return what redoing the changes will do, in words: `Tehdään uudelleen: T07 merkitty valmiiksi`."""
    return one_line(words.t("Redoing: {what}", what=label(changes, words, roadmap)), limit=LONGEST_SUBJECT)


def _together(told: Iterable[Fact]) -> list[list[Fact]]:
    """Group the measures to which the same happened; any other fact stands alone."""
    groups: dict[object, list[Fact]] = {}
    for index, fact in enumerate(told):
        same = fact.happened if fact.table == "measures" and not fact.first else index
        groups.setdefault(same, []).append(fact)
    return [sorted(group, key=lambda fact: sort_key(fact.record)) for group in groups.values()]


def _sentence(group: Sequence[Fact], words: Words, *, brief: bool = False) -> str:
    fact = group[0]
    who = words.listing(other.record for other in group)
    head = capital(f"{fact.what} {who}") if fact.first else f"{who} {fact.what}".strip()
    tail = " ".join(part for part in (fact.detail, "" if brief else fact.aside) if part)
    if len(group) > 1 and fact.verb:
        did = words.verb(fact.verb, len(group), who=who)
        said = f"{did}: {tail}" if tail else did
    elif len(group) > 1 and not fact.detail:
        said = f"{who}: {fact.what} {tail}".rstrip()
    else:
        said = f"{head}: {tail}" if tail else head
    return words.t("Undone: {what}", what=said) if fact.undone else said


def _subject_parts(groups: Iterable[Sequence[Fact]], words: Words) -> list[str]:
    """Return a part for each group; a record that has just been named is not named again."""
    parts: list[str] = []
    last = ""
    for group in groups:
        name, happened = _subject_part(group, words)
        parts.append(happened if name and name == last else f"{name}: {happened}" if name else happened)
        last = name
    return parts


def _subject_part(group: Sequence[Fact], words: Words) -> tuple[str, str]:
    """Return who and what; of a whole record or something undone one sentence, under no name."""
    fact = group[0]
    if fact.first or fact.undone:
        return "", _sentence(group, words)
    named = len(group) <= _NAMED
    who = ", ".join(other.record for other in group) if named else measures(words, len(group))
    what = words.verb(fact.verb, len(group), named=named, who="").strip() if fact.verb else fact.what
    return who, " ".join(part for part in (what, fact.detail, fact.aside) if part)


def _marks(kind: str, change: Change) -> Iterable[str]:
    """Return what a change says of the meeting, the §, the measure or the viewpoint that it belongs to."""
    entry = change.after or change.before
    item = item_marked(change)
    if isinstance(entry, Item) and item is None and kind != "Meeting":
        return []
    match kind:
        case "Meeting":
            named = change.record if change.table == "meetings" else getattr(entry, "meeting", "")
            return [named] if named else []
        case "Item":
            number = item.number if item else getattr(entry, "item", None)
            return [] if number is None else [str(number)]
        case "Measure":
            subjects = item.subjects if item and item.outcome != "score" and not is_of_indicators(item) else ()
            return [change.record] if change.table == "measures" else subjects
        case _:
            return [change.record] if change.table == "viewpoints" else []
