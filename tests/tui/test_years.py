"""The screens of a roadmap that goes by years: a column a year, and the walk of the year."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.halfyear import HalfYear, Year
from model.records import Measure
from tests.tui.meeting_files import press, session_of, subjects, walking
from tests.tui.session_files import TODAY, committed, screen_text
from tui.widgets.gridlines import Head, head_parts
from tui.widgets.timeline import columns, track

EXAMPLE = Path(__file__).parents[2] / "examples" / "kokkola.toml"
YEARS = tuple(Year("2020H1").until(HalfYear("2030H2")))
NOW = Year.containing(TODAY)
NAMES = tuple(str(year.year) for year in YEARS)


@pytest.mark.parametrize(("width", "names"), [(76, "’25│’26│’27"), (116, "2025│2026│2027")])
def test_eleven_years_fit_and_the_present_one_is_lit(width: int, names: str) -> None:
    """At 80 columns a year is told by two digits, under the years from which to which; where there is room by four."""
    shown = columns(width, YEARS, NOW)
    head = Head(YEARS, NOW, NAMES)

    assert len(shown.halves) == len(YEARS)
    assert names in "".join(text for _, text in head_parts(head, shown, 1))
    assert "2020–2030" in "".join(text for _, text in head_parts(head, shown, 0))
    lit = [text for tone, text in head_parts(head, shown, 1) if tone == "now-head"]
    assert lit == [names[len(names) // 3 : -len(names) // 3 + 1]]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"end": "2026H2"}, ["━━━", "━━━", "━━●", ""]),
        ({"end": "2026H1"}, ["━━━", "━━━", "━━●", ""]),
        ({"end": "2025H2"}, ["━━━", "━━━", "!", ""]),
        ({"end": "2025H1", "status": "done"}, ["───", "──✓", "", ""]),
        ({"start": "2026H2", "end": "2027H1", "status": "planned"}, ["·", "·", "╌╌╌", "╌╌╌"]),
        (
            {"end": "2027H2", "moves": [{"date": TODAY, "from": "2025H1", "to": "2027H2"}]},
            ["━━━", "━━▷", "━━━", "━━━"],
        ),
    ],
)
def test_a_measure_is_drawn_by_the_year(fields: dict[str, object], expected: list[str]) -> None:
    """Whichever half a schedule begins or ends in, its cell is that of the year."""
    known = {"id": "T01", "title": "x", "start": "2024H1", "status": "active"} | fields
    drawn = track(Measure.model_validate(known), columns(76, YEARS, NOW))

    assert [drawn[place : place + 4].strip() for place in range(16, 32, 4)] == expected


async def test_the_walk_is_of_the_year_and_moves_to_the_next(repository: Path) -> None:
    """The first screen tells the year; the walk's menu moves a measure to a year, and says it in years."""
    committed(repository, EXAMPLE.read_text(encoding="utf-8"))
    session = session_of(repository)
    async with walking(session) as pilot:
        card = screen_text(pilot)
        await press(pilot, "3")
        question = screen_text(pilot)
        await press(pilot, "1", "1")
        await press(pilot, "t")
        first = screen_text(pilot)

    assert "Läpikäynti · vuosi 2026 · § 5" in card
    assert "2024–2025" in card
    assert "K04: mille vuodelle siirretään?" in question
    assert "1  2027" in question
    assert subjects(repository)[-1] == "§ 5 K04: siirretty 2025 → 2027 (resurssit)"
    assert 'to = "2027H2"' in session.path.read_text(encoding="utf-8")
    assert "2026 · 4 päättyy · 0 myöhässä · 1 alkaa" in first
