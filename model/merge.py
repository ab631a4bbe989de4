"""The three-way merge: two people's copies of a roadmap as one, by record and field, with what they disagree on.

Nothing is asked and nothing is lost: where both changed one value to two, ours stands in the roadmap, and a conflict
beside it says what theirs was. An edit wins over a removal, and a record that one side removed and the other one
refers to is brought back; both become conflicts too. Two different records that got the same new id are both kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from model.merging import rules
from model.merging.agendas import aligned
from model.merging.clash import Clash
from model.merging.disputes import with_disputes
from model.merging.fields import merged_records
from model.merging.names import brought_together
from model.merging.order import ordered
from model.records import TABLES
from model.roadmap import SINGLE, Roadmap, by_name
from model.search import sort_key

if TYPE_CHECKING:
    from datetime import date

    from model.conflict import Conflict
    from model.record import Record


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose copies are brought together, and on what day; conflicts say so."""

    ours: str = ""
    theirs: str = ""
    day: date | None = None
    lead: Literal["ours", "theirs"] = "ours"
    """Whose new ids stay where both gave one id to two things: those of the copy that others know already."""


def merge(
    base: Roadmap, ours: Roadmap, theirs: Roadmap, *, by: Sides = Sides()
) -> tuple[Roadmap, tuple[Conflict, ...]]:
    """Return two roadmaps that come from one base as a single one, and the conflicts that arose.

    The roadmap holds these conflicts, and those that were open already and that nobody has settled. `model.check`
    finds no error in it that neither side had.
    """
    if theirs is base or ours is theirs:
        return ours, ()
    if ours is base:
        return theirs, ()
    base, ours, theirs = aligned(*brought_together(base, ours, theirs, lead=by.lead))
    clashes: list[Clash] = []
    update: dict[str, object] = {}
    for table in (*SINGLE, *TABLES):
        if table == "conflicts":
            continue
        merged = _table(table, (base.table(table), ours.table(table), theirs.table(table)), clashes)
        if table in SINGLE:
            update[SINGLE[table]] = merged[0]
        else:
            update[table] = merged
    roadmap = rules.kept(ours.model_copy(update=update), versions=(base, ours, theirs), clashes=clashes)
    return with_disputes(roadmap, (base, ours, theirs), clashes, by=(by.ours, by.theirs, by.day))


def _table(
    table: str, three: tuple[tuple[Record, ...], tuple[Record, ...], tuple[Record, ...]], clashes: list[Clash]
) -> tuple[Record, ...]:
    """Return the merged records of a table, in order."""
    old, mine, yours = three
    if _are(old, yours) or _are(mine, yours):
        return mine
    if _are(old, mine):
        return yours
    base, ours, theirs = map(by_name, three)
    merged = merged_records((base, ours, theirs), partial(Clash, table), clashes)
    return tuple(merged[name] for name in ordered(list(base), list(ours), list(theirs), kept=merged, rank=sort_key))


def _are(one: tuple[Record, ...], other: tuple[Record, ...]) -> bool:
    """Whether two tables hold the same objects."""
    return len(one) == len(other) and all(map(_is, one, other))


def _is(one: object, other: object) -> bool:
    return one is other
