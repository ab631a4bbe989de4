"""The copy that is kept only while saving fails: the newest text, outside the roadmap's folder.

It lies in `$XDG_STATE_HOME/tiekartta/recovery`, readable by its owner alone, under a name made of the
roadmap's real path. The first save that works removes it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from model.file.errors import save_error
from model.file.save import write_beside
from model.file.state import state_folder, state_name

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Recovery:
    """A text that could not be saved."""

    path: Path
    """The roadmap's file."""
    expected_digest: str
    """The digest of the file that the text was made from."""
    data: bytes
    """The whole new text."""


def write(recovery: Recovery, environ: Mapping[str, str]) -> Path:
    """Keep a copy in place of an earlier one and return where; raise SaveError where even that fails."""
    place = _place(recovery.path, environ)
    head = {"path": str(recovery.path), "expected_digest": recovery.expected_digest}
    content = json.dumps(head).encode() + b"\n" + recovery.data
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_beside(place, content).replace(place)
    except OSError as error:
        raise save_error(place, error) from error
    return place


def read(path: Path, environ: Mapping[str, str]) -> Recovery | None:
    """Return the copy kept for a roadmap's file, or None; one that is not whole counts as none."""
    try:
        head, newline, data = _place(path, environ).read_bytes().partition(b"\n")
        known = json.loads(head)
        return Recovery(Path(known["path"]), known["expected_digest"], data) if newline else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def clear(path: Path, environ: Mapping[str, str]) -> None:
    """Remove the copy kept for a roadmap's file, if there is one and it can be removed."""
    with suppress(OSError):
        _place(path, environ).unlink()


def _place(path: Path, environ: Mapping[str, str]) -> Path:
    return state_folder(environ) / "recovery" / f"{state_name(path)}.recovery"
