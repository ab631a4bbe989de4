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

    from benchmarks.terminal import Terminal

MENU = r"\b1 (Valmis|Käyttöön|Done)\b"
QUESTIONS = 4
ROOT = Path(__file__).parents[1]
BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]


def tiekartta(*words: str) -> list[str]:
    """Return the command line of the program under measure, in Finnish and on a fixed day."""
    start = "import sys; from tui.main import main; sys.exit(main())"
    return [sys.executable, "-c", start, "--lang", "fi", "--today", TODAY, *words]


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
