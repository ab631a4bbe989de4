"""One use of a verb: everything that it needs to know, and the ways in which it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.cli.invocation import roadmap_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import date, time
    from pathlib import Path

    from exporters.words import Words
    from model.file.reading import Reading
    from model.git.at import Version

DONE = 0
"""Exit status: it was done."""
REFUSED = 1
"""Exit status: it was refused, or there are problems."""
MISUSED = 2
"""Exit status: the words make no command."""


@dataclass(frozen=True, slots=True)
class Call:
    """A verb's options, the language of the answer, the day and the clock."""

    options: argparse.Namespace
    words: Words
    file: str
    """The file that was asked for, or empty."""
    language: str
    """The language that was asked for by option, or empty."""
    today: date
    clock: Callable[[], time]
    version: Version | None = None
    """The version that is looked at; None for the present."""

    def reading(self) -> Reading:
        """Read the roadmap as it is, or as it was; raises NoRoadmapError, and UnreadableVersionError of the latter."""
        from model.file.reading import read

        if self.version is None:
            return read(self.path)
        from model.git.at import reading_of

        return reading_of(self.version)

    @property
    def path(self) -> Path:
        """The roadmap's file; raises NoRoadmapError."""
        return roadmap_path(self.file)

    def option(self, name: str, default: Any = "") -> Any:  # noqa: ANN401 - argparse knows its types at run time only
        """Return an option's value; the default where it was not given."""
        value = getattr(self.options, name)
        return default if value is None else value
