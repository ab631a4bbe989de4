"""A new file made to look like the one that it replaces: owner, mode, access list, attributes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from model.file.errors import ForbiddenError

if TYPE_CHECKING:
    from pathlib import Path

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
_OWN = ("user.", "system.posix_acl_access")
"""Attributes that people set; the system gives the others (security labels) to new files itself."""


def like(fd: int, old: Path, status: os.stat_result) -> None:
    """Give an open new file the look of an old one; raise ForbiddenError rather than lose an access list.

    The owner is kept where that is allowed: only root may give files away.
    """
    if sys.platform == "win32":
        return
    with suppress(PermissionError):
        os.fchown(fd, status.st_uid, status.st_gid)
    if sys.platform == "linux":
        try:
            _copy_attributes(fd, old)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise ForbiddenError(old, errno.errorcode.get(error.errno or 0, "")) from error
    os.fchmod(fd, stat.S_IMODE(status.st_mode))


if sys.platform == "linux":

    def _copy_attributes(fd: int, old: Path) -> None:
        for name in os.listxattr(old):
            if name.startswith(_OWN):
                os.setxattr(fd, name, os.getxattr(old, name))
