"""Looking at the roadmap as it was, on the screens: which commands do, what is said of the others, another day."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from exporters.asof import as_of
from exporters.refusals import refusal_sentence
from model.edits import RefusedError
from tui.commands import commands_of

if TYPE_CHECKING:
    from datetime import date

    from exporters.words import Words
    from model.git.at import Version
    from tui.lookingback import LookingBack
    from tui.session import Session


def banner(version: Version, words: Words) -> str:
    """Return what stands above everything while the past is shown: `Tilanne 31.8.2026 – vain katseltavaksi`."""
    state = as_of(words, day=version.day, asked=version.asked)
    return words.t("{state} – only to be looked at", state=state)


def is_refused(session: Session, screen: str, action: str) -> bool:
    """Whether an action of a screen is that of a command which changes something, while the past is shown."""
    return session.past is not None and any(row.action == action and not row.looks for row in commands_of(screen))


def refusal(words: Words) -> str:
    """Return why such a command does nothing."""
    return refusal_sentence(RefusedError("past"), words)


async def look_back(app: LookingBack) -> None:
    """Ask for a day and show the roadmap as it was then; an empty answer leads back to the present."""
    from model.git.errors import GitError
    from tui.prompts.ask import AskText

    words, session = app.words, app.session
    question = words.t("As of which day? (a meeting or a revision will do; empty: now)")
    asked = await app.push_screen_wait(AskText(question, hint=words.date(session.today), optional=True))
    if asked is None:
        return
    if not asked.strip():
        app.look_at(app.present)
        return
    text = f"meeting:{asked.strip()}" if session.roadmap.find("meetings", asked.strip()) else asked
    try:
        found = await asyncio.to_thread(_session_at, session, text, app.present.today)
    except GitError as error:
        app.say(refusal_sentence(error, words), is_error=True)
    else:
        app.look_at(found)


def _session_at(session: Session, asked: str, today: date) -> Session:
    """Return a session of the roadmap as it was; raise why there is none."""
    from model.git.at import version
    from tui.session import Session as Opened

    found = version(session.path, asked, today=today)
    return Opened.open(session.path, today=min(found.day, today), clock=session.clock, version=found)
