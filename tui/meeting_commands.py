"""The commands of a meeting: the walk and what it offers for a pilot, who is present, the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui.command import Command, has_card, has_meeting, in_meeting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.records import Measure
    from tui.session import Session

WALK = ("walk",)
MINUTES = ("minutes",)


def has_pilot(session: Session) -> bool:
    """Whether the roadmap has a pilot that is still open."""
    return any(measure.kind == "pilot" and measure.is_open for measure in session.roadmap.measures)


PILOT: tuple[Command, ...] = (
    Command(
        "walk.ready",
        "6",
        "outcome('ready')",
        N_("Ready for use"),
        N_("The pilot is ready to be taken into use; a note if you wish."),
        ("walk", "measure"),
        when=has_pilot,
    ),
    Command(
        "walk.reassess",
        "7",
        "outcome('reassess')",
        N_("Reassess…"),
        N_("The pilot is to be reassessed, with the reason."),
        ("walk", "measure"),
        when=has_pilot,
    ),
)

MEETING: tuple[Command, ...] = (
    Command(
        "walk.done",
        "1",
        "outcome('done')",
        N_("Done"),
        N_("The measure is done; asks for the result in a line."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.continues",
        "2",
        "outcome('continues')",
        N_("Continues"),
        N_("The measure goes on as scheduled; a note if you wish."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.moved",
        "3",
        "outcome('moved')",
        N_("Move…"),
        N_("The measure moves to another half-year, with a reason."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.dropped",
        "4",
        "outcome('dropped')",
        N_("Drop…"),
        N_("The measure is discontinued, with a reason."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.not-handled",
        "5",
        "outcome('not-handled')",
        N_("Not handled"),
        N_("The measure was not handled in this meeting."),
        WALK,
        when=has_card,
    ),
    *PILOT,
    Command(
        "walk.park",
        "0",
        "park",
        N_("Come back"),
        N_("Put the measure aside and come back to it at the end."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.note",
        "plus",
        "note",
        N_("Note"),
        N_("Write a dated note about the measure."),
        ("walk", "measure"),
    ),
    Command(
        "walk.task",
        "a",
        "task",
        N_("Task"),
        N_("Give a task: what, who and by when; the item and its measure come along."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.raise",
        "n",
        "raise",
        N_("Raise…"),
        N_("Make the note about the measure a decision or a task."),
        WALK,
        footer=False,
        when=has_card,
    ),
    Command(
        "walk.rest",
        "j",
        "rest_continue",
        N_("The rest continue"),
        N_("Let all measures that are left go on as scheduled, after a preview."),
        WALK,
        when=has_card,
    ),
    Command(
        "walk.attendance",
        "l",
        "attendance",
        N_("Attendance"),
        N_("Say who is present, one key each."),
        ("walk", "minutes", "meeting"),
        when=has_meeting,
    ),
    Command(
        "walk.next",
        "right",
        "step(1)",
        N_("Next card"),
        N_("Look at the next measure without deciding on this one."),
        WALK,
        footer=False,
        when=has_card,
    ),
    Command(
        "walk.previous",
        "left",
        "step(-1)",
        N_("Previous card"),
        N_("Look at the previous measure that is still open."),
        WALK,
        footer=False,
        when=has_card,
    ),
    Command(
        "minutes.write",
        "enter",
        "write",
        N_("Write the file"),
        N_("Write the minutes beside the roadmap, record them and copy them."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.copy",
        "c",
        "copy",
        N_("Copy"),
        N_("Copy the minutes in the form that the intranet takes."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.browse",
        "w",
        "browse",
        N_("In the browser"),
        N_("Open the minutes as a page in the browser, to be read or copied from."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.date",
        "1",
        "describe('date')",
        N_("Date"),
        N_("Set the day of the meeting."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.place",
        "2",
        "describe('place')",
        N_("Place"),
        N_("Set where the meeting is held."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.chair",
        "3",
        "describe('chair')",
        N_("Chair"),
        N_("Choose who chairs: a member by number, or anybody by name."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.secretary",
        "4",
        "describe('secretary')",
        N_("Secretary"),
        N_("Choose who writes the minutes: a member by number, or anybody by name."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.close",
        "p",
        "close_meeting",
        N_("Close the meeting"),
        N_("Close the meeting; its last items are written."),
        ("minutes", "meeting"),
        when=in_meeting,
    ),
)

_OWN = frozenset(row.id for row in PILOT)
_LABELS: Mapping[str, str] = {
    "walk.done": N_("Into use…"),
    "walk.dropped": N_("Stop, learnt…"),
    "measure.drop": N_("Stop, learnt…"),
}


def fits(row: Command, measure: Measure | None) -> bool:
    """Whether a command is offered for a measure: the outcomes of pilots for an open pilot that is not so already."""
    if row.id not in _OWN:
        return True
    is_open = measure is not None and measure.kind == "pilot" and measure.is_open
    return is_open and row.id != f"walk.{measure.status if measure else ''}"


def label(row: Command, measure: Measure | None) -> str:
    """Return what a command is called for a measure, not translated yet."""
    is_pilot = measure is not None and measure.kind == "pilot"
    return _LABELS.get(row.id, row.label) if is_pilot else row.label
