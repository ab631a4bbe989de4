"""In the meeting: each § is handled by a number or a few words; who does what by when is asked, never forced."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from textual.content import Content

from model import agenda
from model.meeting import Item
from tests.tui.meeting_files import asked, on_disk, press, subjects, type_in
from tests.tui.room_files import (
    PLANNED,
    Clock,
    at_agenda,
    in_room,
    item_of,
    point_at,
    screen,
    session_with,
    the_meeting,
)
from tests.tui.session_files import TODAY, running, screen_text
from tui.screens.walk import WalkScreen
from tui.session import Session
from tui.widgets.bars import Notice
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def at(pilot: Pilot[None]) -> str:
    """Return the heading of the § under the cursor."""
    item = screen(pilot).item
    return item.heading if item else ""


async def test_enter_on_the_opening_begins_the_meeting(repository: Path) -> None:
    """After one question; the cursor goes to the § whose turn it is."""
    async with at_agenda(session_with(repository)) as pilot:
        assert at(pilot) == "Kokouksen avaus"
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "T02 Tiketöinti"
        assert "käsitelty" in screen_text(pilot)
    assert on_disk(repository).meeting("1/2026").opened == time(9)


async def test_a_measure_is_walked_and_the_walk_comes_back(repository: Path) -> None:
    """Enter opens its card; after the last card the agenda is in front again, at what waits."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "enter")
        walk = pilot.app.screen
        assert isinstance(walk, WalkScreen)
        assert walk.measure is not None
        assert walk.measure.id == "T02"
        await press(pilot, "5", "5")
        assert at(pilot) == "Uusi sivusto"
    assert [item.outcome for item in on_disk(repository).meeting("1/2026").items[1:3]] == ["not-handled"] * 2


@pytest.mark.parametrize(
    ("keys", "outcome", "decision"),
    [
        (["enter", "escape"], "approved", "Hyväksyttiin ehdotuksen mukaan."),
        (["2"], "noted", "Merkittiin tiedoksi."),
        (["7"], "tabled", "Jätettiin asia pöydälle."),
        (["3", *"alusta", "enter", "escape"], "agreed", "Sovittiin, että alusta."),
        (["0", *"kesken", "enter", "escape"], "decided", "Kesken."),
    ],
)
async def test_a_decision_is_a_number_or_words(
    repository: Path, keys: list[str], *, outcome: str, decision: str
) -> None:
    """What is proposed stands under the cursor; some phrases ask how they go on; anything can be typed."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, *keys)
        item = item_of(pilot, "Uusi sivusto")

    assert (item.outcome, item.decision) == (outcome, decision)
    assert item.begun == time(9)


async def test_after_a_decision_the_next_one_is_at_hand(repository: Path) -> None:
    """And a question that is left decides nothing."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Etätyön välineet")
        await press(pilot, "enter", "escape")
        assert item_of(pilot, "Etätyön välineet").outcome is None
        await press(pilot, "enter", "2")
        assert at(pilot) == "Etätyön välineet"
        await press(pilot, "u")
        assert item_of(pilot, "Etätyön välineet").outcome is None


async def test_a_decision_that_nobody_carries_out_asks_who_does(repository: Path) -> None:
    """The decision stands ready as the task; § and number come by themselves, and the commit tells it."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "enter", "3", *"alusta", "enter")
        assert "kuka toimeenpanee" in screen_text(pilot)
        await press(pilot, "1")
        type_in(pilot, "Kilpailutus")
        await press(pilot, "enter", "2")
        type_in(pilot, "15.12.")
        await press(pilot, "enter")
        action = the_meeting(pilot).actions[0]
        shown = screen_text(pilot)

    assert (action.number, action.item, action.task, action.who) == (1, 3, "Kilpailutus", "tekninen")
    assert action.due == date(2026, 12, 15)
    assert "Tehtävä 1/2026-1" in shown
    assert subjects(repository)[-1].startswith("Tehtävä 1/2026-1: Kilpailutus")


@pytest.mark.parametrize(("key", "enactment"), [("2", "none"), ("3", None), ("escape", None)])
async def test_it_never_blocks(repository: Path, key: str, enactment: str | None) -> None:
    """That there is nothing to put into practice is said explicitly; it can be left open, too."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "enter", "3", *"alusta", "enter", key)
        item = item_of(pilot, "Uusi sivusto")
        assert not pilot.app.screen.is_modal

    assert item.outcome == "agreed"
    assert item.enactment == enactment


async def test_a_due_day_that_is_none_is_refused_with_an_example(repository: Path) -> None:
    """Arrows offer other days; an empty one leaves it open."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "a")
        type_in(pilot, "Selvitys")
        await press(pilot, "enter", "1")
        first = screen_text(pilot)
        await press(pilot, "down")
        assert screen_text(pilot) != first
        for wrong, told in (("pian", "15.12."), ("1.11.2026", "on jo mennyt")):
            type_in(pilot, wrong)
            await press(pilot, "enter")
            assert told in screen_text(pilot)
        type_in(pilot, "")
        await press(pilot, "enter")
        action = the_meeting(pilot).actions[0]

    assert (action.due, action.subject, action.item) == (None, "T02", 2)


async def test_who_answers_for_the_measure_stands_first(repository: Path) -> None:
    """In the walk, too, a key gives a task; a role that is no member's is typed."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "enter", "right", "a")
        type_in(pilot, "Sopimus")
        await press(pilot, "enter")
        assert "1  Vapaa-aikapäällikkö (vastuu)" in screen_text(pilot)
        await press(pilot, *"lakimies", "enter", "enter")
    action = on_disk(repository).meeting("1/2026").actions[0]
    assert (action.who, action.subject) == ("lakimies", "T01")


async def test_the_discussion_counts_its_sentences_gently(repository: Path) -> None:
    """The fourth one is remarked on and taken all the same."""
    said = "Yksi. Kaksi. Kolme. Neljä."
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "d")
        assert "Virkkeitä: 0/3" in screen_text(pilot)
        type_in(pilot, said)
        await pilot.pause()
        assert "Virkkeitä: 4/3  Keskustelu kerrotaan muistiossa yleensä enintään kolmella" in screen_text(pilot)
        await press(pilot, "enter")
        assert item_of(pilot, "Uusi sivusto").discussion == said


async def test_a_sentence_of_the_discussion_becomes_a_task(repository: Path) -> None:
    """One key and a choice: nothing is typed again."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "n")
        assert "Keskustelua ei ole vielä kirjattu" in screen_text(pilot)
        await press(pilot, "d")
        type_in(pilot, "Alusta vanhenee. Sanna selvittää hinnat.")
        await press(pilot, "enter", "n", "2", "2", "enter", "2", "enter")
        action = the_meeting(pilot).actions[0]
    assert (action.task, action.who, action.item) == ("Sanna selvittää hinnat", "tekninen", 3)


async def test_a_sentence_of_the_discussion_becomes_the_decision(repository: Path) -> None:
    """With a set phrase before it, or as it stands."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "d")
        type_in(pilot, "siirrytään uuteen alustaan")
        await press(pilot, "enter", "n", "1", "3", "enter", "3")
        item = item_of(pilot, "Uusi sivusto")
    assert item.decision == "Sovittiin, että siirrytään uuteen alustaan."


async def test_a_vote_is_unanimous_or_counted(repository: Path) -> None:
    """Enter alone is unanimous; what is neither is refused with an example."""
    async with in_room(session_with(repository), size=(100, 40)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "v", "enter")
        assert item_of(pilot, "Uusi sivusto").vote == "unanimous"
        assert "Yksimielinen" in screen_text(pilot)
        await press(pilot, "v")
        type_in(pilot, "melkein")
        await press(pilot, "enter")
        assert "4–2" in screen_text(pilot)
        type_in(pilot, "4–2")
        await press(pilot, "enter")
        assert item_of(pilot, "Uusi sivusto").vote == "4-2"


async def test_a_removed_item_stays_under_its_number(repository: Path) -> None:
    """In the meeting the agenda has been approved: what is taken off it says so."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "minus", "enter")
        item = item_of(pilot, "Uusi sivusto")
        assert "esityslistalta poistettu" in screen_text(pilot)
    assert (item.number, item.outcome, item.decision) == (3, "withdrawn", "Asia poistettiin esityslistalta.")


async def test_time_used_and_left_is_told_and_kept(repository: Path) -> None:
    """Of the meeting in the title, of each § in the list; a decision keeps since when its § was at hand."""
    clock = Clock()
    async with in_room(session_with(repository, clock=clock), size=(100, 40)) as pilot:
        assert "0 min käytetty · 60 min jäljellä" in screen_text(pilot)
        clock.at = time(9, 12)
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "enter", "escape")
        clock.at = time(9, 20)
        screen(pilot).refresh_roadmap()
        await pilot.pause()
        text = screen_text(pilot)
        assert "20 min käytetty · 40 min jäljellä" in text
        assert "8/10 min" in text
        await press(pilot, "enter", "2")
        assert item_of(pilot, "Uusi sivusto").begun == time(9, 12)
        clock.at = time(10, 5)
        screen(pilot).refresh_roadmap()
        await pilot.pause()
        assert "5 min yli ajan" in screen_text(pilot)


async def test_one_thing_is_shown_large(repository: Path) -> None:
    """A key shows the § and nothing else; its other keys act as before, and the same key or Esc leads back."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "i")
        large = screen_text(pilot)
        await press(pilot, "down")
        assert "E t ä t y ö n   v ä l i n e e t" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Käsittele" in screen_text(pilot)
        assert pilot.app.screen.query_one(Rows).has_focus
    assert "U u s i   s i v u s t o" in large
    assert "Valitaan alusta." in large
    assert "Käsittele" not in large


async def test_the_card_of_the_walk_is_shown_large(repository: Path) -> None:
    """An outcome shows the next card, large again."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "enter", "i")
        assert "T i k e t ö i n t i" in screen_text(pilot)
        await press(pilot, "5")
        assert "V e r k k o m a k s a m i n e n" in screen_text(pilot)


async def test_enter_on_the_closing_closes(repository: Path) -> None:
    """What it lacks is told first."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Kokouksen päättäminen")
        await press(pilot, "enter")
        assert "T02" in screen_text(pilot)


async def test_hostile_text_is_shown_literally(repository: Path) -> None:
    """Markup and escapes in a discussion, a decision and a task are text."""
    hostile = "[red]A[/] [/] [x] <b>"
    async with in_room(session_with(repository), size=(100, 40)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "d")
        type_in(pilot, hostile)
        await press(pilot, "enter", "enter", "0")
        type_in(pilot, hostile)
        await press(pilot, "enter", "1")
        type_in(pilot, hostile)
        await press(pilot, "enter", "2", "enter")
        point_at(pilot, "Uusi sivusto")
        await pilot.pause()
        text = screen_text(pilot)
        await press(pilot, "i")
        large = screen_text(pilot)
    assert text.count(hostile) >= 3
    assert hostile in large


async def test_the_next_meeting_is_agreed_on_by_its_day(repository: Path) -> None:
    """The decision says when, and the meeting is planned with it."""
    async with in_room(session_with(repository)) as pilot:
        point_at(pilot, "Seuraava kokous")
        await press(pilot, "enter")
        type_in(pilot, "16.2.")
        await press(pilot, "enter")
        item = item_of(pilot, "Seuraava kokous")
    assert item.outcome == "agreed"
    assert "tiistai 16.2.2027" in item.decision
    assert on_disk(repository).meeting("1/2027").date == date(2027, 2, 16)


async def test_the_quorum_is_found_from_the_attendance(repository: Path) -> None:
    """Who is there has been noted already, so its § is one Enter; nothing is claimed before that is noted."""
    quorum = '[[meetings.items]]\nnumber = 2\nkind = "quorum"\nheading = "Päätösvaltaisuus"\n'
    planned = PLANNED.split("[[meetings.items]]\nnumber = 2")[0] + quorum
    async with in_room(session_with(repository, planned)) as pilot:
        assert at(pilot) == "Päätösvaltaisuus"
        await press(pilot, "enter")
        assert "päätösvaltaiseksi" not in screen_text(pilot)
        await press(pilot, "escape", "l", "space", "enter", "enter")
        assert "(2/2 jäsentä läsnä)" in screen_text(pilot)
        await press(pilot, "enter")

    found = on_disk(repository).meeting("1/2026").items[1]
    assert (found.outcome, found.decision) == ("noted", "Kokous todettiin päätösvaltaiseksi (2/2 jäsentä läsnä).")


async def test_a_decision_finds_its_item_under_another_number(repository: Path) -> None:
    """Somebody adds a matter on the command line while the question stands: the answer is not that matter's."""
    session = session_with(repository)
    async with in_room(session) as pilot:
        point_at(pilot, "Etätyön välineet")
        await press(pilot, "d")
        type_in(pilot, "Kameroita puuttuu.")
        other = Session.open(session.path, today=TODAY)
        urgent = Item(number=0, heading="Kiireinen asia")
        other.change(agenda.add(other.roadmap, "1/2026", urgent, before=4))
        other.close()
        session.keeper.look()
        await press(pilot, "enter")
        said = {item.heading: item.discussion for item in the_meeting(pilot).items if item.discussion}

    assert said == {"Etätyön välineet": "Kameroita puuttuu."}


async def test_what_was_decided_meanwhile_is_not_decided_over(repository: Path) -> None:
    """Two terminals are at the same §: the later answer is refused and says why."""
    session = session_with(repository)
    async with in_room(session) as pilot:
        point_at(pilot, "Etätyön välineet")
        await press(pilot, "minus")
        other = Session.open(session.path, today=TODAY)
        number = next(one.number for one in other.roadmap.meeting("1/2026").items if one.heading == "Etätyön välineet")
        other.change(agenda.take(other.roadmap, "1/2026", number, outcome="noted", decision="Merkittiin tiedoksi."))
        other.close()
        session.keeper.look()
        await press(pilot, "enter")
        assert item_of(pilot, "Etätyön välineet").outcome == "noted"


async def test_a_note_of_the_walk_becomes_a_task_at_a_key(repository: Path) -> None:
    """What was noted is the task; without a note it is said how one is written."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "enter", "n")
        assert "ei ole vielä kirjattu huomiota" in screen_text(pilot)
        await press(pilot, "plus")
        type_in(pilot, "Toimittaja vaihtuu")
        await press(pilot, "enter", "n", "2", "enter", "1", "enter")
    action = on_disk(repository).meeting("1/2026").actions[0]
    assert (action.task, action.subject) == ("Toimittaja vaihtuu", "T02")


async def test_what_is_proposed_for_information_is_one_enter(repository: Path) -> None:
    """The cursor of the menu stands at the phrase that the proposal names."""
    noted = PLANNED.replace("Valitaan alusta.", "Merkitään tiedoksi.")
    async with in_room(session_with(repository, noted)) as pilot:
        point_at(pilot, "Uusi sivusto")
        await press(pilot, "enter", "enter")
        assert item_of(pilot, "Uusi sivusto").decision == "Merkittiin tiedoksi."


async def test_the_walk_comes_back_to_the_agenda_from_under_it(repository: Path) -> None:
    """The walk was begun first, then the agenda was opened: the last card leads to the agenda all the same."""
    async with running(session_with(repository)) as pilot:
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "enter", "e", "enter", "5", "5")
        assert at(pilot) == "Uusi sivusto"


async def test_a_long_discussion_is_seen_whole(repository: Path) -> None:
    """The line has no room for it; under it stands all of it."""
    async with in_room(session_with(repository)) as pilot:
        await press(pilot, "d")
        type_in(pilot, "Alku on tässä. " + "Sana sanaa seuraa. " * 6 + "Loppu tuolla.")
        await pilot.pause()
        assert "Alku on tässä." in screen_text(pilot)
        assert "Loppu tuolla." in screen_text(pilot)


STARTING = PLANNED.replace(
    'kind = "measure"\nheading = "T02 Tiketöinti"\nsubjects = ["T02"]',
    'kind = "starting"\nheading = "Alkavat toimenpiteet"\nsubjects = ["T03"]',
)


@pytest.mark.parametrize(
    ("keys", "status", "decision"),
    [
        (["1", "enter", "escape"], "active", "Päätettiin aloittaa toimenpide T03."),
        (["space", "space", "enter"], "planned", "Merkittiin tiedoksi."),
    ],
)
async def test_the_measures_that_start_are_ticked(
    repository: Path, keys: list[str], *, status: str, decision: str
) -> None:
    """They start in their §, and its decision says which; without a tick it is noted."""
    async with in_room(session_with(repository, STARTING)) as pilot:
        assert at(pilot) == "Alkavat toimenpiteet"
        await press(pilot, "enter", *keys)
        item = item_of(pilot, "Alkavat toimenpiteet")
    measure = on_disk(repository).measure("T03")
    assert item.decision == decision
    assert measure.status == status
    assert [(entry.meeting, entry.item) for entry in measure.log] == ([("1/2026", 2)] if status == "active" else [])


async def test_a_meeting_that_is_over_offers_no_key_that_changes_an_agenda(repository: Path) -> None:
    """Although the next meeting is planned; the § before the meeting has them."""
    over = PLANNED.replace('place = "Kirjasto"', 'place = "Kirjasto"\nopened = 09:00:00\nclosed = 10:00:00')
    later = PLANNED.replace("1/2026", "2/2026").replace("2026-11-22", "2026-12-08")
    async with at_agenda(session_with(repository, over + later)) as pilot:
        planned = screen_text(pilot)
        await press(pilot, "left")
        shown = screen_text(pilot)

    assert "+ Uusi asia" in planned
    assert "1/2026" in shown
    assert "Uusi asia" not in shown
    assert "Aiemmaksi" not in shown


async def test_the_question_that_begins_a_meeting_says_that_it_decides(repository: Path) -> None:
    """One Enter decides the formal §§, so the question says so before it names them."""
    async with at_agenda(session_with(repository)) as pilot:
        await pilot.press("enter")
        await asked(pilot)
        shown = screen_text(pilot)

    assert ("Samalla kirjataan päätökset" in shown) is ("Merkittiin tiedoksi" in shown)


async def test_a_notice_that_is_cut_says_so(repository: Path) -> None:
    """Three lines at the most, and what is left out is seen to be left out."""
    async with at_agenda(session_with(repository)) as pilot:
        pilot.app.say("Päätettiin esittää johtoryhmälle " * 8)  # type: ignore[attr-defined] # Tiekartta
        await pilot.pause()
        notice = pilot.app.screen.query_one("#notice", Notice)
        lines = [line.plain for line in notice.lines(76)]

    assert len(lines) == 4
    assert lines[2].endswith("…")
    assert max(map(len, lines)) <= 76


async def test_the_state_is_told_however_long_the_alarm_is(repository: Path) -> None:
    """What just happened gives way first, then the end of the alarm; the state of saving and recording never does."""
    async with at_agenda(session_with(repository)) as pilot:
        notice = pilot.app.screen.query_one("#notice", Notice)
        notice.ends = (Content("Päätettiin jatkaa. " * 4), Content("tallennettu · EI KIRJATTU"))
        notice.alarm = Content("Tallennettu mutta ei kirjattu. " * 9)
        long = [line.plain for line in notice.lines(76)]
        notice.alarm = Content("Tallennettu mutta ei kirjattu. " * 30)
        longer = [line.plain for line in notice.lines(76)]

    assert "Päätettiin" not in "".join(long)
    assert not any(line.endswith("…") for line in long)
    assert [len(long), len(longer)] == [5, 5]
    assert longer[3].endswith("…")
    assert all(lines[4].endswith("EI KIRJATTU") for lines in (long, longer))
