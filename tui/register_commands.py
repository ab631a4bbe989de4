"""The commands of the register of decisions and tasks, of the page of one decision, and of the catch-up page."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command, has_meeting

LIST = ("register",)
DECIDED = ("register", "paragraph")
PAGE = ("paragraph",)
CATCH_UP = ("catchup",)

REGISTER: tuple[Command, ...] = (
    Command(
        "register.open", "enter", "open", N_("Open"), N_("Show the decision or task under the cursor in full."), LIST
    ),
    Command(
        "register.search",
        "slash,f",
        "search",
        N_("Search"),
        N_("Find decisions and tasks as you type; Esc shows all again."),
        LIST,
    ),
    Command(
        "register.left",
        "a",
        "only_open",
        N_("Only open"),
        N_("Show only what is still to be done, or all again."),
        LIST,
    ),
    Command(
        "register.done",
        "v",
        "mark",
        N_("Done/open"),
        N_("Mark the task under the cursor done, or open again."),
        LIST,
    ),
    Command(
        "paragraph.measure",
        "enter",
        "open",
        N_("Measure"),
        N_("Open the measure that the decision is about."),
        PAGE,
    ),
    Command(
        "register.enactment",
        "r",
        "enact",
        N_("Enactment"),
        N_("Say how far the decision has been put into practice."),
        DECIDED,
    ),
    Command(
        "catchup.reader",
        "enter",
        "choose",
        N_("For whom"),
        N_("Choose for whom the page is: a member or everybody."),
        CATCH_UP,
        when=has_meeting,
    ),
    Command(
        "catchup.next",
        "space",
        "step",
        N_("Next reader"),
        N_("Show the page of the next reader."),
        CATCH_UP,
        when=has_meeting,
    ),
    Command(
        "go.catchup",
        "n",
        "app.go('catchup')",
        N_("For the absent"),
        N_("Go to the page for those who were away: what was decided, what to do and by when."),
        ("register", "minutes"),
        when=has_meeting,
    ),
)
