"""The text of a commit: one line that says what was decided, and trailers that programs read back.

The last paragraph is always ours, so no title or note in the lines above can pass for a trailer.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from model.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_TRAILER = re.compile(r"([A-Za-z][A-Za-z-]*): (.*)")
_LONGEST_LINE = 500


def new_change_id() -> str:
    """Return twelve random hexadecimal digits: the name of a change, for undo and redo."""
    return secrets.token_hex(6)


def composed(subject: str, *, body: str = "", trailers: Iterable[tuple[str, str]]) -> str:
    """Return the text of a commit: subject line, perhaps a body, and the trailers as the last paragraph.

    Subject and values become one line each; control characters are shown, not kept. Raises ValueError for a trailer
    name that git would not read as one.
    """
    lines = []
    for name, value in trailers:
        if not _TRAILER.fullmatch(f"{name}: "):
            raise ValueError(name)
        lines.append(f"{name}: {one_line(value, limit=_LONGEST_LINE)}")
    paragraphs = [one_line(subject, limit=_LONGEST_LINE) or "–", clean(body).strip("\n"), "\n".join(lines)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def trailers_of(message: str) -> tuple[tuple[str, str], ...]:
    """Return name and value of the trailers in a commit's text: its last paragraph, if each line of it is one."""
    paragraphs = re.split(r"\n[ \t]*\n", message.strip("\n"))
    found = [_TRAILER.fullmatch(line) for line in paragraphs[-1].splitlines()] if len(paragraphs) > 1 else []
    return tuple((match[1], match[2].strip()) for match in found if match) if all(found) else ()


def subject_of(message: str) -> str:
    """Return the first line of a commit's text, safe to show."""
    return one_line(message.lstrip("\n").split("\n", 1)[0])
