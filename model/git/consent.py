"""Keeping what a person has agreed to, outside every repository, where only they can read it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from model.git.errors import UnrememberedError
from model.text import clean

if TYPE_CHECKING:
    from pathlib import Path


def remember(place: Path, text: str) -> None:
    """Replace what is kept at a place, whole or not at all; raise UnrememberedError where it cannot be kept."""
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.write_text(text, encoding="ascii")
        beside.chmod(0o600)
        beside.replace(place)
    except OSError as error:
        raise UnrememberedError(place.parent, clean(error.strerror or "")) from error
