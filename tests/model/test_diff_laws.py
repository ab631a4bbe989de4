"""Laws of the diff, over generated roadmaps and edits."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from model.diff import apply, diff, inverted
from model.plain import plain
from model.record import Record
from model.records import TABLES, LogEntry
from model.roadmap import SINGLE, Roadmap
from tests.model.build import DAY, measure, roadmap
from tests.model.strategies import edited_pairs, edits, roadmaps


@given(edited_pairs())
def test_the_changes_lead_from_before_to_after(pair: tuple[Roadmap, Roadmap]) -> None:
    """`apply(before, diff(before, after))` is after."""
    before, after = pair

    assert apply(before, diff(before, after)) == after


@given(edited_pairs())
def test_the_inverted_changes_lead_back(pair: tuple[Roadmap, Roadmap]) -> None:
    """Undo is the same changes the other way round."""
    before, after = pair

    assert apply(after, inverted(diff(before, after))) == before


@given(edited_pairs())
def test_inverting_twice_is_nothing(pair: tuple[Roadmap, Roadmap]) -> None:
    """Redo is undo of the undo."""
    changes = diff(*pair)

    assert inverted(inverted(changes)) == changes


@given(roadmaps())
def test_a_roadmap_does_not_differ_from_itself(found: Roadmap) -> None:
    """Neither from itself nor from an equal copy."""
    assert diff(found, found) == ()
    assert diff(found, Roadmap.model_validate(found.model_dump(by_alias=True))) == ()


@given(edited_pairs(), st.data())
def test_changes_can_be_chained(pair: tuple[Roadmap, Roadmap], data: st.DataObject) -> None:
    """The changes of two decisions after one another are those of both."""
    first, second = pair
    third = data.draw(edits(second))
    both = (*diff(first, second), *diff(second, third))

    assert apply(first, both) == third
    assert apply(third, inverted(both)) == first


@given(edited_pairs(), st.data())
def test_edits_of_different_records_commute(pair: tuple[Roadmap, Roadmap], data: st.DataObject) -> None:
    """Two people's changes to different records give the same roadmap in either order."""
    before, after = pair
    inside = [change for change in diff(before, after) if change.field is not None]
    records = sorted({(change.table, change.record) for change in inside})
    mine = set(data.draw(st.lists(st.sampled_from(records)))) if records else set()
    ours = [change for change in inside if (change.table, change.record) in mine]
    theirs = [change for change in inside if (change.table, change.record) not in mine]

    assert apply(apply(before, ours), theirs) == apply(apply(before, theirs), ours)


@given(edited_pairs())
def test_a_change_names_its_place_in_the_file(pair: tuple[Roadmap, Roadmap]) -> None:
    """Every change has a table of the file, and really changes something."""
    for change in diff(*pair):
        assert change.table in {*SINGLE, *TABLES}
        assert (change.before is None) != (change.after is None) or plain(change.before) != plain(change.after)
        assert (change.position is None) == (change.field is not None and change.key is None)


few_keys = st.lists(
    st.builds(LogEntry, date=st.just(DAY), text=st.sampled_from("ab"), item=st.integers(1, 3)), max_size=5
)


@given(few_keys, few_keys)
def test_entries_with_equal_keys_are_all_kept(old: list[LogEntry], new: list[LogEntry]) -> None:
    """Where a key comes many times nothing is lost there and back, though the order of equal keys is not told."""
    before, after = roadmap(measure(log=old)), roadmap(measure(log=new))
    changes = diff(before, after)

    assert counted(apply(before, changes)) == Counter(new)
    assert counted(apply(after, inverted(changes))) == Counter(old)


def counted(found: Roadmap) -> Counter[LogEntry]:
    """Return how many times each entry stands in the log."""
    return Counter(found.measure("T07").log)


@given(roadmaps())
def test_plain_values_make_the_same_roadmap_again(found: Roadmap) -> None:
    """What would be written to the file reads back as the same records."""
    for table in (*SINGLE, *TABLES):
        for record in found.table(table):
            assert isinstance(record, Record)
            assert type(record).model_validate(plain(record)) == record
