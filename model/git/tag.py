"""The mark of an approval in git: an annotated tag, with the user's own identity and signing.

`git tag -F` without `-a` makes an annotated tag and leaves it to the user's configuration (`tag.gpgSign`,
`tag.forceSignAnnotated`) whether it is signed. A tag that is there already is never moved or replaced.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from model.git import runner
from model.git.errors import GitFailedError, NoIdentityError, SigningFailedError
from model.git.state import identified, locate, succeeded, words
from model.git.trust import Trust

if TYPE_CHECKING:
    from pathlib import Path

    from model.git.errors import GitError
    from model.git.state import Repository

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_REFERENCES = "refs/tags/"


def tag(path: Path, name: str, message: str, *, commit: str) -> str:
    """Put an annotated tag on a commit of the roadmap's repository and return its name.

    Where another commit has a tag of that name, a number is added to ours: `hyvaksytty-2026-12-08-2`. Raises ValueError
    for a name or a commit that git might take for something else, and a class of `model.git.errors`; nothing but
    the tag is missing then.
    """
    if not _NAME.fullmatch(name) or not _COMMIT.fullmatch(commit):
        raise ValueError(name, commit)
    repository = locate(path)
    Trust(os.environ).require(repository)
    known = _tags(repository, name)
    names = (name, *(f"{name}-{number}" for number in range(2, len(known) + 3)))
    for free in names:
        if known.get(free) == commit:
            return free
        if free not in known:
            break
    given = message.replace("\0", "").encode("utf-8", "replace")
    ran = runner.write(repository.root, "tag", "--cleanup=verbatim", "-F", "-", data=(free, commit), given=given)
    if ran.status:
        raise _diagnosed(repository, words(ran.err))
    return free


def _tags(repository: Repository, name: str) -> dict[str, str]:
    """Return the tags that begin with a name, each with the commit that it marks."""
    pattern = f"{_REFERENCES}{name}*"
    ran = runner.read(repository.root, "for-each-ref", "--format=%(refname) %(objectname) %(*objectname)", pattern)
    found = (line.split() for line in succeeded(ran).fields)
    return {fields[0].removeprefix(_REFERENCES): fields[-1] for fields in found if fields}


def _diagnosed(repository: Repository, lines: tuple[str, ...]) -> GitError:
    if not identified(repository):
        return NoIdentityError()
    for setting in ("tag.gpgSign", "tag.forceSignAnnotated"):
        if runner.write(repository.root, "config", "--type=bool", "--get", setting).out.strip() == b"true":
            return SigningFailedError(lines)
    return GitFailedError(lines)
