"""The register on screen: open tasks first, every decision with what became of it, found again by any word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.agenda import set_action
from tests.tui.meeting_files import asked, on_disk, press, session_of, subjects
from tests.tui.session_files import TODAY, committed, opened, running, screen_text
from tui.screens.measure import MeasureScreen
from tui.screens.paragraph import ParagraphScreen
from tui.session import Session
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from model.meeting import Meeting


def lines(pilot: Pilot[None]) -> list[str]:
    """Return the lines of the screen."""
    return screen_text(pilot).splitlines()


async def to(pilot: Pilot[None], row: str) -> None:
    """Put the cursor on a row of the register."""
    pilot.app.screen.query_one(Rows).select(row)
    await pilot.pause()


def meeting(folder: Path, number: str = "2/2026") -> Meeting:
    """Return a meeting as the file has it."""
    return on_disk(folder).meeting(number)


async def test_open_tasks_stand_first_and_then_the_latest_meeting(repository: Path) -> None:
    """A task says by when and that it is overdue; a decision says what became of it."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        shown = lines(pilot)

    assert "1 avoin tehtävä, 1 myöhässä" in shown[0]
    assert "AVOIMET TEHTÄVÄT" in shown[1]
    assert "2/2026-3" in shown[2]
    assert "13.11.2026  myöhässä" in shown[2]
    assert "Vapaa-aikapäällikkö" in shown[2]
    (headed,) = [number for number, line in enumerate(shown) if line.strip().startswith("2/2026  tiistai")]
    assert "§ 5 " in shown[headed + 1]
    (found,) = [line for line in shown if "§ 11 " in line and "Vuoden 2027 talousarvioesitys" in line]
    assert found.rstrip().endswith("pantu toimeen")


async def test_a_narrow_window_leaves_out_who(repository: Path) -> None:
    """What has to be done and whether it is late comes before whose it is; after a resize it is there again."""
    async with running(session_of(repository)) as pilot:
        await press(pilot, "b")
        narrow = screen_text(pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        wide = screen_text(pilot)

    assert "AVOIMET TEHTÄVÄT" in narrow
    assert "myöhässä" in narrow
    assert "Vapaa-aikapäällikkö" not in narrow
    assert "Vapaa-aikapäällikkö" in wide


async def test_the_search_follows_the_typing(repository: Path) -> None:
    """Decisions and tasks in which all words occur; Enter goes to them, Esc shows all again."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b", "slash", *"esityslistan hyv")
        formal = screen_text(pilot)
        await press(pilot, *["backspace"] * 16, *"maararahat joht")
        found = screen_text(pilot)
        assert "Haku: maararahat joht" in found
        await press(pilot, *"xyz")
        nothing = screen_text(pilot)
        await press(pilot, "backspace", "backspace", "backspace", "down", "enter", "a")
        only = screen_text(pilot)
        await press(pilot, "escape")
        everything = screen_text(pilot)

    assert "Esityslistan hyväksyminen" in formal
    assert "Vuoden 2027 talousarvioesitys" in found
    assert "Esityslistan hyväksyminen" not in found
    assert "Mitään sopivaa ei löytynyt." in nothing
    assert "Vuoden 2027 talousarvioesitys" not in only
    assert "Maksupalvelun sopimuksen tilanne" in everything


async def test_only_what_is_open_can_be_shown(repository: Path) -> None:
    """The same key shows all again, and each says what is shown."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b", "a")
        left = screen_text(pilot)
        await press(pilot, "a")
        everything = screen_text(pilot)

    assert "Määrärahataulukko" not in left
    assert "T07" in left
    assert "Määrärahataulukko" in everything


async def test_a_task_is_marked_done_and_open_again_where_it_stands(repository: Path) -> None:
    """One key, one commit; the day is today's, and undo takes it back."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b", "v")
        done = next(task for task in meeting(repository).actions if task.number == 3)
        await to(pilot, "2/2026-3")
        await press(pilot, "v")
        again = next(task for task in meeting(repository).actions if task.number == 3)
        await press(pilot, "u")

    assert (done.state, str(done.done)) == ("done", "2026-11-22")
    assert (again.state, again.done) == ("open", None)
    assert next(task for task in meeting(repository).actions if task.number == 3).state == "done"
    assert any("2/2026-3" in said for said in subjects(repository))


async def test_the_next_open_task_is_at_hand_when_one_is_done(repository: Path) -> None:
    """Several are marked one after another with the same key."""
    session = session_of(repository)
    for number in (1, 2):
        session.change(set_action(session.roadmap, "2/2026", number, state="open", day=TODAY))
    async with running(session, size=(120, 40)) as pilot:
        await press(pilot, "b", "v", "v", "v")

    assert [task.state for task in meeting(repository).actions] == ["done"] * 5


async def test_a_task_of_no_item_has_no_enactment(repository: Path) -> None:
    """The key says so; nothing is asked."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b", "r")
        said = screen_text(pilot)

    assert "Tehtävää ei annettu" in said


async def test_a_decision_is_not_marked_done(repository: Path) -> None:
    """The key says for what it is; nothing is changed."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        await to(pilot, "2/2026 § 5")
        await press(pilot, "v")
        said = screen_text(pilot)

    assert "vain tehtäviä merkitään tehdyiksi" in said
    assert len(subjects(repository)) == 1


@pytest.mark.parametrize(("answer", "state", "day"), [("1", "done", "2026-11-22"), ("3", "open", "None")])
async def test_how_far_a_decision_is_is_said_with_a_key(repository: Path, answer: str, *, state: str, day: str) -> None:
    """It can be said of published minutes, too: putting into practice comes after the meeting."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        await to(pilot, "2/2026 § 5")
        await press(pilot, "r")
        await asked(pilot)
        await press(pilot, answer)

    item = next(item for item in meeting(repository).items if item.number == 5)
    assert (item.enactment, str(item.enacted)) == (state, day)
    assert meeting(repository).state == "published"


async def test_it_can_be_left_to_the_measures_again(repository: Path) -> None:
    """The last answer forgets what somebody said; Esc changes nothing."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        await to(pilot, "2/2026 § 5")
        for answer in ("4", "5", "escape"):
            await press(pilot, "r")
            await asked(pilot)
            await press(pilot, answer)

    assert next(item for item in meeting(repository).items if item.number == 5).enactment is None
    assert len(subjects(repository)) == 3


async def test_enter_opens_the_decision_and_then_its_measure(repository: Path) -> None:
    """The whole §, when it was decided and what became of it; the measure is one key on, and Esc leads back."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        await to(pilot, "2/2026 § 7")
        await press(pilot, "enter")
        page = screen_text(pilot)
        assert isinstance(pilot.app.screen, ParagraphScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MeasureScreen)
        assert pilot.app.screen.measure == "T19"
        await press(pilot, "escape", "r")
        await asked(pilot)
        await press(pilot, "1")
        after = screen_text(pilot)

    assert "2/2026 § 7" in page
    assert "tiistai 1.9.2026" in page
    assert "Perusopetuksen levyjen siivouspäivän sopiminen" in page
    assert "Pantu toimeen 22.11.2026" in after


async def test_a_task_leads_to_its_item_or_to_its_measure(repository: Path) -> None:
    """One that came from no § is about a measure."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        await press(pilot, "b")
        await to(pilot, "2/2026-1")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ParagraphScreen)
        await press(pilot, "escape")
        await to(pilot, "2/2026-3")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MeasureScreen)


async def test_a_decision_that_is_undone_leaves_an_empty_page(repository: Path) -> None:
    """The page of a § that is gone shows nothing and breaks nothing."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        pilot.app.push_screen(ParagraphScreen("7/2026", 99))
        await pilot.pause()
        await press(pilot, "enter", "r")
        shown = screen_text(pilot)

    assert "7/2026 § 99" in shown


async def test_a_roadmap_without_meetings_has_an_empty_register(repository: Path) -> None:
    """It says so, and no key breaks."""
    async with running(opened(repository), size=(120, 40)) as pilot:
        await press(pilot, "b", "enter", "v", "r")
        shown = screen_text(pilot)

    assert "Mitään sopivaa ei löytynyt." in shown
    assert "0 avointa tehtävää" in shown


async def test_what_people_typed_is_shown_literally(repository: Path) -> None:
    """Neither markup nor an escape sequence acts."""
    text = (
        'schema = 1\n[roadmap]\ntitle = "A"\norganisation = "B"\nfirst = "2025H1"\nlast = "2027H2"\n'
        '[[meetings]]\nnumber = "1/2026"\ndate = 2026-01-01\n'
        '[[meetings.items]]\nnumber = 1\nheading = "[red]x[/] \\u001b[31m"\ndecision = "[bold"\n'
        '[[meetings.actions]]\nnumber = 1\ntask = "[/] *a*"\n'
    )
    session = Session.open(committed(repository, text), today=TODAY)
    async with running(session, size=(120, 40)) as pilot:
        await press(pilot, "b")
        shown = screen_text(pilot)
        await press(pilot, "down", "enter")
        page = screen_text(pilot)

    assert "[red]x[/] ␛[31m  [bold" in shown
    assert "[/] *a*" in shown
    assert "[red]x[/]" in page
