"""Making one commit for one decision, in the order of the saves, whoever else saves and commits here."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.git.errors import GitError, GitFailedError
from model.git.history import committed
from model.git.order import alone, owed
from model.git.record import Recorded, commit
from model.git.state import locate
from model.git.trust import Trust
from model.git.turns import Turns
from model.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from model.file.lineage import Lineage
    from model.git.state import Repository


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


Describe = Callable[[bytes | None, bytes], str]
"""Makes the text of a commit for what stood in the file before a decision: from what HEAD holds, and what it held."""


class Committer:
    """Commits jobs in the thread that calls it, and knows what git holds."""

    def __init__(self, *, describe: Describe | None, limit: float, begun: Callable[[], None]) -> None:
        """Commit with a time limit for each call of git, in seconds; `begun` is called when git needs the file."""
        self.turns = Turns()
        self._describe = describe
        self._limit = limit
        self._begun = begun
        self._at_head: dict[Path, bytes | None] = {}
        self._trust = Trust(os.environ)
        self._repository: Repository | None = None
        self._is_last = True

    @property
    def folder(self) -> Path | None:
        """The git folder in which it committed last, or None."""
        return self._repository.folder if self._repository else None

    def prepare(self, path: Path) -> None:
        """Look the repository up; raise GitError or OSError for what hinders."""
        self._repository = self._repository or locate(path)
        self._trust.require(self._repository)

    def commit(self, job: Job, *, is_last: bool) -> Recorded:
        """Commit a job; raise a GitError. The file has moved on where it is not the last one that waits."""
        self._is_last = is_last
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
        if recorded.exact and recorded.new:
            self._at_head[job.path] = job.content
        else:
            self._at_head.pop(job.path, None)
        return recorded

    def _in_turn(self, job: Job, repository: Repository) -> Recorded:
        """Commit a job after what was saved before it, by whichever program; or find that another one has done so."""
        lineage = job.lineage
        is_recorded = lineage is not None and lineage.is_recorded(job.save)
        if is_recorded or (lineage and lineage.has_others()):
            self._at_head[job.path] = committed(job.path, repository=repository)
        if is_recorded:
            return Recorded(locate(job.path).head or "", new=False)
        if job.base is not None and not self._catch_up(job, job.base):
            return Recorded(locate(job.path).head or "", new=False)
        recorded = self._made(job)
        if lineage:
            lineage.mark(job.save)
        return recorded

    def _made(self, job: Job) -> Recorded:
        repository = self._repository or locate(job.path)
        aside = not self._is_last or not self._claims(job, repository)
        if aside:
            self._begun()  # the file is not read for this one, so nobody need wait for it
        try:
            return commit(
                job.path,
                job.message,
                content=job.content,
                repository=repository,
                aside=aside,
                limit=self._limit,
                begun=self._begun,
            )
        finally:
            self.turns.release()

    def _claims(self, job: Job, repository: Repository) -> bool:
        """Take the file for git to read; where other programs save, too, they are not made to wait for that."""
        if job.lineage and job.lineage.has_others():
            return False
        return self.turns.claim(job.path, job.content, folder=repository.folder)

    def _catch_up(self, job: Job, base: bytes) -> bool:
        """Commit what stood in the file before a decision, unless HEAD holds it: as it was meant, or described.

        If somebody else has moved HEAD since we last knew it, to what the file did not hold before the decision, what
        we know is old, and it is left to them. Returns False when HEAD holds what was saved after the decision: it is
        recorded already.
        """
        if job.path not in self._at_head:
            self._at_head[job.path] = committed(job.path, repository=self._repository)
        elif self._at_head[job.path] not in {base, job.content}:
            self._follow(job)
        known = self._at_head[job.path]
        if known not in {base, job.content} and job.lineage:
            for name, content, message in owed(job.lineage, job.save, known):
                self._made(Job(job.path, content, message, lineage=job.lineage))
                job.lineage.mark(name)
                self._at_head[job.path] = known = content
        if known not in {base, job.content} and job.lineage and job.lineage.is_passed(job.save, digest(known or b"")):
            return False
        if known not in {base, job.content} and self._describe is not None:
            if committed(job.path, repository=self._repository) == known:
                self._made(Job(job.path, base, self._describe(known, base)))
            self._at_head[job.path] = base
        return True

    def _follow(self, job: Job) -> None:
        """Know what HEAD holds where others have moved it to what was in the file before a decision.

        A pull or a synchronisation does so; what was edited by hand after it was made from that.
        """
        held = committed(job.path, repository=self._repository)
        if held is not None and job.lineage and job.lineage.is_before(job.save, digest(held)):
            self._at_head[job.path] = held
