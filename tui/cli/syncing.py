"""The verb that brings two copies together: what came in, what went out, and what hinders, a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.syncing import sync_lines, where_line
from model.git.errors import GitError
from tui.cli.call import DONE, REFUSED
from tui.cli.speech import complain, reason, say, say_json
from tui.cli.work import opened, refuse_to_bury, told
from tui.synchronising import agree, came, synchronised

if TYPE_CHECKING:
    from model.git.sync import Synced
    from tui.cli.call import Call


def sync(call: Call) -> int:
    """Receive what others have recorded, merge it, and send what was recorded here."""
    session = opened(call)
    refuse_to_bury(session)
    try:
        done = synchronised(session, look=session.keeper.look)
        if done.asks and done.where and call.options.yes:
            agree(session, done.where)
            done = _together(done, synchronised(session, look=session.keeper.look))
    except GitError as error:
        complain(call.words.t("Not synchronised: {why}", why=reason(error, call.words)))
        return REFUSED
    session.keeper.look()
    changes = told(came(done), call.words, session.roadmap)
    if call.options.json:
        say_json(_data(call, done, changes))
    else:
        _tell(call, done, changes)
    return REFUSED if done.asks or done.hindrance else DONE


def _together(before: Synced, after: Synced) -> Synced:
    """Return what both tries have done."""
    from dataclasses import replace

    return replace(
        after,
        received=before.received + after.received,
        merged=before.merged or after.merged,
        conflicts=(*before.conflicts, *after.conflicts),
        before=before.before if before.before is not None else after.before,
        after=after.after if after.after is not None else before.after,
    )


def _tell(call: Call, done: Synced, changes: tuple[str, ...]) -> None:
    words = call.words
    say(*sync_lines(done, words, came=[f"  {sentence}" for sentence in changes]))
    if done.asks:
        complain(f"{where_line(done, words)} {words.t('If that is right: {command}', command='tiekartta sync --yes')}")
    if done.hindrance:
        complain(words.t("Not sent: {why}", why=reason(done.hindrance, words)))


def _data(call: Call, done: Synced, changes: tuple[str, ...]) -> dict[str, object]:
    where = done.where
    return {
        "received": done.received,
        "sent": done.sent,
        "unsent": done.unsent,
        "merged": done.merged,
        "conflicts": list(done.conflicts),
        "host": where.host if where else None,
        "branch": where.branch if where else None,
        "asks": done.asks,
        "hindrance": reason(done.hindrance, call.words) if done.hindrance else None,
        "changes": list(changes),
    }
