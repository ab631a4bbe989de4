"""The real program in a real pseudo-terminal, driven as a person does: keys and mouse in, a screen out.

Every wait is for something on the screen (or in the program's life) with a deadline; nothing sleeps. All bytes that
the program wrote are kept. The emulated screen is judged at the end of a frame, never in the middle of one.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from time import monotonic
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

CONTROLLING = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)"
"""Python by which a process that leads a session makes the terminal on its standard input its own."""
PATIENCE = 20.0
"""Seconds until a wait gives up; far more than is needed, for a machine with much else to do."""
KEYS = {
    "Enter": b"\r",
    "Esc": b"\x1b",
    "Tab": b"\t",
    "Space": b" ",
    "Backspace": b"\x7f",
    "Up": b"\x1b[A",
    "Down": b"\x1b[B",
    "Right": b"\x1b[C",
    "Left": b"\x1b[D",
    "Home": b"\x1b[H",
    "End": b"\x1b[F",
    "PageUp": b"\x1b[5~",
    "PageDown": b"\x1b[6~",
    "F1": b"\x1bOP",
    "F2": b"\x1bOQ",
    "F6": b"\x1b[17~",
    "Ctrl+C": b"\x03",
    "Ctrl+P": b"\x10",
    "Ctrl+Q": b"\x11",
}
"""What a terminal sends for the keys that are no character."""
ANSWERS = (
    (re.compile(rb"\x1b\[\?(2026)\$p"), b"\x1b[?%s;2$y"),
    (re.compile(rb"\x1b\[\?((?!2026\$)\d+)\$p"), b"\x1b[?%s;0$y"),
    (re.compile(rb"\x1b\[(0?)c"), b"\x1b[?62;22c%.0s"),
    (re.compile(rb"\x1b\[(5)n"), b"\x1b[0n%.0s"),
)
"""What a terminal answers when it is asked about itself."""
# What the emulator does not know and would print: private and string sequences.
UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[\??[\d;]*\$p|\x1b\[\?[\d;]*[@-gi-km-~]|\x1b[P_^X].*?\x1b\\", re.DOTALL
)
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?)?\Z")
FRAME = re.compile(rb"(\x1b\[\?2026[hl])")


class Terminal:
    """A program that runs in a pseudo-terminal of so many columns and rows."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        folder: Path,
        environ: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        """Start a program that makes the terminal on its standard input its own (see CONTROLLING)."""
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        """Every byte that the program wrote."""
        self.pressed = 0
        """How many keys were pressed."""
        self._in_frame = False
        self._held = b""
        self.line, other = pty.openpty()
        _size(self.line, size)
        self.process = subprocess.Popen(
            argv, cwd=folder, env=environ, stdin=other, stdout=other, stderr=other, start_new_session=True
        )
        os.close(other)
        os.set_blocking(self.line, False)

    def close(self) -> None:
        """End the program, if it still runs, and close its terminal."""
        self.kill()
        self.process.wait()
        self.hang_up()

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def sees(self, pattern: str) -> bool:
        """Whether the screen shows something now."""
        return bool(re.search(pattern, self.text))

    def see(self, *patterns: str, seconds: float = PATIENCE) -> str:
        """Wait until the screen shows all of it at once; return the screen."""
        self.wait(lambda: all(map(self.sees, patterns)), f"no {patterns} on the screen", seconds=seconds)
        return self.text

    def lose(self, pattern: str) -> str:
        """Wait until the screen shows something no more; return the screen."""
        self.wait(lambda: not self.sees(pattern), f"{pattern!r} stays on the screen")
        return self.text

    def wait(
        self, ready: Callable[[], bool], what: str, *, seconds: float = PATIENCE, whole_frames: bool = True
    ) -> None:
        """Wait until a condition holds; fail with the screen as it is then.

        It is looked at at the end of a frame, unless it is not about the screen: one that is stopped ends no frame.
        """
        until = monotonic() + seconds
        while (whole_frames and self._in_frame) or not ready():
            if monotonic() > until or self.process.poll() is not None:
                ended = "" if self.process.returncode is None else f" (ended: {self.process.returncode})"
                raise AssertionError(f"{what}{ended}; the screen:\n{self.text}")
            self._pump(0.02)

    def ended(self, *, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended; return its exit status, negative when a signal ended it."""
        until = monotonic() + seconds
        while self.process.poll() is None:
            if monotonic() > until:
                raise AssertionError(f"the program has not ended; the screen:\n{self.text}")
            self._pump(0.02)
        while self._pump(0):
            pass
        return self.process.returncode

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a name of KEYS, or a character."""
        for key in keys:
            self.pressed += 1
            self.send(KEYS.get(key) or key.encode())

    def type(self, text: str) -> None:
        """Type a text, one key a character."""
        self.press(*text)

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does that was asked to mark it."""
        self.send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def click(self, text: str, *, times: int = 1) -> None:
        """Click with the mouse on the first letter of a text on the screen."""
        x, y = self.place(text)
        for _ in range(times):
            self.send(b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (x + 1, y + 1, x + 1, y + 1))

    def wheel(self, steps: int) -> None:
        """Turn the wheel in the middle of the screen, downwards when positive."""
        x, y = self.screen.columns // 2, self.screen.lines // 2
        self.send(b"\x1b[<%d;%d;%dM" % (65 if steps > 0 else 64, x, y) * abs(steps))

    def place(self, text: str) -> tuple[int, int]:
        """Return the column and row of a text on the screen."""
        for y, row in enumerate(self.screen.display):
            if text in row:
                return row.index(text), y
        raise AssertionError(f"no {text!r} on the screen:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        _size(self.line, (columns, rows))

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal's own end, as when its window is closed."""
        if self.line >= 0:
            os.close(self.line)
            self.line = -1

    def send(self, data: bytes) -> None:
        """Send bytes to the program, taking in what it writes meanwhile."""
        until = monotonic() + PATIENCE
        while data and self.process.poll() is None:
            if monotonic() > until:
                raise AssertionError(f"the program does not read; the screen:\n{self.text}")
            writable = select.select([], [self.line], [], 0)[1]
            if writable:
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self.line, data) :]
            if data:
                self._pump(0.005)

    def _pump(self, seconds: float) -> bool:
        """Take in what comes within some seconds; return whether anything came."""
        if self.line < 0 or not select.select([self.line], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.line, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:  # EIO is how a pty says that nobody is at its other end
                raise
            data = b""
        self._take(data)
        return bool(data)

    def _take(self, data: bytes) -> None:
        """Keep output, answer what it asks, and draw it."""
        self.raw += data
        data = self._held + data
        rest = UNFINISHED.search(data)
        data, self._held = (data[: rest.start()], data[rest.start() :]) if rest else (data, b"")
        for question, answer in ANSWERS:
            for asked in question.finditer(data):
                self.send(answer % asked[1])
        for part in FRAME.split(data):
            if part.startswith(b"\x1b[?2026"):
                self._in_frame = part.endswith(b"h")
            else:
                self.stream.feed(UNKNOWN.sub(b"", part))


def _size(line: int, size: tuple[int, int]) -> None:
    columns, rows = size
    fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
