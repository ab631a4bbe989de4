"""The questions that belong to an outcome, asked in the same words wherever it is given."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from exporters.proposing import matter_sentence, propose_label
from exporters.sentences import refusal_sentence
from exporters.words import N_
from model import edits
from model.approval import PATIENCE, has_granted_money, postponements
from model.edits import RefusedError
from model.typed import moved_to, set_end
from tui.outcomes import Given, place_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.meeting import Outcome
    from model.records import Measure
    from tui.app import Tiekartta
    from tui.outcomes import Decide

Way = Literal["propose", "drop", "as-said"]
"""What becomes of a change that the team should not make alone."""

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
    if given in ("ready", "reassess") and measure.kind != "pilot":
        app.say(refusal_sentence(RefusedError("not-a-pilot", measure=measure.id), app.words), is_error=True)
        return None
    if measure.kind == "pilot" and given in ("done", "dropped", "ready", "reassess"):
        return await _pilot(app, measure, given)
    match given:
        case "done" | "continues" | "note":
            return await _text(app, measure, given)
        case "moved":
            return await _move(app, measure)
        case "dropped":
            return await _drop(app, measure)
    return Given(given)


async def end(app: Tiekartta, measure: Measure, text: str) -> Decide | None:
    """Return the edit that sets a measure's typed end; ask why where that moves it from what was approved."""
    to = moved_to(app.session.roadmap, measure.id, text)
    reason = await _reason(app, measure, to) if to else ""
    if reason is None:
        return None
    return partial(set_end, measure=measure.id, place=place_now(app.session), text=text, reason=reason)


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
    """Ask where to and why; the third time ask first whether at all, and after the roadmap's end propose it."""
    chosen: Way | None = "as-said"
    head = app.session.roadmap.head
    if postponements(measure) >= PATIENCE:
        chosen = await _third_time(app, measure)
    if chosen == "drop":
        return await _drop(app, measure)
    to = await _half(app, measure) if chosen else None
    if chosen is None or to is None:
        return None
    if chosen == "as-said" and to > head.step(head.last).ends:
        chosen = await _beyond(app, measure, to)
    reason = await _reason(app, measure, to) if chosen else None
    if reason is None:
        return None
    return Given("proposed" if chosen == "propose" else "moved", reason, to)


async def _third_time(app: Tiekartta, measure: Measure) -> Way | None:
    """Ask about a measure that has been postponed often enough: propose it, drop it, or move it all the same."""
    words, n = app.words, postponements(measure)
    return await _way(
        app,
        words.t("Is it proposed to the management team, discontinued, or postponed all the same?"),
        matter_sentence(words, "third-move", id=measure.id, n=n),
        ways=(
            ("propose", propose_label(app.session.roadmap, words)),
            ("drop", words.t("Discontinue it")),
            ("as-said", words.t("Postpone it all the same")),
        ),
    )


async def _half(app: Tiekartta, measure: Measure) -> HalfYear | None:
    from tui.prompts.choose import AskHalf

    words, head = app.words, app.session.roadmap.head
    first = head.step(max(measure.end, app.session.half)).shifted(1)

    def check(half: HalfYear) -> None:
        try:
            edits.move(app.session.roadmap, measure.id, edits.Place(app.session.today), to=half, reason="")
        except RefusedError as error:
            if error.code != "after-roadmap":
                raise

    question = words.t("{id} moves to which half-year?", id=measure.id)
    about = _about(words, measure)
    return await app.push_screen_wait(
        AskHalf(question, first=first, last=max(first, head.last), about=about, check=check)
    )


async def _beyond(app: Tiekartta, measure: Measure, to: HalfYear) -> Way | None:
    """Say that the roadmap ends before; it can only be proposed."""
    words, last = app.words, app.session.roadmap.head.last
    why = matter_sentence(words, "beyond-roadmap", half=words.half(to), last=words.half(last))
    question = words.t("{id} cannot be moved there by the team alone.", id=measure.id)
    return await _way(app, question, why, ways=(("propose", propose_label(app.session.roadmap, words)),))


async def _reason(app: Tiekartta, measure: Measure, to: HalfYear) -> str | None:
    from tui.prompts.choose import AskReason

    words = app.words
    reasons = [app.session.words.t(reason) for reason in _MOVE_REASONS]  # as it will be written
    about = f"{_about(words, measure)} → {words.half(to)}"
    return await app.push_screen_wait(AskReason(words.t("Why is {id} moved?", id=measure.id), reasons, about=about))


def _about(words: Words, measure: Measure) -> str:
    return f"{measure.title}\n{words.t('scheduled end: {half}', half=words.half(measure.end))}"


async def _drop(app: Tiekartta, measure: Measure) -> Given | None:
    """Ask why; where money has been granted, ask first whether it is proposed instead."""
    from tui.prompts.choose import AskReason

    words = app.words
    chosen: Way | None = "as-said"
    if has_granted_money(measure, app.session.today.year):
        chosen = await _way(
            app,
            words.t("Is it proposed to the management team, or discontinued all the same?"),
            matter_sentence(words, "granted-money", id=measure.id),
            ways=(
                ("propose", propose_label(app.session.roadmap, words)),
                ("as-said", words.t("Discontinue it all the same")),
            ),
        )
    if chosen is None:
        return None
    reasons = [app.session.words.t(reason) for reason in _DROP_REASONS]  # as it will be written
    question = words.t("Why is {id} discontinued?", id=measure.id)
    reason = await app.push_screen_wait(AskReason(question, reasons, about=measure.title))
    return None if reason is None else Given("proposed" if chosen == "propose" else "dropped", reason)


async def _pilot(app: Tiekartta, pilot: Measure, given: Outcome) -> Given | None:
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
    given = await _drop(app, pilot) if has_money else Given("dropped")
    if given is None or given.outcome != "dropped":
        return given
    question = app.words.t("{id} is stopped. What was learnt from it (Enter leaves it empty):", id=pilot.id)
    lesson = await _asked(app, pilot, question, value=pilot.lesson)
    if lesson is None:
        return None
    return replace(given, lesson=lesson) if lesson.strip() or has_money else await _drop(app, pilot)


async def _asked(app: Tiekartta, pilot: Measure, question: str, *, value: str = "") -> str | None:
    from tui.prompts.ask import AskText

    return await app.push_screen_wait(AskText(question, about=pilot.title, value=value, optional=True))


async def _way(app: Tiekartta, question: str, why: str, *, ways: Sequence[tuple[Way, str]]) -> Way | None:
    """Ask which way something goes that the team should not decide alone."""
    from tui.prompts.choose import Choice, Choose

    choices = [Choice(label, way) for way, label in ways]
    return await app.push_screen_wait(Choose(question, choices, about=why))
