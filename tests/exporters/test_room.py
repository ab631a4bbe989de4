"""A § as the room sees it: what is known of it in the order of time, and nothing internal."""

from __future__ import annotations

from datetime import date, time

import pytest

from exporters.room import clock, minutes_of, page, sentence, state, title, vote
from exporters.words import Words
from model.meeting import Action, Item, Meeting
from model.timing import Spent
from tests.model.build import DAY, meeting, roadmap

FI = Words("fi")


def told(item: Item, *actions: Action, **fields: object) -> str:
    """Return the page of a § as text."""
    of = meeting(opened=time(9), items=(item,), actions=actions, **fields)
    heading, lines = page(roadmap(of), of, item, words=FI)
    return "\n".join((heading, *(f"{line.label}: {line.text}" for line in lines)))


def test_a_planned_item_tells_what_it_is_about() -> None:
    """Background, then what is proposed; where it comes from."""
    text = told(Item(number=5, kind="carried", heading="Alusta", background="B", proposal="P", origin="2/2026 § 9"))

    assert text.index("Selostus: B") < text.index("Päätösehdotus: P") < text.index("Peräisin: 2/2026 § 9")
    assert text.startswith("§ 5 Alusta")


def test_a_handled_item_tells_decision_vote_and_tasks() -> None:
    """Who does what by when; what is open says so."""
    item = Item(number=5, heading="A", discussion="K", decision="D", vote="4-2", enactment="none")
    given = Action(number=1, task="Selvitys", who="lakimies", due=date(2026, 12, 15), item=5)
    text = told(item, given, Action(number=2, task="Kysely", item=5), Action(number=3, task="muu", item=6))

    for line in (
        "Keskustelu: K",
        "Päätös: D",
        ": 4–2",
        ": Ei toimeenpantavaa",
        "Tehtävä 3/2026-1: Selvitys (lakimies, 15.12.2026 mennessä)",
        "Tehtävä 3/2026-2: Kysely (vastuu puuttuu, määräaika puuttuu)",
    ):
        assert line in text
    assert "muu" not in text


def test_what_is_internal_is_not_on_the_wall() -> None:
    """The room's screen may be shared in a call."""
    assert "salainen" not in told(Item(number=5, kind="proposed", heading="A", internal="salainen"))


@pytest.mark.parametrize(
    ("kind", "opened", "hint"),
    [
        ("opening", None, "Enter aloittaa kokouksen."),
        ("measure", time(9), "Enter avaa läpikäynnin."),
        ("closing", time(9), "Enter päättää kokouksen."),
        ("proposed", time(9), ""),
        ("measure", None, ""),
    ],
)
def test_enter_is_told_where_it_does_something_of_its_own(kind: str, opened: time | None, hint: str) -> None:
    """The other §§ are handled by the menu."""
    item = Item.model_validate({"number": 1, "kind": kind})
    of = meeting(opened=opened, items=(item,))

    assert [line.text for line in page(roadmap(of), of, item, words=FI)[1]] == ([hint] if hint else [])


def test_without_a_meeting_the_page_says_how_one_comes_about() -> None:
    """It names the key."""
    assert "c kutsuu" in page(roadmap(), None, None, words=FI)[1][0].text
    assert "c kokoaa" in page(roadmap(meeting()), meeting(), None, words=FI)[1][0].text


def test_how_far_an_item_is_stands_in_a_word() -> None:
    """Planned, its outcome, or handled."""
    assert state(Item(number=1, kind="status"), FI) == "suunniteltu"
    assert state(Item(number=1, kind="status", outcome="noted"), FI) == "merkitty tiedoksi"
    assert state(Item(number=1, decision="D"), FI) == "käsitelty"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Esityslista 3/2026 · tiistai 24.11."),
        ({"starts": time(9)}, "Esityslista 3/2026 · tiistai 24.11. klo 9.00"),
        ({"opened": time(9), "starts": time(9), "ends": time(10)}, "Kokous 3/2026 · klo 9.00–10.00"),
        ({"opened": time(9), "closed": time(10)}, "Kokous 3/2026 · tiistai 24.11. · päätetty"),
        ({"opened": time(9), "closed": time(10), "state": "checked"}, "Kokous 3/2026 · tiistai 24.11. · tarkastettu"),
    ],
)
def test_the_title_tells_which_meeting_and_how_far_it_is(fields: dict[str, object], said: str) -> None:
    """Of the one that runs nobody has to be told the day."""
    assert title(Meeting.model_validate({"number": "3/2026", "date": DAY, **fields}), FI) == said


def test_the_clock_tells_used_and_left() -> None:
    """Before the meeting what is planned; over time it says so."""
    planned = meeting(starts=time(9), ends=time(10))
    runs = meeting(starts=time(9), ends=time(10), opened=time(9))

    assert clock(planned, time(8), FI) == "60 min"
    assert clock(meeting(), time(8), FI) == ""
    assert clock(runs, time(9, 20), FI) == "20 min käytetty · 40 min jäljellä"
    assert clock(runs, time(10, 5), FI) == "65 min käytetty · 5 min yli ajan"
    assert clock(meeting(opened=time(9)), time(9, 5), FI) == "5 min käytetty"


@pytest.mark.parametrize(
    ("spent", "said"),
    [(Spent(0), ""), (Spent(4), "4 min"), (Spent(0, 10), "10 min"), (Spent(12, 10), "12/10 min")],
)
def test_minutes_of_an_item(spent: Spent, said: str) -> None:
    """Used of planned; nothing where nothing is known."""
    assert minutes_of(spent, FI) == said


def test_words_of_ones_own_are_a_sentence() -> None:
    """A capital letter and a full stop; what has an end of its own keeps it."""
    assert sentence(" siirretään keväälle ") == "Siirretään keväälle."
    assert sentence("Kuka tekee?") == "Kuka tekee?"


def test_a_vote_is_read_as_people_write_it() -> None:
    """With a dash between the numbers."""
    assert (vote("unanimous", FI), vote("4-2", FI)) == ("yksimielinen", "4–2")
