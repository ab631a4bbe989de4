"""A cell of answers: a level, "cannot say", nothing, or not understood; nothing in between is guessed."""

from __future__ import annotations

import pytest

from model.answers.scale import DONT_KNOW, MISSING, Answers


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        *(("4", 4), ("4,0", 4), ("4.00", 4), (4, 4), (4.0, 4), (" 4 ", 4)),
        *(("4 – Hyvä", 4), ("4 - hyvä", 4), ("4=Hyvä", 4), ("4: Hyvä", 4), ("4. Hyvä", 4), ("4) Hyvä", 4)),
        *(("4 Hyvä", 4), ("4 (Hyvä)", 4), ("Hyvä (4)", 4), ("4 – Melko hyvä", 4), ("4\u00a0–\u00a0Hyvä", 4)),
        *(("HYVÄ", 4), ("hyvä;", 4), ("Hyva\u0308", 4), ("god", 4), ("Försvarlig", 2), ("excellent", 5), ("heikko", 1)),
        *(("En osaa sanoa", DONT_KNOW), ("EOS", DONT_KNOW), ("vet ej", DONT_KNOW), ("Don’t know", DONT_KNOW)),
        *(("0 – En osaa sanoa", DONT_KNOW), ("6 = EOS", DONT_KNOW)),
        *(("", MISSING), ("  ", MISSING), ("-", MISSING), (None, MISSING), ("N/A", MISSING)),
    ],
)
def test_answers_are_read_as_tools_write_them(cell: object, level: int) -> None:
    """A digit counts, its word beside it must be the same one; what cannot be said is no level."""
    assert Answers().read(cell) == level


@pytest.mark.parametrize(
    "cell",
    [
        *("0", "6", "10", 0, 6, 4.5, "4,5", "2-3", "4.1", "1.2.2024", "4 vuotta", "hyvä ja kaunis", "melko hyvä"),
        *("4 – Heikko", "1 = Erinomainen", "Heikko (4)", "10 - hyvä", True, False, "=A1", "#N/A", "٤", "Ⅳ"),
    ],
)
def test_what_could_mean_something_else_is_not_understood(cell: object) -> None:
    """A turned scale, a half, another scale, a truth value: none of them is a level."""
    assert Answers().read(cell) is None


def test_the_roadmaps_own_words_count() -> None:
    """Where they give a usual word another place, only they do."""
    own = Answers(("alku", "oraalla", "kasvussa", "hyvä", "kypsä"))
    turned = Answers(("hyvä", "parempi", "vahva", "erinomainen", "paras"))

    assert (own.read("Kypsä"), own.read("erinomainen"), own.read("good")) == (5, 5, 4)
    assert (turned.read("hyvä"), turned.read("erinomainen"), turned.read("heikko")) == (1, 4, None)


def test_words_of_the_mapping_count_before_all() -> None:
    """What somebody wrote down of an answer holds, and nothing else changes."""
    answers = Answers(own={"Melko hyvä": 4, "Ei koske minua": 0})

    assert (answers.read("melko hyvä"), answers.read("ei koske minua"), answers.read("Hyvä")) == (4, 0, 4)
