"""Why a file is not saved: a class for each reason, also before anything is tried."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from model.file.errors import (
    DiskFullError,
    ForbiddenError,
    ReadOnlyDiskError,
    SaveError,
    SharedFileError,
    VanishedError,
    save_error,
)
from model.file.save import refusal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that can be saved over."""
    found = tmp_path / "roadmap.toml"
    found.write_bytes(b"schema = 1\n")
    return found


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyDiskError),
        (errno.EPERM, ForbiddenError),
        (errno.ESTALE, VanishedError),
        (errno.EBUSY, SharedFileError),
        (errno.EIO, SaveError),
    ],
)
def test_each_error_of_the_system_has_its_reason(path: Path, number: int, kind: type[SaveError]) -> None:
    """With the system's own name for it."""
    error = save_error(path, OSError(number, ""))

    assert type(error) is kind
    assert error.reason == errno.errorcode[number]


def test_what_would_refuse_a_save_can_be_asked_beforehand(path: Path, tmp_path: Path) -> None:
    """A banner at the beginning is better than a refusal after an hour."""
    other = tmp_path / "other.toml"

    assert refusal(path) is None
    assert isinstance(refusal(tmp_path / "none"), VanishedError)
    os.link(path, other)
    assert isinstance(refusal(path), SharedFileError)
