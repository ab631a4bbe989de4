"""Which of a file's commits touched one record, found without parsing the versions that did not."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from model.git.objects import objects
from model.git.watching import ABSENT, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from model.git.listing import Listed
    from model.git.watching import Seen

_FIRST, _LARGEST = 50, 400
"""So many commits are looked at, at first and at most, before the ones among them are told."""


def touching(root: Path, commits: Iterator[Listed], *, table: str, record: str) -> Iterator[Listed]:
    """Yield of the commits of a file those that changed the record, that broke or mended the file, or began it.

    Raises NoGitError and TimedOutError.
    """
    watch = Watch(table, record)
    seen: dict[str | None, Seen] = {}
    size = _FIRST
    while page := list(islice(commits, size)):
        last = next(reversed(seen), None)
        seen = {last: seen.get(last, ABSENT), None: ABSENT}
        names = dict.fromkeys(name for found in page for name in (found.new, *found.old) if name not in seen)
        versions = [name for name in names if name is not None]
        for name, data in zip(versions, objects(root, versions), strict=True):
            seen[name] = ABSENT if data is None else watch.look(data)
        yield from (found for found in page if all(seen[name] is not seen[found.new] for name in found.old))
        size = min(size * 2, _LARGEST)
