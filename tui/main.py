"""The entry point: the command line's verbs, or the app; the only place that reads the clock.

Neither Textual nor git is imported for a verb that does not need it.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from tui.lean import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time
    from types import TracebackType

BROKEN_PIPE = 141
INTERRUPTED = 130
MERGE_DRIVER = "merge-driver"
"""git waits for this verb at every merge, so it goes past the table of all the others."""
HELP = ("-h", "--help")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says (by default this process's own) and return the exit status."""
    words = [_heard(word) for word in sys.argv[1:]] if argv is None else list(argv)
    sys.excepthook = _last_words
    try:
        with uncollected():
            return _run(words)
    except BrokenPipeError:
        # Who reads our output has had enough (`tiekartta list | head`); what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def today() -> date:
    """Return the day that it is here."""
    return _now().date()


def clock() -> time:
    """Return the time of day that it is here."""
    return _now().time()


def _now() -> datetime:
    return datetime.now().astimezone()


def _run(words: Sequence[str]) -> int:
    if words[:1] == [MERGE_DRIVER] and not any(word in HELP for word in words):
        from tui.cli.driving import drive

        return drive(words[1:], today)
    # Imported while no garbage is looked for, which is what most of the time of a command goes into.
    from tui.cli.running import Clock, run
    from tui.cli.speech import prepare_streams

    prepare_streams()
    status = run(words, Clock(today, clock))
    sys.stdout.flush()
    return status


def _heard(word: str) -> str:
    """Return a word as it was typed: where the locale has no letters for it, its bytes are read as UTF-8 or Latin-1."""
    if word.isascii() or not any("\udc80" <= char <= "\udcff" for char in word):
        return word
    typed = os.fsencode(word)
    try:
        return typed.decode()
    except UnicodeDecodeError:
        return typed.decode("latin-1")


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in a sentence that the program failed, instead of a traceback; where in the code goes to a file."""
    del kind, trace
    from tui.cli.speech import complain_of_failure
    from tui.crash import crash_file

    complain_of_failure(crash_file(error))


if __name__ == "__main__":
    sys.exit(main())
