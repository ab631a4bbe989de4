"""The verbs that give measures an outcome; several ids are one decision, in a meeting one §."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from exporters.proposing import matter_sentence
from model import edits
from model.approval import matters, postponements
from model.text import one_line
from model.typed import half_year
from tui.cli.errors import NoMeetingError, NoSuchIdError
from tui.cli.ids import measure_ids
from tui.cli.speech import complain
from tui.cli.work import carry_out, opened
from tui.outcomes import Given, begun, decided, place_now, unfunded_remarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.edits import Place
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session

    Edit = Callable[[Roadmap, str, Place], Roadmap]


def done(call: Call) -> int:
    """Mark measures done, with the result."""
    return _outcome(call, Given("done", call.option("result"), home=call.option("home")))


def carry_on(call: Call) -> int:
    """Let measures go on as scheduled, with a note."""
    return _outcome(call, Given("continues", call.option("note")))


def drop(call: Call) -> int:
    """Discontinue measures, with the reason, or propose it onwards."""
    return _onwards(call, opened(call), Given("dropped", call.option("reason"), lesson=call.option("lesson")))


def ready(call: Call) -> int:
    """Find pilots ready to be taken into use, with a note."""
    return _outcome(call, Given("ready", call.option("note")))


def reassess(call: Call) -> int:
    """Have pilots assessed anew, with the reason."""
    return _outcome(call, Given("reassess", call.option("reason")))


def move(call: Call) -> int:
    """Move measures to another half-year, with the reason, or propose it; it may be two words: `kevät 2027`."""
    session = opened(call)
    *ids, last = call.options.ids
    half = call.options.half
    if ids and half.isdecimal():
        try:
            measure_ids(session.roadmap, [last])
        except NoSuchIdError:
            half, call.options.ids = f"{last} {half}", ids
    to = half_year(half, session.roadmap.head.step).ends
    return _onwards(call, session, Given("moved", call.option("reason"), to))


def not_handled(call: Call) -> int:
    """Record that the meeting did not handle measures; raise NoMeetingError outside one."""
    session = opened(call)
    if session.meeting is None:
        raise NoMeetingError
    return _given(call, session, Given("not-handled"))


def start(call: Call) -> int:
    """Mark planned measures started, and remark those whose money has not been granted."""
    session = opened(call)
    ids = measure_ids(session.roadmap, call.options.ids)
    status = carry_out(call, session, begun(session, ids, note=call.option("note")))
    if remarks := unfunded_remarks(session, ids, call.words):
        complain(*remarks)
    return status


def reopen(call: Call) -> int:
    """Open done or dropped measures again, with the reason."""
    return _plainly(call, partial(edits.reopen, reason=call.option("reason")))


def note(call: Call) -> int:
    """Write a note about a measure; in a meeting it is a § of its own."""
    call.options.ids = [call.options.id]
    return _outcome(call, Given("note", " ".join(call.options.text)))


def _onwards(call: Call, session: Session, given: Given) -> int:
    """Decide a move or a drop, or propose it to the management team; say what that should have approved."""
    if call.options.propose:
        return _given(call, session, replace(given, outcome="proposed"))
    ids, year = measure_ids(session.roadmap, call.options.ids), session.today.year
    found = [session.roadmap.measure(measure) for measure in ids]
    told = [
        matter_sentence(call.words, matter, id=one_line(one.id), n=postponements(one))
        for one in found
        for matter in matters(session.roadmap, one, given.outcome, year=year, to=given.to)
        if matter != "beyond-roadmap"
    ]
    status = carry_out(call, session, decided(session, ids, given))
    if told:
        complain(*told, call.words.t("With --propose it is proposed to the management team instead."))
    return status


def _outcome(call: Call, given: Given) -> int:
    return _given(call, opened(call), given)


def _given(call: Call, session: Session, given: Given) -> int:
    ids = measure_ids(session.roadmap, call.options.ids)
    return carry_out(call, session, decided(session, ids, given))


def _plainly(call: Call, edit: Edit) -> int:
    """Make an edit that is no outcome of a §: it is stamped with the meeting, if one is under way."""
    session = opened(call)
    place = place_now(session)
    ids = measure_ids(session.roadmap, call.options.ids)

    def edited(roadmap: Roadmap) -> Roadmap:
        for measure in ids:
            roadmap = edit(roadmap, measure, place)
        return roadmap

    return carry_out(call, session, edited)
