"""What has been read of the history for a screen: page by page, and anew from the top when something was recorded.

It knows nothing of screens. One thread at a time uses it. Meanwhile nobody looks for garbage: that search goes through
all that there is, in whichever thread, and would hold up the one that draws for 100 ms.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from model.git.history import history
from model.undo import Fold, folded
from tui.lean import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from model.entry import Entry
    from model.wanted import Wanted

FIRST = 50
"""So many entries are read before anything is shown."""
PAGE = 200
"""So many are read at a time after that."""

DEEPEST = 2000
"""So many entries of a record are looked through for what was said about one of them."""


class Past:
    """The newest part of a history, as far as it has been read."""

    def __init__(self, path: Path, wanted: Wanted, *, start: str | None = None) -> None:
        """Begin with nothing read of what is wanted; `start` is the commit to look back from in place of the newest."""
        self.wanted = wanted
        self.over = False
        """Whether the beginning of the history has been reached."""
        self._path = path
        self._start = start
        self._entries: list[Entry] = []
        self._older: Iterator[Entry] | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Who has recorded something, whoever did so last first."""
        return tuple(dict.fromkeys(entry.who for entry in self._entries))

    def folds(self) -> tuple[Fold, ...]:
        """Return what has been read, undos folded under what they are about."""
        return folded(self._entries)

    def more(self) -> None:
        """Read a page further; raise GitError."""
        if self._older is None:
            self._older = history(self._path, wanted=self.wanted, start=self._start)
        count = PAGE if self._entries else FIRST
        with uncollected():
            page = list(islice(self._older, count))
        self._entries += page
        self.over = len(page) < count

    def renew(self) -> bool:
        """Read what was recorded since; tell whether anything was. Raises GitError.

        What does not join on to what is known, for another branch or a merge brought older entries, is read again.
        """
        if not self._entries:
            self._older = None
            self.more()
            return True
        newest = history(self._path, wanted=self.wanted, start=self._start)
        top = self._entries[0].commit
        fresh: list[Entry] = []
        with uncollected():
            for entry in islice(newest, len(self._entries) + FIRST):
                if entry.commit == top and all(len(one.parents) <= 1 for one in fresh):
                    self._entries[:0] = fresh
                    return bool(fresh)
                fresh.append(entry)
        self._entries, self._older = fresh, newest
        self.over = False
        return True


def fold_of(path: Path, commit: str, *, record: str, start: str | None = None) -> Fold | None:
    """Return the entry of a commit with what was said about it since; None where there is none. Raises GitError.

    `start` is the commit to look back from in place of the newest. Only what changed the record is looked through,
    and no further back than `DEEPEST` entries: an older one is told by itself.
    """
    entries: list[Entry] = []
    for entry in history(path, limit=DEEPEST, record=record, start=start):
        entries.append(entry)
        if entry.commit == commit:
            break
    found = next((fold for fold in folded(entries) if fold.entry.commit == commit), None)
    alone = None if found else next(history(path, limit=1, start=commit), None)
    return found or (Fold(alone) if alone else None)
