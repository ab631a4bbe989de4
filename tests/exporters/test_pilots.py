"""Pilots and outside services in words: counts that agree, sentences of commits and minutes, flags and §§."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from exporters.agenda import decision, entries, heading
from exporters.briefing import briefing
from exporters.card import card
from exporters.pilots import counts_line, pilot_lines, pilots_data
from exporters.refusals import refusal_sentence
from exporters.sentences import sentences, subject
from exporters.services import flag_lines, service_lines, services_data
from exporters.show import first_screen
from exporters.terms import status
from exporters.words import Words
from model import edits, pilots
from model.diff import diff
from model.edits import RefusedError
from model.records import Service
from model.standing import counts
from tests.model.build import DAY, HEAD, IN_MEETING, THIS_HALF, measure, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import Outcome
    from model.records import Measure
    from model.roadmap import Roadmap

FI, SV, EN = Words("fi"), Words("sv"), Words("en")
AURORA = Service(id="aurora", name="AuroraAI", provider="Valtio", ends=date(2022, 12, 31))


def pilot(name: str = "P1", status: str = "active", **fields: Any) -> Measure:  # noqa: ANN401 - fields of records
    """Return a pilot."""
    return measure(name, status=status, kind="pilot", **fields)


def some(planned: int | None = None, **states: int) -> Roadmap:
    """Return a roadmap with so many pilots of each status; a pilot that learnt was stopped."""
    made = [
        pilot(f"P{state}{number}", "dropped" if state == "learnt" else state, lesson="x" if state == "learnt" else "")
        for state, count in states.items()
        for number in range(count)
    ]
    return roadmap(*made, head=HEAD.model_copy(update={"pilots": planned}))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            some(5, done=2, ready=9, reassess=3),
            "2 käytössä · 9 käyttöönottovalmista · 3 jatkoarvioitavaa; tavoite 5",
        ),
        (
            some(ready=1, reassess=1, active=1),
            "1 käyttöönottovalmis · 1 jatkoarvioitava · 1 kokeilussa",
        ),
        (some(learnt=1, dropped=1), "1 lopetettu – opittu · 1 lopetettu"),
        (some(learnt=2, dropped=2), "2 lopetettua – opittu · 2 lopetettua"),
        (some(5), "ei pilotteja; tavoite 5"),
    ],
)
def test_the_counts_agree(found: Roadmap, said: str) -> None:
    """One is in the singular, several in the partitive; what there is none of is not told."""
    assert counts_line(found, FI) == said


def test_ideas_are_counted_too() -> None:
    """A pilot that has not begun is an idea."""
    assert counts_line(roadmap(pilot("P1", "planned")), FI) == "1 idea"
    assert counts_line(roadmap(pilot("P1", "planned"), pilot("P2", "planned")), FI) == "2 ideaa"
    assert counts_line(some(5, done=2, ready=9), SV) == "2 i bruk · 9 klara att tas i bruk; mål 5"
    assert counts_line(some(5, done=2, ready=9), EN) == "2 in use · 9 ready for use; planned 5"


def test_a_pilots_status_has_words_of_its_own() -> None:
    """From the idea to its use; stopped is learnt only where somebody wrote what."""
    states = ("planned", "active", "ready", "done", "reassess", "dropped")

    assert [status(FI, pilot("P1", state)) for state in states] == [
        "idea",
        "kokeilussa",
        "käyttöönottovalmis",
        "käytössä",
        "jatkoarvioitava",
        "lopetettu",
    ]
    assert status(FI, pilot("P1", "dropped", lesson="Liian kallis")) == "lopetettu – opittu"
    assert status(FI, measure("T01", status="active")) == "käynnissä"


def done(found: Roadmap) -> Roadmap:
    """Take the pilot into use."""
    return edits.mark_done(found, "P1", IN_MEETING, result="Toimii", home="Kirjasto")


def ready(found: Roadmap) -> Roadmap:
    """Find the pilot ready for use."""
    return edits.mark_ready(found, "P1", IN_MEETING)


def reassess(found: Roadmap) -> Roadmap:
    """Have the pilot assessed anew."""
    return edits.reassess(found, "P1", IN_MEETING, reason="palvelu päättyi")


def learn(found: Roadmap) -> Roadmap:
    """Stop the pilot with its lesson."""
    return edits.drop(found, "P1", IN_MEETING, lesson="Liian kallis")


def stop(found: Roadmap) -> Roadmap:
    """Stop the pilot with a reason and its lesson."""
    return edits.drop(found, "P1", IN_MEETING, reason="resurssi", lesson="Liian kallis")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (done, "P1: otettu käyttöön ”Toimii”; vakiinnutettu – → Kirjasto"),
        (ready, "P1: todettu käyttöönottovalmiiksi"),
        (reassess, "P1: jatkoarvioitava ”palvelu päättyi”"),
        (learn, "P1: lopetettu, opittu ”Liian kallis”"),
        (stop, "P1: lopetettu, opittu ”Liian kallis” (”resurssi”)"),
    ],
)
def test_a_turn_is_a_sentence(edit: Callable[[Roadmap], Roadmap], said: str) -> None:
    """The commit says what became of the pilot, and the lesson once; undone it reads the same."""
    before = roadmap(pilot())
    after = edit(before)

    assert subject(diff(before, after), FI, after) == said
    assert all(line.startswith("Kumottu: ") or "vakiinnutettu" in line for line in told_back(before, after))


def told_back(before: Roadmap, after: Roadmap) -> tuple[str, ...]:
    """Return the sentences of taking an edit back."""
    return sentences(diff(after, before), FI, before)


def test_closing_the_programme_is_a_sentence() -> None:
    """With its day, and undone as such."""
    before = roadmap(pilot(status="done"))
    after = pilots.end(before, date(2022, 12, 31))

    assert sentences(diff(before, after), FI, after) == ("Tiekartta ohjelman päättyminen: 31.12.2022",)


def test_a_programme_that_cannot_end_names_its_pilots() -> None:
    """The refusal says what to write, and for which."""
    with pytest.raises(RefusedError) as refused:
        pilots.end(roadmap(pilot("P1"), pilot("P2")), DAY)

    assert refusal_sentence(refused.value, FI).endswith("(kenttä continuation): P1, P2.")


@pytest.mark.parametrize(
    ("outcome", "data", "said"),
    [
        ("done", {"home": "Kirjasto"}, "Todettiin pilotti P1 käyttöön otetuksi. Vakiinnutettu: Kirjasto."),
        ("ready", {}, "Todettiin pilotti P1 käyttöönottovalmiiksi."),
        ("reassess", {"text": "resurssi"}, "Päätettiin arvioida pilotti P1 uudelleen. Syy: resurssi."),
        ("dropped", {"lesson": "Liian kallis"}, "Päätettiin lopettaa pilotti P1. Opittu: Liian kallis."),
        ("continues", {}, "Sovittiin, että toimenpide P1 jatkuu."),
    ],
)
def test_a_decision_is_in_the_words_of_minutes(outcome: Outcome, data: dict[str, Any], said: str) -> None:
    """Of a pilot, the outcomes that only pilots have and those that mean something else for one."""
    assert decision(roadmap(pilot()), FI, outcome=outcome, subjects=("P1",), **data) == said


def test_several_pilots_share_a_decision() -> None:
    """Together with another measure they are measures."""
    found = roadmap(pilot("P1"), pilot("P2"), measure("T01"))

    assert decision(found, FI, outcome="ready", subjects=("P1", "P2")) == (
        "Todettiin pilotit P1 ja P2 käyttöönottovalmiiksi."
    )
    assert heading(found, FI, outcome="ready", subjects=("P1", "P2")) == "Käyttöönottovalmiit pilotit"
    assert decision(found, FI, outcome="done", subjects=("P1", "T01")).startswith("Todettiin toimenpiteet P1 ja T01")


def test_the_pilots_are_listed_with_where_they_live_and_what_is_missing() -> None:
    """Established ones apart; what nobody wrote is said to be missing, never made up."""
    found = roadmap(pilot("P1", "done", home="Kirjasto"), pilot("P2", "done"), pilot("P3", "ready"))
    told = list(pilot_lines(found, FI, today=DAY))

    assert told[0] == "Pilotit: 2 käytössä · 1 käyttöönottovalmis"
    assert told[-5:] == [
        "Käytössä nyt:",
        "P1 Tekoälyn pelisäännöt: Kirjasto",
        "P2 Tekoälyn pelisäännöt: vakiinnuttamista ei ole kirjattu",
        "",
        "Jatko puuttuu: P3",
    ]
    assert pilots_data(found)["lacking_continuation"] == ["P3"]
    assert counts(found)["ready"] == 1


def with_service(*, ends: date = date(2022, 12, 31)) -> Roadmap:
    """Return a roadmap with three chatbots on AuroraAI."""
    bots = (pilot(f"P{number}", "reassess", services=["aurora"]) for number in (1, 2, 3))
    head = HEAD.model_copy(update={"pilots": 5, "ended": date(2022, 12, 31)})
    return roadmap(*bots, services=(AURORA.model_copy(update={"ends": ends}),), head=head)


def test_a_service_that_ended_says_what_to_assess() -> None:
    """One line with the day and the count; one that is about to end says so."""
    assert flag_lines(with_service(), FI, today=DAY) == (
        "AuroraAI päättyi 31.12.2022: 3 toimenpidettä arvioitava uudelleen",
    )
    assert flag_lines(with_service(ends=date(2026, 12, 31)), FI, today=DAY) == (
        "AuroraAI päättyy 31.12.2026: 3 toimenpidettä arvioitava uudelleen",
    )
    assert service_lines(with_service(), FI, today=DAY) == (
        "AuroraAI (Valtio): päättyi 31.12.2022; siitä riippuvat: P1, P2 ja P3",
    )
    assert services_data(with_service(), today=DAY)[0]["measures"] == ["P1", "P2", "P3"]


def test_the_first_screen_and_the_cards_tell_it() -> None:
    """Counts, the end of the programme and of the service; a measure and the service name each other."""
    found = with_service()
    shown = first_screen(found, FI, today=DAY).splitlines()

    assert "Pilotit: 3 jatkoarvioitavaa; tavoite 5." in shown
    assert "Ohjelma: päättynyt 31.12.2022." in shown
    assert "AuroraAI päättyi 31.12.2022: 3 toimenpidettä arvioitava uudelleen." in shown
    of_measure = card(found, FI, ("measures", "P1"), half=THIS_HALF, today=DAY)
    assert "AuroraAI päättyi 31.12.2022: arvioitava uudelleen" in of_measure
    assert "Siitä riippuvat: P1 Tekoälyn" in card(found, FI, ("services", "aurora"), half=THIS_HALF, today=DAY)


def test_the_walk_shows_the_service() -> None:
    """Its name always, and weightily that it has ended."""
    found = with_service()
    told = {line.label: line for line in briefing(found, found.measure("P1"), FI, half=THIS_HALF, today=DAY)}

    assert told["Ulkoiset palvelut"].text == "AuroraAI (päättyi 31.12.2022)"
    assert told["Ulkoiset palvelut"].weighty


def test_the_next_meeting_takes_it_up_once() -> None:
    """A § names the measures; after a meeting has decided on it, it does not come again."""
    found = with_service()
    (item,) = (one for one in entries(found, FI, day=DAY) if one.kind == "service")
    decided = item.model_copy(update={"number": 4, "outcome": "decided", "decision": "Selvitetään."})
    held = meeting("2/2026", date=date(2026, 6, 1), state="published", items=[decided])
    after = found.model_copy(update={"meetings": (held,)})

    assert (item.heading, item.subjects) == ("Palvelun päättyminen: AuroraAI", ("P1", "P2", "P3"))
    assert item.background == "AuroraAI päättyi 31.12.2022. Siitä riippuvat: P1, P2 ja P3."
    assert [one for one in entries(after, FI, day=DAY) if one.kind == "service"] == []
