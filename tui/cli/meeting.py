"""The verbs of a meeting: meeting start, show, attend, close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters import agenda
from model import meetings
from model.standing import latest_meeting
from tui.cli.attending import attended
from tui.cli.call import DONE
from tui.cli.errors import NoMeetingError, NoSuchIdError
from tui.cli.look import remark_past
from tui.cli.meeting_options import AGENDA, PAPERS
from tui.cli.speech import say_json, say_text
from tui.cli.work import carry_out, looked, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session

_FIELDS = ("place", "chair", "secretary")


def meeting(call: Call) -> int:
    """Call, start, show or close a meeting, record who is there, change its agenda, or write one of its papers."""
    if call.options.what in PAPERS:
        from tui.cli.papers import paper

        return paper(call)
    if call.options.what in AGENDA:
        from tui.cli.agenda import changed

        return changed(call)
    steps: dict[str, Callable[[Call], int]] = {"start": _start, "show": _show, "attend": _attend, "close": _close}
    return steps[call.options.what](call)


def _start(call: Call) -> int:
    session = opened(call)

    def begun(roadmap: Roadmap) -> Roadmap:
        at = call.clock().replace(second=0, microsecond=0)
        items = agenda.begun(roadmap, session.words, day=session.today, opened=at)
        roadmap, found = meetings.begin(roadmap, session.today, at, items=items)
        return _described(call, roadmap, found.number)

    return carry_out(call, session, begun)


def _attend(call: Call) -> int:
    session = opened(call)
    number = _running(session).number
    return carry_out(call, session, lambda roadmap: _described(call, roadmap, number))


def _close(call: Call) -> int:
    from tui.cli.closing import closed

    session = opened(call)
    return closed(call, session, _running(session), describe=_described)


def _show(call: Call) -> int:
    session = looked(call)
    remark_past(call)
    found = session.meeting or asked(session.roadmap, "")
    if call.options.json:
        from exporters.data import record_data

        say_json(record_data(found, half=session.half))
    else:
        from exporters.card import card

        say_text(card(session.roadmap, call.words, ("meetings", found.number), half=session.half))
    return DONE


def _described(call: Call, roadmap: Roadmap, number: str) -> Roadmap:
    """Return the roadmap with what the options say about a meeting: place, chair, secretary, who is there."""
    found = roadmap.meeting(number)
    given = {field: text for field in _FIELDS if (text := getattr(call.options, field)) is not None}
    return attended(call, roadmap.replacing("meetings", found.model_copy(update=given)), number)


def _running(session: Session) -> Meeting:
    if session.meeting is None:
        raise NoMeetingError
    return session.meeting


def asked(roadmap: Roadmap, number: str) -> Meeting:
    """Return the meeting of a number, else the latest; raise NoMeetingError, NoSuchIdError."""
    if number:
        found = roadmap.find("meetings", number)
        if found is None:
            raise NoSuchIdError(number, [meeting.number for meeting in roadmap.meetings[-3:]])
        return roadmap.meeting(number)
    latest = latest_meeting(roadmap)
    if latest is None:
        raise NoMeetingError
    return latest
