"""The register of decisions and tasks as plain lines, each of which stands alone.

Where and when something was decided comes first; what became of it comes last, with a day of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.numbering import item_label
from exporters.terms import ACTION_STATE, ENACTMENT, OUTCOME, capital, word
from exporters.values import item_place, record_name
from model.records import Measure
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exporters.words import Words
    from model.register import ActionPoint, Decision
    from model.roadmap import Roadmap


def decision_lines(found: Iterable[Decision], words: Words) -> tuple[str, ...]:
    """Return a line for each decision: where and when, what it was about, what was decided, what became of it."""
    return tuple(
        f"{item_place(entry.meeting, entry.item.number)}, {words.date(entry.decided)}: {about(entry, words)}. "
        f"{_sentence(decided(entry, words))} {_sentence(capital(practice(entry, words)))}"
        for entry in found
    )


def action_lines(found: Iterable[ActionPoint], words: Words, roadmap: Roadmap, *, today: date) -> tuple[str, ...]:
    """Return a line for each task: its number, what is to be done, how it stands, who does it, by when, about what."""
    return tuple(_action_line(entry, words, roadmap, today=today) for entry in found)


def about(entry: Decision, words: Words) -> str:
    """Return what a decision is about: the heading of its §."""
    return one_line(entry.item.heading) or words.t("no heading")


def decided(entry: Decision, words: Words) -> str:
    """Return what was decided, in the words of the minutes, else the outcome; as proposed tells what was proposed."""
    said = one_line(entry.item.decision)
    proposed = one_line(entry.item.proposal)
    if proposed and said == words.t("Approved as proposed."):
        return f"{said} {words.t('Proposal')}: {proposed}"
    return said or capital(word(words, OUTCOME, entry.item.outcome or ""))


def practice(entry: Decision, words: Words) -> str:
    """Return what became of a decision: how far it is, since when, and what has overtaken it."""
    state, day, dropped, reopened = entry.enacted
    said = [word(words, ENACTMENT, state) if state else words.t("enactment not recorded")]
    if state == "open" and entry.item.enactment is None:
        said = [words.t("no recorded progress")]
    if day:
        said = [f"{said[0]} {words.date(day)}"]
    if dropped:
        said.append(words.t("discontinued later: {ids}", ids=words.listing(map(one_line, dropped))))
    if reopened:
        said.append(words.t("opened again: {ids}", ids=words.listing(map(one_line, reopened))))
    return "; ".join(said)


def standing_of(entry: ActionPoint, words: Words, *, today: date) -> str:
    """Return how a task stands: open, overdue, or completed and when."""
    if entry.is_overdue(today):
        return words.t("overdue")
    said = word(words, ACTION_STATE, entry.action.state)
    return f"{said} {words.date(entry.action.done)}" if entry.action.done and not entry.is_open else said


def who(entry: ActionPoint, words: Words, roadmap: Roadmap) -> str:
    """Return who has to do a task: a role."""
    given = entry.action.who
    return record_name(roadmap, "members", given) if given.strip() else words.t("responsible not recorded")


def measure_of(entry: ActionPoint, roadmap: Roadmap) -> str:
    """Return the measure that a task is about, `T30 Verkkomaksaminen`; empty where there is none."""
    found = roadmap.find("measures", entry.action.subject)
    return one_line(f"{found.id} {found.title}") if isinstance(found, Measure) else ""


def measures_of(entry: Decision, roadmap: Roadmap) -> tuple[str, ...]:
    """Return the measures that a decision is about, a line each."""
    found = (roadmap.find("measures", name) for name in entry.item.subjects)
    return tuple(one_line(f"{one.id} {one.title}") for one in found if isinstance(one, Measure))


def _action_line(entry: ActionPoint, words: Words, roadmap: Roadmap, *, today: date) -> str:
    due = words.t("by {date}", date=words.date(entry.action.due)) if entry.action.due else words.t("no deadline")
    item = item_label(roadmap.head, entry.action.item) if entry.action.item else ""
    parts = (standing_of(entry, words, today=today), who(entry, words, roadmap), due)
    source = ", ".join(part for part in (item, measure_of(entry, roadmap)) if part)
    return f"{entry.id} {one_line(entry.action.task)}: {'; '.join(parts)}{f' ({source})' if source else ''}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
