"""The roadmap at hand: the one object that changes.

An edit is a function from roadmap to roadmap; the session takes the result, has what differs saved and
recorded by its keeper, and remembers how to take it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import cached_property
from typing import TYPE_CHECKING

from exporters.words import Words
from model.diff import Change, apply, diff, inverted
from model.file.reading import read, read_bytes
from model.git.message import composed, new_change_id
from model.standing import open_meeting, walk
from model.trailers import CHANGE_ID, ITEM, MEETING, REAPPLIES, REVERTS, TAKES_BACK
from tui.keeper import Keeper
from tui.telling import label, subject, trailers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from model.git.at import Version
    from model.halfyear import HalfYear
    from model.meeting import Meeting
    from model.merge import Sides
    from model.roadmap import Roadmap
    from model.standing import Walk
    from model.typedround import TypedRound
    from tui.pace import Pace

Marks = tuple[tuple[str, str], ...]
"""Trailers of a commit: name and value."""


def usual_time() -> time:
    """Return nine o'clock: what a meeting's time is offered as where no clock is given."""
    return time(9)


class NothingToUndoError(Exception):
    """There is no decision that could be taken back, or made again."""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that can be taken back: its Change-Id and what it changed."""

    id: str
    changes: tuple[Change, ...]


class Session:
    """A roadmap, the day on which it is looked at, and the decisions that can be taken back."""

    past: Version | None = None
    """The version that is looked at; None for the present."""
    typed_round: TypedRound | None = None  # what somebody has typed of a survey and not saved yet

    def __init__(self, keeper: Keeper, *, today: date, clock: Callable[[], time] = usual_time) -> None:
        """Work on the file that a keeper holds; `clock` tells the time of day of a meeting that begins or ends."""
        self.keeper = keeper
        self.today = today
        self.clock = clock
        self._walk: tuple[Roadmap, Walk] | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []
        keeper.recording.describe = keeper.disk.describe = self._left_unrecorded
        keeper.disk.sides = self._sides

    @classmethod
    def open(
        cls, path: Path, *, today: date, clock: Callable[[], time] = usual_time, version: Version | None = None
    ) -> Session:
        """Read a file, or a version of it that is only looked at; raise UnreadableError, UnreadableVersionError."""
        if version is None:
            return cls(Keeper(path, read(path)), today=today, clock=clock)
        from tui.pastkeeper import PastKeeper

        session = cls(PastKeeper(path, version), today=today, clock=clock)
        session.past = version
        return session

    @cached_property
    def pace(self) -> Pace:
        """The § at hand and since when it is; no first screen asks for it."""
        from tui.pace import Pace

        return Pace()

    @property
    def path(self) -> Path:
        """The roadmap's file."""
        return self.keeper.path

    @property
    def start(self) -> str | None:
        """The commit to look back from while the past is shown; None for the newest."""
        return self.past.commit if self.past else None

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap as it is now."""
        return self.keeper.roadmap

    @property
    def half(self) -> HalfYear:
        """The half-year that is now; the year where the roadmap goes by years."""
        return self.roadmap.head.step.containing(self.today)

    @property
    def words(self) -> Words:
        """The words of the roadmap's own language, for what is written into it and about it."""
        return Words.of(self.roadmap.head)

    def now(self) -> time:
        """Return the time of day, to the minute."""
        return self.clock().replace(second=0, microsecond=0)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is under way, or None."""
        found = open_meeting(self.roadmap)
        return found if found and found.opened is not None else None

    @property
    def walk(self) -> Walk:
        """The walk of this half-year: what the meeting has handled and what is left.

        It is asked for many times between two changes and sorts all measures, so it is kept with its roadmap.
        """
        roadmap = self.roadmap
        if self._walk is None or self._walk[0] is not roadmap:
            self._walk = (roadmap, walk(roadmap, self.half, self.meeting))
        return self._walk[1]

    def change(
        self, after: Roadmap, *, said: str = "", marks: Marks = (), allow_loss: bool = False
    ) -> tuple[Change, ...]:
        """Make a roadmap the present one, have it saved and recorded, and return what changed.

        What is no change writes nothing. The commit's subject is read off the changes unless it is `said`; `marks`
        are further trailers. `allow_loss` and what is raised are those of `Keeper.take`; an edit of checked minutes
        raises RefusedError("meeting-locked").
        """
        from model import minuting

        changes = diff(self.roadmap, minuting.respected(self.roadmap, after))
        if changes:
            name = new_change_id()
            own = ((CHANGE_ID, name), *marks)
            changes = self._take(changes, said or subject(changes, self.words, after), own, allow_loss=allow_loss)
            self._done.append(Step(name, changes))
            self._undone.clear()
        return changes

    def undo(self, *, allow_loss: bool = False) -> tuple[Change, ...]:
        """Take back the latest decision; raise NothingToUndoError, or as `change` does."""
        if not self._done:
            raise NothingToUndoError
        step = self._done[-1]
        changes = self._respecting(inverted(step.changes))
        said = self.words.t("Undone: {what}", what=label(step.changes, self.words, self.roadmap))
        own = ((CHANGE_ID, new_change_id()), (REVERTS, step.id))
        self._take(changes, said, own, allow_loss=allow_loss)
        self._undone.append(self._done.pop())
        return changes

    def redo(self, *, allow_loss: bool = False) -> tuple[Change, ...]:
        """Make the latest decision that was taken back once more; raise as `undo` does."""
        if not self._undone:
            raise NothingToUndoError
        step = self._undone[-1]
        changes = self._respecting(step.changes)
        said = subject(changes, self.words, self.roadmap)
        own = ((CHANGE_ID, new_change_id()), (REAPPLIES, step.id))
        self._take(changes, said, own, allow_loss=allow_loss)
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
        """Take in the decisions of earlier sessions, the oldest first; those of this session stay on top."""
        fresh = not self._done and not self._undone
        known = {step.id for step in (*self._done, *self._undone)}
        self._done[:0] = [step for step in done if step.id not in known]
        if fresh:
            self._undone[:0] = undone

    def record_file(self, path: Path, content: bytes, said: str) -> None:
        """Have another file beside the roadmap (the minutes) recorded in a commit of its own."""
        self.keeper.recording.record(path, content, composed(said, trailers=((CHANGE_ID, new_change_id()),)))

    def close(self, *, seconds: float = 10.0) -> int:
        """Wait for git to finish, but no longer than so many seconds; return how many commits it still owes."""
        return self.keeper.recording.close(seconds=seconds)

    def _left_unrecorded(self, at_head: bytes | None, found: bytes) -> str:
        """Return the commit message for what was changed without being recorded: by hand, or before a crash."""
        before, after = read_bytes(at_head or b"").roadmap, read_bytes(found).roadmap
        changes = diff(before, after) if before and after else ()
        said = subject(changes, self.words, after) if changes and after else self.words.t("changed by hand")
        return composed(said, trailers=((CHANGE_ID, new_change_id()),))

    def _sides(self) -> Sides:
        """Return the names under which a conflict keeps what was decided here and what stood in the file."""
        from model.merge import Sides

        return Sides(self.words.t("in this program"), self.words.t("in the file"), self.today)

    def _respecting(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return the changes of a step that touches no minutes which somebody has checked since."""
        from model import minuting

        minuting.respected(self.roadmap, apply(self.roadmap, changes), is_step=True)
        return changes

    def _take(self, changes: tuple[Change, ...], said: str, own: Marks, *, allow_loss: bool) -> tuple[Change, ...]:
        marks = [(name, value) for name, _, value in (line.partition(": ") for line in trailers(changes))]
        if TAKES_BACK in dict(own):  # the meeting that once decided it does not take it back
            marks = [mark for mark in marks if mark[0] not in (MEETING, ITEM)]
        message = composed(said, trailers=[*marks, *own])
        return self.keeper.take(changes, message, allow_loss=allow_loss)
