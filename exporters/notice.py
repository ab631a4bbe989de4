"""The papers of a meeting that is to come: the invitation (*kokouskutsu*) and the agenda (*esityslista*).

They are written from values that have no internal field, in the order and under the numbers of the agenda, which
are those of the minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from exporters.agenda import entries
from exporters.approvals import approved_line
from exporters.document import Bullets, Document, Fields, Heading, Metadata, Paragraph, Strong, Table, labelled
from exporters.numbering import item_label
from exporters.publishing import public_measure
from exporters.terms import status_word
from exporters.translating import in_language
from exporters.unsettled import unsettled
from exporters.values import record_name
from exporters.words import N_
from model.agenda import laid_out
from model.minuting import is_locked
from model.text import one_line
from model.timing import planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exporters.document import Block
    from exporters.public import PublicMeasure
    from exporters.words import Words
    from model.meeting import Item, ItemKind, Meeting
    from model.roadmap import Roadmap

Paper = Literal["invite", "agenda", "ics", "catch-up"]

_NAMES: Mapping[Paper, str] = {
    "invite": N_("notice-{number}"),
    "agenda": N_("agenda-{number}"),
    "ics": N_("meeting-{number}"),
    "catch-up": N_("catch-up-{number}"),
}
_SAID_AFTERWARDS: frozenset[ItemKind | None] = frozenset({"opening", "closing"})
"""Kinds of § whose background tells what happened, not what is to come."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A § of the agenda before it is handled."""

    number: int
    heading: str
    subjects: tuple[PublicMeasure, ...]
    background: str
    proposal: str
    minutes: int | None


class _Told(NamedTuple):
    """What a paper is written of: the roadmap in the paper's language, the meeting, the words."""

    roadmap: Roadmap
    meeting: Meeting
    words: Words


def file_name(paper: Paper, meeting: Meeting, words: Words, *, extension: str, reader: str = "") -> str:
    """Return the name of a paper's file in the words' language: `kokouskutsu-3-2026.md`; `reader` is an id."""
    parts = re.findall(r"\w+", f"{meeting.number} {reader}")
    return f"{words.t(_NAMES[paper], number='-'.join(parts))}.{extension}"


def topics(roadmap: Roadmap, meeting: Meeting) -> tuple[Topic, ...]:
    """Return the §§ of a meeting's agenda by number, with what may be published of each."""
    return tuple(_topic(roadmap, item) for item in sorted(meeting.items, key=lambda item: item.number))


def invitation(roadmap: Roadmap, meeting: Meeting, words: Words) -> Document:
    """Return the invitation: when and where, who is invited, and the headings of the agenda."""
    told = _told(roadmap, meeting, words)
    title = words.t("Notice of meeting {number}", number=meeting.number)
    return _document(
        told,
        title,
        (
            Paragraph(words.t("Welcome to the meeting.")),
            *_when(told),
            *_invited(told),
            *_headings(told),
            Paragraph(words.t("If you cannot come, ask your deputy to come and tell the chair.")),
        ),
    )


def agenda_paper(roadmap: Roadmap, meeting: Meeting, words: Words) -> Document:
    """Return the agenda: every § with its measure, background and proposal, as far as they are known."""
    told = _told(roadmap, meeting, words)
    found = topics(told.roadmap, told.meeting)
    body = [block for topic in found for block in _paragraph(topic, told)]
    nothing = Paragraph(words.t("The agenda has not been drawn up yet."))
    return _document(told, words.t("Agenda {number}", number=meeting.number), (*_when(told), *(body or (nothing,))))


def head(roadmap: Roadmap, words: Words) -> Iterator[Block]:
    """Yield how a paper begins under its title: whose it is, that a sample is one, and who approved the roadmap."""
    whose = ", ".join(part for part in (roadmap.head.organisation, roadmap.head.team) if part.strip())
    yield Paragraph(whose)
    if roadmap.head.sample:
        yield Paragraph((Strong(words.t("SAMPLE: the contents are invented.")),))
    if approved := approved_line(roadmap, words):
        yield Paragraph(approved)


def time_of(meeting: Meeting, words: Words) -> str:
    """Return when a meeting is to be held: `tiistai 24.11.2026 klo 9.00–10.40`."""
    day = words.date(meeting.date, weekday=True)
    if meeting.starts is None:
        return words.t("{date}, time of day not recorded", date=day)
    if meeting.ends is None:
        return f"{day} {words.time(meeting.starts)}"
    return f"{day} {words.times(meeting.starts, meeting.ends)}"


def as_called(roadmap: Roadmap, meeting: Meeting, words: Words) -> tuple[Roadmap, Meeting]:
    """Return a roadmap and its meeting as a paper tells of them: in the paper's language, and with an agenda.

    An agenda that nobody has laid out yet is the one that the roadmap gives on the day of the meeting.
    """
    seen = in_language(roadmap, words.language)
    found = seen.meeting(meeting.number)
    if not found.items and found.opened is None and found.closed is None and not is_locked(found):
        seen = laid_out(seen, meeting.number, entries(seen, words, day=meeting.date))
    return seen, seen.meeting(meeting.number)


def _told(roadmap: Roadmap, meeting: Meeting, words: Words) -> _Told:
    return _Told(*as_called(roadmap, meeting, words), words)


def _topic(roadmap: Roadmap, item: Item) -> Topic:
    subjects = tuple(public_measure(roadmap, m) for m in roadmap.measures if m.id in item.subjects)
    background = "" if item.kind in _SAID_AFTERWARDS else item.background
    return Topic(
        item.number, item.heading, subjects, background=background, proposal=item.proposal, minutes=item.minutes
    )


def _document(told: _Told, title: str, blocks: tuple[Block, ...]) -> Document:
    metadata = Metadata(author=told.roadmap.head.organisation, subject=told.meeting.case, date=told.meeting.date)
    return Document(
        title,
        told.words.language,
        (*head(told.roadmap, told.words), *blocks, *unsettled(told.roadmap, told.words)),
        metadata,
    )


def _when(told: _Told) -> Iterator[Block]:
    """Yield when and where the meeting is, who leads it, and how long it is to take where only the agenda tells."""
    roadmap, meeting, words = told
    missing = words.t("not recorded")
    pairs = [
        (words.t("Time"), time_of(meeting, words)),
        (words.t("Place"), one_line(meeting.place or roadmap.head.place) or missing),
        (words.t("Chair"), _officer(told, meeting.chair)),
        (words.t("Secretary"), _officer(told, meeting.secretary)),
    ]
    if (minutes := planned(meeting)) and meeting.ends is None:
        pairs.insert(1, (words.t("Planned duration"), words.t("{n} min", n=words.number(minutes))))
    if meeting.case.strip():
        pairs.append((words.t("Case number"), one_line(meeting.case)))
    yield Fields(tuple(pairs))


def _officer(told: _Told, who: str) -> str:
    return record_name(told.roadmap, "members", who) or told.words.t("not recorded")


def _invited(told: _Told) -> Iterator[Block]:
    roadmap, meeting, words = told
    if not roadmap.members:
        return
    yield Heading(2, words.t("Invited"))
    rows = [
        (member.role, record_name(roadmap, "sectors", member.sector) or "–", member.deputy or "–")
        for member in roadmap.members
    ]
    header = (words.t("Member"), words.t("Represents"), words.t("Deputy"))
    yield Table(words.t("Members and their deputies"), header, tuple(rows))
    guests = tuple(dict.fromkeys(one_line(entry.guest) for entry in meeting.attendance if entry.guest.strip()))
    if guests:
        yield Paragraph(words.t("Also invited: {names}", names="; ".join(guests)))


def _headings(told: _Told) -> Iterator[Block]:
    found = topics(told.roadmap, told.meeting)
    if found:
        yield Heading(2, told.words.t("Items of the meeting"))
        yield Bullets(tuple(_numbered(topic, told) for topic in found))


def _numbered(topic: Topic, told: _Told) -> str:
    heading = topic.heading or (topic.subjects[0].title if topic.subjects else told.words.t("no heading"))
    return f"{item_label(told.roadmap.head, topic.number)} {heading}"


def _paragraph(topic: Topic, told: _Told) -> Iterator[Block]:
    words = told.words
    yield Heading(2, _numbered(topic, told))
    yield from _subjects(topic, words)
    if topic.background.strip():
        yield from labelled(words.t("Background"), topic.background)
    if topic.proposal.strip():
        yield from labelled(words.t("Proposal"), topic.proposal)
    if topic.minutes:
        yield from labelled(words.t("Time planned"), words.t("{n} min", n=words.number(topic.minutes)))


def _subjects(topic: Topic, words: Words) -> Iterator[Block]:
    """Yield the measures of a §, a line each; of the one that the heading names only what no background tells."""
    if len(topic.subjects) == 1 and topic.subjects[0].id in topic.heading:
        if not topic.background.strip():
            yield from labelled(words.t("Measure"), _state(topic.subjects[0], words))
    elif topic.subjects:
        yield Bullets(tuple(f"{m.id} {m.title}: {_state(m, words)}" for m in topic.subjects))


def _state(measure: PublicMeasure, words: Words) -> str:
    """Return how a measure stands: status, schedule, who answers for it."""
    who = measure.responsible or words.t("responsible not recorded")
    return f"{status_word(words, measure)}; {words.halves(measure.start, measure.end)}; {who}"
