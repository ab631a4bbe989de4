"""The verbs that look back: history, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.sentences import redo_label, undo_label
from exporters.terms import field_name
from model.edits import RefusedError
from model.file.intent import keys_of
from model.git.history import history as commits
from model.records import kind_of
from model.wanted import Wanted
from tui.cli.call import DONE
from tui.cli.errors import MisusedError, NoSuchIdError
from tui.cli.ids import Place, field_called, place_of, viewpoint_id
from tui.cli.look import remark_past
from tui.cli.speech import say, say_json
from tui.cli.work import listened, opened, recorded, refuse_to_bury, refuse_unsaved
from tui.keeper import UnreadableError
from tui.recalling import recalled
from tui.wanting import span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session

_MOST_DIGITS = 9
USUAL = 20
"""So many commits are told unless more are asked for."""


def history(call: Call) -> int:
    """Tell the decisions, newest first, or who decided on one field."""
    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    remark_past(call)
    return _decided(call, reading.roadmap) if call.options.field else _happened(call, reading.roadmap)


def _happened(call: Call, roadmap: Roadmap) -> int:
    wanted = wanted_of(call, roadmap)
    entries = list(commits(call.path, limit=_limit(call), wanted=wanted, start=_start(call)))
    if not entries:
        _place(call, roadmap, must_be=bool(wanted.record))
    if call.options.json:
        from exporters.data import history_data

        say_json(history_data(entries, call.words, roadmap, wanted=wanted))
    elif entries:
        from exporters.past import history_lines
        from model.undo import folded

        say(*history_lines(folded(entries), call.words, roadmap, wanted=wanted))
    else:
        nothing = call.words.t("Nothing has been recorded yet.")
        say(nothing if wanted.everything else call.words.t("Nothing fits."))
    return DONE


def _decided(call: Call, roadmap: Roadmap) -> int:
    """Tell who decided on a field, when, in which § and why."""
    from exporters.past import deciders_data, decision_lines
    from model.diff import Change
    from model.git.deciding import decided

    table, record = _place(call, roadmap)
    place = Change(table, record, _field(call, table))
    found = decided(call.path, table, record, field=place.field or "", start=_start(call))[: _limit(call)]
    if call.options.json:
        say_json(deciders_data(found, place=place))
    elif found:
        say(*decision_lines(found, call.words, roadmap, place=place))
    else:
        say(call.words.t("Nobody has decided on this field yet."))
    return DONE


def _start(call: Call) -> str | None:
    """Return the commit to look back from, where another version than that of now is looked at."""
    return call.version.commit if call.version else None


def wanted_of(call: Call, roadmap: Roadmap) -> Wanted:
    """Return what the options ask of the history; raise MisusedError, NoSuchIdError, AmbiguousIdError."""
    options = call.options
    table, record = _place(call, roadmap, must_be=False)
    return Wanted(
        record=record,
        table=table,
        viewpoint=viewpoint_id(roadmap, options.viewpoint) if options.viewpoint else "",
        person=call.option("who"),
        meeting=place_of(roadmap, f"meetings/{options.meeting}")[1] if options.meeting else "",
        first=_day(call, "since", 0),
        last=_day(call, "until", 1),
        kinds=frozenset(call.option("kind", ())),
    )


def _place(call: Call, roadmap: Roadmap, *, must_be: bool = True) -> Place:
    """Return the record that is asked for; one that the roadmap has no more may still have a history."""
    typed = call.options.measure or call.options.id
    if not typed:
        if must_be:
            raise MisusedError(call.words.t("--field needs the id of a record before it"), verb="history")
        return "", ""
    try:
        return place_of(roadmap, f"measures/{typed}" if call.options.measure else typed)
    except NoSuchIdError:
        if must_be:
            raise
        return "", typed.upper()


def _field(call: Call, table: str) -> str:
    """Return the key of a field of a table's records, typed as that or as it is called in the person's language.

    Raises RefusedError for one that they do not have.
    """
    known = keys_of(kind_of(table))
    if found := field_called(call.words, call.options.field, known):
        return found
    names = tuple(dict.fromkeys(field_name(call.words, key) for key in known))
    raise RefusedError("unknown-field", field=call.options.field, known=names)


def _day(call: Call, option: str, end: int) -> date | None:
    """Return the first (0) or the last (1) day of a time that was typed: a day, a half-year or a year."""
    typed = call.option(option)
    if not typed:
        return None
    days = span(typed)
    if days is None or days[end] is None:
        raise MisusedError(
            call.words.t("{text} is not a date; write 24.11.2026 or 2026-11-24", text=typed), verb="history"
        )
    return days[end]


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


def _limit(call: Call) -> int | None:
    text = call.option("number", str(USUAL))
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise MisusedError(call.words.t("{text} is not a number of commits", text=text), verb="history")
    return int(text) or None
