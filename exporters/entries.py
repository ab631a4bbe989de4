"""Facts about the dated entries inside records: postponements, log lines, money, levels, §§, tasks.

One function per kind of entry. Each is given a change whose entry came or was put right; what was
taken away is read as the same change undone, so no function here sees an entry go.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.facts import ARROW, HAPPENED, Fact
from exporters.indicators import amount, period
from exporters.terms import BASIS, EVENT, FUNDING, PILOT_EVENT, TARGET_STATE, field_name, word
from exporters.values import NOTHING, group_name
from model.indicator import Indicator, YearValue
from model.indicators import period_of
from model.levels import is_shown
from model.meeting import Action, Item
from model.records import Funding, LogEntry, Move, Score, Target, Viewpoint
from model.survey import Group
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from exporters.facts import Telling
    from exporters.words import Words
    from model.diff import Change
    from model.record import Record

_OF_PILOT = {"done": "in-use", "dropped": "stopped"}
"""What the events of any measure are for a pilot."""


def entry_fact(telling: Telling, change: Change) -> Fact:
    """Return the fact of an entry that came, changed or, if nothing is dated in it, went."""
    entry = change.after or change.before
    reader = _READERS.get(type(entry))
    return reader(telling, change) if reader else _unknown(telling, change)


def _move(telling: Telling, change: Change) -> Fact:
    move: Move = change.after
    words = telling.words
    what = words.t("postponed") if move.to > move.from_ else words.t("brought forward")
    aside = f"({one_line(move.reason)})" if move.reason.strip() else ""
    fact = telling.fact(change, what, f"{words.half(move.from_)}{ARROW}{words.half(move.to)}", aside=aside)
    return replace(fact, verb=HAPPENED["moved" if move.to > move.from_ else "advanced"])


def _log(telling: Telling, change: Change) -> Fact:
    entry: LogEntry = change.after
    words = telling.words
    aside = words.quoted(entry.text) if entry.text.strip() else ""
    if (record := telling.roadmap.find(change.table, change.record)) and getattr(record, "kind", "") == "pilot":
        happened = _OF_PILOT.get(entry.event, entry.event)
        if happened in PILOT_EVENT:
            fact = telling.fact(change, word(words, PILOT_EVENT, happened), aside=aside)
            return replace(fact, verb=HAPPENED[happened])
    what = words.t("marked done") if entry.event == "done" else word(words, EVENT, entry.event)
    return replace(telling.fact(change, what, aside=aside), verb=HAPPENED.get(entry.event))


def learnt(telling: Telling, stopped: Fact, lesson: str) -> Fact:
    """Return the fact of a pilot that was stopped together with what was learnt from it; a reason stays in brackets."""
    words = telling.words
    aside = " ".join(part for part in (words.quoted(lesson), f"({stopped.aside})" if stopped.aside else "") if part)
    return replace(stopped, what=word(words, PILOT_EVENT, "learnt"), aside=aside, verb=HAPPENED["learnt"])


def _funding(telling: Telling, change: Change) -> Fact:
    year = (change.after or change.before).year
    sums = [_sum(telling, change.before)] if change.before else []
    sums.append(_sum(telling, change.after) if change.after else NOTHING)
    return telling.fact(change, telling.words.t("appropriation {year}", year=year), ARROW.join(sums))


def _sum(telling: Telling, funding: Funding) -> str:
    state = word(telling.words, FUNDING, funding.state)
    return state if funding.state == "not-needed" else f"{telling.words.euros(funding.amount)} ({state})"


def _score(telling: Telling, change: Change) -> Fact:
    score: Score = change.after
    words = telling.words
    before = change.before if change.before and is_shown(change.before) else _score_before(telling, change)
    basis = word(words, BASIS, score.basis)
    was = words.level(before.value if before else None)
    if before and before.basis != score.basis:
        was = f"{was} ({word(words, BASIS, before.basis)})"
    if not is_shown(score):
        return telling.fact(change, "", f"{words.t('too few answers')} ({basis})")
    counted = f"{basis}, n = {score.n}" if score.n is not None else basis
    aside = words.quoted(score.note) if score.note.strip() else ""
    is_rated = change.before is None or _rating(change.before) != _rating(score)
    led = f"{was}{ARROW}" if is_rated else ""
    return telling.fact(change, "", f"{led}{words.level(score.value)} ({counted})", aside=aside)


def _rating(score: Score) -> tuple[object, ...]:
    """Return what a score says; its note, and where it was given, are put right without rating anew."""
    return score.value, score.basis, score.n


def _score_before(telling: Telling, change: Change) -> Score | None:
    """Return the level that was in force before a score: the latest of an earlier or the same day."""
    viewpoint = telling.roadmap.find(change.table, change.record)
    new: Score = change.after
    scores = viewpoint.scores if isinstance(viewpoint, Viewpoint) else ()
    earlier = [score for score in scores if score.date <= new.date and score != new and is_shown(score)]
    return max(earlier, key=lambda score: (score.date, score.basis == "judgement"), default=None)


def _group(telling: Telling, change: Change) -> Fact:
    """Tell that a sector's results came, changed or went, without a figure: only beside the others may it be told."""
    group: Group = change.after or change.before
    return telling.fact(change, field_name(telling.words, "groups"), group_name(telling.roadmap, group))


def _target(telling: Telling, change: Change) -> Fact:
    target: Target = change.after
    level = f"{telling.words.level(target.value)} ({word(telling.words, TARGET_STATE, target.state)})"
    was = f"{telling.words.level(change.before.value)}{ARROW}" if change.before else ""
    return telling.fact(change, telling.words.t("target level"), was + level)


def _year_value(telling: Telling, change: Change) -> Fact:
    words, entry = telling.words, change.after or change.before
    name = words.t("target") if change.field == "targets" else field_name(words, change.field or "")
    indicator = telling.roadmap.find(change.table, change.record)
    before, after = (_figure(words, indicator, of) for of in (change.before, change.after))
    aside = words.quoted(entry.note) if entry.note.strip() and (change.before is None or before == after) else ""
    led = f"{before}{ARROW}" if change.before and before != after else ""
    return telling.fact(change, f"{name} {period(words, period_of(entry))}", f"{led}{after}", aside=aside)


def _figure(words: Words, indicator: Record | None, entry: YearValue | None) -> str:
    if entry is None:
        return NOTHING
    return amount(words, indicator, entry.value) if isinstance(indicator, Indicator) else words.number(entry.value)


def _action(telling: Telling, change: Change) -> Fact:
    action: Action = change.after
    words = telling.words
    number = f"{one_line(change.record)}-{action.number}"
    given = [telling.value("meetings.actions", "who", action.who)] if action.who else []
    if action.due:
        given.append(words.t("by {date}", date=words.date(action.due)))
    state = telling.value("meetings.actions", "state", action.state)
    aside = state if change.before else f"({', '.join(given)})" if given else ""
    detail = one_line(action.task)
    return Fact(words.t("Task {number}", number=number), "", detail, aside, id=change.record, table=change.table)


def _item(telling: Telling, change: Change) -> Fact:
    item: Item = change.after
    name = f"{telling.label(change.table, change.record)} § {item.number}"
    aside = telling.words.quoted(item.decision) if item.decision.strip() else ""
    return Fact(name, "", one_line(item.heading), aside, id=change.record, table=change.table)


def _unknown(telling: Telling, change: Change) -> Fact:
    """Tell of an entry that is dated in no way this program knows, by what identifies it."""
    key = " ".join(one_line(str(part)) for part in change.key or ())
    return telling.fact(change, field_name(telling.words, change.field or ""), key)


_READERS: dict[type[Record], Callable[[Telling, Change], Fact]] = {
    Move: _move,
    LogEntry: _log,
    Funding: _funding,
    Score: _score,
    Group: _group,
    Target: _target,
    YearValue: _year_value,
    Action: _action,
    Item: _item,
}
