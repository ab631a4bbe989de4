"""The line of a branch: the versions that its roadmap's file went through, oldest first, each with its day.

The line is that of the first parents: what this branch said, one version after the other. A merge stands in it where
it was made; what it brought was not in this copy before. The day is the author's, as the history shows it: it survives
a rebase. Renames of the file are followed.

Clocks go wrong. A commit cannot be older than the one it builds on, so the longest row of commits whose times do not
go back is believed, and any other counts as made together with the one before it.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from model.git import runner
from model.git.state import succeeded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from model.git.state import Repository

_NO_TIME = datetime.fromtimestamp(0, UTC)
_FORMAT = "--format=%x01%H %at %aI"


@dataclass(frozen=True, slots=True)
class Point:
    """One version of the file on the line of a branch."""

    commit: str
    when: datetime
    """The author's time, with its zone."""
    seconds: int
    """The same since 1970, as it counts: put right where a clock was wrong."""
    blob: str | None
    """The version's name in git; None where the file was removed."""
    name: str
    """What the file was called then, from the root of the work tree."""

    def data(self, repository: Repository) -> bytes | None:
        """Return the version's bytes; None where there is none. Raises GitFailedError."""
        return None if self.blob is None else blob(repository, self.blob)


def line(repository: Repository, name: str, *, start: str | None = None) -> tuple[Point, ...]:
    """Return the versions of a file, the oldest first, as the branch (or a commit `start`) leads to them.

    Costs one git call, whatever their number; raises GitFailedError. A branch without commits has none.
    """
    tip = start or repository.head
    if tip is None:
        return ()
    ran = runner.read(
        repository.root,
        *("log", "-z", "--first-parent", "--diff-merges=first-parent", "--follow", "-M"),
        *("--raw", "--no-abbrev", _FORMAT, tip),
        data=(name,),
    )
    found = [*_points(succeeded(ran).fields)][::-1]
    return tuple(
        Point(point.commit, point.when, at, point.blob, point.name)
        for point, at in zip(found, steady([point.seconds for point in found]), strict=True)
    )


def steady(times: Sequence[int]) -> list[int]:
    """Return times that never go back: the longest such row of them stays, the others take the time before them."""
    row = _rising(times)
    believed = frozenset(row)
    steadied: list[int] = []
    last = times[row[0]] if row else 0
    for place, time in enumerate(times):
        last = time if place in believed else last
        steadied.append(last)
    return steadied


def blob(repository: Repository, name: str) -> bytes:
    """Return the bytes of a version by its full name in git; raise GitFailedError."""
    return succeeded(runner.read(repository.root, "cat-file", "blob", name)).out


def _points(fields: Sequence[str]) -> Iterator[Point]:
    """Yield what the log names, newest first: after each commit its line of raw difference and one or two names."""
    commit, seconds, when = "", 0, _NO_TIME
    left = iter(fields)
    for field in left:
        text = field.lstrip("\n")
        if text.startswith("\x01"):
            commit, at, iso = text[1:].split(" ", 2)
            seconds, when = int(at), _time(iso)
        elif text.startswith(":"):
            *_, new, status = text.split()
            if status[0] in "RC":
                next(left)
            yield Point(commit, when, seconds, new if new.strip("0") else None, next(left))
            if status[0] == "C":  # git takes a copy for a renaming, but the file that it is a copy of lives on
                return


def _time(iso: str) -> datetime:
    with suppress(ValueError):
        found = datetime.fromisoformat(iso)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return _NO_TIME


def _rising(times: Sequence[int]) -> list[int]:
    """Return the places of a longest row that does not go back, in order; takes n log n."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for place, time in enumerate(times):
        length = bisect_right(tops, time)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        tops[length : length + 1] = [time]
    row: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]
