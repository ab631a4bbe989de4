"""The yearly approval: the packet read against git, the approval recorded, and the tag on its commit.

The screen and the command line share this; git is loaded when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.approvals import approval_name
from exporters.packet import decision, packet_title
from model.approved import latest_approval
from model.approving import approve
from model.edits import RefusedError
from model.file.reading import read_bytes
from model.packet import packet
from model.records import Approval
from tui.recording import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date
    from pathlib import Path

    from model.git.at import Version
    from model.git.errors import GitError
    from model.packet import Packet
    from model.roadmap import Roadmap
    from tui.session import Session


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody said of an approval."""

    body: str
    day: date
    section: str = ""
    of: str = ""
    """`roadmap` or `changes`; empty for what the roadmap's earlier approvals suggest."""
    without: Collection[str] = ()
    """Measures and viewpoints whose proposals were not approved."""


@dataclass(frozen=True, slots=True)
class Found:
    """The packet, and the commit of the version that it tells of; empty where git has none."""

    packet: Packet
    commit: str


def put_together(path: Path, roadmap: Roadmap, *, past: Version | None = None) -> Found:
    """Return everything since the last approval; raise GitError where git cannot tell what was approved.

    `past` is the version whose roadmap it is, where that is not the present one.
    """
    from model.git.state import locate

    commit = past.commit if past else locate(path).head or ""
    approval = latest_approval(roadmap)
    if approval is None:
        return Found(packet(None, roadmap), commit)
    from model.git.at import approved
    from tui.spanning import left_by

    found = approved(path, approval)
    day = found.when.astimezone().date()
    begins = day if found.is_first and day > approval.date else None
    return Found(packet(left_by(approval, found, roadmap), roadmap, begins=begins), commit)


def refuse_trouble(session: Session) -> None:
    """Raise why nothing can be approved now: faults, open conflicts, what git does not have or has not finished."""
    from model.git.history import committed
    from model.git.state import inspect

    session.keeper.recording.settle(PATIENCE)
    faults = sum(problem.severity != "warning" for problem in session.keeper.problems)
    if faults:
        raise RefusedError("faults-first", n=faults)
    if session.roadmap.conflicts:
        raise RefusedError("conflicts-first", n=len(session.roadmap.conflicts))
    if error := inspect(session.path).problem:
        raise error
    held = committed(session.path)
    known = read_bytes(held).roadmap if held is not None else None
    if session.keeper.unsaved or known != session.roadmap:
        raise RefusedError("record-first")


def approval_of(found: Found, given: Given) -> Approval:
    """Return the record of an approval; the first one is of the whole roadmap."""
    of = given.of or ("changes" if found.packet.before else "roadmap")
    fields = {"body": given.body.strip(), "date": given.day, "section": given.section.strip(), "of": of}
    return Approval.model_validate({**fields, "commit": found.commit})


def edit(session: Session, found: Found, given: Given) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that records an approval and puts in force what it approves; it raises RefusedError."""
    approval = approval_of(found, given)

    def approved(roadmap: Roadmap) -> Roadmap:
        seen = packet(found.packet.before, roadmap)
        return approve(seen, approval, today=session.today, without=given.without)

    return approved


def tagged(session: Session, approval: Approval, found: Found, *, commit: str) -> str | GitError:
    """Mark the commit of an approval with a tag and return its name; an error is a value, for nothing is lost by it.

    The tag's text is who approved what, and the decision.
    """
    from model.git.errors import GitError
    from model.git.tag import tag

    words = session.words
    said = (f"{approval_name(approval, words)}: {packet_title(found.packet, words)}", *decision(found.packet, words))
    message = "\n\n".join((said[0], "\n".join(said[1:]))) + "\n"
    name = words.t("approved-{day}", day=approval.date.isoformat())
    try:
        return tag(session.path, name, message, commit=commit)
    except GitError as error:
        return error


def tag_latest(session: Session, approval: Approval, found: Found) -> str | GitError:
    """Wait until an approval is committed and tag that commit; return as `tagged` does. Meant for a thread."""
    from model.git.errors import GitError, GitFailedError
    from model.git.state import locate

    if not session.keeper.recording.settle(PATIENCE):
        return GitFailedError(())
    try:
        commit = locate(session.path).head or ""
    except GitError as error:
        return error
    return tagged(session, approval, found, commit=commit)
