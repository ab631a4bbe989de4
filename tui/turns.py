"""What Enter does on a § of a meeting: whatever is next about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.standing import open_meeting
from tui import convening, handling
from tui.beginning import begin
from tui.screens.closing import close
from tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from model.meeting import Item, Meeting
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
    elif measure and item.kind in ("measure", "carried"):
        app.call_later(walk_to, app, measure)
    else:
        await handling.decide(app, meeting, item)


def walk_to(app: Tiekartta, measure: str) -> None:
    """Go to the walk, at the card of a measure."""
    front = next((one for one in app.screen_stack if isinstance(one, WalkScreen)), None)
    if front is None:
        app.push_screen(WalkScreen(measure))
    else:
        front.turn_to(measure)
        app.action_go(WalkScreen.NAME)
