"""The way to the screen: what must be set before Textual is imported, and what is done after it is gone."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from tui.lean import without_plugins

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time
    from pathlib import Path

    from model.git.at import Version
    from tui.session import Session
    from tui.settings import Settings

# The keyboard protocol of kitty loses the characters of AltGr on Nordic keyboards; nothing here needs it, nor motion.
SURROUNDINGS = {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_ANIMATIONS": "none"}


def run_app(
    path: Path, *, today: date, clock: Callable[[], time], language: str = "", version: Version | None = None
) -> int:
    """Show a roadmap's file, or an earlier version of it, until the person leaves; return the exit status.

    Without a language the person's configuration decides, then the roadmap. Raises UnreadableVersionError
    for a version that gives no roadmap: reading it again would not mend it.
    """
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)
    # Hardly anything built on the way to the first screen becomes garbage; the app turns the search for it on again.
    gc.disable()
    without_plugins()
    from tui.settings import read_settings

    settings = read_settings(os.environ)
    if version is not None:
        from tui.session import Session

        return _shown(Session.open(path, today=today, clock=clock, version=version), settings, language)
    session = _opened(path, settings, today=today, clock=clock, language=language)
    return _shown(session, settings, language) if session else 1


def _opened(path: Path, settings: Settings, *, today: date, clock: Callable[[], time], language: str) -> Session | None:
    """Return the session of a file; as long as it gives none, show why and try again when asked to."""
    from tui.keeper import UnreadableError, mark_of
    from tui.session import Session

    while True:
        # What somebody writes between this look and the first one of the app is not what was read here.
        mark = mark_of(path)
        try:
            session = Session.open(path, today=today, clock=clock)
        except UnreadableError as error:
            from exporters.words import LANGUAGES, Words
            from tui.unopened import Unopened

            words = Words(language or settings.language or LANGUAGES[0])
            if not Unopened(path, error.problems, words, settings=settings).run(mouse=settings.mouse):
                return None
        else:
            session.keeper.mark = mark
            return session


def _shown(session: Session, settings: Settings, language: str) -> int:
    """Show a session until the person leaves; what git still has to record is finished then."""
    from exporters.words import Words
    from tui.app import Tiekartta
    from tui.lookingback import leave

    words = Words.of(session.roadmap.head, language or settings.language)
    app = Tiekartta(session, words, settings=settings)
    try:
        app.run(mouse=settings.mouse)
    finally:
        session.close()
        if session.past is None:
            leave(session.path, session.keeper.disk.document.digest)
    return app.return_code or 0
