"""Proposing a target level: the questions, and the edit that follows from their answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.decision import heading
from exporters.proposing import target_decision
from model import meetings
from model.edits import Place
from model.levels import levels
from model.records import Viewpoint

if TYPE_CHECKING:
    from decimal import Decimal

    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.session import Session


async def propose(app: Tiekartta, viewpoint: str) -> None:
    """Ask for a target level and its reason, and record the proposal; nothing happens where a question is left."""
    from tui.prompts.ask import AskLevel, AskText

    words, found = app.words, app.session.roadmap.find("viewpoints", viewpoint)
    if not isinstance(found, Viewpoint):
        return
    row = levels(found)
    known = words.t("target {level}", level=words.level(row.target.value)) if row.target else ""
    question = words.t("Proposed target level of {name}, 1–5:", name=found.called)
    value = await app.push_screen_wait(AskLevel(question, about=known))
    if value is None:
        return
    note = await app.push_screen_wait(AskText(words.t("Note in a line (Enter leaves it empty):"), optional=True))
    if note is None:
        return
    app.decide(partial(recorded, session=app.session, viewpoint=viewpoint, value=value, note=note))


def recorded(roadmap: Roadmap, session: Session, viewpoint: str, *, value: Decimal, note: str) -> Roadmap:
    """Return the roadmap with the proposed target level: in a meeting as its next §, else as of today."""
    edit = partial(meetings.propose_target, value=value, note=note)
    meeting, words = session.meeting, session.words
    if meeting is None:
        return edit(roadmap, viewpoint, Place(session.today))
    return meetings.decide(
        roadmap,
        meetings.place_of_next_item(roadmap, meeting.number, session.today),
        "proposed",
        subjects=(viewpoint,),
        heading=heading(roadmap, words, outcome="proposed", subjects=(viewpoint,)),
        decision=target_decision(roadmap, words, viewpoint, level=value, reason=note),
        edit=edit,
    )
