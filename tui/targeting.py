"""Proposing a target level: the questions, and the edit that follows from their answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.levels import levels
from model.meetings import propose_target
from model.records import Viewpoint
from tui.outcomes import place_now
from tui.prompts.ask import AskLevel, AskText

if TYPE_CHECKING:
    from tui.app import Tiekartta


async def propose(app: Tiekartta, viewpoint: str) -> None:
    """Ask for a target level and its reason, and record the proposal; nothing happens where a question is left."""
    words, found = app.words, app.session.roadmap.find("viewpoints", viewpoint)
    if not isinstance(found, Viewpoint):
        return
    row = levels(found)
    known = words.t("target {level}", level=words.level(row.target.value)) if row.target else ""
    question = words.t("Proposed target level of {name}, 1–5:", name=found.short or found.name)
    value = await app.push_screen_wait(AskLevel(question, about=known))
    if value is None:
        return
    note = await app.push_screen_wait(AskText(words.t("Note in a line (Enter leaves it empty):"), optional=True))
    if note is None:
        return
    place = place_now(app.session)
    app.decide(partial(propose_target, viewpoint=viewpoint, place=place, value=value, note=note))
