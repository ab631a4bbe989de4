"""Speaking on standard output and standard error: plain lines, safe to show, in UTF-8 wherever they go."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from exporters.words import LANGUAGES, Words
from model.text import clean
from tui.cli.errors import (
    AlreadyThereError,
    AmbiguousIdError,
    MisusedError,
    NoAgendaError,
    NoMeetingError,
    NoRoadmapError,
    NoSuchIdError,
    UnsavedWorkError,
)
from tui.cli.language import of_locale
from tui.cli.row import ALLOW_LOSS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from model.problems import Problem


_ACTED_ON = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"


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
    import re

    text = json.dumps(data, ensure_ascii=False, indent=2)
    # JSON leaves some characters as they are that a terminal would act on; written as numbers they are the same.
    print(re.sub(_ACTED_ON, lambda found: f"\\u{ord(found[0]):04x}", text))


def complain(*lines: str) -> None:
    """Print lines to standard error, after what was said before."""
    sys.stdout.flush()
    print(*lines, sep="\n", file=sys.stderr)


def complain_of_failure(details: Path) -> None:
    """Tell that the program itself is at fault, and where the details are."""
    words = Words(of_locale(os.environ) or LANGUAGES[0])
    complain(
        words.t("The program failed and had to stop. What was decided is saved. Details: {path}", path=str(details))
    )


def complain_of(problems: Iterable[Problem], words: Words) -> None:
    """Tell what is wrong in the file."""
    from exporters.lines import problem_lines

    complain(*problem_lines(problems, words))


def reason(error: Exception, words: Words) -> str:
    """Return why a verb was not carried out, as a sentence."""
    match error:
        case MisusedError():
            said = _sentence(error.reason)
        case NoRoadmapError():
            said = words.t(
                "There is no roadmap.toml in {folder} or above it; name the file with -f, or make one with "
                "tiekartta init.",
                folder=str(error.folder),
            )
        case NoSuchIdError():
            said = _no_such_id(error, words)
        case AmbiguousIdError():
            names = ", ".join(error.names)
            said = words.t("{typed} can mean several records: {names}.", typed=error.typed, names=names)
        case NoMeetingError():
            said = words.t("No meeting is under way; start one with tiekartta meeting start.")
        case NoAgendaError():
            said = words.t("No coming meeting has an agenda; call one with tiekartta meeting new.")
        case UnsavedWorkError():
            said = words.t(
                "An earlier session could not save its last decisions; open the roadmap on the screen and choose what "
                "becomes of them first."
            )
        case AlreadyThereError():
            said = words.t("{path} is there already; nothing was changed.", path=str(error.path))
        case OSError():
            why = errno.errorcode.get(error.errno or 0, type(error).__name__)
            said = words.t("{path} cannot be used ({reason}).", path=str(error.filename or "–"), reason=why)
        case _:
            said = _refused(error, words)
    return said


def _refused(error: Exception, words: Words) -> str:
    """Return a refusal of the model, the file or git, and what can be typed instead where that is known."""
    from exporters.sentences import refusal_sentence
    from model.edits import RefusedError
    from model.file.errors import WouldLoseCommentsError

    said = refusal_sentence(error, words)
    if isinstance(error, WouldLoseCommentsError):
        return f"{said} {words.t('Add {option} to write the file anew without them.', option=ALLOW_LOSS.names[0])}"
    fitting = str(error.data.get("kind", "")) if isinstance(error, RefusedError) and error.code == "bad-value" else ""
    return f"{said} {words.t('Fitting words: {words}.', words=fitting)}" if "," in fitting else said


def _sentence(text: str) -> str:
    said = clean(f"{text[:1].upper()}{text[1:]}")
    return said if said.endswith((".", "?")) else f"{said}."


def _no_such_id(error: NoSuchIdError, words: Words) -> str:
    said = words.t("There is no {typed} in the roadmap.", typed=words.quoted(error.typed))
    return f"{said} {words.t('Did you mean {near}?', near=words.listing(error.near))}" if error.near else said
