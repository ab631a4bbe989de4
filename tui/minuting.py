"""The steps of minutes after the meeting, asked and recorded: checked by whom, published where, reopened why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.proof import published, usual_place
from exporters.values import item_place
from model import minuting, timing
from model.standing import latest_meeting, was_held
from tui.prompts import AskText, Choice, Choose

if TYPE_CHECKING:
    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta


async def check(app: Tiekartta, meeting: Meeting) -> bool:
    """Ask who has checked the minutes, record it and return whether it was: a later meeting, a member, or as typed."""
    words, roadmap = app.words, app.session.roadmap
    running = app.session.meeting
    choices = [Choice(member.role, member.role) for member in roadmap.members]
    if running and running.number != meeting.number:
        own = next((item for item in running.items if item.kind == "previous"), None)
        turn = own or timing.at_hand(running)
        place = item_place(running.number, turn.number if turn else None)
        choices.insert(0, Choice(words.t("In meeting {place}", place=place), place))
    question = words.t("Who has checked minutes {number}?", number=meeting.number)
    about = words.t("From then on they are locked; 7 reopens them.")
    by = await app.push_screen_wait(Choose(question, choices, about=about, read=str, hint=words.t("Or type a name")))
    if by is None:
        return False
    return bool(app.decide(partial(minuting.check, number=meeting.number, day=app.session.today, by=by)))


async def publish(app: Tiekartta, meeting: Meeting) -> bool:
    """Ask where the minutes are published, as last time unless it is typed; return whether that was recorded."""
    question = app.words.t("Where are minutes {number} published?", number=meeting.number)
    usual = usual_place(app.session.roadmap, app.session.words)
    to = await app.push_screen_wait(AskText(question, value=meeting.published_to or usual))
    if to is None:
        return False
    return bool(app.decide(partial(published, number=meeting.number, day=app.session.today, to=to)))


async def reopen(app: Tiekartta, meeting: Meeting) -> bool:
    """Ask why checked minutes are opened again, and open them; return whether they were."""
    question = app.words.t("Why are minutes {number} reopened?", number=meeting.number)
    about = app.words.t("The reason and the day stay in the minutes, the earlier check in the history.")
    reason = await app.push_screen_wait(AskText(question, about=about))
    if reason is None:
        return False
    edit = partial(minuting.reopen, number=meeting.number, day=app.session.today, reason=reason)
    return bool(app.decide(edit))


def shown(roadmap: Roadmap, number: str, running: Meeting | None) -> Meeting | None:
    """Return the meeting whose minutes are shown: the one that was asked for, that runs, or the latest."""
    found = next((m for m in roadmap.meetings if m.number == number), None)
    return found or running or latest_meeting(roadmap)


def beside(roadmap: Roadmap, meeting: Meeting, steps: int) -> str:
    """Return the number of the meeting so many minutes later, or earlier; the last one where there is no further."""
    held = sorted(filter(was_held, roadmap.meetings), key=lambda m: m.date)
    numbers = [m.number for m in held]
    if meeting.number not in numbers:
        return meeting.number
    return numbers[min(max(numbers.index(meeting.number) + steps, 0), len(numbers) - 1)]
