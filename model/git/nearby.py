"""The other repositories that lie on this machine, where sending runs their hooks as the user's own programs.

A folder that came from somebody else may name one that came with it: `url = ./toinen.git`. What is sent there is taken
in by a git on this side, which honours that repository's hooks and configuration.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOOKS = frozenset(
    {
        "pre-receive",
        "update",
        "proc-receive",
        "post-receive",
        "post-update",
        "push-to-checkout",
        "reference-transaction",
    }
)
"""The hooks that a repository runs when something is sent to it."""
_ADDRESS = re.compile(r"remote\..*\.(?:url|pushurl)", re.DOTALL)
_INSTEAD = re.compile(r"url\.(.*)\.(?:insteadof|pushinsteadof)", re.DOTALL)
_FILE = "file://"
_SUFFIXES = ("/.git", "", ".git/.git", ".git")
"""What git tries behind the path of a repository, in this order."""


def nearby(root: Path, settings: Iterable[tuple[str, str]]) -> tuple[Path, ...]:
    """Return the git folders on this machine that a repository's settings (names and values) name as others.

    Paths are from the root of the work tree, as git takes them.
    """
    known = tuple(settings)
    found = (_git_folder(root, path) for address in _addresses(known) if (path := _path(address)))
    return tuple(dict.fromkeys(place for place in found if place is not None))


def _addresses(settings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield each address with what may stand instead of it."""
    instead = [(part[1], value) for name, value in settings if (part := _INSTEAD.fullmatch(name))]
    for name, value in settings:
        if _ADDRESS.fullmatch(name) and value:
            yield value
            yield from (base + value.removeprefix(prefix) for base, prefix in instead if value.startswith(prefix))


def _path(address: str) -> str:
    """Return the path that an address is; empty for another machine's."""
    if address.lower().startswith(_FILE):
        return address[len(_FILE) :]
    before, colon, _ = address.partition(":")
    is_here = not colon or "/" in before or re.fullmatch("[A-Za-z]", before)
    return address if is_here else ""


def _git_folder(root: Path, path: str) -> Path | None:
    """Return the git folder that git would find at a path, through a file that names it, too."""
    try:
        place = root / Path(path).expanduser()
        for suffix in _SUFFIXES:
            found = Path(f"{place}{suffix}")
            if found.is_file() and (named := _named(found)):
                found = found.parent / named
            if (found / "HEAD").is_file() and (found / "objects").is_dir():
                return found.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return None


def _named(file: Path) -> str:
    text = file.read_text(encoding="utf-8", errors="surrogateescape")
    return text.removeprefix("gitdir:").strip() if text.startswith("gitdir:") else ""
