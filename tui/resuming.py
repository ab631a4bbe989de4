"""What is said at the start about a meeting that is under way: where the walk stands and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from tui.session import Session


_AT_THE_END = frozenset({"other", "next", "closing"})
"""Kinds of § that closing the meeting takes by itself."""


def resuming(session: Session, words: Words, environ: Mapping[str, str]) -> str:
    """Return that a meeting is under way and which card is next; nothing when none is."""
    meeting = session.meeting
    if meeting is None or session.past is not None:
        return ""
    # Without a meeting the first screen needs neither the walk, which sorts all measures, nor the place in it.
    from model.agenda import waiting
    from tui import local_state

    walk = session.walk
    place = local_state.settled(local_state.load(session.path, environ), walk, meeting.number)
    done = {"number": meeting.number, "done": len(walk.handled), "total": walk.total}
    left = sum(item.kind not in _AT_THE_END for item in waiting(meeting))
    if not place.current and left:
        return words.n(
            "Meeting {number} is under way, {n} item left; e shows the meeting.",
            "Meeting {number} is under way, {n} items left; e shows the meeting.",
            left,
            number=meeting.number,
        )
    if not place.current:
        return words.t("Meeting {number} is under way, {done}/{total} handled; m shows the minutes.", **done)
    return words.t(
        "Meeting {number} is under way, {done}/{total} handled; Enter goes on with {id}.", id=place.current, **done
    )
