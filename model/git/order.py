"""Commits in the order of the saves, whichever of two programs makes them.

Two windows on one file save in turn, and each has a recorder of its own. Were each to commit only its own decisions,
the slower one would put an old version over a newer one. So they commit one at a time, and what the other one saved
before and has not committed yet is committed for it, under its own words; it then finds that done.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.lock import held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from model.file.lineage import Lineage

LONGEST = 65.0
"""Seconds for which another program's commit is waited for: longer than git and its hooks may take."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold off the commits of our other programs in a repository, whose git folder is given."""
    with held(folder, longest=LONGEST):
        yield


def owed(lineage: Lineage, save: str, at_head: bytes | None) -> tuple[tuple[str, bytes, str], ...]:
    """Return what was saved between what git has and a save, and is not recorded: names, bytes and commits' texts.

    The oldest first, without the save itself. Empty where that cannot be told, or a version is no longer remembered.
    """
    earlier = lineage.owed(save, digest(at_head or b""))[:-1]
    found = [(saved.id, lineage.remembered.version(saved.new), saved.message) for saved in earlier]
    known = tuple((name, data, message) for name, data, message in found if data is not None)
    return known if len(known) == len(found) else ()
