"""The roadmap at hand: the one object that changes.

An edit is a function from roadmap to roadmap; the session takes the result, writes what differs to the
file at once, hands the decision to git in the background and remembers how to take it back.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.sentences import message
from exporters.words import Words
from model.diff import Change, apply, diff, inverted
from model.file.patch import patched
from model.file.reading import Reading, read
from model.file.recovery import Recovery
from model.file.save import ChangedOutsideError, SaveError, save
from model.halfyear import HalfYear
from model.standing import open_meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from model.file.document import Document
    from model.git.history import Entry
    from model.git.recorder import Outcome, Recorder
    from model.problems import Problem
    from model.records import Meeting
    from model.roadmap import Roadmap


class UnreadableError(Exception):
    """The file gives no roadmap; the problems say why."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        """Remember the file and its problems."""
        super().__init__(path, problems)
        self.path = path
        self.problems = problems


class NothingToUndoError(Exception):
    """There is no decision that could be taken back (or made again)."""


@dataclass(frozen=True, slots=True)
class Step:
    """A recorded decision that can be taken back: its Change-Id and what it changed."""

    id: str
    changes: tuple[Change, ...]


class Session:
    """A roadmap file that is open: what it says now, and the ways to change it."""

    def __init__(self, path: Path, reading: Reading, *, today: date) -> None:
        """Hold a file that has been read; `Session.open` reads it."""
        if reading.roadmap is None or reading.document is None:
            raise UnreadableError(path, reading.problems)
        self.path = path
        self.today = today
        self.roadmap: Roadmap = reading.roadmap
        self.problems = reading.problems
        self.unsaved: SaveError | None = None
        """Why the latest edits are not in the file; None when they are."""
        self.on_outcome: Callable[[Outcome], None] = lambda _: None
        """Called (from another thread) with what became of each commit."""
        self._document: Document = reading.document
        self._recorder: Recorder | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @classmethod
    def open(cls, path: Path, *, today: date) -> Session:
        """Read a file; raise UnreadableError with all its problems."""
        return cls(path, read(path), today=today)

    @property
    def half(self) -> HalfYear:
        """The half-year that is now."""
        return HalfYear.containing(self.today)

    @property
    def words(self) -> Words:
        """The words of the roadmap's own language, for what is written into it and about it."""
        return Words(self.roadmap.head.language)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is under way, or None."""
        found = open_meeting(self.roadmap)
        return found if found and found.opened is not None else None

    @property
    def pending(self) -> int:
        """How many decisions git has not recorded yet."""
        return self._recorder.pending if self._recorder else 0

    def change(self, after: Roadmap) -> tuple[Change, ...]:
        """Make a roadmap the present one: save it, have it recorded, and return what changed.

        What is no change writes nothing. Raises SaveError when the file could not be written: the edit then
        stays in memory and in a recovery copy, and `unsaved` says why until a save succeeds. Raises
        ChangedMeanwhileError when somebody else changed the very same field in the file; nothing is done then.
        """
        changes = diff(self.roadmap, after)
        if not changes:
            return ()
        step = Step(secrets.token_hex(6), changes)
        self._done.append(step)
        self._undone.clear()
        try:
            self._take(changes, step_trailers("Change-Id", step.id))
        except ChangedMeanwhileError:
            self._done.pop()
            raise
        return changes

    def undo(self) -> tuple[Change, ...]:
        """Take back the latest decision; raise NothingToUndoError, or as `change` does."""
        if not self._done:
            raise NothingToUndoError
        changes = inverted(self._done[-1].changes)
        self._take(changes, step_trailers("Reverts", self._done[-1].id), undoing=True)
        self._undone.append(self._done.pop())
        return changes

    def redo(self) -> tuple[Change, ...]:
        """Make the latest decision that was taken back once more; raise as `undo` does."""
        if not self._undone:
            raise NothingToUndoError
        changes = self._undone[-1].changes
        self._take(changes, step_trailers("Reapplies", self._undone[-1].id))
        self._done.append(self._undone.pop())
        return changes

    @property
    def undoable(self) -> tuple[Change, ...]:
        """What the next undo would take back, empty when there is nothing."""
        return self._done[-1].changes if self._done else ()

    @property
    def redoable(self) -> tuple[Change, ...]:
        """What the next redo would make again, empty when there is nothing."""
        return self._undone[-1].changes if self._undone else ()

    def remember(self, done: Iterable[Step], undone: Iterable[Step]) -> None:
        """Take in the decisions of earlier sessions, the oldest first."""
        fresh = not self._done and not self._undone
        known = {step.id for step in (*self._done, *self._undone)}
        self._done[:0] = [step for step in done if step.id not in known]
        if fresh:
            self._undone[:0] = undone

    def look(self) -> tuple[Change, ...]:
        """Read the file again if somebody changed it, and return what they changed.

        A file that cannot be read leaves the roadmap as it is; `problems` then says why.
        """
        reading = read(self.path)
        if reading.document is not None and reading.document.digest == self._document.digest:
            self.problems = reading.problems
            return ()
        self.problems = reading.problems
        if reading.roadmap is None or reading.document is None:
            return ()
        changes = diff(self.roadmap, reading.roadmap)
        self.roadmap, self._document = reading.roadmap, reading.document
        return changes

    def retry(self) -> None:
        """Try again what failed: first the save, then the commits; raise SaveError when it fails again."""
        if self.unsaved:
            self._save(self._unsaved_changes)
            self._unsaved_changes = ()
        if self._recorder:
            self._recorder.retry()

    def record_file(self, path: Path, content: bytes, message: str) -> None:
        """Have another file beside the roadmap (the minutes) recorded under a message of its own."""
        self._record(message, path=path, content=content)

    def close(self, *, seconds: float = 10.0) -> int:
        """Wait for git to finish, but no longer than so many seconds; return how many decisions it still owes."""
        return self._recorder.close(seconds) if self._recorder else 0

    def _take(self, changes: tuple[Change, ...], trailers: Mapping[str, str], *, undoing: bool = False) -> None:
        after = apply(self.roadmap, changes)
        message = commit_message(changes, self.words, roadmap=after, trailers=trailers, undoing=undoing)
        try:
            self._save((*self._unsaved_changes, *changes))
        except SaveError:
            # The decision stands: it is on screen, in the recovery copy, and goes out with the next save.
            self._unsaved_changes = (*self._unsaved_changes, *changes)
            self.roadmap = after
            raise
        self._unsaved_changes = ()
        self._record(message, path=self.path, content=self._document.data)

    def _save(self, changes: tuple[Change, ...]) -> None:
        """Write changes to the file as it is on disk now, which may be newer than what we know."""
        document = patched(self._document, changes)
        try:
            save(self.path, document.data, expected_digest=self._document.digest)
        except ChangedOutsideError:
            document = self._merged(changes)
        except SaveError as error:
            self.unsaved = error
            self._recovery.write(document.data)
            raise
        self._settle(document)

    def _merged(self, changes: tuple[Change, ...]) -> Document:
        """Make the changes in what somebody else has written meanwhile; raise ChangedMeanwhileError, SaveError."""
        theirs = read(self.path)
        if theirs.roadmap is None or theirs.document is None:
            self.problems = theirs.problems
            raise UnreadableError(self.path, theirs.problems)
        apply(theirs.roadmap, changes)
        document = patched(theirs.document, changes)
        save(self.path, document.data, expected_digest=theirs.document.digest)
        return document

    def _settle(self, document: Document) -> None:
        self._document = document
        self.roadmap = document.roadmap
        if self.unsaved:
            self.unsaved = None
            self._recovery.clear()

    def _record(self, message: str, *, path: Path, content: bytes) -> None:
        if self._recorder is None:
            # Git is first needed now; its import is kept out of the start and out of the reading commands.
            from model.git.recorder import Recorder

            self._recorder = Recorder(self.on_outcome)
        self._recorder.submit(path, message, content=content)


def step_trailers(kind: str, step: str) -> dict[str, str]:
    """Return the trailers that tie a commit to a step: its own id, and the step that it takes back or makes again."""
    own = step if kind == "Change-Id" else secrets.token_hex(6)
    return {"Change-Id": own} | ({} if kind == "Change-Id" else {kind: step})
