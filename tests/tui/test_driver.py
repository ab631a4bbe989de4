"""What the program writes reaches the terminal whole."""

from __future__ import annotations

import io

from tui.driver import Enduring


class Interrupted(io.RawIOBase):
    """A terminal that takes a few bytes at a time, as when signals cut each write short."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.taken = bytearray()

    def writable(self) -> bool:
        """Whether it can be written to."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # bytes are what is written here
        """Take seven bytes of what is written."""
        self.taken += data[:7]
        return len(data[:7])


def test_a_write_that_is_cut_short_loses_nothing() -> None:
    """A standard error without a buffer, as of PYTHONUNBUFFERED, is written to until every byte is there."""
    terminal = Interrupted()
    file = io.TextIOWrapper(terminal, encoding="utf-8", write_through=True)  # type: ignore[type-var]  # raw, as there
    output = Enduring(file)

    output.write("Enter Käy läpi · ? Ohje\n")
    output.flush()

    assert terminal.taken.decode() == "Enter Käy läpi · ? Ohje\n"
