"""Making commits outlive a power cut.

Git's own fsync of objects, refs and index is not enough on every file system: after a cut the branch may be found
to point to nothing. With the file system flushed once more behind the commit no commit that was reported got lost.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def settle(folder: Path) -> bool:
    """Flush the file system that a folder is on; return whether that could be done.

    Costs less than a millisecond when git has flushed its own files before. Only Linux offers it; elsewhere git's
    own fsync has to do.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 - needed after the first commit, and slower to import than the call itself

    try:
        place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        return bool(ctypes.CDLL(None).syncfs(place) == 0)
    except AttributeError:  # a C library without it
        return False
    finally:
        os.close(place)
