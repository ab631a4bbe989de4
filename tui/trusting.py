"""Allowing what a folder would have git run: the list is shown, and a person answers for it."""

from __future__ import annotations

import os
from asyncio import to_thread
from typing import TYPE_CHECKING

from exporters.running import running_lines
from model.git.errors import GitError, UntrustedError

if TYPE_CHECKING:
    from pathlib import Path

    from model.programs import Runs
    from tui.watching import Watching


async def ask_trust(app: Watching, asked: GitError | None = None) -> None:
    """Show what git would run and, if so answered, allow it and have what waits recorded.

    `asked` is the error that tells what would run; by default the one for which the latest decision waits.
    """
    from tui.prompts.confirm import Confirm

    error, words = asked or app.unrecorded, app.words
    if not isinstance(error, UntrustedError):
        app.say(words.t("Nothing of this folder waits to be allowed."))
        return
    question = words.t("Git would run these programs, which came with the folder. Are they allowed?")
    about = words.t("Allow them only if you know who made them. The decisions are saved in any case.")
    lines = running_lines(error.runs, words)
    if not await app.push_screen_wait(Confirm(question, about=about, lines=lines, yes=words.t("Allow"))):
        return
    try:
        await to_thread(_allow, app.session.path, error.runs)
    except GitError as refused:
        app.explain(refused, app.session.keeper.recording.retry)
    else:
        app.session.keeper.recording.retry()


def _allow(path: Path, shown: tuple[Runs, ...]) -> None:
    from model.git.state import locate
    from model.git.trust import allow

    allow(locate(path), shown, os.environ)
