"""The entry point: the command line's verbs, or the app; the only place that reads the clock.

Neither Textual nor git is imported for a verb that does not need it.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from tui.cli.running import run
from tui.cli.speech import prepare_streams

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

BROKEN_PIPE = 141
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says (by default this process's own) and return the exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    # Plugins that other packages may offer to pydantic have no business here, and the search for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Each look for garbage costs a part of a command's time, and a command leaves hardly any.
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        prepare_streams()
        status = run(words, today=today, clock=clock)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads our output has had enough (`tiekartta list | head`); what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if was_collecting:
            gc.enable()
    return status


def today() -> date:
    """Return the day that it is here."""
    return _now().date()


def clock() -> time:
    """Return the time of day that it is here."""
    return _now().time()


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    sys.exit(main())
