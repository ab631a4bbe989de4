"""Which commits touched a file, newest first, under whichever name it had then.

Where the history of a name begins, the commit is asked whether the file came from another name, and the history goes
on under that one from there. `git log --follow` would do so along one line only: here the side of a merge that knew
the file by its old name is followed, too. The log is read in pages that grow, so that the first ones come at once and
all of a long history costs little more than one log of it.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from model.git import runner
from model.git.errors import GitFailedError
from model.git.state import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.git.state import Repository

PAGE = 50
"""How many commits the first page of a log has; each further one has twice as many as the one before."""
_ALL = 1 << 30
_COMMIT = "\f"
"""What a commit's line begins with in the output asked for."""
_NOTHING = "0000"


class Listed(NamedTuple):
    """A commit as the log names it: its parents, the file's versions there and here (None for no file)."""

    commit: str
    parents: tuple[str, ...]
    time: int
    """When it was committed, in seconds since 1970."""
    old: tuple[str | None, ...] = ()
    new: str | None = None
    renamed: str = ""
    """The file's name before this commit, where it got another."""
    cut: bool = False
    """Whether what was before it is not in this copy of the repository."""


@dataclass(order=True, slots=True)
class _Ahead:
    """The next commit of a log, ordered by its time, the newest first."""

    age: int
    number: int
    listed: Listed = field(compare=False)
    name: str = field(compare=False)
    rest: Iterator[Listed] = field(compare=False)


def listed(repository: Repository, name: str, *, since: str = "", whole: bool = False) -> Iterator[Listed]:
    """Yield the commits of a file, newest first; `since` leaves out those that a commit was made upon.

    `whole` is for who wants all of them: they come in one page. Raises GitFailedError where git cannot tell, NoGitError
    and TimedOutError. A branch without commits has none.
    """
    if repository.head is None:
        return
    logs = _Logs(repository, since, _ALL if whole else PAGE)
    logs.open(repository.head, name)
    yield from logs


class _Logs:
    """The logs of all names of a file as one."""

    def __init__(self, repository: Repository, since: str, page: int) -> None:
        self._repository = repository
        self._since = since
        self._page = page
        self._cut = _cuts(repository)
        self._ahead: list[_Ahead] = []
        self._opened: set[tuple[str, str]] = set()
        self._seen: set[str] = set()
        self._numbers = count()

    def open(self, start: str, name: str) -> None:
        """Read the log of a name from a commit on, unless that is being done."""
        if (start, name) not in self._opened:
            self._opened.add((start, name))
            log = self._log(start, name)
            self._push(next(log, None), name, log)

    def __iter__(self) -> Iterator[Listed]:
        """Yield the commits of all logs by time, each once."""
        while self._ahead:
            first = heapq.heappop(self._ahead)
            found: Listed | None = first.listed
            while found is not None:
                if found.commit not in self._seen:
                    self._seen.add(found.commit)
                    yield self._followed(found, first.name)
                found = next(first.rest, None)
                if self._ahead:  # another log may have a newer one
                    self._push(found, first.name, first.rest)
                    break

    def _log(self, start: str, name: str) -> Iterator[Listed]:
        read, size = 0, self._page
        range_ = (start, f"^{self._since}") if self._since else (start,)
        while True:
            page = _page(self._repository, range_, name, size=size, skipped=read)
            yield from page
            if len(page) < size:
                return
            read, size = read + size, size * 2

    def _push(self, found: Listed | None, name: str, rest: Iterator[Listed]) -> None:
        if found is not None:
            heapq.heappush(self._ahead, _Ahead(-found.time, next(self._numbers), found, name, rest))

    def _followed(self, found: Listed, name: str) -> Listed:
        """Return a commit with what the file was under another name, and have the log of that name read."""
        if found.commit in self._cut:
            return found._replace(cut=True)
        if found.new is None or all(found.old) or not found.parents:
            return found
        old, renamed = list(found.old), ""
        for place, (parent, version) in enumerate(zip(found.parents, found.old, strict=False)):
            origin = None if version else _origin(self._repository, parent, found.commit, name=name)
            if origin:
                renamed, old[place] = origin
                self.open(parent, renamed)
        return found._replace(old=tuple(old), renamed=renamed)


def _page(repository: Repository, range_: tuple[str, ...], name: str, *, size: int, skipped: int) -> list[Listed]:
    ran = runner.read(
        repository.root,
        *("log", "-c", "--root", "--raw", "--no-abbrev", "--no-renames", f"--format={_COMMIT}%H %ct %P"),
        *(f"--max-count={size}", f"--skip={skipped}", *range_),
        data=(name,),
    )
    if ran.status:
        raise GitFailedError(words(ran.err))
    return list(_commits(ran.out.decode("utf-8", "surrogateescape")))


def _commits(text: str) -> Iterator[Listed]:
    """Read commits, each with the line of the file's versions below it; a merge that took one side whole has none."""
    for commit in filter(None, text.split(_COMMIT)):
        lines = commit.split("\n:", 1)
        name, time, *parents = lines[0].split()
        old, new = _versions(lines[1]) if len(lines) > 1 else ((), None)
        yield Listed(name, tuple(parents), int(time), old, new)


def _versions(line: str) -> tuple[tuple[str | None, ...], str | None]:
    """Read `mode mode old new M`, without the first colon or, for a merge of n parents, the first of n colons.

    n + 1 modes are followed by n old versions and the new one.
    """
    parents = len(line) - len(line.lstrip(":")) + 1
    names = line.split(None, 2 * parents + 2)[parents + 1 : 2 * parents + 2]
    *old, new = (None if name.startswith(_NOTHING) and not name.strip("0") else name for name in names)
    return tuple(old), new


def _origin(repository: Repository, parent: str, commit: str, *, name: str) -> tuple[str, str] | None:
    """Return the name and version of the file in a parent that became this one; None where it is a new file."""
    ran = runner.read(
        repository.root,
        *("diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", "--diff-filter=R", parent, commit),
    )
    fields = iter(ran.fields if not ran.status else ())
    for header, before, after in zip(fields, fields, fields, strict=False):
        if after == name:
            return before, header.split()[2]
    return None


def _cuts(repository: Repository) -> frozenset[str]:
    """Return the commits whose parents are not in this copy."""
    if not repository.shallow:
        return frozenset()
    try:
        return frozenset((repository.shared / "shallow").read_text(encoding="ascii", errors="replace").split())
    except OSError:
        return frozenset()
