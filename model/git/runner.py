"""The one place that runs the git program.

Arguments are fixed templates; what comes from a file or a person goes after `--` or on standard input, never where an
option could stand. There is no terminal (a session of its own: no child can open /dev/tty), a time limit ends the whole
process group, and nothing of the surroundings' GIT_* variables gets through but the user's identity.

Three profiles. *Reading* switches off everything that a foreign repository could have executed: fsmonitor, hooks,
pagers, helpers, transports, signature checks. *Writing* honours hooks, signing, identity and filters of the user;
*network* is writing that may also reach another repository.

Why not GitPython's `Git.execute` for these calls: it lays its environment over the surroundings' and so cannot leave
a GIT_DIR out; its time limit looks for children by `pgrep` and then waits on pipes that a child's child may hold
open; and importing it costs as much as ten commits. It creates repositories for us in `model.git.setup`.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

from model.git.errors import NoGitError
from model.git.process import Ran, run, streaming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from model.git.process import Halt

READING_LIMIT = 20.0
"""Seconds for a command that only looks."""
WRITING_LIMIT = 60.0
"""Seconds for a command that may run the user's hooks."""
TRANSPORTS = ("https", "ssh", "http", "git", "file")
"""The ways to another repository that a person's own action may take."""

_IDENTITY = frozenset({"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"})
_TERMINAL = frozenset({"GPG_TTY", "SSH_ASKPASS", "LANGUAGE"})
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "false",
    "SSH_ASKPASS": "false",
    "SSH_ASKPASS_REQUIRE": "never",
    "GIT_EDITOR": "false",
    "GIT_PAGER": "cat",
    "LC_ALL": "C.UTF-8",
}
_READING_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}


def _settings(*settings: str) -> tuple[str, ...]:
    return tuple(word for setting in settings for word in ("-c", setting))


# Whatever git would run on behalf of a repository's own configuration while it only reads.
_READING_FLAGS = _settings(
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.pager=cat",
    "core.askPass=",
    "core.editor=false",
    "core.sshCommand=false",
    "core.gitProxy=",
    "credential.helper=",
    "diff.external=",
    "diff.renames=false",
    "log.showSignature=false",
    "log.follow=false",
    "log.mailmap=false",
    "color.ui=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "submodule.recurse=false",
    "protocol.allow=never",
)
# Durable objects, refs and index: a commit that was reported must outlive a power cut, and on some file systems the
# default can leave a branch that points to nothing. Housekeeping is left to the user's own git, which halves the time.
_WRITING_FLAGS = _settings(
    "core.fsync=all",
    "core.fsyncMethod=fsync",
    "gc.auto=0",
    "maintenance.auto=false",
    "submodule.recurse=false",
    "commit.verbose=false",
    "i18n.commitEncoding=UTF-8",
)
# Git guesses a name from the machine's when it knows none, and signs decisions with it. EMAIL is no guess.
_NO_GUESS = _settings("user.useConfigOnly=true")


def program() -> str:
    """Return the absolute path of git; raise NoGitError where there is none.

    Only absolute folders of PATH are searched: a program in the current folder is not asked for.
    """
    found = _found(os.environ.get("PATH", os.defpath))
    if found is None:
        raise NoGitError
    return found


@lru_cache(maxsize=4)
def _found(path: str) -> str | None:
    folders = [folder for folder in path.split(os.pathsep) if Path(folder).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(folders)) if folders else None
    return found if found and Path(found).is_absolute() else None


def environment(*, writing: bool) -> dict[str, str]:
    """Return the environment of a child: the surroundings' without GIT_*, without ways to ask at a terminal."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _TERMINAL and (name in _IDENTITY or not name.startswith("GIT_"))
    }
    return kept | _QUIET | ({} if writing else _READING_ENVIRONMENT)


def literal(path: str) -> str:
    """Return a path as a pathspec that means only itself, from the root of the work tree.

    Writing commands use this in place of GIT_LITERAL_PATHSPECS, which hooks would inherit.
    """
    return f":(top,literal){path}"


def read(folder: Path, *template: str, data: tuple[str, ...] = (), given: bytes = b"", pathspecs: bool = True) -> Ran:
    """Run a command that only looks, in a folder, with everything executable switched off.

    `pathspecs` is False for a command that takes plain paths and refuses to be told that its pathspecs are literal.
    Raises NoGitError and TimedOutError; a failing command is the caller's to judge.
    """
    surroundings = environment(writing=False)
    if not pathspecs:
        del surroundings["GIT_LITERAL_PATHSPECS"]
    argv = [program(), *_READING_FLAGS, *template, *(("--", *data) if data else ())]
    return run(argv, folder, given=given, limit=READING_LIMIT, surroundings=surroundings)


def write(
    folder: Path,
    *template: str,
    data: tuple[str, ...] = (),
    given: bytes = b"",
    index: Path | None = None,
    limit: float = WRITING_LIMIT,
    begun: Callable[[], None] | None = None,
) -> Ran:
    """Run a command that may change the repository, with the user's hooks, signing and filters.

    `index` names an index file in place of the repository's own; `begun` is called when git has been started.
    Raises NoGitError and TimedOutError.
    """
    surroundings = environment(writing=True)
    flags = _WRITING_FLAGS if "EMAIL" in surroundings else _WRITING_FLAGS + _NO_GUESS
    if index is not None:
        surroundings["GIT_INDEX_FILE"] = str(index)
    argv = [program(), *flags, *template, *(("--", *data) if data else ())]
    return run(argv, folder, given=given, limit=limit, surroundings=surroundings, begun=begun)


def network(
    folder: Path, *template: str, settings: tuple[str, ...] = (), limit: float, halt: Halt | None = None
) -> Ran:
    """Run a command that talks to another machine, as `write` does, with configuration of the caller's on top.

    Only git's own transports are let through, never a program that an address names (`ext::`). Raises NoGitError,
    TimedOutError, and StoppedError when `halt` was asked for.
    """
    surroundings = environment(writing=True) | {"GIT_ALLOW_PROTOCOL": ":".join(TRANSPORTS)}
    argv = [program(), *_WRITING_FLAGS, *_settings(*settings), *template]
    return run(argv, folder, given=b"", limit=limit, surroundings=surroundings, halt=halt)


@contextmanager
def reading(folder: Path, *template: str, given: bytes = b"") -> Iterator[IO[bytes]]:
    """Run a command that only looks and give its output as a stream, so that large answers need no memory.

    Leaving the context ends the command if it has not finished. Raises NoGitError and TimedOutError.
    """
    argv = [program(), *_READING_FLAGS, *template]
    surroundings = environment(writing=False)
    with streaming(argv, folder, given=given, limit=READING_LIMIT, surroundings=surroundings) as stream:
        yield stream
