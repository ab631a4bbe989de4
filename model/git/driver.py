"""git's own merges done by this program: what is registered for that, where, and who the two sides are.

git asks two places. `.gitattributes`, which travels with the repository, says that a merge of this path is the
business of a driver called `tiekartta`; the configuration of each copy, which does not travel, says which program
that is. Where the second is missing git merges lines and leaves its markers, so every copy is registered by itself.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from model.git import runner
from model.git.errors import GitError, UnfinishedError
from model.git.own import DRIVER, NAME, TITLE, command
from model.git.record import Recorded, commit
from model.git.state import Repository, locate, succeeded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ATTRIBUTES = ".gitattributes"
_GLOB = re.compile(r"([*?\[\\])")
_HEAD = "GITHEAD_"
_COMMIT = re.compile(r"[0-9a-f]{7,64}")


@dataclass(frozen=True, slots=True)
class Registration:
    """What is to be written so that git leaves the merge of a file to this program; empty where it is there."""

    repository: Repository
    line: str
    """The line for `.gitattributes`."""
    settings: Mapping[str, str]
    """The configuration of this copy."""

    @property
    def attributes(self) -> Path:
        """The file that takes the line."""
        return self.repository.root / ATTRIBUTES

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to write."""
        return not self.line and not self.settings


def wanted(path: Path, program: Sequence[str], *, title: str) -> Registration:
    """Return what is not registered yet for a roadmap and the words that start this program.

    Nothing is written. Raises a class of `model.git.errors`, NoRepositoryError where no repository holds the file.
    """
    repository = locate(path)
    line = "" if _driver_of(repository, path) == NAME else f"{_pattern(path.resolve().name)} merge={NAME}"
    settings = {TITLE: title, DRIVER: command(program)}
    missing = {key: value for key, value in settings.items() if _setting(repository, key) != value}
    return Registration(repository, line, {} if tuple(missing) == (TITLE,) else missing)


def register(what: Registration, message: str) -> Recorded | None:
    """Write what is missing, and commit the line in `.gitattributes` alone; None where that file needed none.

    Raises a class of `model.git.errors`: before anything is written where a merge waits or the index is locked,
    else with all of it written and only the commit missing.
    """
    if kind := what.repository.unfinished:
        raise UnfinishedError(kind)
    if lock := what.repository.lock:
        raise lock
    for key, value in what.settings.items():
        succeeded(runner.write(what.repository.root, "config", "--local", key, value))
    if not what.line:
        return None
    before = what.attributes.read_bytes() if what.attributes.exists() else b""
    held = _committed(what.repository)
    after = _with_line(before, what.line)
    what.attributes.write_bytes(after)
    # Lines that somebody has written there and not committed yet are theirs to commit.
    content = after if held in (before, None) else _with_line(held, what.line)
    return commit(what.attributes, message, content=content, repository=what.repository, aside=content != after)


def is_heeded(path: Path) -> bool:
    """Whether git would leave the merge of a file to this program: no other rule says otherwise."""
    return _driver_of(locate(path), path) == NAME


def merging(path: str, labels: Sequence[str]) -> tuple[str, str]:
    """Return who wrote the two sides of the merge that git is at work on; empty where that cannot be told.

    `path` is the file in the work tree, `labels` are what git calls the two, where it does (since 2.44). A side is
    called by the author of its last commit of the file: in a rebase "theirs" is the commit that is put on top again.
    """
    try:
        repository = locate(Path.cwd())
        ours, theirs = "HEAD", _theirs(repository, labels[1] if len(labels) > 1 else "")
        return _author(repository, ours, path), _author(repository, theirs, path)
    except (GitError, OSError):
        return "", ""


def _theirs(repository: Repository, label: str) -> str:
    """Return the commit of their side: named by git to its helpers, the one a rebase is at, or the label's."""
    named = [name.removeprefix(_HEAD) for name in os.environ if name.startswith(_HEAD)]
    if len(named) == 1:
        return named[0]
    done = repository.folder / "rebase-merge" / "done"
    steps = done.read_text(encoding="utf-8", errors="replace").splitlines() if done.exists() else []
    words_of = steps[-1].split() if steps else [*label.split(), ""][:1]
    return next((word for word in words_of if _COMMIT.fullmatch(word)), "")


def _author(repository: Repository, revision: str, path: str) -> str:
    if not revision:
        return ""
    asked = ("log", "-1", "--no-show-signature", "--format=%aN", "--end-of-options", revision)
    for data in ((path,), ()):
        ran = runner.read(repository.root, *asked, data=data)
        if not ran.status and ran.out.strip():
            return ran.out.decode("utf-8", "replace").strip()
    return ""


def _driver_of(repository: Repository, path: Path) -> str:
    """Return the merge driver that the attributes give a file."""
    ran = runner.read(
        repository.root,
        *("check-attr", "-z", "merge"),
        data=(repository.relative(path),),
        pathspecs=False,
    )
    return ran.fields[2] if not ran.status and len(ran.fields) > 2 else ""  # noqa: PLR2004 - path, attribute, value


def _setting(repository: Repository, key: str) -> str:
    ran = runner.read(repository.root, "config", "--local", "-z", "--get", key)
    return os.fsdecode(ran.out.removesuffix(b"\0"))


def _committed(repository: Repository) -> bytes | None:
    """Return the attributes as HEAD has them; None where it has none."""
    ran = runner.read(repository.root, "cat-file", "blob", f"HEAD:{ATTRIBUTES}")
    return None if ran.status else ran.out


def _with_line(content: bytes, line: str) -> bytes:
    end = b"\r\n" if b"\r\n" in content else b"\n"
    gap = end if content and not content.endswith(b"\n") else b""
    return content + gap + os.fsencode(line) + end


def _pattern(name: str) -> str:
    """Return a file's name as a pattern of `.gitattributes` that means only this name, in whatever folder."""
    literal = _GLOB.sub(r"\\\1", name)
    if literal.startswith("!"):
        literal = f"\\{literal}"
    if re.search(r'[\s"\x00-\x1f]', literal) or literal.startswith("#"):
        escaped = re.sub(r'(["\\])', r"\\\1", literal)
        return '"' + re.sub(r"[\x00-\x1f]", lambda found: f"\\{ord(found[0]):03o}", escaped) + '"'
    return literal
