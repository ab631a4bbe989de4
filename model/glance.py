"""A roadmap at a glance, for a list of several: how far it is, what is late, what ends now, where the gap is widest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.approved import latest_approval
from model.levels import maturity
from model.standing import counts, standing

if TYPE_CHECKING:
    from decimal import Decimal

    from model.halfyear import HalfYear
    from model.records import Approval, Head, Measure, Viewpoint
    from model.roadmap import Roadmap


class Gap(NamedTuple):
    """How far a viewpoint is from its target; negative where it is below."""

    viewpoint: Viewpoint
    value: Decimal


class Glance(NamedTuple):
    """What a list of roadmaps says of one."""

    head: Head
    done: int
    total: int
    late: tuple[Measure, ...]
    ends: tuple[Measure, ...]
    """Those that end in the half-year that is now."""
    gap: Gap | None
    """The widest gap below a target; None where no viewpoint has one, or where none is known."""
    approval: Approval | None
    """The last approval of the roadmap or of its changes."""


def glance(roadmap: Roadmap, half: HalfYear) -> Glance:
    """Return a roadmap at a glance, as it stands in a half-year."""
    counted, now = counts(roadmap), standing(roadmap, half)
    return Glance(
        roadmap.head,
        counted["done"],
        sum(counted.values()),
        late=now.late,
        ends=now.ending,
        gap=_widest(roadmap),
        approval=latest_approval(roadmap),
    )


def _widest(roadmap: Roadmap) -> Gap | None:
    known = [Gap(row.viewpoint, row.gap) for row in maturity(roadmap) if row.gap is not None and row.gap < 0]
    return min(known, key=lambda gap: gap.value, default=None)
