"""The record of a conflict: two people changed one thing to two things, and somebody has yet to choose."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from model.record import Record
from model.values import Ids

Day = date
"""The type, where a field has its name."""


def _absent_if_empty(value: object) -> object:
    """Let an empty text and an empty list be as absent as a key that is not there: in the file they are the same."""
    return None if value in ("", [], ()) and not isinstance(value, bool) else value


Value = Annotated[Any, BeforeValidator(_absent_if_empty)]
"""A TOML value as `model.plain.plain` gives it, a record or an entry as a dict; None when there was none."""


class Conflict(Record):
    """A place where a merge found two different values, or an edit against a removal.

    The roadmap itself holds one of the two, so it is valid as it is; the conflict says what the other one was.
    """

    id: str
    table: str
    """The table of the file: `measures`."""
    record: str = ""
    """The record's id, `T07`; empty for `[roadmap]` and `[scale]`."""
    field: str = ""
    """The key, `end`; with an entry the list, `funding`, or a key in it, `funding.amount`; empty: the whole record."""
    entry: Ids = ()
    """What identifies an entry of a nested list in there, as texts; empty for a field of the record itself."""
    base: Value = None
    """What it was before either changed it."""
    ours: Value = None
    """What the one whose copy was merged into made of it."""
    theirs: Value = None
    """What the other one made of it."""
    ours_by: str = ""
    theirs_by: str = ""
    date: Day | None = None
