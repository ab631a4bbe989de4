"""Having decisions recorded by git in the background; git is loaded when the first one is made, or made ready for."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from model.file.lineage import Lineage
    from model.git.recorder import Outcome, Recorder

PATIENCE = 75.0
"""Seconds to wait until everything is committed where that has to be known; git's own time limit is shorter."""
_GIT_BEGINS = 0.02
"""Seconds after which the screen goes on, even if git has not been started."""

_GIT_ENDS = 0.02
"""Seconds in which git mostly has committed: so long the screen waits, unless the last commit took longer."""


class Recording:
    """The commits behind a roadmap: they are made one after another, and nobody waits for them."""

    def __init__(self) -> None:
        """Begin with nothing to record."""
        self.on_outcome: Callable[[Outcome], None] = lambda _: None
        """Called (from another thread) with what became of each try to commit."""
        self.describe: Callable[[bytes | None, bytes], str] | None = None
        """Makes the commit message for what somebody else left unrecorded: of what git has and what the file has."""
        self.behind = False
        """Whether the file held something unrecorded when it was looked at, and nothing was recorded since."""
        self.untrusted = False
        """Whether the latest decision waits for somebody to allow what git would run."""
        self.unsent: int | None = None
        """How many recordings are still to be sent; None where they go nowhere, or before that is known."""
        self._recorder: Recorder | None = None
        self._making = Lock()
        self._asked = 0.0
        self._is_quick = True
        self._is_exact = True

    @property
    def is_settled(self) -> bool:
        """Whether git holds exactly what was last given to it."""
        return self._is_exact and not self.pending

    @property
    def pending(self) -> int:
        """How many commits are still to be made."""
        return self._recorder.pending if self._recorder else 0

    def record(
        self,
        path: Path,
        content: bytes,
        message: str,
        *,
        base: bytes | None = None,
        saved: tuple[str, Lineage | None] = ("", None),
    ) -> None:
        """Have a file recorded in a commit of its own.

        With `base`, what the file held before, something that others left unrecorded gets its own commit first.
        `saved` is the name under which the save was noted, and where: commits of several programs keep that order.
        """
        from model.git.committing import Job

        recorder = self._ready()
        self._asked = monotonic()
        recorder.record(Job(path, content, message, base=base, save=saved[0], lineage=saved[1]))
        recorder.let_begin(_GIT_BEGINS)
        if self._is_quick:
            # Painting would take from git what it needs; a hook that takes its time is not waited for twice.
            self._is_quick = recorder.settle(_GIT_ENDS)

    def prepare(self, path: Path) -> None:
        """Make git ready for the first decision; meant for a thread, after the first screen stands."""
        self._ready().prepare(path)

    def compare(self, path: Path, data: bytes) -> bytes | None:
        """Find out whether git holds what the file does, and return what it holds; meant for a thread."""
        from model.git.errors import GitError
        from model.git.history import committed
        from model.git.state import plain_ends

        held = None
        with suppress(GitError):
            held = committed(path)
        self.behind = held is None or plain_ends(held) != plain_ends(data)
        return held

    def writing(self) -> AbstractContextManager[None]:
        """Return the time in which the file is replaced; git does not read the next decision for the one before."""
        return self._recorder.writing() if self._recorder else nullcontext()

    def retry(self) -> None:
        """Try again the commit that failed, and those behind it."""
        if self._recorder:
            self._recorder.retry()

    def settle(self, seconds: float) -> bool:
        """Wait until everything is committed, or a commit has failed; return whether none is owed."""
        return self._recorder.settle(seconds) if self._recorder else True

    def close(self, *, seconds: float) -> int:
        """Wait for git to finish, but no longer than so many seconds; return how many commits it still owes."""
        return self._recorder.close(seconds) if self._recorder else 0

    def _ready(self) -> Recorder:
        from model.git.recorder import Recorder

        # The first decision may come while another thread makes git ready.
        with self._making:
            if self._recorder is None:
                self._recorder = Recorder(self._tell, describe=self.describe)
            return self._recorder

    def _tell(self, outcome: Outcome) -> None:
        """Pass on what became of a try; who listens may change while the recorder lives."""
        from model.git.errors import UntrustedError

        self.behind = self.behind and isinstance(outcome.result, Exception)
        self._is_exact = not isinstance(outcome.result, Exception) and outcome.result.exact
        self.untrusted = isinstance(outcome.result, UntrustedError)
        self._is_quick = monotonic() - self._asked < _GIT_BEGINS + _GIT_ENDS
        self.on_outcome(outcome)
