"""How many commits wait to be sent, as this copy knows it: nobody is asked over a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.git import remote, runner
from model.git.errors import GitError
from model.git.state import locate, succeeded

if TYPE_CHECKING:
    from pathlib import Path

    from model.git.remote import Destination
    from model.git.state import Repository


def unsent(path: Path) -> int | None:
    """Return how many commits were made here and are not there, as far as that is known without a network.

    Merge commits count only where nothing else is unsent. None where the branch goes nowhere. Raises what `locate`
    raises.
    """
    repository = locate(path)
    try:
        where = remote.destination(repository)
    except GitError:
        return None
    return waiting(repository, where)


def waiting(repository: Repository, where: Destination) -> int:
    """Return how many commits of a repository are not at its destination, as far as that is known here."""
    if repository.head is None:
        return 0
    known = runner.read(repository.root, "rev-parse", "--verify", "-q", "--end-of-options", where.tracking)
    without = () if known.status else (f"^{known.fields[0]}",)
    return count(repository, where.here, *without) or int(bool(count(repository, where.here, *without, merges=True)))


def count(repository: Repository, *names: str, merges: bool = False) -> int:
    """Count the commits that these names lead to, merge commits only where asked; raise GitFailedError."""
    ran = runner.read(repository.root, "rev-list", "--count", *(() if merges else ("--no-merges",)), *names, "--")
    return int(succeeded(ran).fields[0])


def places(path: Path) -> tuple[Path, ...]:
    """Return where it shows that commits were made, received or sent here, by whichever program: see `marks`.

    Git writes a reference beside its place and moves it there, so each folder of references shows it. Raises what
    `locate` raises.
    """
    repository = locate(path)
    shared = repository.shared
    kinds = (shared / "refs" / "heads", shared / "refs" / "remotes")
    folders = (folder for kind in kinds for folder in (kind, *kind.rglob("*")) if folder.is_dir())
    return (repository.folder / "HEAD", shared / "packed-refs", shared / "reftable", *folders)


def marks(shown: tuple[Path, ...]) -> tuple[int, ...]:
    """Return when each place was last written, in nanoseconds; 0 where nothing is. No git is started."""
    return tuple(map(_written, shown))


def _written(place: Path) -> int:
    try:
        return place.stat().st_mtime_ns
    except OSError:
        return 0
