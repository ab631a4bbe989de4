"""What hinders a commit is an error with data; the roadmap stays as it was saved, and so does all else."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.git import errors
from model.git.record import Recorded, commit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.git.conftest import Town

MESSAGE = "§ 5 T01: merkitty valmiiksi\n\nMeeting: 3/2026\n"
NEW = b"a = 1\n"
LIMITS = (0.5, 5.0, 50.0)
"""Seconds for git, tried in turn: on a busy machine a hook may not even have begun within the first."""


def refused(town: Town, *, limit: float = 30) -> errors.GitError:
    """Save and try to commit; hold that only the commit is missing; return what hindered it."""
    town.write(NEW)
    before = town.git("rev-parse", "HEAD", fails=True)
    with pytest.raises(errors.GitError) as caught:
        commit(town.roadmap, MESSAGE, content=NEW, limit=limit)
    assert town.roadmap.read_bytes() == NEW
    assert town.git("rev-parse", "HEAD", fails=True) == before
    return caught.value


def test_no_git_at_all(tmp_path: Path, no_git: None) -> None:  # noqa: ARG001 - the fixture empties the search path
    """Without a git program the file is simply saved."""
    roadmap = tmp_path / "roadmap.toml"
    roadmap.write_bytes(NEW)

    with pytest.raises(errors.NoGitError):
        commit(roadmap, MESSAGE, content=NEW)

    assert roadmap.read_bytes() == NEW


def test_no_repository(tmp_path: Path) -> None:
    """A roadmap in a plain folder stays there; no repository is made unasked."""
    roadmap = tmp_path / "roadmap.toml"
    roadmap.write_bytes(NEW)

    with pytest.raises(errors.NoRepositoryError) as caught:
        commit(roadmap, MESSAGE, content=NEW)

    assert caught.value.folder == tmp_path
    assert list(tmp_path.iterdir()) == [roadmap]


def test_bare_repository(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A bare repository has no place for a roadmap."""
    bare = tmp_path_factory.mktemp("bare")
    town.git("clone", "-q", "--bare", ".", str(bare))

    with pytest.raises(errors.BareRepositoryError):
        commit(bare / "roadmap.toml", MESSAGE, content=NEW)


def test_git_folder_itself_is_no_work_tree(town: Town) -> None:
    """A file inside `.git` is not committed."""
    inside = town.folder / ".git" / "roadmap.toml"
    inside.write_bytes(NEW)

    with pytest.raises(errors.GitError):
        commit(inside, MESSAGE, content=NEW)

    assert town.commits() == 1


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize("known", ["", "user.name", "user.email"])
def test_no_identity(unborn: Town, known: str) -> None:
    """Without a name or an address git's guess from the machine's name is not taken."""
    if known:
        unborn.git("config", known, "erkki@example.invalid")

    assert isinstance(refused(unborn), errors.NoIdentityError)


@pytest.mark.usefixtures("nobody")
def test_identity_of_the_surroundings_is_the_users_own(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that the user gives by environment is theirs, so it is used."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ympäristö")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "y@example.invalid")

    commit(unborn.roadmap, MESSAGE, content=unborn.write(NEW))

    assert unborn.git("log", "-1", "--format=%an %ce") == "Ympäristö y@example.invalid"


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock"])
def test_lock_of_another_git(town: Town, name: str) -> None:
    """A lock is named with its age and left where it is: somebody may be at work."""
    lock = town.folder / ".git" / name
    lock.touch()
    os.utime(lock, (0, 1_700_000_000))

    error = refused(town)

    assert isinstance(error, errors.IndexLockedError)
    assert (error.name, error.since) == (name, datetime.fromtimestamp(1_700_000_000, UTC))
    assert lock.exists()


def test_lock_of_the_branch(town: Town) -> None:
    """A lock on the branch itself counts the same."""
    lock = town.folder / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()

    error = refused(town)

    assert isinstance(error, errors.IndexLockedError)
    assert (error.name, error.since) == ("main.lock", None)
    assert lock.exists()


@pytest.mark.parametrize("hook", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_refusing_hook(town: Town, hook: str) -> None:
    """A hook that says no is believed; its own words are kept, and nothing in them can reach the terminal."""
    town.hook(hook, r"printf 'Rivi 3 on liian pitk\303\244 \033]0;x\007\n' >&2", "exit 1")

    error = refused(town)

    assert isinstance(error, errors.HookRefusedError)
    assert error.lines == ("Rivi 3 on liian pitkä ␛]0;x␇",)


def test_a_hook_that_tells_a_secret_is_passed_on_without_it(town: Town) -> None:
    """What a hook of the repository says stands on a screen that everybody in the room reads."""
    town.hook("pre-commit", "echo 'ei onnistu: https://erkki:s4l4@kunta.fi/x, token=abc123' >&2", "exit 1")

    error = refused(town)

    assert isinstance(error, errors.HookRefusedError)
    assert error.lines == ("ei onnistu: https://…@kunta.fi/x, token=…",)


def running(pid_file: Path) -> bool:
    """Tell whether the process that wrote its number here is still at work."""
    stat = Path("/proc") / pid_file.read_text(encoding="utf-8").strip() / "stat"
    return stat.exists() and stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_hook_that_hangs_is_ended_with_its_children(town: Town) -> None:
    """After the time limit the hook and what it started are gone, and so is git's lock."""
    town.hook("pre-commit", "sleep 600 &", "echo $! > .git/child", "sleep 600")

    for limit in LIMITS:
        error = refused(town, limit=limit)
        assert isinstance(error, errors.TimedOutError)
        assert error.seconds == limit
        if (town.folder / ".git" / "child").exists():
            break

    assert not running(town.folder / ".git" / "child")
    assert not (town.folder / ".git" / "index.lock").exists()


def test_hook_that_hangs_after_the_commit_takes_nothing_back(town: Town) -> None:
    """A commit that was made before its hook hung is a commit."""
    town.hook("post-commit", "sleep 600")
    content = town.write(NEW)
    made: list[Recorded] = []

    for limit in LIMITS:
        with suppress(errors.TimedOutError):  # this limit was too short for the commit itself
            made = made or [commit(town.roadmap, MESSAGE, content=content, limit=limit)]

    (recorded,) = made
    assert recorded.new
    assert recorded.commit == town.git("rev-parse", "HEAD")


def test_hook_that_leaves_a_process_behind_is_not_waited_for(town: Town) -> None:
    """What a hook starts in the background may hold its outputs open; the commit is done without it."""
    town.hook("post-commit", "sleep 600 &", "echo $! > .git/child")

    recorded = commit(town.roadmap, MESSAGE, content=town.write(NEW), limit=30)

    os.kill(int((town.folder / ".git" / "child").read_text(encoding="utf-8")), 9)
    assert recorded.exact


def merging(town: Town) -> None:
    """Leave a merge with a conflict."""
    town.git("merge", "sivussa", fails=True)


def rebasing(town: Town) -> None:
    """Leave a rebase with a conflict."""
    town.git("rebase", "sivussa", fails=True)


def picking(town: Town) -> None:
    """Leave a cherry-pick with a conflict."""
    town.git("cherry-pick", "sivussa", fails=True)


def reverting(town: Town) -> None:
    """Leave a revert with a conflict."""
    (town.folder / "muu.txt").write_text("c\n", encoding="utf-8")
    town.git("commit", "-q", "-a", "-m", "c")
    town.git("revert", "--no-edit", "HEAD~1", fails=True)


def bisecting(town: Town) -> None:
    """Leave a bisect."""
    town.git("bisect", "start")


@pytest.mark.parametrize(
    ("leave", "kind"),
    [(merging, "merge"), (rebasing, "rebase"), (picking, "cherry-pick"), (reverting, "revert"), (bisecting, "bisect")],
)
def test_unfinished_operation(unfinished: Town, leave: Callable[[Town], None], kind: str) -> None:
    """While a merge or its like waits for a person, decisions are saved and not committed into it."""
    leave(unfinished)
    index = (unfinished.folder / ".git" / "index").read_bytes()

    error = refused(unfinished)

    assert isinstance(error, errors.UnfinishedError)
    assert error.kind == kind
    assert (unfinished.folder / ".git" / "index").read_bytes() == index


@pytest.mark.parametrize("content", [NEW, b"a = 2\n"])
def test_ignored_file(unborn: Town, content: bytes) -> None:
    """A file that a rule leaves out is not forced in; the rule is named."""
    (unborn.folder / ".gitignore").write_text("# omat\n*.toml\n", encoding="utf-8")
    unborn.write(NEW)

    with pytest.raises(errors.IgnoredPathError) as caught:
        commit(unborn.roadmap, MESSAGE, content=content)

    assert (caught.value.path, caught.value.rule) == ("roadmap.toml", ".gitignore:2:*.toml")
    assert not unborn.git("ls-files")


def test_failed_signature_commits_nothing_unsigned(town: Town) -> None:
    """Who signs gets a signed commit or none."""
    signer = town.script(town.folder / ".git" / "gpg", "exit 2")
    town.git("config", "gpg.program", str(signer))
    town.git("config", "commit.gpgsign", "true")

    error = refused(town)

    assert isinstance(error, errors.SigningFailedError)
    assert "error: gpg failed to sign the data" in error.lines


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_somebody_elses_repository(town: Town) -> None:
    """A repository of another owner is left alone, and the user's settings are not changed for it."""
    for place in (town.folder, town.folder / ".git"):
        os.chown(place, 12345, 12345)
    town.write(NEW)

    with pytest.raises(errors.DubiousOwnershipError) as caught:
        commit(town.roadmap, MESSAGE, content=NEW)

    assert caught.value.folder == town.folder


@pytest.mark.parametrize("content", [NEW, b"a = 2\n"])
def test_filter_that_fails(unborn: Town, content: bytes) -> None:
    """Where a filter must succeed and does not, nothing unfiltered is stored."""
    (unborn.folder / ".gitattributes").write_text("*.toml filter=f\n", encoding="utf-8")
    unborn.git("config", "filter.f.clean", "false")
    unborn.git("config", "filter.f.required", "true")
    unborn.write(NEW)

    with pytest.raises(errors.GitFailedError) as caught:
        commit(unborn.roadmap, MESSAGE, content=content)

    assert any("filter" in line for line in caught.value.lines)
    assert unborn.commits() == 0


def test_broken_repository(town: Town) -> None:
    """Whatever else git fails at comes with git's own words."""
    (town.folder / ".git" / "HEAD").write_text("rikki\n", encoding="utf-8")

    with pytest.raises(errors.GitFailedError) as caught:
        commit(town.roadmap, MESSAGE, content=town.write(NEW))

    assert caught.value.lines
    assert town.roadmap.read_bytes() == NEW
