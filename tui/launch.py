"""The way to the screen: what must be set before Textual is imported, and what is done after it is gone."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time
    from pathlib import Path

# The keyboard protocol of kitty loses the characters of AltGr on Nordic keyboards; nothing here needs it, nor motion.
SURROUNDINGS = {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_ANIMATIONS": "none"}


def run_app(path: Path, *, today: date, clock: Callable[[], time], language: str = "") -> int:
    """Show a roadmap's file on the screen until the person leaves; return the exit status.

    Without a language the person's configuration decides, then the roadmap.
    """
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)
    # Nothing of what is built on the way to the first screen becomes garbage; looking for some takes a tenth of the time.
    gc.disable()
    from exporters.words import Words
    from tui.app import Tiekartta
    from tui.session import Session
    from tui.settings import Settings

    session = Session.open(path, today=today, clock=clock)
    words = Words(language or session.roadmap.head.language)
    app = Tiekartta(session, words, settings=Settings())
    app.run()
    session.close()
    return app.return_code or 0
