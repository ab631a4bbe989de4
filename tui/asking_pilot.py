"""The questions that belong to an outcome of a pilot: where it lives now, what was learnt from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from model.approval import has_granted_money
from tui.asking import drop
from tui.outcomes import Given

if TYPE_CHECKING:
    from model.meeting import Outcome
    from model.records import Measure
    from tui.app import Tiekartta


async def pilot_outcome(app: Tiekartta, pilot: Measure, given: Outcome) -> Given | None:
    """Ask for what belongs to an outcome of a pilot; None when a question was left."""
    match given:
        case "done":
            return await _into_use(app, pilot)
        case "dropped":
            return await _stop(app, pilot)
    words = app.words
    questions = {
        "ready": words.t(
            "{id} is ready to be taken into use. A note, if you wish (Enter leaves it empty):", id=pilot.id
        ),
        "reassess": words.t("{id} is to be reassessed. Why (Enter leaves it empty):", id=pilot.id),
    }
    text = await _asked(app, pilot, questions[given])
    return None if text is None else Given(given, text)


async def _into_use(app: Tiekartta, pilot: Measure) -> Given | None:
    words = app.words
    result = await _asked(app, pilot, words.t("{id} is taken into use. The result in a line:", id=pilot.id))
    if result is None:
        return None
    question = words.t(
        "Where does {id} live now: a body, an instruction, a process (Enter leaves it empty):", id=pilot.id
    )
    home = await _asked(app, pilot, question, value=pilot.home)
    return None if home is None else Given("done", result, home=home)


async def _stop(app: Tiekartta, pilot: Measure) -> Given | None:
    """Ask what was learnt; where nothing was, or money has been granted, ask why it is stopped, too."""
    has_money = has_granted_money(pilot, app.session.today.year)
    given = await drop(app, pilot) if has_money else Given("dropped")
    if given is None or given.outcome != "dropped":
        return given
    question = app.words.t("{id} is stopped. What was learnt from it (Enter leaves it empty):", id=pilot.id)
    lesson = await _asked(app, pilot, question, value=pilot.lesson)
    if lesson is None:
        return None
    return replace(given, lesson=lesson) if lesson.strip() or has_money else await drop(app, pilot)


async def _asked(app: Tiekartta, pilot: Measure, question: str, *, value: str = "") -> str | None:
    from tui.prompts.ask import AskText

    return await app.push_screen_wait(AskText(question, about=pilot.title, value=value, optional=True))
