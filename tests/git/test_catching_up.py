"""What stood in the file before a decision gets a commit of its own, so that a decision's commit holds only itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.git.committing import Job
from model.git.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.git.conftest import Town

PATIENCE = 60


def described(before: bytes | None, after: bytes) -> str:
    """Tell what stood there, as a test can read it."""
    return f"käsin: {before!r} -> {after!r}\n"


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A recorder that describes what it finds."""
    one = Recorder(lambda _: None, describe=described)
    yield one
    one.close(PATIENCE)


def decide(town: Town, recorder: Recorder, content: bytes, *, subject: str = "päätös") -> None:
    """Save a decision over what is in the file and have it recorded; wait until it is, or has failed."""
    base = town.roadmap.read_bytes()
    recorder.record(Job(town.roadmap, town.write(content), f"{subject}\n", base=base))
    recorder.settle(PATIENCE)


def subjects(town: Town) -> list[str]:
    """Return the commits' subjects, oldest first."""
    return town.git("log", "--reverse", "--format=%s").splitlines()


def test_hand_edit_is_not_swept_into_a_decision(town: Town, recorder: Recorder) -> None:
    """What somebody wrote with an editor, or a crash left uncommitted, stands in the history by itself."""
    first = town.roadmap.read_bytes()
    town.write(b"a = 1\n")

    decide(town, recorder, b"a = 2\n", subject="päätös")

    assert subjects(town) == ["alku", f"käsin: {first!r} -> {b'a = 1'!r}"[:-1] + "\\n'", "päätös"]
    assert town.git("show", "HEAD~1:roadmap.toml") == "a = 1"
    assert not town.git("status", "--porcelain")


def test_nothing_before_needs_no_commit(town: Town, recorder: Recorder) -> None:
    """Where HEAD holds what was there, a decision is one commit."""
    decide(town, recorder, b"a = 1\n", subject="eka")
    decide(town, recorder, b"a = 2\n", subject="toka")

    assert subjects(town) == ["alku", "eka", "toka"]


def test_edit_between_two_decisions(town: Town, recorder: Recorder) -> None:
    """An edit from outside while the program is open is found before the next decision."""
    decide(town, recorder, b"a = 1\n", subject="eka")
    town.write(b"a = 5\n")
    decide(town, recorder, b"a = 6\n", subject="toka")

    assert [subject.split(":")[0] for subject in subjects(town)] == ["alku", "eka", "käsin", "toka"]


def test_file_that_is_new_to_git(unborn: Town, recorder: Recorder) -> None:
    """A roadmap that git did not know begins with what it was; the first decision can then be read, and undone."""
    decide(unborn, recorder, b"a = 1\n", subject="eka")

    assert [subject.split(":")[0] for subject in subjects(unborn)] == ["käsin", "eka"]


def test_line_ends_are_no_edit(town: Town, recorder: Recorder) -> None:
    """A file that differs from HEAD only in what git itself does to line ends was not edited."""
    town.git("config", "core.autocrlf", "true")
    town.write(b"a = 1\r\n")
    town.git("commit", "-q", "-a", "-m", "alussa")

    decide(town, recorder, b"a = 2\r\n", subject="eka")

    assert subjects(town) == ["alku", "alussa", "eka"]


def test_head_that_others_moved_is_theirs(town: Town, recorder: Recorder) -> None:
    """When somebody commits while a decision waits, nothing older is put over their commit as a hand edit."""
    town.hook("pre-commit", "exit 1")
    town.write(b"a = 1\n")
    decide(town, recorder, b"a = 2\n", subject="eka")
    town.hook("pre-commit", "exit 0")
    town.git("commit", "-q", "-a", "-m", "toisen")

    recorder.retry()

    assert recorder.settle(PATIENCE)
    assert subjects(town) == ["alku", "toisen"]
    assert town.git("show", "HEAD:roadmap.toml") == "a = 2"


def test_refused_catching_up_is_tried_again(town: Town, recorder: Recorder) -> None:
    """What a hook refuses comes first when it is tried again, too."""
    town.hook("pre-commit", "exit 1")
    town.write(b"a = 1\n")
    decide(town, recorder, b"a = 2\n", subject="eka")
    assert recorder.pending == 1

    town.hook("pre-commit", "exit 0")
    recorder.retry()

    assert recorder.settle(PATIENCE)
    assert [subject.split(":")[0] for subject in subjects(town)] == ["alku", "käsin", "eka"]


def test_without_words_for_it_nothing_is_caught_up(town: Town) -> None:
    """Whoever cannot describe what stood there gets it into the decision's commit."""
    recorder = Recorder(lambda _: None)
    town.write(b"a = 1\n")

    decide(town, recorder, b"a = 2\n", subject="eka")

    assert recorder.close(PATIENCE) == 0
    assert subjects(town) == ["alku", "eka"]
