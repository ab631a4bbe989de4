"""Keeping a roadmap: the file on disk, the copy while it cannot be written, and the commits behind it.

What writes is imported when something is first written (or made ready for it, after the first screen stands).
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from model.diff import ChangedMeanwhileError, apply, diff
from model.edits import RefusedError
from model.file.errors import (
    ChangedOutsideError,
    PatchFailedError,
    SaveError,
    UnconfirmedError,
    UnwritableTextError,
    WouldLoseCommentsError,
)
from model.file.reading import Reading, read, read_bytes
from model.git.message import composed, subject_of, trailers_of
from model.roadmap import NoSuchRecordError
from tui.recording import Recording

if TYPE_CHECKING:
    from pathlib import Path

    from model.diff import Change
    from model.file.document import Document
    from model.problems import Problem
    from model.roadmap import Roadmap


Mark = tuple[int, int, int]
"""What tells that a file is another one, or was written: its time, size and number; zeros where there is none."""


def mark_of(path: Path) -> Mark:
    """Return a file's mark."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)


class UnreadableError(Exception):
    """The file gives no roadmap; the problems say why."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        """Remember the file and its problems."""
        super().__init__(path, problems)
        self.path = path
        self.problems = problems


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
        self.problems = reading.problems
        self.mark: Mark | None = None
        """The file's mark as it was before it was read; None where nobody looked."""
        self.unsaved: SaveError | None = None
        """Why the latest changes are not in the file; None when they are."""
        self.refused: SaveError | None = None
        """Why nothing can be written here at all (read-only), as far as `tidy` and `look` have seen."""
        self._document: Document = reading.document
        self.recording = Recording()
        self._outstanding: tuple[Change, ...] = ()
        self._owed: list[str] = []
        self._may_lose = False
        self._base = self._document.data

    @property
    def recovered(self) -> Roadmap | None:
        """What an earlier session could not save, when the file is still as that session knew it; else None."""
        from model.file import recovery

        kept = recovery.read(self.path, os.environ)
        if kept is None or kept.expected_digest != self._document.digest:
            return None
        return read_bytes(kept.data).roadmap

    def forget_recovered(self) -> None:
        """Remove the copy of what an earlier session could not save."""
        from model.file import recovery

        recovery.clear(self.path, os.environ)

    def take(self, changes: tuple[Change, ...], message: str, *, allow_loss: bool = False) -> None:
        """Make changes the present state, save them and have them recorded under a commit message.

        A save that fails takes nothing back: the changes stay in memory and in a recovery copy, `unsaved` says
        why, and the next save brings them along. With `allow_loss` a file that can be written only anew loses its
        comments. Raises one of REFUSALS; nothing is changed then.
        """
        after = apply(self.roadmap, changes)
        self._may_lose = allow_loss or (self._may_lose and bool(self._outstanding))
        self._save(after, (*self._outstanding, *changes))
        self._owed.append(message)
        self._record_owed()

    def look(self) -> tuple[Change, ...]:
        """Read the file again if somebody changed it, and return what they changed.

        A file that gives no roadmap leaves the present one; `problems` then says why. While a save is
        outstanding nothing is read: the next save brings the two together.
        """
        if self._outstanding:
            return ()
        reading = read(self.path)
        self.problems = reading.problems
        self._ask_writable()
        if reading.roadmap is None or reading.document is None or reading.document.digest == self._document.digest:
            return ()
        changes = diff(self.roadmap, reading.roadmap)
        self.roadmap, self._document = reading.roadmap, reading.document
        return changes

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
            self._save(self.roadmap, self._outstanding)
            self._record_owed()
        self.recording.retry()

    def tidy(self) -> tuple[Path, ...]:
        """Remove what a killed save left beside the file; return leftovers that may hold what nothing else does.

        Whether anything can be written here, and whether git has what the file holds, is looked at, too. Meant
        for a thread, after the first screen stands.
        """
        from model.file.digest import digest
        from model.file.leftovers import sweep
        from model.git.errors import GitError
        from model.git.history import committed

        self._ask_writable()
        held = None
        with suppress(GitError):
            held = committed(self.path)
        self.recording.behind = held is None or _lines(held) != _lines(self._document.data)
        return sweep(self.path, known=[digest(held or b"")])

    def _ask_writable(self) -> None:
        from model.file.save import refusal

        self.refused = refusal(self.path)

    def _save(self, after: Roadmap, changes: tuple[Change, ...]) -> None:
        """Write the changes that are not in the file, which may be newer than what we know."""
        from model.file.patch import patched

        document, self._base = patched(self._document, changes, allow_loss=self._may_lose), self._document.data
        try:
            with self.recording.writing():
                after, document = self._written(after, document, changes)
        except UnconfirmedError as error:
            # It is in the file; only its surviving a power cut is not certain, which the screen says.
            self.roadmap, self._document, self._outstanding, self.unsaved = after, document, (), error
        except SaveError as error:
            self.roadmap, self._outstanding, self.unsaved = after, changes, error
            self._keep(document.data)
        else:
            self.roadmap, self._document, self._outstanding = after, document, ()
            if self.unsaved:
                self.unsaved = None
                self.forget_recovered()

    def _keep(self, data: bytes) -> None:
        """Keep a copy of what could not be saved, where that is possible."""
        from model.file import recovery

        with suppress(SaveError):
            recovery.write(recovery.Recovery(self.path, self._document.digest, data), os.environ)

    def _written(self, after: Roadmap, document: Document, changes: tuple[Change, ...]) -> tuple[Roadmap, Document]:
        """Save a document, or its changes in what somebody else has written meanwhile; return what is on disk."""
        from model.file.save import save

        try:
            save(self.path, document.data, expected_digest=self._document.digest)
        except ChangedOutsideError:
            return self._joined(changes)
        return after, document

    def _joined(self, changes: tuple[Change, ...]) -> tuple[Roadmap, Document]:
        """Make the changes in what somebody else has written meanwhile, field by field.

        Minutes that they have checked meanwhile are locked for us, too; only what waited to be saved still gets in.
        """
        from model import minuting
        from model.file.patch import patched
        from model.file.save import save

        theirs = read(self.path)
        self.problems = theirs.problems
        if theirs.roadmap is None or theirs.document is None:
            raise UnreadableError(self.path, theirs.problems)
        after = apply(theirs.roadmap, changes)
        if not self._outstanding:
            minuting.respected(theirs.roadmap, after, is_step=True)
        document = patched(theirs.document, changes, allow_loss=self._may_lose)
        self._base = theirs.document.data
        save(self.path, document.data, expected_digest=theirs.document.digest)
        return after, document

    def _record_owed(self) -> None:
        """Have what has reached the file recorded: a commit for a decision, one for all that a late save brought."""
        if self._outstanding or not self._owed:
            return
        *earlier, last = self._owed
        self._owed.clear()
        body = "\n".join(subject_of(message) for message in earlier)
        message = composed(subject_of(last), body=body, trailers=trailers_of(last)) if earlier else last
        self.recording.record(self.path, self._document.data, message, base=self._base)


def _lines(data: bytes) -> bytes:
    """Return a text with the line ends that git keeps where it is told to convert them."""
    return data.replace(b"\r\n", b"\n")
