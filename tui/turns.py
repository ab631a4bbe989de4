"""What Enter does on a § of a meeting: whatever is next about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.attendance import quorum_sentence
from exporters.numbering import item_label
from model import agenda, meetings
from model.indicators import missing
from model.rhythm import next_days
from model.standing import open_meeting
from model.text import one_line
from tui import convening, handling, starting
from tui.beginning import begin
from tui.ending import last_items, planned_next, replanned
from tui.finding import found_again
from tui.pace import paced
from tui.prompts import AskText
from tui.prompts.room import AskDay
from tui.screens.closing import close
from tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from datetime import date

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta


async def come_to(app: Tiekartta, meeting: Meeting | None, item: Item | None) -> None:
    """Call a meeting where there is none, begin one that waits, handle a § of one that runs; else change the §."""
    if meeting is None or item is None:
        if meeting is None or meeting == open_meeting(app.session.roadmap):
            await convening.convene(app)
    elif meeting.opened is None and item.kind == "opening":
        await begin(app)
    elif meeting.opened is None or meeting.closed is not None or item.is_handled:
        await convening.edit(app, meeting, item)
    else:
        await handle(app, meeting, item)


async def handle(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Handle a § whose turn it is in the way of its kind."""
    measure = next((m.id for m in app.session.walk.left if item.subjects == (m.id,)), "")
    if item.kind == "closing":
        await close(app, meeting)
    elif item.kind == "next":
        await agree(app, meeting, item)
    elif item.kind == "quorum" and meeting.attendance:
        await find_quorum(app, meeting, item)
    elif item.kind == "indicators" and missing(app.session.roadmap, meeting.date):
        app.call_later(show_missing, app)
    elif item.kind == "starting" and starting.waiting(app.session.roadmap, item):
        await starting.start(app, meeting, item)
    elif measure and item.kind in ("measure", "carried"):
        app.call_later(walk_to, app, measure)
    else:
        await handling.decide(app, meeting, item)


async def find_quorum(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask what is found of the quorum; what the attendance tells at the § stands ready."""
    session, words = app.session, app.words
    session.pace.turn(meeting, item.number, session.now())
    label = item_label(session.roadmap.head, item.number)
    question = words.t("{item} {heading}: what was decided?", item=label, heading=one_line(item.heading))
    told = quorum_sentence(session.roadmap, meeting, item.number, words=session.words)
    said = await app.push_screen_wait(AskText(question, about=item.proposal, value=told))
    if said is not None:
        edit = found_again(agenda.take, meeting.number, item, outcome="noted", decision=said)
        app.decide(paced(session, edit))


async def agree(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask for the day of the next meeting; it is decided in its §, and the meeting is planned with it."""
    session = app.session
    question = app.words.t("When is the next meeting? (empty leaves it open)")
    planned = planned_next(session.roadmap, meeting.number)
    days = (planned.date,) if planned else next_days(session.roadmap, meeting.date)
    answer = await app.push_screen_wait(AskDay(question, days, today=meeting.date))
    if answer is not None:
        said = next(one for one in last_items(session, at=session.now(), following=answer.date) if one.kind == "next")
        app.decide(paced(session, found_again(_agreed, meeting.number, item, said=said, day=answer.date)))


def _agreed(roadmap: Roadmap, *, number: str, item: int, said: Item, day: date | None) -> Roadmap:
    roadmap = agenda.take(roadmap, number, item, outcome=said.outcome, decision=said.decision)
    roadmap = replanned(roadmap, day, beside=number) if day else roadmap
    if day is None or any(meeting.date == day for meeting in roadmap.meetings):
        return roadmap
    return meetings.convene(roadmap, day)[0]


def show_missing(app: Tiekartta) -> None:
    """Go to the indicators whose value is missing; each is given there."""
    from tui.app import screen_named

    app.push_screen(screen_named("indicators", "missing"))


def walk_to(app: Tiekartta, measure: str) -> None:
    """Go to the walk, at the card of a measure."""
    front = next((one for one in app.screen_stack if isinstance(one, WalkScreen)), None)
    if front is None:
        app.push_screen(WalkScreen(measure))
    else:
        front.turn_to(measure)
        app.action_go(WalkScreen.NAME)
