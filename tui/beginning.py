"""Beginning a meeting: one question that shows what its opening decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters import agenda
from exporters.numbering import item_label
from model import meetings, standing
from tui.prompts import Confirm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.meeting import Item, Meeting
    from tui.app import Tiekartta


async def begin(app: Tiekartta) -> bool:
    """Ask whether to begin the meeting, showing what its first §§ decide; return whether it has begun."""
    session, words = app.session, app.words
    day, opened = session.today, session.now()
    planned = standing.open_meeting(session.roadmap)
    number = planned.number if planned else meetings.next_number(session.roadmap, day)
    items = agenda.begun(session.roadmap, session.words, day=day, opened=opened)
    question = Confirm(
        words.t("Begin meeting {number}? Enter = yes", number=number),
        about=_when(app, planned),
        lines=_first_items(app, items, planned),
        yes=words.t("Begin"),
    )
    if not await app.push_screen_wait(question):
        return False
    begun = bool(app.decide(lambda roadmap: meetings.begin(roadmap, day, opened, items=items)[0]))
    if begun:
        app.say(words.t("Meeting {number} has begun; l takes the attendance.", number=number))
    return begun


def _first_items(app: Tiekartta, items: Sequence[Item], planned: Meeting | None) -> list[str]:
    """Return how long the agenda is and what its first §§ decide when the meeting begins."""
    count = max(len(items), len(planned.items) if planned else 0)
    head = app.session.roadmap.head
    decided = [f"{item_label(head, item.number)} {item.heading}: {item.decision}" for item in items if item.decision]
    told = [app.words.n("The agenda has {n} item.", "The agenda has {n} items.", count)]
    return [*told, app.words.t("Decided at once; each can be changed:"), *decided] if decided else told


def _when(app: Tiekartta, meeting: Meeting | None) -> str:
    """Return the time that the meeting would get, and what was planned for it."""
    words, session = app.words, app.session
    now = f"{words.date(session.today)} {words.time(session.now())}"
    told = [words.t("It is recorded as begun {when}.", when=now)]
    if meeting and meeting.date != session.today:
        told.append(words.t("It was planned for {date}.", date=words.date(meeting.date)))
    return " ".join(told)
