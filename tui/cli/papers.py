"""The papers of a meeting: meeting invite, agenda, ics, catch-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.translating import lacking_lines
from exporters.words import Words
from model.standing import open_meeting
from tui.cli.giving import form_of, given
from tui.cli.ids import member_id, sector_id
from tui.cli.look import past_line, remark_past
from tui.cli.meeting import asked
from tui.cli.speech import complain
from tui.keeper import UnreadableError
from tui.papers import event, in_form

if TYPE_CHECKING:
    from exporters.document import Document
    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.cli.call import Call


class _Told(NamedTuple):
    """What a paper is about, and the words in which it is written."""

    roadmap: Roadmap
    meeting: Meeting
    words: Words


def paper(call: Call) -> int:
    """Write a paper of a meeting beside the roadmap, where it is asked for, or print it."""
    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    roadmap = reading.roadmap
    remark_past(call, is_dated=True)
    meeting = _asked(call, roadmap)
    # The reader's language is the roadmap's own unless another one was asked for.
    told = _Told(roadmap, meeting, call.words if call.language else Words.of(roadmap.head))
    if lacks := lacking_lines(roadmap, meeting, call.words, language=told.words.language):
        complain(*lacks)
    if call.options.what == "ics":
        return given(call, _calendar(call, told), "ics", verb="meeting", name=_name(call, told, "ics"))
    form = form_of(call)
    return given(call, in_form(_dated(call, told), form), form, verb="meeting", name=_name(call, told, form))


def _name(call: Call, told: _Told, form: str) -> str:
    """Return the name under which a paper is kept beside the roadmap; a page for one reader is not kept."""
    from exporters.notice import file_name

    kind = call.options.what
    return "" if kind == "catch-up" else file_name(kind, told.meeting, told.words, extension=form)


def _dated(call: Call, told: _Told) -> Document:
    """Return the paper that was asked for; one of the past says so at its top."""
    document, past = _document(call, told), past_line(call, told.words)
    if not past:
        return document
    from exporters.asof import dated

    return dated(document, past)


def _document(call: Call, told: _Told) -> Document:
    from exporters import notice

    roadmap, meeting, words = told
    if call.options.what == "catch-up":
        from exporters.catchup import catch_up, last_attended, reader_of
        from tui.spanning import since_meeting

        member = member_id(roadmap, call.options.member) if call.options.member else ""
        sector = sector_id(roadmap, call.options.sector) if call.options.sector else ""
        reader = reader_of(roadmap, member=member, sector=sector)
        before = last_attended(roadmap, meeting, reader)
        since = since_meeting(call.path, roadmap, before, until=call.today)
        return catch_up(roadmap, meeting, words, reader=reader, today=call.today, since=since)
    make = notice.invitation if call.options.what == "invite" else notice.agenda_paper
    return make(roadmap, meeting, words)


def _calendar(call: Call, told: _Told) -> bytes:
    from exporters.calendar import in_utc

    return event(*told, stamp=in_utc(call.today, call.clock().replace(microsecond=0)), path=call.path)


def _asked(call: Call, roadmap: Roadmap) -> Meeting:
    """Return the meeting of the number that was asked for, else the one that the paper is about.

    A catch-up page tells of the latest meeting, the other papers of the next one. Raises NoMeetingError, NoSuchIdError.
    """
    number = call.option("meeting")
    ahead = None if number or call.options.what == "catch-up" else open_meeting(roadmap)
    return ahead or asked(roadmap, number)
