"""Textual's driver of the terminal with four things of our own.

What is written is written whole: with PYTHONUNBUFFERED the standard error has no buffer, and a write that a signal
cuts short, as that of a new window size does, would lose its rest and leave lines of the screen empty. A terminal that
is gone raises nothing: Textual's thread that writes would die of it, its queue fill, and the program wait for ever,
unseen, at the next write. On Windows the keyboard protocol that loses AltGr characters stays off. A window that is
made smaller and larger in one go is told of in that order: a signal may interrupt the handler of the one before it
between reading the size and passing it on, so the handler runs in the event loop, where nothing does.
"""

from __future__ import annotations

import asyncio
import io
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from textual.driver import Driver

KITTY_ON = "\x1b[>1u"
"""What Textual's Windows driver sends to turn on the keyboard protocol that loses AltGr characters."""


class Whole:
    """An unbuffered output to which every text is written whole, however often a write is cut short."""

    def __init__(self, raw: io.RawIOBase, encoding: str) -> None:
        """Write to a file of bytes."""
        self._raw = raw
        self._encoding = encoding

    def write(self, text: str) -> None:
        """Write all of a text."""
        data = text.encode(self._encoding, "replace")
        while data and (taken := self._raw.write(data)):
            data = data[taken:]


class Enduring:
    """An output that takes everything; what its file does not take any more is dropped."""

    def __init__(self, file: TextIO) -> None:
        """Write to a file."""
        self._file = file
        raw = getattr(file, "buffer", None)
        self._writer = Whole(raw, file.encoding) if isinstance(raw, io.RawIOBase) else file

    def write(self, text: str) -> None:
        """Write, if anybody is there to read it."""
        with suppress(OSError):
            self._writer.write(text)

    def flush(self) -> None:
        """Hand over what was written, if anybody is there to read it."""
        with suppress(OSError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else a file has
        return getattr(self._file, name)


def enduring(driver: type[Driver]) -> type[Driver]:
    """Return a driver that outlives its terminal and asks for no keyboard protocol."""

    class Ours(driver):  # type: ignore[misc, valid-type]  # the base is known at run time only
        def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
            super().__init__(*args, **options)
            own = self.__dict__
            if "_file" in own:
                own["_file"] = Enduring(own["_file"])

        def start_application_mode(self) -> None:
            super().start_application_mode()
            if hasattr(signal, "SIGWINCH") and callable(resized := signal.getsignal(signal.SIGWINCH)):
                asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, resized, signal.SIGWINCH, None)

        def write(self, data: str) -> None:
            super().write(data.replace(KITTY_ON, "") if os.name == "nt" else data)

    return Ours
