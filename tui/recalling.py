"""The decisions of earlier sessions, read off the history, so that they can be undone and redone in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.git.history import history
from model.undo import undo_state
from tui.session import Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from model.entry import Entry

DEPTH = 200
"""So many commits back a decision can be undone."""


def recalled(path: Path) -> tuple[list[Step], list[Step]]:
    """Return the decisions that can be undone and those that can be redone, oldest first; raise GitError."""
    undoable, redoable = undo_state(history(path, limit=DEPTH))
    return _steps(undoable), _steps(redoable)


def _steps(entries: Sequence[Entry]) -> list[Step]:
    return [Step(entry.change_id, entry.changes) for entry in reversed(entries) if entry.change_id and entry.changes]
