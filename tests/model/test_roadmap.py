"""The roadmap as a value: records are found, replaced, added and removed; the old one stays."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from model.records import TABLES, Approval, Goal
from model.roadmap import SINGLE, NoSuchRecordError, Roadmap, by_name, record_id
from tests.model.build import DAY, HEAD, ids, measure, meeting, roadmap, viewpoint

MAP = roadmap(measure("T01"), measure("T02"), viewpoint(), meeting())


def test_records_are_found_by_what_is_said_aloud() -> None:
    """`T02`, `3/2026`, a viewpoint's short id; the head and the scale have none."""
    assert MAP.measure("T02").id == "T02"
    assert MAP.meeting("3/2026").date == DAY
    assert MAP.viewpoint("osaaminen").scope == "own"
    assert MAP.record("roadmap", "") is MAP.head
    assert MAP.record("scale", "") is MAP.scale


def test_an_approval_is_known_by_body_and_day() -> None:
    """Records without an id of their own are known by all the fields in their KEY."""
    assert record_id(Approval(body="Johtoryhmä", date=DAY)) == "Johtoryhmä 2026-11-24"


def test_what_is_not_there_is_said() -> None:
    """Asking for it raises, with the table and the id; `find` returns None."""
    with pytest.raises(NoSuchRecordError) as caught:
        MAP.measure("T99")

    assert (caught.value.table, caught.value.record) == ("measures", "T99")
    assert MAP.find("measures", "T99") is None
    assert MAP.find("nothing", "T01") is None
    for missing in (MAP.viewpoint, MAP.meeting):
        with pytest.raises(NoSuchRecordError):
            missing("T99")


def test_an_edit_makes_a_new_roadmap() -> None:
    """The old one is as it was, and the new one finds its own records."""
    done = measure("T01", status="done")
    after = MAP.replacing("measures", done)

    assert after.measure("T01") is done
    assert MAP.measure("T01").status == "active"
    assert ids(after.measures) == ["T01", "T02"]


def test_a_record_is_added_last_or_where_it_belongs() -> None:
    """`at` is its place in the table."""
    assert ids(MAP.adding("measures", measure("T03")).measures) == ["T01", "T02", "T03"]
    assert ids(MAP.adding("measures", measure("T00"), at=0).measures) == ["T00", "T01", "T02"]


def test_a_record_is_removed_alone() -> None:
    """The others stay in their order; removing what is not there raises."""
    assert ids(MAP.without("measures", "T01").measures) == ["T02"]
    with pytest.raises(NoSuchRecordError):
        MAP.without("measures", "T99")


def test_replacing_needs_the_record_to_be_there() -> None:
    """Nothing is added by replacing."""
    with pytest.raises(NoSuchRecordError):
        MAP.replacing("measures", measure("T99"))
    with pytest.raises(NoSuchRecordError):
        MAP.replacing("goals", Goal(id="a", title="A"))


def test_of_two_records_with_one_id_neither_is_lost() -> None:
    """The id means the first one; the second can be reached by a name of its own."""
    twice = roadmap(measure(title="Eka"), measure(title="Toka"))

    after = twice.replacing("measures", measure(title="Uusi"))
    assert [m.title for m in after.measures] == ["Uusi", "Toka"]
    assert [m.title for m in twice.without("measures", "T07").measures] == ["Toka"]
    assert [m.title for m in twice.without("measures", "T07'").measures] == ["Eka"]
    assert list(by_name([*twice.measures, measure()])) == ["T07", "T07'", "T07''"]


def test_every_table_of_the_file_is_a_field() -> None:
    """The records of a table are read by the table's name; single ones come as a table of one."""
    assert all(MAP.table(name) == getattr(MAP, name) for name in TABLES)
    assert MAP.table("roadmap") == (HEAD,)
    assert set(Roadmap.model_fields) == {*TABLES, *SINGLE.values()}


def test_the_scale_is_finnish_unless_the_file_says_otherwise() -> None:
    """Five words, from the weakest to the best; four or six are refused."""
    assert MAP.scale.words == ("heikko", "välttävä", "tyydyttävä", "hyvä", "erinomainen")
    with pytest.raises(ValidationError):
        Roadmap.model_validate({"head": HEAD, "scale": {"words": ["a", "b", "c", "d"]}})


def test_a_roadmap_is_frozen_and_takes_no_unknown_table() -> None:
    """Whoever reads the file decides about unknown tables before."""
    with pytest.raises(ValidationError):
        MAP.measures = ()  # type: ignore[misc] # that it is forbidden is what is tested
    with pytest.raises(ValidationError):
        Roadmap.model_validate({"head": HEAD, "toimenpiteet": []})
