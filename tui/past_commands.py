"""The commands of the screens that look back: the history, one entry of it, and who decided a field."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

HISTORY = ("history",)
DECISION = ("decision",)
DECIDERS = ("deciders",)
RECORDS = ("measure", "viewpoint", "indicator")

PAST: tuple[Command, ...] = (
    Command(
        "history.open", "enter", "open", N_("Open"), N_("Show what changed, who, when and in which item."), HISTORY
    ),
    Command(
        "history.filter",
        "r",
        "filter",
        N_("Narrow down"),
        N_("Show only the changes of a measure, viewpoint, meeting, time, kind or person; Esc shows all again."),
        HISTORY,
        also=N_("filter search"),
    ),
    Command(
        "history.search",
        "slash,f",
        "search",
        N_("Search"),
        N_("Type what to show of the history: T07, 3/2026, autumn 2026, a name; Esc shows all again."),
        HISTORY,
    ),
    Command(
        "decision.open",
        "enter",
        "open",
        N_("Open"),
        N_("Go to the measure or viewpoint of the change under the cursor."),
        DECISION,
    ),
    Command(
        "decision.take-back",
        "x",
        "take_back",
        N_("Take back this…"),
        N_("Take back this entry or a part of it, after a preview; what came later stays."),
        DECISION,
        also=N_("undo revert"),
    ),
    Command(
        "field.deciders",
        "w",
        "deciders",
        N_("Who decided"),
        N_("Show who has decided the field under the cursor, when and in which item."),
        RECORDS,
        also=N_("history blame"),
    ),
    Command(
        "deciders.open",
        "enter",
        "open",
        N_("Open"),
        N_("Show the decision in full."),
        DECIDERS,
    ),
)
