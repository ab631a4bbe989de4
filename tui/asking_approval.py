"""The questions of an approval: who, when, in which §, and what was not approved; then it is recorded and tagged."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from exporters.packet import approver, decision, proposal_sentence
from exporters.refusals import refusal_sentence
from exporters.terms import capital
from model.edits import RefusedError
from model.git.errors import GitError
from model.records import Approval
from model.spoken import any_day
from tui.approving import Given, approval_of, edit, refuse_trouble, tag_latest
from tui.prompts import AskText, Choice, Choose, Confirm
from tui.prompts.fields import AskField
from tui.prompts.tick import Tick

if TYPE_CHECKING:
    from tui.app import Tiekartta
    from tui.approving import Found
    from tui.session import Session


async def ask_approval(app: Tiekartta, found: Found) -> None:
    """Ask for an approval of the packet and record it; what stands against it is said before anything is asked."""
    session, words = app.session, app.words
    try:
        await asyncio.to_thread(_refuse, session, found)
    except (RefusedError, GitError) as error:
        app.say(capital(refusal_sentence(error, words)), is_error=True)
        return
    given = await _given(app, found)
    if given is None or not app.decide(edit(session, found, given)):
        return
    said = app.notice.text
    tag = await asyncio.to_thread(tag_latest, session, approval_of(found, given), found)
    if isinstance(tag, GitError):
        why = refusal_sentence(tag, words)
        app.say(words.t("The approval is recorded, but not tagged: {why}", why=why), is_error=True)
    else:
        app.say(f"{words.t('Tagged: {tag}', tag=tag)}. {said}")


def _refuse(session: Session, found: Found) -> None:
    """Raise why there is nothing to ask: trouble, or nothing to approve."""
    refuse_trouble(session)
    if not found.packet.asks:
        raise RefusedError("nothing-to-approve")


async def _given(app: Tiekartta, found: Found) -> Given | None:
    """Ask for everything that belongs to an approval; None when a question was left."""
    words, session = app.words, app.session
    bodies = [capital(approver(session.roadmap, session.words)), *(one.body for one in session.roadmap.approvals)]
    choices = [Choice(body, body) for body in dict.fromkeys(bodies)]
    body = await app.push_screen_wait(
        Choose(words.t("Who has approved it?"), choices, read=_named, hint=words.t("Or type a name"))
    )
    if body is None:
        return None
    today = words.date(session.today)
    text = await app.push_screen_wait(AskField(words.t("When was it decided?"), (Approval, "date"), value=today))
    if text is None:
        return None
    section = await app.push_screen_wait(AskText(words.t("In which §?"), value="§ ", optional=True))
    without = await _without(app, found) if section is not None else None
    if section is None or without is None:
        return None
    given = Given(body, any_day(text), _section(section), without=without)
    lines = decision(found.packet, session.words)
    question = words.t("Is it recorded that {body} has approved this?", body=body)
    return given if await app.push_screen_wait(Confirm(question, lines=lines)) else None


async def _without(app: Tiekartta, found: Found) -> tuple[str, ...] | None:
    """Ask which of the proposals were not approved; without any there is nothing to ask."""
    if not found.packet.proposals:
        return ()
    roadmap, words = app.session.roadmap, app.words
    choices = [Choice(proposal_sentence(one, roadmap, words), one.record) for one in found.packet.proposals]
    about = words.t("Of those it is recorded that they were not. Enter without a tick: all were approved.")
    return await app.push_screen_wait(Tick(words.t("Which proposals were not approved?"), choices, about=about))


def _section(text: str) -> str:
    """Return the § as it is written: a number alone gets its sign, and the sign alone is none."""
    said = text.strip()
    return f"§ {said}" if said.isdecimal() else "" if said == "§" else said


def _named(text: str) -> str:
    if not text:
        raise RefusedError("empty-text")
    return text
