"""The packet of the yearly approval as data for scripts: the same groups, sentences, counts and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.packet import approver, asked_counts, changes_by_kind, decision, proposal_sentence, team_counts
from exporters.translating import in_language
from model.approved import latest_approval
from model.packet import sums
from model.plain import plain

if TYPE_CHECKING:
    from exporters.words import Words
    from model.packet import Packet
    from model.roadmap import Roadmap


def packet_data(packet: Packet, words: Words, *, commit: str = "") -> dict[str, object]:
    """Return the packet as values that JSON knows; money is in euros, as text."""
    told, latest = in_language(packet.now, words.language), latest_approval(packet.now)
    return {
        "approver": approver(told, words),
        "approves": list(packet.now.head.approves),
        "since": _approval(latest.date.isoformat(), latest.body, latest.section) if latest else None,
        "begins": packet.begins.isoformat() if packet.begins else None,
        "commit": commit,
        "empty": packet.is_empty,
        "decision": list(decision(packet, words)),
        "proposals": [
            {"id": one.record, "date": one.entry.date.isoformat(), "text": proposal_sentence(one, told, words)}
            for one in packet.proposals
        ],
        "approve": {"counts": asked_counts(packet), "changes": changes_by_kind(packet.approver, told, words)},
        "team": {"counts": team_counts(packet), "changes": changes_by_kind(packet.team, told, words)},
        "money": {"before": _sums(packet.before), "now": _sums(packet.now), "changed": _changed(packet)},
        "meetings": [meeting.number for meeting in packet.meetings],
    }


def _approval(day: str, body: str, section: str) -> dict[str, str]:
    return {"body": body, "date": day, "section": section}


def _sums(roadmap: Roadmap | None) -> list[dict[str, object]]:
    return [{"year": year, "state": state, "amount": str(amount)} for (year, state), amount in sums(roadmap).items()]


def _changed(packet: Packet) -> list[dict[str, object]]:
    return [
        {"measure": money.measure, "year": money.year, "before": _fund(money.before), "now": _fund(money.after)}
        for money in packet.money
    ]


def _fund(fund: object) -> dict[str, object] | None:
    found = plain(fund) if fund is not None else None
    return {key: str(value) for key, value in found.items()} if isinstance(found, dict) else None
