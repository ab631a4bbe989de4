"""The verb merge-driver: git hands over three copies of a roadmap and takes the merged one.

git waits for it at every merge, so it has a way in of its own (`tui.main`), and nothing is loaded before it is needed:
most merges are over before a record's class was. Whatever hinders it leaves our copy as it is and is told by the exit
status: git then keeps our copy and marks the path as unmerged. Markers never get into the file.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from model.file.decoding import decoded
from model.file.document import Document, document
from model.file.units import NOTE, joined, units
from model.file.weaving import disjoint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from exporters.words import Words
    from model.file.merging import Which
    from model.problems import Problem
    from tui.cli.call import Call

DONE, REFUSED, MISUSED = 0, 1, 2
"""As in `tui.cli.call`, which loads the whole table of verbs."""
_FEWEST, _MOST = 4, 6
_SIDES: tuple[Which, ...] = ("base", "ours", "theirs")


class _UnreadError(Exception):
    """One of the copies is no file that can be read, or no roadmap."""

    def __init__(self, side: Which, problems: Sequence[Problem]) -> None:
        super().__init__(side, problems)
        self.side = side
        self.problems = problems


def merge_driver(call: Call) -> int:
    """Merge as the ordinary command line asks for it."""
    return drive(call.options.copies, lambda: call.today, call.words)


def drive(arguments: Sequence[str], today: Callable[[], date], words: Words | None = None) -> int:
    """Merge the copies of git's %O %A %B %P [%X %Y] into the second one and return the exit status."""
    given = list(arguments[1:] if arguments[:1] == ["--"] else arguments)
    if not _FEWEST <= len(given) <= _MOST:
        _complain(words, "misused", "")
        return MISUSED
    *copies, path = given[:_FEWEST]
    try:
        base, ours, theirs = _documents(copies)
        found, conflicts = _merged((base, ours, theirs), today, place=(path, given[_FEWEST:]))
        if found.data != ours.data:
            _replace(copies[1], found.data)
    except _UnreadError as error:
        _complain(words, error.side, path, *error.problems)
        return REFUSED
    except OSError as error:
        _complain(words, "unused", path, error)
        return REFUSED
    if conflicts:
        _complain(words, "conflicts", path, conflicts)
    return DONE


def _merged(
    three: tuple[Document, Document, Document], today: Callable[[], date], *, place: tuple[str, list[str]]
) -> tuple[Document, int]:
    """Return the merged text and how many conflicts it holds that were not there before; raise _UnreadError."""
    found = disjoint(*three)
    if found is not None:
        return found, 0
    from tui.lean import without_plugins

    without_plugins()
    from model.file.merging import UnmergeableError, merged
    from model.merge import Sides

    def names() -> Sides:
        from model.git.driver import merging

        ours, theirs = merging(*place)
        return Sides(ours=ours, theirs=theirs, day=today())

    try:
        result = merged(*three, asked=names)
    except UnmergeableError as error:
        raise _UnreadError(error.side, error.problems) from error
    return result.document, len(result.conflicts)


def _documents(copies: Sequence[str]) -> tuple[Document, Document, Document]:
    """Read the three copies; without a common ancestor it is what the two have in common. Raises _UnreadError."""
    found: list[Document | None] = []
    near: Document | None = None
    for side, name in zip(_SIDES, copies, strict=True):
        known = decoded(_bytes(name), near=near)
        is_empty = not isinstance(known, Document) and known.code == "empty"
        if not isinstance(known, Document) and not (is_empty and side == "base"):
            raise _UnreadError(side, (known,))
        near = known if isinstance(known, Document) else None
        found.append(near)
    base, ours, theirs = found
    assert ours is not None
    assert theirs is not None
    return base or _common(ours, theirs), ours, theirs


def _common(ours: Document, theirs: Document) -> Document:
    """Return what two texts have in common, unit by unit; raise _UnreadError where their heads differ."""
    other = {unit.key: unit.text for unit in units(theirs)}
    same = [unit for unit in units(ours) if other.get(unit.key) == unit.text]
    if not any(unit.key[0] == "roadmap" for unit in same):
        from model.problems import Problem

        raise _UnreadError("base", (Problem("empty", "fatal"),))
    return document(joined(unit if unit.key[0] == NOTE or unit.gap else unit._replace(gap="\n") for unit in same))


def _bytes(name: str) -> bytes:
    if not stat.S_ISREG(os.stat(name).st_mode):  # noqa: PTH116 - pathlib is slower to load than a file to merge
        raise OSError(0, "", name)
    with open(name, "rb") as file:  # noqa: PTH123
        return file.read()


def _replace(name: str, data: bytes) -> None:
    """Put other bytes in the place of a file's, whole or not at all."""
    place = os.path.realpath(name)
    new = f"{place}.{os.getpid()}.tmp"
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(fd, "wb") as file:  # noqa: PTH123
            file.write(data)
        os.chmod(new, stat.S_IMODE(os.stat(place).st_mode))  # noqa: PTH101, PTH116
        os.replace(new, place)  # noqa: PTH105
    except BaseException:
        os.unlink(new)  # noqa: PTH108
        raise


def _complain(words: Words | None, what: str, path: str, *facts: object) -> None:
    from tui.cli.driven import complain_of_merge

    complain_of_merge(words, what, path, *facts)
