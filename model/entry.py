"""The history as it is told: an entry for each commit of the roadmap's file, and a decision for each change of a field.

Where they come from is the edge's to know (`model.git.history`, `model.git.deciding`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from model.trailers import CHANGE_ID, ITEM, MEETING, REAPPLIES, REVERTS, TAKES_BACK
from model.wanted import decided_in

if TYPE_CHECKING:
    from datetime import datetime

    from model.diff import Change, Key
    from model.roadmap import Roadmap

_ID = re.compile(r"[0-9a-f]{12}")
_MOST_DIGITS = 9

Form = Literal["change", "unreadable", "removed", "made", "readable", "cut"]
"""What a commit is to the history: a change; a version that cannot be read; the file's removal; where the file came
into being, where it first could be read as a roadmap, or before what this copy of the repository does not hold."""
_BEGINNINGS = frozenset({"made", "readable", "cut"})


@dataclass(frozen=True)
class Entry:
    """One commit of the roadmap's file."""

    commit: str
    when: datetime
    """The author's time, with its zone."""
    who: str
    subject: str
    trailers: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...] | None
    """What it changed in the roadmap; of a merge, what is in neither side. None when its version cannot be read."""
    form: Form = "change"
    parents: tuple[str, ...] = ()
    roadmap: Roadmap | None = None
    """The roadmap as this commit left it: what a sentence about its changes takes names and earlier levels from."""
    renamed: str = ""
    """The file's name before, where it got another one here."""

    @property
    def began(self) -> bool:
        """Whether what can be told of the file begins here; such an entry has no changes."""
        return self.form in _BEGINNINGS

    @cached_property
    def place(self) -> tuple[str, int | None]:
        """The meeting and the § to which it belongs: by its trailers, else by what it changed; empty and None if none.

        So a hand edit has its place like a decision that the program recorded. What takes an old decision back does
        not belong to the meeting that made it.
        """
        meeting, item = self.trailer(MEETING), self.trailer(ITEM) or ""
        if meeting:
            return meeting, int(item) if item.isdecimal() and len(item) <= _MOST_DIGITS else None
        return ("", None) if self.trailer(TAKES_BACK) else decided_in(self.changes or ())

    @property
    def meeting(self) -> str:
        """The number of the meeting to which it belongs, or empty."""
        return self.place[0]

    @property
    def item(self) -> int | None:
        """The § to which it belongs, or None."""
        return self.place[1]

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
class Decision:
    """One change of a field, or of one entry of a list, and who made it."""

    commit: str
    when: datetime
    """The author's time, with its zone."""
    who: str
    """Who recorded it."""
    subject: str
    """The commit's first line."""
    meeting: str
    """The number of the meeting in which it was decided, or empty."""
    item: int | None
    """The § under which it was decided."""
    before: Any
    """The earlier value or entry; None when there was none."""
    after: Any
    """The later value or entry; None when there is none."""
    key: Key | None = None
    """What identifies the entry of a list; None for a plain field, and for what came or went with the whole record."""
    why: str = ""
    """The reason, note or result that was recorded with it."""
    form: Form = "change"
    """Whether the record's history begins here, and how (see `model.git.history`)."""
