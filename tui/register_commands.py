"""The commands of the register of decisions and tasks, of one decision, and of the papers of a meeting."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command, has_meeting

LIST = ("register",)
DECIDED = ("register", "paragraph")
PAGE = ("paragraph",)
CATCH_UP = ("catchup",)
PAPERS = ("papers",)
HANDOUTS = ("papers", "catchup")

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
        "l",
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
        "papers.next",
        "space",
        "step",
        N_("The other paper"),
        N_("Show the agenda in place of the invitation, or the other way round."),
        PAPERS,
        when=has_meeting,
    ),
    Command(
        "papers.write",
        "enter",
        "write",
        N_("Write the file"),
        N_("Write the paper beside the roadmap, in the form that you choose."),
        HANDOUTS,
        when=has_meeting,
    ),
    Command(
        "papers.copy",
        "c",
        "copy",
        N_("Copy"),
        N_("Copy the paper, to be pasted into a message or a page."),
        HANDOUTS,
        when=has_meeting,
    ),
    Command(
        "papers.browse",
        "w",
        "browse",
        N_("In the browser"),
        N_("Write the paper as a page and open it in the browser."),
        HANDOUTS,
        when=has_meeting,
    ),
    Command(
        "go.papers",
        "j",
        "app.go('papers')",
        N_("Papers"),
        N_("Go to the invitation and the agenda paper, to write and send them."),
        ("meeting",),
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
