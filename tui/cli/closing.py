"""meeting close: what the meeting lacks is told, what is left of the walk has to be said, the next one is called."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from exporters.closing import hole_sentence
from model.closing import holes
from model.spoken import coming_day
from tui.cli.call import REFUSED
from tui.cli.speech import complain
from tui.cli.work import carry_out, opened
from tui.ending import called, checked, ended, not_handled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Protocol

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session

    class Describe(Protocol):
        """What sets the fields of a meeting that the options name."""

        def __call__(self, call: Call, roadmap: Roadmap, number: str) -> Roadmap:
            """Return the roadmap in which they are set."""


def closed(call: Call, session: Session, meeting: Meeting, *, describe: Describe) -> int:
    """Close a meeting; refused while a due measure has no outcome, unless it is said that it was not handled."""
    if session.walk.left and not call.options.not_handled:
        left = [hole for hole in holes(session.roadmap, meeting) if hole.blocks]
        complain(
            *(hole_sentence(hole, session.roadmap, meeting, words=call.words) for hole in left),
            call.words.t("Give each an outcome, or close with --not-handled."),
        )
        return REFUSED
    following = _following(call, meeting)
    at = call.clock().replace(second=0, microsecond=0)
    lacks: list[str] = []

    def edit(roadmap: Roadmap) -> Roadmap:
        roadmap = describe(call, roadmap, meeting.number)
        if session.walk.left:
            roadmap = not_handled(session)(roadmap)
        found = roadmap.meeting(meeting.number)
        lacks.extend(hole_sentence(hole, roadmap, found, words=call.words) for hole in holes(roadmap, found))
        return ended(session, meeting.number, at=at, following=following)(roadmap)

    status = carry_out(call, session, edit)
    for follows in (partial(checked, number=meeting.number), partial(_called, day=following)):
        after = opened(call)
        if more := follows(after):
            status = max(status, carry_out(call, after, more))
    if lacks:
        complain(call.words.t("Missing in the minutes:"), *(f"- {lack}" for lack in lacks))
    return status


def _called(session: Session, *, day: date | None) -> Callable[[Roadmap], Roadmap] | None:
    return called(session, day) if day else None


def _following(call: Call, meeting: Meeting) -> date | None:
    """Return the day of the next meeting, which is after this one; raise RefusedError."""
    text: str = call.option("date")
    return coming_day(text, meeting.date + timedelta(days=1)) if text else None
