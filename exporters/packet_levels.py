"""The levels in the packet of the yearly approval: what a target level is decided on the grounds of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.parts.levels import levels_part
from exporters.publishing_roadmap import public_roadmap
from model.records import Target

if TYPE_CHECKING:
    from datetime import date

    from exporters.document import Block
    from exporters.words import Words
    from model.packet import Packet
    from model.roadmap import Roadmap


def level_blocks(packet: Packet, told: Roadmap, words: Words, *, day: date) -> tuple[Block, ...]:
    """Return the levels with their picture, where the whole roadmap, a target level or a focus area is decided on."""
    asked = any(change.table == "viewpoints" for change in packet.approver)
    asked = asked or any(isinstance(one.entry, Target) for one in packet.proposals)
    if packet.before is not None and not asked:
        return ()
    seen = public_roadmap(told, words, half=told.head.step.containing(day), today=day)
    return levels_part(seen, words, brief=True)
