"""Two names of a folder swapped in one step, where the system can do it (Linux: renameat2)."""

from __future__ import annotations

import ctypes
import errno
import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


def exchange(one: Path, other: Path) -> bool:
    """Swap two files and return True, or False where the system cannot; raise OSError for a failure."""
    renameat2 = _renameat2()
    if renameat2 is None:
        return False
    ctypes.set_errno(0)
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Callable[..., int] | None:
    try:
        library = ctypes.CDLL(None, use_errno=True)
        found: Callable[..., int] = library.renameat2
    except (OSError, TypeError, AttributeError):
        return None
    return found
