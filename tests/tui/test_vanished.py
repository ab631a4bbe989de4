"""What somebody takes out of the file while it is on the screen is gone from it; the app goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import press, session_of, walking
from tests.tui.session_files import SMALL, TODAY, opened, running, screen_text
from tui.app import Tiekartta
from tui.screens.maturity import MaturityScreen
from tui.screens.viewpoint import ViewpointScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

VIEWPOINT = SMALL[SMALL.index("[[viewpoints]]") : SMALL.index("# Odottaa")]
MEASURE = SMALL[SMALL.index('[[measures]]\nid = "T02"') : SMALL.index('[[measures]]\nid = "T03"')]


async def vanishes(pilot: Pilot[None], session: Session, text: str) -> None:
    """Take a part out of the file, as an editor would, and have the app look."""
    app = pilot.app
    assert isinstance(app, Tiekartta)
    whole = session.path.read_text("utf-8").replace('viewpoints = ["palvelut"]\n', "")
    assert text in whole
    session.path.write_text(whole.replace(text, ""), encoding="utf-8")
    app.look_outside()
    await pilot.pause()


async def answered(pilot: Pilot[None], *answers: str) -> None:
    """Type texts and press keys, each when the one before has been taken."""
    for answer in answers:
        await pilot.press(*([answer] if answer == "enter" else answer))
        await pilot.pause()


async def test_a_viewpoint(repository: Path) -> None:
    """Its page is empty, a new level is not asked for."""
    session = opened(repository)
    async with running(session, size=(100, 30)) as pilot:
        await pilot.app.push_screen(ViewpointScreen("palvelut"))
        await pilot.pause()
        assert "Sähköisten palvelujen" in screen_text(pilot)

        await vanishes(pilot, session, VIEWPOINT)
        assert "Tasot" not in screen_text(pilot)
        await pilot.app.screen.run_action("rescore")
        await pilot.pause()

        assert isinstance(pilot.app.screen, ViewpointScreen)


@pytest.mark.parametrize(
    ("begin", "answer"),
    [("v", ["Valmis", "enter"]), ("s", ["1", "1"]), ("s", ["k27", "enter"])],
    ids=["done", "moved to the first that is offered", "moved to what is typed"],
)
async def test_a_measure_while_something_is_asked_about_it(repository: Path, begin: str, answer: list[str]) -> None:
    """The answer finds it gone, and that is said."""
    session = opened(repository)
    async with running(session, size=(100, 30)) as pilot:
        await pilot.press(begin)
        await pilot.pause()
        await vanishes(pilot, session, MEASURE)
        await answered(pilot, *answer)

        assert "Ei löydy: toimenpide T02" in screen_text(pilot)


async def test_a_measure_while_its_money_is_asked_about(repository: Path) -> None:
    """Year and sum are asked for all the same; what they belong to is gone, and that is said."""
    session = opened(repository)
    async with running(session, size=(100, 40)) as pilot:
        assert isinstance(pilot.app, Tiekartta)
        pilot.app.open_measure("T02")
        await pilot.pause()
        rows = pilot.app.screen.query_one(Rows)
        await pilot.press("end")
        assert rows.current == "funding:"
        await pilot.press("enter")
        await pilot.pause()
        await vanishes(pilot, session, MEASURE)
        await answered(pilot, "2027", "enter", "100", "enter", "1")

        assert "Ei löydy: toimenpide T02" in screen_text(pilot)


async def test_a_meeting_while_its_attendance_is_asked_about(repository: Path) -> None:
    """The walk and the question are left, and every key acts again."""
    session = session_of(repository)
    async with walking(session) as pilot:
        assert isinstance(pilot.app, Tiekartta)
        await press(pilot, "l")
        assert pilot.app.screen.is_modal
        other = Session.open(session.path, today=TODAY)
        other.change(other.roadmap.without("meetings", other.roadmap.meetings[-1].number))
        other.close()
        pilot.app.look_outside()
        await pilot.pause()
        await press(pilot, "k")

        assert isinstance(pilot.app.screen, MaturityScreen)
        assert session.meeting is None
