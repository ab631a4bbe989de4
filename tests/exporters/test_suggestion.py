"""What is proposed suggests the decision: its phrase, and the words that go with it, in each language."""

from __future__ import annotations

import pytest

from exporters.phrases import PHRASES, phrase, proposal
from exporters.suggestion import Suggestion, suggested
from exporters.words import LANGUAGES, Words
from model.meeting import Item
from tests.model.build import HEAD

FI = Words("fi")


def item(text: str = "", **fields: object) -> Item:
    """Return a planned § with a proposal."""
    return Item.model_validate({"number": 5, "kind": "proposed", "proposal": text, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_set_proposal_leads_to_its_phrase(language: str) -> None:
    """`Merkitään tiedoksi.` is noted, and so for each phrase that has a proposal."""
    words = Words(language)
    numbers = [number for number in range(1, len(PHRASES) + 1) if proposal(words, number)]

    assert numbers
    assert [suggested(HEAD, words, item(proposal(words, number))).number for number in numbers] == numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_proposed_onwards_goes_on_as_it_was_proposed(language: str) -> None:
    """The words are in the proposal, so nobody types them again."""
    words = Words(language)
    said = words.t("It is proposed that {approver} {does}.", approver=words.t("the management team"), does="XYZ")
    found = suggested(HEAD, words, item(said))

    assert PHRASES[found.number - 1].outcome == "proposed"
    assert "XYZ" in phrase(words, found.number, found.text)[1]


def test_the_approver_of_the_roadmap_is_known() -> None:
    """In Finnish the sentence reads as minutes have it."""
    found = suggested(HEAD, FI, item("Esitetään, että johtoryhmä hyväksyy vuoden 2026 muutokset."))

    assert found.text == "se hyväksyy vuoden 2026 muutokset"
    assert phrase(FI, found.number, found.text)[1] == (
        "Päätettiin esittää johtoryhmälle, että se hyväksyy vuoden 2026 muutokset."
    )


def test_else_a_proposal_is_approved_and_the_rest_is_as_usual() -> None:
    """Other business is none, the next meeting is agreed, what has no proposal is noted."""
    assert suggested(HEAD, FI, item("Valitaan alusta.")) == Suggestion(1)
    assert suggested(HEAD, FI, item()) == Suggestion(2)
    assert PHRASES[suggested(HEAD, FI, item(kind="other")).number - 1].outcome == "nothing"
    assert PHRASES[suggested(HEAD, FI, item(kind="next")).number - 1].outcome == "agreed"
