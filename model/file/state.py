"""Where what is remembered outside the roadmap lies: the recovery copy, the place in the walk."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def state_folder(environ: Mapping[str, str]) -> Path:
    """Return our folder for state: in `$XDG_STATE_HOME` where that is a whole path, else in `~/.local/state`."""
    state = environ.get("XDG_STATE_HOME", "")
    home = Path(environ.get("HOME") or Path.home())
    return (Path(state) if os.path.isabs(state) else home / ".local" / "state") / "tiekartta"  # noqa: PTH117 - an empty text is no path


def state_name(path: Path) -> str:
    """Return the name under which the state of a roadmap's file is kept, made of the file's real path."""
    return sha256(os.fsencode(path.resolve())).hexdigest()[:24]
