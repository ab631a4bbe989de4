"""The questions that belong to an outcome, asked in the same words wherever it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.refusals import refusal_sentence
from exporters.words import N_
from model import edits
from model.edits import RefusedError
from tui.outcomes import Given

if TYPE_CHECKING:
    from model.halfyear import HalfYear
    from model.meeting import Outcome
    from model.records import Measure
    from tui.app import Tiekartta

_MOVE_REASONS = (
    N_("resources"),
    N_("appropriation not granted"),
    N_("supplier's schedule"),
    N_("waits for another measure"),
    N_("priority changed"),
)
_DROP_REASONS = (
    N_("appropriation not granted"),
    N_("no longer needed"),
    N_("replaced by another measure"),
    N_("no suitable solution was found"),
)


async def outcome(app: Tiekartta, measure: Measure, given: Outcome) -> Given | None:
    """Ask for what belongs to an outcome of a measure; None when the question was left."""
    match given:
        case "done" | "continues" | "note":
            return await _text(app, measure, given)
        case "moved":
            return await _move(app, measure)
        case "dropped":
            return await _drop(app, measure)
    return Given(given)


async def _text(app: Tiekartta, measure: Measure, given: Outcome) -> Given | None:
    from tui.prompts.ask import AskText

    words = app.words
    questions = {
        "done": words.t("{id} is done. The result in a line:", id=measure.id),
        "continues": words.t("{id} continues. A note, if you wish (Enter leaves it empty):", id=measure.id),
        "note": words.t("Note about {id}:", id=measure.id),
    }
    optional = given != "note"
    text = await app.push_screen_wait(AskText(questions[given], about=measure.title, optional=optional))
    return None if text is None else Given(given, text)


async def _move(app: Tiekartta, measure: Measure) -> Given | None:
    from tui.prompts.choose import AskHalf, AskReason

    words = app.words
    first = max(measure.end, app.session.half).shifted(1)
    last = app.session.roadmap.head.last
    if first > last:
        app.say(refusal_sentence(RefusedError("after-roadmap", half=first, last=last), words), is_error=True)
        return None
    until = words.t("scheduled end: {half}", half=words.half(measure.end))
    about = f"{measure.title}\n{until}"

    def check(half: HalfYear) -> object:
        return edits.move(app.session.roadmap, measure.id, edits.Place(app.session.today), to=half, reason="")

    question = words.t("{id} moves to which half-year?", id=measure.id)
    to = await app.push_screen_wait(AskHalf(question, first=first, last=last, about=about, check=check))
    if to is None:
        return None
    reasons = [words.t(reason) for reason in _MOVE_REASONS]
    reason = await app.push_screen_wait(AskReason(words.t("Why is {id} moved?", id=measure.id), reasons, about=about))
    return None if reason is None else Given("moved", reason, to)


async def _drop(app: Tiekartta, measure: Measure) -> Given | None:
    from tui.prompts.choose import AskReason

    words = app.words
    reasons = [words.t(reason) for reason in _DROP_REASONS]
    question = words.t("Why is {id} discontinued?", id=measure.id)
    reason = await app.push_screen_wait(AskReason(question, reasons, about=measure.title))
    return None if reason is None else Given("dropped", reason)
