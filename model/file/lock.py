"""One save at a time in a folder, among the programs that ask: a lock on the folder itself, no lock file.

A courtesy only. Editors do not ask, some file systems have no locks, and a holder that is stopped is not waited
for long: then the exchange in `save` alone guards what others wrote.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST = 2.0
_PAUSE = 0.002


@contextmanager
def held(folder: Path, *, longest: float = _LONGEST) -> Iterator[None]:
    """Hold a folder's lock, as for a save, or go on without it after so many seconds."""
    fd = None
    with suppress(OSError):
        fd = _locked(folder, longest)
    try:
        yield
    finally:
        if fd is not None:
            with suppress(OSError):
                os.close(fd)


if sys.platform == "win32":

    def _locked(folder: Path, longest: float) -> int | None:
        del folder, longest

    def seized(folder: Path) -> int | None:
        """Take a folder's lock; there is none here."""
        del folder

else:
    import fcntl

    def seized(folder: Path) -> int | None:
        """Take a folder's lock without waiting, and return what gives it back when it is closed.

        None where there are no locks; raises BlockingIOError when somebody else has it.
        """
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(fd)
            raise
        except OSError:
            os.close(fd)
            return None
        return fd

    def _locked(folder: Path, longest: float) -> int | None:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        end = time.monotonic() + longest
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    return fd
                time.sleep(_PAUSE)
            except OSError:
                return fd
            else:
                return fd
