"""Put bytes in the place of a file, whole or not at all, and never over what was not seen.

A lock among our own programs, the digest compared with what was read, a temporary file beside it, fsync, exchange, a
look at what came out, fsync of the folder. A kill at any moment leaves the old file or the new one. A check followed
by a rename loses other people's saves in between; what an exchange took out can be looked at and put back.

**No writing in place.** A file that cannot be replaced (its folder is read-only, it has hard links, it is
mounted by itself, its access list cannot be copied) is refused with the reason: writing in place can leave
half a file behind, while the caller keeps a recovery copy and can save elsewhere.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from model.file.digest import digest
from model.file.errors import (
    ChangedOutsideError,
    FolderReadOnlyError,
    NotAFileError,
    ReadOnlyDiskError,
    ReadOnlyError,
    SaveError,
    SharedFileError,
    UnconfirmedError,
    save_error,
)
from model.file.exchange import exchange
from model.file.likeness import like
from model.file.lock import held

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PREFIX = ".tk-"
"""How the names of temporary files begin: short, so that they fit where the roadmap's name fits."""
_WRITABLE = 0o222
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
_NO_LINKS = _UNSUPPORTED | {errno.EPERM}
# What a system does not have (Windows: all but O_BINARY) is left out.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_OPTIONS = tuple(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))


def save(path: Path, data: bytes, *, expected_digest: str, then: Callable[[], object] | None = None) -> str:
    """Replace a file's bytes and return their digest; equal bytes are not written.

    Links are followed and kept, mode, owner and extended attributes too. `then` is called when the bytes are in place
    and none of our programs can have saved after it; it raises nothing. Raises ChangedOutsideError when the
    file is not what `expected_digest` says, UnconfirmedError when the bytes are in place but the system did not
    confirm it, and another SaveError for each other reason; in all but UnconfirmedError the file is as it was.
    """
    new = digest(data)
    try:
        real, status = _target(path)
        with held(real.parent):
            if digest(real.read_bytes()) != expected_digest:
                raise ChangedOutsideError(path)
            if new == expected_digest:
                return new
            temporary = _beside(real, data, status=status)
            _swap(path, temporary, real, digests=(expected_digest, new))
            if then:
                then()
    except OSError as error:
        raise save_error(path, error) from error
    _confirm(path, real.parent, new)
    return new


def refusal(path: Path) -> SaveError | None:
    """Return why a file could not be saved now, as far as that can be told without writing; None if it could."""
    try:
        real, _ = _target(path)
    except SaveError as error:
        return error
    except OSError as error:
        return save_error(path, error)
    return None if os.access(real.parent, os.W_OK) else FolderReadOnlyError(path)


def create(path: Path, data: bytes) -> str:
    """Make a new file with these bytes and return their digest; raise ExistsError rather than replace one.

    Where the file system has links, the name appears with the whole content behind it. Raises a SaveError for each
    other reason.
    """
    try:
        temporary = write_beside(path, data)
        try:
            temporary.chmod(0o666 & ~_umask())
            _appear(temporary, path, data)
        finally:
            temporary.unlink()
    except OSError as error:
        raise save_error(path, error) from error
    _confirm(path, path.parent, digest(data))
    return digest(data)


def write_beside(place: Path, data: bytes) -> Path:
    """Write bytes, synced, to a new file beside a place, readable by its owner alone; return the new file."""
    return _beside(place, data)


def _target(path: Path) -> tuple[Path, os.stat_result]:
    """Return the file behind a path and its status; raise why it may not be replaced."""
    try:
        real = path.resolve(strict=True)
    except RuntimeError as error:  # a link to itself, before Python 3.13
        raise SaveError(path, "ELOOP") from error
    status = real.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(path)
    if sys.platform != "win32" and os.statvfs(real).f_flag & os.ST_RDONLY:
        raise ReadOnlyDiskError(path, "EROFS")
    if not os.access(real, os.W_OK) or not status.st_mode & _WRITABLE:
        raise ReadOnlyError(path)
    if status.st_nlink > 1:
        raise SharedFileError(path)
    return real, status


def _beside(place: Path, data: bytes, *, status: os.stat_result | None = None) -> Path:
    """Write bytes, synced, to a new file in the same folder, with the look of the old one if there is one."""
    temporary = place.with_name(f"{PREFIX}{os.urandom(4).hex()}.tmp")
    try:
        fd = os.open(temporary, sum(_OPTIONS, _NEW), 0o600)
    except PermissionError as error:
        raise FolderReadOnlyError(place, errno.errorcode.get(error.errno or 0, "")) from error
    try:
        try:
            _write(fd, data)
            if status is not None:
                like(fd, place, status)
            os.fsync(fd)
        finally:
            os.close(fd)
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _write(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _swap(path: Path, temporary: Path, real: Path, *, digests: tuple[str, str]) -> None:
    """Put the new file in place; what comes out must be what we knew, else it goes back in."""
    old, new = digests
    try:
        if not exchange(temporary, real):
            _replace(path, temporary, real, old=old)
            return
    except BaseException:
        _remove(temporary)
        raise
    try:
        found = digest(temporary.read_bytes())
    except OSError as error:
        raise UnconfirmedError(path, errno.errorcode.get(error.errno or 0, ""), new) from error
    if found != old:
        _put_back(path, temporary, real, new=new)
    _remove(temporary)


def _replace(path: Path, temporary: Path, real: Path, *, old: str) -> None:
    """Rename over the file, where nothing better is to be had, after one more look at it."""
    if digest(real.read_bytes()) != old:
        raise ChangedOutsideError(path)
    temporary.replace(real)


def _put_back(path: Path, temporary: Path, real: Path, *, new: str) -> None:
    """Undo an exchange that took out another's version; raise ChangedOutsideError.

    If by then a third version has come in, it is kept in the file beside.
    """
    try:
        exchange(temporary, real)
        is_ours = digest(temporary.read_bytes()) == new
    except OSError as error:
        raise ChangedOutsideError(path, kept=temporary) from error
    if not is_ours:
        raise ChangedOutsideError(path, kept=temporary)
    _remove(temporary)
    raise ChangedOutsideError(path)


def _appear(temporary: Path, path: Path, data: bytes) -> None:
    """Give a written file its name, unless something has it."""
    try:
        os.link(temporary, path, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        fd = os.open(path, sum(_OPTIONS, _NEW), 0o666)
        try:
            _write(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)


def _confirm(path: Path, folder: Path, new: str) -> None:
    """Sync the folder; a system that cannot do that is no fault."""
    if sys.platform == "win32":
        return
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise UnconfirmedError(path, errno.errorcode.get(error.errno or 0, ""), new) from error


def _remove(temporary: Path) -> None:
    """Remove a temporary file; one that stays behind is no reason to call a save failed."""
    with suppress(OSError):
        temporary.unlink()


def _umask() -> int:
    """Return the mask for new files, which can be asked for only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
