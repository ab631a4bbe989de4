"""The papers of a meeting: meeting invite, agenda, ics, catch-up."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exporters.translating import lacking_lines
from exporters.words import Words
from model.standing import open_meeting
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.ids import member_id, sector_id
from tui.cli.look import past_line, remark_past
from tui.cli.meeting import STANDARD_OUTPUT, asked
from tui.cli.speech import complain, say, say_text
from tui.keeper import UnreadableError
from tui.papers import event, in_form, put, replace

if TYPE_CHECKING:
    from exporters.document import Document
    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.papers import Form


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
    told = _Told(roadmap, meeting, call.words if call.language else Words(roadmap.head.language))
    if lacks := lacking_lines(roadmap, meeting, call.words, language=told.words.language):
        complain(*lacks)
    if call.options.what == "ics":
        return _given(call, told, "ics", data=_calendar(call, told))
    form: Form = call.option("format", "md")
    return _given(call, told, form, data=in_form(_dated(call, told), form))


def _given(call: Call, told: _Told, form: str, *, data: bytes) -> int:
    """Print a paper or write it, and say where it is."""
    # What is kept beside the roadmap are the papers of now; those of the past are printed, or written where it is said.
    is_printed = call.options.what == "catch-up" or call.version is not None
    output = call.options.output or (STANDARD_OUTPUT if is_printed else "")
    if output == STANDARD_OUTPUT:
        if form == "docx":
            raise MisusedError(call.words.t("A file of this form cannot be printed; name it with -o"), verb="meeting")
        say_text(data.decode())
        return DONE
    if output:
        replace(Path(output), data)
        say(call.words.t("Written: {path}", path=output))
        return DONE
    from exporters.notice import file_name

    name = file_name(call.options.what, told.meeting, told.words, extension=form)
    path = put(call.path, name, data, environ=os.environ)
    if path is None:
        complain(
            call.words.t("{path} was written or changed by somebody else; name it with -o to replace it.", path=name)
        )
        return REFUSED
    say(call.words.t("Written: {path}", path=str(path)))
    return DONE


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
