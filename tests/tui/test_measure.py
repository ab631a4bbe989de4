"""A measure's card: each field is edited where it stands, and every outcome can be given from here."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model import edits
from model.halfyear import HalfYear
from tests.tui.meeting_files import asked, press
from tests.tui.session_files import SMALL, TODAY, committed, git, opened, running, screen_text
from tui.screens.measure import MeasureScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from model.records import Measure


async def card(pilot: Pilot[None], measure: str = "T01") -> None:
    """Open a measure's card."""
    pilot.app.push_screen(MeasureScreen(measure))
    await pilot.pause()


def t01(session: Session) -> Measure:
    """Return measure T01 as it is now."""
    return session.roadmap.measure("T01")


async def test_the_card_shows_every_field_money_and_what_is_not_recorded(repository: Path) -> None:
    """Names stand for ids, empty fields are a dash, money has its state in words."""
    async with running(opened(repository), size=(100, 36)) as pilot:
        await card(pilot)

        text = screen_text(pilot)
        for told in (
            "Verkkomaksaminen",
            "Helppo asiointi",
            "Sähköiset palvelut",
            "syksy 2026",
            "12\u00a0000\u00a0€",
            "myönnetty",
        ):
            assert told in text


async def test_a_click_on_the_field_under_the_cursor_asks_as_enter_does(repository: Path) -> None:
    """The first click puts the cursor there, the second one asks."""
    async with running(opened(repository), size=(100, 36)) as pilot:
        await card(pilot)
        await pilot.click(Rows, offset=(4, 3))
        before = pilot.app.screen.is_modal
        await pilot.click(Rows, offset=(4, 3))
        await asked(pilot)

        assert (before, pilot.app.screen.is_modal) == (False, True)
        await pilot.press("escape")


async def test_the_old_value_is_selected_so_that_typing_replaces_it(repository: Path) -> None:
    """Enter on the title, a new one, Enter."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("enter", *"Uusi", "enter")
        await pilot.pause()

        assert t01(session).title == "Uusi"


async def test_a_required_field_cannot_be_emptied(repository: Path) -> None:
    """The question stays and says what is wrong."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("enter", "delete", "enter")
        await pilot.pause()

        assert t01(session).title == "Verkkomaksaminen"
        assert len(pilot.app.screen_stack) == 3


async def test_a_closed_set_is_chosen_from_a_list(repository: Path) -> None:
    """The kind is one of five words, by number."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("down", "enter", "4")
        await pilot.pause()

        assert t01(session).kind == "pilot"


async def test_money_of_a_year_is_set_with_its_state(repository: Path) -> None:
    """Sum, then how it stands; the years stay in order."""
    session = opened(repository)
    async with running(session, size=(100, 36)) as pilot:
        await card(pilot)
        await pilot.press("end", "enter", *"2027", "enter", *"4 500", "enter", "2")
        await pilot.pause()

        assert [(f.year, f.amount, f.state) for f in t01(session).funding] == [
            (2026, Decimal(12000), "granted"),
            (2027, Decimal(4500), "applied"),
        ]


async def test_done_asks_for_the_result(repository: Path) -> None:
    """The one-line result is the confirmation; it is in the log."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("v", *"Toimii", "enter")
        await pilot.pause()

        assert t01(session).status == "done"
        assert (t01(session).log[-1].text, t01(session).log[-1].date) == ("Toimii", TODAY)


async def test_a_move_asks_for_half_year_and_reason(repository: Path) -> None:
    """The first half-year offered is the next one."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("s", "1", "1")
        await pilot.pause()

        (moved,) = t01(session).moves
        assert (moved.from_, moved.to) == (HalfYear("2026H2"), HalfYear("2027H1"))
        assert t01(session).end == "2027H1"


async def test_a_planned_measure_is_started_at_a_key(repository: Path) -> None:
    """What waits to begin is under way, with a dated entry."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot, "T03")
        await pilot.press("a")
        await pilot.pause()

        assert session.roadmap.measure("T03").status == "active"


async def test_dropping_and_reopening_keep_the_log(repository: Path) -> None:
    """Nothing of the past is taken away; its money has been granted, so it is dropped all the same (2)."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await press(pilot, "4", "2", "1", "r")

        assert t01(session).status == "active"
        assert [entry.event for entry in t01(session).log] == ["dropped", "reopened"]


async def test_what_makes_no_sense_is_refused_in_a_sentence(repository: Path) -> None:
    """Starting what is under way changes nothing."""
    session = opened(repository)
    async with running(session) as pilot:
        before = session.roadmap
        await card(pilot)
        await pilot.press("a")
        await pilot.pause()

        assert session.roadmap is before
        assert pilot.app.notice.is_error  # type: ignore[attr-defined]  # the app under test is ours


async def test_undo_says_what_it_takes_back(repository: Path) -> None:
    """`u` anywhere; the sentence names the decision, and the history has both."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("v", *"Toimii", "enter")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()

        assert "Kumotaan: T01 merkitty valmiiksi" in screen_text(pilot)
        assert t01(session).status == "active"
    assert git(repository, "log", "--format=%s").splitlines()[0] == "Kumottu: T01 merkitty valmiiksi"


@pytest.mark.parametrize("key", ["escape", "h"])
async def test_the_card_is_left_without_a_trace(repository: Path, key: str) -> None:
    """Looking changes nothing on disk."""
    session = opened(repository)
    before = session.path.read_bytes()
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press(key)
        await pilot.pause()

        assert not isinstance(pilot.app.screen, MeasureScreen)
    assert session.path.read_bytes() == before


async def test_what_cannot_be_chosen_can_still_be_read(repository: Path) -> None:
    """The log stands below the last field; going on downwards brings it into sight."""
    session = opened(repository)
    for number in range(12):
        text = f"merkintä {number}"
        session.change(edits.note(session.roadmap, "T01", edits.Place(TODAY), text=text))
    async with running(session) as pilot:
        await card(pilot)
        assert "merkintä 0" not in screen_text(pilot)

        await pilot.press("end", "end")
        await pilot.pause()

        assert "merkintä 0" in screen_text(pilot)


async def test_a_half_year_that_will_not_do_is_refused_before_the_reason_is_asked(repository: Path) -> None:
    """Nobody types a reason for a move that cannot be made."""
    session = opened(repository)
    async with running(session) as pilot:
        await card(pilot)
        await pilot.press("s", *"k25", "enter")
        await pilot.pause()

        assert "syksy 2026" in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 3
        assert t01(session).moves == ()


async def test_an_end_that_was_approved_is_moved_where_it_stands_too(repository: Path) -> None:
    """Enter on the end asks why, as the key of moving does, and the schedule goes on showing what was approved."""
    text = f'{SMALL}\n[[approvals]]\nbody = "Johtoryhmä"\ndate = 2025-12-16\n'
    session = Session.open(committed(repository, text), today=TODAY)
    async with running(session) as pilot:
        await card(pilot)
        rows = pilot.app.screen.query_one(Rows)
        while rows.current != "end":
            await press(pilot, "down")
        await press(pilot, "enter", *"k27", "enter")
        await asked(pilot)
        why = screen_text(pilot)
        await press(pilot, "1")

        assert "T01: miksi siirretään?" in why
        assert [(move.from_, move.to, move.reason) for move in t01(session).moves] == [
            ("2026H2", "2027H1", "resurssit")
        ]
        assert "kevät 2027 (hyväksytty: syksy 2026)" in screen_text(pilot)
