"""A new roadmap gets a repository where there is none, and its first commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.git.errors import GitFailedError, IgnoredPathError, NoGitError, NoIdentityError
from model.git.setup import ATTRIBUTES, begin

if TYPE_CHECKING:
    from tests.git.conftest import Town

ROOT = Path(__file__).parents[2]
TEXT = b"schema = 1\n"


@pytest.fixture
def roadmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A roadmap in a folder of no repository."""
    path = tmp_path_factory.mktemp("kunta") / "roadmap.toml"
    path.write_bytes(TEXT)
    return path


def test_repository_is_made(roadmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a plain folder a repository is made there, whatever GIT_DIR says, with one commit on `main`."""
    monkeypatch.setenv("GIT_DIR", str(roadmap.parent / "muualla"))

    begun = begin(roadmap, "Alku\n", content=TEXT)

    assert os.environ["GIT_DIR"]
    monkeypatch.delenv("GIT_DIR")
    town_git = ["git", "-C", str(roadmap.parent)]
    shown = subprocess.run([*town_git, "log", "--format=%D %s", "--name-only"], capture_output=True, check=True)
    assert shown.stdout == b"HEAD -> main Alku\n\n.gitattributes\nroadmap.toml\n"
    assert not subprocess.run([*town_git, "status", "--porcelain"], capture_output=True, check=True).stdout
    assert (begun.made, begun.repository.root, begun.recorded.exact) == (True, roadmap.parent, True)
    assert not (roadmap.parent / "muualla").exists()


def test_repository_above_is_used(town: Town) -> None:
    """Inside a repository no other is made, and its rules are not changed."""
    roadmap = town.folder / "kartat" / "roadmap.toml"
    roadmap.parent.mkdir()
    roadmap.write_bytes(TEXT)

    begun = begin(roadmap, "Alku\n", content=TEXT)

    assert (begun.made, begun.repository.root) == (False, town.folder)
    assert town.git("show", "--format=", "--name-only") == "kartat/roadmap.toml"
    assert not (town.folder / ".gitattributes").exists()


def test_attributes_of_the_folder_stand(roadmap: Path) -> None:
    """Attributes that are there already are kept and committed as they are."""
    (roadmap.parent / ".gitattributes").write_bytes(b"* -text\n")

    begin(roadmap, "Alku\n", content=TEXT)

    assert (roadmap.parent / ".gitattributes").read_bytes() == b"* -text\n" != ATTRIBUTES


def test_windows_line_ends_are_stored_as_lf(roadmap: Path) -> None:
    """A roadmap with CRLF stays so on disk; the repository keeps it with LF, the same on every machine."""
    roadmap.write_bytes(b"schema = 1\r\n")

    begun = begin(roadmap, "Alku\n", content=b"schema = 1\r\n")

    assert begun.recorded.exact
    assert roadmap.read_bytes() == b"schema = 1\r\n"


def test_ignored_roadmap_is_told(town: Town) -> None:
    """A rule of the repository above is not overruled."""
    (town.folder / ".gitignore").write_text("kartat/\n", encoding="utf-8")
    roadmap = town.folder / "kartat" / "roadmap.toml"
    roadmap.parent.mkdir()
    roadmap.write_bytes(TEXT)

    with pytest.raises(IgnoredPathError):
        begin(roadmap, "Alku\n", content=TEXT)


@pytest.mark.usefixtures("nobody")
def test_without_a_name_the_repository_waits(roadmap: Path) -> None:
    """Without an identity the repository is made and the file is there; the commit can be made later."""
    with pytest.raises(NoIdentityError):
        begin(roadmap, "Alku\n", content=TEXT)

    assert roadmap.read_bytes() == TEXT
    assert (roadmap.parent / ".git").is_dir()


def test_folder_where_no_repository_can_be_made(roadmap: Path) -> None:
    """What git says against a repository here is passed on."""
    (roadmap.parent / ".git").write_text("gitdir: poissa\n", encoding="utf-8")

    with pytest.raises(GitFailedError):
        begin(roadmap, "Alku\n", content=TEXT)

    assert roadmap.read_bytes() == TEXT


@pytest.mark.usefixtures("no_git")
def test_without_git_the_roadmap_is_there(roadmap: Path) -> None:
    """Without git a new roadmap is a file."""
    with pytest.raises(NoGitError):
        begin(roadmap, "Alku\n", content=TEXT)

    assert [path.name for path in roadmap.parent.iterdir()] == ["roadmap.toml"]


def test_recording_loads_no_git_library() -> None:
    """Whoever commits or reads history does not wait for GitPython; only making a repository imports it."""
    code = (
        "import sys, model.git.record, model.git.recorder, model.git.history, model.undo, model.git.setup;"
        "print(sorted({'git', 'gitdb', 'textual', 'rich'} & set(sys.modules)))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "[]"
