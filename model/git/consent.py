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
        beside.unlink(missing_ok=True)
        # Whoever else writes in that folder neither reads it meanwhile nor has it written elsewhere by a link.
        fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w", encoding="ascii") as stream:
            stream.write(text)
        beside.replace(place)
    except OSError as error:
        raise UnrememberedError(place.parent, clean(error.strerror or "")) from error
