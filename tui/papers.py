"""The papers around a meeting as files: invitation, agenda, calendar, catch-up page; in the form that is asked for.

They can be made again from the roadmap at any time, so they are not recorded in git.
"""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Literal

from model.file.digest import digest
from model.file.errors import ExistsError, NotAFileError, save_error
from model.file.save import create, save
from tui import local_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from exporters.document import Document
    from exporters.words import Words
    from model.meeting import Meeting
    from model.roadmap import Roadmap

Form = Literal["md", "html", "docx"]
FOLDER = "minutes"
"""The folder beside the roadmap in which a meeting's papers are kept, its minutes among them."""
ROADMAP = ".toml"
"""How the name of a roadmap ends, and of what is remembered beside it; no paper takes the place of one."""
MOVING = frozenset({"date", "starts", "ends", "place"})
"""Fields of a meeting by whose change a calendar's event becomes a newer one."""


def in_form(document: Document, form: Form, *, top: int = 1, template: bytes | None = None) -> bytes:
    """Return a document as the bytes of a file of a form; raise BadTemplateError.

    `top` is the level of the first heading in HTML, `template` a Word file whose looks a DOCX takes.
    """
    match form:
        case "html":
            from exporters.html import html

            return html(document, top=top).encode()
        case "docx":
            from exporters.docx import docx

            return docx(document, template=template)
        case "md":
            from exporters.markdown import markdown

            return markdown(document).encode()


def event(roadmap: Roadmap, meeting: Meeting, words: Words, *, stamp: datetime, path: Path) -> bytes:
    """Return a meeting as a calendar file; how often its time or place has changed is read from git, if that knows."""
    from exporters.calendar import calendar

    return calendar(roadmap, meeting, words, stamp=stamp, sequence=_times_moved(path, meeting)).encode()


def put(roadmap: Path, name: str, data: bytes, *, environ: Mapping[str, str]) -> Path | None:
    """Write a paper beside the roadmap and return its path; raise SaveError.

    None, and nothing is written, where a file stands that this program did not write or that was changed since.
    """
    path = roadmap.resolve().parent / FOLDER / name
    found = present(path)
    known = local_state.written(roadmap, environ).get(name)
    if found is not None and found != data and digest(found) != known:
        return None
    write(path, data, over=found)
    local_state.remember_written(roadmap, environ, name=name, digest=digest(data))
    return path


def write(path: Path, data: bytes, *, over: bytes | None) -> None:
    """Write a file, over what was seen there or where nothing was; raise SaveError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise save_error(path, error) from error
    if over is None:
        create(path, data)
    elif over != data:
        save(path, data, expected_digest=digest(over))


def replace(path: Path, data: bytes) -> None:
    """Write a file that was asked for by its name, over whatever is there but a roadmap; raise SaveError."""
    over = present(path)
    if over is not None and path.resolve().suffix.lower() == ROADMAP:
        raise ExistsError(path)
    write(path, data, over=over)


def present(path: Path) -> bytes | None:
    """Return what stands in a file, None where there is none; raise SaveError when it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would be read without end
            raise NotAFileError(path)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise save_error(path, error) from error


def _times_moved(path: Path, meeting: Meeting) -> int:
    """Return how often time or place of a meeting have changed since it was called, as far as git knows it."""
    from model.git.errors import GitError
    from model.git.history import history

    try:
        return sum(
            any((c.table, c.record) == ("meetings", meeting.number) and c.field in MOVING for c in entry.changes or ())
            for entry in history(path, record=meeting.number)
        )
    except GitError:
        return 0
