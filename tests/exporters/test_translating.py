"""An export in another language takes the file's own texts and the catalogue's set phrases, and lists what it lacks."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from docs.catalogues import marked
from exporters import agenda
from exporters.phrasebook import COUNTED, INSIDE, NAMED, PHRASES
from exporters.translating import in_language, lacking_lines
from exporters.words import Words
from model.halfyear import HalfYear
from model.meeting import Action, Item
from model.records import Viewpoint
from tests.model.build import DAY, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.meeting import Outcome
    from model.roadmap import Roadmap

FI, SV = Words("fi"), Words("sv")


def held(*items: Item, **fields: object) -> Roadmap:
    """Return a Finnish roadmap with a measure that has a Swedish title, and a meeting with these §§."""
    return roadmap(measure(title_sv="Spelregler för AI"), measure("T10"), meeting(items=items, **fields))


def swedish(*items: Item) -> tuple[Item, ...]:
    """Return the §§ as a Swedish export reads them."""
    return in_language(held(*items), "sv").meetings[0].items


@pytest.mark.parametrize(
    ("outcome", "subjects", "text"),
    [
        ("done", ("T07",), ""),
        ("continues", ("T07", "T10"), ""),
        ("moved", ("T07",), "resurssit"),
        ("moved", ("T07", "T10"), ""),
        ("dropped", ("T07",), "ei enää tarpeen"),
        ("not-handled", ("T07", "T10"), ""),
    ],
)
def test_what_the_program_wrote_it_says_in_swedish(outcome: Outcome, subjects: tuple[str, ...], *, text: str) -> None:
    """Heading and decision of an outcome are, word for word, what a Swedish roadmap would have in their place."""
    own, to = held(), HalfYear("2027H1")
    said = [
        (
            agenda.heading(whose, words, outcome=outcome, subjects=subjects),
            agenda.decision(whose, words, outcome=outcome, subjects=subjects, to=to, text=text and words_of[text]),
        )
        for whose, words, words_of in (
            (own, FI, {text: text}),
            (in_language(own, "sv"), SV, {"resurssit": SV.t("resources"), "ei enää tarpeen": SV.t("no longer needed")}),
        )
    ]
    (item,) = swedish(Item(number=5, heading=said[0][0], decision=said[0][1], subjects=subjects))

    assert (item.heading, item.decision) == said[1]


def test_opening_and_closing_are_said_in_swedish() -> None:
    """The first and last §§, with the clock as Swedish writes it."""
    opened = agenda.opening(held(), FI, day=DAY, opened=time(9))
    closed = agenda.closing(FI, closed=time(10, 40))
    items = swedish(*(item.model_copy(update={"number": n}) for n, item in enumerate((*opened, *closed), 1)))

    assert [item.heading for item in items] == [
        item.heading
        for item in (*agenda.opening(held(), SV, day=DAY, opened=time(9)), *agenda.closing(SV, closed=time(10)))
    ]
    assert items[0].background == "Ordföranden öppnade mötet kl. 9.00."
    assert items[-1].background == "Ordföranden avslutade mötet kl. 10.40."
    assert [item.decision for item in items[:2]] == ["", "Föredragningslistan godkändes."]


def test_a_persons_own_words_stay_and_are_listed() -> None:
    """What nobody translated stands as it was written, in the minutes and in the list of what lacks, once each."""
    own = held(
        Item(number=1, heading="Kokouksen avaus"),
        Item(number=2, heading="Tietosuoja", decision="Olkoon. Merkittiin tiedoksi.", subjects=("T10",)),
        place="Lehtori",
        actions=(Action(number=1, task="Tiedote"),),
    )

    assert in_language(own, "sv").meetings[0].items[1].decision == "Olkoon. Merkittiin tiedoksi."
    assert lacking_lines(own, own.meetings[0], FI, language="sv") == (
        "6 tekstiä puuttuu tiedostosta tällä kielellä (ruotsi), ja ne näytetään sellaisinaan:",
        "- Tiekartta: organisaatio",
        "- Kokous 3/2026: paikka",
        "- T10: nimi",
        "- § 2: otsikko",
        "- § 2: päätös",
        "- Tehtävä 3/2026-1: tehtävä",
    )
    assert lacking_lines(own, own.meetings[0], FI, language="fi") == ()


def test_a_reason_in_ones_own_words_follows_the_set_phrase() -> None:
    """The decision is said in the other language, the reason stays as it was written, and the § is listed."""
    own = held(
        Item(number=5, heading="Asia", decision="Päätettiin keskeyttää toimenpide T10. Syy: Pilotti vei aikaa. Ei.")
    )
    (item,) = in_language(own, "sv").meetings[0].items

    assert item.decision == "Beslöts avbryta åtgärd T10. Orsak: Pilotti vei aikaa. Ei."
    assert "- § 5: päätös" in lacking_lines(own, own.meetings[0], FI, language="sv")


def test_the_review_is_said_in_swedish() -> None:
    """Counts, dates and half-years of the status are those of the other language."""
    own = held()
    (item,) = swedish(Item(number=4, heading="x", background=agenda.review(own, FI, day=DAY)))

    assert item.background == agenda.review(own, SV, day=DAY)


def test_a_whole_agenda_is_said_in_swedish() -> None:
    """What an agenda tells of the measures and of the meeting before is, word for word, a Swedish agenda's."""
    before = meeting("2/2026", date=date(2026, 9, 1), opened=time(9), actions=(Action(number=1, task="Tiedote"),))
    own = roadmap(measure(), measure("T10", start="2025H2", end="2026H2"), measure("T11", status="planned"), before)
    planned = [agenda.entries(own, words, day=DAY) for words in (FI, SV)]
    book = own.model_copy(update={"meetings": (before, meeting(items=planned[0]))})

    for item, said in zip(in_language(book, "sv").meetings[1].items, planned[1], strict=True):
        assert (item.heading, item.background, item.proposal) == (said.heading, said.background, said.proposal)


def test_a_roadmap_in_its_own_language_is_itself() -> None:
    """Nothing is looked up for an export in the roadmap's language."""
    own = held()

    assert in_language(own, "fi") is own


@pytest.mark.parametrize("ids", ["T07", "T07 ja T10"])
def test_a_sentence_agrees_with_what_it_names(ids: str) -> None:
    """One measure is started, or several."""
    count = len(ids.split(" ja "))
    (item,) = swedish(Item(number=5, decision=FI.n(*COUNTED[0], count, ids=ids)))

    assert item.decision == SV.n(*COUNTED[0], count, ids=ids.replace(" ja ", " och "))


def test_every_phrase_is_one_of_the_catalogue() -> None:
    """A phrase that is worded anew is found out here."""
    assert {*PHRASES, *NAMED, *INSIDE, *COUNTED} <= set(marked())


@pytest.mark.parametrize("index", range(1, len(agenda.PHRASES) + 1))
def test_set_phrases_are_said_in_swedish(index: int) -> None:
    """A decision or a proposal that was given by its number is the same number's in the other language."""
    (item,) = swedish(Item(number=5, decision=agenda.phrase(FI, index)[1], proposal=agenda.proposal(FI, index)))

    assert (item.decision, item.proposal) == (agenda.phrase(SV, index)[1], agenda.proposal(SV, index))


def test_a_number_of_any_length_is_only_text() -> None:
    """A count that nobody could have written stays as it stands; nothing breaks on it."""
    told = f"Tilanne 24.11.2026: {'1' * 5000} toimenpidettä (ei aloitettu 1)."

    assert swedish(Item(number=1, heading="§", background=told))[0].background == told


def test_viewpoints_are_named_in_the_other_language() -> None:
    """The § about a level has the viewpoint's own name in that language."""
    found = Viewpoint.model_validate({"id": "johto", "name": "Johtaminen", "name_sv": "Ledning", "scope": "own"})
    own = roadmap(found, meeting(items=(Item(number=5, heading="Johtaminen", subjects=("johto",)),)))

    assert in_language(own, "sv").meetings[0].items[0].heading == "Ledning"
