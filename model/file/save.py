"""Put bytes in the place of a file, whole or not at all, and never over what was not seen.

Digest compared with what was read, temporary file beside it, fsync, exchange, a look at what came out, fsync of the
folder. A kill at any moment leaves the old file or the new one. Measurements chose each step:
a check followed by a rename loses other people's saves, an exchange does not.

**No in-place fallback.** A file that cannot be replaced beside itself (its folder is read-only, it has hard links, it
is mounted by itself, its attributes cannot be copied) is refused with the reason: writing in place can leave
half a file behind, and the caller keeps a recovery copy and can save elsewhere.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from model.file.document import digest
from model.file.errors import (
    ChangedOutsideError,
    FolderReadOnlyError,
    ForbiddenError,
    NotAFileError,
    ReadOnlyError,
    SaveError,
    SharedFileError,
    UnconfirmedError,
    save_error,
)
from model.file.exchange import exchange

if TYPE_CHECKING:
    from pathlib import Path

_DEFAULT_MODE = 0o666
_WRITABLE = 0o222
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})


def save(path: Path, data: bytes, *, expected_digest: str) -> str:
    """Replace a file's bytes and return their digest; equal bytes are not written.

    Links are followed and kept, mode, owner and extended attributes too. Raises ChangedOutsideError when the
    file is not what `expected_digest` says, UnconfirmedError when the bytes are in place but the folder could not be
    synced, and another SaveError for each other reason; in all of them but UnconfirmedError the file is as it was.
    """
    try:
        real = path.resolve(strict=True)
        status = _checked(path, real)
        if digest(_content(real)) != expected_digest:
            raise ChangedOutsideError(path)
        if digest(data) == expected_digest:
            return expected_digest
        temporary = _beside(path, real, data, status=status)
        try:
            _swapped(path, temporary, real, expected=expected_digest)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
    except OSError as error:
        raise save_error(path, error) from error
    except RuntimeError as error:
        raise SaveError(path, "ELOOP") from error
    _confirmed(path, real.parent, digest(data))
    return digest(data)


def create(path: Path, data: bytes) -> str:
    """Make a new file with these bytes and return their digest; raise ExistsError rather than replace one.

    The name appears only with the whole content behind it. Raises a SaveError for each other reason.
    """
    try:
        temporary = _beside(path, path, data)
        try:
            temporary.chmod(_DEFAULT_MODE & ~_umask())
            os.link(temporary, path, follow_symlinks=False)
        finally:
            temporary.unlink()
    except OSError as error:
        raise save_error(path, error) from error
    _confirmed(path, path.parent, digest(data))
    return digest(data)


def write_new(place: Path, data: bytes) -> Path:
    """Write bytes, synced, to a new file beside a place, readable by its owner alone; return the new file."""
    return _beside(place, place, data)


def _checked(path: Path, real: Path) -> os.stat_result:
    """Return the status of a file that may be replaced; raise why it may not."""
    status = real.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(path)
    if not os.access(real, os.W_OK) or not status.st_mode & _WRITABLE:
        raise ReadOnlyError(path)
    if status.st_nlink > 1:
        raise SharedFileError(path)
    return status


def _content(real: Path) -> bytes:
    return real.read_bytes()


def _beside(path: Path, real: Path, data: bytes, *, status: os.stat_result | None = None) -> Path:
    """Write the bytes, synced, to a new file in the same folder, with the look of the old one."""
    temporary = real.with_name(f".tk-{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        fd = os.open(temporary, flags, 0o600)
    except PermissionError as error:
        raise FolderReadOnlyError(path, errno.errorcode.get(error.errno or 0, "")) from error
    try:
        try:
            _written(fd, data)
            if status is not None:
                _dressed(fd, path, real, status=status)
            os.fsync(fd)
        finally:
            os.close(fd)
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _umask() -> int:
    """Return the mask for new files, which can be asked for only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _written(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _dressed(fd: int, path: Path, real: Path, *, status: os.stat_result) -> None:
    """Give the new file the owner, mode and attributes of the old one; a lost attribute is a refusal."""
    with suppress(PermissionError):
        os.fchown(fd, status.st_uid, status.st_gid)
    try:
        _copy_attributes(fd, real)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise ForbiddenError(path, errno.errorcode.get(error.errno or 0, "")) from error
    os.fchmod(fd, stat.S_IMODE(status.st_mode))


def _copy_attributes(fd: int, real: Path) -> None:
    """Copy extended attributes, in which access lists and security labels are kept."""
    for name in os.listxattr(real):
        value = os.getxattr(real, name)
        if name not in os.listxattr(fd) or os.getxattr(fd, name) != value:
            os.setxattr(fd, name, value)


def _swapped(path: Path, temporary: Path, real: Path, *, expected: str) -> None:
    """Put the new file in place; what comes out must be what we knew, else it goes back in."""
    if not exchange(temporary, real):
        temporary.replace(real)
        return
    if digest(_content(temporary)) != expected:
        exchange(temporary, real)
        raise ChangedOutsideError(path)


def _confirmed(path: Path, folder: Path, written: str) -> None:
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise UnconfirmedError(path, errno.errorcode.get(error.errno or 0, ""), written) from error
