"""How things stand, as the first §§ of a meeting tell it: the roadmap's counts, and what became of the last meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.numbering import item_label
from exporters.terms import STATUS, capital, measures, word
from exporters.values import record_name
from exporters.words import N_
from model.enactment import concerned, decides, enacted
from model.past import earlier_counts
from model.standing import counts, standing
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from exporters.words import Words
    from model.meeting import Action, Enactment, Item, Meeting
    from model.records import Status
    from model.roadmap import Roadmap

_ENACTED: tuple[tuple[Enactment, str], ...] = (
    ("done", N_("put into practice {items}")),
    ("under-way", N_("under way {items}")),
    ("open", N_("no recorded progress {items}")),
)


def review(roadmap: Roadmap, words: Words, *, day: date, before: Meeting | None = None) -> str:
    """Return how the roadmap stands on a day: the counts, now and at the meeting `before`; what is late and what ends.

    The earlier counts are those of when that meeting began.
    """
    half = roadmap.head.step.containing(day)
    now = standing(roadmap, half)
    said = [
        words.t(
            "Status on {date}: {measures} ({counts}).",
            date=words.date(day),
            measures=measures(words, len(roadmap.measures)),
            counts=_counted(words, counts(roadmap)),
        ),
    ]
    if before:
        earlier = _counted(words, earlier_counts(roadmap, before.date))
        said.append(words.t("In the previous meeting {date}: {counts}.", date=words.date(before.date), counts=earlier))
    if now.late:
        said.append(words.t("Overdue: {ids}.", ids=words.listing(one_line(m.id) for m in now.late)))
    if now.ending:
        ids = words.listing(one_line(m.id) for m in now.ending)
        said.append(words.t("Ending in this half-year ({half}): {ids}.", half=words.half(half), ids=ids))
    return " ".join(said)


def since(roadmap: Roadmap, words: Words, *, day: date, before: Meeting) -> str:
    """Return what became of a meeting until a day: its minutes, its tasks, and how far its decisions are."""
    return " ".join((*_tasks(roadmap, before, words), *_decisions(roadmap, before, words, day=day)))


def minutes_of(roadmap: Roadmap, meeting: Meeting, words: Words) -> str:
    """Return what the minutes of a meeting are called in a sentence: `muistio 2/2026 (1.9.2026)`."""
    data = {"number": one_line(meeting.number), "date": words.date(meeting.date)}
    if roadmap.head.document == "minutes":
        return words.t("official minutes {number} ({date})", **data)
    return words.t("minutes {number} ({date})", **data)


def _tasks(roadmap: Roadmap, before: Meeting, words: Words) -> list[str]:
    told = [f"{capital(minutes_of(roadmap, before, words))}."]
    if before.actions:
        done = sum(task.state != "open" for task in before.actions)
        told.append(words.t("Tasks done: {done}/{tasks}.", done=done, tasks=len(before.actions)))
    left = "; ".join(_left(roadmap, before, task) for task in before.actions if task.state == "open")
    if left:
        told.append(words.t("Still open: {open}.", open=left))
    return told


def _left(roadmap: Roadmap, before: Meeting, task: Action) -> str:
    """Return an open task as whoever gave it wrote it, with who does it: the same in every language."""
    who = f" ({record_name(roadmap, 'members', task.who)})" if task.who.strip() else ""
    return f"{one_line(before.number)}-{task.number} {one_line(task.task)}{who}"


def _decisions(roadmap: Roadmap, before: Meeting, words: Words, *, day: date) -> list[str]:
    """Say which decisions of a meeting have been put into practice, which are under way and which have got nowhere."""
    groups: dict[Enactment, list[str]] = {state: [] for state, _ in _ENACTED}
    for item in before.items:
        state = enacted(roadmap, before, item).state if decides(item) else None
        if state in groups:
            groups[state].append(_named(roadmap, before, item))
    told = [words.t(said, items=words.listing(groups[state])) for state, said in _ENACTED if groups[state]]
    if not told:
        return []
    days = (day - before.date).days
    return [
        words.n(
            "Decisions after {n} day: {states}.", "Decisions after {n} days: {states}.", days, states="; ".join(told)
        )
    ]


def _named(roadmap: Roadmap, meeting: Meeting, item: Item) -> str:
    label = item_label(roadmap.head, item.number)
    ids = ", ".join(one_line(measure.id) for measure in concerned(roadmap, meeting, item))
    return f"{label} ({ids})" if ids else label


def _counted(words: Words, counted: Mapping[Status, int]) -> str:
    return ", ".join(f"{word(words, STATUS, status)} {count}" for status, count in counted.items() if count) or "–"
