"""How long looking back takes: the first screen of the history, and who decided on a field, in long packed histories.

Each of our runs is a process of its own, so that nothing was read before; its clock starts where the app would start
to look back: the modules are loaded, the file as it is now has been read, and what is there is no garbage.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, alone, pairs
from benchmarks.pasts import past, versions
from benchmarks.terminal import Terminal, surroundings
from benchmarks.workplace import ROOT, tiekartta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (200, 2_000, 20_000)
SHOWN = 50
AGAIN = 50.0
WAIT = 50.0
PAGES = 40
QUIET = 0.15
AT_REST = 1.0
SHOWS_HISTORY = re.compile(r"Historia(.*\n){20}.*§")
HISTORY, PAGE_DOWN = b"h", b"\x1b[6~"
FIELD = ("measures", "T07", "end")
AS_TEXT = ["git", "log", "-p", "-U0", "-n", str(SHOWN), "--", "roadmap.toml"]
READY = """\
import gc
from pathlib import Path
from time import perf_counter
from exporters.sentences import sentences
from exporters.words import Words
from model.file.reading import read
from model.git.deciding import decided
from model.git.history import history
path, words = Path("roadmap.toml"), Words("fi")
assert read(path).roadmap is not None
words.t("History")
gc.freeze()
started = perf_counter()
"""
SCREEN = f"""\
shown = [sentences(entry.changes or (), words, entry.roadmap) for entry in history(path, limit={SHOWN})]
print(perf_counter() - started)
assert len(shown) == {SHOWN}
"""
DECIDED = f"""\
found = decided(path, *{FIELD[:2]!r}, field={FIELD[2]!r})
print(perf_counter() - started)
assert found
"""


def figures(runs: int) -> Iterator[Figure]:
    """Measure the first screen at every length, and the field in the longest history, first and second time."""
    for commits in SIZES:
        folder = past(commits)
        samples = pairs(runs, partial(ours, SCREEN, folder), partial(as_text, folder))
        yield Figure(f"history, first screen, {commits} commits", "`git log -p -U0 -n 50`", 2, "×", samples)
    folder = past(SIZES[-1])
    names = versions(folder)
    samples = pairs(runs, lambda: first_time(folder), lambda: blobs(folder, names))
    yield Figure(f"who decided a field, {SIZES[-1]} commits", "reading the blobs once", 1.5, "×", samples)
    ours(DECIDED, folder)
    again = alone((ours(DECIDED, folder) for _ in range(runs)), AGAIN)
    yield Figure("who decided a field, second time", "a person's patience", AGAIN, "ms", again)
    waits = alone((longest_wait(folder) for _ in range(runs)), WAIT)
    yield Figure(f"history, longest wait of {PAGES} pages", "a person's patience", WAIT, "ms", waits)


def longest_wait(folder: Path) -> float:
    """Return the most milliseconds from a key to the repaint while somebody pages down the history at once."""
    with Terminal(tiekartta(), folder) as terminal:
        terminal.collect(since=terminal.started)
        terminal.press(HISTORY, quiet=AT_REST)
        assert SHOWS_HISTORY.search(terminal.text), terminal.text
        waits = []
        for _ in range(PAGES):
            drawn = terminal.press(PAGE_DOWN, quiet=QUIET)
            frames = [when for when, _ in terminal.replay(drawn)]
            waits += [(when - drawn.since) * 1e3 for when in frames[:1]]
    return max(waits)


def ours(code: str, folder: Path) -> float:
    """Return the milliseconds that a piece of the program measured in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", READY + code],
        cwd=folder,
        env=surroundings(folder) | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return float(ran.stdout) * 1e3


def first_time(folder: Path) -> float:
    """Return the milliseconds for the field when nothing has been kept of the history."""
    shutil.rmtree(folder / ".git" / "tiekartta", ignore_errors=True)
    return ours(DECIDED, folder)


def as_text(folder: Path) -> float:
    """Return the milliseconds that git needs to print the latest changes line by line."""
    started = perf_counter()
    subprocess.run(AS_TEXT, cwd=folder, env=surroundings(folder), check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - started) * 1e3


def blobs(folder: Path, names: list[str]) -> float:
    """Return the milliseconds that Python needs to be given every version once, its name known, and to drop it."""
    given = folder / ".git" / "names"
    given.write_text("".join(f"{name}\n" for name in names), encoding="ascii")
    argv = ["git", "cat-file", "--batch"]
    started = perf_counter()
    with (
        given.open("rb") as source,
        subprocess.Popen(argv, cwd=folder, env=surroundings(folder), stdin=source, stdout=subprocess.PIPE) as process,
    ):
        assert process.stdout is not None
        for _ in names:
            process.stdout.read(int(process.stdout.readline().split()[-1]) + 1)
    return (perf_counter() - started) * 1e3
