"""Bringing two copies together: what others have sent comes in and is merged, what was recorded here goes out.

Fetch, merge, send; never by force, never by rebase, stash, reset or another branch. What hinders is an error with
data, and in each case nothing is half done. Sending waits until somebody has agreed to where it goes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from shutil import copymode
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.errors import SaveError
from model.file.leftovers import sweep
from model.file.lock import held
from model.file.reading import read_bytes
from model.file.save import write_beside
from model.git import remote
from model.git import sync_errors as errors
from model.git.bringing import Merging, brought, forward, in_the_way
from model.git.durable import settle
from model.git.errors import GitError, GitFailedError, NoRepositoryError, UnfinishedError
from model.git.history import committed
from model.git.order import alone
from model.git.process import Halt
from model.git.record import commit
from model.git.state import locate, plain_ends, words
from model.git.unsent import count, waiting
from model.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from model.git.bringing import Brought
    from model.git.process import Ran
    from model.git.remote import Destination
    from model.git.state import Repository

ATTEMPTS = 3
"""So often it is tried again when somebody else was first, or when the file here changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of it."""

    received: int = 0
    """So many commits came in; merge commits do not count."""
    sent: int = 0
    """So many commits went out; merge commits do not count."""
    merged: bool = False
    """Whether a merge commit was made."""
    conflicts: tuple[str, ...] = ()
    """The ids of the conflicts that the merge has put into the roadmap."""
    unsent: int = 0
    """So many commits are still to be sent."""
    before: bytes | None = None
    """The roadmap as it was recorded before anything came in; None where nothing came in."""
    after: bytes | None = None
    """The roadmap as it came out of that."""
    where: Destination | None = None
    asks: bool = False
    """Whether nothing was sent because nobody has agreed yet to where it goes."""
    hindrance: GitError | None = None
    """Why nothing was sent, though the rest was done."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What else is at work on the file in this process; without anything said, nothing is."""

    is_waiting: Callable[[], bool] = bool
    """Tells whether decisions are on disk, or on their way there, that are not recorded yet."""
    settle: Callable[[], object] = object
    """Waits until they are recorded; what it returns is false when they cannot be."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How it is done: the texts of commits, the day, and how long another machine may take."""

    describe: Callable[[bytes | None, bytes], str]
    """Makes the text of a commit for what stands unrecorded: of what HEAD holds, and what the file holds."""
    merging: str
    """The text of a merge commit."""
    day: date
    agreed: Callable[[Destination], bool]
    """Tells whether somebody has agreed to where it goes."""
    taken: Callable[[bytes], object]
    """Called with what the file holds after something came in: it is there because we put it there."""
    limit: float = remote.LIMIT
    """Seconds for one talk with another machine."""


def sync(path: Path, terms: Terms, *, desk: Desk | None = None, halt: Halt | None = None) -> Synced:
    """Bring the branch and the one it goes with together, and say what came in and went out.

    What stands unrecorded in the roadmap is recorded first; other files with unrecorded changes stay as they are.
    Raises a GitError when it did not get so far that something could be sent; StoppedError when `halt` was asked for.
    """
    return _Meeting(path, terms, desk=desk or Desk(), halt=halt or Halt()).held()


class _Meeting:
    """One time that two copies are brought together."""

    def __init__(self, path: Path, terms: Terms, *, desk: Desk, halt: Halt) -> None:
        self._path = path.resolve()
        self._terms = terms
        self._desk = desk
        self._halt = halt
        self._repository = locate(path)
        remote.may_run(self._repository)
        if self._repository.head is None:
            raise errors.UnbornError
        self._where = remote.destination(self._repository)
        self._done = Synced(where=self._where)
        self._staged = False

    def held(self) -> Synced:
        """Receive, merge and send; again from the start when somebody else was first."""
        for _ in range(ATTEMPTS):
            self._receive()
            self._done = replace(self._done, unsent=waiting(locate(self._path), self._where))
            if not self._done.unsent:
                return self._done
            if not self._terms.agreed(self._where):
                return replace(self._done, asks=True)
            try:
                remote.may_run(self._repository)  # what came in may have brought other hooks along
                remote.push(self._repository, self._where, limit=self._terms.limit, halt=self._halt)
            except errors.OvertakenError:
                continue
            except GitError as error:
                return replace(self._done, hindrance=error)
            return replace(self._done, sent=self._done.unsent, unsent=0)
        return replace(self._done, hindrance=errors.OvertakenError(self._where.host))

    def _receive(self) -> None:
        """Record what is unrecorded here, get what is there, and bring it in."""
        self._record()
        theirs = remote.fetch(self._repository, self._where, limit=self._terms.limit, halt=self._halt)
        for _ in range(ATTEMPTS):
            if theirs is None or self._brought_in(theirs):
                return
            self._record()
        raise errors.WouldOverwriteError((self._path.name,)) if self._staged else errors.RestlessError

    def _record(self) -> None:
        """Record the roadmap as it stands, with what was decided and what was changed by hand."""
        self._halt.check()
        if not self._desk.settle():
            raise errors.UnrecordedError
        repository = locate(self._path)
        if kind := repository.unfinished:
            raise UnfinishedError(kind)
        if lock := repository.lock:
            raise lock
        try:
            found = self._path.read_bytes()
        except OSError as error:
            raise NoRepositoryError(self._path.parent) from error
        at_head = committed(self._path, repository=repository)
        sweep(self._path, known=[digest(at_head or b"")])
        if at_head is None or plain_ends(at_head) != plain_ends(found):
            problems = read_bytes(found)
            if problems.roadmap is None:
                raise errors.BrokenFileError(tuple(problems.problems))
            remote.may_run(repository)
            with alone(repository.folder):
                commit(self._path, self._terms.describe(at_head, found), content=found, repository=repository)

    def _brought_in(self, theirs: str) -> bool:
        """Bring a commit of theirs in; False when the roadmap or the branch changed meanwhile."""
        repository = locate(self._path)
        ours = repository.head or ""
        name = repository.relative(self._path)
        made = brought(Merging(repository, name, self._terms.merging, self._terms.day), ours, theirs)
        if made is None:
            return True
        received = count(repository, theirs, f"^{ours}")
        self._halt.check()
        with alone(repository.folder), held(self._path.parent):
            if self._desk.is_waiting() or locate(self._path).head != ours:
                return False
            ran = self._forward(repository, made)
        if ran.status:
            return self._hindered(ran, name)
        settle(repository.folder)
        self._terms.taken(self._path.read_bytes())
        self._done = replace(
            self._done,
            received=self._done.received + received,
            merged=self._done.merged or made.merged,
            conflicts=(*self._done.conflicts, *made.conflicts),
            before=made.before if self._done.before is None else self._done.before,
            after=made.after,
        )
        return True

    def _forward(self, repository: Repository, made: Brought) -> Ran:
        """Go forward; where git ends in the middle of it (a full disk), the roadmap is put back as it was."""
        try:
            was = self._path.read_bytes()
            spare = write_beside(self._path, was)
            copymode(self._path, spare)
        except (OSError, SaveError) as error:
            raise GitFailedError((clean(str(error)),)) from error
        ran: Ran | None = None
        try:
            ran = forward(repository, made.commit)
        finally:
            if (ran is None or ran.status) and self._is_half_done(was, made):
                spare.replace(self._path)
            spare.unlink(missing_ok=True)
        return ran

    def _is_half_done(self, was: bytes, made: Brought) -> bool:
        """Whether the file is gone, or cut off in what git was to write, while the branch has not gone forward."""
        try:
            found = self._path.read_bytes()
        except OSError:
            found = b""
        is_written = found != was and plain_ends(made.after or b"").startswith(plain_ends(found))
        return is_written and locate(self._path).head != made.commit

    def _hindered(self, ran: Ran, name: str) -> bool:
        """Return False when it may work once the roadmap is recorded; else raise what hinders."""
        files = in_the_way(ran)
        self._staged = name in files  # if that stays so, it is the index that differs, and somebody staged it
        if self._staged:
            return False
        if files:
            raise errors.WouldOverwriteError(files)
        raise GitFailedError(words(ran.err))
