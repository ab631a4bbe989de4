"""How a schedule is drawn: one cell for each half-year, in signs that need no colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.halfyear import HalfYear
from model.records import Measure
from tests.tui.session_files import TODAY
from tui.widgets.timeline import NARROWEST, columns, track

HALVES = tuple(HalfYear("2025H1").until(HalfYear("2027H2")))
NOW = HalfYear.containing(TODAY)


def drawn(**fields: object) -> str:
    """Return the track of a measure in cells of six, without the border after the last one."""
    known = {"id": "T01", "title": "x", "start": HalfYear("2026H1"), "end": HalfYear("2026H2")}
    measure = Measure.model_validate({**known, **fields})
    return track(measure, columns(80, HALVES, NOW))[:-1]


def cells(text: str) -> list[str]:
    """Return the six cells of a track without the spaces around their signs."""
    return [text[place : place + 6].strip() for place in range(0, 36, 6)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "active"}, ["·", "·", "━━━━━", "━━━━●", "", ""]),
        ({"status": "planned"}, ["·", "·", "╌╌╌╌╌", "╌╌╌╌●", "", ""]),
        ({"status": "done"}, ["·", "·", "─────", "────✓", "", ""]),
        ({"status": "dropped"}, ["·", "·", "─────", "────×", "", ""]),
        ({"status": "active", "kind": "continuous"}, ["·", "·", "━━━━━", "━━━━━", "", ""]),
        ({"status": "active", "end": HalfYear("2026H1")}, ["·", "·", "━━━━━", "!", "", ""]),
        ({"status": "done", "end": HalfYear("2026H1")}, ["·", "·", "────✓", "", "", ""]),
        ({"status": "planned", "start": HalfYear("2027H2"), "end": HalfYear("2027H2")}, ["·"] * 5 + ["╌╌╌╌╌"]),
    ],
)
def test_each_status_has_its_line_and_its_sign(fields: dict[str, object], expected: list[str]) -> None:
    """Under way, ahead and over are three lines; done, dropped, ending now and late are four signs."""
    assert cells(drawn(**fields)) == expected


def test_a_move_leaves_its_mark_where_the_end_was() -> None:
    """The half-year in which a measure was to end keeps an arrow."""
    move = {"date": TODAY, "from": HalfYear("2026H1"), "to": HalfYear("2026H2"), "reason": "resurssi"}

    assert cells(drawn(status="active", moves=[move])) == ["·", "·", "━━━━▷", "━━━━●", "", ""]


@given(width=st.integers(1, 300), many=st.integers(1, 40), now=st.integers(-3, 43), shift=st.integers(-50, 50))
def test_columns_fill_the_width(*, width: int, many: int, now: int, shift: int) -> None:
    """At any width the parts of a row add up, no cell is narrower than four, and a window shows the present."""
    first = HalfYear("2020H1")
    halves = tuple(first.until(first.shifted(many - 1)))

    shown = columns(width, halves, first.shifted(now), shift=shift)

    assert shown.cell >= NARROWEST
    assert shown.label + shown.role + shown.track == max(width, shown.role + shown.track)
    assert 1 <= len(shown.halves) <= many
    assert shift or not 0 <= now < many or first.shifted(now) in shown.halves
