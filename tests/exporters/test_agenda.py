"""The §§ that the program writes are such as a secretary would write: past passive, the measure by its id."""

from __future__ import annotations

from datetime import date, time
from typing import get_args

import pytest

from exporters import agenda
from exporters.words import Words
from model.meeting import Outcome
from tests.model.build import DAY, THIS_HALF, measure, meeting, roadmap, viewpoint

FI, EN = Words("fi"), Words("en")
ROADMAP = roadmap(
    measure("T07"),
    measure("T10", end="2026H2"),
    measure("T20", status="done"),
    viewpoint("sahkoiset", short="Sähköiset palvelut"),
    viewpoint("laitteet"),
)


def decision(outcome: Outcome, *subjects: str, text: str = "", words: Words = FI) -> str:
    """Return a decision about these; a move goes to this half-year."""
    return agenda.decision(ROADMAP, words, outcome=outcome, subjects=subjects, to=THIS_HALF, text=text)


def test_a_meeting_begins_with_its_opening_and_a_review() -> None:
    """Without an earlier meeting: the opening, the agenda, and how the roadmap stands."""
    opening, approved, review = agenda.opening(ROADMAP, FI, day=DAY, opened=time(9))

    assert (opening.number, opening.heading) == (1, "Kokouksen avaus")
    assert opening.background == "Puheenjohtaja avasi kokouksen klo 9.00."
    assert (approved.number, approved.heading) == (2, "Esityslistan hyväksyminen")
    assert (review.number, review.heading) == (3, "Digitiekartan tilannekatsaus")
    assert review.background == (
        "Tilanne 24.11.2026: 3 toimenpidettä (käynnissä 2, valmis 1). Myöhässä: T07. "
        "Tänä puolivuotena (syksy 2026) päättyvät: T10."
    )


def test_a_later_meeting_goes_through_the_tasks_of_the_one_before() -> None:
    """The § says how many of its tasks are done, and what the open ones are and whose."""
    given = [("a", "", "done"), ("b", "Viestintä", "open"), ("c", "", "open")]
    tasks = [{"number": n, "task": task, "who": who, "state": state} for n, (task, who, state) in enumerate(given, 1)]
    before = meeting("2/2026", date=date(2026, 9, 1), opened=time(9), actions=tasks)
    _, _, item, _ = agenda.opening(roadmap(before), FI, day=DAY, opened=time(9))
    _, _, bare, _ = agenda.opening(roadmap(meeting("2/2026", opened=time(9))), FI, day=DAY, opened=time(9))

    assert item.heading == "Edellisen kokouksen muistio ja tehtävien tilanne"
    assert item.background == (
        "Muistio 2/2026 (1.9.2026). Tehtävistä on tehty 1/3. Avoinna: 2/2026-2 b (Viestintä); 2/2026-3 c."
    )
    assert bare.background == "Muistio 2/2026 (24.11.2026)."


def test_an_empty_roadmap_has_a_short_review() -> None:
    """Nothing is listed that is not there."""
    assert agenda.review(roadmap(), FI, day=DAY) == "Tilanne 24.11.2026: 0 toimenpidettä (–)."


def test_a_meeting_ends_with_its_closing() -> None:
    """What nobody brought up and a next meeting that was not agreed are said to be so."""
    other, unknown, last = agenda.closing(FI, closed=time(10, 40))
    _, following, _ = agenda.closing(FI, closed=time(10, 40), following="tiistai 23.2.2027 klo 9.00.")

    assert (other.kind, other.decision) == ("other", "Muita asioita ei ollut.")
    assert (unknown.kind, unknown.decision) == ("next", "Seuraavan kokouksen ajankohtaa ei sovittu.")
    assert (last.kind, last.background) == ("closing", "Puheenjohtaja päätti kokouksen klo 10.40.")
    assert following.decision == "Seuraava kokous: tiistai 23.2.2027 klo 9.00."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (decision("done", "T07"), "Todettiin toimenpide T07 valmiiksi."),
        (decision("done", "T07", text="Pidetty."), "Todettiin toimenpide T07 valmiiksi. Tulos: Pidetty."),
        (decision("continues", "T07"), "Sovittiin, että toimenpide T07 jatkuu."),
        (decision("continues", "T07", text="Hyvin"), "Sovittiin, että toimenpide T07 jatkuu. Hyvin."),
        (decision("continues", "T07", "T10"), "Sovittiin, että toimenpiteet T07 ja T10 jatkuvat."),
        (
            decision("moved", "T07", text="resurssi"),
            "Päätettiin siirtää toimenpide T07 keväältä 2026 syksylle 2026. Syy: resurssi.",
        ),
        (decision("moved", "T07", "T10"), "Päätettiin siirtää toimenpiteet T07 ja T10 syksylle 2026."),
        (decision("dropped", "T07", text="turha"), "Päätettiin keskeyttää toimenpide T07. Syy: turha."),
        (decision("not-handled", "T07"), "Toimenpidettä T07 ei käsitelty."),
        (
            decision("score", "sahkoiset", text="2,9 → 3,3"),
            "Arvioitiin näkökulman taso: Sähköiset palvelut. 2,9 → 3,3.",
        ),
        (decision("note"), "Merkittiin tiedoksi."),
        (decision("moved", "T07", words=EN), "It was decided to postpone measure T07 from spring 2026 to autumn 2026."),
    ],
)
def test_decisions(said: str, expected: str) -> None:
    """A whole sentence for each outcome, with the reason or the result after it."""
    assert said == expected


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_words(outcome: Outcome) -> None:
    """For one subject and for several."""
    assert decision(outcome, "T07")
    assert decision(outcome, "T07", "T10")
    assert agenda.heading(ROADMAP, FI, outcome=outcome, subjects=("T07", "T10"))


def test_the_heading_names_the_one_subject() -> None:
    """A measure by id and title, a viewpoint by its short name; several by what they have in common."""
    assert agenda.heading(ROADMAP, FI, outcome="moved", subjects=("T07",)) == "T07 Tekoälyn pelisäännöt"
    assert agenda.heading(ROADMAP, FI, outcome="score", subjects=("sahkoiset",)) == "Sähköiset palvelut"
    assert agenda.heading(ROADMAP, FI, outcome="score", subjects=("laitteet",)) == "Laitteet"
    assert agenda.heading(ROADMAP, FI, outcome="moved", subjects=("T07", "T10")) == "Siirrettävät toimenpiteet"
