"""What can stand between a saved roadmap and its commit: classes with data, never prose.

In each of these cases the roadmap's file is whole and saved; only the commit is missing. The sentence is made
elsewhere, from the class and its fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from model.programs import Runs


class GitError(Exception):
    """The base of all that can hinder a commit or a look into a repository."""


class NoGitError(GitError):
    """There is no git program on the search path."""


@dataclass(eq=False)
class NoRepositoryError(GitError):
    """No repository holds the folder."""

    folder: Path


@dataclass(eq=False)
class BareRepositoryError(GitError):
    """The repository has no work tree, so there is nothing to commit from."""

    folder: Path


@dataclass(eq=False)
class DubiousOwnershipError(GitError):
    """The repository belongs to somebody else and git's `safe.directory` does not name it."""

    folder: Path


class NoIdentityError(GitError):
    """Neither user.name nor user.email is known; a name is never invented."""


@dataclass(eq=False)
class UnfinishedError(GitError):
    """Another operation waits to be finished: merge, rebase, cherry-pick, revert, am or bisect."""

    kind: str


@dataclass(eq=False)
class IndexLockedError(GitError):
    """A lock file is in the way: another git at work, or one that was killed. It is never deleted for the user."""

    name: str
    since: datetime | None
    """When it was made; None if it has just gone."""


@dataclass(eq=False)
class UntrustedError(GitError):
    """Git would run programs of the repository's own, and nobody at this machine has allowed them."""

    runs: tuple[Runs, ...]


@dataclass(eq=False)
class UnrememberedError(GitError):
    """What a person agreed to cannot be kept in the folder for it, so nothing is done for which they were asked."""

    folder: Path
    reason: str = ""


@dataclass(eq=False)
class IgnoredPathError(GitError):
    """A rule says not to keep this file: `rule` is "file:line:pattern" as git reports it."""

    path: str
    rule: str


@dataclass(eq=False)
class HookRefusedError(GitError):
    """A hook of the repository said no; `lines` are its own words, made safe to show."""

    lines: tuple[str, ...]


@dataclass(eq=False)
class SigningFailedError(GitError):
    """The user wants commits signed and signing did not succeed; nothing unsigned is committed instead."""

    lines: tuple[str, ...]


@dataclass(eq=False)
class TimedOutError(GitError):
    """Git, or a hook of it, did not finish within `seconds` and was ended with all its children."""

    seconds: float


@dataclass(eq=False)
class GitFailedError(GitError):
    """Git failed for another reason; `lines` are its own words, made safe to show."""

    lines: tuple[str, ...]
