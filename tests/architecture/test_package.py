"""The installed program has all its parts: what is not code is in the wheel, too."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGES, ROOT, tracked
from tui.guide import NAMES

NOT_SHIPPED = {".po", ".pot"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel, without a network, and return the names of its files."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_has_every_file_of_the_packages(shipped: set[str]) -> None:
    """Styles, catalogues, completions and templates are installed with the code."""
    kept = {str(path.relative_to(ROOT).as_posix()) for path in tracked() if path.suffix not in NOT_SHIPPED}
    wanted = {name for name in kept if name.split("/")[0] in PACKAGES and "/" in name}

    assert wanted - shipped == set()


def test_the_wheel_has_the_users_guides(shipped: set[str]) -> None:
    """An installed program finds the guides where it looks first; their one source is in docs."""
    assert {f"tui/guide/{name}" for names in NAMES.values() for name in names.values()} <= shipped
    assert not (ROOT / "tui" / "guide").exists()


def test_the_wheel_has_the_program_and_the_licence(shipped: set[str]) -> None:
    """There is a command to start, the licence's text, and nothing of the tests."""
    names = {Path(name).name for name in shipped}

    assert {"entry_points.txt", "LICENSE"} <= names
    assert not any(name.startswith(("tests/", "benchmarks/", "docs/")) for name in shipped)
