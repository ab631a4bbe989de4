"""What git would run of a repository's own while it writes, and whether the person at the machine has allowed it.

A folder that came from somebody else may bring programs along: hooks, filters, helpers. Reading switches them all off
(`model.git.runner`); writing has to honour them, for they may be the municipality's own. So before the first commit
they are listed and a person allows them. What was allowed is remembered outside the repository, by the digest of the
list; another list, or another text in a hook, is asked about anew. The user's own configuration needs no leave.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from model.file.state import state_folder, state_name
from model.git import nearby, runner
from model.git.consent import remember
from model.git.errors import UntrustedError
from model.git.masking import masked
from model.git.own import is_own
from model.git.state import Repository, succeeded
from model.programs import Runs
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HOOKS = frozenset(
    {
        "pre-commit",
        "prepare-commit-msg",
        "commit-msg",
        "post-commit",
        "post-index-change",
        "reference-transaction",
        "pre-merge-commit",
        "post-merge",
        "pre-push",
        "post-checkout",
        "post-rewrite",
    }
)
"""The hooks that a commit, a merge, a tag or a push may run."""
_LOCAL = frozenset({"local", "worktree"})
_EXECUTING = re.compile(
    r"""core\.(fsmonitor|hookspath|sshcommand|askpass|gitproxy|editor|alternaterefscommand)
      | credential\.(.*\.)?helper
      | gpg\.(.*\.)?program | gpg\.ssh\.defaultkeycommand
      | filter\..*\.(clean|smudge|process)
      | merge\..*\.driver
      | diff\.external | diff\..*\.(command|textconv)
      | remote\..*\.(uploadpack|receivepack|vcs)
      | trailer\..*\.(command|cmd)
      | uploadpack\.packobjectshook
      | http\.(.*\.)?savecookies
      | lfs\.(customtransfer\..*\.path|extension\..*\.(clean|smudge))
      | sequence\.editor""",
    re.VERBOSE | re.DOTALL,
)
_URL = re.compile(r"remote\..*\.(url|pushurl)|url\..*\.(insteadof|pushinsteadof)", re.DOTALL)
_TRANSPORT = re.compile(r"(?:^|url\.)[a-z0-9+.-]+::", re.IGNORECASE)
_ELSEWHERE = re.compile(r"core\.hookspath|include\.path|includeif\..*", re.DOTALL)
_SWITCHES = frozenset({"", "true", "false", "yes", "no", "on", "off", "1", "0"})
_LONGEST = 200


_Set = tuple[str, str, str]
"""A setting in force: its scope, its name as git lists it, its value."""


def runs(repository: Repository) -> tuple[Runs, ...]:
    """Return what git would run of a repository's own when it commits, merges or pushes, in the order of the names.

    Nothing is run to find out. Raises NoGitError, TimedOutError and GitFailedError.
    """
    return _runs(repository, _settings(repository))


def _runs(repository: Repository, settings: list[_Set]) -> tuple[Runs, ...]:
    others = (one for place in _others(repository, settings) for one in _others_runs(place))
    return _sorted((*_own_runs(repository, settings), *others))


def _own_runs(repository: Repository, settings: list[_Set]) -> tuple[Runs, ...]:
    """Return what runs of the repository itself, whether or not anything is sent."""
    found = [_setting(name, value) for scope, name, value in settings if scope in _LOCAL and _executes(name, value)]
    return _sorted((*found, *_hooks(repository, settings, HOOKS)))


def _sorted(found: Iterable[Runs]) -> tuple[Runs, ...]:
    return tuple(sorted(set(found), key=lambda one: (one.kind, one.name, one.digest)))


def _others(repository: Repository, settings: list[_Set]) -> tuple[Path, ...]:
    """Return the git folders on this machine that the repository's own configuration leads to."""
    own = [(name, value) for scope, name, value in settings if scope in _LOCAL]
    return tuple(
        place for place in nearby.nearby(repository.root, own) if place != _shared(repository.folder).resolve()
    )


def _others_runs(place: Path) -> Iterator[Runs]:
    """Yield what runs there when something is sent to it, by the name of its folder."""
    folder = one_line((place.parent if place.name == ".git" else place).name, limit=_LONGEST)
    other = Repository(place, place, None)
    settings = _settings(other)
    found = [_setting(name, value) for scope, name, value in settings if scope in _LOCAL and _executes(name, value)]
    for one in (*found, *_hooks(other, settings, nearby.HOOKS)):
        yield replace(one, name=f"{folder}: {one.name}")


def allow(repository: Repository, shown: Iterable[Runs], environ: Mapping[str, str]) -> None:
    """Remember that a person has allowed what was shown to them; raise UnrememberedError where nothing can be."""
    remember(_place(repository, environ), _digest(shown))


def untrusted(repository: Repository, environ: Mapping[str, str]) -> tuple[Runs, ...]:
    """Return what git would run that nobody has allowed yet; empty when all is allowed or there is nothing."""
    return _not_allowed(repository, runs(repository), environ)


def _not_allowed(repository: Repository, found: tuple[Runs, ...], environ: Mapping[str, str]) -> tuple[Runs, ...]:
    return () if not found or _allowed(repository, environ) == _digest(found) else found


class Trust:
    """Asks before each commit whether everything that would run is allowed; git is asked only when a file changed."""

    def __init__(self, environ: Mapping[str, str], *, sends: bool = False) -> None:
        """Take what was allowed from the state folder of these surroundings.

        Only where something is sent do the repositories on this machine count to which it may go: a commit runs
        nothing of theirs.
        """
        self._environ = environ
        self._sends = sends
        self._known: tuple[object, ...] | None = None
        self._others: tuple[Path, ...] = ()

    def require(self, repository: Repository) -> None:
        """Raise UntrustedError with what would run and is not allowed; raise also as `runs` does."""
        marks = _marks(repository, _place(repository, self._environ), self._others)
        if marks == self._known:
            return
        settings = _settings(repository)
        found = _not_allowed(repository, _runs(repository, settings), self._environ)
        if found and not self._sends:
            own = _own_runs(repository, settings)
            found = found if _not_allowed(repository, own, self._environ) else ()
        if found:
            raise UntrustedError(found)
        # What lies in files that the marks do not cover is looked at each time.
        others, self._others = self._others, _others(repository, settings)
        is_elsewhere = others != self._others or any(_ELSEWHERE.fullmatch(name) for _, name, _ in settings)
        self._known = None if is_elsewhere else marks


def _settings(repository: Repository) -> list[_Set]:
    """Return each setting in force."""
    ran = runner.read(repository.root, "config", "--list", "--includes", "--show-scope", "-z", pathspecs=False)
    fields = os.fsdecode(succeeded(ran).out).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return [(scope, *_name_and_value(text)) for scope, text in pairs if scope != "command"]


def _name_and_value(text: str) -> tuple[str, str]:
    name, _, value = text.partition("\n")
    return name, value


def _executes(name: str, value: str) -> bool:
    if name == "core.fsmonitor":
        return value.lower() not in _SWITCHES
    if _URL.fullmatch(name):
        return bool(_TRANSPORT.search(value) or _TRANSPORT.search(name))
    return bool(_EXECUTING.fullmatch(name)) and bool(value) and not is_own(name, value)


def _setting(name: str, value: str) -> Runs:
    shown, command = (one_line(masked(text), limit=_LONGEST) for text in (name, value))
    return Runs("setting", shown, command, _of(os.fsencode(value)))


def _hooks(repository: Repository, settings: list[_Set], names: frozenset[str]) -> Iterator[Runs]:
    """Yield the hooks that would run, unless they lie where only the user's own configuration leads."""
    folder, shared = _hooks_folder(repository, settings), _shared(repository.folder)
    if not any(folder.resolve().is_relative_to(own.resolve()) for own in (repository.root, shared)):
        return
    for name in sorted(names):
        place = folder / name
        with suppress(OSError):
            if place.is_file() and os.access(place, os.X_OK):
                yield Runs("hook", name, digest=_of(place.read_bytes()))


def _hooks_folder(repository: Repository, settings: list[_Set]) -> Path:
    paths = [value for _, name, value in settings if name == "core.hookspath"]
    return repository.root / Path(paths[-1]).expanduser() if paths else _shared(repository.folder) / "hooks"


def has_hooks_in_tree(repository: Repository) -> bool:
    """Whether hooks lie among the files that a merge brings along, so that it may change them.

    What a merge has brought nobody has seen yet. Raises NoGitError, TimedOutError and GitFailedError.
    """
    folder, root = _hooks_folder(repository, _settings(repository)), repository.root.resolve()
    shared = _shared(repository.folder).resolve()
    places = [place.resolve() for place in (folder, *(folder / name for name in HOOKS))]
    return any(place.is_relative_to(root) and not place.is_relative_to(shared) for place in places)


def _shared(folder: Path) -> Path:
    """Return the git folder that all work trees of a repository share."""
    try:
        return folder / (folder / "commondir").read_text(encoding="utf-8").strip()
    except OSError:
        return folder


def _marks(repository: Repository, place: Path, others: tuple[Path, ...]) -> tuple[object, ...]:
    """Return what tells that a list may have changed: the marks of the files that it is read off."""
    shared = _shared(repository.folder)
    files = [shared / "config", repository.folder / "config.worktree", place]
    hooks = [shared / "hooks", *(shared / "hooks" / name for name in sorted(HOOKS))]
    for other in others:
        files.append(other / "config")
        hooks += [other / "hooks", *(other / "hooks" / name for name in sorted(nearby.HOOKS))]
    return (repository.folder, *(_mark(path) for path in (*files, *hooks)))


def _mark(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _allowed(repository: Repository, environ: Mapping[str, str]) -> str:
    try:
        return _place(repository, environ).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _digest(found: Iterable[Runs]) -> str:
    return _of(repr(sorted((one.kind, one.name, one.digest) for one in found)).encode())


def _of(data: bytes) -> str:
    return sha256(data).hexdigest()


def _place(repository: Repository, environ: Mapping[str, str]) -> Path:
    return state_folder(environ) / "trust" / state_name(_shared(repository.folder))
