"""What can stand between a saved decision and its commit, as the person at the command line meets it.

In every case the decision is in the file. It is no failure where there is no git or no repository, for many keep a
roadmap without; it is one where a commit should have been made and was not.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.trusted import allow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.town import Ran, Town


def done(town: Town) -> Ran:
    """Mark a measure done and see that it is in the file, whatever git made of it."""
    ran = town.types("done", "T01", "--result", "Opas")

    assert "T01 merkitty valmiiksi" in ran.out
    assert 'text = "Opas"' in town.text
    assert 'status = "done"' in town.text
    return ran


def one_remark(ran: Ran) -> str:
    """Return the one sentence, in Finnish, about what was not recorded."""
    (line,) = ran.err.splitlines()
    assert line.startswith("Tallennettu")
    return line


def hook(town: Town, name: str, *lines: str) -> None:
    """Put a shell script into the repository's hooks; the people of the town know it."""
    path = town.folder / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    path.chmod(0o755)
    allow(town.folder)


def test_no_git_at_all(town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Without the git program a roadmap is kept all the same."""
    monkeypatch.setenv("PATH", os.fspath(tmp_path_factory.mktemp("empty")))

    ran = done(town)

    assert ran.status == 0
    assert "git" in one_remark(ran)


def test_no_repository(folder: Town) -> None:
    """A file outside every repository is kept all the same."""
    ran = done(folder)

    assert ran.status == 0
    assert folder.folder.name in one_remark(ran)


def test_no_identity(town: Town, surroundings: Path) -> None:
    """Git does not know who records, and no name is made up."""
    (surroundings / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n", encoding="utf-8")

    ran = done(town)

    assert (ran.status, town.subjects()) == (1, [])
    assert "user.name" in one_remark(ran)


def test_an_unborn_branch(folder: Town) -> None:
    """The decision is recorded; what the file said before it, too."""
    folder.git("init", "--quiet")

    ran = done(folder)

    assert (ran.status, ran.err) == (0, "")
    assert folder.git("log", "--format=%s").splitlines()[0] == "T01: merkitty valmiiksi ”Opas”"


def test_a_detached_head(town: Town) -> None:
    """It is recorded, and said that no branch leads to it."""
    town.git("checkout", "--quiet", "--detach")

    ran = done(town)

    assert (ran.status, len(town.subjects())) == (0, 1)
    assert "HEAD" in ran.out


def test_a_lock_of_another_git(town: Town) -> None:
    """The lock is waited for, then named; it is never removed."""
    lock = town.folder / ".git" / "index.lock"
    lock.touch()

    ran = done(town)

    assert (ran.status, town.subjects(), lock.exists()) == (1, [], True)
    assert "index.lock" in one_remark(ran)


def test_a_failing_hook(town: Town) -> None:
    """The hook's own words are told, safe to show."""
    hook(town, "pre-commit", "printf 'tarkista \\033[31moikoluku\\n' >&2", "exit 1")

    ran = done(town)

    assert (ran.status, town.subjects()) == (1, [])
    assert "oikoluku" in one_remark(ran)
    assert "\x1b" not in ran.err


def test_a_hook_that_rewrites_the_file(town: Town) -> None:
    """What the hook put into the commit is not what was saved, and that is said."""
    hook(town, "pre-commit", "printf '# hook\\n' >> roadmap.toml", "git add roadmap.toml")

    ran = done(town)

    assert (ran.status, len(town.subjects())) == (0, 1)
    assert len(ran.out.splitlines()) == 3


def side_branches(town: Town) -> None:
    """Make two branches that conflict in another file."""
    other = town.folder / "muu.txt"
    for branch, text in (("sivu", "a\n"), ("paa", "b\n")):
        town.git("checkout", "--quiet", "-b", branch, "main")
        other.write_text(text, encoding="utf-8")
        town.git("add", "muu.txt")
        town.git("commit", "--quiet", "--message", branch)


@pytest.mark.parametrize(
    ("begin", "named"),
    [(("merge", "sivu"), "merge"), (("rebase", "sivu"), "rebase"), (("cherry-pick", "sivu"), "cherry-pick")],
)
def test_an_unfinished_operation(town: Town, begin: tuple[str, ...], named: str) -> None:
    """A decision is not mixed into somebody's merge or rebase; which one waits is said."""
    side_branches(town)
    subprocess.run(["git", *begin], cwd=town.folder, capture_output=True, check=False)
    head = town.git("rev-parse", "HEAD")

    ran = done(town)

    assert (ran.status, town.git("rev-parse", "HEAD")) == (1, head)
    assert named in one_remark(ran)


def test_an_ignored_file(folder: Town) -> None:
    """What git was told not to keep is not forced into it; the rule is named."""
    (folder.folder / ".gitignore").write_text("*.toml\n", encoding="utf-8")
    folder.git("init", "--quiet")

    ran = done(folder)

    assert ran.status == 1
    assert ".gitignore:1" in one_remark(ran)


def test_an_untracked_file(folder: Town) -> None:
    """A roadmap that git does not know yet is added with its first decision, and nothing else is."""
    folder.git("init", "--quiet")
    folder.git("commit", "--quiet", "--allow-empty", "--message", "alku")
    (folder.folder / "muu.txt").touch()

    ran = done(folder)

    assert (ran.status, ran.err) == (0, "")
    assert folder.git("status", "--porcelain") == "?? muu.txt"


def test_a_signature_that_fails(town: Town) -> None:
    """Whoever wants signed commits gets none without a signature."""
    town.git("config", "commit.gpgsign", "true")
    town.git("config", "--global", "gpg.program", "false")

    ran = done(town)

    assert (ran.status, town.subjects()) == (1, [])
    one_remark(ran)


@pytest.mark.parametrize(
    "hinder",
    [
        lambda town: (town.folder / ".git" / "index.lock").touch(),
        lambda town: hook(town, "pre-commit", "exit 1"),
    ],
    ids=["lock", "hook"],
)
def test_looking_needs_no_git(town: Town, hinder: Callable[[Town], None]) -> None:
    """Whatever is wrong with the repository, the roadmap can be looked at, and its history, too."""
    hinder(town)

    for words in (("show",), ("list",), ("check",), ("history",)):
        assert town.types(*words).status == 0


def test_history_without_a_repository(folder: Town) -> None:
    """There is none, and the sentence says so."""
    ran = folder.types("history")

    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
