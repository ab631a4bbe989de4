"""What a repository is like around one file, as a value: read with at most two git calls and without running anything.

Neither call compares contents, so no filter of a foreign repository runs either.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from model.git import runner
from model.git.errors import (
    BareRepositoryError,
    DubiousOwnershipError,
    GitError,
    GitFailedError,
    IndexLockedError,
    NoRepositoryError,
    UnfinishedError,
)
from model.git.masking import masked
from model.text import clean

if TYPE_CHECKING:
    from model.git.process import Ran

Keeping = Literal["tracked", "untracked", "ignored"]
PLAIN_FILE = "100644"

# The files by which git itself knows that something waits to be finished, in the order in which they are looked for.
_UNFINISHED = (
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
    ("BISECT_LOG", "bisect"),
)
_LOCKS = ("index.lock", "HEAD.lock")
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Repository:
    """Where a repository is: the root of the work tree, its git folder, the length of its object names."""

    root: Path
    folder: Path
    """The git folder of this work tree (in a linked work tree not the shared one)."""
    head: str | None
    """The commit at HEAD, or None while the branch has none yet."""
    shallow: bool = False

    def relative(self, path: Path) -> str:
        """Return a path within the work tree as git writes it; raise NoRepositoryError for one outside."""
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError as error:
            raise NoRepositoryError(path.parent) from error

    @property
    def shared(self) -> Path:
        """The git folder that all work trees of the repository have in common."""
        try:
            named = (self.folder / "commondir").read_text(encoding="utf-8", errors="surrogateescape").strip()
        except OSError:
            return self.folder
        return self.folder / named

    @property
    def unfinished(self) -> str | None:
        """The kind of operation that waits to be finished, or None."""
        return next((kind for name, kind in _UNFINISHED if (self.folder / name).exists()), None)

    @property
    def lock(self) -> IndexLockedError | None:
        """The lock file that is in the way, with the time it was made, or None."""
        for name in _LOCKS:
            try:
                made = (self.folder / name).stat().st_mtime
            except OSError:
                continue
            return IndexLockedError(name, datetime.fromtimestamp(made, UTC))
        return None


@dataclass(frozen=True, slots=True)
class Kept:
    """How a repository keeps one path: whether it does, with which mode, or by which rule not."""

    keeping: Keeping
    mode: str = PLAIN_FILE
    rule: str = ""
    """The ignore rule that applies, "file:line:pattern"."""


@dataclass(frozen=True, slots=True)
class RepoState:
    """One look at the repository of a file; `problem` is what would hinder a commit now, as an error with data."""

    repository: Repository | None
    kept: Kept = Kept("untracked")
    branch: str | None = None
    """The branch's short name, None with a detached HEAD."""
    problem: GitError | None = None

    @property
    def unborn(self) -> bool:
        """Whether the branch has no commit yet."""
        return self.repository is not None and self.repository.head is None

    @property
    def detached(self) -> bool:
        """Whether HEAD is a commit and no branch: commits are made, but no branch leads to them."""
        return self.repository is not None and self.branch is None


def words(output: bytes) -> tuple[str, ...]:
    """Return the last lines of what git or a hook wrote, safe to show and without what may be a secret."""
    lines = output.decode("utf-8", "replace").splitlines()
    return tuple(masked(clean(line)) for line in lines if line.strip())[-_MOST_LINES:]


def plain_ends(data: bytes) -> bytes:
    """Return a text with the line ends that git keeps where it is told to convert them."""
    return data.replace(b"\r\n", b"\n")


def succeeded(ran: Ran) -> Ran:
    """Return what a command left behind; raise GitFailedError, in its own words, where it did not succeed."""
    if ran.status:
        raise GitFailedError(words(ran.err))
    return ran


def locate(path: Path) -> Repository:
    """Find the repository around a file or folder (a link is followed first), with one git call.

    Raises NoGitError, NoRepositoryError, BareRepositoryError, DubiousOwnershipError, TimedOutError, GitFailedError.
    """
    real = path.resolve()
    folder = next(place for place in (real, *real.parents) if place.is_dir())
    ran = runner.read(
        folder,
        *("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir", "--show-toplevel"),
        *("--verify", "-q", "HEAD"),
    )
    answers = ran.fields
    match answers:
        case [_, shallow, git_folder, root, *head]:
            return Repository(Path(root), Path(git_folder), head[0] if head else None, shallow == "true")
        case ["true", *_]:
            raise BareRepositoryError(folder)
        case _:
            raise _refusal(folder, ran.err)


def _refusal(folder: Path, err: bytes) -> GitError:
    if b"safe.directory" in err:
        return DubiousOwnershipError(folder)
    if any((place / ".git").exists() for place in (folder, *folder.parents)):
        return GitFailedError(words(err))
    return NoRepositoryError(folder)


def inspect(path: Path) -> RepoState:
    """Return what hinders or colours a commit of this file now; raises nothing of git's, `problem` says it.

    Costs two git calls, a third for a file that is ignored. Whether git knows who commits is asked by `identified`.
    """
    try:
        repository = locate(path)
        keeping = kept(repository, repository.relative(path))
    except GitError as error:
        return RepoState(None, problem=error)
    kind = repository.unfinished
    problem = UnfinishedError(kind) if kind else repository.lock
    return RepoState(repository, keeping, branch(repository), problem)


def kept(repository: Repository, path: str) -> Kept:
    """Return how the repository keeps a path of its work tree; raise GitFailedError where git cannot tell."""
    ran = runner.read(
        repository.root,
        *("ls-files", "-t", "-z", "--stage", "--cached", "--others", "--exclude-standard"),
        data=(path,),
    )
    if not succeeded(ran).out:
        return _ignored(repository, path)
    return Kept("untracked") if ran.out.startswith(b"? ") else Kept("tracked", ran.out.split()[1].decode())


def _ignored(repository: Repository, path: str) -> Kept:
    ran = runner.read(
        repository.root,
        *("check-ignore", "-v", "-z", "--no-index", "--stdin"),
        given=os.fsencode(f"./{path}"),  # a name such as `:(top)x` is a name
        pathspecs=False,
    )
    match ran.fields:
        case [source, line, pattern, _] if not pattern.startswith("!"):
            return Kept("ignored", rule=clean(f"{source}:{line}:{pattern}"))
        case _:
            return Kept("untracked")


def branch(repository: Repository) -> str | None:
    """Return the short name of the branch, also of one without commits; None when HEAD is detached."""
    head = (repository.folder / "HEAD").read_text(encoding="utf-8", errors="replace").strip()
    if not head.startswith("ref: "):
        return None
    if head.endswith("/.invalid"):  # references in a table of their own: only git can tell
        head = "ref: " + runner.read(repository.root, "symbolic-ref", "-q", "HEAD").out.decode().strip()
    return clean(head.removeprefix("ref: ").removeprefix("refs/heads/")) or None


def identified(repository: Repository) -> bool:
    """Tell whether git knows, without guessing, under whose name it would commit."""
    return not runner.write(repository.root, "var", "GIT_COMMITTER_IDENT", limit=runner.READING_LIMIT).status
