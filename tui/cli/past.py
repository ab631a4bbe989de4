"""The verbs that look back: history, undo, redo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.sentences import redo_label, undo_label
from model.git.history import history as commits
from model.git.message import ITEM, MEETING
from tui.cli.call import DONE
from tui.cli.errors import MisusedError
from tui.cli.ids import place_of
from tui.cli.look import remark_past
from tui.cli.speech import say, say_json
from tui.cli.work import listened, opened, recorded, refuse_to_bury, refuse_unsaved
from tui.keeper import UnreadableError
from tui.recalling import recalled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from model.diff import Change
    from model.git.history import Entry
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session

_MOST_DIGITS = 9
USUAL = 20
"""So many commits are told unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A commit as it is told: with its meeting and § read off its trailers."""

    commit: str
    when: datetime
    who: str
    meeting: str
    item: int | None
    changes: tuple[Change, ...]
    roadmap: Roadmap | None


def history(call: Call) -> int:
    """Tell the decisions, newest first."""
    path, start = call.path, call.version.commit if call.version else None
    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(path, reading.problems)
    wanted = _wanted(call)
    record = place_of(reading.roadmap, call.options.id)[1] if call.options.id else None
    remark_past(call)
    entries = [_told(entry) for entry in commits(path, limit=wanted, record=record, start=start)]
    if call.options.json:
        from exporters.data import history_data

        say_json(history_data(entries, call.words, reading.roadmap))
    elif entries:
        from exporters.lines import history_lines

        say(*history_lines(entries, call.words, reading.roadmap))
    else:
        say(call.words.t("Nothing has been recorded yet."))
    return DONE


def undo(call: Call) -> int:
    """Take back the latest decision and say which."""
    session = _remembering(call)
    return _stepped(call, session, session.undo, label=undo_label(session.undoable, call.words, session.roadmap))


def redo(call: Call) -> int:
    """Make the decision that was taken back once more and say which."""
    session = _remembering(call)
    return _stepped(call, session, session.redo, label=redo_label(session.redoable, call.words, session.roadmap))


def _stepped(call: Call, session: Session, step: Callable[..., object], *, label: str) -> int:
    """Go a step back or forth, have it recorded, and tell each; raise NothingToUndoError, or why it was not saved."""
    outcomes = listened(session)
    step(allow_loss=call.options.allow_loss)
    refuse_unsaved(call, session)
    say(label)
    return recorded(call, session, outcomes)


def _remembering(call: Call) -> Session:
    """Open the roadmap with the decisions of earlier sessions that can be undone or redone."""
    session = opened(call)
    refuse_to_bury(session)
    session.remember(*recalled(session.path))
    return session


def _told(entry: Entry) -> Told:
    item = entry.trailer(ITEM) or ""
    return Told(
        entry.commit,
        entry.when,
        entry.who,
        entry.trailer(MEETING) or "",
        int(item) if item.isdecimal() and len(item) <= _MOST_DIGITS else None,
        entry.changes or (),
        entry.roadmap,
    )


def _wanted(call: Call) -> int | None:
    text = call.option("number", str(USUAL))
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise MisusedError(call.words.t("{text} is not a number of commits", text=text), verb="history")
    return int(text) or None
