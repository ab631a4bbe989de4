"""Minutes after the meeting on the screen: checked, published, locked, reopened; earlier ones are reached, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.minutes import minutes
from exporters.proof import digest
from exporters.words import Words
from tests.tui.meeting_files import asked, on_disk, press, subjects, type_in
from tests.tui.session_files import NINE, SMALL, TODAY, committed, running, screen_text, settled
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

HELD = """
[[meetings]]
number = "2/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:00:00
state = "published"
published = 2026-09-08
published_to = "Intranet, digitiimi"

[[meetings]]
number = "3/2026"
date = 2026-11-22
place = "Lehtori"
opened = 09:00:00
closed = 10:00:00
"""


def opened(folder: Path) -> Session:
    """Open the small roadmap with one meeting published and one over."""
    return Session.open(committed(folder, SMALL + HELD), today=TODAY, clock=lambda: NINE)


async def test_minutes_are_checked_by_a_number_and_locked(repository: Path) -> None:
    """Members are offered; from then on every key that would change the meeting says how it is reopened."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m")
        before = screen_text(pilot)
        await press(pilot, "5", "1")
        after = screen_text(pilot)
        await press(pilot, "2")
        locked = screen_text(pilot)
        await press(pilot, "l")
        still = screen_text(pilot)

    meeting = on_disk(repository).meeting("3/2026")
    assert "5 Tarkastettu…" in before
    assert "6 Julkaistu…" not in before
    assert "6 Julkaistu…" in after
    assert (meeting.state, meeting.checked, meeting.checked_by) == ("checked", TODAY, "Tietohallintokoordinaattori")
    assert meeting.place == "Lehtori"
    assert "Muistio 3/2026 on tarkastettu ja lukittu." in locked
    assert "Muistio 3/2026 on tarkastettu ja lukittu." in still
    assert subjects(repository)[-1] == "Muistio 3/2026: tarkastettu 22.11.2026, Tietohallintokoordinaattori"


async def test_minutes_are_checked_in_the_meeting_that_runs(repository: Path) -> None:
    """Its place comes first; the § at hand is who checked them."""
    running_one = (
        '\n[[meetings]]\nnumber = "4/2026"\ndate = 2026-11-22\nopened = 09:00:00\n'
        '\n[[meetings.items]]\nnumber = 1\nkind = "previous"\nheading = "Edellinen muistio"\n'
    )
    session = Session.open(committed(repository, SMALL + HELD + running_one), today=TODAY, clock=lambda: NINE)
    async with running(session, size=(100, 30)) as pilot:
        await press(pilot, "m", "left", "5")
        offered = screen_text(pilot)
        await press(pilot, "1")

    assert "1  Kokouksessa 4/2026 § 1" in offered
    assert on_disk(repository).meeting("3/2026").checked_by == "4/2026 § 1"


async def test_a_question_about_minutes_that_is_left_changes_nothing(repository: Path) -> None:
    """Esc at who, where or why: the stage stays as it was."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m", "5", "escape")
        first = on_disk(repository).meeting("3/2026").state
        await press(pilot, "5", "1", "6", "escape", "7", "escape")

    assert (first, on_disk(repository).meeting("3/2026").state) == ("draft", "checked")


async def test_published_minutes_have_the_digest_of_the_file_that_is_written(repository: Path) -> None:
    """The place is that of the last time; the file on disk is the text that the digest proves."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m", "5", "1", "6")
        await asked(pilot)
        offered = screen_text(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        said = " ".join(screen_text(pilot).split())

    roadmap = on_disk(repository)
    meeting = roadmap.meeting("3/2026")
    assert "Muistio 3/2026 julkaistu: 22.11.2026, Intranet, digitiimi. Tiedosto: minutes/muistio-3-2026.md" in said
    text = (repository / "minutes" / "muistio-3-2026.md").read_text(encoding="utf-8")
    assert "Intranet, digitiimi" in offered
    assert (meeting.state, meeting.published_to) == ("published", "Intranet, digitiimi")
    assert meeting.digest == digest(text) == digest(minutes(roadmap, meeting, Words("fi")))


async def test_reopening_asks_why_and_the_meeting_can_be_put_right_again(repository: Path) -> None:
    """The trace stays in the file; undo takes back the reopening, and the lock is on again."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m", "5", "1", "7")
        type_in(pilot, "Paikka oli väärä")
        await press(pilot, "enter", "2")
        type_in(pilot, "Kirjasto")
        await press(pilot, "enter")
        reopened = on_disk(repository).meeting("3/2026")
        await press(pilot, "u", "u")
        undone = screen_text(pilot)

    meeting = on_disk(repository).meeting("3/2026")
    assert (reopened.state, reopened.place) == ("draft", "Kirjasto")
    assert [trace.reason for trace in reopened.reopenings] == ["Paikka oli väärä"]
    assert (meeting.state, meeting.place, meeting.reopenings) == ("checked", "Lehtori", ())
    assert "Kumotaan: Muistio 3/2026 avattu uudelleen" in undone


async def test_minutes_that_are_not_checked_are_not_published(repository: Path) -> None:
    """The menu does not offer it, and the key says why."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m", "6", "enter")
        said = screen_text(pilot)

    assert "Muistiota 3/2026 ei ole tarkastettu; tarkasta se ensin." in said
    assert on_disk(repository).meeting("3/2026").state == "draft"


async def test_earlier_minutes_are_one_key_away(repository: Path) -> None:
    """Left and right go from meeting to meeting and stop at the ends; the state stands in the title."""
    async with running(opened(repository), size=(100, 30)) as pilot:
        await press(pilot, "m", "left", "left")
        earlier = screen_text(pilot)
        await press(pilot, "right", "right")
        latest = screen_text(pilot)

    assert earlier.splitlines()[0].split() == ["Muistio", "2/2026", "julkaistu"]
    assert latest.splitlines()[0].split() == ["Muistio", "3/2026", "luonnos"]
