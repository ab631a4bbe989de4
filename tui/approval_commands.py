"""The commands of the yearly approval: the packet, its file, and the approval itself."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

PACKET = ("packet",)

APPROVAL: tuple[Command, ...] = (
    Command(
        "packet.write",
        "enter",
        "write_packet",
        N_("Write the file"),
        N_("Write the packet beside the roadmap, in the form that you choose."),
        PACKET,
    ),
    Command(
        "packet.approve",
        "v",
        "approve",
        N_("Approved…"),
        N_("Record who has approved it, when and in which §; what was proposed takes effect."),
        PACKET,
        also=N_("approve approval confirm"),
    ),
    Command("packet.copy", "c", "copy_packet", N_("Copy"), N_("Copy the packet, to be pasted into a case."), PACKET),
    Command(
        "packet.browse",
        "w",
        "browse_packet",
        N_("In the browser"),
        N_("Write the packet as a page and open it in the browser."),
        PACKET,
    ),
    Command(
        "maturity.target",
        "plus",
        "target",
        N_("Target…"),
        N_("Propose a target level of the viewpoint; it is in force when it has been approved."),
        ("maturity", "viewpoint"),
        also=N_("goal aim propose target level"),
    ),
    Command(
        "go.packet",
        "p",
        "app.go('packet')",
        N_("Approval"),
        N_("Go to the packet of the yearly approval: everything since the last one, and the decision asked for."),
        ("schedule", "maturity", "history", "register", "papers"),
        spare=True,
        also=N_("approve packet management team"),
    ),
)
