"""The maturity view: digits are the truth, two inks stay apart, and a new level is a dated score."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.pictures import axis
from exporters.pictures.views import VIEWS
from model import meetings
from model.levels import levels
from model.records import Score, Target, Viewpoint
from tests.tui.meeting_files import press
from tests.tui.session_files import NINE, SMALL, TODAY, committed, opened, running, screen_text
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path


def viewpoint(*scores: tuple[str, str, int], target: str = "4.0") -> Viewpoint:
    """Make a viewpoint of (level, basis, year) and a target."""
    return Viewpoint(
        id="v",
        name="V",
        scope="own",
        scores=tuple(
            Score(date=date(year, 5, 1), value=Decimal(level), basis="survey" if basis == "survey" else "judgement")
            for level, basis, year in scores
        ),
        targets=(Target(date=date(2024, 1, 1), value=Decimal(target)),),
    )


def test_the_axis_puts_each_mark_on_its_level() -> None:
    """Six cells from level to level: 2.0 stands on its tick, 4.0 on its own."""
    row = levels(viewpoint(("2.0", "survey", 2024), ("3.0", "survey", 2026)))

    assert axis.axis(row, 6) == "┼─────●─────○─────◆─────┼"
    assert axis.ruler(6) == "1     2     3     4     5"
    assert axis.width(6) == 25


def test_a_judgement_has_a_mark_of_its_own() -> None:
    """Survey and judgement never share a sign."""
    row = levels(viewpoint(("2.0", "survey", 2024), ("3.0", "judgement", 2026)))

    assert dict(axis.marks(row)) == {"◆": Decimal("4.0"), "●": Decimal("2.0"), "◇": Decimal("3.0")}


def test_an_unknown_level_leaves_the_axis_empty() -> None:
    """Nothing is invented: without scores only the target stands there."""
    assert axis.axis(levels(viewpoint()), 6) == "┼─────┼─────┼─────◆─────┼"


async def test_the_row_has_baseline_now_target_and_gap_in_digits(repository: Path) -> None:
    """The printed gap is that of the printed values."""
    async with running(opened(repository)) as pilot:
        await pilot.press("k")

        (row,) = [line for line in screen_text(pilot).splitlines() if "★ Sähköiset palvelut" in line]
        assert row.split()[-4:] == ["2,9", "2,9", "4,0", "−1,1"]


async def test_v_leads_from_view_to_view_and_the_cursor_stays(repository: Path) -> None:
    """Levels, by sector, over the rounds, blind spots and back; Enter rates the viewpoint under the cursor in each."""
    session = opened(repository)
    async with running(session) as pilot:
        await pilot.press("k", "down")
        found = pilot.app.screen.query_one(Rows).current
        seen = []
        for _ in VIEWS:
            seen.append(screen_text(pilot).splitlines()[0])
            await pilot.press("v")
            assert pilot.app.screen.query_one(Rows).current == found

        assert [line.split("·")[1].split()[0] for line in seen[1:]] == ["Tasot", "Tasojen", "Katvealueet"]
        assert screen_text(pilot).splitlines()[0] == seen[0]

        await pilot.press("v", "enter", *"3", "comma", *"4", "enter", "1", "enter")
        await pilot.pause()
        assert session.roadmap.viewpoint(found).scores[-1].value == Decimal("3.4")


async def test_a_viewpoint_without_scores_says_so(repository: Path) -> None:
    """An unknown level is a dash in the row and words below it."""
    text = SMALL.replace('[[viewpoints.scores]]\ndate = 2024-09-27\nvalue = 2.9\nbasis = "survey"\nn = 270\n', "")
    async with running(Session.open(committed(repository, text), today=TODAY)) as pilot:
        await pilot.press("k")

        assert "ei arvioitu" in screen_text(pilot)


async def test_a_level_is_typed_with_a_comma_and_the_old_score_stays(repository: Path) -> None:
    """Enter, 3,4, judgement, a note: one dated score more."""
    session = opened(repository)
    async with running(session) as pilot:
        await pilot.press("k", "enter", *"3", "comma", *"4", "enter", "1", *"uusi palvelu", "enter")
        await pilot.pause()

        old, new = session.roadmap.viewpoint("palvelut").scores
        assert (old.value, old.basis, old.n) == (Decimal("2.9"), "survey", 270)
        assert (new.value, new.basis, new.date, new.note) == (Decimal("3.4"), "judgement", TODAY, "uusi palvelu")
        assert "◇3,4" in screen_text(pilot)


async def test_a_survey_level_asks_how_many_answered(repository: Path) -> None:
    """A survey's mean never stands without its number of answers."""
    session = opened(repository)
    async with running(session) as pilot:
        await pilot.press("k", "enter", "3", "enter", "2", *"143", "enter", "enter")
        await pilot.pause()

        assert session.roadmap.viewpoint("palvelut").scores[-1].n == 143


async def test_a_level_outside_the_scale_is_refused_and_asked_again(repository: Path) -> None:
    """6 is no level; the question stays and says so."""
    session = opened(repository)
    async with running(session) as pilot:
        await pilot.press("k", "enter", "6", "enter")

        assert len(session.roadmap.viewpoint("palvelut").scores) == 1
        assert "1–5" in screen_text(pilot)


async def test_in_a_meeting_a_new_level_is_its_next_item(repository: Path) -> None:
    """The score carries meeting and §, and the meeting has that §."""
    session = opened(repository)
    session.change(meetings.begin(session.roadmap, TODAY, NINE)[0])
    async with running(session) as pilot:
        await pilot.press("k", "enter", "4", "enter", "1", "enter")
        await pilot.pause()

        score = session.roadmap.viewpoint("palvelut").scores[-1]
        assert session.meeting is not None
        assert (score.meeting, score.item) == (session.meeting.number, session.meeting.items[-1].number)
        assert session.meeting.items[-1].outcome == "score"


async def test_in_a_meeting_a_proposed_target_is_its_next_item(repository: Path) -> None:
    """Who reads the minutes learns what is proposed to the approving body, and why."""
    session = opened(repository)
    session.change(meetings.begin(session.roadmap, TODAY, NINE)[0])
    async with running(session) as pilot:
        await press(pilot, "k", "plus", *"3,9", "enter", *"kasvu", "enter")

    target = session.roadmap.viewpoint("palvelut").targets[-1]
    assert session.meeting is not None
    item = session.meeting.items[-1]
    assert (target.meeting, target.item, target.state) == (session.meeting.number, item.number, "proposed")
    assert (item.heading, item.outcome, item.decision) == (
        "Sähköiset palvelut",
        "proposed",
        f"Päätettiin esittää johtoryhmälle, että näkökulman {item.heading} tavoitetasoksi asetetaan 3,9. Syy: kasvu.",
    )


async def test_the_viewpoints_page_shows_its_levels_and_the_measures_meant_to_move_it(repository: Path) -> None:
    """Survey value and measures stand on one screen, and a measure opens from there."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await pilot.press("k", "space")

        text = screen_text(pilot)
        assert "27.9.2024" in text
        assert "n = 270" in text
        assert "T01" in text

        await pilot.press("space")
        assert "Verkkomaksaminen" in screen_text(pilot)
        assert "Vapaa-aikapäällikkö" in screen_text(pilot)
