"""Synchronising on the screen: it goes on in the background, Esc stops it, and what came of it is told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import Worker, WorkerState

from tui.keeper import REFUSALS
from tui.screens.base import QUESTION
from tui.telling import sentences
from tui.watching import Watching

if TYPE_CHECKING:
    from pathlib import Path

    from model.diff import Change
    from model.git.errors import GitError
    from model.git.process import Halt
    from model.git.recorder import Outcome
    from model.git.sync import Synced

MOST = 4
"""So many changes of others are told in the notice; the history has all of them."""


class Syncing(Watching):
    """An app that brings its roadmap together with the copy that others send to."""

    _halt: Halt | None = None
    """The way to stop it while it goes on."""
    _came: tuple[str, ...] = ()
    """What was told of what came in, while it is asked whether anything goes out."""

    _shown: tuple[Path, ...] = ()
    """Where it shows that somebody has recorded, received or sent something, when that was last counted."""
    _marks: tuple[int, ...] = ()
    """When these places had been written then."""

    def on_ready(self) -> None:
        """Count in the background what waits to be sent, now that the first screen stands."""
        self.count_unsent()

    def on_unmount(self) -> None:
        """Talk to nobody any more when the app is over: who leaves does not wait for a server."""
        self.stop_sync()

    @work(thread=True, exit_on_error=False, exclusive=True, group="unsent")
    def count_unsent(self) -> None:
        """Count what waits to be sent; this repository alone is asked, nobody over the network."""
        from model.git.unsent import marks
        from tui.synchronising import unsent, where_it_shows

        self._shown = where_it_shows(self.session)
        self._marks = marks(self._shown)
        keeper, was_behind = self.session.keeper, self.session.keeper.recording.behind
        if was_behind:
            keeper.recording.compare(keeper.path, keeper.disk.document.data)
        count = unsent(self.session)
        if (keeper.recording.unsent, was_behind) != (count, keeper.recording.behind):
            self.call_from_thread(self._take_unsent, count)

    def action_sync(self) -> None:
        """Begin to receive and send, unless that goes on already."""
        if self._halt is None:
            from model.git.process import Halt

            self._halt = Halt()
            self.say(self.words.t("Synchronising… Esc stops it."))
            self.synchronise(self._halt)

    @work(thread=True, exit_on_error=False, group="sync")
    def synchronise(self, halt: Halt) -> None:
        """Receive, merge and send in the background, and hand over what came of it."""
        from model.git.errors import GitError
        from tui.synchronising import came, synchronised

        try:
            done = synchronised(self.session, look=partial(self.call_from_thread, self.look_outside), halt=halt)
        except GitError as error:
            self.call_from_thread(self._take_failure, error)
        else:
            self.call_from_thread(self._take_synced, done, came(done))

    @on(Worker.StateChanged)
    def end_sync(self, event: Worker.StateChanged) -> None:
        """End it, too, where a fault of this machine or of the program broke it off: it can be tried again."""
        from exporters.refusals import refusal_sentence

        worker = event.worker
        if worker.group == "sync" and event.state is WorkerState.ERROR and isinstance(worker.error, Exception):
            self._take_in()
            why = refusal_sentence(worker.error, self.words)
            self.say(self.words.t("Not synchronised: {why}", why=why), is_error=True)

    def stop_sync(self) -> bool:
        """Stop what goes on; return whether anything did."""
        if self._halt is None:
            return False
        self._halt.ask()
        return True

    def look_outside(self) -> None:
        """Look at the file, and count anew where git has got or sent something, by another program, too."""
        super().look_outside()
        if self._shown and not self.session.past and not self.session.keeper.recording.pending:
            from model.git.unsent import marks

            if marks(self._shown) != self._marks:
                self.count_unsent()

    def look_again(self) -> None:
        """Look at the file; where others have changed it, they may have received or sent something, too."""
        before = self.session.roadmap
        super().look_again()
        if self.session.roadmap is not before:
            self.count_unsent()

    def _take_outcome(self, outcome: Outcome) -> None:
        """Count a decision that was recorded among those that wait to be sent; the next look counts them anew."""
        from model.git.errors import GitError

        recording = self.session.keeper.recording
        if not isinstance(outcome.result, GitError) and outcome.result.new and recording.unsent is not None:
            recording.unsent += 1
            self._marks = ()  # it may have been counted already
        super()._take_outcome(outcome)

    def _take_unsent(self, count: int | None) -> None:
        self.session.keeper.recording.unsent = count
        self.refresh_screens()

    def _take_synced(self, done: Synced, changes: tuple[Change, ...]) -> None:
        """Take in what came, say it, and ask where it has to be asked before anything is sent."""
        from exporters.refusals import refusal_sentence
        from exporters.syncing import sync_lines

        self._take_in()
        self.session.keeper.recording.unsent = done.unsent
        words = self.words
        # That conflicts wait stands above the notice as long as they do.
        said = [*self._came, *sync_lines(replace(done, conflicts=()), words, came=self._told(changes))]
        self._came = tuple(said[:-1]) if done.asks else ()
        if done.hindrance:
            said.append(words.t("Not sent: {why}", why=refusal_sentence(done.hindrance, words)))
        self.say(" ".join(said), is_error=bool(done.hindrance))
        if done.asks:
            self.run_worker(self._ask(done), group=QUESTION)

    def _take_in(self) -> None:
        """Read what stands in the file now that it is over; what is against that the next look at the file tells."""
        self._halt = None
        with suppress(*REFUSALS):
            self.session.keeper.look()

    def _told(self, changes: tuple[Change, ...]) -> list[str]:
        """Return the first changes of others as sentences, and how many more there are."""
        told = sentences(changes, self.words, self.session.roadmap)
        more = len(told) - MOST
        shown = "; ".join(told[: MOST if more > 0 else None])
        return (
            [f"{shown}{self.words.n(', and {n} other', ', and {n} others', more) if more > 0 else ''}."] if told else []
        )

    def _take_failure(self, error: GitError) -> None:
        from exporters.refusals import refusal_sentence
        from model.git.errors import UntrustedError
        from model.git.sync_errors import OfflineError, StoppedError
        from tui.trusting import ask_trust

        self._take_in()
        if isinstance(error, StoppedError):
            self.say(self.words.t("Synchronising was stopped; nothing was left half done."))
            return
        said = self.words.t("Not synchronised: {why}", why=refusal_sentence(error, self.words))
        self.say(said, is_error=not isinstance(error, OfflineError))
        if isinstance(error, UntrustedError):
            self.run_worker(ask_trust(self, error), group=QUESTION)

    async def _ask(self, done: Synced) -> None:
        """Ask whether it is sent to where nothing was sent before; then it is, else it waits."""
        from exporters.syncing import unsent_line, where_line
        from model.git.errors import GitError
        from tui.prompts.confirm import Confirm
        from tui.synchronising import agree

        words, where = self.words, done.where
        if where is None:
            return
        # A folder's address is what the question says of it already.
        about = "" if where.address == where.host else where.address
        question = Confirm(where_line(done, words), about=about, yes=words.t("Send"))
        if await self.push_screen_wait(question):
            try:
                agree(self.session, where)
            except GitError as error:
                self._take_failure(error)
            else:
                self.action_sync()
        else:
            self.say(f"{unsent_line(done.unsent, words)}.")
