"""The commands about several copies of a roadmap."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command, always, has_conflicts, has_overtaken

CONFLICTS = ("conflicts",)


def _settling(side: str, key: str, *, label: str, told: str) -> Command:
    bar = has_overtaken if side == "now" else always
    return Command(f"conflicts.{side}", key, f"settle('{side}')", label, told, CONFLICTS, when=has_conflicts, told=bar)


COPIES: tuple[Command, ...] = (
    _settling("ours", "1", label=N_("This one"), told=N_("Let the value of this copy, or of this program, stand.")),
    _settling("theirs", "2", label=N_("The other"), told=N_("Let the value of the other copy, or of the file, stand.")),
    _settling("base", "3", label=N_("As before"), told=N_("Let stand what was there before either changed it.")),
    _settling("now", "4", label=N_("What is there"), told=N_("Let stand what is there by now, a third value.")),
    Command(
        "conflicts.open",
        "enter",
        "open",
        N_("Open"),
        N_("Open what the conflict is about, to give it a third value."),
        CONFLICTS,
        when=has_conflicts,
    ),
    Command(
        "go.conflicts",
        "f6",
        "app.go('conflicts')",
        N_("Conflicts"),
        N_("Go to what two people made of one thing, to settle which of the two stands."),
        ("*",),
        told=has_conflicts,
        also=N_("merge settle resolve"),
    ),
    Command(
        "sync",
        "f5",
        "app.sync",
        N_("Synchronise"),
        N_("Receive what others have recorded, merge it, and send what was recorded here; Esc stops it."),
        ("*",),
        footer=False,
        also=N_("send receive pull push share remote"),
    ),
)
