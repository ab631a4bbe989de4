"""The one place that runs the git program.

Arguments are fixed templates; what comes from a file or a person goes after `--` or on standard input, never where an
option could stand. There is no terminal (a session of its own: no child can open /dev/tty), a time limit ends the whole
process group, and nothing of the surroundings' GIT_* variables gets through but the user's identity.

Two profiles. *Reading* switches off everything that a foreign repository could have executed: fsmonitor, hooks,
pagers, helpers, transports, signature checks. *Writing* honours hooks, signing, identity and filters of the user.

Why not GitPython's `Git.execute` for these calls: it lays its environment over the surroundings' and so cannot leave
a GIT_DIR out; its time limit looks for children by `pgrep` and then waits on pipes that a child's child may hold
open; and importing it costs as much as ten commits. It creates repositories for us in `model.git.setup`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Timer
from typing import IO, TYPE_CHECKING

from model.git.errors import NoGitError, TimedOutError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_Stream = IO[bytes] | int
READING_LIMIT = 20.0
"""Seconds for a command that only looks."""
WRITING_LIMIT = 60.0
"""Seconds for a command that may run the user's hooks."""
GRACE = 2.0
"""Seconds between the request to end, on which git removes its lock files, and the end."""

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


@dataclass(frozen=True, slots=True)
class Ran:
    """What a finished command left behind: exit status and both outputs as bytes."""

    status: int
    out: bytes
    err: bytes

    @property
    def fields(self) -> tuple[str, ...]:
        """The output's lines, or its fields when it is separated by NUL; undecodable bytes survive as surrogates."""
        separator = b"\0" if b"\0" in self.out else b"\n"
        parts = self.out.split(separator)
        return tuple(os.fsdecode(part) for part in (parts[:-1] if not parts[-1] else parts))


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
    return _run(argv, folder, given=given, limit=READING_LIMIT, surroundings=surroundings)


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
    return _run(argv, folder, given=given, limit=limit, surroundings=surroundings, begun=begun)


@contextmanager
def reading(folder: Path, *template: str, given: bytes = b"") -> Iterator[IO[bytes]]:
    """Run a command that only looks and give its output as a stream, so that large answers need no memory.

    Leaving the context ends the command if it has not finished. Raises NoGitError and TimedOutError.
    """
    argv = [program(), *_READING_FLAGS, *template]
    with _input(given) as source:
        streams = (source, subprocess.PIPE, subprocess.DEVNULL)
        process = _started(argv, streams, folder=folder, surroundings=environment(writing=False))
        with _limited(process, READING_LIMIT):
            assert process.stdout is not None
            with process.stdout:
                yield process.stdout


def _run(
    argv: list[str],
    folder: Path,
    *,
    given: bytes,
    limit: float,
    surroundings: Mapping[str, str],
    begun: Callable[[], None] | None = None,
) -> Ran:
    """Run to the end. Files take the outputs, not pipes: what a hook left running may hold a pipe open for ever."""
    with _input(given) as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = _started(argv, (source, out, err), folder=folder, surroundings=surroundings)
        if begun:
            begun()
        with _limited(process, limit):
            status = process.wait()
        return Ran(status, _content(out), _content(err))


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


@contextmanager
def _input(given: bytes) -> Iterator[IO[bytes] | int]:
    """Give a file that holds the bytes, or the null device: a child that reads nothing then blocks nobody."""
    if not given:
        yield subprocess.DEVNULL
        return
    with tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        yield source


def _started(
    argv: list[str], streams: tuple[_Stream, _Stream, _Stream], *, folder: Path, surroundings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a process on its three streams, in a session of its own: it has no terminal to ask at."""
    source, out, err = streams
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - fixed templates, no shell; data stands after `--` or on standard input
        argv,
        cwd=folder,
        stdin=source,
        stdout=out,
        stderr=err,
        env=surroundings,
        start_new_session=True,
        creationflags=hidden,
    )


@contextmanager
def _limited(process: subprocess.Popen[bytes], limit: float) -> Iterator[None]:
    """End a process when its time is over or the context is left; raise TimedOutError in the first case.

    A timer waits, not `Popen.wait(timeout)`, which sleeps in steps that double and would add half of a commit's time.
    """
    late: list[float] = []

    def end() -> None:
        late.append(limit)
        _stop(process)

    timer = Timer(limit, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if process.returncode is None:
            _stop(process)
            process.wait()
    if late:
        raise TimedOutError(limit)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process with its children: first asked, so that git removes its locks, then without asking."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(GRACE)
        os.killpg(process.pid, signal.SIGKILL)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # nobody is left, or on macOS only the dead
        return
