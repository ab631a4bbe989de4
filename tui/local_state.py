"""What is remembered outside the roadmap: which card of the walk was up, what was put aside, which minutes are ours.

Everything that was decided is in the roadmap. What lies here may be lost: the walk then begins at its first open card,
and minutes are replaced only after asking.
It is kept in `$XDG_STATE_HOME/tiekartta/<hash of the roadmap's real path>/`, readable by its owner alone.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from model.file.state import state_folder, state_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from model.records import Measure
    from model.standing import Walk

WALK = "walk.json"
WRITTEN = "minutes.json"
SEEN = "seen.json"


@dataclass(frozen=True, slots=True)
class WalkPlace:
    """Where the walk of a meeting is."""

    meeting: str = ""
    current: str = ""
    """The id of the measure whose card is up."""
    parked: tuple[str, ...] = ()
    """The ids of the measures put aside, the first one comes back first."""
    handled: int = 0
    """How many outcomes the walk had then: with another count `current` says nothing any more."""


def current_of(place: WalkPlace, walk: Walk) -> Measure | None:
    """Return the measure whose card is up: the one that was up while nothing has been decided since, else the next."""
    stays = place.handled == len(walk.handled)
    same = next((m for m in walk.left if m.id == place.current), None) if stays else None
    return same or walk.current(place.parked)


def settled(place: WalkPlace, walk: Walk, meeting: str) -> WalkPlace:
    """Return the place as it is now: of this meeting, with what is still left among the parked."""
    known = place if place.meeting == meeting else WalkPlace(meeting)
    left = {measure.id for measure in walk.left}
    known = replace(known, parked=tuple(name for name in known.parked if name in left))
    found = current_of(known, walk)
    return replace(known, current=found.id if found else "", handled=len(walk.handled))


def parked(place: WalkPlace, walk: Walk) -> WalkPlace:
    """Return the place after the current card was put aside, last in the row of those that come back."""
    aside = (*(name for name in place.parked if name != place.current), place.current)
    found = walk.current(aside)
    return replace(place, parked=aside, current=found.id if found else "")


def stepped(place: WalkPlace, walk: Walk, steps: int) -> WalkPlace:
    """Return the place so many cards on (or back) among those that are left, without a decision."""
    names = [measure.id for measure in walk.left]
    if place.current not in names:
        return place
    return replace(place, current=names[(names.index(place.current) + steps) % len(names)])


def load(roadmap: Path, environ: Mapping[str, str]) -> WalkPlace:
    """Return where the walk of a roadmap's file was; a state that cannot be read counts as none."""
    known = _read(folder(roadmap, environ) / WALK)
    try:
        aside = tuple(str(name) for name in known["parked"])
        return WalkPlace(str(known["meeting"]), str(known["current"]), aside, int(known["handled"]))
    except (ValueError, KeyError, TypeError):
        return WalkPlace()


def keep(place: WalkPlace, roadmap: Path, environ: Mapping[str, str]) -> None:
    """Keep where the walk is; where that cannot be written nothing else is lost by it."""
    _write(folder(roadmap, environ) / WALK, asdict(place))


def written(roadmap: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the minutes that this program wrote last, by the name of their file."""
    return {str(name): str(digest) for name, digest in _read(folder(roadmap, environ) / WRITTEN).items()}


def remember_written(roadmap: Path, environ: Mapping[str, str], *, name: str, digest: str) -> None:
    """Remember the digest of minutes that were written: a file that has it is our own earlier version."""
    _write(folder(roadmap, environ) / WRITTEN, {**written(roadmap, environ), name: digest})


def seen(roadmap: Path, environ: Mapping[str, str]) -> str:
    """Return the digest that a roadmap's file had when it was left here; empty where that is not known."""
    return str(_read(folder(roadmap, environ) / SEEN).get("digest", ""))


def remember_seen(roadmap: Path, environ: Mapping[str, str], *, digest: str) -> None:
    """Remember how a roadmap's file was left: what differs from it then was changed by others."""
    _write(folder(roadmap, environ) / SEEN, {"digest": digest})


def folder(roadmap: Path, environ: Mapping[str, str]) -> Path:
    """Return the folder in which the local state of a roadmap's file is kept."""
    return state_folder(environ) / state_name(roadmap)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        known = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(file: Path, known: Mapping[str, Any]) -> None:
    """Put a whole new file in place of the old one; a state that cannot be kept is done without."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.unlink(missing_ok=True)
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as stream:
            json.dump(known, stream)
        temporary.replace(file)
