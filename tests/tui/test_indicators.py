"""The indicators on the screen: the list, the page, a value by one question, and the § that asks in the meeting."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.edits import RefusedError
from model.indicators import Period
from tests.model.test_indicators import indicator
from tests.tui.meeting_files import asked, press
from tests.tui.session_files import SMALL, TODAY, committed, git, running, screen_text
from tui.prompts.figure import figure
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

MEASURED = (
    SMALL.replace('goals = ["asiointi"]\nviewpoints', 'goals = ["asiointi"]\nindicators = ["hakemukset"]\nviewpoints')
    + """
[[indicators]]
id = "hakemukset"
title = "Verkossa tehdyt hakemukset"
unit = "%"
goals = ["asiointi"]

[[indicators.values]]
year = 2023
value = 38

[[indicators.values]]
year = 2024
value = 41

[[indicators.targets]]
year = 2026
value = 60

[[indicators]]
id = "puhelut"
title = "Puhelut"
unit = "kpl"
direction = "down"

[[indicators.values]]
year = 2025
value = 1476
"""
)


def measured(folder: Path) -> Session:
    """Open a roadmap with two indicators, one of which lacks the value of 2025."""
    return Session.open(committed(folder, MEASURED), today=TODAY)


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("52,5", Period(2025), "52.5"),
        ("1 476", Period(2025), "1476"),
        ("2024 41", Period(2024), "41"),
        ("2024 1 476 %", Period(2024), "1476"),
        ("k26 5", Period(2026, 1), "5"),
        ("kevät 2026 5", Period(2026, 1), "5"),
        ("2026", Period(2025), "2026"),
    ],
)
def test_one_line_answers_with_a_value_or_a_year_and_a_value(text: str, at: Period, value: str) -> None:
    """A year or a half-year before the value says of when it is; else it is of what was asked for."""
    assert figure(indicator({}), text, at=Period(2025)) == (at, Decimal(value))


@pytest.mark.parametrize("text", ["", "2024", "paljon", "2024 paljon"])
def test_what_is_no_value_is_asked_again(text: str) -> None:
    """A scale of words takes no year for a value."""
    with pytest.raises(RefusedError):
        figure(indicator({}, words=["a", "b"]), text, at=Period(2025))


async def test_a_missing_value_is_seen_given_and_taken_back(repository: Path) -> None:
    """`i` lists, Enter asks for the year that is due, the value is a commit, and `u` takes it back.

    The question says what stands there already, since a new value takes its place.
    """
    session = measured(repository)
    async with running(session) as pilot:
        await press(pilot, "i")
        (row,) = [line for line in screen_text(pilot).splitlines() if "Verkossa tehdyt" in line][:1]
        assert row.replace("\u00a0", " ").split()[-6:] == ["▇█·", "41", "2024", "60", "2026", "puuttuu"]
        await press(pilot, "enter")
        await asked(pilot)
        assert "arvo 2025" in screen_text(pilot)
        await press(pilot, *"5", "2", "comma", "5", "enter")
        assert "1 arvo puuttuu" not in screen_text(pilot)
        await press(pilot, "enter")
        await asked(pilot)
        assert "arvo 2025 (nyt 52,5 %):" in screen_text(pilot).replace("\u00a0", " ")
        await press(pilot, *"abc", "enter")
        assert "”abc” ei ole luku; kirjoita esimerkiksi 52,5." in screen_text(pilot)
        await press(pilot, "escape", "u")
        assert "1 arvo puuttuu" in screen_text(pilot)

    first, second = git(repository, "log", "--format=%s").splitlines()[:2]
    assert second.replace("\u00a0", " ") == "Mittari Verkossa tehdyt hakemukset: arvo 2025 52,5 %"
    assert first != second


async def test_the_page_tells_years_and_measures(repository: Path) -> None:
    """The year without data is marked, the measure tells before and after, and Space opens it; it tells them, too."""
    async with running(measured(repository), size=(120, 40)) as pilot:
        await press(pilot, "i", "space")
        told = screen_text(pilot).replace("\u00a0", " ")
        assert [line.split()[:3] for line in told.splitlines() if "ei tietoa  ┤" in line] == [["2025", "ei", "tietoa"]]
        assert "T01 Verkkomaksaminen: ennen 41 % (2024) → sen jälkeen: ei tietoa" in told
        await press(pilot, "end", "space")
        assert "Verkossa tehdyt hakemukset: ennen 41 % (2024)" in screen_text(pilot).replace("\u00a0", " ")


async def test_the_meeting_asks_for_what_is_missing(repository: Path) -> None:
    """The § of the agenda leads to the missing ones, and a value that is given there stands in it."""
    session = measured(repository)
    async with running(session) as pilot:
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "enter", "e")
        meeting = session.meeting
        assert meeting
        (item,) = [one for one in meeting.items if one.kind == "indicators"]
        pilot.app.screen.query_one("Rows").select(str(item.number))  # type: ignore[attr-defined]  # our own widget
        await press(pilot, "enter")
        assert "Puhelut" not in screen_text(pilot)
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, *"52", "enter")

    decided = session.roadmap.meetings[-1].items[item.number - 1]
    assert decided.outcome == "noted"
    assert "52\u00a0% (2025)" in decided.decision
