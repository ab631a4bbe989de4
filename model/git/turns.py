"""Whose turn the roadmap's file is: git's, which reads it for a commit, or a save's, which replaces it.

Whoever replaced the file before git has read it would put a later decision into an earlier one's commit. Another
running program is held off by the folder's lock (`model.file.lock`), which its saves ask for.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from model.file.lock import seized
from model.git.record import holds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READS = 2.0
"""Seconds for which a save waits at most until git has read what the file holds; mostly it takes a hundredth."""
_STEP = 0.001


class Turns:
    """The turns at one file, taken by the thread that commits and the one that saves."""

    def __init__(self) -> None:
        """Begin with the file at rest."""
        self._changed = threading.Condition()
        self._writing = False
        self._folder: Path | None = None
        self._lock: int | None = None
        self._earlier: frozenset[Path] = frozenset()

    def claim(self, path: Path, content: bytes, *, folder: Path) -> bool:
        """Take the file for git, whose folder is given, to read; False when it does not hold these bytes for sure."""
        with self._changed:
            if self._writing or not self._seize(path.resolve().parent):
                return False
            if not holds(path, content):
                self._let_go()
                return False
            self._folder, self._earlier = folder, _indexes(folder)
            return True

    def release(self) -> None:
        """Give the file back after the commit; without a claim there is nothing to give."""
        with self._changed:
            self._folder = None
            self._let_go()
            self._changed.notify_all()

    @contextmanager
    def writing(self, timeout: float = READS) -> Iterator[None]:
        """Hold while the file is replaced: git reads it neither in that time nor half before and half after.

        A commit that reads the file just now is waited for until it has read, at most `timeout` seconds; a hook
        that runs after that is not.
        """
        with self._changed:
            self._writing = True
            until = monotonic() + timeout
            while self._folder and not self._has_read(self._folder) and monotonic() < until:
                self._changed.wait(_STEP)
            self._let_go()
        try:
            yield
        finally:
            self._writing = False

    def _seize(self, folder: Path) -> bool:
        """Hold other programs' saves off; False while one is at it."""
        try:
            self._lock = seized(folder)
        except BlockingIOError:
            return False
        except OSError:  # there is no such folder: what follows will tell
            return True
        return True

    def _let_go(self) -> None:
        if self._lock is not None:
            with suppress(OSError):
                os.close(self._lock)
            self._lock = None

    def _has_read(self, folder: Path) -> bool:
        """Tell whether git has read the file: it then writes the index that its hooks see."""
        with suppress(FileNotFoundError):  # it is gone when the commit is made
            return any(index.stat().st_size for index in _indexes(folder) - self._earlier)
        return True


def _indexes(folder: Path) -> frozenset[Path]:
    return frozenset(folder.glob("next-index-*.lock"))
