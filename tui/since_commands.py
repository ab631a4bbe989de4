"""The commands about what has changed since then, and about the roadmap as it was."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

SINCE = ("since",)

LOOKING_BACK: tuple[Command, ...] = (
    Command(
        "since.from",
        "l",
        "since_when",
        N_("Since when"),
        N_("Choose since when: a meeting, the approval, a day or a revision."),
        SINCE,
    ),
    Command(
        "since.write",
        "enter",
        "write_changes",
        N_("Write the file"),
        N_("Write the changes beside the roadmap, in the form that you choose."),
        SINCE,
    ),
    Command("since.copy", "c", "copy_changes", N_("Copy"), N_("Copy the changes, to be pasted into a message."), SINCE),
    Command(
        "go.since",
        "n",
        "app.go('since')",
        N_("What changed"),
        N_("Go to what has changed since the last meeting, or since another time."),
        ("schedule", "maturity", "history", "measure"),
        spare=True,
        also=N_("difference news changes since"),
    ),
    Command(
        "as-of",
        "f4",
        "app.look_back",
        N_("As of…"),
        N_("Look at the roadmap as it was on a day or after a meeting; nothing can be changed there."),
        ("*",),
        footer=False,
        also=N_("past earlier date version back in time"),
    ),
)
