"""A save is killed before each of its system calls, and fails in each: the file is the old or the new one, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.file.sweep import NAIVE, SAVER, Program, cannot_trace

if TYPE_CHECKING:
    from pathlib import Path

OLD = b"# vanha\nschema = 1\n" + b"x" * 3_000 + b"\n"
NEW = b"# uusi\nschema = 1\n" + b"y" * 9_000 + b"\n"
NO_EXCHANGE = ("renameat2:error=ENOSYS",)
FAULTS = {
    "openat": ("EMFILE", "EACCES"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "EDQUOT"),
    "close": ("EIO",),
    "fchmod": ("EPERM",),
    "renameat2": ("EBUSY", "EXDEV", "EROFS"),
    "rename": ("EBUSY", "EROFS"),
    "unlink": ("EACCES",),
    "read": ("EIO",),
}
KILLED = -9
DONE, UNCONFIRMED, REFUSED = 0, 4, 3

pytestmark = pytest.mark.skipif(bool(cannot_trace()), reason=f"no fault injection here: {cannot_trace()}")


@pytest.mark.parametrize("always", [(), NO_EXCHANGE], ids=["exchange", "rename"])
def test_a_kill_at_every_system_call_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, always: tuple[str, ...]
) -> None:
    """Wherever a save is killed, what is on disk is one of the two, whole."""
    program = Program(SAVER, tmp_path / "sweep", OLD, NEW, always=always)
    points = list(program.points())
    results = set()
    killed = 0
    for point in points:
        if any(fault.startswith(f"{point.call}:") for fault in always):
            continue
        killed += program.run(f"{point.call}:signal=KILL:when={point.number}").returncode == KILLED
        results.add(program.result())

    assert killed >= len(points) - 2 > 25
    assert results == {OLD, NEW}


def test_the_sweep_catches_a_naive_writer(tmp_path: Path) -> None:
    """A program that opens the file for writing loses it at some kill: the harness can see that."""
    program = Program(NAIVE, tmp_path / "sweep", OLD, NEW)
    results = set()
    for point in program.points():
        assert program.run(f"{point.call}:signal=KILL:when={point.number}").returncode == KILLED
        results.add(program.result())

    assert b"" in results


@pytest.mark.parametrize("always", [(), NO_EXCHANGE], ids=["exchange", "rename"])
def test_a_failing_system_call_is_a_refusal_and_leaves_no_half_file(tmp_path: Path, always: tuple[str, ...]) -> None:
    """Each call fails once: refused means the old file and nothing beside it; done means the new one."""
    program = Program(SAVER, tmp_path / "sweep", OLD, NEW, always=always)
    wrong = []
    for point in list(program.points()):
        if any(fault.startswith(f"{point.call}:") for fault in always):
            continue
        for name in FAULTS.get(point.call, ()):
            ran = program.run(f"{point.call}:error={name}:when={point.number}")
            is_new = {DONE: True, UNCONFIRMED: True, REFUSED: False}.get(ran.returncode)
            is_right = is_new is not None and program.result() == (NEW if is_new else OLD)
            is_clean = not program.leftovers() or ran.returncode == UNCONFIRMED or point.call == "unlink"
            if not (is_right and is_clean):
                wrong.append((point, name, ran.returncode, ran.stderr[-300:]))

    assert wrong == []


def test_a_save_syncs_the_file_before_the_exchange_and_the_folder_after(tmp_path: Path) -> None:
    """The order that a power cut asks for; and the new file is opened so that no link can be followed."""
    program = Program(SAVER, tmp_path / "sweep", OLD, NEW)

    calls = [point.call for point in program.points()]
    trace = program.run(trace="openat,renameat2").stderr

    assert [call for call in calls if call in {"fsync", "renameat2"}] == ["fsync", "renameat2", "fsync"]
    assert any("O_EXCL|O_NOFOLLOW" in line for line in trace.splitlines() if ".tk-" in line)
