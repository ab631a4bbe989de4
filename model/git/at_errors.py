"""What can be wrong with asking for the roadmap as it was: classes with data, never prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.git.errors import GitError

if TYPE_CHECKING:
    from datetime import date

    from model.problems import Problem


class NoVersionError(GitError):
    """The base of all that can be wrong with asking for the roadmap as it was."""


@dataclass(eq=False)
class BadRevisionError(NoVersionError):
    """What was asked for is no revision that may be asked for: an option, a range, a path, a search."""

    text: str


@dataclass(eq=False)
class UnknownRevisionError(NoVersionError):
    """Nothing in the repository has this name."""

    text: str


@dataclass(eq=False)
class NotThereError(NoVersionError):
    """The roadmap's file was not there then: not yet, or not any more."""

    text: str


class NeverRecordedError(NoVersionError):
    """No commit of the branch has the roadmap's file."""


@dataclass(eq=False)
class BeforeHistoryError(NoVersionError):
    """The history of the file begins later than was asked for."""

    text: str
    first: date
    """The day on which it begins."""


@dataclass(eq=False)
class ShallowHistoryError(BeforeHistoryError):
    """This copy has only the latest part of the history, and what was asked for is older."""


@dataclass(eq=False)
class StillToComeError(NoVersionError):
    """The day that was asked for is not over: nobody knows how the roadmap will be then."""

    text: str
    today: date


@dataclass(eq=False)
class UnreadableVersionError(NoVersionError):
    """The version of then gives no roadmap; the problems say why. The file of now may well do."""

    text: str
    problems: tuple[Problem, ...]


@dataclass(eq=False)
class UnheldMeetingError(NoVersionError):
    """No meeting of this number has been held and closed."""

    text: str


class NoApprovalError(NoVersionError):
    """The roadmap has no approval yet."""
