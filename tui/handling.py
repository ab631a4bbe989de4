"""Handling a § in the room: its decision by a set phrase, what was said, the vote, and who does what by when.

Each question shows what the file knows already; what is left unanswered changes nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from exporters.numbering import item_label
from exporters.phrases import PHRASES, bare, phrase, proposal
from exporters.terms import ENACTMENT, capital, field_name, word
from model import agenda, prose
from model.closing import is_unowned
from model.enactment import enact
from model.text import one_line
from tui.pace import paced
from tui.prompts import AskText, Choice, Choose
from tui.prompts.room import AskDiscussion, AskVote
from tui.tasks import ask_action

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.meeting import Enactment, Item, ItemKind, Meeting, Outcome
    from tui.app import Tiekartta

_USUAL: Mapping[ItemKind | None, Outcome] = {
    "quorum": "noted",
    "agenda": "approved",
    "previous": "approved",
    "status": "noted",
    "other": "nothing",
    "next": "agreed",
}
"""The outcome under the cursor where no proposal says another one."""
_AWAY = "…"


class Said(NamedTuple):
    """A decision as it was chosen and written."""

    outcome: Outcome
    decision: str


async def decide(app: Tiekartta, meeting: Meeting, item: Item) -> bool:
    """Ask for the decision of a § and record it; then ask who carries it out, where nobody knows."""
    app.session.pace.turn(meeting, item.number, app.session.now())
    said = await ask_decision(app, item)
    if said is None:
        return False
    edit = partial(agenda.take, number=meeting.number, item=item.number, outcome=said.outcome, decision=said.decision)
    done = bool(app.decide(paced(app.session, edit)))
    if done:
        await settle(app, meeting.number, item.number)
    return done


async def ask_decision(app: Tiekartta, item: Item, *, text: str = "") -> Said | None:
    """Ask for a decision: a set phrase by its number, or words of one's own; `text` is what it is made of."""
    words = app.words
    choices: list[Choice[int | str]] = [Choice(_menu(app, index), index) for index in range(1, len(PHRASES) + 1)]
    question = words.t(
        "{item} {heading}: what was decided?", item=_label(app, item.number), heading=one_line(item.heading)
    )
    about = text or item.proposal
    hint = words.t("In your own words")
    chosen = await app.push_screen_wait(
        Choose(question, choices, about=about, read=str, hint=hint, at=_at(app, item, text))
    )
    if chosen is None or chosen == "":
        return None
    if isinstance(chosen, str):
        return Said("decided", sentence(chosen))
    return await _worded(app, item, chosen, text=text)


async def settle(app: Tiekartta, number: str, item: int) -> None:
    """Where a decision has neither somebody to carry it out nor a day: ask for a task, or that none is needed."""
    roadmap, words = app.session.roadmap, app.words
    meeting = roadmap.meeting(number)
    found = agenda.item_of(meeting, item)
    if not is_unowned(roadmap, meeting, found):
        return
    answers = [
        Choice(words.t("Give a task: who, and by when"), "task"),
        Choice(capital(word(words, ENACTMENT, "none")), "none"),
        Choice(words.t("Leave it open for now"), "open"),
    ]
    question = words.t("{item}: who carries it out, and by when?", item=_label(app, item))
    what = found.proposal if found.outcome == "approved" and found.proposal else found.decision
    answer = await app.push_screen_wait(Choose(question, answers, about=what))
    if answer == "task":
        await give(app, meeting, found, task=what.rstrip("."))
    elif answer == "none":
        app.decide(partial(enact, number=number, item=item, state="none", day=app.session.today))


async def give(app: Tiekartta, meeting: Meeting, item: Item | None, *, measure: str = "", task: str = "") -> None:
    """Ask for a task and give it."""
    action = await ask_action(app, meeting, item, measure=measure, task=task)
    if action is not None:
        app.decide(partial(agenda.give, number=meeting.number, action=action))


async def discuss(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask what was said about a §, going on from what is written."""
    question = app.words.t("{item}: what was discussed?", item=_label(app, item.number))
    text = await app.push_screen_wait(AskDiscussion(question, about=item.heading, value=item.discussion))
    if text is not None:
        app.decide(partial(agenda.take, number=meeting.number, item=item.number, discussion=text))


async def vote(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask how a vote went."""
    question = app.words.t("{item}: unanimous, or the votes for and against?", item=_label(app, item.number))
    hint = app.words.t("Enter = unanimous; or 4–2")
    was = "" if item.vote in ("", "unanimous") else item.vote
    counted = await app.push_screen_wait(AskVote(question, about=item.decision or item.heading, hint=hint, value=was))
    if counted is not None:
        app.decide(partial(agenda.take, number=meeting.number, item=item.number, vote=counted))


async def carry_out(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask how far a decision has been put into practice."""
    states: tuple[Enactment, ...] = ("none", "open", "under-way", "done")
    choices = [Choice(capital(word(app.words, ENACTMENT, state)), state) for state in states]
    question = app.words.t("{item}: how far is it put into practice?", item=_label(app, item.number))
    state = await app.push_screen_wait(Choose(question, choices, about=item.decision))
    if state is not None:
        edit = partial(enact, number=meeting.number, item=item.number, state=state, day=app.session.today)
        app.decide(edit)


async def raise_note(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Make a sentence of the discussion the decision of its §, or a task."""
    words = app.words
    said = prose.sentences(item.discussion or _note(app, item))
    if not said:
        app.say(words.t("Nothing has been written of the discussion yet; d writes it."))
        return
    sentence: str | None = said[0]
    if len(said) > 1:
        question = words.t("Which sentence becomes a decision or a task?")
        sentence = await app.push_screen_wait(Choose(question, [Choice(part, part) for part in said], at=len(said) - 1))
    if sentence is None:
        return
    into = [
        Choice(words.t("The decision of {item}", item=_label(app, item.number)), "decision"),
        Choice(_task(app), "task"),
    ]
    kind = await app.push_screen_wait(Choose(words.t("What does it become?"), into, about=sentence))
    if kind == "task":
        await give(app, meeting, item, task=sentence.rstrip("."))
    elif kind == "decision" and (chosen := await ask_decision(app, item, text=sentence)):
        edit = partial(
            agenda.take, number=meeting.number, item=item.number, outcome=chosen.outcome, decision=chosen.decision
        )
        if app.decide(paced(app.session, edit)):
            await settle(app, meeting.number, item.number)


def sentence(text: str) -> str:
    """Return what was typed as a sentence."""
    said = text.strip()
    return capital(said if said.endswith((".", "!", "?", "…")) else f"{said}.")


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


def _at(app: Tiekartta, item: Item, text: str) -> int:
    """Return where the cursor of the menu stands: at what is proposed or usual."""
    proposals = [proposal(app.session.words, index) for index in range(1, len(PHRASES) + 1)]
    if item.proposal.strip() in filter(None, proposals) and not text:
        return proposals.index(item.proposal.strip())
    wanted: Outcome = "decided" if text else _USUAL.get(item.kind) or ("approved" if item.proposal else "noted")
    return next(index for index, found in enumerate(PHRASES) if found.outcome == wanted)


async def _worded(app: Tiekartta, item: Item, index: int, *, text: str) -> Said | None:
    """Return the decision of a set phrase, asking for the words that it needs."""
    found, own = PHRASES[index - 1], app.session.words
    if found.needs_text:
        answer = await app.push_screen_wait(
            AskText(_menu(app, index), about=item.proposal, value=text.rstrip("."), optional=bool(item.proposal))
        )
        if answer is None:
            return None
        text = answer
    outcome, said = phrase(own, index, text, approver=app.session.roadmap.head.approver)
    return Said(outcome, said)
