"""A meeting for those who were away: what they have to do, what concerns their branch, what else was decided.

It is written for one reader: a member of the team, a branch, or everybody. Only what may be published is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.document import Bullets, Document, Fields, Heading, Metadata, Paragraph, Strong, Table
from exporters.notice import head
from exporters.numbering import item_label
from exporters.recognised import recognised
from exporters.register import about, decided, measure_of, who
from exporters.since import since_blocks
from exporters.translating import in_language
from exporters.unsettled import unsettled
from exporters.values import record_name
from model.presence import seats
from model.register import actions, decisions, fitting
from model.search import folded
from model.standing import meetings_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from exporters.document import Block, Content
    from exporters.since import Span
    from exporters.words import Words
    from model.meeting import ItemKind, Meeting
    from model.presence import Seat
    from model.record import Record
    from model.register import ActionPoint, Decision
    from model.roadmap import Roadmap

_FORMAL: frozenset[ItemKind | None] = frozenset({"opening", "quorum", "agenda", "previous", "closing"})
"""Kinds of § that nobody has to catch up with."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is written: a member with the member's branch, a branch, or everybody."""

    member: str = ""
    sector: str = ""
    """Ids; both empty for everybody."""


def reader_of(roadmap: Roadmap, *, member: str = "", sector: str = "") -> Reader:
    """Return the reader that a member or a branch is, by id; a member reads for the own branch, too."""
    return Reader(member, sector or str(getattr(roadmap.find("members", member), "sector", "")))


def readers(roadmap: Roadmap, meeting: Meeting) -> tuple[Reader, ...]:
    """Return for whom a page can be written: who was away, who was there for a part, the other members, everybody."""
    found = sorted((seat for seat in seats(roadmap, meeting.attendance) if seat.who.member), key=_missed)
    known = {member.id for member in roadmap.members}
    return (*(reader_of(roadmap, member=seat.who.member) for seat in found if seat.who.member in known), Reader())


def reader_name(roadmap: Roadmap, reader: Reader, words: Words) -> str:
    """Return what a reader is called: the role, the branch, or everybody."""
    if reader.member:
        return record_name(roadmap, "members", reader.member)
    return record_name(roadmap, "sectors", reader.sector) if reader.sector else words.t("everybody")


def last_attended(roadmap: Roadmap, meeting: Meeting, reader: Reader) -> Meeting | None:
    """Return the meeting before this one at which a reader was: whoever missed several has more to catch up with.

    For everybody and for a branch it is the one before; one whose attendance nobody noted counts as attended.
    """
    before = meetings_before(roadmap, meeting)
    there = (one for one in before if not _was_away(roadmap, one, reader))
    return next(there, before[-1] if before else None)


def catch_up(
    roadmap: Roadmap, meeting: Meeting, words: Words, *, reader: Reader, today: date, since: Span | None = None
) -> Document:
    """Return the page of a meeting for a reader; which tasks are overdue depends on the day.

    It begins with what has changed `since` the meeting that the reader attended last, where that is known: all of it,
    whoever decided it and whether in a meeting or not.
    """
    seen = recognised(in_language(roadmap, words.language))
    found = [one for one in fitting(decisions(seen), meeting=meeting.number) if one.item.kind not in _FORMAL]
    own = [one for one in found if reader == Reader() or _concerns(seen, one, reader)]
    others = [one for one in found if one not in own]
    facts = (
        (words.t("Date"), words.date(meeting.date, weekday=True)),
        (words.t("For"), reader_name(seen, reader, words)),
    )
    blocks = (
        *head(seen, words),
        Fields(facts),
        *(_changed(since, reader, words) if since else ()),
        *_tasks(seen, words, _to_do(seen, meeting, reader), today=today),
        *_decided(
            seen, words, own, title=words.t("Decisions") if reader == Reader() else words.t("Concerns your branch")
        ),
        *(_decided(seen, words, others, title=words.t("Other decisions")) if others else ()),
        *unsettled(roadmap, words),
    )
    metadata = Metadata(author=seen.head.organisation, subject=meeting.case, date=meeting.date)
    return Document(words.t("Meeting {number} in brief", number=meeting.number), words.language, blocks, metadata)


def _changed(since: Span, reader: Reader, words: Words) -> Iterator[Block]:
    """Return what has changed since then, the reader's own measures first."""
    roadmap = since.after
    member = roadmap.find("members", reader.member)
    own = {folded(name) for field in ("id", "role", "deputy") if (name := getattr(member, field, ""))}

    def is_own(record: Record) -> bool:
        roles = {folded(name) for name in (getattr(record, "responsible", ""), *getattr(record, "helpers", ()))}
        return bool(own & roles) or reader.sector in getattr(record, "sectors", ())

    return since_blocks(since, words, own=is_own)


def _was_away(roadmap: Roadmap, meeting: Meeting, reader: Reader) -> bool:
    """Whether it is noted of a reader that none of a meeting was attended."""
    own = (seat for seat in seats(roadmap, meeting.attendance) if reader.member and seat.who.member == reader.member)
    return any(_missed(seat) == 0 for seat in own)


def _missed(seat: Seat) -> int:
    """Return how much of the meeting somebody missed: 0 all of it, 1 a part, 2 nothing that is known."""
    if not seat.is_recorded:
        return 2
    whole = any(span.first is None and span.last is None for span in seat.spans)
    return 2 if whole else 1 if seat.spans else 0


def _concerns(roadmap: Roadmap, entry: Decision | ActionPoint, reader: Reader) -> bool:
    """Whether something is a reader's: by role, by branch, or because its branch is one for which nobody sits."""
    member = roadmap.find("members", reader.member)
    own = {folded(name) for field in ("id", "role", "deputy") if (name := getattr(member, field, ""))}
    seated = {member.sector for member in roadmap.members}
    common = {sector for sector in entry.sectors if sector not in seated}
    return bool(own & set(map(folded, entry.roles)) or {reader.sector} & set(entry.sectors) or common)


def _to_do(roadmap: Roadmap, meeting: Meeting, reader: Reader) -> tuple[ActionPoint, ...]:
    """Return the open tasks of a reader from all meetings; for everybody those that this meeting gave."""
    found = fitting(actions(roadmap), open_only=True)
    if reader == Reader():
        return fitting(found, meeting=meeting.number)
    return tuple(point for point in found if _concerns(roadmap, point, reader))


def _tasks(roadmap: Roadmap, words: Words, found: Sequence[ActionPoint], *, today: date) -> Iterator[Block]:
    yield Heading(2, words.t("What to do, and by when"))
    if not found:
        yield Paragraph(words.t("No open tasks."))
        return
    header = (words.t("Id"), words.t("Task"), words.t("Responsible"), words.t("Deadline"))
    rows = tuple(
        (point.id, _task(point, roadmap), who(point, words, roadmap), _due(point, words, today=today))
        for point in found
    )
    yield Table(words.t("Open tasks"), header, rows)


def _task(point: ActionPoint, roadmap: Roadmap) -> str:
    measure = measure_of(point, roadmap)
    return f"{point.action.task} ({measure})" if measure else point.action.task


def _due(point: ActionPoint, words: Words, *, today: date) -> Content:
    if point.action.due is None:
        return words.t("no deadline")
    day = words.date(point.action.due)
    return (f"{day} ", Strong(words.t("overdue"))) if point.is_overdue(today) else day


def _decided(roadmap: Roadmap, words: Words, found: Sequence[Decision], *, title: str) -> Iterator[Block]:
    yield Heading(2, title)
    if not found:
        yield Paragraph(words.t("Nothing was decided."))
        return
    yield Bullets(
        tuple(
            (
                Strong(f"{item_label(roadmap.head, entry.item.number)} {about(entry, words)}"),
                f" – {decided(entry, words)}",
            )
            for entry in found
        )
    )
