"""Before the meeting: it is called with what the file knows, its agenda builds itself and is changed by a key."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from tests.tui.meeting_files import asked, on_disk, press, subjects, type_in
from tests.tui.room_files import at_agenda, headings, item_of, point_at, screen, session_with
from tests.tui.session_files import SMALL, TODAY, committed, running, screen_text
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_roadmap_without_meetings_says_how_one_is_called(repository: Path) -> None:
    """The page names the key."""
    session = Session.open(committed(repository, SMALL), today=TODAY)
    async with running(session) as pilot:
        await press(pilot, "e")
        assert "Kokouksia ei vielä ole" in screen_text(pilot)
        assert "c Kutsu kokous" in screen_text(pilot)


async def test_a_meeting_is_called_with_day_time_and_place(repository: Path) -> None:
    """Three answers; the number and the agenda follow: late and due measures have a § each, in one commit."""
    session = Session.open(committed(repository, SMALL), today=TODAY)
    async with running(session) as pilot:
        await press(pilot, "e", "c")
        await asked(pilot)
        type_in(pilot, "15.12.")
        await press(pilot, "enter")
        type_in(pilot, "13–14.30")
        await press(pilot, "enter")
        type_in(pilot, "Kirjasto")
        await press(pilot, "enter")
        text = screen_text(pilot)

    meeting = on_disk(repository).meeting("1/2026")
    assert (meeting.date, meeting.place) == (date(2026, 12, 15), "Kirjasto")
    assert (meeting.starts, meeting.ends) == (time(13), time(14, 30))
    assert [item.subjects for item in meeting.items if item.kind == "measure"] == [("T02",), ("T01",)]
    assert meeting.items[0].kind == "opening"
    assert meeting.items[-1].kind == "closing"
    assert "Esityslista 1/2026 · tiistai 15.12. klo 13.00–14.30" in text
    assert len(subjects(repository)) == 2


async def test_a_time_that_is_none_is_refused_with_an_example(repository: Path) -> None:
    """The question stays, and its sentence says how a time is written."""
    session = Session.open(committed(repository, SMALL), today=TODAY)
    async with running(session) as pilot:
        await press(pilot, "e", "c")
        await asked(pilot)
        type_in(pilot, "huomenna")
        await press(pilot, "enter")
        assert "15.12." in screen_text(pilot)
        type_in(pilot, "15.12.")
        await press(pilot, "enter")
        type_in(pilot, "aamulla")
        await press(pilot, "enter")
        assert "9.00–10.30" in screen_text(pilot)


async def test_the_list_tells_number_heading_and_how_far_each_is(repository: Path) -> None:
    """And beside it the § under the cursor in full."""
    async with at_agenda(session_with(repository), size=(120, 40)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await pilot.pause()
        text = screen_text(pilot)

    line = next(row for row in text.splitlines() if "§ 4" in row)
    assert "Etätyön välineet" in line
    assert "suunniteltu" in line
    for told in ("§ 3 Uusi sivusto", "Nykyinen alusta vanhenee.", "Valitaan alusta.", "60 min"):
        assert told in text


async def test_an_item_is_added_before_the_cursor(repository: Path) -> None:
    """The later ones come one later; what is proposed can be left open."""
    async with at_agenda(session_with(repository)) as pilot:
        point_at(pilot, "Etätyön välineet")
        await press(pilot, "plus")
        type_in(pilot, "Tietoturvapoikkeama")
        await press(pilot, "enter", "enter")
        found = headings(pilot)

    assert found[3:5] == ["4 Tietoturvapoikkeama", "5 Etätyön välineet"]


async def test_an_item_moves_and_the_cursor_goes_with_it(repository: Path) -> None:
    """`<` and `>` or Shift with arrows; at the closing it stops."""
    async with at_agenda(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "greater_than_sign")
        assert headings(pilot)[2:4] == ["3 Etätyön välineet", "4 Uusi sivusto"]
        assert pilot.app.screen.query_one(Rows).current == "4"
        await press(pilot, "shift+down", "shift+down", "shift+down")
        assert headings(pilot)[5:] == ["6 Uusi sivusto", "7 Kokouksen päättäminen"]
        await press(pilot, "less_than_sign")
        assert headings(pilot)[4] == "5 Uusi sivusto"


async def test_an_item_is_taken_off_before_the_meeting(repository: Path) -> None:
    """After a question; the numbers close up."""
    async with at_agenda(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "minus", "escape")
        assert len(headings(pilot)) == 7
        await press(pilot, "minus", "enter")
        assert headings(pilot)[2] == "3 Etätyön välineet"


async def test_an_item_is_changed_field_by_field(repository: Path) -> None:
    """Before the meeting Enter and space open the same menu; the planned minutes are a number."""
    async with at_agenda(session_with(repository)) as pilot:
        point_at(pilot, "Etätyön välineet")
        await press(pilot, "enter")
        assert "Otsikko: Etätyön välineet" in screen_text(pilot)
        await press(pilot, "2")
        type_in(pilot, "Välineet ovat vanhoja.")
        await press(pilot, "enter", "space", "4")
        type_in(pilot, "pitkään")
        await press(pilot, "enter")
        type_in(pilot, "15")
        await press(pilot, "enter")
        item = item_of(pilot, "Etätyön välineet")

    assert (item.background, item.minutes) == ("Välineet ovat vanhoja.", 15)


async def test_other_meetings_are_looked_at_with_the_arrows(repository: Path) -> None:
    """Left is the meeting before; at either end they stop."""
    second = '\n[[meetings]]\nnumber = "2/2026"\ndate = 2026-12-15\n'
    async with at_agenda(session_with(repository)) as pilot:
        assert "Esityslista 1/2026" in screen_text(pilot)
    (repository / "roadmap.toml").write_text((repository / "roadmap.toml").read_text("utf-8") + second, "utf-8")
    async with running(Session.open(repository / "roadmap.toml", today=TODAY)) as pilot:
        await press(pilot, "e", "right")
        later = screen_text(pilot)
        await press(pilot, "left", "left")
        assert screen(pilot).number == "1/2026"
    assert "Esityslista 2/2026" in later


async def test_a_planned_meeting_shows_the_agenda_that_it_would_get(repository: Path) -> None:
    """Nothing is written for looking at it; the first change lays it out and is made in it."""
    planned = '[[meetings]]\nnumber = "1/2026"\ndate = 2026-11-24\n'
    async with at_agenda(session_with(repository, planned)) as pilot:
        assert "T02 Tiketöinti" in screen_text(pilot)
        assert on_disk(repository).meeting("1/2026").items == ()
        point_at(pilot, "T02 Tiketöinti")
        await press(pilot, "space", "2")
        type_in(pilot, "Toimittaja vaihtui.")
        await press(pilot, "enter")
        assert item_of(pilot, "T02 Tiketöinti").background == "Toimittaja vaihtui."
    assert on_disk(repository).meeting("1/2026").items[-1].kind == "closing"


async def test_an_agenda_only_shown_has_the_numbers_that_it_would_get(repository: Path) -> None:
    """Where the numbers run on through the year it begins after the last one, and a change hits the § that is shown."""
    held = '[[meetings]]\nnumber = "1/2026"\ndate = 2026-03-10\nopened = 09:00:00\nclosed = 10:00:00\n'
    held += '\n[[meetings.items]]\nnumber = 3\nheading = "Muut asiat"\ndecision = "Ei ollut."\n'
    planned = '\n[[meetings]]\nnumber = "2/2026"\ndate = 2026-11-24\n'
    session = session_with(repository, held + planned)
    path = repository / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("[roadmap]\n", '[roadmap]\nnumbering = "year"\n'), "utf-8")
    session.keeper.look()
    async with at_agenda(session) as pilot:
        point_at(pilot, "T02 Tiketöinti")
        await press(pilot, "space", "2")
        type_in(pilot, "Toimittaja vaihtui.")
        await press(pilot, "enter")

    changed = [item for item in on_disk(repository).meeting("2/2026").items if item.background == "Toimittaja vaihtui."]
    assert [(item.number, item.subjects) for item in changed] == [(8, ("T02",))]
