"""The commands of the meeting's own screen: its agenda before the meeting, its §§ while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from model.standing import open_meeting
from tui.command import Command, has_meeting, in_meeting

if TYPE_CHECKING:
    from tui.session import Session

MEETING = ("meeting",)


def can_convene(session: Session) -> bool:
    """Whether a meeting can be called: none is planned or under way, or the planned one has no agenda."""
    found = open_meeting(session.roadmap)
    return found is None or not found.items


def has_decided(session: Session) -> bool:
    """Whether the meeting that is shown can have decided something: one that runs, or the last one."""
    return session.meeting is not None or (bool(session.roadmap.meetings) and open_meeting(session.roadmap) is None)


def has_agenda(session: Session) -> bool:
    """Whether a meeting is planned or under way; one without an agenda shows the one that it would get."""
    return open_meeting(session.roadmap) is not None


ROOM: tuple[Command, ...] = (
    Command(
        "meeting.open",
        "enter",
        "open",
        N_("Handle"),
        N_("Handle the item under the cursor: begin, walk, decide, close; before the meeting change it."),
        MEETING,
    ),
    Command(
        "meeting.convene",
        "c",
        "convene",
        N_("Call a meeting"),
        N_("Call the next meeting: day, time and place; its agenda builds itself."),
        MEETING,
        also=N_("invite new meeting convene"),
        when=can_convene,
    ),
    Command(
        "meeting.discuss",
        "d",
        "ask('discuss')",
        N_("Discussion"),
        N_("Write what was said, in three sentences at the most."),
        MEETING,
        when=in_meeting,
    ),
    Command(
        "meeting.task",
        "a",
        "ask('task')",
        N_("Task"),
        N_("Give a task: what, who and by when; the item and its measure come along."),
        MEETING,
        when=in_meeting,
    ),
    Command(
        "meeting.raise",
        "n",
        "ask('raise')",
        N_("Raise…"),
        N_("Make a sentence of the discussion a decision or a task."),
        MEETING,
        when=in_meeting,
    ),
    Command(
        "meeting.vote",
        "v",
        "ask('vote')",
        N_("Vote"),
        N_("Record that the decision was unanimous, or the votes for and against."),
        MEETING,
        when=in_meeting,
        spare=True,
    ),
    Command(
        "meeting.carry_out",
        "w",
        "ask('carry_out')",
        N_("Carrying out"),
        N_("Say how far the decision is put into practice, or that there is nothing to do."),
        MEETING,
        when=has_decided,
    ),
    Command(
        "meeting.edit",
        "space",
        "ask('edit')",
        N_("Edit"),
        N_("Change what the item says: heading, background, proposal, discussion, decision, minutes planned."),
        MEETING,
        when=has_meeting,
    ),
    Command(
        "meeting.add",
        "plus",
        "add",
        N_("New item"),
        N_("Put an item on the agenda, before the planned one under the cursor."),
        MEETING,
        when=has_agenda,
    ),
    Command(
        "meeting.earlier",
        "less_than_sign,shift+up",
        "shift(-1)",
        N_("Earlier"),
        N_("Move the planned item one place earlier."),
        MEETING,
        when=has_agenda,
    ),
    Command(
        "meeting.later",
        "greater_than_sign,shift+down",
        "shift(1)",
        N_("Later"),
        N_("Move the planned item one place later."),
        MEETING,
        when=has_agenda,
    ),
    Command(
        "meeting.withdraw",
        "minus,delete",
        "ask('withdraw')",
        N_("Remove"),
        N_("Take the planned item off the agenda; in a running meeting it stays as removed."),
        MEETING,
        when=has_agenda,
    ),
    Command(
        "meeting.previous",
        "left",
        "meeting(-1)",
        N_("Previous meeting"),
        N_("Look at the meeting before this one."),
        MEETING,
        spare=True,
        when=has_meeting,
    ),
    Command(
        "meeting.next",
        "right",
        "meeting(1)",
        N_("Next meeting"),
        N_("Look at the meeting after this one."),
        MEETING,
        footer=False,
        when=has_meeting,
    ),
)

BIG = Command(
    "meeting.big",
    "i",
    "big",
    N_("Enlarge"),
    N_("Show one thing, large, and nothing else; the same key shows everything again."),
    ("meeting", "walk"),
    also=N_("projector zoom large full screen"),
)
