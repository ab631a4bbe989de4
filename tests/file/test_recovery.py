"""The copy that is kept while saving fails."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from model.file import leftovers, recovery
from model.file.digest import digest
from model.file.errors import SaveError
from model.file.recovery import Recovery

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"schema = 1\n", b"schema = 1\n# uusi\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a roadmap's file."""
    found = tmp_path / "roadmap.toml"
    found.write_bytes(OLD)
    return found


def test_a_recovery_copy_is_kept_read_and_cleared(path: Path, tmp_path: Path) -> None:
    """The copy lies in the state folder, for its owner alone, until a save works."""
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    kept = Recovery(path, digest(OLD), NEW + b"\r\n\xff")

    place = recovery.write(kept, environ)

    assert place.is_relative_to(tmp_path / "state" / "tiekartta")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert recovery.read(path, environ) == kept
    recovery.clear(path, environ)
    assert recovery.read(path, environ) is None


def test_what_a_killed_save_left_is_swept_unless_it_may_be_the_only_copy(path: Path) -> None:
    """Empty files, copies of the file and known versions go; anything else is kept and named."""
    contents = {"0": b"", "1": OLD, "2": b"in git", "3": b"unknown"}
    for number, content in contents.items():
        path.with_name(f".tk-0000000{number}.tmp").write_bytes(content)

    unknown = leftovers.sweep(path, known={digest(b"in git")})

    assert unknown == (path.with_name(".tk-00000003.tmp"),)
    assert sorted(path.parent.iterdir()) == sorted([*unknown, path])
    assert leftovers.sweep(path.with_name("none")) == ()


def test_a_damaged_recovery_copy_counts_as_none(path: Path, tmp_path: Path) -> None:
    """What is not whole is not offered."""
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    recovery.write(Recovery(path, "", NEW), environ).write_bytes(b'{"path"')

    assert recovery.read(path, environ) is None


def test_a_recovery_copy_that_cannot_be_kept_says_why(path: Path) -> None:
    """The state folder may be full or missing as well."""
    with pytest.raises(SaveError):
        recovery.write(Recovery(path, "", NEW), {"XDG_STATE_HOME": str(path)})
