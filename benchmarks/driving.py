"""How long git waits for its merge driver: three copies of a roadmap merged, from a program's start to its end.

Twenty edits on either side, held against what a bare Python needs to import tomllib and pydantic. A merge in which both
sides changed one field needs the classes of the records; it is held against the import of the class that those have.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, pairs
from benchmarks.reading import whole
from benchmarks.roadmaps import roadmap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Edit = Callable[[str], str]

START = "import sys; from tui.main import main; sys.exit(main())"
IMPORTS = [sys.executable, "-c", "import tomllib, pydantic"]
CLASS = [sys.executable, "-c", "import tomllib; from pydantic import BaseModel"]
DRIVER = [sys.executable, "-c", START, "merge-driver", "--", "base", "ours", "theirs", "roadmap.toml", "%X", "%Y"]
MEASURES = 60
EDITS = 20
BOUND, CONFLICT_BOUND = 1.6, 2.5
HEADER = "[[measures]]\n"
TITLE = re.compile(r'^title = "', re.MULTILINE)


def figures(runs: int) -> Iterator[Figure]:
    """Measure merges of other measures, of other fields of the same measures, and with a conflict."""
    cases: tuple[tuple[str, Edit, Edit, float, list[str]], ...] = (
        ("other measures", first_half, second_half, BOUND, IMPORTS),
        ("other fields of 20 measures", titled, noted, BOUND, IMPORTS),
        ("20 conflicts", titled, retitled, CONFLICT_BOUND, CLASS),
    )
    for name, ours, theirs, bound, other in cases:
        for measures in (MEASURES, 500) if bound == BOUND else (MEASURES,):
            yield _figure((name, measures, runs), (ours, theirs), bound=bound, other=other)


def titled(text: str) -> str:
    """Change the titles of the first measures."""
    return _edited(text, range(EDITS), lambda one: TITLE.sub('title = "Uusi: ', one, count=1))


def retitled(text: str) -> str:
    """Change them to something else."""
    return _edited(text, range(EDITS), lambda one: TITLE.sub('title = "Toinen: ', one, count=1))


def noted(text: str) -> str:
    """Give the first measures a note, with a comment."""
    return _edited(text, range(EDITS), lambda one: TITLE.sub('public = "Uutta"  # heiltä\ntitle = "', one, count=1))


def first_half(text: str) -> str:
    """Change the titles of every other measure."""
    return _edited(text, range(0, 2 * EDITS, 2), lambda one: TITLE.sub('title = "Uusi: ', one, count=1))


def second_half(text: str) -> str:
    """Change the titles of the others, and add a measure."""
    return _edited(text, range(1, 2 * EDITS, 2), lambda one: TITLE.sub('title = "Toinen: ', one, count=1))


def _figure(what: tuple[str, int, int], edits: tuple[Edit, Edit], *, bound: float, other: list[str]) -> Figure:
    name, measures, runs = what
    base = roadmap(measures)
    ours, theirs = (edit(base) for edit in edits)
    with TemporaryDirectory(prefix="tiekartta-bench-") as made:
        folder = Path(made)
        (folder / "base").write_text(base, encoding="utf-8")
        (folder / "theirs").write_text(theirs, encoding="utf-8")

        def driver() -> float:
            (folder / "ours").write_text(ours, encoding="utf-8")
            return whole(DRIVER, folder)

        samples = pairs(runs, driver, lambda: whole(other, folder))
        assert (folder / "ours").read_text(encoding="utf-8") not in (ours, theirs)
    against = "python importing tomllib and pydantic" + ("" if other is IMPORTS else ".BaseModel")
    return Figure(f"merge driver, {name}, of {measures}", against, bound, "×", samples)


def _edited(text: str, numbers: range, edit: Callable[[str], str]) -> str:
    head, *measures = text.split(HEADER)
    return HEADER.join([head, *(edit(one) if number in numbers else one for number, one in enumerate(measures))])
