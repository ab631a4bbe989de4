"""Run `survey import --dry-run` on each file of a folder in one process; tell status, time and the most memory."""

from __future__ import annotations

import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tui.main import main


def memory() -> int:
    """Return the most memory that this process has had, in kilobytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def run(folder: Path) -> None:
    """Import every file of a folder and print what became of each."""
    runs = []
    for path in sorted(folder.glob("[0-9]*")):
        began = time.perf_counter()
        words = ("-f", str(folder / "roadmap.toml"), "--today", "2026-11-24", "survey", "import", str(path))
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            status = main([*words, "--date", "2.10.2026", "--dry-run"])
        runs.append((path.name, status, round(time.perf_counter() - began, 3)))
    sys.stdout.write(json.dumps({"runs": runs, "memory": memory()}) + "\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]))
