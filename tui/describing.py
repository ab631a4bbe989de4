"""The questions that describe a meeting: its day, its place, who chairs and who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.refusals import refusal_sentence
from exporters.terms import field_name
from exporters.values import value
from model.edits import RefusedError
from model.meeting import Meeting
from model.minuting import writable
from model.typed import set_field
from tui.prompts import Choice, Choose
from tui.prompts.fields import AskField

if TYPE_CHECKING:
    from tui.app import Tiekartta

OFFICERS = frozenset({"chair", "secretary"})


async def describe(app: Tiekartta, meeting: Meeting, field: str) -> None:
    """Ask for a field of a meeting and set it; of checked minutes say instead that they are locked."""
    if says_locked(app, meeting):
        return
    answer = await (_officer if field in OFFICERS else _field)(app, meeting, field)
    if answer is not None:
        app.decide(lambda roadmap: set_field(roadmap, ("meetings", meeting.number), field, answer))


def says_locked(app: Tiekartta, meeting: Meeting) -> bool:
    """Say of checked minutes, before anything is asked, that they are locked; return whether they are."""
    try:
        writable(meeting)
    except RefusedError as error:
        app.say(refusal_sentence(error, app.words), is_error=True)
        return True
    return False


async def _field(app: Tiekartta, meeting: Meeting, field: str) -> str | None:
    was = getattr(meeting, field)
    shown = value(app.words, app.session.roadmap, ("meetings", field), of=was, limit=None) if was else ""
    return await app.push_screen_wait(AskField(_question(app, meeting, field), (Meeting, field), value=shown))


async def _officer(app: Tiekartta, meeting: Meeting, field: str) -> str | None:
    """Ask who chairs or writes: a member by number, anybody by name."""
    members = [member.id for member in app.session.roadmap.members]
    choices = [Choice(member.role, member.id) for member in app.session.roadmap.members]
    was = getattr(meeting, field)
    at = members.index(was) if was in members else 0
    hint = app.words.t("Or type a name")
    question = _question(app, meeting, field)
    return await app.push_screen_wait(Choose(question, choices, read=str, at=at, hint=hint))


def _question(app: Tiekartta, meeting: Meeting, field: str) -> str:
    return app.words.t("Meeting {number}, {field}:", number=meeting.number, field=field_name(app.words, field))
