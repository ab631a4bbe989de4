"""The verb that takes back one old entry of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.refusals import refusal_sentence
from model.edits import RefusedError
from model.git.history import history
from model.takeback import Part, StandsOnItError
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import NoSuchIdError
from tui.cli.speech import complain, say
from tui.cli.work import listened, opened, recorded, refuse_to_bury, refuse_unsaved
from tui.takeback import Taking, in_the_way, meant

if TYPE_CHECKING:
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session


def take_back(call: Call) -> int:
    """Take back an old entry or a part of it, or only tell what would change; say what stands in the way."""
    session = opened(call)
    entry = meant(history(call.path), call.options.commit)
    if entry is None:
        raise RefusedError("no-such-entry", text=call.options.commit)
    taking = Taking(entry, Part(_record(session.roadmap, call.option("record")), call.option("field")))
    try:
        return _told(call, session, taking) if call.options.preview else _taken(call, session, taking)
    except StandsOnItError as error:
        complain(refusal_sentence(error, call.words), *in_the_way(error, call.words, session.roadmap))
        return REFUSED


def _told(call: Call, session: Session, taking: Taking) -> int:
    say(*taking.preview(session, call.words))
    return DONE


def _taken(call: Call, session: Session, taking: Taking) -> int:
    refuse_to_bury(session)
    outcomes, said = listened(session), taking.said(call.words, session.roadmap)
    taking.take(session, allow_loss=call.options.allow_loss)
    refuse_unsaved(call, session)
    say(said)
    return recorded(call, session, outcomes)


def _record(roadmap: Roadmap, typed: str) -> str:
    """Return the id of the record that is meant; one that the roadmap has no more stays as it was typed."""
    from tui.cli.ids import place_of

    try:
        return place_of(roadmap, typed)[1] if typed else ""
    except NoSuchIdError:
        return typed
