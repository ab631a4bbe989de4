"""What stands on disk, and how changes get in there, whatever others have written meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from model.diff import ChangedMeanwhileError, apply, diff
from model.file.digest import digest
from model.file.errors import ChangedOutsideError, SaveError, UnconfirmedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from model.diff import Change
    from model.file.document import Document
    from model.file.merging import Merged
    from model.file.outside import Found, Outside
    from model.merge import Sides
    from model.problems import Problem
    from model.roadmap import Roadmap

TRIES = 100
"""So often a save is tried again when others save at the same time; each time but the last somebody got through."""


class UnreadableError(Exception):
    """The file gives no roadmap; the problems say why."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        """Remember the file and its problems."""
        super().__init__(path, problems)
        self.path = path
        self.problems = problems


@dataclass(slots=True)
class Wanted:
    """A roadmap that shall get into the file."""

    roadmap: Roadmap
    changes: tuple[Change, ...]
    """What of it is not in the file as we know it."""
    message: str
    """The text of the commit that will record it."""
    allow_loss: bool = False
    """Whether the file may lose its comments where it can be written only anew."""
    onto: Document | None = None
    """The text in which the changes are to be made, where it is not the file's own."""
    may_enter: Callable[[Roadmap, Roadmap], object] | None = None
    """Called with what others wrote and what it becomes; raises RefusedError where that may not be."""
    base: bytes = b""
    """What the file held before, as git should know it; found out while it is written."""
    before: Roadmap | None = None
    """What others left, where it was brought together with theirs."""
    old_copy: tuple[bytes, bytes] | None = None
    """What we had, and what it becomes with an older version that others have saved over it."""
    save: str = ""
    """The name under which the save was noted."""


class Disk:
    """A roadmap's file as it was when it was last read or written."""

    def __init__(self, path: Path, roadmap: Roadmap, document: Document) -> None:
        """Hold a file that has been read."""
        self.path = path
        self.roadmap = roadmap
        self.document = document
        self.problems: tuple[Problem, ...] = ()
        self.sides: Callable[[], Sides] = _sides
        """Names the two sides of a conflict, and the day."""
        self.is_settled: Callable[[], bool] = lambda: True
        """Whether git holds what we gave it: anything else that it holds somebody else has put there."""
        self.describe: Callable[[bytes | None, bytes], str] | None = None
        """Makes the text of the commit for what others have changed."""
        self.aside: Path | None = None
        """Where the side not taken was kept, after a conflict."""
        self.found: Found | None = None
        """What the last look at the file found."""

    @cached_property
    def outside(self) -> Outside:
        """The file as others may leave it."""
        from model.file.outside import Outside

        return Outside(self.path, os.environ)

    @property
    def is_foreign(self) -> bool:
        """Whether the file as we know it was put there by somebody else, and nobody has looked what it lacks."""
        return self.outside.lineage.latest not in ("", self.document.digest)

    @property
    def broken(self) -> Problem | None:
        """Why the file gave no roadmap when it was last looked at; None when it did."""
        return next((problem for problem in self.problems if problem.fatal), None)

    def look(self) -> Found:
        """Read the file, take in what stands there, and return it with what should; `problems` says what is wrong."""
        found = self.outside.look(self.document.data, merge=self._merge, is_meant=self._is_meant)
        reading = found.reading
        self.problems, self.found = reading.problems, found
        if reading.roadmap is None or reading.document is None:
            return found
        if reading.document.digest != self.document.digest:
            self.roadmap, self.document = reading.roadmap, reading.document
        if found.conflicts:
            self._keep_aside(self.document.data)
        return found

    def put(self, wanted: Wanted) -> None:
        """Write what is wanted; where others have written meanwhile, the two are brought together.

        Raises ChangedMeanwhileError where both have changed one thing, UnreadableError where theirs gives no roadmap,
        PatchFailedError and its like: nothing is changed then. Raises SaveError; `wanted` then is what still waits.
        """
        was = (self.roadmap, self.document)
        wanted.base = wanted.base or self.document.data
        try:
            if self.is_foreign:
                self._join(wanted)
            for _ in range(TRIES):
                with suppress(ChangedOutsideError):
                    self._write(wanted)
                    return
                self._join(wanted)
            self._write(wanted)
        except SaveError:
            wanted.changes, wanted.onto = diff(self.roadmap, wanted.roadmap), None
            raise
        except BaseException:
            self.roadmap, self.document = was
            raise

    def rescue(self, wanted: Wanted) -> None:
        """Keep a copy of what could not be saved, where that is possible."""
        from model.file import recovery
        from model.file.patch import patched

        with suppress(SaveError):
            data = patched(self.document, wanted.changes, allow_loss=wanted.allow_loss).data
            recovery.write(recovery.Recovery(self.path, self.document.digest, data), os.environ)

    def _write(self, wanted: Wanted) -> None:
        from model.file.patch import patched
        from model.file.save import save

        document = patched(wanted.onto or self.document, wanted.changes, allow_loss=wanted.allow_loss)
        outside, old = self.outside, self.document

        def note() -> None:
            if wanted.old_copy and self.describe:
                ours, joint = wanted.old_copy
                outside.lineage.note(outside.remembered.keep(joint), digest(ours), self.describe(ours, joint))
            for data in (old.data, document.data):
                outside.remembered.keep(data)
            wanted.save = outside.lineage.note(document.digest, digest(wanted.base), wanted.message)

        try:
            save(self.path, document.data, expected_digest=old.digest, then=note)
        except UnconfirmedError:
            self.roadmap, self.document = wanted.roadmap, document
            raise
        self.roadmap, self.document = wanted.roadmap, document

    def _join(self, wanted: Wanted) -> None:
        """Make of what is wanted what it is after what others have written."""
        known = self.roadmap
        found = self.look()
        if found.roadmap is None:
            raise UnreadableError(self.path, self.problems)
        joint = found.document.data if found.document else b""
        wanted.base = joint or self.document.data
        wanted.old_copy = (found.ours, joint) if joint != found.ours else None
        after = joined(known, wanted, found.roadmap)
        if wanted.may_enter:
            wanted.may_enter(found.roadmap, after)
        wanted.before = found.roadmap
        wanted.roadmap, wanted.onto = after, found.document
        wanted.changes = diff(found.roadmap, after)

    def _keep_aside(self, data: bytes) -> None:
        from model.file.aside import keep_aside

        self.aside, day = None, self.sides().day
        with suppress(SaveError):
            self.aside = keep_aside(self.path, data, day) if day else None

    def _merge(self, base: Document, ours: Document, theirs: Document) -> Merged:
        from model.file.merging import merged

        return merged(base, ours, theirs, by=self.sides())

    def _is_meant(self, data: bytes) -> bool:
        """Whether git holds these bytes: a pull, a checkout, or a commit that a person has made by hand."""
        from model.git.errors import GitError
        from model.git.history import committed

        try:
            return self.is_settled() and committed(self.path) == data
        except GitError:
            return False


def joined(known: Roadmap, wanted: Wanted, theirs: Roadmap) -> Roadmap:
    """Return what others wrote with our changes in it, field by field; raise ChangedMeanwhileError."""
    try:
        return apply(theirs, wanted.changes)
    except ChangedMeanwhileError:
        from model.merge import merge

        # What is in the file keeps its name where both have added a record under the same one.
        after, conflicts = merge(known, theirs, wanted.roadmap)
        if conflicts:
            raise
        return after


def _sides() -> Sides:
    from model.merge import Sides

    return Sides()
