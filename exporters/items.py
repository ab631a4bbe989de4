"""Facts about the §§ of a meeting: what was decided, and what happened to the agenda.

A § that decides on measures is told through them. §§ that only got another number, because another one came or
went before them, are not told of at all; an agenda that is laid out is one fact, however many §§ it has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from exporters.entries import entry_fact
from exporters.facts import HAPPENED, Fact
from exporters.numbering import item_label
from exporters.terms import OUTCOME, field_name, word
from exporters.values import LONGEST
from model.meeting import Item
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from exporters.facts import Telling
    from model.diff import Change
    from model.meeting import ItemKind, Outcome

_OF_RECORDS = frozenset({None, "measure", "carried", "season"})
"""Kinds of § that give records their outcome; others only name them. Of the annual clock's it is a survey's round."""
_FORMAL: frozenset[ItemKind | None] = frozenset({"opening", "agenda", "previous", "status", "other", "next", "closing"})
_QUOTED = frozenset({"background", "proposal", "discussion", "decision"})


def is_decided(change: Change) -> bool:
    """Whether a § got its outcome for a record by this change."""
    return _rules(change) and not _is_handled(change.before)


def is_gathered(change: Change) -> bool:
    """Whether the § that gathers the values of indicators got one by this change."""
    item = change.after
    is_told = isinstance(item, Item) and item.kind == "indicators" and item.outcome == "noted"
    return is_told and change.before is not None and change.before.decision != item.decision


def is_of_indicators(item: Item) -> bool:
    """Whether the subjects of a § are indicators: it gathers their values, or noted the one of one."""
    return item.kind == "indicators" or (item.kind is None and item.outcome == "noted")


def item_marked(change: Change) -> Item | None:
    """Return the § that a change is about; None where a planned § came, went or got another number or text."""
    if not isinstance(change.after or change.before, Item):
        return None
    turned = _turned(change)
    return turned or (change.after if _is_handled(change.after) else None)


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers in order, runs of them as a range: `5`, `5–13`, `5, 7–9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def item_facts(telling: Telling, changes: Sequence[Change], told: Collection[Fact]) -> tuple[Fact, ...]:
    """Return the facts of the changed §§ of meetings; `told` are those of the other records of the same edit."""
    meetings: dict[str, list[Change]] = {}
    for change in changes:
        meetings.setdefault(change.record, []).append(change)
    return tuple(fact for found in meetings.values() for fact in _of_meeting(telling, found, told))


class _Sorted(NamedTuple):
    """The §§ of a meeting before and after: those that came, those that went, those that stayed, as pairs."""

    came: tuple[Item, ...]
    went: tuple[Item, ...]
    stayed: tuple[tuple[Item, Item], ...]


def _sorted(changes: Sequence[Change]) -> _Sorted:
    """Know §§ again by what they are about, under whatever number; else by their number, where only that stayed."""
    left: list[Item] = [change.before for change in changes if change.before]
    came: list[Item] = []
    stayed: list[tuple[Item, Item]] = []
    for same in (_identity, _number):
        after = [change.after for change in changes if change.after] if same is _identity else came
        came = []
        for item in after:
            found = next((old for old in left if same(old) == same(item)), None)
            if found is None:
                came.append(item)
            else:
                left = [old for old in left if old is not found]
                stayed.append((found, item))
    return _Sorted(tuple(came), tuple(left), tuple(stayed))


def _of_meeting(telling: Telling, changes: Sequence[Change], told: Collection[Fact]) -> Iterator[Fact]:
    found = _sorted(changes)
    agenda = tuple(_agenda(telling, changes[0], found))
    yield from agenda
    rules = [change for change in changes if _rules(change)]
    plain = [change for change in changes if _is_plain(change) and not (agenda and _is_new(change))]
    passed = [change for change in plain if _outcome(change) == "not-handled"]
    plain = [change for change in plain if change not in passed and not (told and _is_formal(change))]
    plain = [change for change in plain if not _gathers(_turned(change), told)]
    if plain and (len(plain) > 1 or told or agenda) and len({_is_handled(change.after) for change in plain}) == 1:
        yield _several(telling, plain)
    else:
        yield from (_plain(telling, change) for change in plain)
    if passed:
        numbers = sorted(item.number for item in filter(None, map(_turned, passed)))
        gone = not _is_handled(passed[0].after)
        what = word(telling.words, OUTCOME, "not-handled")
        yield replace(telling.fact(passed[0], what, item_label(telling.roadmap.head, ranges(numbers))), undone=gone)
    ids = {fact.id for fact in told}
    for change in rules:
        yield from _ruled(telling, change, ids)
    edited = [pair for pair in found.stayed if _is_edited(*pair)]
    for before, after in (pair for pair in edited if not _gathers(pair[1], told)):
        yield _edited(telling, changes[0], before=before, after=after)
    if not (agenda or edited or any(_turned(change) for change in changes)):
        yield telling.fact(changes[0], telling.words.t("the order of the agenda was changed"))


def _gathers(item: Item | None, told: Collection[Fact]) -> bool:
    """Whether a § gathers the values of indicators, and those are told."""
    return item is not None and item.kind == "indicators" and any(fact.table == "indicators" for fact in told)


def _is_edited(before: Item, after: Item) -> bool:
    same = before.model_copy(update={"number": after.number}) == after
    return not same and before.is_handled == after.is_handled


def _is_handled(item: Item | None) -> bool:
    return item is not None and item.is_handled


def _turned(change: Change) -> Item | None:
    """Return the § that was handled by a change, or was before it; None where that did not change."""
    before, after = _is_handled(change.before), _is_handled(change.after)
    if before == after:
        return None
    item: Item = change.after if after else change.before
    return item


def _rules(change: Change) -> bool:
    item = _turned(change)
    return bool(item and item.subjects and item.outcome and item.kind in _OF_RECORDS)


def _is_plain(change: Change) -> bool:
    return _turned(change) is not None and not _rules(change)


def _outcome(change: Change) -> Outcome | None:
    item = _turned(change)
    return item.outcome if item else None


def _is_formal(change: Change) -> bool:
    """Whether a § is one that opening or closing a meeting handles, which is told by the hour."""
    item = _turned(change)
    return item is not None and item.kind in _FORMAL


def _is_new(change: Change) -> bool:
    """Whether a § that belongs to an agenda came or went as a whole."""
    item: Item = change.after or change.before
    return None in (change.before, change.after) and item.kind is not None


def _agenda(telling: Telling, change: Change, found: _Sorted) -> Iterator[Fact]:
    """Tell of the §§ that came onto the agenda and of those that went: one by its heading, more by their number."""
    words = telling.words
    for items, gone in ((found.came, False), (found.went, True)):
        planned = [item for item in items if item.kind is not None and (len(items) > 1 or not item.is_handled)]
        if len(planned) > 1:
            count = words.n("{n} item", "{n} items", len(planned))
            yield replace(telling.fact(change, words.t("agenda"), count), undone=gone)
        elif planned:
            what = words.t("removed from the agenda") if gone else words.t("put on the agenda")
            yield telling.fact(change, what, f"{_label(telling, planned[0])} {one_line(planned[0].heading)}")


def _label(telling: Telling, item: Item) -> str:
    return item_label(telling.roadmap.head, item.number)


def _identity(item: Item) -> object:
    return item.kind, item.heading, item.subjects, item.origin


def _number(item: Item) -> object:
    return item.number


def _several(telling: Telling, changes: Sequence[Change]) -> Fact:
    """Tell of the §§ that a meeting takes at once, such as those with which it closes."""
    items = sorted(filter(None, map(_turned, changes)), key=lambda item: item.number)
    headings = ", ".join(f"{_label(telling, item)} {one_line(item.heading)}".rstrip() for item in items)
    fact = telling.fact(changes[0], field_name(telling.words, "items") if len(items) > 1 else "", headings)
    return fact if _is_handled(changes[0].after) else replace(fact, undone=True)


def _plain(telling: Telling, change: Change) -> Fact:
    """Tell of one § by its heading and what was decided in it."""
    if _is_handled(change.after):
        return entry_fact(telling, change)
    return replace(entry_fact(telling, replace(change, before=None, after=change.before)), undone=True)


def _ruled(telling: Telling, change: Change, told: Collection[str]) -> Iterator[Fact]:
    """Tell what a § means for those of its subjects that are not told of yet."""
    item = _turned(change)
    assert item is not None
    what, undone = word(telling.words, OUTCOME, item.outcome or ""), not _is_handled(change.after)
    for subject in item.subjects:
        if subject not in told:
            table = _table_of(telling, subject)
            verb = HAPPENED.get(item.outcome or "")
            yield Fact(telling.label(table, subject), what, id=subject, table=table, undone=undone, verb=verb)


def _table_of(telling: Telling, subject: str) -> str:
    tables = ("measures", "viewpoints", "indicators", "goals", "surveys")
    return next((table for table in tables if telling.roadmap.find(table, subject)), "measures")


def _edited(telling: Telling, change: Change, *, before: Item, after: Item) -> Fact:
    """Tell which fields of a § changed: texts in their new words, the rest with the new value, what is internal not."""
    names = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    far = _far(telling, after) if "enactment" in names else ""
    left_out = {"number", "enactment", "enacted"} if far else {"number"}
    fields = [_field(telling, name, getattr(after, name)) for name in names if name not in left_out]
    told = "; ".join(filter(None, (*fields, far)))
    label = f"{telling.label(change.table, change.record)} § {after.number}"
    return Fact(label, "", told, id=change.record, table=change.table)


def _far(telling: Telling, item: Item) -> str:
    """Return how far a decision is put into practice, which says of itself what it is about, and since when."""
    if item.enactment is None:
        return ""
    state = telling.value("meetings.items", "enactment", item.enactment)
    return f"{state} {telling.words.date(item.enacted)}" if item.enacted else state


def _field(telling: Telling, name: str, value: object) -> str:
    field = field_name(telling.words, name)
    if name == "internal":
        return f"{field} {telling.words.t('changed')}"
    if name in _QUOTED and isinstance(value, str) and value.strip():
        return f"{field} {telling.words.quoted(one_line(value, limit=LONGEST))}"
    return f"{field} {telling.value('meetings.items', name, value)}"
