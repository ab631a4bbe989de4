"""Bringing what others have recorded into the branch here: forward where that will do, else by a merge commit.

The commit is made beside everything else, out of objects: its tree by git's merge of whole files, the roadmap in it by
our own merge of records and fields. Only then does the branch go forward to it, by `git merge --ff-only`, which either
takes the work tree along as a whole or, where that would cost somebody's unrecorded changes, does nothing at all.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from model.file.document import document
from model.file.merging import merged
from model.file.reading import read_bytes
from model.git import runner
from model.git import sync_errors as errors
from model.git.errors import GitFailedError, NoIdentityError, SigningFailedError
from model.git.state import PLAIN_FILE, identified, succeeded, words
from model.git.trust import has_hooks_in_tree
from model.merge import Sides
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from model.file.document import Document
    from model.git.process import Ran
    from model.git.state import Repository

_CLEAN, _CONFLICTS = 0, 1
_FORWARD = ("merge", "--ff-only", "--quiet", "--no-autostash", "--no-overwrite-ignore", "--no-edit")
# What git's own merge would make of the roadmap is never used, so no driver need be asked for it.
_UNMERGED = ("-c", "merge.tiekartta.driver=false", "merge-tree", "--write-tree", "--name-only", "-z", "--no-messages")


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge is told beside the two commits: the roadmap's path as git writes it, the commit's text, the day."""

    repository: Repository
    path: str
    message: str
    day: date


@dataclass(frozen=True, slots=True)
class Brought:
    """The commit to which the branch can go forward."""

    commit: str
    merged: bool = False
    """Whether it brings two lines together."""
    conflicts: tuple[str, ...] = ()
    """The ids of the conflicts that the merge has put into the roadmap."""
    before: bytes | None = None
    """The roadmap as it is recorded here."""
    after: bytes | None = None
    """The roadmap in that commit."""


@dataclass(frozen=True, slots=True)
class _Three:
    """The two commits and what they have in common, with the roadmap in each: None where there is no such file."""

    names: tuple[str, str, str]
    base: bytes | None
    ours: bytes | None
    theirs: bytes | None


def brought(merging: Merging, ours: str, theirs: str) -> Brought | None:
    """Return the commit that has all of both, making it where it must be made; None when there is nothing new.

    Raises UnrelatedError, ShallowError, BrokenVersionError, GoneThereError, ElsewhereConflictError, GitFailedError,
    SigningFailedError and NoIdentityError; no file, branch or index has been touched in any case.
    """
    bases = runner.read(merging.repository.root, "merge-base", "--all", ours, theirs).fields
    if not bases:
        raise errors.ShallowError if merging.repository.shallow else errors.UnrelatedError
    if theirs in bases:
        return None
    names = (bases[0], ours, theirs)
    three = _Three(names, *(_content(merging, name) for name in names))
    _check(merging, three)
    return Brought(theirs, before=three.ours, after=three.theirs) if ours in bases else _joined(merging, three)


def forward(repository: Repository, commit: str) -> Ran:
    """Take the branch and the work tree forward to a commit as a whole, or leave both as they are.

    Hooks that lie in the work tree are left out: the commit may bring others there, which nobody has allowed.
    """
    unseen = ("-c", f"core.hooksPath={os.devnull}") if has_hooks_in_tree(repository) else ()
    return runner.write(repository.root, "-c", "core.quotePath=false", *unseen, *_FORWARD, commit)


def in_the_way(ran: Ran) -> tuple[str, ...]:
    """Return the files for whose unrecorded changes git did not go forward."""
    lines = (ran.err + ran.out).decode("utf-8", "replace").splitlines()
    return tuple(one_line(line) for line in lines if line.startswith("\t"))


def _content(merging: Merging, commit: str) -> bytes | None:
    ran = runner.read(merging.repository.root, "cat-file", "blob", f"{commit}:{merging.path}")
    return None if ran.status else ran.out


def _check(merging: Merging, three: _Three) -> None:
    """Raise why what the others have sent is not taken in: the roadmap is gone there, or can no longer be read."""
    if three.theirs is None:
        if three.base is not None:
            raise errors.GoneThereError(merging.path)
    elif three.theirs not in {three.base, three.ours}:
        reading = read_bytes(three.theirs)
        if reading.roadmap is None:
            raise errors.BrokenVersionError(tuple(reading.problems))


def _joined(merging: Merging, three: _Three) -> Brought:
    """Make the commit of two parents: of the roadmap both sides' changes, by record and field."""
    content, conflicts = three.ours, tuple[str, ...]()
    if three.ours is not None and three.theirs is not None:
        content, conflicts = _both(merging, three, ours=three.ours, theirs=three.theirs)
    made = _committed(merging, three, _tree(merging, three, content))
    return Brought(made, merged=True, conflicts=conflicts, before=three.ours, after=content)


def _both(merging: Merging, three: _Three, *, ours: bytes, theirs: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the roadmap with both sides' changes, and the ids of the conflicts that came of it."""
    if theirs in {ours, three.base}:
        return ours, ()
    if ours == three.base:
        return theirs, ()
    root, (_, our_commit, their_commit) = merging.repository.root, three.names
    # What others have sent is known already, and stands in minutes that were sent out: its new ids stay.
    by = Sides(_author(root, our_commit), _author(root, their_commit), day=merging.day, lead="theirs")
    made = merged(_document(three.base or b""), _document(ours), _document(theirs), by=by)
    return made.document.data, tuple(conflict.id for conflict in made.conflicts)


def _document(data: bytes) -> Document:
    """Return a version as a document; one that cannot be read counts as an empty one."""
    return read_bytes(data).document or document("schema = 1\n")


def _author(root: Path, commit: str) -> str:
    return one_line(runner.read(root, "log", "-1", "--format=%an", commit).out.decode("utf-8", "replace"))


def _tree(merging: Merging, three: _Three, content: bytes | None) -> str:
    """Return the tree of the merge, with this content of the roadmap; raise ElsewhereConflictError.

    Files that only one side changed are taken whole. Where both changed another one, git's own merge is asked, which
    leaves objects behind that nothing leads to.
    """
    root, (base, ours, theirs) = merging.repository.root, three.names
    with TemporaryDirectory(prefix="tiekartta-") as folder:
        index = Path(folder) / "index"
        succeeded(runner.write(root, "read-tree", "-i", "-m", "--aggressive", base, ours, theirs, index=index))
        unmerged = succeeded(runner.write(root, "ls-files", "-u", "-z", index=index)).fields
        if elsewhere := _elsewhere(merging, content, (entry.partition("\t")[2] for entry in unmerged)):
            tree = _merged_elsewhere(merging, three, content, elsewhere=elsewhere)
            succeeded(runner.write(root, "read-tree", tree, index=index))
        if content is not None:
            _put(merging, content, index)
        return succeeded(runner.write(root, "write-tree", index=index)).fields[0]


def _merged_elsewhere(merging: Merging, three: _Three, content: bytes | None, *, elsewhere: tuple[str, ...]) -> str:
    """Return the tree that git makes of both sides; raise ElsewhereConflictError, too, where git is older than 2.38."""
    _, ours, theirs = three.names
    ran = runner.write(merging.repository.root, *_UNMERGED, ours, theirs)
    if ran.status not in {_CLEAN, _CONFLICTS} or not ran.fields:
        raise errors.ElsewhereConflictError(elsewhere)
    tree, *conflicts = ran.fields
    if left := _elsewhere(merging, content, conflicts):
        raise errors.ElsewhereConflictError(left)
    return tree


def _elsewhere(merging: Merging, content: bytes | None, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of some files that are not the roadmap, of which it is known what it shall be."""
    found = {name for name in names if name and (content is None or name != merging.path)}
    return tuple(map(one_line, sorted(found)))


def _put(merging: Merging, content: bytes, index: Path) -> None:
    """Put a content of the roadmap into an index, in the mode that it has here."""
    root, name = merging.repository.root, os.fsencode(merging.path)
    listed = runner.read(root, "ls-tree", "-z", "HEAD", data=(merging.path,)).fields
    mode = listed[0].split()[0] if listed else PLAIN_FILE
    blob = succeeded(runner.write(root, "hash-object", "-w", "--stdin", given=content)).fields[0]
    entry = f"0 {'0' * len(blob)}\t".encode() + name + b"\0" + f"{mode} {blob}\t".encode() + name + b"\0"
    succeeded(runner.write(root, "update-index", "-z", "--index-info", given=entry, index=index))


def _committed(merging: Merging, three: _Three, tree: str) -> str:
    """Make the commit of a tree, under the user's name and signature; raise what `model.git.record` would."""
    root, (_, ours, theirs) = merging.repository.root, three.names
    signs = runner.write(root, "config", "--type=bool", "--get", "commit.gpgsign").out.strip() == b"true"
    ran = runner.write(
        root,
        *("commit-tree", tree, "-p", ours, "-p", theirs, *(("-S",) if signs else ()), "-F", "-"),
        given=merging.message.encode("utf-8", "replace"),
    )
    if not ran.status:
        return ran.fields[0]
    if not identified(merging.repository):
        raise NoIdentityError
    raise SigningFailedError(words(ran.err)) if signs else GitFailedError(words(ran.err))
