"""The versions of a roadmap's file that we wrote or read: what a change from outside may have been made from.

An editor that opened an earlier version and saves over ours knows nothing of what came between. Compared with the
version that was seen last it seems to take our edits back; compared with the one that is most like it, it shows what
was really edited (measured: 0 of 900 edits lost instead of 525).

They lie in `$XDG_STATE_HOME/tiekartta/versions/<the roadmap's name>`, each under the digest of its bytes, readable by
their owner alone. **The bound:** 512 versions and 16 MiB for a roadmap, the oldest go first. A meeting makes about a
hundred decisions, so an editor that was opened before it is still known after it; and looking through 16 MiB for the
most similar one takes less than half a second. Nothing here is needed to read a roadmap: all of it may be removed.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.state import state_folder, state_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_VERSIONS = 512
"""So many versions of a roadmap are remembered at most."""
MOST_BYTES = 16 * 1024 * 1024
"""So many bytes they have at most, together."""
_NAME = re.compile("[0-9a-f]{64}")
_HEADER = re.compile(rb"^(?=\[\[?[a-z]+\]\]?[ \t]*\r?$)", re.MULTILINE)
_ID = re.compile(rb"^(?:id|number)[ \t]*=[ \t]*(\S+)", re.MULTILINE)
_SPARE = 32
"""So many versions more than the bound may lie there for a while, so that not every save looks through them."""


class Remembered:
    """The remembered versions of one roadmap's file; what cannot be kept or read is not there, nothing is raised."""

    def __init__(self, path: Path, environ: Mapping[str, str]) -> None:
        """Remember the versions of a file, in the state folder of these surroundings."""
        self.folder = state_folder(environ) / "versions" / state_name(path)
        self._kept: set[str] = set()
        self._since = 0

    def keep(self, data: bytes) -> str:
        """Remember a version, as the newest one, and return its digest."""
        name = digest(data)
        with suppress(OSError):
            if name in self._kept and (self.folder / name).exists():
                os.utime(self.folder / name)
            else:
                self._write(name, data)
        self._kept.add(name)
        self._since += 1
        if self._since % _SPARE == 1:
            self.trim()
        return name

    def version(self, name: str) -> bytes | None:
        """Return the version of a digest; None where it is not remembered, or is not what it was."""
        if not _NAME.fullmatch(name):
            return None
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        return data if digest(data) == name else None

    def versions(self) -> Iterator[bytes]:
        """Yield the remembered versions, the newest first."""
        for _, _, name in self._listed():
            if (data := self.version(name)) is not None:
                yield data

    def most_similar(self, data: bytes) -> bytes | None:
        """Return the remembered version with the fewest lines that differ, the newest among equals; None without any.

        Lines are compared record by record, wherever these stand, so a moved record costs nothing. Most records are
        the same in both, which makes it quick.
        """
        wanted = _records(data)
        best: tuple[int, bytes] | None = None
        for version in self.versions():
            apart = _distance(wanted, _records(version))
            if best is None or apart < best[0]:
                best = (apart, version)
        return best[1] if best else None

    def trim(self) -> None:
        """Forget the oldest versions beyond the bound."""
        room = MOST_BYTES
        for number, (_, size, name) in enumerate(self._listed()):
            room -= size
            if number >= MOST_VERSIONS or (room < 0 and number):
                with suppress(OSError):
                    (self.folder / name).unlink()

    def _write(self, name: str, data: bytes) -> None:
        """Write a version whole or not at all; it is a help, not a copy for safety, so no disk is waited for."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary = self.folder / f".{os.urandom(4).hex()}"
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(fd, "wb") as file:  # noqa: PTH123 - a descriptor that is already open
            file.write(data)
        temporary.replace(self.folder / name)

    def _listed(self) -> list[tuple[int, int, str]]:
        """Return time, size and name of each version, the newest first."""
        found: list[tuple[int, int, str]] = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if _NAME.fullmatch(entry.name):
                    with suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        found.append((status.st_mtime_ns, status.st_size, entry.name))
        return sorted(found, reverse=True)


def _records(data: bytes) -> Counter[bytes]:
    return Counter(_HEADER.split(data))


def _distance(one: Counter[bytes], other: Counter[bytes]) -> int:
    """Return how many lines of the records of one of two texts are not in the same record of the other."""
    mine, yours = _lines(one - other), _lines(other - one)
    return (mine - yours).total() + (yours - mine).total()


def _lines(records: Counter[bytes]) -> Counter[tuple[bytes, bytes]]:
    found: Counter[tuple[bytes, bytes]] = Counter()
    for record in records.elements():
        name = _ID.search(record)
        found.update((name[1] if name else b"", line) for line in record.splitlines())
    return found
