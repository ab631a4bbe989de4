"""What our own programs put into a roadmap's file, or found there and took: a line for each, in their order.

Two windows on one file are two programs. What the other one wrote was made from what stood there, so it is no foreign
editor's stale copy, even where it brings an old text back (an undo). And a decision that was saved there but is not
in git yet is recorded by whoever comes first, in the order of the saves and under its own words.

The lines lie beside the remembered versions (`remembered`), readable by their owner alone, and are written while the
folder's lock is held (`lock`); the last five hundred to a thousand are kept. All of it may be removed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.file.remembered import Remembered

MOST_LINES = 1_000
"""When there are so many lines, only the younger half is kept."""
_NAME = "saves"


@dataclass(frozen=True, slots=True)
class Saved:
    """One save of ours."""

    id: str
    """Its own name, by which a commit of it is noted."""
    new: str
    """The digest of what was written."""
    old: str
    """The digest of what it was made from."""
    message: str = ""
    """The text of the commit that records it; empty when it brings nothing that is recorded."""
    by: str = ""
    """A name of the running program that made it."""


class Lineage:
    """The saves of one roadmap's file; what cannot be written or read is not there, nothing is raised."""

    ME = os.urandom(6).hex()
    """The name of this running program."""

    def __init__(self, remembered: Remembered) -> None:
        """Keep the lines beside these versions."""
        self.remembered = remembered
        self._path = remembered.folder / _NAME
        self._reading = Lock()
        self._known: list[dict[str, str]] = []
        self._place = (0, 0)
        self._met = False
        self._began = 0
        self._began = len(self._lines())

    def note(self, new: str, old: str, message: str = "") -> str:
        """Note a save and return its name; to be called while nobody else can save."""
        saved = Saved(os.urandom(6).hex(), new, old, message, self.ME)
        self._append(asdict(saved))
        if len(self._lines()) > MOST_LINES:
            self._shorten()
        return saved.id

    def mark(self, name: str) -> None:
        """Note that a save is recorded in git."""
        self._append({"done": name, "by": self.ME})

    def saves(self) -> tuple[Saved, ...]:
        """Return the saves, the oldest first."""
        found = (_saved(line) for line in self._lines())
        return tuple(saved for saved in found if saved)

    def is_recorded(self, name: str) -> bool:
        """Whether a save was noted as recorded."""
        return any(line.get("done") == name for line in self._lines())

    def has_others(self) -> bool:
        """Whether another running program has saved or recorded here since this one first looked."""
        lines = self._lines()
        with self._reading:
            self._met = self._met or any(line.get("by") != self.ME for line in lines[self._began :])
            return self._met

    @property
    def latest(self) -> str:
        """The digest of what our programs last wrote into the file, or found in it and took; empty if never."""
        return next((saved.new for saved in reversed(self.saves())), "")

    def is_passed(self, name: str, head: str) -> bool:
        """Whether what git has was saved after a save: commits are made in this order, so that one is recorded."""
        saves = self.saves()
        places = [number for number, saved in enumerate(saves) if saved.id == name]
        return bool(places) and any(saved.new == head for saved in saves[places[0] + 1 :])

    def is_before(self, name: str, head: str) -> bool:
        """Whether what git has was in the file before a save, and not again after it."""
        saves = self.saves()
        at = next((number for number, saved in enumerate(saves) if saved.id == name), 0)
        return any(saved.new == head for saved in saves[:at]) and not self.is_passed(name, head)

    def owed(self, name: str, head: str) -> tuple[Saved, ...]:
        """Return the saves up to the named one that led from what git has to it, the oldest first; empty if none did.

        What was recorded already ends the way back, and so does a save whose commit nobody asked for.
        """
        saves = self.saves()
        at = next((number for number, saved in enumerate(saves) if saved.id == name), None)
        if at is None:
            return ()
        done = {line["done"] for line in self._lines() if "done" in line}
        open_ones = [saved for saved in saves[: at + 1] if saved.id not in done and saved.message]
        return _chain(open_ones, saves[at].new, head)

    def _append(self, line: dict[str, str]) -> None:
        text = json.dumps(line, ensure_ascii=True) + "\n"
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(fd, text.encode())
            finally:
                os.close(fd)

    def _lines(self) -> list[dict[str, str]]:
        """Return the lines; what was read before is not read again, for each save and each commit ask."""
        with self._reading:
            try:
                with self._path.open("rb") as file:
                    number = os.fstat(file.fileno()).st_ino
                    if number != self._place[0]:
                        self._began = 0 if self._place[0] else self._began
                        self._place, self._known = (number, 0), []
                    file.seek(self._place[1])
                    text = file.read()
            except OSError:
                self._place, self._known = (0, 0), []
                return []
            whole = text[: text.rfind(b"\n") + 1]
            self._place = (number, self._place[1] + len(whole))
            self._known += (read for line in whole.splitlines() if (read := _read(line)))
            return list(self._known)

    def _shorten(self) -> None:
        """Keep the younger half, in a new file; a mark that comes in just then is lost (see `is_passed`)."""
        temporary = self._path.with_name(f".{os.urandom(4).hex()}")
        with self._reading, suppress(OSError):
            self._began = max(0, self._began - len(self._known) + MOST_LINES // 2)
            self._known = self._known[-MOST_LINES // 2 :]
            fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(fd, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor that is already open
                file.writelines(json.dumps(line) + "\n" for line in self._known)
            temporary.replace(self._path)


def _read(line: bytes) -> dict[str, str]:
    with suppress(ValueError):
        found = json.loads(line)
        if isinstance(found, dict):
            return {name: value for name, value in found.items() if isinstance(value, str)}
    return {}


def _saved(line: dict[str, str]) -> Saved | None:
    if not {"id", "new", "old"} <= line.keys():
        return None
    return Saved(line["id"], line["new"], line["old"], line.get("message", ""), line.get("by", ""))


def _chain(saves: Sequence[Saved], new: str, old: str) -> tuple[Saved, ...]:
    """Return the saves that led from one version to another, the oldest first; empty if they did not."""
    found: list[Saved] = []
    for saved in reversed(saves):
        if saved.new == new:
            found.append(saved)
            if saved.old == old:
                return tuple(reversed(found))
            new = saved.old
    return ()
