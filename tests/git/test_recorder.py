"""Commits are made in the background, in order; what fails waits, and nothing is dropped."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from model.git.committing import Job
from model.git.durable import settle
from model.git.errors import GitError, HookRefusedError, IndexLockedError, NoRepositoryError
from model.git.record import Recorded
from model.git.recorder import Outcome, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.git.conftest import Town

PATIENCE = 60
"""Seconds after which a test gives up; none of them waits so long."""


@pytest.fixture
def outcomes() -> SimpleQueue[Outcome]:
    """What the recorder told, in order."""
    return SimpleQueue()


@pytest.fixture
def recorder(outcomes: SimpleQueue[Outcome]) -> Iterator[Recorder]:
    """A recorder that tells its outcomes; closed in the end."""
    one = Recorder(outcomes.put)
    yield one
    one.close(PATIENCE)


def jobs(town: Town, count: int) -> list[Job]:
    """Save so many decisions one after another and return their jobs."""
    return [Job(town.roadmap, town.write(b"a = %d\n" % number), f"päätös {number}\n") for number in range(count)]


def gated(town: Town) -> Path:
    """Make commits wait until there is a file, and return its path."""
    gate = town.folder / ".git" / "portti"
    town.hook("pre-commit", f"until test -e {gate}; do sleep 0.05; done")
    return gate


def test_decisions_become_commits_in_order(town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome]) -> None:
    """Ten decisions given at once are ten commits in their order, each with its own bytes."""
    for job in jobs(town, 10):
        recorder.record(job)

    assert recorder.settle(PATIENCE)
    assert recorder.pending == 0
    assert [outcomes.get().job.message for _ in range(10)] == [f"päätös {number}\n" for number in range(10)]
    assert town.git("log", "--reverse", "--format=%s").splitlines()[1:] == [f"päätös {number}" for number in range(10)]
    assert [town.git("show", f"HEAD~{9 - number}:roadmap.toml") for number in range(10)] == [
        f"a = {number}" for number in range(10)
    ]
    assert not town.git("status", "--porcelain")


def test_caller_is_not_kept_waiting(town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome]) -> None:
    """`record` returns while git is still at work."""
    gate = gated(town)

    recorder.record(jobs(town, 1)[0])

    assert recorder.pending == 1
    assert outcomes.empty()
    gate.touch()
    assert isinstance(outcomes.get(timeout=PATIENCE).result, Recorded)


@pytest.mark.skipif(os.name != "posix", reason="the slow git is a shell script")
def test_save_waits_until_git_has_read_the_decision_before(
    town: Town, recorder: Recorder, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long git takes to start, a later decision does not get into the commit of an earlier one."""
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text(f'#!/bin/sh\nsleep 0.2\nexec {shutil.which("git")} "$@"\n', encoding="utf-8")
    (slow / "git").chmod(0o700)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    recorder.prepare(town.roadmap)

    first = Job(town.roadmap, town.write(b"a = 1\n"), "eka\n")
    recorder.record(first)
    recorder.let_begin(PATIENCE)
    with recorder.writing(PATIENCE):
        second = Job(town.roadmap, town.write(b"a = 2\n"), "toka\n")
    recorder.record(second)

    assert recorder.settle(PATIENCE)
    assert [town.git("show", f"{name}:roadmap.toml") for name in ("HEAD~1", "HEAD")] == ["a = 1", "a = 2"]


def test_save_does_not_wait_for_a_hook(town: Town, recorder: Recorder) -> None:
    """Once git has read the file, the next decision may be written while a hook still runs."""
    gate = gated(town)

    recorder.record(jobs(town, 1)[0])
    recorder.let_begin(PATIENCE)
    with recorder.writing(PATIENCE):
        second = Job(town.roadmap, town.write(b"a = 2\n"), "toka\n")

    assert recorder.pending == 1
    gate.touch()
    recorder.record(second)
    assert recorder.settle(PATIENCE)
    assert [town.git("show", f"{name}:roadmap.toml") for name in ("HEAD~1", "HEAD")] == ["a = 0", "a = 2"]


def test_what_is_being_written_is_not_read(town: Town, recorder: Recorder) -> None:
    """A commit that begins while the file is replaced takes its decision's bytes from memory."""
    job = jobs(town, 1)[0]
    with recorder.writing(PATIENCE):
        recorder.record(job)
        assert recorder.settle(PATIENCE)
        town.write(b"a = 2\n")

    assert town.git("show", "HEAD:roadmap.toml") == "a = 0"


def test_failed_job_waits_and_is_tried_before_the_next(
    town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome]
) -> None:
    """A decision that a hook refused stays first; the next decision tries it again, and both get their commit."""
    town.hook("pre-commit", "exit 1")
    first, second = jobs(town, 2)
    recorder.record(first)
    refused = outcomes.get(timeout=PATIENCE)
    assert isinstance(refused.result, HookRefusedError)
    assert (refused.pending, recorder.pending, recorder.settle(PATIENCE)) == (1, 1, False)

    town.hook("pre-commit", "exit 0")
    recorder.record(second)

    assert recorder.settle(PATIENCE)
    assert [outcomes.get().job for _ in range(2)] == [first, second]
    assert town.git("log", "--format=%s").splitlines()[:2] == ["päätös 1", "päätös 0"]
    assert town.git("show", "HEAD~1:roadmap.toml") == "a = 0"


def test_what_is_given_during_a_try_that_fails_has_all_tried_again(town: Town, recorder: Recorder) -> None:
    """A try may have begun before its hindrance went: who asks while it runs need not ask once more."""
    gate = town.folder / ".git" / "portti"
    tried = town.folder / ".git" / "yritetty"
    town.hook(
        "pre-commit",
        f"test -e {tried} && exit 0",
        f"touch {tried}",
        f"until test -e {gate}; do sleep 0.05; done; exit 1",
    )
    first = Job(town.roadmap, town.write(b"a = 0\n"), "päätös 0\n")
    recorder.record(first)
    recorder.let_begin(PATIENCE)

    recorder.record(Job(town.roadmap, town.write(b"a = 1\n"), "päätös 1\n"))
    gate.touch()

    assert recorder.settle(PATIENCE)
    assert town.git("log", "--format=%s").splitlines()[:2] == ["päätös 1", "päätös 0"]


def test_retry(tmp_path: Path, recorder: Recorder, outcomes: SimpleQueue[Outcome]) -> None:
    """A person can ask for another try, for instance after `git init`."""
    roadmap = tmp_path / "roadmap.toml"
    roadmap.write_bytes(b"a = 1\n")
    recorder.record(Job(roadmap, b"a = 1\n", "x\n"))
    assert isinstance(outcomes.get(timeout=PATIENCE).result, NoRepositoryError)

    recorder.retry()

    assert isinstance(outcomes.get(timeout=PATIENCE).result, NoRepositoryError)
    assert recorder.pending == 1


def test_lock_of_another_git_is_waited_out(town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome]) -> None:
    """A lock that goes away within moments is nobody's business."""
    lock = town.folder / ".git" / "index.lock"
    lock.touch()
    timer = threading.Timer(0.3, lock.unlink)
    timer.start()

    recorder.record(jobs(town, 1)[0])

    assert isinstance(outcomes.get(timeout=PATIENCE).result, Recorded)


def test_lock_that_stays_is_reported(town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome]) -> None:
    """A lock that was left by a killed git is told after a few seconds; it is not removed."""
    (town.folder / ".git" / "index.lock").touch()

    recorder.record(jobs(town, 1)[0])

    assert isinstance(outcomes.get(timeout=PATIENCE).result, IndexLockedError)
    assert (town.folder / ".git" / "index.lock").exists()
    (town.folder / ".git" / "index.lock").unlink()
    recorder.retry()
    assert isinstance(outcomes.get(timeout=PATIENCE).result, Recorded)


def test_close_finishes_what_it_can(town: Town, outcomes: SimpleQueue[Outcome]) -> None:
    """Closing commits what waits and says how many decisions remain uncommitted."""
    recorder = Recorder(outcomes.put)
    for job in jobs(town, 3):
        recorder.record(job)

    assert recorder.close(PATIENCE) == 0
    assert town.commits() == 4


def test_close_gives_up_in_time(town: Town, outcomes: SimpleQueue[Outcome]) -> None:
    """A git that hangs keeps nobody in the room; the roadmap itself is saved."""
    town.hook("pre-commit", "sleep 600")
    recorder = Recorder(outcomes.put, limit=1)
    recorder.record(jobs(town, 1)[0])

    assert recorder.close(0.1) == 1
    assert isinstance(outcomes.get(timeout=PATIENCE).result, GitError)
    assert town.roadmap.read_bytes() == b"a = 0\n"


def test_close_without_work() -> None:
    """A recorder that never had a job has no thread to wait for."""
    assert Recorder(lambda _: None).close(PATIENCE) == 0


@pytest.mark.parametrize("name", [".git", "."])
def test_folder_that_vanished_is_an_error_not_a_crash(
    town: Town, recorder: Recorder, outcomes: SimpleQueue[Outcome], *, name: str
) -> None:
    """When the disk goes away under it, the recorder says so and lives on."""
    job = jobs(town, 1)[0]
    recorder.record(job)
    assert isinstance(outcomes.get(timeout=PATIENCE).result, Recorded)
    content = town.write(b"a = 2\n")
    place, elsewhere = (town.folder / name).resolve(), town.folder.parent / "poissa"
    place.rename(elsewhere)

    recorder.record(Job(town.roadmap, content, "x\n"))

    assert isinstance(outcomes.get(timeout=PATIENCE).result, GitError)
    elsewhere.rename(place)
    recorder.retry()
    assert isinstance(outcomes.get(timeout=PATIENCE).result, Recorded)


def test_file_system_is_flushed_where_that_can_be_done(tmp_path: Path) -> None:
    """Behind the last commit the file system is flushed; where that is impossible nothing fails."""
    assert settle(tmp_path) == sys.platform.startswith("linux")
    assert not settle(tmp_path / "poissa")
