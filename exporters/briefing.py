"""A measure as the room sees it while it is walked through: labelled lines, what was decided before among them.

Internal notes are left out: this stands on a wall or in a shared window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.approvals import approved_end_text
from exporters.facts import ARROW
from exporters.indicators import effect_lines
from exporters.services import service_names
from exporters.terms import EVENT, FUNDING, capital, field_name, status, word
from exporters.values import record_name
from model.edits import last_entries
from model.levels import levels
from model.moving import overruled
from model.records import Viewpoint
from model.standing import is_late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.records import Funding, LogEntry, Measure, Move
    from model.roadmap import Roadmap

LAST_NOTES = 3
"""So many of the latest log entries are told."""
FOCUS = "★"
_TEXTS = ("public", "needs", "evidence", "continuation", "home", "lesson")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a briefing: a label, empty where the line goes on, and what is said, as it came from the file."""

    label: str
    text: str
    weighty: bool = False
    """Whether it must not be missed: the measure is late."""


BREAK = Line("", "")
"""An empty line between two groups."""


def briefing(
    roadmap: Roadmap, measure: Measure, words: Words, *, half: HalfYear, today: date | None = None
) -> tuple[Line, ...]:
    """Return what is told of a measure before its outcome is decided; what is not recorded says so.

    `today` tells which of the outside services that it depends on have ended.
    """
    facts = (
        *_listed(words, "goals", (record_name(roadmap, "goals", goal) for goal in measure.goals)),
        *_listed(words, "viewpoints", (_viewpoint(roadmap, name, words) for name in _focus_first(roadmap, measure))),
        *_listed(words, "responsible", _who(roadmap, measure, words)),
        *_schedule(roadmap, measure, words, half=half),
        *_services(roadmap, measure, words, today=today),
        *_effects(roadmap, measure, words),
        *_listed(words, "funding", (_money(fund, words) for fund in measure.funding)),
    )
    groups = (facts, _texts(measure, words), _notes(measure, words), _tasks(roadmap, measure, words))
    told = [line for group in groups if group for line in (*group, BREAK)]
    return tuple(told[:-1])


def where(words: Words, meeting: str, item: int | None) -> str:
    """Return the place of a decision, ` (§ 4, 3/2025)`, or nothing for one made outside a meeting."""
    if not meeting:
        return ""
    return f" (§ {item}, {meeting})" if item is not None else f" ({words.t('meeting {number}', number=meeting)})"


def _listed(words: Words, key: str, texts: Iterable[str]) -> Iterator[Line]:
    """Yield the values of a field, the first one beside its label."""
    label = capital(field_name(words, key))
    for text in list(texts) or [words.t("not recorded")]:
        yield Line(label, text)
        label = ""


def _focus_first(roadmap: Roadmap, measure: Measure) -> list[str]:
    """Return the measure's viewpoints, the focus areas among them first."""
    return sorted(measure.viewpoints, key=lambda name: not getattr(roadmap.find("viewpoints", name), "focus", False))


def _viewpoint(roadmap: Roadmap, name: str, words: Words) -> str:
    found = roadmap.find("viewpoints", name)
    called = record_name(roadmap, "viewpoints", name)
    if not isinstance(found, Viewpoint):
        return called
    row = levels(found)
    now = words.level(row.current.value) if row.current else words.level(None)
    was = words.level(row.baseline.value) if row.baseline and row.baseline != row.current else ""
    target = words.t("target {level}", level=words.level(row.target.value)) if row.target else ""
    name = f"{FOCUS} {called}" if found.focus else called
    focus = words.t("focus area") if found.focus else ""
    parts = (name, f"{was}{ARROW}{now}" if was else now, target, focus)
    return "   ".join(part for part in parts if part)


def _who(roadmap: Roadmap, measure: Measure, words: Words) -> Iterator[str]:
    sectors = ", ".join(record_name(roadmap, "sectors", sector) for sector in measure.sectors)
    role = record_name(roadmap, "members", measure.responsible) if measure.responsible else words.t("not recorded")
    yield f"{role} ({sectors})" if sectors else role
    if measure.helpers:
        yield words.t("helping: {names}", names=", ".join(record_name(roadmap, "members", h) for h in measure.helpers))


def _schedule(roadmap: Roadmap, measure: Measure, words: Words, *, half: HalfYear) -> Iterator[Line]:
    late, approved = is_late(measure, half), approved_end_text(roadmap, words, measure)
    halves = words.halves(measure.start, measure.end)
    yield Line(words.t("Schedule"), f"{halves} ({approved})" if approved else halves)
    yield Line(capital(field_name(words, "status")), status(words, measure, late=late), weighty=late)
    label, lost = capital(field_name(words, "moves")), overruled(measure)
    for place, move in enumerate(measure.moves):
        mark = f" ({words.t('not in force')})" if place in lost else ""
        yield Line("" if place else label, _move(move, words) + mark)


def _effects(roadmap: Roadmap, measure: Measure, words: Words) -> Iterator[Line]:
    """Yield the indicators that a measure is meant to move, before and after; none where there are none."""
    if effects := effect_lines(roadmap, words, measure):
        yield from _listed(words, "indicators", effects)


def _services(roadmap: Roadmap, measure: Measure, words: Words, *, today: date | None) -> Iterator[Line]:
    label = capital(field_name(words, "services"))
    for name, ends in service_names(roadmap, measure, words, today=today):
        yield Line(label, name, weighty=ends)
        label = ""


def _move(move: Move, words: Words) -> str:
    reason = f": {move.reason}" if move.reason.strip() else ""
    return f"{words.half(move.from_)}{ARROW}{words.half(move.to)}{where(words, move.meeting, move.item)}{reason}"


def _money(fund: Funding, words: Words) -> str:
    state = word(words, FUNDING, fund.state)
    return (
        f"{fund.year}   {state}"
        if fund.state == "not-needed"
        else f"{fund.year}   {words.euros(fund.amount)}   {state}"
    )


def _texts(measure: Measure, words: Words) -> tuple[Line, ...]:
    texts = ((key, getattr(measure, key)) for key in _TEXTS)
    return tuple(Line(capital(field_name(words, key)), text) for key, text in texts if text.strip())


def _notes(measure: Measure, words: Words) -> tuple[Line, ...]:
    return tuple(Line(words.date(entry.date), _note(entry, words)) for entry in last_entries(measure, LAST_NOTES))


def _note(entry: LogEntry, words: Words) -> str:
    event = "" if entry.event == "note" else capital(word(words, EVENT, entry.event))
    said = ": ".join(part for part in (event, entry.text.strip()) if part)
    return f"{said}{where(words, entry.meeting, entry.item)}"


def _tasks(roadmap: Roadmap, measure: Measure, words: Words) -> tuple[Line, ...]:
    """Return the open tasks that earlier meetings gave about the measure."""
    return tuple(
        Line(words.t("Task {id}", id=f"{meeting.number}-{task.number}"), f"{task.task}{_by(task.who, task.due, words)}")
        for meeting in roadmap.meetings
        for task in meeting.actions
        if task.state == "open" and task.subject == measure.id
    )


def _by(who: str, due: date | None, words: Words) -> str:
    parts = [part for part in (who, words.date(due) if due else "") if part]
    return f" ({', '.join(parts)})" if parts else ""
