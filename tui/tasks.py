"""Giving a task: what, who and by when; § and measure come from where it is given."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from exporters.numbering import item_label
from exporters.values import record_name
from model.halfyear import HalfYear
from model.meeting import Action
from model.records import Measure
from model.search import folded
from model.tasks import assign
from tui.prompts import AskText, Choice, Choose
from tui.prompts.room import AskDay, Day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta

WEEKS = (2, 4)
"""A task is often due in so many weeks."""


async def ask_action(
    app: Tiekartta, meeting: Meeting, item: Item | None, *, measure: str = "", task: str = ""
) -> Action | None:
    """Ask for a task; None when a question was left. `task` is what stands ready to be changed."""
    words, roadmap = app.words, app.session.roadmap
    subject = measure or next((s for s in item.subjects if roadmap.find("measures", s)), "") if item else measure
    about = about_of(roadmap, item, subject)
    what = await app.push_screen_wait(AskText(words.t("What has to be done?"), about=about, value=task))
    if what is None:
        return None
    who = await _ask_who(app, subject, about=what)
    due = None if who is None else await _ask_due(app, meeting, about=what)
    if who is None or due is None:
        return None
    return Action(number=0, task=what, who=who, due=due.date, item=item.number if item else None, subject=subject)


async def complete(app: Tiekartta, meeting: Meeting, task: Action) -> None:
    """Ask what a task lacks, who does it or by when, and record it."""
    who = task.who or await _ask_who(app, task.subject, about=task.task)
    if who is None:
        return
    due = Day(task.due) if task.due else await _ask_due(app, meeting, about=task.task)
    if due is not None:
        app.decide(partial(assign, number=meeting.number, action=task.number, who=who, due=due.date))


async def _ask_who(app: Tiekartta, subject: str, *, about: str) -> str | None:
    words = app.words
    read = role_reader(app.session.roadmap)
    hint = words.t("Or type a role")
    question = words.t("Who does it?")
    return await app.push_screen_wait(Choose(question, list(_people(app, subject)), about=about, read=read, hint=hint))


async def _ask_due(app: Tiekartta, meeting: Meeting, *, about: str) -> Day | None:
    question, today = app.words.t("By when? (15.12. will do; empty leaves it open)"), app.session.today
    days = tuple(likely_days(app.session.roadmap, meeting, today))
    return await app.push_screen_wait(AskDay(question, days, today=today, about=about))


def about_of(roadmap: Roadmap, item: Item | None, subject: str) -> str:
    """Return what a task is about, for the question: its § and its measure."""
    found = roadmap.find("measures", subject) if subject else None
    if isinstance(found, Measure):
        return f"{found.id} {found.title}"
    return f"{item_label(roadmap.head, item.number)} {item.heading}" if item else ""


def likely_days(roadmap: Roadmap, meeting: Meeting, today: date) -> Iterator[date]:
    """Yield the days by which a task is often due: in some weeks, the next meeting, the end of the half-year."""
    coming = sorted(m.date for m in roadmap.meetings if m.date > today and m.number != meeting.number)
    days = [today + timedelta(weeks=WEEKS[0]), *coming[:1], today + timedelta(weeks=WEEKS[1])]
    yield from dict.fromkeys((*days, HalfYear.containing(today).last_day))


def _people(app: Tiekartta, subject: str) -> Iterator[Choice[str]]:
    """Yield who may do it: first who answers for the measure, then the members, at last nobody yet."""
    roadmap = app.session.roadmap
    found = roadmap.find("measures", subject) if subject else None
    first = role_reader(roadmap)(found.responsible) if isinstance(found, Measure) else ""
    ids = dict.fromkeys((*((first,) if first else ()), *(member.id for member in roadmap.members)))
    for name in ids:
        role = record_name(roadmap, "members", name)
        yield Choice(app.words.t("{role} (responsible)", role=role) if name == first else role, name)
    yield Choice(app.words.t("Left open"), "")


def role_reader(roadmap: Roadmap) -> Callable[[str], str]:
    """Return what reads a typed role: that of a member becomes the member."""

    def read(text: str) -> str:
        known = {folded(member.role): member.id for member in roadmap.members}
        return known.get(folded(text), text)

    return read
