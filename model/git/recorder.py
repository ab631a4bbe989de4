"""Recording in the background: a queue of commits and one worker thread, so that nobody waits for git.

Jobs are committed in the order in which they were given. One that fails stays first in line and is tried again before
the next, or on `retry`; nothing is ever dropped, and the roadmap itself is on disk before a job is given.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.git.durable import settle
from model.git.errors import GitError, GitFailedError, IndexLockedError
from model.git.history import committed
from model.git.order import alone, owed
from model.git.record import Recorded, commit
from model.git.runner import WRITING_LIMIT
from model.git.state import locate
from model.git.trust import Trust
from model.git.turns import READS, Turns
from model.text import clean

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from model.file.lineage import Lineage
    from model.git.state import Repository

PATIENCE = 3.0
"""Seconds for which a lock of another git is waited out before it is reported."""
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Job:
    """One decision to record: the file's path and bytes, and the commit's text."""

    path: Path
    content: bytes
    message: str
    base: bytes | None = None
    """The file's bytes before this decision. When HEAD holds others (a hand edit, a decision whose commit a crash
    prevented, a file new to git), they get a commit of their own first, so that this one holds this decision only."""
    save: str = ""
    """The name of the save that brought it into the file, by which `lineage` knows it."""
    lineage: Lineage | None = None
    """The saves of all our programs in this file; None when nobody else is to be minded."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try: the job, and either the commit or the error; `pending` jobs are left, this one included."""

    job: Job
    result: Recorded | GitError
    pending: int


Describe = Callable[[bytes | None, bytes], str]
"""Makes the text of a commit for what stood in the file before a decision: from what HEAD holds, and what it held."""


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
        self._describe = describe
        self._limit = limit
        self._at_head: dict[Path, bytes | None] = {}
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._held = False
        self._asked_again = False
        self._at_work = False
        self._turns = Turns()
        self._trust = Trust(os.environ)
        self._start = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None
        self._repository: Repository | None = None

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
            self._repository = self._repository or locate(path)
            self._trust.require(self._repository)

    def writing(self, timeout: float = READS) -> AbstractContextManager[None]:
        """Return the time in which the file is replaced: git reads it neither in it nor half before and half after."""
        return self._turns.writing(timeout)

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
            if isinstance(result, Recorded) and len(self._jobs) == 1 and self._repository is not None:
                settle(self._repository.folder)
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
                return self._commit(job)
            except IndexLockedError:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing, _PAUSE)
            except GitError as error:
                return error
        try:
            return self._commit(job)
        except GitError as error:
            return error

    def _commit(self, job: Job) -> Recorded:
        try:
            repository = self._repository = self._repository or locate(job.path)
            self._trust.require(repository)
            with alone(repository.folder):
                recorded = self._in_turn(job, repository)
        except GitError:
            self._repository = None
            raise
        except OSError as error:
            self._repository = None
            raise GitFailedError((clean(str(error)),)) from error
        if recorded.exact:
            self._at_head[job.path] = job.content
        else:
            self._at_head.pop(job.path, None)
        return recorded

    def _in_turn(self, job: Job, repository: Repository) -> Recorded:
        """Commit a job after what was saved before it, by whichever program; or find that another one has done so."""
        lineage = job.lineage
        if lineage and lineage.has_others():
            self._at_head[job.path] = committed(job.path, repository=repository)
            if lineage.is_recorded(job.save):
                return Recorded(locate(job.path).head or "", new=False)
        if job.base is not None:
            self._catch_up(job, job.base)
        recorded = self._made(job)
        if lineage:
            lineage.mark(job.save)
        return recorded

    def _made(self, job: Job) -> Recorded:
        repository = self._repository or locate(job.path)
        aside = len(self._jobs) > 1 or not self._claims(job, repository)
        if aside:
            self._start.set()  # the file is not read for this one, so nobody need wait for it
        try:
            return commit(
                job.path,
                job.message,
                content=job.content,
                repository=repository,
                aside=aside,
                limit=self._limit,
                begun=self._start.set,
            )
        finally:
            self._turns.release()

    def _claims(self, job: Job, repository: Repository) -> bool:
        """Take the file for git to read; where other programs save, too, they are not made to wait for that."""
        if job.lineage and job.lineage.has_others():
            return False
        return self._turns.claim(job.path, job.content, folder=repository.folder)

    def _catch_up(self, job: Job, base: bytes) -> None:
        """Commit what stood in the file before a decision, unless HEAD holds it: as it was meant, or described.

        If somebody else has moved HEAD since we last knew it, what we know is old, and it is left to them.
        """
        if job.path not in self._at_head:
            self._at_head[job.path] = committed(job.path, repository=self._repository)
        known = self._at_head[job.path]
        if known not in {base, job.content} and job.lineage:
            for name, content, message in owed(job.lineage, job.save, known):
                self._made(Job(job.path, content, message, lineage=job.lineage))
                job.lineage.mark(name)
                self._at_head[job.path] = known = content
        if known not in {base, job.content} and self._describe is not None:
            if committed(job.path, repository=self._repository) == known:
                self._made(Job(job.path, base, self._describe(known, base)))
            self._at_head[job.path] = base
