"""Running one program to its end: its streams, its time limit, and how it is ended with all its children.

It has no terminal to ask at, and its outputs go to files, not pipes: what a hook left running may hold a pipe open for
ever. Which program, with which arguments and surroundings, is `model.git.runner`'s to say.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING

from model.git.errors import TimedOutError
from model.git.sync_errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

GRACE = 2.0
"""Seconds between the request to end, on which git removes its lock files, and the end."""

_Stream = IO[bytes] | int


@dataclass(frozen=True, slots=True)
class Ran:
    """What a finished command left behind: exit status and both outputs as bytes."""

    status: int
    out: bytes
    err: bytes

    @property
    def fields(self) -> tuple[str, ...]:
        """The output's lines, or its fields when it is separated by NUL; undecodable bytes survive as surrogates."""
        separator = b"\0" if b"\0" in self.out else b"\n"
        parts = self.out.split(separator)
        return tuple(os.fsdecode(part) for part in (parts[:-1] if not parts[-1] else parts))


class Halt:
    """A way to end what runs from another thread: whoever waits for it gets StoppedError."""

    def __init__(self) -> None:
        """Begin with nothing running and nothing asked."""
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = False

    def ask(self) -> None:
        """End what runs now, and whatever would be run under this halt later."""
        with self._lock:
            self._asked, process = True, self._process
        if process:
            _stop(process)

    def check(self) -> None:
        """Raise StoppedError if the end was asked for."""
        if self._asked:
            raise StoppedError

    @contextmanager
    def over(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Have a process ended when that is asked for; raise StoppedError then."""
        with self._lock:
            self._process, asked = process, self._asked
        if asked:
            _stop(process)
        try:
            yield
        finally:
            with self._lock:
                self._process = None
        self.check()


def run(
    argv: list[str],
    folder: Path,
    *,
    given: bytes,
    limit: float,
    surroundings: Mapping[str, str],
    begun: Callable[[], None] | None = None,
    halt: Halt | None = None,
) -> Ran:
    """Run to the end; `given` is the standard input, `begun` is called when the program has been started.

    Raises TimedOutError when `limit` seconds are over, and StoppedError when `halt` was asked for.
    """
    with _input(given) as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = _started(argv, (source, out, err), folder=folder, surroundings=surroundings)
        if begun:
            begun()
        with _limited(process, limit), (halt or Halt()).over(process):
            status = process.wait()
        return Ran(status, _content(out), _content(err))


@contextmanager
def streaming(
    argv: list[str], folder: Path, *, given: bytes, limit: float, surroundings: Mapping[str, str]
) -> Iterator[IO[bytes]]:
    """Run and give the output as a stream; leaving the context ends the program if it has not finished."""
    with _input(given) as source:
        streams = (source, subprocess.PIPE, subprocess.DEVNULL)
        process = _started(argv, streams, folder=folder, surroundings=surroundings)
        with _limited(process, limit):
            assert process.stdout is not None
            with process.stdout:
                yield process.stdout


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


@contextmanager
def _input(given: bytes) -> Iterator[IO[bytes] | int]:
    """Give a file that holds the bytes, or the null device: a child that reads nothing then blocks nobody."""
    if not given:
        yield subprocess.DEVNULL
        return
    with tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        yield source


def _started(
    argv: list[str], streams: tuple[_Stream, _Stream, _Stream], *, folder: Path, surroundings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a process on its three streams, in a session of its own: it has no terminal to ask at."""
    source, out, err = streams
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - fixed templates, no shell; data stands after `--` or on standard input
        argv,
        cwd=folder,
        stdin=source,
        stdout=out,
        stderr=err,
        env=surroundings,
        start_new_session=True,
        creationflags=hidden,
    )


@contextmanager
def _limited(process: subprocess.Popen[bytes], limit: float) -> Iterator[None]:
    """End a process when its time is over or the context is left; raise TimedOutError in the first case.

    A timer waits, not `Popen.wait(timeout)`, which sleeps in steps that double and would add half of a commit's time.
    """
    late: list[float] = []

    def end() -> None:
        late.append(limit)
        _stop(process)

    timer = Timer(limit, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if process.returncode is None:
            _stop(process)
            process.wait()
    if late:
        raise TimedOutError(limit)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process with its children: first asked, so that git removes its locks, then without asking."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(GRACE)
        os.killpg(process.pid, signal.SIGKILL)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # nobody is left, or on macOS only the dead
        return
