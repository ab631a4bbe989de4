"""One look at a repository tells what would hinder a commit, cheaply, as a value."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from model.git import errors
from model.git.state import identified, inspect, locate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.conftest import Town


def test_ordinary(town: Town) -> None:
    """A committed roadmap on a branch: tracked, nothing in the way."""
    state = inspect(town.roadmap)

    assert (state.kept.keeping, state.branch, state.problem) == ("tracked", "main", None)
    assert not state.unborn
    assert not state.detached
    assert state.repository is not None
    assert state.repository.root == town.folder
    assert state.repository.head == town.git("rev-parse", "HEAD")
    assert not state.repository.shallow
    assert identified(state.repository)


def test_unborn_branch(unborn: Town) -> None:
    """A repository without a commit has a branch but no head."""
    state = inspect(unborn.roadmap)

    assert (state.kept.keeping, state.branch, state.problem) == ("untracked", "main", None)
    assert state.unborn
    assert not state.detached


def test_detached_head(town: Town) -> None:
    """A detached HEAD is no problem, but it is told."""
    town.git("checkout", "-q", "--detach")

    state = inspect(town.roadmap)

    assert state.detached
    assert state.problem is None


def test_ignored_tells_the_rule(unborn: Town) -> None:
    """For an ignored file the rule is named; a file taken back by `!` is not ignored."""
    (unborn.folder / ".gitignore").write_text("*.toml\n!poikkeus.toml\n", encoding="utf-8")
    (unborn.folder / "poikkeus.toml").touch()

    assert inspect(unborn.roadmap).kept.rule == ".gitignore:1:*.toml"
    assert inspect(unborn.folder / "poikkeus.toml").kept.keeping == "untracked"


def test_file_that_is_not_there_yet(town: Town) -> None:
    """One can ask before the file, or its folder, exists."""
    assert inspect(town.folder / "minutes" / "muistio.md").kept.keeping == "untracked"


def test_tracked_file_is_tracked_whatever_the_rules_say(town: Town) -> None:
    """A rule that came later does not lose a file that git keeps already."""
    (town.folder / ".gitignore").write_text("*.toml\n", encoding="utf-8")

    assert inspect(town.roadmap).kept.keeping == "tracked"


def test_problems_are_values(tmp_path: Path, unfinished: Town) -> None:
    """What would hinder a commit comes back as the error that the commit would raise."""
    unfinished.git("merge", "sivussa", fails=True)

    problem = inspect(unfinished.roadmap).problem

    assert isinstance(problem, errors.UnfinishedError)
    assert problem.kind == "merge"
    assert tmp_path == unfinished.folder


def test_lock_is_a_problem(town: Town) -> None:
    """A lock file is told before somebody runs into it."""
    (town.folder / ".git" / "index.lock").touch()

    assert isinstance(inspect(town.roadmap).problem, errors.IndexLockedError)


def test_no_repository(tmp_path: Path) -> None:
    """A plain folder is a problem, not an exception."""
    assert isinstance(inspect(tmp_path / "roadmap.toml").problem, errors.NoRepositoryError)


@pytest.mark.usefixtures("no_git")
def test_no_git(tmp_path: Path) -> None:
    """A machine without git is one, too."""
    assert isinstance(inspect(tmp_path / "roadmap.toml").problem, errors.NoGitError)


@pytest.mark.usefixtures("nobody")
def test_nobody(unborn: Town) -> None:
    """Whether git knows who commits can be asked beforehand."""
    assert not identified(locate(unborn.roadmap))


def test_shallow_clone(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A clone whose history is cut says so."""
    town.git("commit", "-q", "--allow-empty", "-m", "toinen")
    clone = tmp_path_factory.mktemp("clone")
    town.git("clone", "-q", "--depth", "1", f"file://{town.folder}", str(clone))

    assert locate(clone).shallow


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights elsewhere")
def test_link_leads_to_the_file(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a roadmap is the roadmap's repository, not that of the link's folder."""
    link = tmp_path_factory.mktemp("desktop") / "kartta.toml"
    link.symlink_to(town.roadmap)

    state = inspect(link)

    assert state.kept.keeping == "tracked"
    with pytest.raises(errors.NoRepositoryError):
        locate(town.roadmap).relative(link.parent / "muu.toml")
