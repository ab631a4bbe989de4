"""The walk: one card at a time; an outcome is a § in the file and a commit, under one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from exporters.minutes import minutes
from exporters.words import Words
from model.agenda import waiting
from model.halfyear import HalfYear
from tests.trusted import allow
from tests.tui.meeting_files import (
    CARDS,
    asked,
    card_title,
    numbered,
    on_disk,
    press,
    session_of,
    subjects,
    type_in,
    walking,
)
from tests.tui.session_files import running, screen_text
from tui.screens.schedule import SCREEN as FIRST_SCREEN
from tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from pathlib import Path


async def test_enter_begins_the_planned_meeting_after_one_question(repository: Path) -> None:
    """Nobody is in a meeting by accident: the question names it, and Esc leads back with nothing changed."""
    session = session_of(repository)
    async with running(session) as pilot:
        await press(pilot, "enter")
        question = screen_text(pilot)
        await press(pilot, "escape")

        assert "Aloitetaanko kokous 3/2026?" in question
        assert isinstance(pilot.app.screen, FIRST_SCREEN)
        assert on_disk(repository).meeting("3/2026").opened is None
        await press(pilot, "enter", "enter")
    assert on_disk(repository).meeting("3/2026").opened is not None
    assert subjects(repository)[-1].startswith("Kokous 3/2026: avattu klo 9.00")


async def test_the_card_tells_what_the_room_needs(repository: Path) -> None:
    """Goal, viewpoints with levels, who answers, schedule, money with its state, notes with their place."""
    async with walking(session_of(repository), size=(120, 40)) as pilot:
        text = screen_text(pilot)

    for told in (
        "T07 Tekoälyn käytön pelisäännöt ja koulutus",
        "§ 5",
        "1/10",
        "★ Digitaalinen osaaminen   3,5 → 3,7   tavoite 4,2   kehittämisen kärki",
        "Tietohallintokoordinaattori (Koko kaupunki)",
        "syksy 2025 – kevät 2026",
        "myöhässä",
        "4\u00a0000\u00a0€   myönnetty",
        "uudet koulutuspäivät haussa. (§ 6, 2/2026)",
        "ESIMERKKI",
    ):
        assert told in text


async def test_the_whole_walk_of_the_sample(repository: Path) -> None:
    """Ten cards with every kind of outcome: the § is the same in the file, the commit and the minutes."""
    session = session_of(repository)
    keys = 0
    async with walking(session) as pilot:
        seen = []
        for outcome in (
            ["1", "enter"],
            ["2", "enter"],
            ["3", "1", "1"],
            ["4", "2", "1"],
            ["5"],
            *([["2", "enter"]] * 5),
        ):
            seen.append(card_title(pilot))
            await press(pilot, *outcome)
            keys += len(outcome)
        closing = screen_text(pilot)

    roadmap = on_disk(repository)
    items = {item.number: item for item in roadmap.meeting("3/2026").items}
    text = minutes(roadmap, roadmap.meeting("3/2026"), Words("fi"))
    assert seen == CARDS
    assert numbered(repository) == list(enumerate(CARDS, 5))
    for number, measure in enumerate(CARDS, 5):
        assert items[number].subjects == (measure,)
        assert f"## § {number} {measure} " in text
    assert [items[n].outcome for n in range(5, 10)] == ["done", "continues", "moved", "dropped", "not-handled"]
    assert roadmap.measure("T07").status == "done"
    assert roadmap.measure("T38").end == HalfYear("2027H1")
    assert roadmap.measure("T38").moves[-1].item == 7
    assert roadmap.measure("T04").status == "dropped"
    assert "Kaikki ajankohtaiset toimenpiteet on käyty läpi." in closing
    assert keys == 21


async def test_a_result_a_note_and_a_reason_are_typed(repository: Path) -> None:
    """What is typed reaches the log, the reason of the move and the commit."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "1")
        type_in(pilot, "Pelisäännöt [x] käytössä")
        await press(pilot, "enter", "2")
        type_in(pilot, "Levyt vielä")
        await press(pilot, "enter", "3", "k", "2", "7", "enter", "o", "d", "enter")

    roadmap = on_disk(repository)
    assert roadmap.measure("T07").log[-1].text == "Pelisäännöt [x] käytössä"
    assert roadmap.measure("T19").log[-1].text == "Levyt vielä"
    assert roadmap.measure("T38").moves[-1].reason == "od"
    assert subjects(repository)[-1] == "§ 7 T38: siirretty kevät 2026 → kevät 2027 (od)"


async def test_esc_in_a_question_decides_nothing(repository: Path) -> None:
    """A question that is left leaves the card as it was."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "1", "escape", "3", "escape", "3", "1", "escape", "4", "escape", "j", "escape")

        assert card_title(pilot) == "T07"
    assert numbered(repository) == []


async def test_a_parked_card_comes_back_after_the_others(repository: Path) -> None:
    """Two are put aside; they come back in that order, and one can be put aside again."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "0", "0")
        assert card_title(pilot) == "T38"
        for _ in CARDS[2:]:
            await press(pilot, "5")
        assert card_title(pilot) == "T07"
        await press(pilot, "0")
        assert card_title(pilot) == "T19"
        await press(pilot, "5", "5")
        assert card_title(pilot) == ""


async def test_the_rest_continues_in_one_commit(repository: Path) -> None:
    """Each has its own § of the agenda, all of them one commit, after a preview; a parked one still comes."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "0", "j")
        preview = screen_text(pilot)
        await press(pilot, "enter")

        assert card_title(pilot) == "T07"
    assert "Jatkuuko 9 toimenpidettä" in preview
    items = [item for item in on_disk(repository).meeting("3/2026").items if item.outcome == "continues"]
    assert [(item.number, item.subjects) for item in items] == [(n, (card,)) for n, card in enumerate(CARDS[1:], 6)]
    assert subjects(repository)[-1] == "§ 6–14 9 toimenpidettä: jatkuu"


async def test_undo_brings_the_card_back_and_redo_decides_again(repository: Path) -> None:
    """Undo says what it takes back; the § number is free again; all of it is in the history."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "1", "enter", "5")
        assert card_title(pilot) == "T38"
        await press(pilot, "u", "u")
        assert card_title(pilot) == "T07"
        assert "Kumotaan: T07 merkitty valmiiksi" in screen_text(pilot)
        await press(pilot, "y")
        assert card_title(pilot) == "T19"

    roadmap = on_disk(repository)
    assert roadmap.measure("T07").status == "done"
    assert [item.number for item in roadmap.meeting("3/2026").items if item.outcome == "done"] == [5]
    assert len(subjects(repository)) == 1 + 1 + 2 + 2 + 1


async def test_arrows_look_at_other_cards_without_deciding(repository: Path) -> None:
    """The next and the previous card; the ends meet."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "right", "right")
        assert card_title(pilot) == "T38"
        await press(pilot, "left", "left", "left")
        assert card_title(pilot) == "T30"
        await press(pilot, "5")
        assert card_title(pilot) == "T07"


async def test_a_note_is_an_item_and_the_card_stays(repository: Path) -> None:
    """A note takes a § of its own before the planned one, in which the measure still waits for its outcome."""
    async with walking(session_of(repository), size=(80, 40)) as pilot:
        await press(pilot, "plus")
        type_in(pilot, "Kouluttaja löytyi")
        await press(pilot, "enter")

        assert card_title(pilot) == "T07"
        assert "Kouluttaja löytyi (§ 5, 3/2026)" in screen_text(pilot)
    roadmap = on_disk(repository)
    assert roadmap.measure("T07").log[-1].item == 5
    assert [item.subjects for item in roadmap.meeting("3/2026").items[4:6]] == [("T07",), ("T07",)]
    assert [item.number for item in waiting(roadmap.meeting("3/2026"))] == list(range(6, 25))


async def test_a_click_on_the_menu_is_its_key(repository: Path) -> None:
    """The mouse can do what the digits do."""
    async with walking(session_of(repository)) as pilot:
        menu = pilot.app.screen.query_one("#menu").content_region
        rows = screen_text(pilot).splitlines()
        y = next(y for y in range(menu.y, menu.bottom) if "5 Ei käsitelty" in rows[y])
        await pilot.click(offset=(rows[y].index("5 Ei käsitelty") + 3, y))
        await pilot.pause()

        assert card_title(pilot) == "T19"


async def test_the_next_card_is_up_before_git_is_done(repository: Path) -> None:
    """Recording goes on in the background: a slow hook holds nobody up."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    session = session_of(repository)
    hook.write_text("#!/bin/sh\nwhile [ ! -e go ]; do sleep 0.02; done\n", encoding="utf-8")
    hook.chmod(0o755)
    allow(repository)
    async with walking(session) as pilot:
        await press(pilot, "5", "5")

        assert card_title(pilot) == "T38"
        assert session.keeper.recording.pending
        (repository / "go").touch()
    assert numbered(repository) == [(5, "T07"), (6, "T19")]


async def test_a_quick_hand_neither_undoes_nor_leaves(repository: Path) -> None:
    """Keys that come while a question is being put up are no commands: u and q are letters of a result."""
    session = session_of(repository)
    async with walking(session) as pilot:
        await press(pilot, "5")
        for key in "1qu":
            pilot.app.post_message(events.Key(key, key))
        await asked(pilot)
        await press(pilot, "enter", "escape")

        assert pilot.app.is_running
        assert session.walk.handled[0][0] == "T07"
    assert not any(said.startswith("Kumottu") for said in subjects(repository))


async def test_undoing_the_opening_leads_back_to_the_first_screen(repository: Path) -> None:
    """Without its meeting there is nothing to walk through; Enter asks again."""
    async with walking(session_of(repository)) as pilot:
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, FIRST_SCREEN)
        await press(pilot, "y", "enter")

        assert card_title(pilot) == "T07"


def hostile(sample: str) -> str:
    """Return the sample with text in a card that no screen may act on."""
    return sample.replace(
        'title = "Tekoälyn käytön pelisäännöt ja koulutus"',
        'title = "[red]A[/] [/] [x] \\u001b[31m \\u202e \\n 👍🏽 ' + "ö" * 10_000 + '"',
    )


async def test_a_hostile_title_is_shown_literally(repository: Path) -> None:
    """Markup, escapes and 10 000 characters are text: on the card, in the question, in the preview, at the end."""
    session = session_of(repository)
    path = repository / "roadmap.toml"
    path.write_text(hostile(path.read_text(encoding="utf-8")), encoding="utf-8")
    session = session_of(repository)
    async with walking(session) as pilot:
        assert "[red]A[/] [/] [x] ␛[31m" in screen_text(pilot)
        for keys in (["1", "escape"], ["j", "escape"], ["1", "enter"]):
            await press(pilot, *keys)
        await press(pilot, "j", "enter")

        assert isinstance(pilot.app.screen, WalkScreen)
        assert "[red]A[/] [/] [x] ␛[31m" in screen_text(pilot)
