"""Records are frozen and strictly typed; what the program does not know it keeps."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import ValidationError

from model.indicator import YearValue
from model.meeting import Attendance, Meeting
from model.records import OPEN, TABLES, Funding, Head, Measure, Move, Score, Status
from tests.model.build import DAY, measure, meeting

if TYPE_CHECKING:
    from model.record import Record

SCORE: dict[str, Any] = {"date": DAY, "value": Decimal("3.4"), "basis": "survey"}


def refused(kind: type[Record], /, **fields: object) -> str:
    """Return why a record cannot be made of these fields."""
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(fields)
    (error,) = caught.value.errors()
    return error["type"]


@pytest.mark.parametrize("value", [True, "3", 3.4, None, [3]])
def test_a_number_is_a_number(value: object) -> None:
    """`true`, a text in quotes and a binary fraction are no levels: the file has whole numbers and decimals."""
    assert refused(Score, **{**SCORE, "value": value}) == "decimal_type"


def test_a_whole_number_is_a_level_too() -> None:
    """`value = 3` and `value = 3.0` are the same level."""
    assert Score(**{**SCORE, "value": 3}) == Score(**{**SCORE, "value": Decimal("3.0")})


@pytest.mark.parametrize("value", ["0.9", "5.1", "-3", "NaN", "Infinity", "-Infinity", "1E+999999999", "1E-999999999"])
def test_a_level_is_between_one_and_five(value: str) -> None:
    """The scale has five words; what is no number of them is refused, `nan` and `inf` as well."""
    refused(Score, **{**SCORE, "value": Decimal(value)})


@pytest.mark.parametrize("value", ["1", "5", "1.0", "5.00", "2.65"])
def test_the_ends_of_the_scale_belong_to_it(value: str) -> None:
    """1 and 5 are levels."""
    assert Score(**{**SCORE, "value": Decimal(value)}).value == Decimal(value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+13", "1E+999999999", "1E-999999999"])
def test_a_sum_is_finite_and_can_be_printed(value: str) -> None:
    """A figure that no screen could print in full is refused before anybody tries."""
    refused(YearValue, year=2026, value=Decimal(value))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 7),
        ("title", None),
        ("goals", "asiointi"),
        ("goals", [1]),
        ("start", "kevät 2026"),
        ("start", 2026),
        ("status", "valmis"),
        ("kind", "hanke"),
        ("log", [{"date": datetime(2026, 11, 24, 9, 0)}]),  # noqa: DTZ001 - TOML has local date-times, too
        ("log", [{"date": "2026-11-24"}]),
        ("funding", [{"year": True, "state": "granted"}]),
        ("funding", [{"year": 2026}]),
        ("funding", {"year": 2026, "state": "granted"}),
    ],
)
def test_a_field_takes_its_own_type_only(field: str, value: object) -> None:
    """Nothing is bent into shape: a wrong type is a problem that a person sees."""
    refused(Measure, **{"id": "T1", "title": "x", "start": "2026H1", "end": "2026H1", field: value})


@pytest.mark.parametrize(("first", "last"), [("0202H1", "2027H2"), ("2025H1", "9027H2")])
def test_a_roadmap_lies_in_years_that_people_live_in(first: str, last: str) -> None:
    """A mistyped year is told, before a schedule of thousands of columns is drawn."""
    assert refused(Head, title="x", organisation="x", first=first, last=last).endswith("than_equal")


def test_lists_of_the_file_are_tuples_here() -> None:
    """TOML arrays become tuples, so that a record stays as it is."""
    found = measure(goals=["asiointi"], funding=[{"year": 2026, "amount": 5000, "state": "granted"}])

    assert found.goals == ("asiointi",)
    assert found.funding == (Funding(year=2026, amount=Decimal(5000), state="granted"),)


def test_a_record_cannot_be_changed() -> None:
    """An edit makes a new record; nobody else's changes underfoot."""
    with pytest.raises(ValidationError):
        measure().title = "Uusi"  # type: ignore[misc] # that it is forbidden is what is tested


def test_unknown_keys_are_kept() -> None:
    """A key of a newer program or of the town's own stays with its record, nested ones too."""
    found = measure(hinta_arvio="korkea", log=[{"date": DAY, "mieliala": 4}])

    assert found.model_extra == {"hinta_arvio": "korkea"}
    assert found.log[0].model_extra == {"mieliala": 4}


def test_from_is_a_key_of_the_file() -> None:
    """A move says `from` and `to`; in code, where `from` is a word of the language, it is `from_`."""
    move = Move.model_validate({"date": DAY, "from": "2026H1", "to": "2026H2"})

    assert (move.from_, move.to) == ("2026H1", "2026H2")


def test_only_done_and_dropped_are_closed() -> None:
    """A pilot that is ready or to be assessed again still waits for the team."""
    assert {status for status in get_args(Status) if measure(status=status).is_open} == OPEN
    assert set(get_args(Status)) - OPEN == {"done", "dropped"}


def test_every_table_knows_what_identifies_a_record() -> None:
    """The fields in KEY are fields of the class; `[roadmap]` needs none."""
    kinds: list[type[Record]] = [*TABLES.values(), Score, Move, Funding, YearValue, Attendance]

    assert all(set(kind.KEY) <= set(kind.model_fields) for kind in kinds)
    assert Head.KEY == ()
    assert Meeting.KEY == ("number",)


def test_defaults_say_nothing() -> None:
    """What a file leaves out is empty, not invented: no day, no chair, no status but planned."""
    empty = meeting()

    assert (empty.opened, empty.chair, empty.items, empty.state) == (None, "", (), "draft")
    assert Measure.model_fields["status"].default == "planned"
    assert empty.date == date(2026, 11, 24)
