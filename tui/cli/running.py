"""From the words of a command line to the verb that they mean, and from whatever went wrong to a sentence."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES, Words
from tui.cli.call import DONE, MISUSED, REFUSED, Call
from tui.cli.errors import MisusedError, NoRoadmapError
from tui.cli.invocation import Invocation, invocation, language_asked, roadmap_path
from tui.cli.language import of_person, words_for
from tui.cli.parser import asks_for_help, parsed, verb_help
from tui.cli.row import AS_OF
from tui.cli.speech import complain, complain_of, reason, say, say_text
from tui.cli.table import verb_named
from tui.lean import without_plugins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import time
    from types import FrameType

    from model.git.at import Version
    from tui.cli.row import Verb

_KILLED = 128
"""Added to a signal's number it is the exit status of a program that the signal ended."""


@dataclass(frozen=True)
class Clock:
    """What knows the time here; asked only where no day is given."""

    today: Callable[[], date]
    time: Callable[[], time]


def run(argv: Sequence[str], clock: Clock) -> int:
    """Do what the words say and return the exit status; nothing known is raised but what ends every program."""
    language = of_person(language_asked(argv), os.environ)
    words = Words(language or LANGUAGES[0])
    try:
        said = invocation(argv, words)
        if said.wants:
            return _about(said.wants, words)
        words = _words(said.file, language)
        verb = said.verb or (None if _has_terminal() else verb_named("show"))
        if verb is None:
            return _screen(said, words, clock, language=language)
        if asks_for_help(said.rest):
            say_text(verb_help(verb, words))
            return DONE
        with _ended_by_signals():
            return _done(verb, _call(verb, said, words, clock=clock))
    except _known_errors() as error:
        return _told(error, words)


def _done(verb: Verb, call: Call) -> int:
    without_plugins()
    module, _, function = verb.function.partition(":")
    status: int = getattr(import_module(f"tui.cli.{module}"), function)(call)
    return status


def _call(verb: Verb, said: Invocation, words: Words, *, clock: Clock) -> Call:
    if not verb.reads:
        _refuse_the_past(said)
    options = parsed(verb, said.rest, words)
    file = options.file or said.file
    day = _day(options.today or said.today, words)
    version = _version(file, getattr(options, "as_of", None) or said.as_of, today=day or clock.today())
    return Call(
        options=options,
        words=_words(file, words.language) if options.file else words,
        file=file,
        language=options.lang or said.language,
        today=day or (version.day if version else clock.today()),
        clock=clock.time,
        version=version,
    )


def _refuse_the_past(said: Invocation) -> None:
    """Raise RefusedError where a verb that shows nothing is asked to do it in the past."""
    words = said.rest[: said.rest.index("--")] if "--" in said.rest else said.rest
    if said.as_of or any(word.partition("=")[0] in AS_OF.names for word in words):
        from model.edits import RefusedError

        raise RefusedError("past")


def _version(file: str, asked: str, *, today: date) -> Version | None:
    """Return the version of the roadmap that was asked for, None for the present; raises what `version` does."""
    if not asked:
        return None
    without_plugins()
    from model.git.at import version

    return version(roadmap_path(file), asked, today=today)


def _screen(said: Invocation, words: Words, clock: Clock, *, language: str) -> int:
    path = roadmap_path(said.file)
    day = _day(said.today, words)
    version = _version(said.file, said.as_of, today=day or clock.today())
    from tui.launch import run_app

    today = day or (version.day if version else clock.today())
    return run_app(path, today=today, clock=clock.time, language=language, version=version)


def _words(file: str, language: str) -> Words:
    """Return the words for a roadmap in the language given, else in its own; without one the preferred language."""
    try:
        return words_for(roadmap_path(file), language)
    except NoRoadmapError:
        return Words(language or LANGUAGES[0])


def _day(text: str, words: Words) -> date | None:
    """Return the day that `--today` names; None when it does not; raise MisusedError."""
    if not text:
        return None
    with suppress(ValueError):
        return date.fromisoformat(text)
    without_plugins()
    from model.typed import day

    try:
        return day(text)
    except ValueError as error:
        raise MisusedError(words.t("{text} is not a date; write 24.11.2026 or 2026-11-24", text=text)) from error


def _about(wanted: str, words: Words) -> int:
    from tui.cli.overview import overview, version

    if wanted == "version":
        say(version())
    else:
        say_text(overview(words))
    return DONE


def _has_terminal() -> bool:
    """Whether there is a terminal to draw on: both ends are one, and it can do more than print."""
    streams = (sys.stdin, sys.stdout)
    able = sys.platform == "win32" or os.environ.get("TERM", "") not in ("", "dumb", "unknown")
    return able and all(stream is not None and stream.isatty() for stream in streams)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a hang-up or a request to end leave through every `finally`, so that a save cleans up after itself."""

    def leave(number: int, frame: FrameType | None) -> None:
        del frame
        sys.exit(_KILLED + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [(number, signal.signal(number, leave)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _known_errors() -> tuple[type[Exception], ...]:
    """Return what may go wrong with a verb; asked only when something has, so that it costs nothing before."""
    from model.file.errors import SaveError
    from model.git.errors import GitError
    from tui.cli import errors
    from tui.keeper import REFUSALS
    from tui.session import NothingToUndoError

    own = (
        errors.MisusedError,
        errors.NoRoadmapError,
        errors.NoSuchIdError,
        errors.AmbiguousIdError,
        errors.NoMeetingError,
        errors.NoAgendaError,
        errors.AlreadyThereError,
        errors.UnsavedWorkError,
    )
    return (*own, *REFUSALS, SaveError, OSError, GitError, NothingToUndoError)


def _told(error: Exception, words: Words) -> int:
    """Say why something was not done and return the exit status."""
    from tui.keeper import UnreadableError

    if isinstance(error, BrokenPipeError):
        raise error
    if isinstance(error, UnreadableError):
        complain_of(error.problems, words)
        return REFUSED
    complain(reason(error, words))
    if not isinstance(error, MisusedError):
        return REFUSED
    complain(words.t("Help: {command} --help", command=f"tiekartta {error.verb}".strip()))
    return MISUSED
