"""What all tests share: surroundings of their own, so that nobody's home, git settings or terminal reaches a test."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from pathlib import Path

LEAKS = ("GIT_", "LC_", "XDG_", "TIEKARTTA_", "COV_CORE_")
NAMES = (
    "LANGUAGE",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "TMUX",
    "COLORTERM",
    "TERM_PROGRAM",
    "EDITOR",
    "PAGER",
)

# What the short one draws is the same every time, so that a change is judged by what it does; the long one explores.
settings.register_profile(
    "short", deadline=None, max_examples=50, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", deadline=None, max_examples=10_000, suppress_health_check=list(HealthCheck))
settings.load_profile("short")

# What starts the tests in the background ignores these, and every program would inherit that: Ctrl+C did nothing then.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Run three processes on two processors (`--numprocesses auto`): what looks at a screen waits half of its time."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores * 3 // 2)


@pytest.fixture(autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a home of its own, with a git identity and nothing else; return the home."""
    home = tmp_path_factory.mktemp("home")
    for name in [*NAMES, *(name for name in os.environ if name.startswith(LEAKS))]:
        monkeypatch.delenv(name, raising=False)
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Erkki Esimerkki\n\temail = erkki@example.invalid\n[init]\n\tdefaultBranch = main\n",
        encoding="utf-8",
    )
    known = {"HOME": str(home), "USERPROFILE": str(home), "GIT_CONFIG_NOSYSTEM": "1"}
    for name, value in (known | {"LANG": "C.UTF-8", "TERM": "xterm-256color"}).items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make an empty git repository, with nothing committed yet; return its folder."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path
