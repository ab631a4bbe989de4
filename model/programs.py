"""What git would run that a folder brought along, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Runs:
    """One thing that git would run: a hook of the repository, or a program that its configuration names."""

    kind: Literal["hook", "setting"]
    name: str
    """The hook's name, or the setting's: `filter.lfs.clean`; safe to show."""
    command: str = ""
    """What a setting holds, safe to show; empty for a hook."""
    digest: str = ""
    """What the whole of it is known by again: the digest of the hook's text or of the setting's value."""

    def __str__(self) -> str:
        """Return the name, by which a sentence calls it."""
        return self.name
