"""A program in a terminal of its own, and when each thing it drew could be seen.

What the program writes is only stamped and kept while it runs. What the screen looked like at which moment is found
out afterwards, so the time that the terminal's emulation takes is in no figure.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

COLUMNS, ROWS = 120, 40
PATIENCE = 20.0
QUIET = 0.3
FRAME = re.compile(rb"(\x1b\[\?2026[hl])")
QUERIES = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised updates: known, so that a frame's end is seen
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
}
# Sequences that the emulator would print: key protocols, queries of modes, strings to the terminal.
UNKNOWN = re.compile(
    rb"\x1b\[[<=>][\d;]*[@-~]|\x1b\[\??[\d;]*\$p|\x1b\[\?[\d;]*[a-gi-km-~]|\x1b[P_^].*?\x1b\\", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came between two moments: pieces of output with the times at which they came."""

    since: float
    pieces: tuple[tuple[float, bytes], ...]
    place: int
    """How many pieces had come before."""

    @property
    def size(self) -> int:
        """How many bytes the program wrote."""
        return sum(len(data) for _, data in self.pieces)


@dataclass
class Terminal:
    """A program running in a pty of 120 by 40."""

    argv: list[str]
    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(COLUMNS, ROWS), init=False)

    def __enter__(self) -> Self:
        """Start the program."""
        self.stream = pyte.ByteStream(self.screen)
        self.in_frame = False
        self.came: list[tuple[float, bytes]] = []
        self.shown = 0
        environment = surroundings(self.folder) | dict(self.variables)
        self.started = perf_counter()
        self.process, self.line = pty.fork()
        if self.process == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
                os.chdir(self.folder)
                os.execvpe(self.argv[0], self.argv, environment)
            finally:
                os._exit(127)
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, as when the window is closed, and if that is not enough, for good."""
        for blow in (signal.SIGHUP, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.kill(self.process, blow)
            if self._ended_within(3.0):
                break
        os.close(self.line)

    def _ended_within(self, seconds: float) -> bool:
        until = perf_counter() + seconds
        while perf_counter() < until:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return True
            self._read(0.01)
        return False

    def _read(self, seconds: float) -> bytes | None:
        """Return what came within the time, answering what is asked; None if nothing came or the program is gone."""
        if not select.select([self.line], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self.line, 1 << 16)
        except OSError:  # how a pty says that nobody is at its other end
            return None
        for query, answer in QUERIES.items():
            if query in data:
                os.write(self.line, answer)
        return data

    def collect(self, *, since: float, quiet: float = QUIET, until: Callable[[], bool] = lambda: True) -> Drawn:
        """Gather output until nothing came for a while, at least one piece came and the condition holds."""
        place = len(self.came)
        while perf_counter() < since + PATIENCE:
            data = self._read(quiet)
            if data is not None:
                self.came.append((perf_counter(), data))
            elif len(self.came) > place and until():
                return Drawn(since, tuple(self.came[place:]), place)
        message = f"{self.argv}: nothing more came; the screen:\n{self.text}"
        raise TimeoutError(message)

    def press(self, keys: bytes, *, quiet: float = QUIET) -> Drawn:
        """Send keys and gather what they brought about."""
        since = perf_counter()
        os.write(self.line, keys)
        return self.collect(since=since, quiet=quiet)

    def replay(self, drawn: Drawn) -> Iterator[tuple[float, str]]:
        """Yield the screen's text at each end of a frame, with the time at which it stood there."""
        self._show(drawn.place)
        for when, data in drawn.pieces[self.shown - drawn.place :]:
            self.shown += 1
            for _ in self._fed(data):
                yield when, "\n".join(self.screen.display)

    def _show(self, place: int) -> None:
        """Draw what came before a place and has not been drawn."""
        for _, data in self.came[self.shown : place]:
            self.shown += 1
            for _ in self._fed(data):
                pass

    def _fed(self, data: bytes) -> Iterator[None]:
        """Draw a piece; stop at each place where what stands on the screen is whole."""
        for part in FRAME.split(data):
            if part.startswith(b"\x1b[?2026"):
                self.in_frame = part.endswith(b"h")
            else:
                self.stream.feed(UNKNOWN.sub(b"", part))
            if part and not self.in_frame:
                yield

    def seen(self, drawn: Drawn, *wanted: str) -> float:
        """Return the seconds from a moment to the first whole frame with all the wanted text; show all of it."""
        found: float | None = None
        for when, text in self.replay(drawn):
            if found is None and all(re.search(one, text) for one in wanted):
                found = when - drawn.since
        if found is None:
            message = f"{self.argv}: no {wanted} on the screen:\n{self.text}"
            raise LookupError(message)
        return found

    @property
    def text(self) -> str:
        """The screen's rows as they are now."""
        self._show(len(self.came))
        return "\n".join(self.screen.display)


def surroundings(folder: Path) -> dict[str, str]:
    """Return an environment in which every run starts alike: own home, own git identity, byte code allowed."""
    keep = {name: value for name, value in os.environ.items() if name in {"PATH", "PYTHONPATH", "TMPDIR"}}
    return keep | {
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Erkki Esimerkki",
        "GIT_AUTHOR_EMAIL": "erkki@example.invalid",
        "GIT_COMMITTER_NAME": "Erkki Esimerkki",
        "GIT_COMMITTER_EMAIL": "erkki@example.invalid",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
