"""Before the meeting: calling it, and its agenda as people change it. What the file knows stands ready."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from exporters.agenda import entries
from exporters.numbering import item_label
from exporters.phrases import withdrawn
from exporters.terms import capital, field_name
from exporters.values import value
from model import agenda, meetings
from model.meeting import Item
from model.rhythm import next_days
from model.standing import open_meeting
from model.timing import usual_end
from tui.finding import found_again
from tui.prompts import AskText, Choice, Choose, Confirm
from tui.prompts.fields import AskWhole
from tui.prompts.room import AskDay, AskDiscussion, AskTimes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.prompts.base import Prompt
    from tui.session import Session

LONGEST_ITEM = 600
"""Minutes that a § may be planned to take."""
BEFORE = ("heading", "background", "proposal", "minutes", "internal")
"""The fields of a planned §, in the order of the menu."""
AFTER = ("heading", "background", "proposal", "discussion", "decision", "minutes", "internal")
"""The fields of a handled §."""
_HIDDEN = "…"


Edit = Callable[["Roadmap"], "Roadmap"]


async def convene(app: Tiekartta) -> None:
    """Ask when and where the next meeting is, show its agenda and call it; a planned one only lacks its agenda."""
    roadmap, words = app.session.roadmap, app.words
    planned = open_meeting(roadmap)
    day = planned.date if planned else await _day(app)
    if day is None:
        return
    times = await app.push_screen_wait(_times(app, planned))
    if times is None:
        return
    place = (planned.place if planned else "") or meetings.usual(roadmap).get("place", "")
    place = await app.push_screen_wait(AskText(words.t("Where?"), value=place, optional=True))
    if place is None:
        return
    items = entries(roadmap, app.session.words, day=day)
    edit = partial(_convened, day=day, starts=times.starts, ends=times.ends, place=place, items=items)
    if app.decide(edit):
        app.say(words.n("The agenda has {n} item.", "The agenda has {n} items.", len(items)))


def _convened(
    roadmap: Roadmap, *, day: date, starts: time | None, ends: time | None, place: str, items: Sequence[Item]
) -> Roadmap:
    return meetings.convene(roadmap, day, starts=starts, ends=ends, place=place, items=items)[0]


def laid(session: Session, number: str, edit: Edit) -> Edit:
    """Return an edit of an agenda; one that has only been shown so far is laid out with it."""

    def both(roadmap: Roadmap) -> Roadmap:
        meeting = roadmap.meeting(number)
        if is_unlaid(meeting):
            roadmap = agenda.laid_out(roadmap, number, entries(roadmap, session.words, day=meeting.date))
        return edit(roadmap)

    return both


def is_unlaid(meeting: Meeting) -> bool:
    """Whether a meeting is planned and has no agenda yet."""
    return meeting.opened is None and meeting.state == "draft" and not meeting.items


def previewed(session: Session, meeting: Meeting) -> Meeting:
    """Return a meeting with the agenda that it would get, where it has none yet."""
    if not is_unlaid(meeting):
        return meeting
    items = entries(session.roadmap, session.words, day=meeting.date)
    return agenda.laid_out(session.roadmap, meeting.number, items).meeting(meeting.number)


async def add(app: Tiekartta, meeting: Meeting, *, at: Item | None) -> None:
    """Ask for a § and put it on the agenda, before the planned one under the cursor, else before the last ones."""
    words = app.words
    heading = await app.push_screen_wait(AskText(words.t("What is the new matter called?")))
    if heading is None:
        return
    proposal = await app.push_screen_wait(
        AskText(words.t("What is proposed? (Enter leaves it open)"), about=heading, optional=True)
    )
    if proposal is None:
        return
    item = Item(number=0, kind="proposed", heading=heading, proposal=proposal)
    is_place = at and not at.is_handled and at.kind != "opening"
    edit = partial(_added, number=meeting.number, item=item, before=at if is_place else None)
    app.decide(laid(app.session, meeting.number, edit))


def _added(roadmap: Roadmap, *, number: str, item: Item, before: Item | None) -> Roadmap:
    place = agenda.same_item(roadmap.meeting(number), before).number if before else None
    return agenda.add(roadmap, number, item, before=place)


async def withdraw(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask whether a § is taken off the agenda, and take it off."""
    label = item_label(app.session.roadmap.head, item.number)
    question = app.words.t("Remove {item} from the agenda?", item=label)
    if await app.push_screen_wait(Confirm(question, about=item.heading, yes=app.words.t("Remove"))):
        decision = withdrawn(app.session.words)
        edit = found_again(agenda.withdraw, meeting.number, item, decision=decision)
        app.decide(laid(app.session, meeting.number, edit))


async def edit(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask which field of a § is changed, and for its new value."""
    words = app.words
    fields = AFTER if item.is_handled or meeting.opened else BEFORE
    choices = [Choice(_field(app, name, getattr(item, name)), name) for name in fields]
    question = words.t("What is changed in {item}?", item=item_label(app.session.roadmap.head, item.number))
    name = await app.push_screen_wait(Choose(question, choices, about=item.heading))
    if name is None:
        return
    answer = await app.push_screen_wait(_ask(app, item, name))
    if answer is not None:
        change = found_again(agenda.take, meeting.number, item, **{name: answer})
        app.decide(laid(app.session, meeting.number, change))


def _field(app: Tiekartta, name: str, of: object) -> str:
    is_hidden = name == "internal" and of  # the menu stands on a wall
    shown = _HIDDEN if is_hidden else value(app.words, app.session.roadmap, ("meetings.items", name), of=of)
    return f"{capital(field_name(app.words, name))}: {shown}"


def _ask(app: Tiekartta, item: Item, name: str) -> Prompt[str] | Prompt[int]:
    """Return the question for a field of a §."""
    was = getattr(item, name)
    question = f"{item_label(app.session.roadmap.head, item.number)} {field_name(app.words, name)}"
    if name == "minutes":
        return AskWhole(question, name, range(1, LONGEST_ITEM + 1), value=str(was or ""))
    if name == "discussion":
        return AskDiscussion(question, about=item.heading, value=was)
    return AskText(question, about=item.heading, value=was, optional=name != "heading")


async def _day(app: Tiekartta) -> date | None:
    question = app.words.t("When is the next meeting? (15.12. will do)")
    today = app.session.today
    days = tuple(day for day in next_days(app.session.roadmap, today) if day >= today)
    answer = await app.push_screen_wait(AskDay(question, days, today=app.session.today))
    return answer.date if answer else None


def _times(app: Tiekartta, planned: Meeting | None) -> AskTimes:
    """Return the question for the times; those that are planned or usual stand in it."""
    usual: time | None = meetings.usual(app.session.roadmap).get("starts")
    starts = (planned and planned.starts) or usual or app.session.now()
    ends = (planned and planned.ends) or usual_end(app.session.roadmap, starts)
    was = "–".join(f"{at.hour}.{at.minute:02}" for at in (starts, ends))
    return AskTimes(app.words.t("From when to when?"), value=was)
