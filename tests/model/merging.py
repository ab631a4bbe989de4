"""Two copies of a small roadmap, merged with a conflict or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import Place
from model.halfyear import HalfYear
from model.merge import Sides, merge
from model.roadmap import Roadmap, record_id
from tests.model.build import DAY, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from model.conflict import Conflict
    from model.record import Record

BASE = roadmap(measure(), measure("T08", public="eka\ntoka\nkolmas"), viewpoint(), meeting())
BY = Sides("me", "he", DAY)
PLACE = Place(DAY)
LATER = HalfYear("2026H2")
LAST = HalfYear("2027H1")


def merged(ours: Roadmap, theirs: Roadmap, *, base: Roadmap = BASE) -> Roadmap:
    """Return two copies merged without a conflict."""
    found, conflicts = merge(base, ours, theirs, by=BY)
    assert conflicts == ()
    return found


def conflicting(ours: Roadmap, theirs: Roadmap, *, base: Roadmap = BASE) -> tuple[Roadmap, tuple[Conflict, ...]]:
    """Return two copies merged, and the conflicts, which stand in the roadmap as well."""
    found, conflicts = merge(base, ours, theirs, by=BY)
    assert conflicts
    assert found.conflicts[-len(conflicts) :] == conflicts
    return found, conflicts


def ids(records: Iterable[Record]) -> list[str]:
    """Return the ids of records, in their order."""
    return list(map(record_id, records))


def with_measure(name: str = "T07", *, of: Roadmap = BASE, **fields: object) -> Roadmap:
    """Return a roadmap with some fields of a measure set."""
    return of.replacing("measures", of.measure(name).model_copy(update=fields))
