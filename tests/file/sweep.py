"""A program killed, or failed, at each system call that it makes between two marks; by strace's fault injection."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds until a run is given up; none takes so long, on whatever machine."""
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
MARK = '"/sweep-mark"'
SAVER = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from model.file.digest import digest
from model.file.errors import SaveError, UnconfirmedError
from model.file.save import save
path, new = Path(sys.argv[2]), Path(sys.argv[3]).read_bytes()
old = digest(path.read_bytes())
os.access("/sweep-mark", 0)
try:
    save(path, new, expected_digest=old)
except UnconfirmedError:
    sys.exit(4)
except SaveError:
    sys.exit(3)
finally:
    os.access("/sweep-mark", 0)
"""
NAIVE = """
import os, sys
path, new = sys.argv[2], open(sys.argv[3], "rb").read()
os.access("/sweep-mark", 0)
with open(path, "wb") as file:
    file.write(new)
os.access("/sweep-mark", 0)
"""


@dataclass(frozen=True)
class Point:
    """A system call of the program: its name and which call of that name it is, from 1."""

    call: str
    number: int


@cache
def cannot_trace() -> str:
    """Return why programs cannot be traced here, or an empty text."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"ptrace is not allowed: {tried.stderr.strip()[-80:]}"


@dataclass(frozen=True)
class Program:
    """A program that writes `new` over `old` in a folder of its own."""

    source: str
    folder: Path
    old: bytes
    new: bytes
    always: tuple[str, ...] = ()
    """Faults that hold in every run."""

    @property
    def target(self) -> Path:
        """The file that is written."""
        return self.folder / "roadmap.toml"

    def run(self, *injections: str, trace: str = "") -> subprocess.CompletedProcess[str]:
        """Run the program anew, with faults; the trace is on standard error."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.target.write_bytes(self.old)
        given = self.folder.with_suffix(".new")
        given.write_bytes(self.new)
        every = (*self.always, *injections)
        faults = [part for fault in every for part in ("-e", f"inject={fault}")]
        seen = trace or ",".join(fault.partition(":")[0] for fault in every)
        python = [sys.executable, "-I", "-S", "-c", self.source, str(ROOT), str(self.target), str(given)]
        command = ["strace", "-f", "-qq", "-e", f"trace={seen}", *faults, *python]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)

    def points(self) -> Iterator[Point]:
        """Yield the system calls between the two marks of a run without a fault.

        An earlier run has compiled what is imported, so that all later ones make the same calls.
        """
        self.run(trace="fsync")
        count: Counter[str] = Counter()
        marks = 0
        for line in self.run(trace="all").stderr.splitlines():
            found = CALL.match(line)
            if found is None:
                continue
            count[found[1]] += 1
            if MARK in found[2]:
                marks += 1
            elif marks == 1:
                yield Point(found[1], count[found[1]])

    def result(self) -> bytes:
        """Return what is in the file now."""
        return self.target.read_bytes()

    def leftovers(self) -> list[Path]:
        """Return the other files of the folder."""
        return [path for path in self.folder.iterdir() if path != self.target]
