"""What is put before the approving body once a year: all changes since the last approval, by whose decision they are.

Two roadmaps are compared, that of the last approval and today's. What is only proposed (a target level, a move, that a
measure is dropped) is told apart from what has been changed: it takes effect when it is approved.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from model.diff import diff
from model.levels import levels
from model.moving import net_changes
from model.powers import shares
from model.proposals import taken_up
from model.records import LogEntry, Target
from model.standing import was_held

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from model.diff import Change
    from model.meeting import Meeting
    from model.records import Funding, FundingState, Measure
    from model.roadmap import Roadmap

Sums = dict[tuple[int, "FundingState"], Decimal]


class Proposed(NamedTuple):
    """A matter that waits for the approving body: a measure's move or end, or a viewpoint's target level."""

    record: str
    entry: LogEntry | Target


class Money(NamedTuple):
    """The appropriation of a measure for a year, as it was approved and as it is now; None where there is none."""

    measure: str
    year: int
    before: Funding | None
    after: Funding | None


class Packet(NamedTuple):
    """Everything since the last approval."""

    now: Roadmap
    before: Roadmap | None
    """The roadmap as it was approved; None when it never was."""
    approver: tuple[Change, ...]
    """What has been changed and is the approving body's to decide."""
    team: tuple[Change, ...]
    """What the team has decided, for information."""
    proposals: tuple[Proposed, ...]
    begins: date | None = None
    """The day on which the versions of the file begin, where that is after the approval: of what was before, only
    what is dated in the roadmap is known."""

    @property
    def asks(self) -> bool:
        """Whether there is anything to approve; a roadmap that never was approved is itself that."""
        return self.before is None or bool(self.approver or self.proposals)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed at all."""
        return not self.asks and not self.team

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings held since the last approval, in the order of their days."""
        known = {m.number for m in self.before.meetings if was_held(m)} if self.before else set()
        held = (m for m in self.now.meetings if was_held(m) and m.number not in known)
        return tuple(sorted(held, key=lambda m: m.date))

    @property
    def money(self) -> tuple[Money, ...]:
        """The appropriations that have changed, by measure and year."""
        return tuple(_changed_money(self.before, self.now)) if self.before else ()


def packet(before: Roadmap | None, now: Roadmap, *, begins: date | None = None) -> Packet:
    """Return what has changed from the approved roadmap to today's, parted by today's list of powers.

    Left out is what is told otherwise or is nobody's to approve: proposals, matters that an agenda has taken up,
    internal notes, the approvals themselves.
    A measure that was moved more than once was moved from its approved end to today's.
    """
    changes = tuple(net_changes(diff(before, now), before, now)) if before else ()
    taken = taken_up(changes)
    told = (one for one in changes if _is_told(one) and not (one.table == "proposals" and one.record in taken))
    approver, team = shares(told, now.head)
    return Packet(now, before, approver, team, tuple(pending(now)), begins)


def pending(roadmap: Roadmap) -> Iterator[Proposed]:
    """Yield what is proposed and waits for an answer: of each measure and viewpoint at most the latest proposal."""
    for measure in roadmap.measures:
        if entry := waiting(measure):
            yield Proposed(measure.id, entry)
    for viewpoint in roadmap.viewpoints:
        if target := levels(viewpoint).proposed:
            yield Proposed(viewpoint.id, target)


def waiting(measure: Measure) -> LogEntry | None:
    """Return a measure's latest proposal if it still waits.

    The answer is that it was made, refused, or that the measure has been moved or is over; that the measure went on
    meanwhile is none. A proposal that names no matter is words alone and waits for nobody.
    """
    places = [number for number, entry in enumerate(measure.log) if entry.event == "proposed"]
    if not measure.is_open or not places:
        return None
    entry = measure.log[places[-1]]
    answered = any(later.event == "refused" for later in measure.log[places[-1] + 1 :])
    moved = any(move.date >= entry.date for move in measure.moves) and entry.proposes == "moved"
    is_made = entry.proposes == "moved" and entry.to == measure.end
    return None if entry.proposes is None or answered or moved or is_made else entry


def sums(roadmap: Roadmap | None) -> Mapping[tuple[int, FundingState], Decimal]:
    """Return the money of all measures that are not dropped, by calendar year and state."""
    found: Sums = defaultdict(Decimal)
    for measure in roadmap.measures if roadmap else ():
        if measure.status != "dropped":
            for fund in measure.funding:
                found[fund.year, fund.state] += fund.amount
    return {place: amount for place, amount in sorted(found.items()) if amount}


def _is_told(change: Change) -> bool:
    if change.field == "internal":
        return False
    entries = (change.before, change.after)
    if any(isinstance(entry, Target) and entry.state == "proposed" for entry in entries):
        return False
    return not any(isinstance(entry, LogEntry) and entry.event == "proposed" for entry in entries)


def _changed_money(before: Roadmap, now: Roadmap) -> Iterator[Money]:
    for name in dict.fromkeys(measure.id for roadmap in (before, now) for measure in roadmap.measures):
        old, new = (_funds(roadmap, name) for roadmap in (before, now))
        for year in sorted({*old, *new}):
            was, fund = old.get(year), new.get(year)
            if (was and (was.amount, was.state)) != (fund and (fund.amount, fund.state)):
                yield Money(name, year, was, fund)


def _funds(roadmap: Roadmap, name: str) -> dict[int, Funding]:
    return {fund.year: fund for measure in roadmap.measures if measure.id == name for fund in measure.funding}
