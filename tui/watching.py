"""What the app listens to while it is open: the file on disk, git at its work, and the history behind both."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import App

from exporters.sentences import sentences
from model.git.errors import GitError

if TYPE_CHECKING:
    from exporters.words import Words
    from model.git.recorder import Outcome
    from tui.session import Session

LOOK_EVERY = 1.0
"""Seconds between two looks at the file."""
Mark = tuple[int, int, int]


class Watching(App[None]):
    """An app that tells what git made of a decision, and what others changed in the file."""

    session: Session
    words: Words
    unrecorded: GitError | None = None
    """Why the latest decision is not in git; None when it is, or is on its way."""
    _mark: Mark = (0, 0, 0)

    def on_ready(self) -> None:
        """Begin to listen to the file and to git, now that the first screen stands."""
        self._mark = self._stat()
        self.session.keeper.on_outcome = lambda outcome: self._hand_over(outcome)
        self.set_interval(LOOK_EVERY, self.look_outside)

    def look_outside(self) -> None:
        """Say what others changed in the file since it was last looked at, if anything."""
        mark = self._stat()
        if mark == self._mark:
            return
        self._mark = mark
        before = self.session.keeper.problems
        changes = self.session.keeper.look()
        if changes:
            what = "; ".join(sentences(changes, self.words, self.session.roadmap))
            self.say(self.words.t("Changed outside the program: {what}", what=what))
        elif self.session.keeper.problems != before:
            self.refresh_screens()

    def _hand_over(self, outcome: Outcome) -> None:
        """Take in what git made of a decision; this is called in the thread of the recorder."""
        if self.is_running:
            self.call_later(self._take_outcome, outcome)

    def _take_outcome(self, outcome: Outcome) -> None:
        self.unrecorded = outcome.result if isinstance(outcome.result, GitError) else None
        self.refresh_screens()

    def _stat(self) -> Mark:
        try:
            status = os.stat(self.session.path)
        except OSError:
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_size, status.st_ino)
