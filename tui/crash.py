"""The file that tells a programmer why the program failed, and nothing of what the roadmap says."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from model.text import clean


def crash_file(error: BaseException) -> Path:
    """Write where in the code the error was raised to a file that only its owner can read; return its path.

    Local variables and the error's own words stay out: they may quote the roadmap.
    """
    lines = [*_places(error)]
    number, name = tempfile.mkstemp(prefix="tiekartta-", suffix=".txt")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(clean("\n".join(lines)) + "\n")
    return Path(name)


def _places(error: BaseException) -> list[str]:
    """Return the error's classes and the lines of code that led to it, the cause first."""
    cause = error.__cause__ or error.__context__
    before = [*_places(cause), ""] if cause is not None else []
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return [*before, f"{type(error).__module__}.{type(error).__qualname__}", *places]
