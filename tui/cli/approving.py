"""The verbs of the yearly approval: target, packet, approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.asof import dated
from exporters.packet import approver, packet_document, packet_name
from exporters.refusals import refusal_sentence
from exporters.terms import capital
from exporters.words import Words
from model.spoken import any_day
from model.typed import level
from tui import targeting
from tui.approving import Given, approval_of, edit, put_together, refuse_trouble, tagged
from tui.cli.call import DONE, REFUSED
from tui.cli.giving import form_of, given
from tui.cli.ids import place_of, viewpoint_id
from tui.cli.look import past_line, remark_past
from tui.cli.picturing import remark_undrawn
from tui.cli.speech import complain, say, say_json
from tui.cli.work import carry_out, listened, opened, recorded, refuse_to_bury, refuse_unsaved, told
from tui.keeper import UnreadableError
from tui.papers import in_form

if TYPE_CHECKING:
    from model.git.record import Recorded
    from model.roadmap import Roadmap
    from tui.approving import Found
    from tui.cli.call import Call
    from tui.session import Session


def target(call: Call) -> int:
    """Propose a target level of a viewpoint; in a meeting it is the next §."""
    session = opened(call)
    viewpoint = viewpoint_id(session.roadmap, call.options.viewpoint)
    value, note = level(call.options.level), call.option("note")
    return carry_out(
        call, session, lambda roadmap: targeting.recorded(roadmap, session, viewpoint, value=value, note=note)
    )


def packet(call: Call) -> int:
    """Write the packet beside the roadmap, where it is asked for, or print it."""
    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    remark_past(call)
    found = put_together(call.path, reading.roadmap, past=call.version)
    # The reader's language is the roadmap's own unless another one was asked for.
    words = call.words if call.language else Words.of(reading.roadmap.head)
    if call.options.json:
        from exporters.packet_data import packet_data

        say_json(packet_data(found.packet, words, commit=found.commit))
        return DONE
    return _written(call, found, words)


def approve(call: Call) -> int:
    """Record an approval in the file, in a commit and by a tag, and say what took effect."""
    session = opened(call)
    refuse_to_bury(session)
    refuse_trouble(session)
    found, given = put_together(session.path, session.roadmap), _given(call, session.roadmap, session.words)
    approved = edit(session, found, given)(session.roadmap)
    outcomes = listened(session)
    changes = session.change(approved, allow_loss=call.options.allow_loss)
    refuse_unsaved(call, session)
    say(*told(changes, call.words, session.roadmap))
    status = recorded(call, session, outcomes)
    result = outcomes[-1].result if outcomes else None
    return status if result is None or isinstance(result, Exception) else _tagged(call, session, found, given, result)


def _tagged(  # noqa: PLR0917 - what is tagged, and where
    call: Call, session: Session, found: Found, given: Given, result: Recorded
) -> int:
    approval = approval_of(found, given)
    tag = tagged(session, approval, found, commit=result.commit)
    if isinstance(tag, Exception):
        complain(call.words.t("The approval is recorded, but not tagged: {why}", why=refusal_sentence(tag, call.words)))
        return REFUSED
    say(call.words.t("Tagged: {tag}", tag=tag))
    return DONE


def _given(call: Call, roadmap: Roadmap, words: Words) -> Given:
    body = call.option("body") or capital(approver(roadmap, words))
    day = any_day(call.option("date")) if call.option("date") else call.today
    without = tuple(_meant(roadmap, name) for name in call.option("without").split(",") if name.strip())
    return Given(body, day, call.option("section"), call.option("of"), without)


def _meant(roadmap: Roadmap, typed: str) -> str:
    """Return the id of the measure or viewpoint whose proposal is meant."""
    return place_of(roadmap, typed.strip())[1]


def _written(call: Call, found: Found, words: Words) -> int:
    """Print the packet or write it, and say where it is; one of the past says so at its top."""
    form = form_of(call)
    document = packet_document(found.packet, words, day=call.today, commit=found.commit)
    if past := past_line(call, words):
        document = dated(document, past)
    name = packet_name(words, day=call.today, extension=form)
    if form == "docx":
        remark_undrawn(call, document)
    return given(call, in_form(document, form), form, verb="packet", name=name)
