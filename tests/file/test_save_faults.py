"""Saving when the system fails at a given step, or another program writes at just that moment."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from model.file import exchange as exchanging
from model.file import lock
from model.file.digest import digest
from model.file.errors import (
    ChangedOutsideError,
    ExistsError,
    FolderReadOnlyError,
    ForbiddenError,
    SaveError,
    UnconfirmedError,
)
from model.file.save import create, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLD, NEW, THEIRS = b"schema = 1\n", b"schema = 1\n# uusi\n", b"theirs"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file to save over, alone in a folder."""
    found = tmp_path / "roadmap" / "roadmap.toml"
    found.parent.mkdir()
    found.write_bytes(OLD)
    return found


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a system whose C library cannot exchange two files."""

    def missing(*_: object, **__: object) -> NoReturn:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    exchanging._renameat2.cache_clear()  # noqa: SLF001 - it remembers the system as it was
    yield
    exchanging._renameat2.cache_clear()  # noqa: SLF001 - and as it is not


def alone(path: Path) -> bool:
    """Whether nothing stands beside a file."""
    return list(path.parent.iterdir()) == [path]


def failing(number: int, *, at: int = 1) -> Callable[..., None]:
    """Return a call of the system that fails the so-manieth time, or every time (0)."""
    calls = 0

    def call(*_: object, **__: object) -> None:
        nonlocal calls
        calls += 1
        if at in {0, calls}:
            raise OSError(number, os.strerror(number))

    return call


def test_a_failed_sync_is_a_refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be on the disk is not put in the place of what is."""
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))

    with pytest.raises(SaveError) as refused:
        save(path, NEW, expected_digest=digest(OLD))

    assert refused.value.reason == "EIO"
    assert path.read_bytes() == OLD
    assert alone(path)


def test_an_interrupt_leaves_the_old_file_and_nothing_beside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the middle of a save is no reason to leave anything behind."""

    def interrupted(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == OLD
    assert alone(path)


def test_a_folder_that_does_not_sync_leaves_the_save_unconfirmed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new text is there; that it survives a power cut is not sure, and that is what is said."""
    monkeypatch.setattr(os, "fsync", failing(errno.EIO, at=2))

    with pytest.raises(UnconfirmedError) as unsure:
        save(path, NEW, expected_digest=digest(OLD))

    assert unsure.value.digest == digest(NEW)
    assert path.read_bytes() == NEW
    assert alone(path)


def test_a_folder_that_cannot_sync_at_all_is_no_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Network file systems know no sync of folders."""
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL, at=2))

    assert save(path, NEW, expected_digest=digest(OLD)) == digest(NEW)


def test_short_writes_are_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system may take fewer bytes than it is given."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:3]))

    save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW


def test_an_unreadable_look_leaves_the_save_unconfirmed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If what came out of the exchange cannot be read, it is kept."""
    read = Path.read_bytes

    def reading(self: Path) -> bytes:
        if self.name.startswith(".tk-"):
            raise OSError(errno.EIO, "")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", reading)

    with pytest.raises(UnconfirmedError):
        save(path, NEW, expected_digest=digest(OLD))

    assert not alone(path)


@pytest.mark.parametrize("is_renaming", [False, True])
def test_a_change_at_the_last_moment_is_seen(
    path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, *, is_renaming: bool
) -> None:
    """Another program writes between the check and the replacement: theirs stays."""
    if is_renaming:
        request.getfixturevalue("no_exchange")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(THEIRS))

    with pytest.raises(ChangedOutsideError) as changed:
        save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == THEIRS
    assert changed.value.kept is None
    assert alone(path)


def test_a_third_version_is_kept_beside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two others write, one before and one after the exchange: neither text is lost."""
    read = Path.read_bytes
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(THEIRS))

    def reading(self: Path) -> bytes:
        found = read(self)
        if self.name.startswith(".tk-") and found == THEIRS:
            path.write_bytes(b"third")
        return found

    monkeypatch.setattr(Path, "read_bytes", reading)

    with pytest.raises(ChangedOutsideError) as changed:
        save(path, NEW, expected_digest=digest(OLD))

    assert changed.value.kept is not None
    assert {read(path), read(changed.value.kept)} == {THEIRS, b"third"}


def test_a_failing_return_of_anothers_text_keeps_it_beside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the exchange cannot be taken back, their text is in the file that is named."""
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(THEIRS))
    read = Path.read_bytes

    def reading(self: Path) -> bytes:
        found = read(self)
        if self.name.startswith(".tk-"):
            path.unlink()
        return found

    monkeypatch.setattr(Path, "read_bytes", reading)

    with pytest.raises(ChangedOutsideError) as changed:
        save(path, NEW, expected_digest=digest(OLD))

    assert changed.value.kept is not None
    assert read(changed.value.kept) == THEIRS


def test_a_file_system_without_exchange_is_told_by_its_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The C library knows the call, the file system does not."""

    def renameat2(*_: object) -> int:
        ctypes.set_errno(errno.EINVAL)
        return -1

    monkeypatch.setattr(exchanging, "_renameat2", lambda: renameat2)

    save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW


@pytest.mark.usefixtures("no_exchange")
def test_without_an_exchange_the_file_is_renamed_over(path: Path) -> None:
    """Systems that cannot exchange still replace the file whole."""
    save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW
    assert alone(path)


@pytest.mark.parametrize(("number", "kind"), [(errno.EACCES, ForbiddenError), (errno.ENOTSUP, None)])
def test_an_access_list_is_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, kind: type[SaveError] | None
) -> None:
    """Attributes that cannot be copied are a refusal; a file system without any is none."""
    monkeypatch.setattr(os, "listxattr", failing(number))

    if kind is None:
        save(path, NEW, expected_digest=digest(OLD))
        return
    with pytest.raises(kind):
        save(path, NEW, expected_digest=digest(OLD))

    assert alone(path)


def test_a_folder_without_permission_is_told_from_a_file_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails is the making of the file beside."""
    open_ = os.open

    def opening(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "")
        return open_(name, flags, mode)

    monkeypatch.setattr(os, "open", opening)

    with pytest.raises(FolderReadOnlyError):
        save(path, NEW, expected_digest=digest(OLD))


def test_a_new_file_on_a_file_system_without_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written under its name, still over nothing."""
    monkeypatch.setattr(os, "link", failing(errno.EPERM, at=0))
    new = path.with_name("uusi.toml")

    create(new, NEW)

    assert new.read_bytes() == NEW
    with pytest.raises(ExistsError):
        create(path, NEW)
    assert path.read_bytes() == OLD


def test_a_save_does_not_wait_long_for_a_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A holder that was stopped keeps nobody from saving."""
    monkeypatch.setattr(lock, "_LONGEST", 0.01)

    with lock.held(path.parent):
        save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW


def test_a_file_system_without_locks_is_no_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is a courtesy."""
    monkeypatch.setattr(fcntl, "flock", failing(errno.ENOLCK))

    save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW
