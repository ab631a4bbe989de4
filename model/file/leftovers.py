"""Files that a save left beside the roadmap because it was killed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.lock import held
from model.file.save import PREFIX

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def sweep(path: Path, *, known: Collection[str] = ()) -> tuple[Path, ...]:
    """Remove what killed saves left beside a file, and return the leftovers that hold something unknown.

    Removed is what is empty, what the file itself holds, and what has one of the known digests (versions that git
    has); anything else may be somebody's only copy. Nothing is raised: what cannot be read or removed stays.
    """
    unknown: list[Path] = []
    with suppress(OSError):
        real = path.resolve(strict=True)
        with held(real.parent):
            safe = {digest(b""), digest(real.read_bytes()), *known}
            for leftover in sorted(real.parent.glob(f"{PREFIX}????????.tmp")):
                with suppress(OSError):
                    if digest(leftover.read_bytes()) in safe:
                        leftover.unlink()
                    else:
                        unknown.append(leftover)
    return tuple(unknown)
