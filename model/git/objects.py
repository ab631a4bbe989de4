"""Objects of a repository as git gives them: many at once, and what a commit says of itself."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import IO, TYPE_CHECKING

from model.git import runner
from model.git.message import subject_of, trailers_of
from model.text import one_line

if sys.platform == "linux":
    import fcntl
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_AUTHOR = re.compile(rb"^author (.*) <[^>\n]*> (-?\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_ENCODING = re.compile(rb"^encoding (\S+)$", re.MULTILINE)
_PIPE = 1 << 20
_NO_TIME = datetime.fromtimestamp(0, UTC)

Trailers = tuple[tuple[str, str], ...]
"""Names and values at the end of a commit's text."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a commit says of itself, safe to show."""

    who: str
    when: datetime
    """The author's time, with its zone."""
    subject: str
    trailers: Trailers


def objects(root: Path, names: Iterable[str]) -> Iterator[bytes | None]:
    """Yield the content of objects in the order of their names; None for one that is not there.

    A name is a hash or `HEAD:path`, without line ends. Raises NoGitError and TimedOutError.
    """
    asked = list(names)
    if not asked:
        return
    given = "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    with runner.reading(root, "cat-file", "--batch", given=given) as stream:
        _widen(stream)
        for _ in asked:
            yield _object(stream)
        stream.read(1)  # git is at its end now, so that nobody has to wait in steps until it is


def _widen(stream: IO[bytes]) -> None:
    """Let git write on while we are busy with what it has written: a version is larger than a pipe usually is."""
    if sys.platform == "linux":
        with suppress(OSError):  # the user may not have pipes as wide
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE)


def said(raw: bytes) -> Said:
    """Return what a commit's object says of itself; an object that is none says nothing."""
    headers, _, text = raw.partition(b"\n\n")
    message = _decoded(headers, text)
    who, when = _author(headers)
    trailers = tuple((name, one_line(value)) for name, value in trailers_of(message))
    return Said(who, when, subject_of(message), trailers)


def _object(stream: IO[bytes]) -> bytes | None:
    header = stream.readline().split()
    if not header or not header[-1].isdigit():
        return None
    data = stream.read(int(header[-1]))
    stream.read(1)
    return data


def _decoded(headers: bytes, text: bytes) -> str:
    named = _ENCODING.search(headers)
    with suppress(LookupError):
        return text.decode(named[1].decode("ascii", "replace") if named else "utf-8", "replace")
    return text.decode("utf-8", "replace")


def _author(headers: bytes) -> tuple[str, datetime]:
    found = _AUTHOR.search(headers)
    if not found:
        return "", _NO_TIME
    name, seconds, sign, hours, minutes = found.groups()
    away = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == b"-" else 1)
    when = _NO_TIME
    with suppress(ValueError, OverflowError, OSError):
        when = datetime.fromtimestamp(int(seconds), timezone(away))
    return one_line(name.decode("utf-8", "replace")), when
