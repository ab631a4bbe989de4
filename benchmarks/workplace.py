"""The places in which measuring happens: temporary repositories with a made-up roadmap, and the programs compared."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.roadmaps import TODAY, roadmap
from benchmarks.terminal import surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Sample
    from benchmarks.terminal import Terminal

MENU = r"\b1 (Valmis|Käyttöön|Done)\b"
QUESTIONS = 4
ROOT = Path(__file__).parents[1]
_IN_TURN = """
first = sys.argv[-1] == "ours"
a = ours() if first else theirs()
b = theirs() if first else ours()
print(*((a, b) if first else (b, a)))
"""
BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]


def tiekartta(*words: str) -> list[str]:
    """Return the command line of the program under measure, in Finnish and on a fixed day."""
    start = "import sys; from tui.main import main; sys.exit(main())"
    return [sys.executable, "-c", start, "--lang", "fi", "--today", TODAY, *words]


def in_turns(runs: int, script: str, folder: Path, *words: str) -> tuple[Sample, ...]:
    """Return the milliseconds of a script's `ours` and `theirs`, which tell seconds: each pair in a fresh process.

    Which of the two comes first alternates; the words are the script's arguments.
    """
    return tuple(_pair(script, folder, [*words, "ours" if run % 2 else "theirs"]) for run in range(runs))


def _pair(script: str, folder: Path, words: list[str]) -> Sample:
    ran = subprocess.run(
        [sys.executable, "-c", script + _IN_TURN, *words],
        cwd=folder,
        env=surroundings(folder) | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    ours, theirs = map(float, ran.stdout.split())
    return ours * 1e3, theirs * 1e3


@contextmanager
def repository(measures: int) -> Iterator[Path]:
    """Make a repository with a roadmap of so many measures, all committed; remove it afterwards."""
    with TemporaryDirectory(prefix="tiekartta-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "roadmap.toml").write_text(roadmap(measures), encoding="utf-8")
        (folder / ".git" / "info").mkdir(parents=True)
        (folder / ".git" / "info" / "exclude").write_text("state/\n.cache/\n.config/\n.local/\n", encoding="utf-8")
        git(folder, "init", "--quiet", "--initial-branch=main")
        git(folder, "add", "roadmap.toml")
        git(folder, "commit", "--quiet", "--message=first")
        yield folder


def enter_walk(terminal: Terminal) -> None:
    """Start the walk, and the meeting when that is asked; the first card is up afterwards."""
    terminal.collect(since=terminal.started)
    for _ in range(QUESTIONS):
        if re.search(MENU, terminal.text):
            return
        terminal.press(b"\r", quiet=1.0)
    message = f"the walk did not start:\n{terminal.text}"
    raise LookupError(message)


def git(folder: Path, *words: str) -> None:
    """Run a git command in a folder."""
    subprocess.run(["git", *words], cwd=folder, env=surroundings(folder), check=True, stdin=subprocess.DEVNULL)
