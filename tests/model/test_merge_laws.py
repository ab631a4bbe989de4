"""Laws of the merge, over generated roadmaps and two people's edits of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.losses import is_about, lost
from model.check import check
from model.diff import apply, diff, value_of
from model.file.reading import read_bytes
from model.file.render import whole
from model.merge import merge
from model.merging.agendas import aligned
from model.merging.exact import frozen
from model.merging.names import brought_together
from model.plain import plain
from model.records import TABLES
from model.roadmap import SINGLE, Roadmap, by_name
from tests.model.strategies import RECORDS, edits, roadmaps

if TYPE_CHECKING:
    from model.conflict import Conflict
    from model.record import Record

PERIODS = ("first", "last", "start", "end")
Three = tuple[Roadmap, Roadmap, Roadmap]


@st.composite
def forks(draw: st.DrawFn) -> Three:
    """Return a roadmap and what two people made of it, each in a copy of their own; now and then under the same ids."""
    base = draw(roadmaps())
    ours, theirs = draw(edits(base)), draw(edits(base))
    for table in TABLES:
        new = [name for name in names(ours, table) if base.find(table, name) is None]
        if new and table != "conflicts" and draw(st.booleans()):
            name = draw(st.sampled_from(new))
            kind = TABLES[table]
            if theirs.find(table, name) is None and len(kind.KEY) == 1:
                theirs = theirs.adding(table, draw(RECORDS[table]).model_copy(update={kind.KEY[0]: name}))
    return base, ours, theirs


def value_or_none(record: Record, name: str) -> object:
    """Return a field of a record that may not have it."""
    return record.__dict__.get(name) if name in type(record).model_fields else value_of(record, name)


def apart(three: Three) -> bool:
    """Whether both sides gave an id to two things: who is ours keeps it then."""
    base, ours, theirs = three
    return any(
        name in names(theirs, table) and base.find(table, name) is None and record != theirs.find(table, name)
        for table in TABLES
        for name, record in by_name(ours.table(table)).items()
    )


def copied(found: Roadmap) -> Roadmap:
    """Return an equal roadmap that shares no object with the first."""
    return Roadmap.model_validate(found.model_dump(by_alias=True))


def matters(conflicts: tuple[Conflict, ...], *, without: tuple[str, ...] = ()) -> set[object]:
    """Return conflicts by place and values, whichever side was ours."""
    return {
        (one.table, one.record, one.field, one.entry, frozenset((frozen(one.ours), frozen(one.theirs))))
        for one in conflicts
        if one.field not in without
    }


@given(forks())
def test_merging_with_the_base_or_with_itself_is_nothing(three: Three) -> None:
    """Who changed nothing adds nothing, whichever side is ours; equal copies count as the same."""
    base, ours, _ = three
    for other in (base, copied(base)):
        assert merge(base, ours, other) == (ours, ())
        assert merge(base, other, ours) == (ours, ())
    assert merge(base, ours, copied(ours)) == (ours, ())


@given(forks())
def test_the_result_is_no_worse_than_the_sides(three: Three) -> None:
    """It has no error that neither side had (under the ids of the merge), no id twice, and it reads back as it is."""
    merged, _ = merge(*three)
    _, ours, theirs = aligned(*brought_together(*three))

    assert errors(merged) <= errors(ours) | errors(theirs)
    assert not any(name.endswith("'") for table in TABLES for name in names(merged, table))
    assert read_bytes(written(merged)).roadmap == merged


@given(forks())
def test_which_side_is_ours_decides_nothing_but_what_stands_there(three: Three) -> None:
    """The other way round there are the same conflicts, and all but what they are about is the same.

    Where a side has an impossible period already, whether the merge brings one depends on what stands.
    """
    base, ours, theirs = three

    there, found = merge(base, ours, theirs)
    back, turned = merge(base, theirs, ours)

    odd = {one[0] for side in (ours, theirs) for one in errors(side)} & {"ends-before-start", "outside-roadmap"}
    assert matters(found, without=PERIODS if odd else ()) == matters(turned, without=PERIODS if odd else ())
    if not found and not apart(three):
        assert there == back
    if not apart(three) and not errors(ours) | errors(theirs):
        told = (*there.conflicts, *back.conflicts)
        unasked = [change for change in diff(there, back) if change.table != "conflicts"]
        assert [change for change in unasked if not any(is_about(one, change) for one in told)] == []


@given(forks())
def test_what_was_merged_is_absorbed(three: Three) -> None:
    """To merge one of the two copies once more changes nothing and asks nothing."""
    base, ours, theirs = three

    merged, _ = merge(base, ours, theirs)

    assert merge(base, merged, theirs) == (merged, ())
    assert merge(base, merged, ours)[1] == ()


@given(forks(), st.data())
def test_edits_of_different_records_never_conflict(three: Three, data: st.DataObject) -> None:
    """Whoever changes fields of other records merges to both people's changes, in either order."""
    base, after, _ = three
    inside = [change for change in diff(base, after) if change.field is not None]
    records = sorted({(change.table, change.record) for change in inside})
    mine = set(data.draw(st.lists(st.sampled_from(records)))) if records else set()
    ours = apply(base, [change for change in inside if (change.table, change.record) in mine])
    theirs = apply(base, [change for change in inside if (change.table, change.record) not in mine])
    if errors(apply(base, inside)) - errors(ours) - errors(theirs):
        return

    merged, found = merge(base, ours, theirs)

    assert merged == apply(base, inside)
    assert found == ()


@given(forks())
def test_no_edit_is_lost(three: Three) -> None:
    """Each change of either side is in the result, or a conflict tells of its place."""
    merged, _ = merge(*three)

    assert lost(*three, merged=merged) == []


def names(found: Roadmap, table: str) -> list[str]:
    """Return the ids of a table's records."""
    return list(by_name(found.table(table)))


def errors(found: Roadmap) -> set[tuple[object, ...]]:
    """Return the errors that check finds."""
    return {
        (one.code, one.table, one.record, one.data.get("name"), one.data.get("item"))
        for one in check(found)
        if one.severity == "error"
    }


def written(roadmap: Roadmap) -> bytes:
    """Return a roadmap as a new file has it."""
    single = {table: plain(roadmap.table(table)[0]) for table in SINGLE}
    listed = {table: [plain(record) for record in roadmap.table(table)] for table in TABLES if roadmap.table(table)}
    return whole({"schema": 1, **single, **listed}).encode()
