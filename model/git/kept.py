"""A small cache beside git's own files: what was found out of a long history, so that it need not be read again.

It lies in the folder that all work trees share, in files that only their owner may read. Each is written whole or not
at all and carries its form and its digest: what is broken, of another form or from elsewhere is taken as not there, and
so is a folder that cannot be written. The whole folder can be removed at any time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from hashlib import sha256
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from model.halfyear import HalfYear
from model.plain import plain
from model.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FOLDER = "tiekartta"
FORMAT = 1
"""Counted up whenever what is kept changes its form."""
_LARGEST = 1 << 26
_NAME = 32
Row = list[Any]
"""What is kept of one commit, as JSON has it."""


class Shelf:
    """The place of one kept history: of a file's name, a table and a record."""

    def __init__(self, shared: Path, *key: str) -> None:
        """Find the place in the shared git folder; nothing is read or made yet."""
        self._key = list(key)
        name = sha256(json.dumps(self._key).encode()).hexdigest()[:_NAME]
        self._folder = shared / FOLDER
        self.path = self._folder / name

    def rows(self) -> tuple[str, list[Row]] | None:
        """Return the state as which the rows were kept, and the rows; None where there are none to trust."""
        try:
            status = self.path.lstat()
            if not S_ISREG(status.st_mode) or status.st_size > _LARGEST:
                return None
            head, _, body = self.path.read_bytes().partition(b"\n")
            known = json.loads(head)
            if known[:-1] != [FORMAT, self._key, sha256(body).hexdigest()]:
                return None
            return str(known[-1]), json.loads(body)
        except (OSError, ValueError, TypeError, IndexError, RecursionError):
            return None

    def keep(self, state: str, rows: Sequence[Row]) -> None:
        """Keep rows as those of a state (a commit); where that cannot be done, nothing happens."""
        body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        head = json.dumps([FORMAT, self._key, sha256(body).hexdigest(), state]).encode()
        beside = self._folder / f".{os.urandom(8).hex()}"
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if self._folder.is_symlink():
                return
            try:
                fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
                with open(fd, "wb") as file:  # noqa: PTH123 - a descriptor that is already open
                    file.write(head + b"\n" + body)
                beside.replace(self.path)
            except OSError:
                beside.unlink(missing_ok=True)


def packed(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return a field's value, a record or a list of them as JSON from which `unpacked` makes the same again."""
    found: Any = value
    match value:
        case Record():
            found = {"r": packed(plain(value))["m"]}
        case HalfYear() | Decimal():
            found = {"h" if isinstance(value, HalfYear) else "n": str(value)}
        case date() | time():
            found = {"d" if isinstance(value, date) else "t": value.isoformat()}
        case tuple() | list():
            parts = [packed(part) for part in value]
            found = {"u": parts} if isinstance(value, tuple) else parts
        case dict():
            found = {"m": {key: packed(part) for key, part in value.items()}}
    return found


def unpacked(value: Any, kind: type[Record] | None) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return what was packed; `kind` is the class of the records in it. Raises ValueError and TypeError for others."""
    if isinstance(value, list):
        return [unpacked(part, kind) for part in value]
    if not isinstance(value, dict):
        return value
    ((tag, inner),) = value.items()
    if tag == "u":
        return tuple(unpacked(part, kind) for part in inner)
    if tag in ("m", "r"):
        fields = {key: unpacked(part, kind) for key, part in inner.items()}
        return fields if tag == "m" or kind is None else kind.model_validate(fields)
    return _SCALARS[tag](inner)


_SCALARS: dict[str, Callable[[str], object]] = {
    "h": HalfYear,
    "n": Decimal,
    "d": date.fromisoformat,
    "t": time.fromisoformat,
}
