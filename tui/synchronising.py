"""Bringing the open roadmap together with the copy that others send to, for the screen and the command line alike.

Git and everything that talks to another machine is imported when it is first asked for.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from model.diff import diff
from model.file.reading import read_bytes
from model.git.message import composed
from model.moving import net_changes
from tui.recording import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from model.diff import Change
    from model.git.process import Halt
    from model.git.remote import Destination
    from model.git.sync import Desk, Synced
    from tui.session import Session


def synchronised(
    session: Session,
    *,
    look: Callable[[], object] = object,
    halt: Halt | None = None,
    limit: float | None = None,
) -> Synced:
    """Record what is unrecorded, receive, merge and send; the session itself takes nothing in yet.

    What is merged is on disk; `Keeper.look` brings it into the session, in the thread that owns that. `look` has it
    called there before anything is recorded, so that an editor's old copy is not sent for what it lacks of ours.
    `limit` is in seconds for each talk with another machine. Raises a class of `model.git.errors` or
    `model.git.sync_errors`.
    """
    from model.file.outside import Outside
    from model.git.agreeing import agreed
    from model.git.remote import LIMIT
    from model.git.sync import Terms, sync

    terms = Terms(
        describe=_describe(session),
        merging=composed(session.words.t("Merged with what others have recorded"), trailers=()),
        day=session.today,
        agreed=partial(agreed, session.path, environ=os.environ),
        taken=Outside(session.path, os.environ).take,
        limit=limit or LIMIT,
    )
    return sync(session.path, terms, desk=_desk(session, look), halt=halt)


def agree(session: Session, where: Destination) -> None:
    """Remember that the person has agreed to where it is sent; raise GitError where that cannot be remembered."""
    from model.git import agreeing

    agreeing.agree(session.path, where, os.environ)


def came(done: Synced) -> tuple[Change, ...]:
    """Return what others have changed in the roadmap, as it stands: nothing that gave way."""
    if done.before is None or done.after is None or done.before == done.after:
        return ()
    before, after = read_bytes(done.before).roadmap, read_bytes(done.after).roadmap
    return tuple(net_changes(diff(before, after), before, after)) if before and after else ()


def unsent(session: Session) -> int | None:
    """Return how many recordings are still to be sent; None where they go nowhere, or that is not known."""
    from model.git.errors import GitError
    from model.git.unsent import unsent as counted

    try:
        return counted(session.path)
    except GitError:
        return None


def where_it_shows(session: Session) -> tuple[Path, ...]:
    """Return where it shows that commits were made, received or sent, by whichever program; nothing without git."""
    from model.git.errors import GitError
    from model.git.unsent import places

    try:
        return places(session.path)
    except (GitError, OSError):
        return ()


def _describe(session: Session) -> Callable[[bytes | None, bytes], str]:
    describe = session.keeper.recording.describe
    assert describe is not None
    return describe


def _desk(session: Session, look: Callable[[], object]) -> Desk:
    """Return what the session has on its desk: decisions that are saved, or not even that, and not recorded yet."""
    from model.git.sync import Desk

    keeper = session.keeper

    def settle() -> bool:
        look()
        return not keeper.unsaved and keeper.recording.settle(PATIENCE)

    return Desk(
        is_waiting=lambda: bool(keeper.recording.pending or keeper.unsaved),
        settle=settle,
    )
