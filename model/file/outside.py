"""What others do to the file, brought together with what our programs know of it.

Whatever one of our programs wrote, or found and took, it noted (`lineage`). Anything else in the file is foreign: an
editor's, git's, another machine's. It is compared with the remembered version that is most like it (`remembered`), for
that is what it was made from. Where that is the latest one, it is taken as it is. Where it is an older one, what came
in between is not in it, and the two are merged field by field; nobody's edit is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.lineage import Lineage
from model.file.lock import held
from model.file.reading import Reading, read, read_bytes, read_document
from model.file.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from model.conflict import Conflict
    from model.file.document import Document
    from model.file.merging import Merged
    from model.roadmap import Roadmap

    Merge = Callable[[Document, Document, Document], Merged]

_BRIEFLY = 0.2
"""Seconds for which a look waits until another program has saved; a slow hook of its git is not waited for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the file, and what should."""

    reading: Reading
    """What stands there; its `roadmap` is None where it gives none."""
    roadmap: Roadmap | None
    """What should: the same, but where it was made from an older version."""
    conflicts: tuple[Conflict, ...] = ()
    """What was changed there and here to two different things, new in `roadmap`."""
    ours: bytes = b""
    """The version which it did not know, where the two had to be merged."""
    document: Document | None = None
    """The text that says `roadmap`, where the two had to be merged."""

    @property
    def is_stale(self) -> bool:
        """Whether it lacks something that we have."""
        return self.roadmap != self.reading.roadmap


class Outside:
    """The file as others may leave it."""

    def __init__(self, path: Path, environ: Mapping[str, str]) -> None:
        """Know what was noted of a file, in the state folder of these surroundings."""
        self.path = path
        self.remembered = Remembered(path, environ)
        self.lineage = Lineage(self.remembered)

    def look(self, known: bytes, *, merge: Merge, is_meant: Callable[[bytes], bool]) -> Found:
        """Read the file and bring it together with what our programs know; `known` is what we read of it last.

        `is_meant` tells of bytes that a person has put them there knowingly, although they lack something: git holds
        them. `merge` is `model.file.merging.merged`, seldom needed. Raises nothing for what may be wrong with the file.
        """
        with held(self.path.resolve().parent, longest=_BRIEFLY):
            reading, latest = read(self.path), self.lineage.latest
        found = reading.data
        if found is None or reading.roadmap is None or digest(found) == latest:
            return Found(reading, reading.roadmap)
        ours = self.remembered.version(latest) or known
        base = self._base(found, ours)
        if base != ours and not is_meant(found):
            return _merged(reading, base, ours, merge=merge)
        self.take(found)
        return Found(reading, reading.roadmap)

    def take(self, data: bytes) -> None:
        """Note what stands in the file, unless it is something else by now."""
        with held(self.path.resolve().parent, longest=_BRIEFLY):
            if read(self.path).data == data:
                latest = self.lineage.latest
                self.lineage.note(self.remembered.keep(data), latest)

    def _base(self, found: bytes, ours: bytes) -> bytes:
        """Return what the bytes in the file were made from.

        The newest version of all, byte for byte, was put there by a program of ours that did not come to note it.
        """
        newest = next(self.remembered.versions(), None)
        return ours if newest in (None, found) else self.remembered.most_similar(found) or ours


def _merged(theirs: Reading, base: bytes, ours: bytes, *, merge: Merge) -> Found:
    before, here = read_bytes(base), read_bytes(ours)
    if before.roadmap is None or here.roadmap is None:
        return Found(theirs, theirs.roadmap)
    assert before.document is not None
    assert here.document is not None
    assert theirs.document is not None
    found = merge(before.document, here.document, theirs.document)
    return Found(theirs, read_document(found.document).roadmap, found.conflicts, ours, found.document)
