"""Speaking on standard output and standard error: plain lines, safe to show, in UTF-8 wherever they go."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from model.text import clean
from tui.cli.errors import (
    AlreadyThereError,
    AmbiguousIdError,
    MisusedError,
    NoMeetingError,
    NoRoadmapError,
    NoSuchIdError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.problems import Problem


def prepare_streams() -> None:
    """Make both streams carry any text: UTF-8, or what a terminal of another encoding can show of it."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        known = codecs.lookup(stream.encoding).name
        if stream.isatty() and known not in ("ascii", "utf-8"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines."""
    print(*lines, sep="\n")


def say_text(text: str) -> None:
    """Print a text that ends its own last line."""
    print(text, end="")


def say_json(data: Any) -> None:  # noqa: ANN401 - JSON is what it is
    """Print data as JSON that people can read, too."""
    import json

    print(json.dumps(data, ensure_ascii=False, indent=2))


def complain(*lines: str) -> None:
    """Print lines to standard error, after what was said before."""
    sys.stdout.flush()
    print(*lines, sep="\n", file=sys.stderr)


def complain_of(problems: Iterable[Problem], words: Words) -> None:
    """Tell what is wrong in the file."""
    from exporters.lines import problem_lines

    complain(*problem_lines(problems, words))


def reason(error: Exception, words: Words) -> str:
    """Return why a verb was not carried out, as a sentence."""
    match error:
        case MisusedError():
            said = clean(f"{error.reason[:1].upper()}{error.reason[1:]}")
            return said if said.endswith((".", "?")) else f"{said}."
        case NoRoadmapError():
            return words.t(
                "There is no roadmap.toml in {folder} or above it; name the file with -f, or make one with "
                "tiekartta init.",
                folder=str(error.folder),
            )
        case NoSuchIdError():
            return _no_such_id(error, words)
        case AmbiguousIdError():
            return words.t(
                "{typed} can mean several records: {names}.", typed=error.typed, names=", ".join(error.names)
            )
        case NoMeetingError():
            return words.t("No meeting is under way; start one with tiekartta meeting start.")
        case AlreadyThereError():
            return words.t("{path} is there already; nothing was changed.", path=str(error.path))
        case _:
            from exporters.sentences import refusal_sentence

            return refusal_sentence(error, words)


def _no_such_id(error: NoSuchIdError, words: Words) -> str:
    said = words.t("There is no {typed} in the roadmap.", typed=error.typed)
    return f"{said} {words.t('Did you mean {near}?', near=words.listing(error.near))}" if error.near else said
