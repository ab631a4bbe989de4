"""The command line before its verb: the file, the language, the day; and which verb it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES
from tui.cli.errors import MisusedError, NoRoadmapError
from tui.cli.parser import HELP
from tui.cli.row import AS_OF
from tui.cli.table import VERBS, verb_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words
    from tui.cli.row import Verb

ROADMAP = "roadmap.toml"
_VALUES = {"-f": "file", "--file": "file", "--lang": "language", "--today": "today", AS_OF.names[0]: "as_of"}


@dataclass(frozen=True, slots=True)
class Invocation:
    """What the command line says before its verb, and the verb with its words."""

    file: str
    language: str
    today: str
    as_of: str
    verb: Verb | None
    rest: tuple[str, ...]
    wants: str = ""
    """`help` or `version` when that was asked for."""


def invocation(argv: Sequence[str], words: Words) -> Invocation:
    """Read the words up to the verb; raise MisusedError."""
    given, left = dict.fromkeys(_VALUES.values(), ""), list(argv)
    while left:
        word = left.pop(0)
        name, equals, value = word.partition("=")
        if name in _VALUES:
            if not equals and not left:
                raise MisusedError(words.t("{name}: a value is missing", name=name))
            given[_VALUES[name]] = value if equals else left.pop(0)
            _check_language(given["language"], words)
        elif word in (*HELP, "--version"):
            return Invocation(**given, verb=None, rest=(), wants="version" if word == "--version" else "help")
        elif word.startswith("-") and word not in ("-", "--"):
            raise MisusedError(words.t("There is no option {name}.", name=word))
        elif verb := verb_named(word):
            return Invocation(**given, verb=verb, rest=tuple(left))
        elif word != "--":
            given["file"] = _file(word, given["file"], words)
    return Invocation(**given, verb=None, rest=())


def language_asked(argv: Sequence[str]) -> str:
    """Return the language that the options ask for, before anything else is read; empty when none."""
    for place, word in enumerate(argv):
        if word == "--lang":
            return "".join(argv[place + 1 : place + 2])
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""


def roadmap_path(asked: str) -> Path:
    """Return the roadmap's file: the one asked for, else the nearest upward; raise NoRoadmapError."""
    if asked:
        return Path(asked)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / ROADMAP):
            return folder / ROADMAP
    raise NoRoadmapError(here)


def _check_language(language: str, words: Words) -> None:
    if language and language not in LANGUAGES:
        raise MisusedError(words.t("The languages are {names}.", names=", ".join(LANGUAGES)))


def _file(word: str, before: str, words: Words) -> str:
    """Return a word that is no verb as the file, if it can be one and none was named before; raise MisusedError."""
    if not before and (Path(word).suffix or Path(word).name != word or os.path.lexists(word)):
        return word
    from difflib import get_close_matches

    name, near = words.quoted(word), get_close_matches(word, [verb.name for verb in VERBS], n=1)
    if near:
        raise MisusedError(words.t("There is no command {name}; did you mean {near}?", name=name, near=near[0]))
    raise MisusedError(words.t("There is no command {name}.", name=name))
