"""What the app listens to while it is open: the file on disk, git at its work, and the history behind both."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from exporters.problems import problem_sentence
from tui.keeper import REFUSALS, mark_of
from tui.outside import told_outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from exporters.words import Words
    from model.git.errors import GitError
    from model.git.recorder import Outcome
    from tui.app import Said
    from tui.keeper import Mark
    from tui.session import Session, Step

LOOK_EVERY = 1.0
"""Seconds between two looks at the file."""


class Watching(App[None]):
    """An app that tells what git made of a decision, and what others changed in the file."""

    session: Session
    present: Session
    """The session that is not of the past."""
    words: Words
    say: Callable[..., None]
    refresh_screens: Callable[[], None]
    explain: Callable[[Exception, Callable[..., object]], None]
    unrecorded: GitError | None = None
    """Why the latest decision is not in git; None when it is, or is on its way."""
    notice: Said
    _mark: Mark | None = None
    _unseen: str = ""
    """What others changed while a question was up, and nobody has seen yet."""
    _waited: bool = False
    _against: tuple[Mark, str] | None = None
    """What stood in the way of a save the last time it was tried again: the file as it was, and the conflict."""

    def on_ready(self) -> None:
        """Begin to listen to the file, to git and to the past, now that the first screen stands."""
        gc.freeze()
        gc.enable()
        if self.session.past is not None:
            return
        self._mark = self.session.keeper.mark
        self.session.keeper.recording.on_outcome = self._hand_over
        self.set_interval(LOOK_EVERY, self.look_outside)
        self.recall()

    @work(thread=True, exit_on_error=False, group="recall")
    def recall(self) -> None:
        """Read in the background which decisions of earlier sessions can be undone; without git there are none."""
        from model.git.errors import GitError
        from tui.recalling import recalled

        keeper = self.session.keeper
        keeper.recording.prepare(keeper.path)
        # What writes the file is not on the way to the first screen; the first decision shall find it loaded.
        import_module("model.file.patch")
        if leftovers := keeper.tidy():
            self.call_from_thread(self._tell_leftovers, [path.name for path in leftovers])
        if keeper.disk.is_foreign:
            self.call_from_thread(self.look_again)
        try:
            done, undone = recalled(self.session.path)
        except GitError:
            done, undone = [], []
        self.call_from_thread(self._remember, done, undone)

    def look_outside(self) -> None:
        """Say what others changed in the file since it was last looked at, and try again what could not be saved.

        While the past is shown that waits.
        """
        if self.session.past is not None:
            return
        if self.session.keeper.unsaved:
            self.try_again()
        mark = mark_of(self.session.path)
        if mark != self._mark:
            self._mark = mark
            self.look_again()
        elif self._unseen:
            self._tell_unseen()

    def try_again(self, *, allow_loss: bool = False) -> None:
        """Try again what failed; what stands against it in the file is told, or asked about, once."""
        try:
            self.session.keeper.retry(allow_loss=allow_loss)
        except REFUSALS as error:
            against = (mark_of(self.session.path), str(error))
            if against != self._against:
                self._against = against
                self.explain(error, self.try_again)
        else:
            self.refresh_screens()

    def look_again(self) -> None:
        """Read the file and say what others changed in it, or what is wrong with it now."""
        keeper = self.session.keeper
        before = keeper.problems
        try:
            changes = keeper.look()
        except REFUSALS as error:
            self.explain(error, self.look_again)
            return
        if changes or (keeper.disk.found and keeper.disk.found.is_stale):
            self._unseen = told_outside(keeper, changes, self.words)
            self._tell_unseen()
        elif keeper.problems and keeper.problems != before and not keeper.disk.broken:
            self.say(problem_sentence(keeper.problems[0], self.words), is_error=True)
        elif before and not keeper.problems:
            self.say(self.words.t("The file is in order again."))
        else:
            self.refresh_screens()

    def _tell_unseen(self) -> None:
        """Say what others changed; under a question nobody would see it, so it waits and joins what is said then."""
        if self._unseen and not self.screen.is_modal:
            told, self._unseen = self._unseen, ""
            self.say(" · ".join(text for text in (self.notice.text, told) if text) if self._waited else told)
        elif self._unseen:
            self.refresh_screens()
        self._waited = bool(self._unseen)

    def _tell_leftovers(self, names: list[str]) -> None:
        listed = self.words.listing(names)
        self.say(
            self.words.t("Beside the roadmap is a version that was not saved: {names}", names=listed), is_error=True
        )

    def _remember(self, done: list[Step], undone: list[Step]) -> None:
        self.present.remember(done, undone)
        self.refresh_screens()

    def _hand_over(self, outcome: Outcome) -> None:
        """Take in what git made of a decision; this is called in the thread of the recorder."""
        if self.is_running:
            self.call_later(self._take_outcome, outcome)

    def _take_outcome(self, outcome: Outcome) -> None:
        from model.git.errors import GitError

        self.unrecorded = outcome.result if isinstance(outcome.result, GitError) else None
        self.refresh_screens()
