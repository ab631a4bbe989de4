"""What the team does not decide alone: the third postponement, an end after the roadmap's, granted money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import on_disk, press, subjects
from tests.tui.session_files import NINE, SMALL, TODAY, committed, running, screen_text
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

MOVED = """
[[measures]]
id = "T04"
title = "Sähköinen kokous"
start = "2025H1"
end = "2026H1"
status = "active"
responsible = "Hallintopäällikkö"

[[measures.moves]]
date = 2025-06-01
from = "2025H1"
to = "2025H2"

[[measures.moves]]
date = 2025-12-01
from = "2025H2"
to = "2026H1"

[[meetings]]
number = "3/2026"
date = 2026-11-22
opened = 09:00:00
"""


def opened(folder: Path) -> Session:
    """Open the small roadmap with a measure that was postponed twice, and a meeting under way."""
    # The late ones are walked in the order of their ends and ids: T02, then T04.
    return Session.open(committed(folder, SMALL + MOVED), today=TODAY, clock=lambda: NINE)


async def test_the_third_postponement_asks_whether_at_all(repository: Path) -> None:
    """The question names how often it has been moved, and the three ways have a number each."""
    async with running(opened(repository), size=(80, 30)) as pilot:
        await press(pilot, "enter", "2", "enter", "3")
        asked = screen_text(pilot)

    assert "Esitetäänkö johtoryhmälle, perutaanko vai siirretäänkö silti?" in asked
    assert "T04 on siirretty jo 2 kertaa." in asked
    assert [line.strip()[3:] for line in asked.splitlines() if line.strip()[:3] in ("1  ", "2  ", "3  ")] == [
        "Esitetään johtoryhmälle",
        "Perutaan (keskeytetään)",
        "Siirretään silti",
    ]


@pytest.mark.parametrize(
    ("keys", "outcome", "decision", "end", "status"),
    [
        (
            ["1", "1", "1"],
            "proposed",
            "Päätettiin esittää johtoryhmälle, että toimenpide T04 siirretään keväältä 2026 keväälle 2027.",
            "2026H1",
            "active",
        ),
        (["2", "2"], "dropped", "Päätettiin keskeyttää toimenpide T04.", "2026H1", "dropped"),
        (
            ["3", "1", "1"],
            "moved",
            "Päätettiin siirtää toimenpide T04 keväältä 2026 keväälle 2027.",
            "2027H1",
            "active",
        ),
    ],
    ids=["propose", "drop", "move"],
)
async def test_each_answer_is_a_decision_of_its_own(  # noqa: PLR0917 - a row of the table
    repository: Path, keys: list[str], outcome: str, decision: str, end: str, status: str
) -> None:
    """What is proposed leaves schedule and status as they are; the § says what was decided, the log that it waits."""
    async with running(opened(repository), size=(80, 30)) as pilot:
        await press(pilot, "enter", "2", "enter", "3", *keys)

    roadmap = on_disk(repository)
    item, measure = roadmap.meeting("3/2026").items[-1], roadmap.measure("T04")
    assert (item.outcome, item.subjects) == (outcome, ("T04",))
    assert item.decision.startswith(decision)
    assert (measure.end, measure.status) == (end, status)
    if outcome == "proposed":
        assert measure.log[-1].event == "proposed"
        assert subjects(repository)[-1].startswith("§ 2 T04: esitetty eteenpäin")


async def test_an_end_after_the_roadmaps_own_can_only_be_proposed(repository: Path) -> None:
    """The half-year is taken as typed, and the team is told why it does not decide."""
    async with running(opened(repository), size=(80, 30)) as pilot:
        await press(pilot, "enter", "3", *"0k28", "enter")
        told = screen_text(pilot)
        await press(pilot, "1", "1")

    item = on_disk(repository).meeting("3/2026").items[-1]
    assert "kevät 2028 on tiekartan viimeisen puolivuoden jälkeen" in told.replace("Kevät", "kevät")
    assert item.outcome == "proposed"
    assert "keväälle 2028" in item.decision
    assert on_disk(repository).measure("T02").end == "2026H1"


async def test_dropping_what_has_granted_money_is_asked_about(repository: Path) -> None:
    """1 proposes it to the management team, 2 drops it all the same; without granted money nothing is asked."""
    async with running(opened(repository), size=(80, 30)) as pilot:
        await press(pilot, "enter", "4")
        plain = screen_text(pilot)
        await press(pilot, "2", "5", "4")
        granted = screen_text(pilot)
        await press(pilot, "1", "2")

    roadmap = on_disk(repository)
    assert "sopivaa ratkaisua ei löytynyt" in plain
    assert "Toimenpiteelle T01 on myönnetty määräraha." in granted
    assert roadmap.measure("T01").status == "active"
    assert (
        roadmap.meeting("3/2026")
        .items[-1]
        .decision.startswith("Päätettiin esittää johtoryhmälle, että toimenpide T01 keskeytetään. Syy: ")
    )
