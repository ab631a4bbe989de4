"""Records as TOML values: what a person would have written."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from model.meeting import Attendance
from model.plain import plain
from model.records import Measure
from tests.model.build import measure, meeting


def test_what_says_nothing_is_left_out() -> None:
    """Fields at their default are not written; the required ones always are."""
    assert plain(measure()) == {
        "id": "T07",
        "title": "Tekoälyn pelisäännöt",
        "start": "2025H2",
        "end": "2026H1",
        "status": "active",
    }


def test_keys_are_those_of_the_file() -> None:
    """A move has `from`, in a nested list as well."""
    found = plain(measure(moves=[{"date": date(2026, 9, 1), "from": "2026H1", "to": "2026H2"}]))

    assert found["moves"] == [{"date": date(2026, 9, 1), "from": "2026H1", "to": "2026H2"}]


def test_values_have_the_types_of_toml() -> None:
    """A half-year is a text, a whole sum a whole number, a tuple a list; days and times stay."""
    found = plain(
        measure(
            goals=["a", "b"],
            funding=[
                {"year": 2026, "amount": Decimal("5000.00"), "state": "granted"},
                {"year": 2027, "amount": Decimal("0.5"), "state": "applied"},
            ],
        )
    )

    assert [type(found[key]) for key in ("start", "goals")] == [str, list]
    assert [repr(fund["amount"]) for fund in found["funding"]] == ["5000", "Decimal('0.5')"]
    assert plain(meeting(opened=time(9)))["opened"] == time(9)
    assert plain(True) is True  # noqa: FBT003 - a truth value stands for itself


def test_unknown_keys_are_written_as_they_were() -> None:
    """What the program does not know comes last, unchanged."""
    assert list(plain(measure(oma={"a": [1]})).items())[-1] == ("oma", {"a": [1]})


def test_the_order_is_that_of_the_fields() -> None:
    """A new record is written in the order in which the format lists its keys."""
    found = list(plain(measure(status="done", goals=["a"], kind="pilot")))

    assert found == sorted(found, key=list(Measure.model_fields).index)


def test_an_empty_record_is_an_empty_table() -> None:
    """All fields at their defaults say nothing."""
    assert plain(Attendance()) == {}
