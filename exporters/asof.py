"""That something is the roadmap as it was: the line that says so, and documents that carry it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.document import Document, Paragraph, Strong
from model.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from exporters.words import Words

_DAY = re.compile(r"[\d.-]+")


def as_of(words: Words, *, day: date, asked: str = "") -> str:
    """Return which state is shown: `Tilanne 31.8.2026`; `asked` is how it was asked for, where not by its day."""
    said = words.t("As of {date}", date=words.date(day))
    named = "" if _DAY.fullmatch(asked) else point(words, asked)
    return f"{said} ({named})" if named else said


def point(words: Words, asked: str) -> str:
    """Return what a point in time is called that was asked for by a meeting, the approval or a revision of git."""
    if asked.startswith("meeting:"):
        return words.t("meeting {number}", number=one_line(asked.removeprefix("meeting:").strip()))
    return words.t("approval") if asked == "approval" else one_line(asked)


def dated(document: Document, line: str) -> Document:
    """Return a document that says at its top as of when it is."""
    return replace(document, blocks=(Paragraph((Strong(line),)), *document.blocks))


def history_begins(words: Words, begins: date | None) -> tuple[str, ...]:
    """Return that the versions of the file begin on a day, and what is known of the time before; nothing for None."""
    if begins is None:
        return ()
    said = words.t(
        "The history of the roadmap begins on {date}; of what changed before that only what is dated in the roadmap is"
        " known.",
        date=words.date(begins),
    )
    return (said,)
