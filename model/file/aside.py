"""The side not taken: a whole version of the file, kept in a dated file beside the roadmap.

`roadmap.toinen-2026-11-22.toml`: the other one (*toinen*) of that day; a second one is `…-22-2.toml`. It is never
written over and never recorded; who has settled the conflict removes it.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from model.file.errors import ExistsError
from model.file.save import create

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

OTHER = "toinen"


def keep_aside(path: Path, data: bytes, day: date) -> Path:
    """Keep a version of a roadmap's file beside it under a name of its own, and return where.

    What lies there already is not written again. Raises a SaveError, never ExistsError.
    """
    for number in count(1):
        place = path.with_name(_name(path, day, number))
        try:
            create(place, data)
        except ExistsError:
            if _holds(place, data):
                return place
        else:
            return place
    raise AssertionError


def _name(path: Path, day: date, number: int) -> str:
    again = f"-{number}" if number > 1 else ""
    return f"{path.stem}.{OTHER}-{day.isoformat()}{again}{path.suffix}"


def _holds(place: Path, data: bytes) -> bool:
    try:
        return place.read_bytes() == data
    except OSError:
        return False
