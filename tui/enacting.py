"""The question how far a decision has been put into practice, and the edit that its answer makes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.terms import ENACTMENT, capital, word
from exporters.values import item_place
from model.enactment import enact
from tui.prompts.choose import Choice, Choose

if TYPE_CHECKING:
    from model.meeting import Enactment
    from model.register import Decision
    from tui.app import Tiekartta

_STATES: tuple[Enactment, ...] = ("done", "under-way", "open", "none")
_COMPUTED = "computed"


async def ask_enactment(app: Tiekartta, entry: Decision) -> None:
    """Ask how far a decision is, and record it as of today; the answer can also be left to its measures and tasks."""
    words = app.words
    choices: list[Choice[str]] = [Choice(capital(word(words, ENACTMENT, state)), state) for state in _STATES]
    choices.append(Choice(words.t("As the measures and tasks tell"), _COMPUTED))
    now = entry.item.enactment
    place = item_place(entry.meeting, entry.item.number)
    question = Choose(
        words.t("{place}: how far has it been put into practice?", place=place),
        choices,
        about=entry.item.heading,
        at=_STATES.index(now) if now else len(_STATES),
    )
    if (answer := await app.push_screen_wait(question)) is None:
        return
    state = next((state for state in _STATES if state == answer), None)
    app.decide(partial(enact, number=entry.meeting, item=entry.item.number, state=state, day=app.session.today))
