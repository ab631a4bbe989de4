"""The agenda of a meeting, built from the roadmap: its §§ in their order, and what the first and last ones decide.

They go into the file and the minutes, so they are made in the language of the roadmap. The order is the usual
one of Finnish municipal working groups; a § says only what the program knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporters.carrying import carried_items
from exporters.decision import decision, heading
from exporters.indicators import indicator_items
from exporters.phrases import PHRASES, Phrase, phrase, proposal, withdrawn
from exporters.review import minutes_of, review, since
from exporters.season import seasonal_items
from exporters.services import service_items
from exporters.terms import capital, moved
from exporters.values import record_name
from model.agenda import waiting
from model.meeting import Item
from model.records import Measure
from model.standing import latest_meeting, open_meeting, standing, was_held
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, time

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from model.standing import Standing

__all__ = [
    "PHRASES",
    "Phrase",
    "begun",
    "closing",
    "decision",
    "entries",
    "heading",
    "opening",
    "phrase",
    "proposal",
    "refreshed",
    "review",
    "withdrawn",
]

_COMPUTED = frozenset({"status", "starting", "season", "service", "indicators"})
"""Kinds of § whose background is computed from measures, which the walk changes."""


def entries(roadmap: Roadmap, words: Words, *, day: date) -> tuple[Item, ...]:
    """Return the agenda of a meeting on a day: every § planned, with what is known about it and what is proposed."""
    return _numbered((*_first(roadmap, words, day=day), *_middle(roadmap, words, day=day), *_last(words)))


def begun(roadmap: Roadmap, words: Words, *, day: date, opened: time) -> tuple[Item, ...]:
    """Return the agenda as it stands when the meeting has been opened: the first §§ are decided.

    Of a meeting that has its agenda these are the §§ that the opening decides, told anew as of its day; what
    people wrote about them stays.
    """
    first = opening(roadmap, words, day=day, opened=opened)
    meeting = open_meeting(roadmap)
    if meeting is None or not waiting(meeting):
        decided = {item.kind: item for item in first}
        planned = entries(roadmap, words, day=day)
        return tuple(_merged(item, decided.get(item.kind)) for item in planned)
    known = {item.kind: item for item in waiting(meeting)}
    return tuple(_kept(item, known.get(item.kind)) for item in first)


def refreshed(roadmap: Roadmap, words: Words, item: Item, *, day: date) -> dict[str, str]:
    """Return the background that a planned § gets when it is taken up, as a field for `model.agenda.take`.

    What the program told in it when the agenda was laid out is told as it is now, after the walk: the year's
    changes, what starts, when a measure ends. What people wrote stays; where nothing differs there is no field.
    """
    if item.kind == "measure":
        return _retold(roadmap, words, item, half=roadmap.head.step.containing(day))
    known = {(one.kind, one.heading): one for one in entries(roadmap, words, day=day)}
    now = known.get((item.kind, item.heading)) if item.kind in _COMPUTED and not item.is_handled else None
    told = _kept(now, item).background if now and now.background else item.background
    return {} if told == item.background else {"background": told}


def _retold(roadmap: Roadmap, words: Words, item: Item, *, half: HalfYear) -> dict[str, str]:
    """Return the background of a measure's § as the measure stands now, where the first paragraph is our own."""
    ours, *theirs = item.background.split("\n\n")
    measure = roadmap.find("measures", item.subjects[0]) if len(item.subjects) == 1 else None
    if item.is_handled or not isinstance(measure, Measure) or not _computed(words).fullmatch(ours):
        return {}
    told = "\n\n".join((_measure(roadmap, measure, words, half=half).background, *theirs))
    return {} if told == item.background else {"background": told}


def _computed(words: Words) -> re.Pattern[str]:
    """Return what the background of a measure's § reads like that nobody has written themselves."""
    any_half, any_who, times = "½", "¤", 2
    ends = (words.t("Was to end in {half} (overdue).", half=any_half), words.t("Ends in {half}.", half=any_half))
    often = "|".join(re.escape(capital(moved(words, n))).replace(str(times), r"\d+") for n in (1, times))
    who = words.t("Responsible: {who}.", who=any_who)
    begins = "|".join(map(re.escape, ends)).replace(re.escape(any_half), r"[^.]+")
    return re.compile(rf"(?:{begins})(?: (?:{often})\.)?(?: {re.escape(who).replace(re.escape(any_who), '.+')})?")


def opening(roadmap: Roadmap, words: Words, *, day: date, opened: time) -> tuple[Item, ...]:
    """Return the first §§ of a meeting as its opening decides them: opening, agenda, minutes before, and status."""
    at = words.t("The chair opened the meeting at {time}.", time=words.time(opened))
    said = {
        "opening": {"background": at},
        "agenda": {"outcome": "approved", "decision": words.t("The agenda was approved.")},
        "previous": {"outcome": "approved", "decision": _approved(roadmap, words)},
        "status": {"outcome": "noted", "decision": words.t("Noted for information.")},
    }
    first = (item for item in _first(roadmap, words, day=day) if item.kind in said)
    return _numbered(item.model_copy(update={**said[item.kind or ""], "proposal": ""}) for item in first)


def closing(words: Words, *, closed: time, following: str = "") -> tuple[Item, ...]:
    """Return the last §§ of a meeting; their numbers are given when the meeting takes them.

    `following` is when the next meeting is held, as agreed.
    """
    at = words.t("The chair closed the meeting at {time}.", time=words.time(closed))
    agreed = words.t("Next meeting: {when}.", when=one_line(following).rstrip("."))
    other, following_one, last = _last(words)
    then = {"outcome": "agreed", "decision": agreed}
    none = {"outcome": "nothing", "decision": words.t("The time of the next meeting was not agreed.")}
    return (
        other.model_copy(
            update={"outcome": "nothing", "decision": words.t("There was no other business."), "proposal": ""}
        ),
        following_one.model_copy(update={**(then if following.strip() else none), "proposal": ""}),
        last.model_copy(update={"background": at}),
    )


def _first(roadmap: Roadmap, words: Words, *, day: date) -> Iterator[Item]:
    """Yield the §§ that open an agenda."""
    yield Item(number=0, kind="opening", heading=words.t("Opening of the meeting"))
    if roadmap.head.quorum:
        found = words.t("The meeting is found quorate.")
        yield Item(number=0, kind="quorum", heading=words.t("Quorum"), proposal=found)
    approved = words.t("The agenda is approved.")
    yield Item(number=0, kind="agenda", heading=words.t("Approval of the agenda"), proposal=approved)
    before = _before(roadmap)
    if before:
        yield Item(
            number=0,
            kind="previous",
            heading=_previous(roadmap, words),
            background=since(roadmap, words, day=day, before=before),
            proposal=words.t("To approve: {minutes}.", minutes=minutes_of(roadmap, before, words)),
        )
    yield Item(
        number=0,
        kind="status",
        heading=words.t("Status of the roadmap"),
        background=review(roadmap, words, day=day, before=before),
        proposal=words.t("To be noted for information."),
    )


def _middle(roadmap: Roadmap, words: Words, *, day: date) -> Iterator[Item]:
    """Yield the §§ that are the matter of the meeting: the walk, what starts, what comes back, season, proposals."""
    half = roadmap.head.step.containing(day)
    now = standing(roadmap, half)
    yield from (_measure(roadmap, measure, words, half=half) for measure in now.due)
    yield from _starting(now, words)
    season = (
        *service_items(roadmap, words, day=day),
        *seasonal_items(roadmap, words, day=day),
        *indicator_items(roadmap, words, day=day),
    )
    carried = carried_items(roadmap, words, due={m.id for m in now.due})
    names = {item.heading.casefold(): item for item in carried}
    yield from (item for item in carried if item.heading.casefold() not in {s.heading.casefold() for s in season})
    for item in season:
        back = names.get(item.heading.casefold())
        yield item.model_copy(update={"origin": back.origin, "background": back.background}) if back else item
    for gathered in roadmap.proposals:
        by = words.t("Proposed by: {who}.", who=record_name(roadmap, "members", gathered.by)) if gathered.by else ""
        told = "\n\n".join(part for part in (gathered.background.strip(), by) if part)
        fields = {"heading": gathered.heading, "background": told, "proposal": gathered.proposal}
        yield Item.model_validate({"number": 0, "kind": "proposed", "origin": gathered.id, **fields})


def _last(words: Words) -> tuple[Item, Item, Item]:
    """Return the §§ that end an agenda."""
    return (
        Item(number=0, kind="other", heading=words.t("Other business")),
        Item(number=0, kind="next", heading=words.t("Next meeting")),
        Item(number=0, kind="closing", heading=words.t("Closing of the meeting")),
    )


def _measure(roadmap: Roadmap, measure: Measure, words: Words, *, half: HalfYear) -> Item:
    """Return the § of one measure of the walk: when it was to end, how often that moved, and who answers for it."""
    when = words.half(measure.end, "adessive")
    late = measure.end < half
    told = [words.t("Was to end in {half} (overdue).", half=when) if late else words.t("Ends in {half}.", half=when)]
    if measure.moves:
        told.append(f"{capital(moved(words, len(measure.moves)))}.")
    if measure.responsible:
        who = record_name(roadmap, "members", measure.responsible)
        told.append(words.t("Responsible: {who}.", who=who))
    name = f"{one_line(measure.id)} {one_line(measure.title)}"
    return Item(number=0, kind="measure", heading=name, subjects=(measure.id,), background=" ".join(told))


def _starting(now: Standing, words: Words) -> Iterator[Item]:
    """Yield the § on the measures that should have started and on those that start next."""
    told = []
    if now.starting:
        told.append(words.t("Should have started: {ids}.", ids=_ids(now.starting, words)))
    if now.upcoming:
        when = words.half(now.half.shifted(1), "adessive")
        told.append(words.t("Starting in {half}: {ids}.", half=when, ids=_ids(now.upcoming, words)))
    if told:
        yield Item(
            number=0,
            kind="starting",
            heading=words.t("Measures that start"),
            subjects=tuple(measure.id for measure in (*now.starting, *now.upcoming)),
            background=" ".join(told),
            proposal=words.t("It is decided which measures are started."),
        )


def _ids(measures: Iterable[Measure], words: Words) -> str:
    return words.listing(one_line(measure.id) for measure in measures)


def _before(roadmap: Roadmap) -> Meeting | None:
    """Return the last meeting that was held, or None."""
    found = latest_meeting(roadmap)
    return found if found and was_held(found) else None


def _previous(roadmap: Roadmap, words: Words) -> str:
    if roadmap.head.document == "minutes":
        return words.t("Official minutes of the previous meeting and its tasks")
    return words.t("Minutes of the previous meeting and its tasks")


def _approved(roadmap: Roadmap, words: Words) -> str:
    before = _before(roadmap)
    number = before.number if before else ""
    if roadmap.head.document == "minutes":
        return words.t("The official minutes of meeting {number} were approved.", number=number)
    return words.t("The minutes of meeting {number} were approved.", number=number)


def _merged(planned: Item, decided: Item | None) -> Item:
    """Return a planned § with what the opening decides in it."""
    if decided is None:
        return planned
    return decided.model_copy(update={"number": planned.number})


def _kept(decided: Item, planned: Item | None) -> Item:
    """Return a decided § with what people wrote into the planned one: a text of their own, or paragraphs after ours."""
    if planned is None or not planned.background.strip():
        return decided
    ours, *theirs = planned.background.split("\n\n")
    begins = re.match(r"\D*", decided.background)
    if begins is None or not re.match(rf"{re.escape(begins[0])}\d", ours):
        return decided.model_copy(update={"background": planned.background})
    return decided.model_copy(update={"background": "\n\n".join((decided.background, *theirs))})


def _numbered(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item.model_copy(update={"number": number}) for number, item in enumerate(items, 1))
