"""Why a file was not patched or saved: one class per reason, with data; the file is whole in every case."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class WouldLoseCommentsError(Exception):
    """The file can only be written anew as a whole, which loses these comments."""

    def __init__(self, lost: tuple[str, ...]) -> None:
        """Remember the comments that would be lost."""
        super().__init__(lost)
        self.comments = lost


class UnwritableTextError(ValueError):
    """A value holds text that no file can hold (a lone surrogate)."""


class PatchFailedError(Exception):
    """No writer passed the proof; nothing must be written."""


class SaveError(Exception):
    """The file was not replaced; on disk it is as it was."""

    def __init__(self, path: Path, reason: str = "") -> None:
        """Remember the file and, where the system gave one, the name of its error (`ENOSPC`)."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class ChangedOutsideError(SaveError):
    """Somebody else changed the file since it was read; theirs is on disk."""

    def __init__(self, path: Path, *, kept: Path | None = None) -> None:
        """Remember, where two others came in between, the file beside it that keeps one of their versions."""
        super().__init__(path)
        self.kept = kept


class VanishedError(SaveError):
    """The file, or its folder, is no longer there."""


class ReadOnlyError(SaveError):
    """The file is marked read-only; its owner's wish stands."""


class FolderReadOnlyError(SaveError):
    """The file may be written but nothing may be put beside it, so it cannot be replaced safely."""


class ReadOnlyDiskError(SaveError):
    """The file system is mounted read-only."""


class DiskFullError(SaveError):
    """There is no room, or the user's share of it is used up."""


class ForbiddenError(SaveError):
    """The system forbids it (permission, immutable file, security policy)."""


class NotAFileError(SaveError):
    """The path is a folder, a pipe or a device."""


class SharedFileError(SaveError):
    """The file has other names (hard links) or is mounted by itself: replacing it would part them."""


class ExistsError(SaveError):
    """A file of that name is already there."""


class UnconfirmedError(SaveError):
    """The file was replaced, but the system did not confirm that it survives a power cut."""

    def __init__(self, path: Path, reason: str, digest: str) -> None:
        """Remember the digest of what is on disk now."""
        super().__init__(path, reason)
        self.digest = digest


_BY_ERRNO: dict[int, type[SaveError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EROFS: ReadOnlyDiskError,
    errno.EACCES: ForbiddenError,
    errno.EPERM: ForbiddenError,
    errno.ENOENT: VanishedError,
    errno.ENOTDIR: VanishedError,
    errno.ESTALE: VanishedError,
    errno.EEXIST: ExistsError,
    errno.EBUSY: SharedFileError,
    errno.EISDIR: NotAFileError,
}


def save_error(path: Path, error: OSError) -> SaveError:
    """Return the reason that an error of the system stands for."""
    number = error.errno or 0
    return _BY_ERRNO.get(number, SaveError)(path, errno.errorcode.get(number, ""))
