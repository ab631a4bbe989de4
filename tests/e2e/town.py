"""A town's folder with its roadmap, and the program started in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.terminal import CONTROLLING, Terminal
from tests.trusted import allow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "roadmap.toml"
PROGRAM = "import sys; from tui.main import main; sys.exit(main())"
TODAY = "2026-11-22"


@dataclass
class Town:
    """A folder with a roadmap, the surroundings of its people, and the terminals in which they work."""

    folder: Path
    environ: dict[str, str]
    terminals: list[Terminal] = field(default_factory=list)

    @classmethod
    def of_sample(cls, folder: Path) -> Town:
        """Make a folder with a copy of the sample, without git; its people have the surroundings of the test."""
        folder.mkdir()
        shutil.copy(SAMPLE, folder / "roadmap.toml")
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
        return cls(folder, environ | {"PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"})

    def commit(self) -> None:
        """Make the folder a repository with the roadmap in it."""
        self.git("init", "--quiet")
        self.git("add", "roadmap.toml")
        self.git("commit", "--quiet", "--message", "alku")

    @property
    def roadmap(self) -> Path:
        """The roadmap's file."""
        return self.folder / "roadmap.toml"

    @property
    def text(self) -> str:
        """What the file says now."""
        return self.roadmap.read_text(encoding="utf-8")

    def open(
        self,
        *,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str | None] | None = None,
        first: str = "pass",
        under: Sequence[str] = (),
        today: str = TODAY,
    ) -> Terminal:
        """Start the program on the roadmap, on a day.

        A variable given as None is not set; `first` is Python that narrows what the program may do, `under` a command
        that starts it.
        """
        known = {name: value for name, value in {**self.environ, **(environ or {})}.items() if value is not None}
        program = f"{CONTROLLING}\n{first}\n{PROGRAM}"
        argv = (*under, sys.executable, "-c", program, "--today", today, str(self.roadmap))
        terminal = Terminal(argv, folder=self.folder, environ=known, size=size)
        self.terminals.append(terminal)
        return terminal

    def close(self) -> None:
        """End every program that still runs."""
        for terminal in self.terminals:
            terminal.close()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a verb of the command line on the roadmap."""
        argv = (sys.executable, "-c", PROGRAM, "-f", str(self.roadmap), "--today", TODAY, *words)
        return subprocess.run(
            argv, cwd=self.folder, env=self.environ, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def git(self, *arguments: str) -> str:
        """Run git in the folder and return what it prints."""
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout.strip()

    def subjects(self) -> list[str]:
        """Return the subjects of all commits, the oldest first."""
        return self.git("log", "--all", "--reverse", "--format=%s").splitlines()

    def hook(self, name: str, *lines: str) -> None:
        """Put a shell script into the repository's hooks; the people of the town know it."""
        script = self.folder / ".git" / "hooks" / name
        script.parent.mkdir(exist_ok=True)
        script.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
        script.chmod(0o755)
        allow(self.folder)

    def leftovers(self) -> list[str]:
        """Return what lies in the folder beside the roadmap, the repository and the minutes."""
        return sorted(one.name for one in self.folder.iterdir() if one.name not in {"roadmap.toml", ".git", "minutes"})
