"""The command by which git calls this program for a merge, as it stands in a repository's configuration."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "tiekartta"
DRIVER = f"merge.{NAME}.driver"
TITLE = f"merge.{NAME}.name"
_ARGUMENTS = "merge-driver -- %O %A %B %P %X %Y"
_MODULE = ("-P", "-m", "tui.main")
"""Without -P the folder in which git runs would be searched for a program of this name."""


def program() -> tuple[str, ...]:
    """Return the words that start this program from anywhere: its own file, or Python with its module."""
    folder = Path(sys.executable).parent
    for place in (folder / NAME, folder / f"{NAME}.exe", Path(sys.argv[0])):
        if place.stem == NAME and place.is_file() and os.access(place, os.X_OK):
            return (place.absolute().as_posix(),)
    return (Path(sys.executable).absolute().as_posix(), *_MODULE)


def command(words: Sequence[str]) -> str:
    """Return the merge driver that these words start, as git's configuration holds it."""
    return f"{' '.join(map(_quoted, words))} {_ARGUMENTS}"


def is_own(name: str, value: str) -> bool:
    """Whether a setting is this program as the driver of merges: nothing that came with a folder."""
    return name.lower() == DRIVER and value == command(program())


def _quoted(word: str) -> str:
    """Return a word as sh takes it and git, which fills in what begins with a per cent sign, leaves it."""
    return "'" + word.replace("'", "'\\''").replace("%", "%%") + "'"
