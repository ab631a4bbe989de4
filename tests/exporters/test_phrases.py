"""The set phrases: a number and a few words become the sentence that minutes have."""

from __future__ import annotations

import pytest

from exporters.agenda import PHRASES, phrase, proposal, withdrawn
from exporters.words import LANGUAGES, Words

FI, SV, EN = Words("fi"), Words("sv"), Words("en")


@pytest.mark.parametrize(
    ("index", "text", "said"),
    [
        (1, "", ("approved", "Hyväksyttiin ehdotuksen mukaan.")),
        (1, "muistio 2/2026", ("approved", "Hyväksyttiin muistio 2/2026.")),
        (2, "", ("noted", "Merkittiin tiedoksi.")),
        (2, "Palataan keväällä", ("noted", "Merkittiin tiedoksi. Palataan keväällä.")),
        (3, "luonnos valmistuu 5.3.2027 mennessä.", ("agreed", "Sovittiin, että luonnos valmistuu 5.3.2027 mennessä.")),
        (4, "siirtää kysely", ("decided", "Päätettiin siirtää kysely.")),
        (5, "se hyväksyy muutokset", ("proposed", "Päätettiin esittää johtoryhmälle, että se hyväksyy muutokset.")),
        (6, "", ("returned", "Palautettiin asia valmisteltavaksi.")),
        (7, "", ("tabled", "Jätettiin asia pöydälle.")),
        (8, "sihteeriksi Rehtori", ("appointed", "Valittiin sihteeriksi Rehtori.")),
        (9, "", ("nothing", "Muita asioita ei ollut.")),
    ],
)
def test_a_number_and_words_are_a_decision(index: int, text: str, said: tuple[str, str]) -> None:
    """The past passive, with its object as it was typed, and one full stop."""
    assert phrase(FI, index, text) == said


def test_other_languages_have_their_own_sentences() -> None:
    """Finland-Swedish and English minutes."""
    assert phrase(SV, 7) == ("tabled", "Ärendet bordlades.")
    assert phrase(SV, 3, "utkastet blir klart")[1] == "Man kom överens om att utkastet blir klart."
    assert phrase(EN, 5, "it approves the changes")[1] == (
        "It was decided to propose to the management team that it approves the changes."
    )


def test_another_approver_is_named_without_an_ending() -> None:
    """The name of a body is never inflected by the program."""
    said = phrase(FI, 5, "muutokset hyväksytään", approver="Kaupunginhallitus")

    assert said[1] == "Päätettiin esittää, että muutokset hyväksytään (hyväksyjä: Kaupunginhallitus)."
    assert phrase(FI, 5, approver="Kaupunginhallitus")[1].endswith("(hyväksyjä: Kaupunginhallitus).")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_says_something_without_words(language: str) -> None:
    """A key pressed by itself leaves a whole sentence; proposals are in the present."""
    words = Words(language)

    for index, found in enumerate(PHRASES, 1):
        outcome, decision = phrase(words, index)
        assert outcome == found.outcome
        assert decision.endswith(".")
        assert proposal(words, index).endswith(".") is bool(found.proposal)
    assert len({phrase(words, index)[1] for index in range(1, len(PHRASES) + 1)}) == len(PHRASES)
    assert withdrawn(words).endswith(".")


@pytest.mark.parametrize("index", [0, -1, 10])
def test_there_are_nine_phrases(index: int) -> None:
    """They have the digits of the keyboard; another number is none."""
    with pytest.raises(IndexError):
        phrase(FI, index)
