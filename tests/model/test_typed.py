"""What people type into a field becomes its value, or a refusal that says what was wrong."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model import typed
from model.approved import approved_end
from model.edits import RefusedError
from model.halfyear import HalfYear
from model.meeting import Item, Meeting
from model.records import Approval, Head, Measure, Member, Scale, Score, Viewpoint
from tests.model.build import DAY, HEAD, IN_MEETING, measure, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.record import Record

MAP = roadmap(
    measure(goals=["a"]),
    meeting(),
    approvals=(Approval(body="Johtoryhmä", date=DAY), Approval(body="Kaupunginhallitus", date=DAY)),
    members=(Member(id="tekninen", role="Edustaja"),),
)

APPROVAL = Approval(body="Johtoryhmä", date=date(2025, 12, 9))


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        (("measures", "T07", "title"), " Uusi nimi ", "Uusi nimi"),
        (("measures", "T07", "helpers"), "a, b ,,c", ("a", "b", "c")),
        (("measures", "T07", "helpers"), "", ()),
        (("measures", "T07", "kind"), "pilot", "pilot"),
        (("measures", "T07", "kind"), "", "project"),
        (("measures", "T07", "end"), "s26", "2026H2"),
        (("measures", "T07", "end"), "s25", "2025H2"),
        (("measures", "T07", "internal"), "[red] {x} \\ 100 %", "[red] {x} \\ 100 %"),
        (("meetings", "3/2026", "date"), "1.12.2026", date(2026, 12, 1)),
        (("meetings", "3/2026", "date"), "2026-12-01", date(2026, 12, 1)),
        (("meetings", "3/2026", "opened"), "9.05", time(9, 5)),
        (("meetings", "3/2026", "opened"), "9", time(9)),
        (("meetings", "3/2026", "opened"), "", None),
        (("roadmap", "", "sample"), "kyllä", True),
        (("roadmap", "", "sample"), "EI", False),
        (("roadmap", "", "last"), "syksy 2028", "2028H2"),
        (("scale", "", "words"), "a,b,c,d,e", ("a", "b", "c", "d", "e")),
    ],
)
def test_a_field_is_set_to_what_was_typed(at: tuple[str, str, str], text: str, value: object) -> None:
    """Texts are trimmed, lists are typed with commas, an empty text empties a field that may be empty."""
    table, record, field = at
    after = typed.set_field(MAP, (table, record), field, text)

    assert getattr(after.record(table, record), field) == value


@pytest.mark.parametrize(
    ("at", "text", "code"),
    [
        (("measures", "T07", "title"), "  ", "empty-text"),
        (("measures", "T07", "start"), "", "empty-text"),
        (("measures", "T07", "status"), "valmis", "bad-value"),
        (("measures", "T07", "end"), "1/2026", "ambiguous-half"),
        (("measures", "T07", "end"), "huomenna", "bad-value"),
        (("measures", "T07", "end"), "2025H1", "ends-before-start"),
        (("measures", "T07", "id"), "T08", "unknown-field"),
        (("measures", "T07", "log"), "x", "unknown-field"),
        (("measures", "T07", "nimi"), "x", "unknown-field"),
        (("meetings", "3/2026", "date"), "31.11.2026", "bad-value"),
        (("meetings", "3/2026", "date"), "20261201", "bad-value"),
        (("meetings", "3/2026", "opened"), "25", "bad-value"),
        (("meetings", "3/2026", "opened"), "9:5", "bad-value"),
        (("meetings", "3/2026", "number"), "4/2026", "unknown-field"),
        (("roadmap", "", "sample"), "ehkä", "bad-value"),
        (("roadmap", "", "language"), "de", "bad-value"),
        (("scale", "", "words"), "a,b", "bad-value"),
        (("approvals", "Johtoryhmä 2026-11-24", "body"), "Kaupunginhallitus", "bad-value"),
    ],
)
def test_what_is_no_value_of_the_field_is_refused(at: tuple[str, str, str], text: str, code: str) -> None:
    """The refusal says why; nothing has changed."""
    with pytest.raises(RefusedError) as caught:
        typed.set_field(MAP, at[:2], at[2], text)

    assert caught.value.code == code


def test_a_field_that_identifies_a_record_can_be_put_right() -> None:
    """An approval's day may have been mistyped: the record stays in its place under its new name."""
    after = typed.set_field(MAP, ("approvals", "Johtoryhmä 2026-11-24"), "date", "9.12.2026")

    assert [(approval.body, approval.date.day) for approval in after.approvals] == [
        ("Johtoryhmä", 9),
        ("Kaupunginhallitus", 24),
    ]


def test_setting_what_is_there_already_changes_nothing() -> None:
    """An edit without a difference makes an equal roadmap, so that nothing is written."""
    assert typed.set_field(MAP, ("measures", "T07"), "title", MAP.measure("T07").title) == MAP


def test_unknown_keys_stay_when_a_field_is_set() -> None:
    """What the program does not know is not lost by an edit of something else."""
    after = typed.set_field(roadmap(measure(oma=4)), ("measures", "T07"), "title", "Uusi")

    assert after.measure("T07").model_extra == {"oma": 4}


def test_the_fields_of_a_record_are_listed_by_their_keys() -> None:
    """Those typed as one value: no id, no list of records; of a nested entry its key fields as well."""
    fields = typed.editable(Measure)

    assert fields[:3] == ("title", "kind", "goals")
    assert not {"id", "log", "moves", "funding"} & set(fields)
    assert not {"scores", "targets"} & set(typed.editable(Viewpoint))
    assert {"date", "basis", "value"} <= set(typed.editable(Score))
    assert "first" in typed.editable(Head)
    assert typed.editable(Scale) == ("words",)


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        (Member, "role", ()),
        (Measure, "status", ("planned", "active", "done", "dropped", "ready", "reassess")),
        (Measure, "title", ()),
        (Measure, "goals", ()),
        (Meeting, "state", ("draft", "checked", "published")),
        (Item, "enactment", ("open", "under-way", "done", "none")),
    ],
)
def test_a_closed_set_of_words_can_be_offered(kind: type[Record], field: str, words: tuple[str, ...]) -> None:
    """A field with a few allowed words tells them, for a menu or a completion."""
    assert typed.allowed(kind, field) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [("2,6", "2.6"), ("12 500", "12500"), ("12\u00a0500 €", "12500"), ("−0,7", "-0.7"), ("+3.5", "3.5"), ("7", "7")],
)
def test_numbers_are_read_as_finns_write_them(text: str, value: str) -> None:
    """A decimal comma, spaces between thousands, a real minus, a euro sign."""
    assert typed.decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "kaksi", "1,2,3", "1.", ",5", "1e3", "nan", "inf", "0x10", "1" * 13, "1,1234567"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """No exponent, no `nan`, nothing too long for a record: a person means something else."""
    with pytest.raises(ValueError, match=rf"^{text}$"):
        typed.decimal(text)


@pytest.mark.parametrize(("text", "value"), [("3", "3"), ("3,4", "3.4"), ("1", "1"), ("5", "5")])
def test_a_level_is_a_digit_or_a_decimal(text: str, value: str) -> None:
    """One key is enough: `3`."""
    assert typed.level(text) == Decimal(value)


@pytest.mark.parametrize("text", ["0", "6", "5,1", "0,9", "hyvä", "", "-3"])
def test_a_level_outside_the_scale_is_refused(text: str) -> None:
    """The refusal shows what was typed."""
    with pytest.raises(RefusedError) as caught:
        typed.level(text)

    assert (caught.value.code, caught.value.data) == ("bad-level", {"value": text})


def test_a_typed_half_year_is_refused_in_two_ways() -> None:
    """What could be two things is asked about; the rest is no half-year."""
    assert typed.half_year("k27") == "2027H1"
    for text, code in (("1/2026", "ambiguous-half"), ("ensi vuonna", "bad-half")):
        with pytest.raises(RefusedError, match=code):
            typed.half_year(text)


@pytest.mark.parametrize(("text", "value"), [("283", 283), ("1 200", 1200), ("", None)])
def test_a_count_is_a_whole_number_or_unknown(text: str, value: int | None) -> None:
    """How many answered a survey; nothing typed is nothing known."""
    assert typed.typed(Score, "n", text) == value


@pytest.mark.parametrize("text", ["1,5", "1_000", "kaikki", "²"])
def test_a_count_is_never_rounded(text: str) -> None:
    """A fraction or a word is refused."""
    with pytest.raises(RefusedError) as caught:
        typed.typed(Score, "n", text)

    assert (caught.value.code, caught.value.data["kind"]) == ("bad-value", "int")


@pytest.mark.parametrize(
    ("read", "text"), [(typed.day, "24.11."), (typed.day, "2026-11-31"), (typed.clock, "klo 9"), (typed.clock, "9.60")]
)
def test_a_day_and_a_time_must_exist(read: Callable[[str], object], text: str) -> None:
    """Whatever the calendar or the clock does not have is a ValueError."""
    with pytest.raises(ValueError, match=r".+"):
        read(text)


def test_the_head_can_be_edited_like_a_record() -> None:
    """`[roadmap]` has no id; its fields are set all the same."""
    assert typed.set_field(MAP, ("roadmap", ""), "vision", "Uusi visio").head == HEAD.model_copy(
        update={"vision": "Uusi visio"}
    )


def test_an_end_that_was_approved_is_moved() -> None:
    """Typed or moved by its own key, the schedule shows what was approved; a measure not begun keeps its start."""
    approved = roadmap(measure(status="planned"), approvals=(APPROVAL,))
    found = typed.set_end(approved, "T07", IN_MEETING, text="k27", reason="resurssi").measure("T07")

    assert (found.start, found.end) == ("2025H2", "2027H1")
    assert [(move.from_, move.to, move.reason, move.meeting) for move in found.moves] == [
        ("2026H1", "2027H1", "resurssi", "3/2026")
    ]
    assert approved_end(found, APPROVAL.date) == "2026H1"


@pytest.mark.parametrize(
    ("status", "approvals", "text"),
    [("active", (), "k27"), ("done", (APPROVAL,), "k27"), ("active", (APPROVAL,), "k26")],
)
def test_an_end_that_is_only_put_right_is_no_move(status: str, approvals: tuple[Approval, ...], text: str) -> None:
    """In a draft, of a measure that is over, or to the end that it has."""
    found = typed.set_end(roadmap(measure(status=status), approvals=approvals), "T07", IN_MEETING, text=text).measure(
        "T07"
    )

    assert (found.end, found.moves) == (HalfYear.typed(text), ())


def test_an_end_before_the_start_is_refused_as_ever() -> None:
    """Nothing is moved there."""
    with pytest.raises(RefusedError, match="ends-before-start"):
        typed.set_end(roadmap(measure(), approvals=(APPROVAL,)), "T07", IN_MEETING, text="k25")
