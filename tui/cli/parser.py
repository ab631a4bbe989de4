"""From the row of a verb to its parser: argparse, speaking the person's language.

Its own phrases are in our catalogue, too. They are looked up only when something is printed: argparse is
first asked in English, and again in the person's language when it has something to say.
"""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from exporters.words import DOMAIN, LOCALE, N_
from tui.cli.errors import MisusedError
from tui.cli.table import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.words import Words
    from tui.cli.row import Argument, Verb

PHRASES = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""What argparse itself says, so that the catalogue has it."""

HELP = ("-h", "--help")
_WIDTH = 78


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong instead of printing it and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise MisusedError."""
        raise MisusedError(message, verb=self.prog.partition(" ")[2])


def parsed(verb: Verb, rest: Sequence[str], words: Words) -> argparse.Namespace:
    """Return the arguments of a verb; raise MisusedError with its reason in the person's language."""
    try:
        return _parser(verb, words).parse_intermixed_args(rest)
    except MisusedError:
        with _argparse_speaks(words):
            return _parser(verb, words).parse_intermixed_args(rest)


def verb_help(verb: Verb, words: Words) -> str:
    """Return the help of a verb."""
    from shutil import get_terminal_size

    with _argparse_speaks(words):
        return _parser(verb, words, get_terminal_size().columns - 2).format_help()


def asks_for_help(rest: Sequence[str]) -> bool:
    """Whether a verb's words ask for its help."""
    before = rest[: rest.index("--")] if "--" in rest else rest
    return any(word in HELP for word in before)


def _parser(verb: Verb, words: Words, width: int = _WIDTH) -> Parser:
    parser = Parser(
        prog=f"tiekartta {verb.name}",
        description=words.t(verb.help),
        # Without a width argparse measures the terminal for every argument, with modules that nothing else needs.
        formatter_class=partial(argparse.HelpFormatter, width=width),
        allow_abbrev=False,
        add_help=False,
    )
    if sys.version_info >= (3, 14):
        parser.color = False
    for argument in (*verb.own, *EVERYWHERE):
        parser.add_argument(*argument.names, **_options(argument, words))
    parser.add_argument(*HELP, action="store_true", help=words.t("show this help"))
    return parser


def _options(argument: Argument, words: Words) -> dict[str, Any]:
    options: dict[str, Any] = {"help": words.t(argument.help).replace("%", "%%")}
    if argument.is_switch:
        return {**options, "action": "store_true"}
    if argument.choices:
        options |= {"choices": argument.choices, "metavar": "|".join(argument.choices)}
    if argument.shown:
        options["metavar"] = words.t(argument.shown)
        if argument.choices:
            options["help"] += f": {', '.join(argument.choices)}"
    if argument.many:
        options["nargs"] = argument.many
    if argument.required:
        options["required"] = True
    return options


@contextmanager
def _argparse_speaks(words: Words) -> Iterator[None]:
    """Let gettext, which argparse asks, find our catalogue for a while."""
    domain, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, os.fspath(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = words.language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language
