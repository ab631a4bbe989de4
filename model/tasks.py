"""Who does a task and by when, put right after it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.minuting import writable

if TYPE_CHECKING:
    from datetime import date

    from model.roadmap import Roadmap


def assign(roadmap: Roadmap, number: str, action: int, *, who: str, due: date | None) -> Roadmap:
    """Say who does a task of a meeting and by when.

    Refused: a task that the meeting did not give, and minutes that have been checked.
    """
    meeting = writable(roadmap.meeting(number))
    if all(one.number != action for one in meeting.actions):
        raise RefusedError("no-such-action", meeting=number, action=action)
    fields = {"who": who.strip(), "due": due}
    actions = tuple(one.model_copy(update=fields) if one.number == action else one for one in meeting.actions)
    return roadmap.replacing("meetings", meeting.model_copy(update={"actions": actions}))
