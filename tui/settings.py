"""The user's own configuration: language, theme and keys, checked entry by entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; whatever is not chosen has a default."""

    language: str = ""
    theme: str = "tiekartta-dark"
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of the command, `walk.done = "v"`."""
