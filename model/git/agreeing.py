"""Where a person has agreed to have a roadmap sent: remembered outside the repository, for each place anew.

What has once been sent to a server that everybody can read cannot be called back, so the first time is asked about.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from model.file.state import state_folder, state_name
from model.git.consent import remember

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from model.git.remote import Destination


def agreed(roadmap: Path, where: Destination, environ: Mapping[str, str]) -> bool:
    """Tell whether somebody has agreed to have this roadmap sent to this address and branch."""
    return _name(where) in _known(_place(roadmap, environ))


def agree(roadmap: Path, where: Destination, environ: Mapping[str, str]) -> None:
    """Remember that somebody has agreed; raise UnrememberedError where nothing can be remembered."""
    place = _place(roadmap, environ)
    remember(place, json.dumps(sorted({*_known(place), _name(where)})))


def _known(place: Path) -> frozenset[str]:
    with suppress(OSError, ValueError, TypeError):
        return frozenset(str(name) for name in json.loads(place.read_text(encoding="ascii")))
    return frozenset()


def _name(where: Destination) -> str:
    return sha256(f"{where.address}\n{where.there}".encode("utf-8", "surrogateescape")).hexdigest()


def _place(roadmap: Path, environ: Mapping[str, str]) -> Path:
    return state_folder(environ) / "sends" / state_name(roadmap)
