"""The history of a roadmap as decisions, newest first: what each commit changed, by record and field.

One `git log` names the commits and the versions of the file, one `git cat-file --batch` gives them; both run nothing
of the repository's own. Renames of the file are followed. A version that cannot be read costs only itself: what was
changed since the one before it is told with the next that can be read.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from datetime import time as clock
from itertools import islice
from typing import TYPE_CHECKING

from model.diff import Change, diff
from model.entry import Entry, Form
from model.git.listing import Listed, listed
from model.git.objects import objects, said
from model.git.state import locate
from model.git.touching import touching
from model.git.versions import Versions
from model.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from model.git.objects import Said
    from model.git.state import Repository
    from model.roadmap import Roadmap

PAGE = 50
"""How many commits are read at first; each further time twice as many, up to `LARGEST`."""
LARGEST = 200
GAP = 200
"""So many versions that cannot be read are looked past for the last one that can."""
_LATE = 31 * 24 * 3600
"""A commit that is so many seconds older than the first day asked for ends the search; clocks differ by less."""


def history(
    path: Path,
    *,
    limit: int | None = None,
    record: str | None = None,
    wanted: Wanted = Wanted(),  # noqa: B008 - a frozen value
    start: str | None = None,
) -> Iterator[Entry]:
    """Yield the commits of a roadmap's file, newest first, read page by page as they are asked for.

    `wanted` leaves only what it asks for, `record` (`T07`, `3/2026`) is short for a filter by record; `start` names
    the commit (by its full hash) from which to look back in place of HEAD. Raises what `locate` raises and
    GitFailedError; a branch without commits and a file without any have an empty history.
    """
    repository = locate(path)
    if start is not None and re.fullmatch(r"[0-9a-f]{40,64}", start):
        repository = replace(repository, head=start)
    wanted = replace(wanted, record=record) if record else wanted
    reader = _Reader(repository, repository.relative(path), wanted)
    if limit is not None and wanted.everything:
        reader.size = max(min(limit, PAGE), 1)
    entries = reader.entries()
    return islice(entries, limit) if limit is not None else entries


def committed(path: Path, *, repository: Repository | None = None) -> bytes | None:
    """Return the bytes that HEAD holds for a file; None when there are none.

    A hand edit, or a decision whose commit a crash prevented, is what differs from it. Raises what `locate` raises.
    """
    repository = repository or locate(path)
    return next(objects(repository.root, [f"HEAD:{repository.relative(path)}"]))


class _Reader:
    """Reads the commits and versions that a listing names, a page at a time, and each version once."""

    def __init__(self, repository: Repository, name: str, wanted: Wanted) -> None:
        self._root = repository.root
        self._wanted = wanted
        self._listed = listed(repository, name)
        self._asks_for_commits = bool(wanted.person or wanted.first or wanted.last)
        if wanted.record and wanted.table and not self._asks_for_commits:
            self._listed = touching(self._root, self._listed, table=wanted.table, record=wanted.record)
        self.size = PAGE
        self._said: dict[str, Said] = {}
        self._versions = Versions()
        self._roadmaps: dict[str | None, Roadmap | None] = {}
        self._absent: set[str | None] = set()
        self._pending: deque[Listed] = deque()

    def entries(self) -> Iterator[Entry]:
        """Yield the entries that are wanted."""
        while self._pending or self._more():
            entry = self._entry(self._pending.popleft())
            if entry is not None:
                yield entry

    def _more(self) -> bool:
        """Read the next page; tell whether there was one. Versions that nobody waits for any more are forgotten."""
        page = list(islice(self._listed, self.size))
        if not page or self._is_too_old(page[0]):
            return False
        self.size = min(self.size * 2, LARGEST)
        if not self._pending:
            self._said.clear()
            last = next(reversed(self._roadmaps), None)
            self._roadmaps = {last: self._roadmaps.get(last), None: None}
        self._load(page)
        self._pending.extend(page)
        return True

    def _is_too_old(self, found: Listed) -> bool:
        first = self._wanted.first
        if first is None:
            return False
        return found.time < datetime.combine(first, clock(), UTC).timestamp() - _LATE

    def _load(self, page: list[Listed]) -> None:
        """Read the commits of a page and the versions of those that author and day admit; the others cost none."""
        commits = [found.commit for found in page]
        if self._asks_for_commits:
            self._hear(commits, objects(self._root, commits))
            names = self._missing(found for found in page if self._is_admitted(found))
            read = objects(self._root, names)
        else:
            names = self._missing(page)
            read = objects(self._root, [*commits, *names])
            self._hear(commits, read)
        for name, data in zip(names, read, strict=True):
            self._take(name, data)

    def _take(self, name: str, data: bytes | None) -> None:
        """Keep a version; one that is not in this copy of the repository is noted as that."""
        if data is None:
            self._absent.add(name)
        self._roadmaps[name] = None if data is None else self._versions.roadmap(data)

    def _hear(self, commits: list[str], read: Iterator[bytes | None]) -> None:
        for commit in commits:
            self._said[commit] = said(next(read) or b"")

    def _is_admitted(self, found: Listed) -> bool:
        spoken = self._said[found.commit]
        return self._wanted.admits(spoken.who, spoken.when)

    def _missing(self, page: Iterable[Listed]) -> list[str]:
        names = dict.fromkeys(name for found in page for name in (found.new, *found.old))
        return [name for name in names if name is not None and name not in self._roadmaps]

    def _entry(self, found: Listed) -> Entry | None:
        if not self._is_admitted(found) or found.new in self._absent:
            return None
        spoken, after = self._said[found.commit], self._roadmaps[found.new]
        form, changes = self._told(found, after)
        entry = Entry(
            found.commit,
            spoken.when,
            spoken.who,
            spoken.subject,
            spoken.trailers,
            changes,
            form,
            found.parents,
            after,
            found.renamed,
        )
        return entry if self._wanted.everything or self._wanted.matches(entry) else None

    def _told(self, found: Listed, after: Roadmap | None) -> tuple[Form, tuple[Change, ...] | None]:
        if not found.old:
            return "change", ()
        if after is None:
            return ("removed" if found.new is None else "unreadable"), None
        if not any(found.old):
            return ("cut" if found.cut else "made"), ()
        befores = [self._readable(name) for name in found.old if name is not None]
        known = [before for before in befores if before is not None]
        if known:
            return "change", own(diff(before, after) for before in known)
        return ("readable" if self._absent.isdisjoint(found.old) else "cut"), ()

    def _readable(self, name: str) -> Roadmap | None:
        """Return a version or, where it cannot be read, the last one before it that can."""
        for place in range(GAP):
            if (roadmap := self._version(name)) is not None:
                return roadmap
            earlier = self._before(name, place)
            if earlier is None:
                return None
            name = earlier
        return None

    def _version(self, name: str) -> Roadmap | None:
        if name not in self._roadmaps:
            self._take(name, next(objects(self._root, [name])))
        return self._roadmaps[name]

    def _before(self, name: str, place: int) -> str | None:
        """Return the version that one took the place of, looked for from a place on in what is still to be told."""
        while True:
            for found in islice(self._pending, place, None):
                if found.new == name:
                    return next(filter(None, found.old), None)
            place = len(self._pending)
            if place >= GAP or not self._more():
                return None


def own(differences: Iterable[tuple[Change, ...]]) -> tuple[Change, ...]:
    """Return what differs from every parent: of an ordinary commit all, of a merge what neither side had."""
    first, *others = differences
    places = [{_place(change) for change in other} for other in others]
    return tuple(change for change in first if all(_place(change) in known for known in places))


def _place(change: Change) -> tuple[object, ...]:
    return (change.table, change.record, change.field, change.key)
