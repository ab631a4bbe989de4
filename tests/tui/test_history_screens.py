"""The history as a coordinator uses it: by meeting, narrowed down, opened, taken back; and who decided a field."""

from __future__ import annotations

import subprocess
from datetime import time
from typing import TYPE_CHECKING

from model import edits, meetings
from model.edits import Place
from model.halfyear import HalfYear
from model.typed import set_field
from tests.tui.meeting_files import press
from tests.tui.session_files import NINE, SMALL, TODAY, committed, git, opened, running, screen_text, settled
from tui.screens.decision import DecisionScreen
from tui.screens.history import HistoryScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

HERE = Place(TODAY)


def renamed(session: Session, measure: str, title: str) -> None:
    """Give a measure another title."""
    session.change(set_field(session.roadmap, ("measures", measure), "title", title))


def dropped(session: Session, measure: str, item: int) -> None:
    """Drop a measure in a § of the meeting."""
    place = Place(TODAY, session.roadmap.meetings[-1].number, item)
    after = edits.drop(session.roadmap, measure, place, reason="ei tarvita")
    session.change(
        meetings.decide(after, place, "dropped", subjects=(measure,), heading="Keskeytys", decision="Keskeytetään.")
    )


def with_meeting(folder: Path) -> Session:
    """Rename before a meeting, drop T02 in it, edit by hand during it, rename after it."""
    session = opened(folder)
    renamed(session, "T01", "Verkkokauppa")
    session.change(meetings.begin(session.roadmap, TODAY, NINE)[0])
    dropped(session, "T02", 3)
    session.close()
    text = session.path.read_text(encoding="utf-8").replace('"Kuljetukset"', '"Koulukuljetukset"')
    session.path.write_text(text, encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "wip")
    session = Session.open(session.path, today=TODAY)
    session.change(meetings.close(session.roadmap, session.roadmap.meetings[-1].number, time(10)))
    renamed(session, "T03", "Kuljetukset taas")
    session.close()
    return Session.open(session.path, today=TODAY)


def many(folder: Path, count: int) -> Session:
    """Commit a roadmap with so many titles of T01, one after another."""
    path = committed(folder)
    said = []
    for number in range(count):
        text = SMALL.replace("Verkkomaksaminen", f"Verkkokauppa {number}").encode()
        said.append(
            b"commit refs/heads/long\nmark :%d\ncommitter A B <a@b> %d +0000\ndata 2\nok\n"
            b"%sM 100644 inline roadmap.toml\ndata %d\n%s\n"
            % (number + 1, 1_700_000_000 + number, b"from :%d\n" % number if number else b"", len(text), text)
        )
    fed(folder, b"".join(said))
    git(folder, "checkout", "--quiet", "--force", "long")
    return Session.open(path, today=TODAY)


def fed(folder: Path, stream: bytes) -> None:
    """Give commits to git's fast import."""
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)


async def to_history(pilot: Pilot[None]) -> Rows:
    """Go to the history and wait until it is there."""
    await pilot.press("h")
    await settled(pilot)
    assert isinstance(pilot.app.screen, HistoryScreen)
    return pilot.app.screen.query_one(Rows)


async def test_meetings_have_headings_and_what_is_between_them_too(repository: Path) -> None:
    """What somebody edited by hand while the meeting went on stands with its decisions."""
    async with running(with_meeting(repository), size=(110, 30)) as pilot:
        await to_history(pilot)

        lines = [line.strip() for line in screen_text(pilot).splitlines()]
        heads = [line for line in lines if line == "Kokousten välillä" or line.startswith("1/2026, ")]
        assert heads == ["Kokousten välillä", "1/2026, 22.11.2026", "Kokousten välillä"]
        text = "\n".join(lines)
        assert text.index("T03 nimi: Koulukuljetukset") < text.index("1/2026, ") < text.index("T02 keskeytetty")
        by_hand = text.index("T03 nimi: Kuljetukset → Koulukuljetukset")
        assert text.index("1/2026, ") < by_hand < text.index("T02 keskeytetty")
        assert text.index("T02 keskeytetty") < text.index("T01 nimi: Verkkomaksaminen")


async def test_a_list_of_filters_narrows_down_and_esc_shows_all(repository: Path) -> None:
    """What is asked for stands in the title."""
    async with running(with_meeting(repository), size=(110, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "r", "1", "1")
        await settled(pilot)

        text = screen_text(pilot)
        assert text.splitlines()[0].strip().startswith("Historia · T01")
        assert ["T01 nimi" in text, "T02 keskeytetty" in text] == [True, False]

        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert "T02 keskeytetty" in screen_text(pilot)


async def test_a_filter_can_be_typed(repository: Path) -> None:
    """A meeting, then somebody who has recorded nothing: that nothing fits is said."""
    async with running(with_meeting(repository), size=(110, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "slash", *"1/2026", "enter")
        await settled(pilot)
        text = screen_text(pilot)
        assert ["T02 keskeytetty" in text, "T01 nimi" in text] == [True, False]

        await press(pilot, "slash", *"Liisa", "enter")
        await settled(pilot)
        assert "Mitään sopivaa ei löytynyt." in screen_text(pilot)


async def test_the_next_page_is_there_before_the_end(repository: Path) -> None:
    """Nobody has to ask for older ones, and the very first version is reached."""
    async with running(many(repository, 400), size=(80, 24)) as pilot:
        rows = await to_history(pilot)
        assert rows.below > rows.size.height

        for _ in range(4):
            await pilot.press("end")
            await settled(pilot)
        await pilot.press("end")
        assert "Tiedosto luotiin" in screen_text(pilot)
        assert rows.below == 0


async def test_the_cursor_stays_on_its_entry_when_something_is_recorded(repository: Path) -> None:
    """Deep in the history, too."""
    session = many(repository, 120)
    async with running(session, size=(80, 24)) as pilot:
        rows = await to_history(pilot)
        await pilot.press(*["pagedown"] * 4)
        await settled(pilot)
        before = rows.current

        text = session.path.read_text(encoding="utf-8").replace("Kuljetukset", "Koulukuljetukset")
        session.path.write_text(text, encoding="utf-8")
        git(repository, "commit", "--quiet", "--all", "--message", "wip")
        pilot.app.refresh_screens()  # type: ignore[attr-defined]  # it is ours
        await settled(pilot)
        assert rows.current == before


async def test_an_entry_is_taken_back_after_a_preview(repository: Path) -> None:
    """Enter opens it, x asks, Enter takes it back; what came later stays, and the two fold."""
    session = opened(repository)
    session.change(edits.move(session.roadmap, "T01", HERE, to=HalfYear("2027H1"), reason="resurssi"))
    renamed(session, "T01", "Verkkokauppa")
    session.close()
    async with running(session := Session.open(session.path, today=TODAY), size=(100, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "down", "enter", "x")
        await asked(pilot)
        assert "Kumottu: T01 siirretty: syksy 2026 → kevät 2027 (resurssi)" in screen_text(pilot)

        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert (session.roadmap.measure("T01").end, session.roadmap.measure("T01").title) == (
            HalfYear("2026H2"),
            "Verkkokauppa",
        )


async def asked(pilot: Pilot[None]) -> None:
    """Wait until a question is up, for which something is worked out first."""
    for _ in range(2000):
        await pilot.pause()
        if pilot.app.screen.is_modal:
            return
    raise AssertionError(screen_text(pilot))


async def test_what_took_an_entry_back_is_opened_and_taken_back_itself(repository: Path) -> None:
    """The line under the entry leads to it; then the old decision stands again."""
    session = opened(repository)
    renamed(session, "T01", "Verkkokauppa")
    renamed(session, "T03", "Koulukuljetukset")
    session.undo()
    session.close()
    async with running(session := Session.open(session.path, today=TODAY), size=(100, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "enter")
        assert "kumottu" in screen_text(pilot).splitlines()[0]
        await press(pilot, "down", "enter", "x")
        await asked(pilot)
        await press(pilot, "enter")
        await settled(pilot)

        assert session.roadmap.measure("T03").title == "Koulukuljetukset"
        assert isinstance(pilot.app.screen, HistoryScreen)


async def test_what_stands_on_an_entry_is_named(repository: Path) -> None:
    """It says which later change is in the way, and nothing is asked."""
    session = opened(repository)
    renamed(session, "T01", "Verkkokauppa")
    renamed(session, "T01", "Kauppa")
    session.close()
    async with running(session := Session.open(session.path, today=TODAY), size=(150, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "down", "enter", "x")
        await settled(pilot)

        assert isinstance(pilot.app.screen, DecisionScreen)
        assert "tätä on muutettu myöhemmin" in screen_text(pilot)
        assert "T01 nimi: Verkkokauppa → Kauppa" in screen_text(pilot)
        assert session.roadmap.measure("T01").title == "Kauppa"


async def test_one_field_of_an_entry_is_taken_back(repository: Path) -> None:
    """The cursor chooses the part; the entry is marked as taken back in part."""
    path = committed(repository)
    text = SMALL.replace("Verkkomaksaminen", "Verkkokauppa").replace("Tiketöinti", "Liput")
    path.write_text(text, encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "wip")
    async with running(session := Session.open(path, today=TODAY), size=(100, 30)) as pilot:
        await to_history(pilot)
        await press(pilot, "enter", "down", "down", "down", "x")
        await asked(pilot)
        await press(pilot, "2")
        await asked(pilot)
        await press(pilot, "enter")
        await settled(pilot)

        titles = [session.roadmap.measure(name).title for name in ("T01", "T02")]
        assert titles == ["Verkkokauppa", "Tiketöinti"]


async def test_an_entry_tells_why_and_leads_to_its_measure(repository: Path) -> None:
    """The reason, the § with its heading, both values; Enter on a value opens the measure."""
    async with running(with_meeting(repository), size=(110, 40)) as pilot:
        await to_history(pilot)
        await press(pilot, "r", "1", "2")
        await settled(pilot)
        await press(pilot, "home", "enter")
        text = screen_text(pilot)
        assert ["ei tarvita" in text, "1/2026 § 3" in text, "Erkki Esimerkki" in text] == [True] * 3

        await press(pilot, "down", "enter")
        assert getattr(pilot.app.screen, "NAME", "") == "measure"


async def test_who_decided_a_field_is_one_key_away(repository: Path) -> None:
    """On a field of a measure: each decision with its day, both values and the reason; Enter opens it."""
    session = opened(repository)
    session.change(edits.move(session.roadmap, "T01", HERE, to=HalfYear("2027H1"), reason="resurssi"))
    session.close()
    async with running(Session.open(session.path, today=TODAY), size=(110, 40)) as pilot:
        pilot.app.open_measure("T01")  # type: ignore[attr-defined]  # it is ours
        await pilot.pause()
        pilot.app.screen.query_one(Rows).select("end")
        await pilot.press("w")
        await settled(pilot)
        text = screen_text(pilot)
        assert "Kuka päätti: päättyy" in text
        assert "syksy 2026 → kevät 2027 (resurssi)" in text
        assert "syksy 2026 alusta alkaen" in text

        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, DecisionScreen)


async def test_who_gave_a_level_is_one_key_away(repository: Path) -> None:
    """On a line of a viewpoint's levels; on a line that tells of no field the key does nothing."""
    async with running(opened(repository), size=(110, 40)) as pilot:
        await press(pilot, "k", "space")
        rows = pilot.app.screen.query_one(Rows)
        rows.select("scores::0")
        await pilot.press("w")
        await settled(pilot)
        assert "Kuka päätti: tasot" in screen_text(pilot)
        assert "alusta alkaen" in screen_text(pilot)

        await pilot.press("escape")
        rows.select("T01")
        await pilot.press("w")
        await settled(pilot)
        assert getattr(pilot.app.screen, "NAME", "") == "viewpoint"


async def test_a_version_that_cannot_be_read_is_told(repository: Path) -> None:
    """It costs nothing but its own line."""
    path = committed(repository)
    for text in ("tämä ei ole TOML = = =", SMALL.replace("Verkkomaksaminen", "Verkkokauppa")):
        path.write_text(text, encoding="utf-8")
        git(repository, "commit", "--quiet", "--all", "--message", "wip")
    async with running(Session.open(path, today=TODAY), size=(110, 24)) as pilot:
        await to_history(pilot)
        text = screen_text(pilot)
        assert "Tätä tiedoston versiota ei voi lukea: wip" in text
        assert "T01 nimi: Verkkomaksaminen → Verkkokauppa" in text


async def test_a_merge_in_which_nothing_was_decided_says_so(repository: Path) -> None:
    """Its page is not empty: what each copy changed stands in entries of its own."""
    path = committed(repository)
    git(repository, "checkout", "--quiet", "-b", "toinen")
    path.write_text(SMALL.replace("Verkkomaksaminen", "Verkkokauppa"), encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "heidän")
    git(repository, "checkout", "--quiet", "-")
    path.write_text(SMALL.replace("Kuljetukset", "Koulukuljetukset"), encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "meidän")
    git(repository, "merge", "--quiet", "-m", "Yhdistetty muiden kirjauksiin", "toinen")
    async with running(Session.open(path, today=TODAY), size=(110, 24)) as pilot:
        await to_history(pilot)
        await pilot.press("enter")
        await settled(pilot)

        assert isinstance(pilot.app.screen, DecisionScreen)
        assert "Tässä kaksi kopiota yhdistettiin" in screen_text(pilot)
