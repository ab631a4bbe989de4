"""The history of a roadmap as decisions, newest first: what each commit changed, by record and field.

One `git log` names the commits and the versions of the file, one `git cat-file --batch` gives them; both run nothing
of the repository's own. A rename of the file is not followed: its history begins where it got its name.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice
from typing import IO, TYPE_CHECKING

from model.diff import Change, diff
from model.git import runner
from model.git.errors import GitFailedError
from model.git.message import CHANGE_ID, REAPPLIES, REVERTS, subject_of, trailers_of
from model.git.state import locate, words
from model.git.versions import Versions
from model.records import TABLES
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from model.git.state import Repository
    from model.roadmap import Roadmap

PAGE = 50
"""How many commits are read at a time."""
_AUTHOR = re.compile(rb"^author (.*) <[^>\n]*> (-?\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_ENCODING = re.compile(rb"^encoding (\S+)$", re.MULTILINE)
_ID = re.compile(r"[0-9a-f]{12}")
_NO_TIME = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit of the roadmap's file."""

    commit: str
    when: datetime
    """The author's time, with its zone."""
    who: str
    subject: str
    trailers: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...] | None
    """What it changed in the roadmap; of a merge, what is in neither side. None when a version cannot be read."""
    began: bool = False
    """Whether the file came into being here; such an entry has no changes."""
    parents: tuple[str, ...] = ()
    roadmap: Roadmap | None = None
    """The roadmap as this commit left it: what a sentence about its changes takes names and earlier levels from."""

    def trailer(self, name: str) -> str | None:
        """Return the first trailer of a name (`Meeting`, `Item`, `Measure`), or None."""
        return next((value for known, value in self.trailers if known == name), None)

    @property
    def change_id(self) -> str | None:
        """The name that the program gave to this change; None for a commit made otherwise."""
        return self._id(CHANGE_ID)

    @property
    def reverts(self) -> str | None:
        """The name of the change which this one takes back."""
        return self._id(REVERTS)

    @property
    def reapplies(self) -> str | None:
        """The name of the change which this one makes again."""
        return self._id(REAPPLIES)

    def _id(self, name: str) -> str | None:
        found = self.trailer(name)
        return found if found and _ID.fullmatch(found) else None


@dataclass(frozen=True, slots=True)
class _Listed:
    """A commit as the log names it: its parents, the file's versions there and here (None for no file)."""

    commit: str
    parents: tuple[str, ...]
    old: tuple[str | None, ...] = ()
    new: str | None = None


def history(path: Path, *, limit: int | None = None, record: str | None = None) -> Iterator[Entry]:
    """Yield the commits of a roadmap's file, newest first, read page by page as they are asked for.

    `record` (`T07`, `3/2026`) leaves only those that changed this record. Raises what `locate` raises and
    GitFailedError; a branch without commits and a file without any have an empty history.
    """
    repository = locate(path)
    entries = _entries(repository, repository.relative(path), record)
    return islice(entries, limit) if limit is not None else entries


def committed(path: Path, *, repository: Repository | None = None) -> bytes | None:
    """Return the bytes that HEAD holds for a file; None when there are none.

    A hand edit, or a decision whose commit a crash prevented, is what differs from it. Raises what `locate` raises.
    """
    repository = repository or locate(path)
    given = os.fsencode(f"HEAD:{repository.relative(path)}\n")
    with runner.reading(repository.root, "cat-file", "--batch", given=given) as stream:
        return _object(stream)


def _entries(repository: Repository, name: str, record: str | None) -> Iterator[Entry]:
    reader = _Reader(repository, record)
    skipped = 0
    while repository.head is not None:
        page = _listing(repository, name, skipped)
        yield from reader.entries(page)
        if len(page) < PAGE:
            return
        skipped += len(page)


def _listing(repository: Repository, name: str, skipped: int) -> list[_Listed]:
    ran = runner.read(
        repository.root,
        *("log", "-c", "--raw", "--no-abbrev", "--no-renames", "--format=%H %P"),
        *(f"--max-count={PAGE}", f"--skip={skipped}", repository.head or "HEAD"),
        data=(name,),
    )
    if ran.status:
        raise GitFailedError(words(ran.err))
    found: list[_Listed] = []
    for line in filter(None, ran.fields):
        if line.startswith(":"):
            found[-1] = _with_versions(found[-1], line)
        else:
            commit, *parents = line.split()
            found.append(_Listed(commit, tuple(parents)))
    return found


def _with_versions(listed: _Listed, line: str) -> _Listed:
    """Read `:mode mode old new M` or, for a merge of n parents, n colons, n + 1 modes, n old names and the new one."""
    count = len(line) - len(line.lstrip(":"))
    names = line.split()[count + 1 : 2 * count + 2]
    *old, new = (name if name.strip("0") else None for name in names)
    return _Listed(listed.commit, listed.parents, tuple(old), new)


class _Reader:
    """Reads the commits and versions that a listing names; each version once."""

    def __init__(self, repository: Repository, record: str | None) -> None:
        self._repository = repository
        self._record = record
        self._versions = Versions()
        self._roadmaps: dict[str | None, Roadmap | None] = {None: None}

    def entries(self, page: list[_Listed]) -> list[Entry]:
        """Return the entries of a page which concern the record that was asked for."""
        asked = [[listed.commit, *self._missing(listed)] for listed in page]
        given = "".join(f"{name}\n" for names in asked for name in names).encode()
        if not given:
            return []
        with runner.reading(self._repository.root, "cat-file", "--batch", given=given) as stream:
            read = [self._entry(listed, names, stream) for listed, names in zip(page, asked, strict=True)]
        return [entry for entry in read if entry is not None]

    def _missing(self, listed: _Listed) -> list[str]:
        names = [name for name in dict.fromkeys((listed.new, *listed.old)) if name not in self._roadmaps]
        self._roadmaps.update(dict.fromkeys(names))
        return [name for name in names if name is not None]

    def _entry(self, listed: _Listed, names: list[str], stream: IO[bytes]) -> Entry | None:
        raw = _object(stream) or b""
        for name in names[1:]:
            data = _object(stream)
            self._roadmaps[name] = None if data is None else self._versions.roadmap(data)
        began = bool(listed.old) and not any(listed.old)
        changes = () if began else self._changes(listed)
        if not self._concerned(listed, changes, began=began):
            return None
        message, after = _message(raw), self._roadmaps[listed.new]
        who, when = _author(raw)
        trailers = tuple((name, one_line(value)) for name, value in trailers_of(message))
        return Entry(listed.commit, when, who, subject_of(message), trailers, changes, began, listed.parents, after)

    def _changes(self, listed: _Listed) -> tuple[Change, ...] | None:
        after = self._roadmaps[listed.new]
        befores = [self._roadmaps[name] for name in listed.old]
        if after is None or None in befores:
            return None if listed.old else ()
        return _own(diff(before, after) for before in befores if before is not None)

    def _concerned(self, listed: _Listed, changes: Iterable[Change] | None, *, began: bool) -> bool:
        if self._record is None:
            return True
        after = self._roadmaps[listed.new]
        if began and after is not None:
            return any(after.find(table, self._record) for table in TABLES)
        return any(change.record == self._record for change in changes or ())


def _own(differences: Iterable[tuple[Change, ...]]) -> tuple[Change, ...]:
    """Return what differs from every parent: of an ordinary commit all, of a merge what neither side had."""
    first, *others = differences
    places = [{_place(change) for change in other} for other in others]
    return tuple(change for change in first if all(_place(change) in known for known in places))


def _place(change: Change) -> tuple[object, ...]:
    return (change.table, change.record, change.field, change.key)


def _object(stream: IO[bytes]) -> bytes | None:
    """Return the next object of a batch; None for one that is not there."""
    header = stream.readline().split()
    if not header or not header[-1].isdigit():
        return None
    data = stream.read(int(header[-1]))
    stream.read(1)
    return data


def _message(raw: bytes) -> str:
    headers, _, text = raw.partition(b"\n\n")
    named = _ENCODING.search(headers)
    with suppress(LookupError):
        return text.decode(named[1].decode("ascii", "replace") if named else "utf-8", "replace")
    return text.decode("utf-8", "replace")


def _author(raw: bytes) -> tuple[str, datetime]:
    """Return who wrote a commit, safe to show, and when."""
    found = _AUTHOR.search(raw.partition(b"\n\n")[0])
    if not found:
        return "", _NO_TIME
    name, seconds, sign, hours, minutes = found.groups()
    away = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == b"-" else 1)
    when = _NO_TIME
    with suppress(ValueError, OverflowError, OSError):
        when = datetime.fromtimestamp(int(seconds), timezone(away))
    return one_line(name.decode("utf-8", "replace")), when
