"""The commands about several copies of a roadmap."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

COPIES: tuple[Command, ...] = (
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
