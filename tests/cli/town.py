"""A small town with a roadmap in a repository, and the command line that its coordinator types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.main import main

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

ROOT = Path(__file__).parents[2]
DAY = ("--today", "2026-11-24")

ROADMAP = """\
schema = 1

[roadmap]
title = "Pikkukunnan digitiekartta"
organisation = "Pikkukunta"
first = "2025H1"
last = "2027H2"

[[sectors]]
id = "tekninen"
name = "Tekninen toimiala"

[[members]]
id = "tekninen"
role = "Tekninen johtaja"
sector = "tekninen"

[[members]]
id = "koulu"
role = "Rehtori"

[[goals]]
id = "asiointi"
title = "Helppo asiointi"

[[viewpoints]]
id = "palvelut"
name = "Sähköisten palvelujen kattavuus"
short = "Sähköiset palvelut"
scope = "city"
focus = true
aliases = ["Asioinnin laatu"]

[[viewpoints.scores]]
date = 2024-10-01
value = 2.9
basis = "survey"
n = 287

[[viewpoints.targets]]
date = 2024-12-09
value = 4

[[viewpoints]]
id = "tieto"
name = "Tiedon hyödyntäminen"
scope = "city"

# Perehdytys on myöhässä.
[[measures]]
id = "T01"
title = "Sähköinen perehdytys"
goals = ["asiointi"]
viewpoints = ["palvelut"]
responsible = "Hallintojohtaja"
start = "2025H2"
end = "2026H1"
status = "active"

[[measures]]
id = "T02"
title = "Verkkomaksaminen"
responsible = "tekninen"
start = "2026H1"
end = "2026H2"  # sopimus ratkaisee
status = "active"

[[measures]]
id = "T03"
title = "Avoin data"
start = "2027H1"
end = "2027H1"
"""


@dataclass(frozen=True)
class Ran:
    """What a command gave: exit status, what it said, what it complained of."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is what it is
        """What it said, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Town:
    """A folder with a roadmap, and whoever types commands in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def roadmap(self) -> Path:
        """The roadmap's file."""
        return self.folder / "roadmap.toml"

    @property
    def text(self) -> str:
        """What the roadmap's file says."""
        return self.roadmap.read_bytes().decode()

    def types(self, *words: str) -> Ran:
        """Run a command in this process, on 24.11.2026."""
        self.capsys.readouterr()
        status = main([*DAY, *words])
        said = self.capsys.readouterr()
        return Ran(status, said.out, said.err)

    def runs(self, *words: str, **environ: str) -> Ran:
        """Run a command in a process of its own, without a terminal."""
        ran = subprocess.run(
            program(*DAY, *words),
            cwd=self.folder,
            env=surrounded(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def git(self, *words: str) -> str:
        """Run git as a person would and return what it printed."""
        ran = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, check=True)
        return ran.stdout.strip()

    def subjects(self) -> list[str]:
        """Return the subjects of the commits, newest first, the very first one left out."""
        return self.git("log", "--format=%s").splitlines()[:-1]


def program(*words: str) -> list[str]:
    """Return the command line of the program."""
    return [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())", *words]


def surrounded(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the surroundings of a process that finds our packages."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **environ}
