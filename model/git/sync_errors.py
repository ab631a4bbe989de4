"""What can stand between two copies of a repository: classes with data, never prose.

In each of these cases nothing is half done: the roadmap's file and the branch are as they were, or hold what was
received and merged as a whole. What another machine said is masked (`model.git.masking`) before it gets in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.git.errors import GitError

if TYPE_CHECKING:
    from model.problems import Problem


class StoppedError(GitError):
    """Somebody asked for the end of it before it was done."""


class UnrecordedError(GitError):
    """What was decided here could not be saved or recorded, so it cannot be sent either."""


class DetachedError(GitError):
    """HEAD is a commit and no branch, so there is nothing that could be brought together."""


class UnbornError(GitError):
    """The branch has no commit yet."""


class NoRemoteError(GitError):
    """The repository knows no other repository."""


@dataclass(eq=False)
class NoUpstreamError(GitError):
    """The repository knows several others, and the branch does not say which one it goes with."""

    branch: str
    remotes: tuple[str, ...]


@dataclass(eq=False)
class UnsafeRemoteError(GitError):
    """The address of the other repository would be taken for an option, or names a program to run."""

    remote: str


@dataclass(eq=False)
class RemoteError(GitError):
    """The base of what goes wrong with another repository: who it is, and its own words, safe to show."""

    host: str
    lines: tuple[str, ...] = ()


class OfflineError(RemoteError):
    """There is no network, or no such machine on it."""


class ConnectionRefusedByHostError(RemoteError):
    """The machine is there and lets nobody in."""


@dataclass(eq=False)
class SilentRemoteError(RemoteError):
    """The other side did not answer within `seconds`."""

    seconds: float = 0.0


class HostKeyError(RemoteError):
    """The machine does not prove to be the one that is known, or is not known yet."""


class CertificateError(RemoteError):
    """The machine's certificate is not one that is trusted."""


class SignInError(RemoteError):
    """The other side wants a password or a key, and there is nobody to ask."""


class NoRightsError(RemoteError):
    """The other side knows who asks, and does not allow it."""


class ForbiddenWayError(RemoteError):
    """The address leads over a program or a way that is not allowed."""


class NoSuchRepositoryError(RemoteError):
    """There is no repository at the address."""


class RemoteFailedError(RemoteError):
    """It went wrong for another reason; `lines` say it."""


class OvertakenError(RemoteError):
    """Each time somebody else had sent something first; what was received is merged."""


class PushRefusedError(RemoteError):
    """The other side did not accept what was sent: a protected branch, or a check of its own."""


class PushHookError(RemoteError):
    """The repository's own check before sending said no."""


class UnrelatedError(GitError):
    """The two branches have no commit in common."""


class ShallowError(GitError):
    """The copy has only the newest commits, and what both sides have in common is not among them."""


@dataclass(eq=False)
class ElsewhereConflictError(GitError):
    """Both sides have changed the same places of other files than the roadmap; somebody has to merge them with git."""

    files: tuple[str, ...]


@dataclass(eq=False)
class WouldOverwriteError(GitError):
    """What was received changes files that have unrecorded changes here."""

    files: tuple[str, ...]


@dataclass(eq=False)
class BrokenVersionError(GitError):
    """What the others have sent is no roadmap that could be read."""

    problems: tuple[Problem, ...]


@dataclass(eq=False)
class BrokenFileError(GitError):
    """The file here has unrecorded changes that make it unreadable; they are not sent."""

    problems: tuple[Problem, ...]


@dataclass(eq=False)
class GoneThereError(GitError):
    """The others have removed or renamed the roadmap."""

    file: str


class RestlessError(GitError):
    """The file here changed again and again while the two sides were brought together."""
