"""What the team may decide about a measure, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from model import edits
from model.edits import Place, RefusedError
from model.halfyear import HalfYear
from model.records import LogEntry, Move
from model.roadmap import NoSuchRecordError
from tests.model.build import DAY, IN_MEETING, ids, measure, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

AUTUMN, SPRING_27, AUTUMN_27 = HalfYear("2026H2"), HalfYear("2027H1"), HalfYear("2027H2")


def refusal(caught: pytest.ExceptionInfo[RefusedError]) -> tuple[str, dict[str, object]]:
    """Return why something was refused."""
    return caught.value.code, caught.value.data


def test_done_takes_a_result_into_the_log() -> None:
    """The status changes, and the log says when, in which meeting and § and with which result."""
    after = edits.mark_done(roadmap(measure()), "T07", IN_MEETING, result=" Koulutus pidetty ").measure("T07")

    assert after.status == "done"
    assert after.log == (LogEntry(date=DAY, event="done", text="Koulutus pidetty", meeting="3/2026", item=5),)


def test_outside_a_meeting_a_decision_has_a_day_only() -> None:
    """Between meetings there is no § to point to."""
    after = edits.mark_done(roadmap(measure()), "T07", Place(DAY)).measure("T07")

    assert (after.log[0].meeting, after.log[0].item) == ("", None)


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_closed_is_neither_done_nor_moved_nor_dropped(status: str) -> None:
    """A closed measure must be opened again first; the refusal says its status."""
    before = roadmap(measure(status=status))
    closed: list[Callable[[], object]] = [
        lambda: edits.mark_done(before, "T07", IN_MEETING),
        lambda: edits.carry_on(before, "T07", IN_MEETING, note="x"),
        lambda: edits.move(before, "T07", IN_MEETING, to=AUTUMN, reason="x"),
        lambda: edits.drop(before, "T07", IN_MEETING, reason="x"),
    ]

    for decide in closed:
        with pytest.raises(RefusedError) as caught:
            decide()
        assert refusal(caught) == ("not-open", {"measure": "T07", "status": status})


def test_only_a_planned_measure_starts() -> None:
    """Starting makes it active and is logged; what runs or is over cannot start."""
    started = edits.start(roadmap(measure(status="planned")), "T07", IN_MEETING, note="Sopimus tehty")

    assert started.measure("T07").status == "active"
    assert [entry.event for entry in started.measure("T07").log] == ["started"]
    with pytest.raises(RefusedError) as caught:
        edits.start(started, "T07", IN_MEETING)
    assert refusal(caught) == ("not-planned", {"measure": "T07", "status": "active"})


def test_going_on_changes_nothing_unless_something_is_said() -> None:
    """It is a log line when there is a note; without one, the measure stays untouched."""
    before = roadmap(measure())

    assert edits.carry_on(before, "T07", IN_MEETING) is before
    assert edits.carry_on(before, "T07", IN_MEETING, note="  ") is before
    assert [entry.event for entry in edits.carry_on(before, "T07", IN_MEETING, note="x").measure("T07").log] == [
        "continues"
    ]


def test_a_begun_measure_moves_its_end() -> None:
    """What has begun keeps its start; the move remembers from where, to where, why and in which §."""
    after = edits.move(roadmap(measure()), "T07", IN_MEETING, to=AUTUMN, reason=" resurssi ").measure("T07")

    assert (after.start, after.end) == ("2025H2", "2026H2")
    assert after.moves == (
        Move(date=DAY, from_=HalfYear("2026H1"), to=AUTUMN, reason="resurssi", meeting="3/2026", item=5),
    )


def test_a_planned_measure_moves_as_a_whole() -> None:
    """What has not begun keeps its length, later or earlier."""
    before = roadmap(measure(start="2026H1", end="2026H2", status="planned"))

    later = edits.move(before, "T07", IN_MEETING, to=AUTUMN_27, reason="raha").measure("T07")
    earlier = edits.move(before, "T07", IN_MEETING, to=HalfYear("2026H1"), reason="ehtii").measure("T07")

    assert (later.start, later.end) == ("2027H1", "2027H2")
    assert (earlier.start, earlier.end) == ("2025H2", "2026H1")


def test_nothing_is_moved_before_the_roadmap_begins() -> None:
    """A planned measure that would begin before the roadmap begins with it."""
    before = roadmap(measure(start="2026H1", end="2026H2", status="planned"))

    after = edits.move(before, "T07", IN_MEETING, to=HalfYear("2025H1"), reason="x").measure("T07")

    assert (after.start, after.end) == ("2025H1", "2025H1")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("2026H1", "same-half"),
        ("2028H1", "after-roadmap"),
        ("2025H1", "ends-before-start"),
    ],
)
def test_a_move_must_lead_somewhere(to: str, code: str) -> None:
    """Refused: where it ends already, after the roadmap's last half-year, before its own start."""
    with pytest.raises(RefusedError) as caught:
        edits.move(roadmap(measure()), "T07", IN_MEETING, to=HalfYear(to), reason="x")

    assert refusal(caught)[0] == code
    assert refusal(caught)[1]["half"] == to


def test_each_move_is_remembered() -> None:
    """How often a measure has moved is counted from its moves."""
    once = edits.move(roadmap(measure()), "T07", IN_MEETING, to=AUTUMN, reason="a")
    twice = edits.move(once, "T07", IN_MEETING, to=SPRING_27, reason="b").measure("T07")

    assert [(move.from_, move.to) for move in twice.moves] == [("2026H1", "2026H2"), ("2026H2", "2027H1")]


def test_a_dropped_measure_can_be_opened_again() -> None:
    """Dropping and reopening are both in the log; nothing is erased."""
    dropped = edits.drop(roadmap(measure()), "T07", IN_MEETING, reason="Määräraha puuttuu")
    opened = edits.reopen(dropped, "T07", Place(DAY), reason="Raha löytyi")

    assert dropped.measure("T07").status == "dropped"
    assert opened.measure("T07").status == "active"
    assert [(entry.event, entry.text) for entry in opened.measure("T07").log] == [
        ("dropped", "Määräraha puuttuu"),
        ("reopened", "Raha löytyi"),
    ]
    with pytest.raises(RefusedError, match="already-open"):
        edits.reopen(opened, "T07", Place(DAY))


def test_a_note_needs_words() -> None:
    """A note may be written on any measure, closed ones too, but not an empty one."""
    after = edits.note(roadmap(measure(status="done")), "T07", Place(DAY), text="Kysytään kouluilta ")

    assert [(entry.event, entry.text) for entry in after.measure("T07").log] == [("note", "Kysytään kouluilta")]
    with pytest.raises(RefusedError, match="empty-text"):
        edits.note(after, "T07", Place(DAY), text=" \n")


def test_a_measure_that_is_not_there_is_no_refusal() -> None:
    """A wrong id is another error, which names the table and the id."""
    with pytest.raises(NoSuchRecordError):
        edits.mark_done(roadmap(), "T99", IN_MEETING)


def test_a_new_measure_gets_the_next_free_id() -> None:
    """After T40 comes T41, in the manner of the ids in use; the first of all is T01."""
    first, made = edits.add_measure(roadmap(), title="Uusi", start="2026H2", end="2027H1")
    numbered, _ = edits.add_measure(
        roadmap(measure("T40"), measure("T7"), measure("muu")), title="x", start="2026H2", end="2026H2"
    )

    assert (made.id, made.status, ids(first.measures)) == ("T01", "planned", ["T01"])
    assert ids(numbered.measures) == ["T40", "T7", "muu", "T41"]
    assert edits.next_measure_id(roadmap(measure("TP009"))) == "TP010"
    assert edits.next_measure_id(roadmap(measure("T" + "9" * 5000))) == "T01"


def test_a_new_measure_is_checked() -> None:
    """It ends when it starts or later, and its fields are those of a measure."""
    with pytest.raises(RefusedError) as caught:
        edits.add_measure(roadmap(), title="x", start="2026H2", end="2026H1")
    assert refusal(caught) == ("ends-before-start", {"measure": "T01", "half": "2026H1", "start": "2026H2"})
    with pytest.raises(ValidationError):
        edits.add_measure(roadmap(), title="x", start="2026H2")


def test_the_last_log_lines_come_newest_first() -> None:
    """A card shows what was said last; lines of one day keep their order."""
    log = [LogEntry(date=date(2026, month, 1), text=str(month)) for month in (3, 9, 5)]

    assert [entry.text for entry in edits.last_entries(measure(log=log), 2)] == ["9", "5"]


def test_money_is_set_by_the_year() -> None:
    """A year that is there is put right in its place, a new one comes before the later ones; others stay."""
    before = roadmap(
        measure(funding=[{"year": 2027, "state": "applied", "oma": 1}, {"year": 2025, "state": "granted"}])
    )

    later = edits.set_funding(before, "T07", 2026, amount=Decimal(5000), state="proposed")
    known = edits.set_funding(later, "T07", 2027, amount=Decimal("1200.50"), state="granted")
    last = edits.set_funding(known, "T07", 2028, amount=Decimal(0), state="not-needed")

    assert [(fund.year, str(fund.amount), fund.state) for fund in last.measure("T07").funding] == [
        (2026, "5000", "proposed"),
        (2027, "1200.50", "granted"),
        (2025, "0", "granted"),
        (2028, "0", "not-needed"),
    ]
    assert last.measure("T07").funding[1].model_extra == {"oma": 1}
    with pytest.raises(RefusedError, match="bad-value"):
        edits.set_funding(before, "T07", 2026, amount=Decimal(-1), state="granted")
