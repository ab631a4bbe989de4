"""What the start and a decision cost, in counts that hold on any machine; the times are measured in `benchmarks`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.architecture.source import ROOT
from tests.tui.session_files import committed

if TYPE_CHECKING:
    from pathlib import Path

SPY = """
import json, os, sys
seen, told = {"read": 0, "processes": 0}, []

def spy(event, given):
    if event == "open" and str(given[0]).endswith("roadmap.toml"):
        seen["read"] += 1
    elif event == "subprocess.Popen":
        seen["processes"] += 1
    elif event == "import" and given[0] in ("model.file.recovery", "tui.recalling") and not told:
        told.append(given[0])  # two threads may come here at once
        os.write(1, json.dumps({**seen, "modules": sorted(sys.modules)}).encode())
        os._exit(0)

sys.addaudithook(spy)
"""
"""Counts how often the file is opened and a process started; tells it all once the first screen stands, and ends.

The app then asks first what an earlier session could not save, and for the past.
"""
START = """
from datetime import date, time
from pathlib import Path
from tui.launch import run_app
run_app(Path("roadmap.toml"), today=date(2026, 11, 22), clock=lambda: time(9), language="fi")
"""
DECISIONS = """
from datetime import date
from pathlib import Path
from threading import Event
from model import edits
from tui.session import Session

session = Session.open(Path("roadmap.toml"), today=date(2026, 11, 22))
recorded = Event()
session.keeper.recording.on_outcome = lambda _: recorded.set()
counts = []
for text in ("yksi", "kaksi", "kolme"):
    recorded.clear()
    before = dict(seen)
    session.change(edits.note(session.roadmap, "T01", edits.Place(session.today), text=text))
    assert recorded.wait(60)
    counts.append({name: seen[name] - before[name] for name in seen})
session.close()
print(json.dumps(counts))
"""
LATER = {
    "importlib.metadata",
    "model.file.patch",
    "model.file.save",
    "model.git.history",
    "model.git.recorder",
    "model.git.runner",
    "tui.local_state",
    "tui.prompts.base",
    "tui.screens.walk",
    "tui.widgets.searchline",
}
"""What the first screen does without: what writes, git, the other screens, questions."""
MOST_OWN = 100
"""So many modules of ours the first screen may load."""


def told(code: str, folder: Path) -> Any:  # noqa: ANN401 - JSON is what it is
    """Run code under the spy in a process of its own, without a terminal, and return what it prints last."""
    surroundings = {"TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver"}
    ran = subprocess.run(
        [sys.executable, "-c", SPY + code],
        cwd=folder,
        env=os.environ | surroundings | {"PYTHONPATH": str(ROOT)},
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return json.loads(ran.stdout.splitlines()[-1])


def test_the_first_screen_loads_what_it_shows_and_no_more(repository: Path) -> None:
    """The file is opened once, no process is started, and nothing is loaded that is needed later only."""
    committed(repository)

    first = told(START, repository)

    assert (first["read"], first["processes"]) == (1, 0)
    assert LATER & set(first["modules"]) == set()
    own = [name for name in first["modules"] if name.split(".")[0] in {"tui", "model", "exporters"}]
    assert "tui.widgets.grid" in own
    assert len(own) <= MOST_OWN


def test_a_decision_costs_two_processes(repository: Path) -> None:
    """Git commits and tells what it holds; the first decision also looks up the repository, its settings and HEAD."""
    committed(repository)

    first, *others = told(DECISIONS, repository)

    assert first["processes"] <= 2 + 3
    assert [other["processes"] for other in others] == [2, 2]
