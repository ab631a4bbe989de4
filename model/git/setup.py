"""A repository for a new roadmap: made where there is none, with the first commit in it.

GitPython makes the repository. Its environment is the process's own, so this runs while nothing else does: as the
command `init`, not beside an open screen.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.git import runner
from model.git.errors import GitFailedError, NoRepositoryError
from model.git.record import Recorded, commit
from model.git.state import Repository, locate, words
from model.git.trust import Trust, allow, runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BRANCH = "main"
ATTRIBUTES = b"*.toml text eol=lf\n"
"""The same bytes on every machine: without this, git on Windows may change each line of a roadmap."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Where a new roadmap is recorded."""

    repository: Repository
    made: bool
    """Whether the repository was made for it; else it was there, perhaps in a folder above."""
    recorded: Recorded


def begin(path: Path, message: str, *, content: bytes) -> Begun:
    """Commit a new roadmap that is on disk, in the repository around it or in one made in its folder.

    A repository that was there before keeps its own rules; a new one gets a `.gitattributes`. Raises a class of
    `model.git.errors`; the roadmap is on disk all the same.
    """
    try:
        repository, made = locate(path), False
    except NoRepositoryError:
        repository, made = _made(path.resolve().parent), True
        allow(repository, runs(repository), os.environ)  # what it has, the user's own templates put there
    Trust(os.environ).require(repository)
    attributes = repository.root / ".gitattributes"
    also = {attributes: _written(attributes)} if made else {}
    return Begun(repository, made, commit(path, message, content=content, also=also, repository=repository))


def _made(folder: Path) -> Repository:
    with _own_environment():
        from git import GitCommandError, Repo  # noqa: PLC0415 - its import takes as long as ten commits

        try:
            Repo.init(folder, initial_branch=BRANCH).close()
        except GitCommandError as error:
            raise GitFailedError(words(os.fsencode(str(error.stderr)))) from error
    return locate(folder)


@contextmanager
def _own_environment() -> Iterator[None]:
    """Let GitPython, too, run the git that we found, with nothing of the surroundings' GIT_* variables."""
    executable = runner.program()
    dropped = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
    os.environ.update(GIT_PYTHON_GIT_EXECUTABLE=executable, GIT_PYTHON_REFRESH="quiet", GIT_TERMINAL_PROMPT="0")
    try:
        yield
    finally:
        for name in ("GIT_PYTHON_GIT_EXECUTABLE", "GIT_PYTHON_REFRESH", "GIT_TERMINAL_PROMPT"):
            del os.environ[name]
        os.environ.update(dropped)


def _written(attributes: Path) -> bytes:
    """Write the attributes unless the folder has some; return what is there."""
    try:
        with attributes.open("xb") as file:
            file.write(ATTRIBUTES)
    except FileExistsError:
        return attributes.read_bytes()
    return ATTRIBUTES
