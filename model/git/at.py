"""The roadmap as it was: on a day, when a meeting was over, at the latest approval, or at a revision of git.

A day means its end where the program runs, and the last version before it on the line of the current branch (see
`model.git.line`). A meeting means the version in which it was closed; where nobody recorded when, the one in which its
minutes stopped being a draft. What is typed never reaches git as an option: a revision goes to its standard input.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from model.approved import latest_approval
from model.file.reading import read_bytes
from model.git import runner
from model.git.at_errors import (
    BadRevisionError,
    BeforeHistoryError,
    NeverRecordedError,
    NoApprovalError,
    NotThereError,
    ShallowHistoryError,
    StillToComeError,
    UnheldMeetingError,
    UnknownRevisionError,
    UnreadableVersionError,
)
from model.git.line import Point, blob, line
from model.git.state import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from model.file.reading import Reading
    from model.git.state import Repository
    from model.records import Approval
    from model.roadmap import Roadmap

MEETING = "meeting:"
APPROVAL = "approval"
_REVISION = re.compile(r"(?!-)[\w./+@-]+(?:[~^]\d{0,9})*")
_NEVER_IN_ONE = ("..", "@{", "/.", "//", ".lock")
_LONGEST = 200
_FULL = re.compile(rb"([0-9a-f]{40,64}) commit \d+")
_EPOCH = 1970
_NEAR = 8
"""So many versions after the one found are looked at: a closing that was undone and made again lies there."""


@dataclass(frozen=True, slots=True)
class Version:
    """The roadmap's file as it was."""

    data: bytes
    commit: str
    when: datetime
    """When it was recorded."""
    asked: str
    day: date
    """The day as which it counts: the one asked for, that of the meeting or approval, else that of the commit."""
    is_first: bool = False
    """Whether the history begins with it, later than what was asked for: what was before is not known."""


def reading_of(found: Version) -> Reading:
    """Read a version; raise UnreadableVersionError where it gives no roadmap."""
    reading = read_bytes(found.data)
    if reading.roadmap is None:
        raise UnreadableVersionError(found.asked, reading.problems)
    return reading


def version(path: Path, asked: str, *, today: date | None = None) -> Version:
    """Return the version that a day (none after `today`), `meeting:2/2026`, `approval` or a revision names.

    Raises what `locate` raises, GitFailedError, and the kind of NoVersionError that says why there is none.
    """
    text = asked.strip()
    day = _day(text)
    if day is not None and today is not None and day > today:
        raise StillToComeError(text, today)
    history = _history(path)
    if day is not None:
        return history.on(day, text)
    if text.startswith(MEETING):
        return history.after_meeting(text.removeprefix(MEETING).strip(), text)
    if text == APPROVAL:
        return history.approved()
    return history.at(text)


def approved(path: Path, approval: Approval) -> Version:
    """Return the version that an approval was about: at the commit that its record names, else where it was recorded.

    Between the two another copy may have brought what nobody approved. One that is not recorded yet is about the
    newest version. Raises as `version` does.
    """
    history = _history(path)
    if approval.commit.strip():
        with suppress(BadRevisionError, UnknownRevisionError, NotThereError):
            return history.at(approval.commit.strip(), asked=APPROVAL, day=approval.date)
    return history.recorded(approval)


def _history(path: Path) -> _History:
    repository = locate(path)
    points = line(repository, repository.relative(path))
    if not points:
        raise NeverRecordedError
    return _History(repository, points)


@dataclass(frozen=True, slots=True)
class _History:
    """The versions of a file, the oldest first."""

    repository: Repository
    points: Sequence[Point]

    def on(self, day: date, text: str) -> Version:
        """Return the last version before the end of a day."""
        end = _end(day)
        found = [point for point in self.points if point.seconds < end]
        if not found:
            raise self._too_early(text)
        return self._version(found[-1], text, day)

    def after_meeting(self, number: str, text: str) -> Version:
        """Return the version in which a meeting was closed."""

        def is_over(roadmap: Roadmap) -> bool:
            meeting = roadmap.find("meetings", number)
            return getattr(meeting, "closed", None) is not None or getattr(meeting, "state", "draft") != "draft"

        latest = self._latest()
        if latest is None or not is_over(latest):
            raise UnheldMeetingError(number)
        return self.turned(is_over, text, latest.meeting(number).date)

    def approved(self) -> Version:
        """Return the version in which the latest approval was recorded: what it put in force stands in it."""
        roadmap = self._latest()
        latest = latest_approval(roadmap) if roadmap else None
        if latest is None:
            raise NoApprovalError
        return self.recorded(latest)

    def recorded(self, approval: Approval) -> Version:
        """Return the version in which an approval was recorded, the newest where none has it."""
        key = (approval.body, approval.date)

        def has_it(roadmap: Roadmap) -> bool:
            return key in {(one.body, one.date) for one in roadmap.approvals}

        if not self.is_so_at(len(self.points) - 1, has_it):
            return self._version(self.points[-1], APPROVAL, approval.date)
        return self.turned(has_it, APPROVAL, approval.date)

    def at(self, revision: str, *, asked: str = "", day: date | None = None) -> Version:
        """Return the version at a revision."""
        commit = self._commit(revision)
        for point in reversed(self.points):
            if point.commit == commit:
                return self._version(point, asked or revision, day)
        known = dict.fromkeys(point.name for point in reversed(self.points))
        found = next((points for name in known if (points := line(self.repository, name, start=commit))), ())
        if not found:
            raise NotThereError(revision)
        return self._version(found[-1], asked or revision, day)

    def turned(self, is_so: Callable[[Roadmap], bool], text: str, day: date) -> Version:
        """Return the version in which something became so that still is: looked for backwards in ever longer steps."""

        def holds(place: int) -> bool:
            return self.is_so_at(place, is_so)

        last = len(self.points) - 1
        high, step = last, 1
        while high - step >= 0 and holds(high - step):
            high, step = high - step, step * 2
        low = max(high - step, -1)
        if low == -1 and high > 0 and not holds(0):
            low = 0
        high = _first_between(low, high, holds)
        for place in range(high + 1, min(high + _NEAR, last) + 1):
            if not holds(place):
                high = next(later for later in range(place + 1, last + 1) if holds(later))
        if (side := self._brought(self.points[high], is_so)) is not None:
            return side.turned(is_so, text, day)
        if high == 0 and self.repository.shallow:
            raise self._too_early(text)
        return self._version(self.points[high], text, day, is_first=high == 0)

    def _brought(self, point: Point, is_so: Callable[[Roadmap], bool]) -> _History | None:
        """Return the line on which it became so where a merge only brought it: the meeting was held on another copy."""
        ran = runner.read(self.repository.root, "log", "-1", "--format=%P", point.commit)
        for parent in ran.out.decode().split()[1:]:
            side = _History(self.repository, line(self.repository, point.name, start=parent))
            if side.is_so_at(len(side.points) - 1, is_so):
                return side
        return None

    def is_so_at(self, place: int, is_so: Callable[[Roadmap], bool]) -> bool:
        """Whether something is so in a version; one that cannot be read says what the one before it says."""
        roadmap = self._readable(place)
        return roadmap is not None and is_so(roadmap)

    def _latest(self) -> Roadmap | None:
        return self._readable(len(self.points) - 1)

    def _readable(self, place: int) -> Roadmap | None:
        """Return the roadmap of a version, or of the latest one before it that can be read."""
        found = (point.data(self.repository) for point in reversed(self.points[: place + 1]))
        return next((roadmap for data in found if data is not None and (roadmap := read_bytes(data).roadmap)), None)

    def _version(self, point: Point, asked: str, day: date | None, *, is_first: bool = False) -> Version:
        if point.blob is None:
            raise NotThereError(asked)
        data = blob(self.repository, point.blob)
        return Version(data, point.commit, point.when, asked, day or point.when.astimezone().date(), is_first)

    def _too_early(self, text: str) -> BeforeHistoryError:
        first = self.points[0].when.astimezone().date()
        return (ShallowHistoryError if self.repository.shallow else BeforeHistoryError)(text, first)

    def _commit(self, revision: str) -> str:
        """Return the full name of the commit that a revision means; raise BadRevisionError, UnknownRevisionError."""
        is_allowed = _REVISION.fullmatch(revision) and not any(part in revision for part in _NEVER_IN_ONE)
        if not is_allowed or len(revision) > _LONGEST:
            raise BadRevisionError(revision)
        given = os.fsencode(f"{revision}^{{commit}}\n")
        found = _FULL.match(runner.read(self.repository.root, "cat-file", "--batch-check", given=given).out)
        if not found:
            raise UnknownRevisionError(revision)
        return found[1].decode()


def _first_between(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the first place that holds, between one that does not and one that does."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _day(text: str) -> date | None:
    """Return the day that a text is, written as `31.8.2026` or `2026-08-31`; None where it is none."""
    with suppress(ValueError):
        if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    raise BadRevisionError(text)


def _end(day: date) -> float:
    """Return when a day is over here, in seconds since 1970."""
    try:
        return datetime.combine(day + timedelta(days=1), time.min).astimezone().timestamp()
    except (OverflowError, ValueError, OSError):
        return float("inf") if day.year > _EPOCH else float("-inf")
