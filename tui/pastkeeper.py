"""Keeping a roadmap as it was: it can be looked at, and nothing that is done with it changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.git.at import reading_of
from tui.keeper import Keeper

if TYPE_CHECKING:
    from pathlib import Path

    from model.diff import Change
    from model.git.at import Version
    from model.roadmap import Roadmap


class PastKeeper(Keeper):
    """An earlier version of a roadmap's file."""

    def __init__(self, path: Path, version: Version) -> None:
        """Hold a version of the file; raise UnreadableVersionError when it gives no roadmap."""
        super().__init__(path, reading_of(version))

    @property
    def recovered(self) -> Roadmap | None:
        """Nothing: what could not be saved belongs to the present."""
        return None

    def take(self, changes: tuple[Change, ...], message: str, *, allow_loss: bool = False) -> tuple[Change, ...]:
        """Refuse every change."""
        del changes, message, allow_loss
        raise RefusedError("past")

    def look(self) -> tuple[Change, ...]:
        """Return that nobody changed it: nobody can."""
        return ()

    def tidy(self) -> tuple[Path, ...]:
        """Leave what lies beside the file to the present."""
        return ()
