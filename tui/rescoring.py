"""Giving a viewpoint a new level: the questions and the edit that follows from their answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from exporters import agenda
from exporters.terms import BASIS, capital, word
from model import meetings
from model.edits import Place
from model.levels import levels
from model.records import Viewpoint

if TYPE_CHECKING:
    from decimal import Decimal

    from model.records import Basis
    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.session import Session


@dataclass(frozen=True, slots=True)
class Answer:
    """A new level as it was answered: value, ink, number of answers of a survey, note."""

    value: Decimal
    basis: Basis
    n: int | None
    note: str


async def ask(app: Tiekartta, viewpoint: str) -> Answer | None:
    """Ask for level, basis and a one-line note; None when the question was left, or there is no such viewpoint."""
    from tui.prompts.ask import AskLevel, AskText
    from tui.prompts.choose import Choice, Choose
    from tui.prompts.fields import AskWhole

    words, roadmap = app.words, app.session.roadmap
    found = roadmap.find("viewpoints", viewpoint)
    if not isinstance(found, Viewpoint):
        return None
    row = levels(found)
    name = row.viewpoint.called
    scale = "   ".join(f"{number} {text}" for number, text in enumerate(roadmap.scale.words, 1))
    now = words.level(row.current.value) if row.current else words.t("not assessed")
    about = f"{words.t('now')} {now}   {scale}"
    value = await app.push_screen_wait(AskLevel(words.t("New level of {name}, 1–5:", name=name), about=about))
    if value is None:
        return None
    bases: tuple[Basis, ...] = ("judgement", "survey")
    choices = [Choice(capital(word(words, BASIS, basis)), basis) for basis in bases]
    basis = await app.push_screen_wait(Choose(words.t("What is the level based on?"), choices))
    if basis is None:
        return None
    n = None
    if basis == "survey":
        n = await app.push_screen_wait(AskWhole(words.t("How many answered?"), "n", range(1, 1_000_000)))
        if n is None:
            return None
    note = await app.push_screen_wait(AskText(words.t("Note in a line (Enter leaves it empty):"), optional=True))
    return None if note is None else Answer(value, basis, n, note)


def recorded(roadmap: Roadmap, session: Session, viewpoint: str, *, answer: Answer) -> Roadmap:
    """Return the roadmap with the new score: in a meeting as its next §, else as of today."""
    edit = partial(meetings.score, value=answer.value, basis=answer.basis, n=answer.n, note=answer.note)
    meeting = session.meeting
    if meeting is None:
        return edit(roadmap, viewpoint, Place(session.today))
    place = meetings.place_of_next_item(roadmap, meeting.number, session.today)
    words, before = session.words, levels(roadmap.viewpoint(viewpoint)).current
    level = words.level(answer.value)
    change = words.t("Level {before} → {after}", before=words.level(before.value), after=level) if before else level
    return meetings.decide(
        roadmap,
        place,
        "score",
        subjects=(viewpoint,),
        heading=agenda.heading(roadmap, words, outcome="score", subjects=(viewpoint,)),
        decision=agenda.decision(roadmap, words, outcome="score", subjects=(viewpoint,), text=change),
        edit=edit,
    )
