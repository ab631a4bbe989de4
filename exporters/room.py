"""A § as the room sees it, on the agenda and when it is handled: labelled lines, its state, its time.

Internal notes are left out: this stands on a wall or in a shared window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.briefing import BREAK, Line
from exporters.numbering import item_label
from exporters.terms import ENACTMENT, MEETING_STATE, OUTCOME, capital, field_name, word
from exporters.values import record_name
from model.spoken import UNANIMOUS
from model.timing import of_meeting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from exporters.words import Words
    from model.meeting import Action, Item, Meeting
    from model.roadmap import Roadmap
    from model.timing import Spent


def told(roadmap: Roadmap, meeting: Meeting, item: Item, *, words: Words) -> tuple[Line, ...]:
    """Return what is told of a §: what it is about, what is proposed, said and decided, and who does what."""
    texts = (
        Line(capital(field_name(words, name)), text)
        for name in ("background", "proposal", "discussion")
        if (text := getattr(item, name).strip())
    )
    groups = (
        *((line,) for line in texts),
        tuple(_decision(item, words)),
        tuple(_tasks(roadmap, meeting, item, words=words)),
        tuple(_origin(item, words)),
    )
    lines = [line for group in groups if group for line in (*group, BREAK)]
    return tuple(lines[:-1])


def page(roadmap: Roadmap, meeting: Meeting | None, item: Item | None, *, words: Words) -> tuple[str, tuple[Line, ...]]:
    """Return title and lines of a §; where there is none, how one comes about."""
    if meeting is None:
        return words.t("No meeting yet."), (Line("", words.t("c calls the first one; its agenda builds itself.")),)
    if item is None:
        return words.t("The agenda is empty."), (Line("", words.t("c builds it from the roadmap.")),)
    lines = told(roadmap, meeting, item, words=words)
    hint = _hint(meeting, item, words)
    shown = (*lines, *((BREAK,) if lines else ()), Line("", hint)) if hint else lines
    return f"{item_label(roadmap.head, item.number)} {item.heading}", shown


def title(meeting: Meeting | None, words: Words) -> str:
    """Return which meeting it is, when, and how far it is; of the one that runs nobody has to be told the day."""
    if meeting is None:
        return words.t("Meeting")
    if meeting.starts and meeting.ends:
        times = words.times(meeting.starts, meeting.ends)
    else:
        times = words.time(meeting.starts) if meeting.starts else ""
    runs = meeting.opened and not meeting.closed
    day = "" if runs else words.date(meeting.date, weekday=True, year=False)
    when = " ".join(part for part in (day, times) if part)
    if meeting.opened is None:
        return f"{words.t('Agenda {number}', number=meeting.number)} · {when}"
    parts = (words.t("Meeting {number}", number=meeting.number), when, "" if runs else stage(meeting, words))
    return " · ".join(part for part in parts if part)


def stage(meeting: Meeting, words: Words) -> str:
    """Return how far a meeting that is over has come in a word: closed, or the state of its minutes."""
    return words.t("closed") if meeting.state == "draft" else word(words, MEETING_STATE, meeting.state)


def state(item: Item, words: Words) -> str:
    """Return how far a § is in a word: planned, its outcome, or handled."""
    if not item.is_handled:
        return words.t("planned")
    return word(words, OUTCOME, item.outcome) if item.outcome else words.t("handled")


def sentence(text: str) -> str:
    """Return words as they were typed as a sentence: with a capital letter and its full stop."""
    said = text.strip()
    return capital(said if said.endswith((".", "!", "?", "…")) else f"{said}.")


def vote(text: str, words: Words) -> str:
    """Return how a vote went as it is read: unanimous, or the votes for and against, `4–2`."""
    return words.t("unanimous") if text == UNANIMOUS else text.replace("-", "–")


def minutes_of(spent: Spent, words: Words) -> str:
    """Return the minutes of a §: `12/10 min`, `12 min` where none were planned, `10 min` before it is at hand."""
    if spent.planned is None:
        return words.t("{used} min", used=spent.used) if spent.used else ""
    if not spent.used:
        return words.t("{used} min", used=spent.planned)
    return words.t("{used}/{planned} min", used=spent.used, planned=spent.planned)


def clock(meeting: Meeting, now: time, words: Words) -> str:
    """Return how a meeting stands in time: what is planned before it, then used, and left or over."""
    spent = of_meeting(meeting, now)
    if meeting.opened is None:
        return words.t("{used} min", used=spent.planned) if spent.planned else ""
    used = words.t("{n} min used", n=spent.used)
    if spent.left is None:
        return used
    rest = words.t("{n} min left", n=spent.left) if spent.left >= 0 else words.t("{n} min over", n=-spent.left)
    return f"{used} · {rest}"


def task(roadmap: Roadmap, action: Action, words: Words) -> str:
    """Return a task on a line: what, who, by when; what is open says so."""
    who = record_name(roadmap, "members", action.who) if action.who else words.t("nobody named")
    due = words.t("by {date}", date=words.date(action.due)) if action.due else words.t("no date")
    return f"{action.task} ({who}, {due})"


def _hint(meeting: Meeting, item: Item, words: Words) -> str:
    """Return what Enter does on a planned § where its kind says so."""
    if item.is_handled or meeting.closed:
        return ""
    if meeting.opened is None:
        return words.t("Enter begins the meeting.") if item.kind == "opening" else ""
    if item.kind == "closing":
        return words.t("Enter closes the meeting.")
    return words.t("Enter walks through it.") if item.kind == "measure" else ""


def _decision(item: Item, words: Words) -> Iterator[Line]:
    label = words.t("Decision")
    if item.decision.strip():
        yield Line(label, item.decision, weighty=True)
        label = ""
    if item.vote:
        yield Line(label, capital(vote(item.vote, words)))
        label = ""
    if item.enactment:
        yield Line(label, capital(word(words, ENACTMENT, item.enactment)))


def _tasks(roadmap: Roadmap, meeting: Meeting, item: Item, *, words: Words) -> Iterator[Line]:
    for action in meeting.actions:
        if action.item == item.number:
            yield Line(words.t("Task {id}", id=f"{meeting.number}-{action.number}"), task(roadmap, action, words))


def _origin(item: Item, words: Words) -> Iterator[Line]:
    if item.origin:
        yield Line(words.t("Comes from"), item.origin)
