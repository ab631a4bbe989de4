"""The verb overview: the roadmaps of a folder and of the folders in it, in one list."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.overview import Folder, Found, folder_data, folder_lines, ordered
from model.file.reading import read
from model.glance import glance
from model.halfyear import HalfYear
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.speech import say, say_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.call import Call

DEEPEST = 2
"""So many folders below the one that is asked for are looked into: a region, and in it the municipalities."""
MOST = 500
"""So many files are read; a folder with more is not one of roadmaps."""
_SUFFIX = ".toml"


def overview(call: Call) -> int:
    """List the roadmaps of a folder; REFUSED where one of them cannot be read."""
    top = Path(call.option("folder", "."))
    if not top.is_dir():
        raise MisusedError(call.words.t("{path} is no folder.", path=str(top)), verb="overview")
    found = _found(top, HalfYear.containing(call.today))
    if call.options.json:
        say_json(folder_data(found, call.words))
    else:
        say(*folder_lines(found, call.words, today=call.today))
    return DONE if all(one.glance for one in found.roadmaps) else REFUSED


def _found(top: Path, half: HalfYear) -> Folder:
    paths = sorted(_files(top, DEEPEST))
    roadmaps: list[Found] = []
    others: list[str] = []
    for path in paths[:MOST]:
        name = str(path.relative_to(top))
        reading = read(path)
        if reading.roadmap:
            roadmaps.append(Found(name, glance(reading.roadmap, half), reading.problems))
        elif reading.document is not None and "roadmap" not in reading.document.values:
            others.append(name)
        else:
            roadmaps.append(Found(name, None, reading.problems))
    return Folder(ordered(roadmaps), tuple(others), max(len(paths) - MOST, 0))


def _files(folder: Path, deeper: int) -> Iterator[Path]:
    """Yield the TOML files of a folder and of those in it; hidden ones, links to folders and what is closed are not."""
    try:
        with os.scandir(folder) as entries:
            known = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return
    for entry in known:
        if entry.is_dir(follow_symlinks=False):
            if deeper:
                yield from _files(Path(entry.path), deeper - 1)
        elif entry.name.endswith(_SUFFIX):
            yield Path(entry.path)
