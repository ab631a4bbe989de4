"""A repository of a town, with a roadmap in it, for the tests of the git edge: real git, real hooks."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.trusted import allow

if TYPE_CHECKING:
    from pathlib import Path

FIRST = b'schema = 1\n\n[roadmap]\ntitle = "Digitiekartta"\n\n[[measures]]\nid = "T01"\ntitle = "Verkkosivut"\n'


@dataclass(frozen=True, slots=True)
class Town:
    """A repository with a roadmap, and the git that people use beside us."""

    folder: Path

    @property
    def roadmap(self) -> Path:
        """The roadmap's path."""
        return self.folder / "roadmap.toml"

    def git(self, *arguments: str, fails: bool = False) -> str:
        """Run git as a person would and return what it printed."""
        ran = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=not fails)
        return ran.stdout.strip()

    def write(self, content: bytes) -> bytes:
        """Save the roadmap and give its bytes back."""
        self.roadmap.write_bytes(content)
        return content

    def hook(self, name: str, *lines: str) -> None:
        """Put a shell script into the repository's hooks; the people of the town know it."""
        self.script(self.folder / ".git" / "hooks" / name, *lines)
        allow(self.folder)

    @staticmethod
    def script(path: Path, *lines: str) -> Path:
        """Write a shell script that can be run."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
        path.chmod(0o755)
        return path

    def commits(self) -> int:
        """Count the commits at HEAD; 0 on an unborn branch."""
        return len(self.git("log", "--format=%H", fails=True).splitlines())


@pytest.fixture
def unborn(repository: Path) -> Town:
    """A town whose roadmap is written and whose repository has no commit yet."""
    town = Town(repository)
    town.write(FIRST)
    return town


@pytest.fixture
def town(unborn: Town) -> Town:
    """A town whose roadmap is committed once."""
    unborn.git("add", "roadmap.toml")
    unborn.git("commit", "-q", "-m", "alku")
    return unborn


@pytest.fixture
def unfinished(town: Town) -> Town:
    """A town with two branches that conflict in another file; HEAD is on `main`."""
    other = town.folder / "muu.txt"
    for branch, text in (("toinen", "a\n"), ("main", "b\n")):
        town.git("checkout", "-q", "-B", branch, "main")
        other.write_text(text, encoding="utf-8")
        town.git("add", "muu.txt")
        town.git("commit", "-q", "-m", branch)
        if branch == "toinen":
            town.git("branch", "-q", "-f", "sivussa", "HEAD")
            town.git("checkout", "-q", "main")
    return town


@pytest.fixture
def nobody(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home in which git knows no name."""
    (surroundings / ".gitconfig").write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")
    monkeypatch.delenv("EMAIL", raising=False)


@pytest.fixture
def no_git(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search path on which no git is."""
    monkeypatch.setenv("PATH", os.fspath(tmp_path_factory.mktemp("empty")))
