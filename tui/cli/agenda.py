"""The verbs of an agenda: meeting new, propose, add, withdraw, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters import agenda as texts
from exporters.numbering import item_label
from exporters.values import record_name
from model import agenda, meetings
from model.meeting import Item
from model.proposals import gather
from model.spoken import coming_day, times
from model.standing import open_meeting
from tui.cli.call import DONE
from tui.cli.errors import MisusedError, NoAgendaError
from tui.cli.ids import item_number, member_id
from tui.cli.speech import say_text
from tui.cli.work import carry_out, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session


def changed(call: Call) -> int:
    """Call a meeting, or change its agenda."""
    steps: dict[str, Callable[[Call], int]] = {
        "new": _new,
        "propose": _propose,
        "add": _add,
        "withdraw": _withdraw,
        "order": _order,
    }
    return steps[call.options.what](call)


def _new(call: Call) -> int:
    """Call a meeting with the agenda that the roadmap gives on its day, and print it."""
    session = opened(call)
    held = _day(call, session)
    starts, ends = _times(call)
    number: list[str] = []

    def convened(roadmap: Roadmap) -> Roadmap:
        roles = {role: _member(roadmap, call.option(role)) for role in ("chair", "secretary")}
        items = texts.entries(roadmap, session.words, day=held)
        place = call.option("place")
        roadmap, meeting = meetings.convene(roadmap, held, starts=starts, ends=ends, place=place, items=items, **roles)
        number.append(meeting.number)
        return roadmap

    status = carry_out(call, session, convened)
    if status == DONE and number:
        say_text(_told(session, number[-1]))
    return status


def _propose(call: Call) -> int:
    """Put a matter on the agenda of the coming meeting, or among those gathered for it until it has one."""
    session = opened(call)
    heading, fields = _heading(call), _fields(call, session)
    found = open_meeting(session.roadmap)
    if found and agenda.waiting(found):
        return carry_out(call, session, lambda roadmap: _added(roadmap, found, _item(session, heading, fields)))
    return carry_out(call, session, lambda roadmap: gather(roadmap, session.today, heading, **fields))


def _add(call: Call) -> int:
    """Put a § on the agenda, before the one that is named, else before those that end it."""
    session = opened(call)
    found, item = _coming(session), _item(session, _heading(call), _fields(call, session))
    before = _number(call, call.option("before")) if call.option("before") else None
    return carry_out(call, session, lambda roadmap: _added(roadmap, found, item, before=before))


def _withdraw(call: Call) -> int:
    """Take §§ off the agenda; those named last go first, so that the numbers of the others hold."""
    session = opened(call)
    found = _coming(session)
    numbers = sorted({_number(call, text) for text in call.options.words}, reverse=True) or [_number(call, "")]
    decision = texts.withdrawn(session.words)

    def withdrawn(roadmap: Roadmap) -> Roadmap:
        for number in numbers:
            roadmap = agenda.withdraw(roadmap, found.number, number, decision=decision)
        return roadmap

    return carry_out(call, session, withdrawn)


def _order(call: Call) -> int:
    """Move a § to the place of another one."""
    session = opened(call)
    found = _coming(session)
    item, to = (_number(call, text) for text in (*call.options.words, "", "")[:2])
    planned = [one.number for one in agenda.waiting(found)]
    agenda.item_of(found, item)
    agenda.item_of(found, to)
    steps = planned.index(to) - planned.index(item) if item in planned and to in planned else 0
    return carry_out(call, session, lambda roadmap: agenda.shift(roadmap, found.number, item, steps))


def _added(roadmap: Roadmap, meeting: Meeting, item: Item, *, before: int | None = None) -> Roadmap:
    return agenda.add(roadmap, meeting.number, item, before=before)


def _item(session: Session, heading: str, fields: dict[str, str]) -> Item:
    """Return a § with what was typed; who put it forward stands in its background."""
    told = [fields["background"]] if fields["background"] else []
    if fields["by"]:
        who = record_name(session.roadmap, "members", fields["by"])
        told.append(session.words.t("Proposed by: {who}.", who=who))
    return Item(number=0, kind="proposed", heading=heading, background="\n\n".join(told), proposal=fields["proposal"])


def _heading(call: Call) -> str:
    return " ".join(call.options.words).strip()


def _fields(call: Call, session: Session) -> dict[str, str]:
    names = ("background", "proposal")
    return {**{name: call.option(name) for name in names}, "by": _member(session.roadmap, call.option("by"))}


def _member(roadmap: Roadmap, name: str) -> str:
    """Return the id of the member that is meant; nobody stays nobody."""
    return member_id(roadmap, name) if name else ""


def _number(call: Call, text: str) -> int:
    """Return the number of a §, typed as `7` or `§ 7`; raise MisusedError."""
    number = item_number(text)
    if number is None:
        reason = call.words.t("name the § by its number: “{text}” is none", text=text)
        raise MisusedError(reason, verb="meeting")
    return number


def _day(call: Call, session: Session) -> date:
    """Return the day of the meeting: as typed, else that of the planned meeting; raise MisusedError without one."""
    if call.option("date"):
        return coming_day(call.option("date"), session.today)
    found = open_meeting(session.roadmap)
    if found is None or found.opened is not None or agenda.waiting(found):
        raise MisusedError(call.words.t("name the day of the meeting with --date"), verb="meeting")
    return found.date


def _times(call: Call) -> tuple[time | None, time | None]:
    """Return when the meeting starts and ends: `9.00`, `9.00–10.45`, or the end by itself."""
    starts, ends = times(call.option("time")) if call.option("time") else (None, None)
    return starts, times(call.option("ends"))[0] if call.option("ends") else ends


def _coming(session: Session) -> Meeting:
    """Return the meeting that has an agenda to change: the one under way or the next; raise NoAgendaError."""
    found = open_meeting(session.roadmap)
    if found is None or not agenda.waiting(found):
        raise NoAgendaError
    return found


def _told(session: Session, number: str) -> str:
    """Return the agenda as lines: `§ 5 T07 Tekoälyn käytön pelisäännöt`."""
    head, meeting = session.roadmap.head, session.roadmap.meeting(number)
    return "\n".join(f"{item_label(head, item.number)} {item.heading}" for item in agenda.waiting(meeting)) + "\n"
