"""Minutes on disk: written beside the roadmap, never over what somebody else wrote unless that was asked."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING, Literal

from exporters.minutes import minutes, minutes_name
from model.file.digest import digest
from model.file.errors import save_error
from model.file.save import create, save
from tui import local_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from exporters.words import Words
    from model.meeting import Meeting
    from tui.session import Session

FOLDER = "minutes"


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of minutes: where they are, their text, and what was there before."""

    path: Path
    text: str
    was: Literal["absent", "same", "ours", "theirs"]
    """`theirs` was not replaced, unless that was asked for."""
    theirs: str = ""
    """The text that somebody else wrote there."""

    @property
    def shown(self) -> str:
        """The path as seen from the roadmap: `minutes/muistio-3-2026.md`."""
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def difference(self) -> tuple[str, ...]:
        """The lines in which theirs and ours differ, marked `-` and `+`."""
        lines = unified_diff(self.theirs.splitlines(), self.text.splitlines(), lineterm="", n=1)
        return tuple(line for line in lines if not line.startswith(("---", "+++", "@@")))


def filed(
    session: Session,
    meeting: Meeting,
    environ: Mapping[str, str],
    *,
    words: Words | None = None,
    over_theirs: bool = False,
) -> Filed:
    """Write the minutes of a meeting and have them recorded; raise SaveError.

    `words` are those of the roadmap's language unless others are given. A file that this program did not
    write, or that was changed since, is left alone unless `over_theirs`.
    """
    words = words or session.words
    path = session.path.resolve().parent / FOLDER / minutes_name(meeting, words)
    text = minutes(session.roadmap, meeting, words)
    found = _present(path)
    was = _was(found, text, local_state.written(session.path, environ).get(path.name, ""))
    if was == "theirs" and not over_theirs:
        return Filed(path, text, was, found.decode("utf-8", "replace") if found else "")
    data = text.encode()
    if found is None:
        _folder(path.parent)
        create(path, data)
    else:
        save(path, data, expected_digest=digest(found))
    local_state.remember_written(session.path, environ, name=path.name, digest=digest(data))
    session.record_file(path, data, words.t("Minutes of meeting {number}", number=meeting.number))
    return Filed(path, text, was)


def _present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise save_error(path, error) from error


def _folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise save_error(path, error) from error


def _was(found: bytes | None, text: str, known: str) -> Literal["absent", "same", "ours", "theirs"]:
    if found is None:
        return "absent"
    if found == text.encode():
        return "same"
    return "ours" if digest(found) == known else "theirs"
