"""Recording one decision: exactly these bytes of the roadmap, as one commit of its path alone.

The usual way is `git commit -- <path>`, with the user's identity, hooks, signing and filters; what other people have
staged stays staged. When the file has already moved on to a later decision, the bytes go through an index of their
own, so that each decision is still its own commit. Nothing is ever stashed, reset, checked out or forced.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from model.git import runner
from model.git.errors import (
    GitError,
    GitFailedError,
    HookRefusedError,
    IgnoredPathError,
    IndexLockedError,
    NoIdentityError,
    SigningFailedError,
    TimedOutError,
    UnfinishedError,
)
from model.git.state import branch, identified, kept, locate, succeeded, words
from model.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from model.git.process import Ran
    from model.git.state import Kept, Repository

_COMMIT = ("commit", "-q", "--cleanup=verbatim", "-F", "-")
_LOCK = re.compile(rb"[/\\]([^/\\']+\.lock)'")
_SHA1_DIGITS = 40
_NOTHING_OR_REFUSED = 1


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a decision: the commit that holds it."""

    commit: str
    new: bool = True
    """False when HEAD held these bytes already and no commit was needed."""
    exact: bool = True
    """False when the commit holds other bytes than were given: a hook rewrote them, or the file moved on meanwhile."""
    detached: bool = False
    """True when no branch leads to the commit."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One commit to make: the paths as git writes them, with their bytes."""

    repository: Repository
    message: bytes
    files: dict[str, bytes]
    limit: float
    begun: Callable[[], None] | None = None

    @property
    def on_disk(self) -> bool:
        """Whether each file still holds the bytes that shall be committed."""
        return all(holds(self.repository.root / path, content) for path, content in self.files.items())


def holds(path: Path, content: bytes) -> bool:
    """Tell whether a file on disk has these bytes now."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def commit(
    path: Path,
    message: str,
    *,
    content: bytes,
    also: Mapping[Path, bytes] | None = None,
    repository: Repository | None = None,
    aside: bool = False,
    limit: float = runner.WRITING_LIMIT,
    begun: Callable[[], None] | None = None,
) -> Recorded:
    """Commit `content` as the roadmap at `path`, and the bytes in `also` at their paths, and nothing else.

    `message` is the whole text, as `model.git.message.composed` makes it. `repository` saves a git call when it is
    known. `aside` says that the file is moving on, so that its bytes must not be read from disk. `limit` is in
    seconds, for each call; `begun` is called when git is at work on what is on disk. Raises a class of
    `model.git.errors`; no commit was made then, the file is as it was, and a new file may have been added to the index.
    """
    repository = repository or locate(path)
    if kind := repository.unfinished:
        raise UnfinishedError(kind)
    if lock := repository.lock:
        raise lock
    files = {repository.relative(place): data for place, data in {path: content, **(also or {})}.items()}
    text = message.replace("\0", "").encode("utf-8", "replace")
    job = _Job(repository, text, files, limit, begun)
    try:
        ran = _aside(job) if aside or not job.on_disk else _from_disk(job)
    except TimedOutError:
        # A hook that hangs after the commit is made takes nothing back.
        held = _held(job)
        if held is None or not held.exact:
            raise
        return held
    held = _held(job)
    if held is None or (ran.status and not held.exact):
        raise _diagnosed(job.repository, ran)
    return replace(held, new=not ran.status)


def _from_disk(job: _Job) -> Ran:
    """Commit what is on disk; a file that is new to git is added first."""
    ran = _commit_paths(job)
    if ran.status == _NOTHING_OR_REFUSED:
        new = [path for path, how in _keepings(job).items() if how.keeping == "untracked"]
        if new:
            added = runner.write(job.repository.root, "add", data=_specs(new))
            if added.status:
                raise _diagnosed(job.repository, added)
            ran = _commit_paths(job)
    return ran


def _commit_paths(job: _Job) -> Ran:
    return runner.write(
        job.repository.root,
        *_COMMIT,
        "--only",
        data=_specs(job.files),
        given=job.message,
        limit=job.limit,
        begun=job.begun,
    )


def _specs(paths: list[str] | dict[str, bytes]) -> tuple[str, ...]:
    return tuple(runner.literal(path) for path in paths)


def _keepings(job: _Job) -> dict[str, Kept]:
    """Return how git keeps each path; raise IgnoredPathError for one that it was told not to keep."""
    keepings = {path: kept(job.repository, path) for path in job.files}
    for path, how in keepings.items():
        if how.keeping == "ignored":
            raise IgnoredPathError(path, how.rule)
    return keepings


def _aside(job: _Job) -> Ran:
    """Commit the bytes through an index of their own, and tell the real index what HEAD now holds at these paths."""
    root = job.repository.root
    modes = {path: how.mode for path, how in _keepings(job).items()}
    entries = b"".join(
        f"{modes[path]} {_stored(job.repository, path, content)}\t".encode() + os.fsencode(path) + b"\0"
        for path, content in job.files.items()
    )
    with TemporaryDirectory(prefix="tiekartta-") as folder:
        index = Path(folder) / "index"
        _based_on_head(job.repository, index)
        succeeded(runner.write(root, "update-index", "-z", "--index-info", given=entries, index=index))
        ran = runner.write(root, *_COMMIT, given=job.message, index=index, limit=job.limit)
    if not ran.status:
        # Should the real index be locked just now, its older entry stands until the next commit of the path.
        runner.write(root, "update-index", "-z", "--index-info", given=entries)
    return ran


def _stored(repository: Repository, path: str, content: bytes) -> str:
    ran = runner.write(repository.root, "hash-object", "-w", f"--path={path}", "--stdin", given=content or b"")
    return succeeded(ran).fields[0]


def _based_on_head(repository: Repository, index: Path) -> None:
    """Make an index that equals HEAD, with what the real one knows of the files' times, as `commit --only` does."""
    if locate(repository.root).head is None:
        return
    with suppress(FileNotFoundError):
        shutil.copyfile(repository.folder / "index", index)
    succeeded(runner.write(repository.root, "read-tree", "--reset", "HEAD", index=index))


def _held(job: _Job) -> Recorded | None:
    """Look at what HEAD holds now: None when not even the paths, else whether exactly our bytes."""
    asked = runner.read(job.repository.root, "rev-parse", "HEAD", *(f"HEAD:{path}" for path in job.files))
    if asked.status:
        return None
    head, *blobs = asked.fields
    files = zip(blobs, job.files.items(), strict=True)
    exact = all(_is_blob(job.repository, blob, file) for blob, file in files)
    return Recorded(head, exact=exact, detached=branch(job.repository) is None)


def _is_blob(repository: Repository, blob: str, file: tuple[str, bytes]) -> bool:
    """Tell whether a blob is what git makes of the bytes; its filters are asked only when the plain bytes are not."""
    path, content = file
    digest = hashlib.sha1 if len(blob) == _SHA1_DIGITS else hashlib.sha256
    if digest(b"blob %d\0" % len(content) + content).hexdigest() == blob:
        return True
    ran = runner.write(repository.root, "hash-object", f"--path={path}", "--stdin", given=content)
    return not ran.status and ran.fields == (blob,)


def _diagnosed(repository: Repository, ran: Ran) -> GitError:
    """Return the error for a failed commit, judged by what is found around it rather than by git's English."""
    lines = words(ran.err + ran.out)
    if ran.status == _NOTHING_OR_REFUSED:
        return HookRefusedError(lines)
    if lock := _LOCK.search(ran.err):
        return repository.lock or IndexLockedError(clean(os.fsdecode(lock[1])), None)
    if not identified(repository):
        return NoIdentityError()
    return SigningFailedError(lines) if _signs(repository, ran) else GitFailedError(lines)


def _signs(repository: Repository, ran: Ran) -> bool:
    asked = runner.write(repository.root, "config", "--type=bool", "--get", "commit.gpgsign")
    return asked.out.strip() == b"true" and b"failed to write commit object" in ran.err
