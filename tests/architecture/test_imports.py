"""What is loaded when, seen in a process of its own: the contracts of pyproject.toml, proved at run time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import ROOT, modules

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.__stderr__)"


def loaded_by(code: str, folder: Path) -> set[str]:
    """Run code in a fresh interpreter and return the top-level modules that it ended up with."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return set(ran.stderr.splitlines()[-1].split())


def module_names(package: str) -> list[str]:
    """Return the import names of all modules of a package."""
    return [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in modules(package)]


@pytest.mark.parametrize("package", ["model", "exporters"])
def test_the_model_and_the_exports_load_no_terminal(package: str, tmp_path: Path) -> None:
    """With every module of the package imported, neither textual nor rich is there."""
    names = [name.removesuffix(".__init__") for name in module_names(package)]

    found = loaded_by("import " + ", ".join(names), tmp_path)

    assert package in found
    assert found.isdisjoint({"textual", "rich"})


@pytest.mark.parametrize("verb", [["check"], ["show"], ["list"], ["show", "--json"]])
def test_a_reading_verb_loads_no_screen_and_no_git_library(verb: list[str], tmp_path: Path) -> None:
    """`check`, `show` and `list` answer without textual, rich or GitPython: they start in the time of Python itself."""
    (tmp_path / "roadmap.toml").write_bytes((ROOT / "roadmap.toml").read_bytes())
    arguments = ["--today", "2026-11-22", *verb]

    found = loaded_by(f"from tui.main import main; main({arguments!r})", tmp_path)

    assert "model" in found
    assert found.isdisjoint({"textual", "rich", "git", "gitdb"})


def test_no_verb_loads_a_screen(tmp_path: Path) -> None:
    """With every module of the command line imported, textual and rich are not there."""
    names = [name.removesuffix(".__init__") for name in module_names("tui/cli")]

    found = loaded_by("import tui.main, " + ", ".join(names), tmp_path)

    assert found.isdisjoint({"textual", "rich", "git", "gitdb"})


def test_the_core_of_the_model_loads_no_git_library(tmp_path: Path) -> None:
    """Everything of the model but its edge to git comes without GitPython and without starting a process."""
    names = [
        n.removesuffix(".__init__") for n in module_names("model") if not n.startswith(("model.git", "model.file"))
    ]

    found = loaded_by("import " + ", ".join(names), tmp_path)

    assert found.isdisjoint({"git", "gitdb", "subprocess", "tomli_w"})
