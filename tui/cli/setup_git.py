"""The verb setup-git: git's own merges of the roadmap are left to this program, if the person agrees."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from exporters.words import N_, Words
from model.git.driver import ATTRIBUTES, is_heeded, register, wanted
from model.git.errors import GitError, UntrustedError
from model.git.message import composed, new_change_id
from model.git.own import program
from model.git.trust import untrusted
from model.trailers import CHANGE_ID
from tui.cli.call import DONE, REFUSED
from tui.cli.language import declared
from tui.cli.speech import complain, reason, say

if TYPE_CHECKING:
    from pathlib import Path

    from model.git.driver import Registration
    from tui.cli.call import Call

YES = N_("y")


def setup_git(call: Call) -> int:
    """Tell what will be written, ask, and write it."""
    path = call.path
    if not path.is_file():
        raise FileNotFoundError(2, "", str(path))
    return offer(call, path)


def offer(call: Call, path: Path) -> int:
    """Have git's merges of a roadmap registered, with consent; tell what was done."""
    words = call.words
    what = wanted(path, program(), title=words.t("Tiekartta: merges roadmaps by their contents"))
    if what.is_done:
        say(words.t("git leaves the merges of {path} to this program already.", path=path.name))
        return DONE
    say(*_told(what, path, words))
    if not (call.options.yes or _agreed(words)):
        complain(words.t("Nothing was changed; do it with {command}.", command="tiekartta setup-git --yes"))
        return REFUSED
    return _registered(call, what, path)


def can_ask() -> bool:
    """Whether there is a terminal at which somebody can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _told(what: Registration, path: Path, words: Words) -> list[str]:
    lines = [
        words.t(
            "git merges {path} line by line, which can leave it unreadable. This program can do it by contents; for "
            "that it writes:",
            path=path.name,
        )
    ]
    if what.line:
        place = words.t("{file}, recorded as a commit of its own:", file=str(what.attributes))
        lines += [f"  {place}", f"    {what.line}"]
    if what.settings:
        lines.append(f"  {words.t('the configuration of this copy of the repository:')}")
        lines += [f"    {key} = {value}" for key, value in what.settings.items()]
    return lines


def _agreed(words: Words) -> bool:
    """Ask at the terminal; without one the answer is no."""
    if not can_ask():
        return False
    print(words.t("Write this? (y/n)"), end=" ", flush=True)
    answer = sys.stdin.readline().strip().casefold()
    return bool(answer) and answer[0] in {words.t(YES), "y"}


def _registered(call: Call, what: Registration, path: Path) -> int:
    words = call.words
    message = composed(
        Words(declared(path)).t("git leaves the merges of {path} to tiekartta", path=path.name),
        trailers=((CHANGE_ID, new_change_id()),),
    )
    try:
        if waiting := untrusted(what.repository, os.environ):
            raise UntrustedError(waiting)
        recorded = register(what, message)
    except GitError as error:
        complain(words.t("Not everything was done: {why}", why=reason(error, words)))
        return REFUSED
    if recorded:
        say(words.t("Recorded: {commit}", commit=recorded.commit[:7]))
    if not is_heeded(path):
        complain(words.t("Another line of {file} decides about this file; take it out.", file=ATTRIBUTES))
        return REFUSED
    say(words.t("From now on git merges {path} by its contents, in this copy of the repository.", path=path.name))
    return DONE
