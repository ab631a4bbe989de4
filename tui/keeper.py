"""Keeping a roadmap: the file on disk, the copy while it cannot be written, and the commits behind it.

What writes is imported when something is first written (or made ready for it, after the first screen stands).
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from model.diff import ChangedMeanwhileError, apply, diff
from model.edits import RefusedError
from model.file.errors import (
    PatchFailedError,
    SaveError,
    UnconfirmedError,
    UnwritableTextError,
    WouldLoseCommentsError,
)
from model.file.reading import Reading, read_bytes
from model.git.message import composed, subject_of, trailers_of
from model.roadmap import NoSuchRecordError
from tui.disk import Disk, UnreadableError, Wanted
from tui.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from model.diff import Change
    from model.file.outside import Found
    from model.problems import Problem
    from model.roadmap import Roadmap


__all__ = ["REFUSALS", "Keeper", "Mark", "UnreadableError", "mark_of"]

Mark = tuple[int, int, int]
"""What tells that a file is another one, or was written: its time, size and number; zeros where there is none."""


def mark_of(path: Path) -> Mark:
    """Return a file's mark."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)


REFUSALS = (
    RefusedError,
    ChangedMeanwhileError,
    NoSuchRecordError,
    PatchFailedError,
    UnreadableError,
    UnwritableTextError,
    WouldLoseCommentsError,
)
"""Why a change is not made at all: nothing is changed, in memory or on disk."""


class Keeper:
    """A roadmap file that is open: what it says, and how changes get into it and into the history."""

    def __init__(self, path: Path, reading: Reading) -> None:
        """Hold a file that has been read; raise UnreadableError when it gave no roadmap."""
        if reading.roadmap is None or reading.document is None:
            raise UnreadableError(path, reading.problems)
        self.path = path
        self.roadmap: Roadmap = reading.roadmap
        self.mark: Mark | None = None
        """The file's mark as it was before it was read; None where nobody looked."""
        self.unsaved: SaveError | None = None
        """Why the latest changes are not in the file; None when they are."""
        self.refused: SaveError | None = None
        """Why nothing can be written here at all (read-only), as far as `tidy` and `look` have seen."""
        self.disk = Disk(path, reading.roadmap, reading.document)
        self.disk.problems = reading.problems
        self.recording = Recording()
        self.disk.is_settled = lambda: self.recording.is_settled
        self._outstanding: tuple[Change, ...] = ()
        self._met: tuple[Change, ...] = ()
        """What others had written that a save of ours met, and that nobody has been told yet."""
        self._owed: list[str] = []
        self._may_lose = False
        self._wanted: Wanted | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file, as it was when it was last looked at."""
        return self.disk.problems

    @property
    def recovered(self) -> Roadmap | None:
        """What an earlier session could not save, when the file is still as that session knew it; else None."""
        from model.file import recovery

        kept = recovery.read(self.path, os.environ)
        if kept is None or kept.expected_digest != self.disk.document.digest:
            return None
        return read_bytes(kept.data).roadmap

    def forget_recovered(self) -> None:
        """Remove the copy of what an earlier session could not save."""
        from model.file import recovery

        recovery.clear(self.path, os.environ)

    def take(self, changes: tuple[Change, ...], message: str, *, allow_loss: bool = False) -> tuple[Change, ...]:
        """Make changes the present state, save them and have them recorded under a commit message.

        A save that fails takes nothing back: the changes stay in memory and in a recovery copy, `unsaved` says
        why, and the next save brings them along. With `allow_loss` a file that can be written only anew loses its
        comments. Returns the changes as they got in, beside what others have written meanwhile. Raises one of
        REFUSALS; nothing is changed then.
        """
        known, is_alone = self.roadmap, not self._outstanding
        after = apply(known, changes)
        self._may_lose = allow_loss or (self._may_lose and bool(self._outstanding))
        self._owed.append(message)
        try:
            before = self._save(self._grown(after, (*self._outstanding, *changes)))
        except BaseException:
            self._owed.pop()
            raise
        self._record_owed()
        if not is_alone or self.roadmap is after:
            return changes
        self._met = (*self._met, *diff(known, before))
        return diff(before, self.roadmap)

    def look(self) -> tuple[Change, ...]:
        """Read the file again if somebody changed it, and return what they changed, also what our latest saves met.

        What it lacks of ours, because it was made from an older version, is put back into it. A file that gives no
        roadmap leaves the present one; `problems` then says why. While a save is outstanding nothing is read: the
        next save brings the two together.
        """
        if self._outstanding:
            return ()
        before, met = self.roadmap, self._met
        self._met = ()
        with self.recording.writing():
            found = self.disk.look()
        self._ask_writable()
        if found.roadmap is None:
            return met
        self.roadmap = self.disk.roadmap
        if found.is_stale:
            self._put_back(found)
        return (*met, *diff(before, self.roadmap))

    def waits(self, change: Change) -> bool:
        """Whether a change is made in memory and waits to be saved."""
        return change in self._outstanding

    def let_stand(self, conflict: ChangedMeanwhileError, *, ours: bool) -> None:
        """Settle for a change that waits to be saved whether it stands or what somebody else put into the file."""
        mended = replace(conflict.change, before=conflict.actual)
        others = (change for change in self._outstanding if ours or change != conflict.change)
        self._outstanding = tuple(mended if change == conflict.change else change for change in others)

    def retry(self, *, allow_loss: bool = False) -> None:
        """Try again what failed: the save, then the commits; raise one of REFUSALS where the file stands against it."""
        self._may_lose = self._may_lose or allow_loss
        if self.unsaved:
            self._save(self._grown(self.roadmap, self._outstanding))
            self._record_owed()
        self.recording.retry()

    def tidy(self) -> tuple[Path, ...]:
        """Remove what a killed save left beside the file; return leftovers that may hold what nothing else does.

        Whether anything can be written here, and whether git has what the file holds, is looked at, too. Meant
        for a thread, after the first screen stands.
        """
        from model.file.digest import digest
        from model.file.leftovers import sweep

        self._ask_writable()
        held = self.recording.compare(self.path, self.disk.document.data)
        return sweep(self.path, known=[digest(held or b"")])

    def _ask_writable(self) -> None:
        from model.file.save import refusal

        self.refused = refusal(self.path)

    def _put_back(self, found: Found) -> None:
        """Write what somebody wrote over, and have that recorded as what it changes in what we had."""
        assert found.roadmap is not None
        assert found.document is not None
        if self.recording.describe:
            self._owed.append(self.recording.describe(found.ours, found.document.data))
        self._save(Wanted(found.roadmap, (), joint(self._owed), onto=found.document, base=found.ours))
        self._record_owed()

    def _save(self, wanted: Wanted) -> Roadmap:
        """Write what is not in the file, which may be newer than what we know.

        Returns what the roadmap was before the changes, as others have left it.
        """
        self._wanted = wanted
        try:
            with self.recording.writing():
                self.disk.put(wanted)
        except UnconfirmedError as error:
            # It is in the file; only its surviving a power cut is not certain, which the screen says.
            self._outstanding, self.unsaved = (), error
        except SaveError as error:
            self._outstanding, self.unsaved = wanted.changes, error
            self.disk.rescue(wanted)
        else:
            self._outstanding = ()
            if self.unsaved:
                self.unsaved = None
                self.forget_recovered()
        self.roadmap = wanted.roadmap
        return wanted.before or self.roadmap

    def _grown(self, after: Roadmap, changes: tuple[Change, ...]) -> Wanted:
        """Return a roadmap that shall get into the file with the changes that are not in it."""
        may_enter = None if self._outstanding else still_open
        return Wanted(after, changes, joint(self._owed), self._may_lose, may_enter=may_enter)

    def _record_owed(self) -> None:
        """Have what has reached the file recorded."""
        if self._outstanding or not self._owed:
            return
        message, wanted = joint(self._owed), self._wanted
        self._owed.clear()
        assert wanted is not None
        self.recording.record(
            self.path,
            self.disk.document.data,
            message,
            base=wanted.base,
            saved=(wanted.save, self.disk.outside.lineage),
        )


def joint(owed: Sequence[str]) -> str:
    """Return the commit's text for all that is owed: one for a decision, one for all that a late save brings."""
    if not owed:
        return ""
    *earlier, last = owed
    body = "\n".join(subject_of(message) for message in earlier)
    return composed(subject_of(last), body=body, trailers=trailers_of(last)) if earlier else last


def still_open(theirs: Roadmap, after: Roadmap) -> None:
    """Raise RefusedError where a decision touches minutes that somebody has checked meanwhile.

    They are locked for us, too; only what waited to be saved still gets in.
    """
    from model import minuting

    minuting.respected(theirs, after, is_step=True)
