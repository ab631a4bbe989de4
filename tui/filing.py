"""Minutes on disk: written beside the roadmap, never over what somebody else wrote unless that was asked.

The Markdown is recorded in git; the other forms and a branch's extract can be made again from the roadmap, and are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from exporters.document import BadTemplateError
from exporters.minutes import minutes_document, minutes_name
from model.file.digest import digest
from tui import local_state
from tui.papers import FOLDER, in_form, present, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exporters.words import Words
    from model.meeting import Meeting
    from tui.papers import Form
    from tui.session import Session


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of minutes: where they are, their text, and what was there before."""

    path: Path
    text: str
    """Empty for a form that is no text."""
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
    form: Form = "md",
    sector: str = "",
    top: int = 1,
    template: bytes | None = None,
    over_theirs: bool = False,
) -> Filed:
    """Write the minutes of a meeting, or the extract for a branch by its id, in a form.

    `top` and `template` are those of `tui.papers.in_form`, and `words` those of the roadmap's language unless
    others are given. A file that this program did not write, or that was changed since, is left alone unless
    `over_theirs`. Raises SaveError, BadTemplateError.
    """
    words = words or session.words
    document = minutes_document(session.roadmap, meeting, words, sector=sector)
    naming = session.roadmap.head.document
    name = minutes_name(meeting, words, naming=naming, suffix=form, branch=sector)
    path = session.path.resolve().parent / FOLDER / name
    data = in_form(document, form, top=top, template=template)
    text = "" if form == "docx" else data.decode()
    found = present(path)
    was = _was(found, data, local_state.written(session.path, environ).get(path.name, ""))
    if was == "theirs" and not over_theirs:
        return Filed(path, text, was, found.decode("utf-8", "replace") if found and text else "")
    write(path, data, over=found)
    local_state.remember_written(session.path, environ, name=path.name, digest=digest(data))
    if form == "md" and not sector:
        session.record_file(path, data, document.title)
    return Filed(path, text, was)


def beside(
    session: Session, meeting: Meeting, environ: Mapping[str, str], *, forms: Iterable[str], template: str = ""
) -> tuple[Filed, ...]:
    """Write the minutes of a meeting in further forms, of which none is put over somebody else's file.

    Raises SaveError, BadTemplateError.
    """
    looks = template_at(template) if template and "docx" in forms else None
    return tuple(
        filed(session, meeting, environ, form="docx" if form == "docx" else "html", template=looks) for form in forms
    )


def template_at(path: str) -> bytes:
    """Read a template; raise BadTemplateError when it cannot be read."""
    try:
        return Path(path).expanduser().read_bytes()
    except (OSError, RuntimeError) as error:
        raise BadTemplateError from error


def _was(found: bytes | None, data: bytes, known: str) -> Literal["absent", "same", "ours", "theirs"]:
    if found is None:
        return "absent"
    if found == data:
        return "same"
    return "ours" if digest(found) == known else "theirs"
