"""The commands of a meeting's end: what it lacks, and its minutes checked, published and reopened."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command, has_card, has_meeting, in_meeting

CLOSING = ("closing",)
MINUTES = ("minutes",)

AFTER: tuple[Command, ...] = (
    Command(
        "closing.jump",
        "enter",
        "jump",
        N_("Put right"),
        N_("Go to where the thing under the cursor is put right; a digit goes to its number, Esc comes back."),
        CLOSING,
        when=in_meeting,
    ),
    Command(
        "closing.leave",
        "j",
        "pass_over",
        N_("The rest not handled"),
        N_("Record of all measures that are left that they were not handled, after a preview."),
        CLOSING,
        when=has_card,
    ),
    Command(
        "closing.none",
        "x",
        "needs_nothing",
        N_("Nothing to put into practice"),
        N_("Say of the decision under the cursor that there is nothing to put into practice."),
        CLOSING,
        when=in_meeting,
    ),
    Command(
        "closing.close",
        "p",
        "end_meeting",
        N_("Close the meeting"),
        N_("Close the meeting and call the next one with what is unfinished."),
        CLOSING,
        when=in_meeting,
    ),
    Command(
        "minutes.check",
        "5",
        "check_minutes",
        N_("Checked…"),
        N_("Record who has checked the minutes; from then on they are locked."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.publish",
        "6",
        "publish_minutes",
        N_("Published…"),
        N_("Record where the minutes have been published, with the digest of their text."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.reopen",
        "7",
        "reopen_minutes",
        N_("Reopen…"),
        N_("Open checked minutes again, with the reason; the trace stays."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.earlier",
        "left",
        "turn(-1)",
        N_("Earlier minutes"),
        N_("Look at the minutes of the meeting before."),
        MINUTES,
        when=has_meeting,
    ),
    Command(
        "minutes.later",
        "right",
        "turn(1)",
        N_("Later minutes"),
        N_("Look at the minutes of the meeting after."),
        MINUTES,
        footer=False,
        when=has_meeting,
    ),
)
