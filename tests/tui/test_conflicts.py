"""Conflicts are told until they are settled, and each is settled with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import edits
from model.edits import Place
from model.typed import set_field
from tests.tui.session_files import SMALL, TODAY, committed, opened, running, screen_text
from tui.app import Tiekartta
from tui.screens.conflicts import ConflictsScreen
from tui.screens.measure import MeasureScreen
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

HERE = Place(TODAY)
TORN = (
    SMALL
    + """
[[conflicts]]
id = "R1"
table = "measures"
record = "T02"
field = "end"
base = "2025H2"
ours = "2026H1"
theirs = "2026H2"
ours_by = "Aino Malli"
theirs_by = "Olli Esimerkki"
date = 2026-11-20

[[conflicts]]
id = "R2"
table = "measures"
record = "T03"
field = "title"
base = "Kyydit"
ours = "Kuljetukset"
theirs = "Koulukuljetukset"
"""
)


def look(pilot: Pilot[None]) -> None:
    """Look at the file now, as the app does every second."""
    app = pilot.app
    assert isinstance(app, Tiekartta)
    app.look_outside()


async def test_a_stale_copy_with_another_value_is_told_and_waits(repository: Path) -> None:
    """What was edited there, what was put back, what is in conflict and where the other side lies is on the screen."""
    session = opened(repository)
    async with running(session, size=(120, 40)) as pilot:
        session.change(edits.mark_done(session.roadmap, "T01", HERE))
        session.change(set_field(session.roadmap, ("measures", "T02"), "title", "Liput verkossa"))
        session.keeper.recording.settle(60)
        stale = SMALL.replace("Tiketöinti", "Lipunmyynti").replace("Kuljetukset", "Koulukuljetukset")
        session.path.write_text(stale, encoding="utf-8")

        look(pilot)
        await pilot.pause()
        said = " ".join(screen_text(pilot).split())

    assert "Muuttunut ohjelman ulkopuolella: T03 nimi: Kuljetukset → Koulukuljetukset" in said
    assert "Tiedostoon tallennettiin vanhempi versio" in said
    assert "1 ristiriita odottaa ratkaisua." in said
    assert session.roadmap.measure("T01").status == "done"
    assert session.roadmap.measure("T02").title == "Liput verkossa"
    assert session.roadmap.measure("T03").title == "Koulukuljetukset"
    assert (repository / "roadmap.toinen-2026-11-22.toml").read_text("utf-8") == stale


async def test_one_key_settles_one_conflict(repository: Path) -> None:
    """F6 shows them with both sides by name; a digit chooses, the next one comes under the cursor, u takes it back."""
    session = Session.open(committed(repository, TORN), today=TODAY)
    async with running(session) as pilot:
        assert "2 ristiriitaa odottaa ratkaisua." in screen_text(pilot)
        await pilot.press("f6")
        await pilot.pause()
        text = screen_text(pilot)
        assert "1  Aino Malli: kevät 2026 (voimassa)" in text
        assert "2  Olli Esimerkki: syksy 2026" in text
        assert "3  ennen kumpaakin: syksy 2025" in text

        await pilot.press("2")
        await pilot.pause()
        assert session.roadmap.measure("T02").end == "2026H2"
        assert [one.id for one in session.roadmap.conflicts] == ["R2"]
        await pilot.press("1")
        await pilot.pause()
        assert [one.id for one in session.roadmap.conflicts] == []
        assert "Ristiriitoja ei ole." in screen_text(pilot)
        assert "odottaa ratkaisua" not in screen_text(pilot)

        await pilot.press("u")
        await pilot.pause()
        assert [one.id for one in session.roadmap.conflicts] == ["R2"]


async def test_a_third_value_is_given_in_its_own_place(repository: Path) -> None:
    """Enter opens the measure; what was edited there can then stand."""
    session = Session.open(committed(repository, TORN), today=TODAY)
    async with running(session) as pilot:
        await pilot.press("f6", "down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MeasureScreen)
        session.change(set_field(session.roadmap, ("measures", "T03"), "title", "Kaikki kyydit"))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConflictsScreen)
        assert "4  siinä nyt: Kaikki kyydit (voimassa)" in screen_text(pilot)

        await pilot.press("4")
        await pilot.pause()

    assert [one.id for one in session.roadmap.conflicts] == ["R1"]
    assert session.roadmap.measure("T03").title == "Kaikki kyydit"


async def test_without_conflicts_the_key_is_not_told_but_answers(repository: Path) -> None:
    """Who has none need not know of them; who presses the key, or finds it in the help, is told that there are none."""
    async with running(opened(repository), size=(120, 40)) as pilot:
        first = screen_text(pilot)
        await pilot.press("f6")
        await pilot.pause()

        assert "Ristiriidat" not in first
        assert "Ristiriitoja ei ole." in screen_text(pilot)


async def test_the_value_of_now_is_offered_where_it_is_a_third_one(repository: Path) -> None:
    """Until somebody edits the place there are three to choose from, and so many keys."""
    session = Session.open(committed(repository, TORN), today=TODAY)
    async with running(session, size=(120, 40)) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        three = screen_text(pilot)
        session.change(set_field(session.roadmap, ("measures", "T03"), "title", "Kaikki kyydit"))
        await pilot.press("escape", "f6")
        await pilot.pause()
        four = screen_text(pilot)

    assert ["4 Nykyinen" in text for text in (three, four)] == [False, True]
