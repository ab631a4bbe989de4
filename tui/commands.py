"""Every command of the screens, one row each.

The keys, the key bar, the palette, the help page, docs/keys.md and the tests are read off this table.
Keys are those of a Nordic keyboard without AltGr; labels and help are English and go through the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui.after_commands import AFTER
from tui.approval_commands import APPROVAL
from tui.command import Command, can_redo, can_undo, is_untrusted
from tui.copy_commands import COPIES
from tui.indicator_commands import INDICATORS
from tui.meeting_commands import MEETING
from tui.past_commands import PAST
from tui.register_commands import REGISTER
from tui.room_commands import BIG, ROOM
from tui.since_commands import LOOKING_BACK
from tui.survey_commands import SURVEY

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYWHERE = ("*",)

COMMANDS: tuple[Command, ...] = (
    # What a screen is for stands first in its key bar.
    Command(
        "schedule.walk",
        "enter",
        "walk",
        N_("Walk through"),
        N_("Walk through what is late and due, one measure at a time."),
        ("schedule",),
    ),
    Command(
        "schedule.open",
        "space",
        "open",
        N_("Open"),
        N_("Open the measure under the cursor."),
        ("schedule",),
        spare=True,
    ),
    Command(
        "schedule.search",
        "slash,f",
        "search",
        N_("Search"),
        N_("Find measures as you type; Esc shows all again."),
        ("schedule",),
    ),
    Command(
        "schedule.group",
        "g",
        "group",
        N_("Group"),
        N_("Group by what is due, goal, sector, viewpoint or role."),
        ("schedule",),
        spare=True,
    ),
    Command(
        "schedule.add",
        "plus",
        "add_measure",
        N_("New measure"),
        N_("Add a measure; it gets the next free id."),
        ("schedule",),
        spare=True,
        also=N_("create task project"),
    ),
    Command(
        "schedule.done",
        "v",
        "mark_done",
        N_("Done"),
        N_("Mark the measure under the cursor done."),
        ("schedule", "measure"),
        footer=False,
    ),
    Command(
        "schedule.move",
        "s",
        "move",
        N_("Move"),
        N_("Move the measure to another half-year."),
        ("schedule", "measure"),
        footer=False,
    ),
    Command(
        "schedule.start",
        "a",
        "start",
        N_("Start"),
        N_("Mark a planned measure started."),
        ("schedule", "measure"),
        footer=False,
    ),
    *ROOM,
    *MEETING,
    *REGISTER,
    *AFTER,
    BIG,
    Command("measure.edit", "enter", "edit", N_("Edit"), N_("Edit the field under the cursor."), ("measure",)),
    Command("measure.drop", "4", "drop", N_("Drop…"), N_("Discontinue the measure, with a reason."), ("measure",)),
    Command(
        "measure.reopen",
        "r",
        "reopen",
        N_("Reopen"),
        N_("Open a done or dropped measure again."),
        ("measure",),
        footer=False,
    ),
    Command(
        "maturity.rescore",
        "enter",
        "rescore",
        N_("Rescore"),
        N_("Give the viewpoint a new level: a digit, or 3,4."),
        ("maturity", "viewpoint"),
    ),
    Command(
        "maturity.open",
        "space",
        "open",
        N_("Open"),
        N_("Show the viewpoint's levels, or the measure under the cursor."),
        ("maturity", "viewpoint"),
    ),
    Command(
        "maturity.view",
        "v",
        "next_view",
        N_("Next view"),
        N_("Show the levels in another way: by sector, over the rounds, blind spots."),
        ("maturity",),
        also=N_("heat table trend chart sectors rounds blind spots"),
    ),
    *SURVEY,
    *INDICATORS,
    *APPROVAL,
    *PAST,
    Command(
        "problems.reload",
        "r",
        "reload",
        N_("Read again"),
        N_("Read the file again after it has been put right."),
        ("problems",),
    ),
    Command(
        "help.guide",
        "enter",
        "app.guide",
        N_("User's guide"),
        N_("Read the user's guide: before, during and after a meeting; or about levels and indicators."),
        ("help",),
    ),
    Command(
        "guide.other",
        "v",
        "other",
        N_("The other guide"),
        N_("Read the other guide: about meetings, or about surveys, levels, indicators and pilots."),
        ("guide",),
    ),
    Command(
        "go.measures",
        "t",
        "app.go('schedule')",
        N_("Measures"),
        N_("Go to the schedule of measures."),
        EVERYWHERE,
        also=N_("task project list start"),
    ),
    Command(
        "go.maturity", "k", "app.go('maturity')", N_("Maturity"), N_("Go to the levels of the viewpoints."), EVERYWHERE
    ),
    Command("go.meeting", "e", "app.go('meeting')", N_("Meeting"), N_("Go to the agenda and its items."), EVERYWHERE),
    Command("go.minutes", "m", "app.go('minutes')", N_("Minutes"), N_("Go to the minutes of the meeting."), EVERYWHERE),
    Command(
        "go.register",
        "b",
        "app.go('register')",
        N_("Decisions"),
        N_("Go to the decisions and tasks of all meetings."),
        EVERYWHERE,
        spare=True,
    ),
    Command("go.history", "h", "app.go('history')", N_("History"), N_("Go to the history of changes."), EVERYWHERE),
    Command(
        "go.problems",
        "o",
        "app.go('problems')",
        N_("Problems"),
        N_("Go to what is wrong in the file."),
        EVERYWHERE,
        footer=False,
    ),
    Command(
        "undo",
        "u",
        "app.undo",
        N_("Undo"),
        N_("Take back the latest decision; it says which."),
        EVERYWHERE,
        when=can_undo,
    ),
    Command(
        "redo",
        "y",
        "app.redo",
        N_("Redo"),
        N_("Make the decision that was taken back once more."),
        EVERYWHERE,
        footer=False,
        when=can_redo,
    ),
    Command(
        "trust",
        "exclamation_mark",
        "app.trust",
        N_("Allow programs"),
        N_("See which programs of the folder git would run, and allow them."),
        EVERYWHERE,
        told=is_untrusted,
    ),
    *LOOKING_BACK,
    *COPIES,
    Command("help", "question_mark,f1", "app.help", N_("Help"), N_("Show all keys of this screen."), EVERYWHERE),
    Command(
        "guide",
        "f3",
        "app.guide",
        N_("User's guide"),
        N_("Read the user's guide: before, during and after a meeting; or about levels and indicators."),
        EVERYWHERE,
        footer=False,
    ),
    Command(
        "theme",
        "f2",
        "app.next_theme",
        N_("Colours"),
        N_("Change between dark and light."),
        EVERYWHERE,
        footer=False,
        also=N_("theme contrast appearance"),
    ),
    Command(
        "palette",
        "ctrl+p",
        "app.command_palette",
        N_("Commands"),
        N_("Find a command by its name."),
        EVERYWHERE,
        footer=False,
    ),
    Command("back", "escape", "app.back", N_("Back"), N_("Go back to where you came from."), EVERYWHERE),
    Command(
        "quit", "q,ctrl+q", "app.leave", N_("Quit"), N_("Leave; everything is saved already."), EVERYWHERE, footer=False
    ),
)


def commands_of(screen: str) -> Iterator[Command]:
    """Yield the commands that act on a screen, its own ones first."""
    yield from (command for command in COMMANDS if screen in command.screens)
    yield from (command for command in COMMANDS if command.screens == EVERYWHERE)
