"""How long reading takes: the `show` verb as a whole, and parsing and checking alone."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, pairs
from benchmarks.terminal import surroundings
from benchmarks.workplace import ROOT, in_turns, repository, tiekartta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMPORTS = [sys.executable, "-c", "import tomllib, argparse, pydantic"]
BOTH = """\
import sys, tomllib
from pathlib import Path
from time import perf_counter
from model.file.reading import read
path = Path("roadmap.toml")
text = path.read_text(encoding="utf-8")
def ours():
    started = perf_counter()
    assert not read(path).problems
    return perf_counter() - started
def theirs():
    started = perf_counter()
    tomllib.loads(text)
    return perf_counter() - started
"""


def figures(runs: int) -> Iterator[Figure]:
    """Measure `show` and the parsing of 500 measures."""
    with repository(60) as folder:
        samples = pairs(runs, lambda: whole(tiekartta("show"), folder), lambda: whole(IMPORTS, folder))
        yield Figure("`tiekartta show`, 60 measures", "python's imports", 2.5, "×", samples)
    with repository(500) as folder:
        samples = in_turns(runs, BOTH, folder)
        yield Figure("parse and check, 500 measures", "tomllib", 5, "×", samples)


def whole(argv: list[str], folder: Path) -> float:
    """Return the milliseconds from a program's start to its end."""
    started = perf_counter()
    subprocess.run(
        argv,
        cwd=folder,
        env=surroundings(folder) | {"PYTHONPATH": str(ROOT)},
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    return (perf_counter() - started) * 1e3
