"""The path of a file as people give it: typed, dragged into the window, copied from a file manager."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote, urlsplit

_QUOTES = ("'", '"')
_ESCAPED = re.compile(r"\\(.)")


def path_of(text: str) -> Path:
    """Return the path that is meant: without quotes, a `file:` address as its path, `~` as the home folder.

    A terminal puts a backslash before a space of what is dragged into it; where no file has that in its name, it goes.
    """
    said = text.strip().removeprefix("& ").strip()
    if said.startswith(_QUOTES):
        said = said[1:].removesuffix(said[0])
    if said.startswith("file:"):
        said = unquote(urlsplit(said).path)
        if re.match(r"/[A-Za-z]:", said):
            said = said[1:]
    with suppress(RuntimeError):  # nobody's home
        said = str(Path(said).expanduser()) if said else said
    if os.name != "nt" and "\\" in said and not os.path.lexists(said):
        said = _ESCAPED.sub(r"\1", said)
    return Path(said)


def completed(text: str) -> str:
    """Return a path with as much of its last name as is certain; a folder that is certain ends in its separator.

    What names nothing stays as it was typed.
    """
    spoken = text.strip()
    path = path_of(spoken)
    is_folder = spoken.endswith(("/", os.sep))
    folder, begun = (path, "") if is_folder else (path.parent, path.name)
    try:
        known = (path.name for path in folder.iterdir())
        names = sorted(name for name in known if name.startswith(begun) and (begun or not name.startswith(".")))
    except (OSError, ValueError):
        return text
    if not names:
        return text
    certain = _common(names[0], names[-1])
    found = folder / certain
    return f"{found}{os.sep}" if len(names) == 1 and found.is_dir() else str(found) if certain else text


def _common(first: str, last: str) -> str:
    """Return how the first and the last of sorted names begin, and so all between them."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in same)
