"""The conflicts that were open before a merge."""

from __future__ import annotations

from model.conflict import Conflict
from model.halfyear import HalfYear
from model.merge import merge
from tests.model.merging import BASE, BY, LATER, conflicting, merged, with_measure


def conflict(name: str = "R1", **fields: object) -> Conflict:
    """Return an open conflict about where T07 ends."""
    values = {"base": "2025H2", "ours": "2026H1", "theirs": "2026H2", **fields}
    return Conflict.model_validate({"id": name, "table": "measures", "record": "T07", "field": "end", **values})


def test_a_conflict_that_both_found_is_one() -> None:
    """Each merged on a machine of their own: the same two values, whichever was called ours there."""
    ours = with_measure(end=HalfYear("2026H1")).adding("conflicts", conflict())
    theirs = with_measure(end=LATER).adding("conflicts", conflict("R7", ours="2026H2", theirs="2026H1"))
    base = with_measure(end=HalfYear("2025H2"))

    found, new = merge(base, ours, theirs, by=BY)

    assert found.conflicts == (conflict(),)
    assert new == ()


def test_what_one_side_settled_stays_settled() -> None:
    """The other side did nothing about it, or found another one under the same id, which gets a new id."""
    base = BASE.adding("conflicts", conflict())
    other = conflict(field="title", ours="a", theirs="b")

    assert merged(BASE, with_measure(needs="x", of=base), base=base).conflicts == ()
    both = merged(BASE.adding("conflicts", other), BASE.adding("conflicts", conflict()))
    assert [(one.id, one.field) for one in both.conflicts] == [("R1", "title"), ("R2", "end")]


def test_two_who_settled_differently_disagree_again() -> None:
    """One kept what stood there, the other took the other value: neither decision gives way silently."""
    base = BASE.adding("conflicts", conflict())

    found, (again,) = conflicting(BASE, with_measure(end=LATER), base=base)

    assert found.measure("T07").end == "2026H1"
    assert (again.ours, again.theirs) == ("2026H1", "2026H2")
