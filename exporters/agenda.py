"""The words of the §§ that a meeting's own steps write: opening, review, each decision, closing.

They go into the file and the minutes, so they are made in the language of the roadmap. A decision is
in the past passive, as minutes have it; a § says only what the program knows to have happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import STATUS, measures, word
from exporters.words import N_
from model.halfyear import HalfYear
from model.meeting import Item, Meeting
from model.records import Measure
from model.standing import counts, latest_meeting, standing
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, time

    from exporters.words import Words
    from model.meeting import Outcome
    from model.roadmap import Roadmap

_HEADINGS: Mapping[str, str] = {
    "done": N_("Measures completed"),
    "continues": N_("Measures that continue"),
    "moved": N_("Measures postponed"),
    "dropped": N_("Measures discontinued"),
    "not-handled": N_("Measures not handled"),
    "score": N_("Rating the levels"),
    "note": N_("Notes"),
}

_ONE: Mapping[str, str] = {
    "done": N_("Measure {id} was found to be done."),
    "continues": N_("It was agreed that measure {id} continues."),
    "moved": N_("It was decided to postpone measure {id} from {from_half} to {to_half}."),
    "dropped": N_("It was decided to discontinue measure {id}."),
    "not-handled": N_("Measure {id} was not handled."),
    "score": N_("The level of the viewpoint {id} was rated."),
    "note": N_("Noted for information."),
}

_MANY: Mapping[str, str] = {
    "done": N_("Measures {ids} were found to be done."),
    "continues": N_("It was agreed that measures {ids} continue."),
    "moved": N_("It was decided to postpone measures {ids} to {to_half}."),
    "dropped": N_("It was decided to discontinue measures {ids}."),
    "not-handled": N_("Measures {ids} were not handled."),
    "score": N_("The levels of the viewpoints {ids} were rated."),
    "note": N_("Noted for information."),
}

_REASONS: Mapping[str, str] = {
    "done": N_("Result: {text}"),
    "moved": N_("Reason: {text}"),
    "dropped": N_("Reason: {text}"),
}


def opening(roadmap: Roadmap, words: Words, *, day: date, opened: time) -> tuple[Item, ...]:
    """Return the first §§ of a meeting: opening, agenda, the minutes before, and how the roadmap stands on its day."""
    at = words.t("The chair opened the meeting at {time}.", time=words.time(opened))
    before = latest_meeting(roadmap)
    items = (
        Item(number=0, heading=words.t("Opening of the meeting"), background=at),
        Item(number=0, heading=words.t("Approval of the agenda"), decision=words.t("The agenda was approved.")),
        *((_minutes_before(before, words),) if before and before.opened else ()),
        Item(
            number=0,
            heading=words.t("Status of the roadmap"),
            background=review(roadmap, words, day=day),
            decision=words.t("Noted for information."),
        ),
    )
    return tuple(item.model_copy(update={"number": number}) for number, item in enumerate(items, 1))


def closing(words: Words, *, closed: time, following: str = "") -> tuple[Item, ...]:
    """Return the last §§ of a meeting; their numbers are given when the meeting takes them.

    `following` is when the next meeting is held, as agreed; without it there is no § about it.
    """
    at = words.t("The chair closed the meeting at {time}.", time=words.time(closed))
    agreed = words.t("Next meeting: {when}.", when=one_line(following).rstrip("."))
    return (
        *((Item(number=0, heading=words.t("Next meeting"), decision=agreed),) if following.strip() else ()),
        Item(number=0, heading=words.t("Closing of the meeting"), background=at),
    )


def _minutes_before(meeting: Meeting, words: Words) -> Item:
    """Return the § on the previous meeting: its minutes, and how many of the tasks it gave are done."""
    data = {"number": meeting.number, "date": words.date(meeting.date)}
    tasks = len(meeting.actions)
    done = sum(task.state != "open" for task in meeting.actions)
    told = [words.t("Minutes of meeting {number} ({date}).", **data)]
    if tasks:
        told.append(words.t("Tasks done: {done}/{tasks}.", done=done, tasks=tasks))
    left = [f"{meeting.number}-{task.number}" for task in meeting.actions if task.state == "open"]
    if left:
        told.append(words.t("Still open: {ids}.", ids=words.listing(left)))
    return Item(
        number=0,
        heading=words.t("Minutes of the previous meeting and its tasks"),
        background=" ".join(told),
        decision=words.t("The minutes of meeting {number} were approved.", number=meeting.number),
    )


def review(roadmap: Roadmap, words: Words, *, day: date) -> str:
    """Return how the roadmap stands on a day: the counts by status, the overdue ones, and what ends now."""
    half = HalfYear.containing(day)
    now = standing(roadmap, half)
    counted = [f"{word(words, STATUS, status)} {count}" for status, count in counts(roadmap).items() if count]
    said = [
        words.t(
            "Status on {date}: {measures} ({counts}).",
            date=words.date(day),
            measures=measures(words, len(roadmap.measures)),
            counts=", ".join(counted) or "–",
        ),
    ]
    if now.late:
        said.append(words.t("Overdue: {ids}.", ids=words.listing(one_line(m.id) for m in now.late)))
    if now.ending:
        ids = words.listing(one_line(m.id) for m in now.ending)
        said.append(words.t("Ending in this half-year ({half}): {ids}.", half=words.half(half), ids=ids))
    return " ".join(said)


def heading(roadmap: Roadmap, words: Words, *, outcome: Outcome, subjects: Sequence[str]) -> str:
    """Return the heading of a decision's §: the measure or viewpoint itself, or what several have in common."""
    if len(subjects) != 1:
        return words.t(_HEADINGS[outcome])
    found = roadmap.find("measures", subjects[0])
    if isinstance(found, Measure):
        return f"{one_line(found.id)} {one_line(found.title)}"
    return _name(roadmap, subjects[0])


def decision(
    roadmap: Roadmap,
    words: Words,
    *,
    outcome: Outcome,
    subjects: Sequence[str],
    to: HalfYear | None = None,
    text: str = "",
) -> str:
    """Return the decision as minutes have it; `roadmap` is the one before it, `text` the reason, result or note."""
    names = [one_line(s) if roadmap.find("measures", s) else _name(roadmap, s) for s in subjects]
    first = roadmap.find("measures", subjects[0]) if subjects else None
    data = {
        "id": names[0] if names else "",
        "ids": words.listing(names),
        "from_half": words.half(first.end, "ablative") if isinstance(first, Measure) else "",
        "to_half": words.half(to, "allative") if to else "",
    }
    said = words.t((_ONE if len(subjects) == 1 else _MANY)[outcome], **data)
    if not text.strip():
        return said
    added = words.t(_REASONS[outcome], text=one_line(text)) if outcome in _REASONS else one_line(text)
    return f"{said} {added}" if added.endswith((".", "!", "?", "…")) else f"{said} {added}."


def _name(roadmap: Roadmap, viewpoint: str) -> str:
    found = roadmap.find("viewpoints", viewpoint)
    return one_line(getattr(found, "short", "") or getattr(found, "name", "") or viewpoint)
