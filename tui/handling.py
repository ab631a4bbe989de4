"""Handling a § in the room: its decision by a set phrase, what was said, the vote, and who does what by when.

Each question shows what the file knows already; what is left unanswered changes nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from exporters.agenda import refreshed
from exporters.numbering import item_label
from exporters.phrases import PHRASES, bare, phrase
from exporters.room import sentence
from exporters.suggestion import suggested
from exporters.terms import ENACTMENT, capital, field_name, word
from model import agenda, prose
from model.closing import is_unowned
from model.enactment import enact
from model.text import one_line
from tui.finding import found_again
from tui.pace import paced
from tui.prompts import AskText, Choice, Choose
from tui.prompts.room import AskDiscussion, AskVote
from tui.tasks import ask_action

if TYPE_CHECKING:
    from model.meeting import Action, Enactment, Item, Meeting, Outcome
    from model.roadmap import Roadmap
    from tui.app import Tiekartta

_AWAY = "…"
_DECIDED = next(index for index, found in enumerate(PHRASES) if found.outcome == "decided")


class Said(NamedTuple):
    """A decision as it was chosen and written."""

    outcome: Outcome
    decision: str
    matter: str
    """What of it has to be done, without the set phrase: the words that were typed, else what was proposed."""


async def decide(app: Tiekartta, meeting: Meeting, item: Item, *, text: str = "") -> None:
    """Ask for the decision of a § and record it; then ask who carries it out, where nobody knows.

    `text` is what it is made of, where something was said already.
    """
    app.session.pace.turn(meeting, item.number, app.session.now())
    said = await ask_decision(app, item, text=text)
    if said is None:
        return
    session = app.session
    told = refreshed(session.roadmap, session.words, item, day=session.today)
    fields = {"outcome": said.outcome, "decision": said.decision, **told}
    if app.decide(paced(session, found_again(agenda.take, meeting.number, item, **fields))):
        await settle(app, meeting.number, item, matter=said.matter)


async def ask_decision(app: Tiekartta, item: Item, *, text: str = "") -> Said | None:
    """Ask for a decision: a set phrase by its number, or words of one's own; the cursor is on what is proposed."""
    words = app.words
    choices: list[Choice[int | str]] = [Choice(_menu(app, index), index) for index in range(1, len(PHRASES) + 1)]
    question = words.t(
        "{item} {heading}: what was decided?", item=_label(app, item.number), heading=one_line(item.heading)
    )
    found = suggested(app.session.roadmap.head, app.session.words, item)
    at = _DECIDED if text else found.number - 1
    hint = words.t("In your own words")
    prompt = Choose(question, choices, about=text or item.proposal, read=str, hint=hint, at=at)
    chosen = await app.push_screen_wait(prompt)
    if chosen is None or chosen == "":
        return None
    if isinstance(chosen, str):
        return Said("decided", sentence(chosen), chosen)
    return await _worded(app, item, chosen, text=text or (found.text if chosen == found.number else ""))


async def settle(app: Tiekartta, number: str, item: Item, *, matter: str) -> None:
    """Where nobody carries out the decision of a §, or on no day: ask for a task, or that none is needed."""
    roadmap, words = app.session.roadmap, app.words
    meeting = roadmap.meeting(number)
    found = agenda.same_item(meeting, item)
    if not is_unowned(roadmap, meeting, found):
        return
    answers = [
        Choice(words.t("Give a task: who, and by when"), "task"),
        Choice(capital(word(words, ENACTMENT, "none")), "none"),
        Choice(words.t("Leave it open for now"), "open"),
    ]
    question = words.t("{item}: who carries it out, and by when?", item=_label(app, found.number))
    answer = await app.push_screen_wait(Choose(question, answers, about=found.decision))
    if answer == "task":
        await give(app, meeting, found, task=capital(matter.strip().rstrip(".")))
    elif answer == "none":
        app.decide(found_again(enact, number, found, state="none", day=app.session.today))


async def give(app: Tiekartta, meeting: Meeting, item: Item | None, *, measure: str = "", task: str = "") -> None:
    """Ask for a task and give it."""
    action = await ask_action(app, meeting, item, measure=measure, task=task)
    if action is not None:
        app.decide(partial(_given, number=meeting.number, item=item, action=action))


def _given(roadmap: Roadmap, *, number: str, item: Item | None, action: Action) -> Roadmap:
    place = agenda.same_item(roadmap.meeting(number), item).number if item else None
    return agenda.give(roadmap, number, action.model_copy(update={"item": place}))


async def discuss(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask what was said about a §, going on from what is written."""
    question = app.words.t("{item}: what was discussed?", item=_label(app, item.number))
    text = await app.push_screen_wait(AskDiscussion(question, about=item.heading, value=item.discussion))
    if text is not None:
        app.decide(found_again(agenda.take, meeting.number, item, discussion=text))


async def vote(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask how a vote went."""
    question = app.words.t("{item}: unanimous, or the votes for and against?", item=_label(app, item.number))
    hint = app.words.t("Enter = unanimous; or 4–2")
    was = "" if item.vote in ("", "unanimous") else item.vote
    counted = await app.push_screen_wait(AskVote(question, about=item.decision or item.heading, hint=hint, value=was))
    if counted is not None:
        app.decide(found_again(agenda.take, meeting.number, item, vote=counted))


async def carry_out(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask how far a decision has been put into practice."""
    states: tuple[Enactment, ...] = ("none", "open", "under-way", "done")
    choices = [Choice(capital(word(app.words, ENACTMENT, state)), state) for state in states]
    question = app.words.t("{item}: how far is it put into practice?", item=_label(app, item.number))
    state = await app.push_screen_wait(Choose(question, choices, about=item.decision))
    if state is not None:
        app.decide(found_again(enact, meeting.number, item, state=state, day=app.session.today))


async def raise_note(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Make a sentence of the discussion the decision of its §, or a task."""
    words = app.words
    said = prose.sentences(item.discussion or _note(app, item))
    if not said:
        app.say(words.t("Nothing has been written of the discussion yet; d writes it."))
        return
    chosen: str | None = said[0]
    if len(said) > 1:
        question = words.t("Which sentence becomes a decision or a task?")
        chosen = await app.push_screen_wait(Choose(question, [Choice(part, part) for part in said], at=len(said) - 1))
    if chosen is None:
        return
    into = [
        Choice(words.t("The decision of {item}", item=_label(app, item.number)), "decision"),
        Choice(_task(app), "task"),
    ]
    kind = await app.push_screen_wait(Choose(words.t("What does it become?"), into, about=chosen))
    if kind == "task":
        await give(app, meeting, item, task=chosen.rstrip("."))
    elif kind == "decision":
        await decide(app, meeting, item, text=chosen)


async def raise_about(app: Tiekartta, meeting: Meeting, measure: str) -> None:
    """Make the latest note about a measure, or what was said in its §, a decision or a task."""
    about = [item for item in meeting.items if measure in item.subjects and (item.discussion or item.outcome == "note")]
    if about:
        await raise_note(app, meeting, about[-1])
    else:
        app.say(app.words.t("Nothing has been noted about {id} in this meeting; + writes a note.", id=measure))


def _label(app: Tiekartta, number: int) -> str:
    return item_label(app.session.roadmap.head, number)


def _note(app: Tiekartta, item: Item) -> str:
    """Return what was noted in a § that is a note, without the set phrase before it."""
    return item.decision.removeprefix(bare(app.session.words, "noted")).strip() if item.outcome == "note" else ""


def _task(app: Tiekartta) -> str:
    return capital(field_name(app.words, "task"))


def _menu(app: Tiekartta, index: int) -> str:
    """Return a set phrase as the menu shows it, as it will be written; what has to be added is left open."""
    found, words = PHRASES[index - 1], app.session.words
    if not found.needs_text:
        return words.t(found.sentence)
    _, said = phrase(words, index, _AWAY, approver=app.session.roadmap.head.approver)
    return said.rstrip(".") if said.endswith("….") else said


async def _worded(app: Tiekartta, item: Item, index: int, *, text: str) -> Said | None:
    """Return the decision of a set phrase, asking for the words that it needs; what is known stands in the line."""
    if PHRASES[index - 1].needs_text:
        question = AskText(_menu(app, index), about=item.proposal, value=text.rstrip("."), optional=bool(item.proposal))
        answer = await app.push_screen_wait(question)
        if answer is None:
            return None
        text = answer
    outcome, said = phrase(app.session.words, index, text, approver=app.session.roadmap.head.approver)
    known = item.proposal if outcome == "proposed" else ""
    return Said(outcome, said, known or text or item.proposal or said)
