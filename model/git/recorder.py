"""Recording in the background: a queue of commits and one worker thread, so that nobody waits for git.

Jobs are committed in the order in which they were given. One that fails stays first in line and is tried again before
the next, or on `retry`; nothing is ever dropped, and the roadmap itself is on disk before a job is given.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.git.committing import Committer
from model.git.durable import settle
from model.git.errors import GitError, IndexLockedError
from model.git.record import Recorded
from model.git.runner import WRITING_LIMIT
from model.git.turns import READS

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from model.git.committing import Describe, Job

PATIENCE = 3.0
"""Seconds for which a lock of another git is waited out before it is reported."""
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try: the job, and either the commit or the error; `pending` jobs are left, this one included."""

    job: Job
    result: Recorded | GitError
    pending: int


class Recorder:
    """Commits jobs one after another in a thread of its own and tells a listener what became of each try.

    The listener and `describe` are called in the worker's thread; they must return soon and raise nothing.
    """

    def __init__(
        self,
        listener: Callable[[Outcome], None],
        *,
        describe: Describe | None = None,
        limit: float = WRITING_LIMIT,
    ) -> None:
        """Make a recorder; its thread starts with the first job.

        Without `describe` what stood in the file before becomes part of the first decision's commit. `limit` is in
        seconds, for each call of git.
        """
        self._listener = listener
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._held = False
        self._asked_again = False
        self._at_work = False
        self._start = threading.Event()
        self._committer = Committer(describe=describe, limit=limit, begun=self._start.set)
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def pending(self) -> int:
        """How many decisions are not committed yet, the one at work included."""
        return len(self._jobs)

    def record(self, job: Job) -> None:
        """Put a job into the queue and return at once; a job that failed before is tried again first."""
        with self._changed:
            self._jobs.append(job)
            self._start.clear()
            self._wake()

    def let_begin(self, timeout: float) -> None:
        """Wait until git is at work on the only job, at most `timeout` seconds: painting hinders its start."""
        if len(self._jobs) == 1:
            self._start.wait(timeout)

    def retry(self) -> None:
        """Try the job that failed again, and the ones behind it."""
        with self._changed:
            self._wake()

    def _wake(self) -> None:
        self._held = False
        self._asked_again = True
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def settle(self, timeout: float | None = None) -> bool:
        """Wait until every job is committed, or one has failed, and the listener knows; return whether none is left."""
        with self._changed:
            self._changed.wait_for(lambda: not self._at_work and (not self._jobs or self._held), timeout)
            return not self._jobs

    def prepare(self, path: Path) -> None:
        """Look the repository up, so that the first decision need not wait for it; what hinders shows itself then."""
        with suppress(GitError, OSError):
            self._committer.prepare(path)

    def writing(self, timeout: float = READS) -> AbstractContextManager[None]:
        """Return the time in which the file is replaced: git reads it neither in it nor half before and half after."""
        return self._committer.turns.writing(timeout)

    def close(self, timeout: float) -> int:
        """Give the queue up to `timeout` seconds, then stop; return how many decisions stay uncommitted.

        A job that failed before is tried once more. A git that is still at work then ends by its own time limit.
        """
        with self._changed:
            if self._jobs:
                self._wake()
        self.settle(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        return self.pending

    def _work(self) -> None:
        while (job := self._next()) is not None:
            result = self._tried(job)
            self._start.set()
            if isinstance(result, Recorded) and len(self._jobs) == 1 and self._committer.folder:
                settle(self._committer.folder)
            with self._changed:
                if isinstance(result, Recorded):
                    self._jobs.popleft()
                else:
                    self._held = not self._asked_again  # what failed may have begun before its hindrance went
                pending = len(self._jobs)
            self._listener(Outcome(job, result, pending))
            with self._changed:
                self._at_work = False
                self._changed.notify_all()

    def _next(self) -> Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or (self._jobs and not self._held))
            self._at_work = not self._closing
            self._asked_again = False
            self._start.clear()
            return None if self._closing else self._jobs[0]

    def _tried(self, job: Job) -> Recorded | GitError:
        """Commit a job, waiting out a lock for a while; an error comes back as a value."""
        for _ in range(int(PATIENCE / _PAUSE)):
            try:
                return self._committer.commit(job, is_last=len(self._jobs) == 1)
            except IndexLockedError:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing, _PAUSE)
            except GitError as error:
                return error
        try:
            return self._committer.commit(job, is_last=len(self._jobs) == 1)
        except GitError as error:
            return error
