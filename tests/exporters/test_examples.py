"""An example shows what may be typed, and what it shows is understood when it is."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from exporters.examples import example
from exporters.refusals import refusal_sentence
from exporters.words import LANGUAGES, Words
from model.edits import RefusedError
from model.meeting import Meeting
from model.records import Funding, Measure, Score
from model.typed import kind_name, level, typed

FI = Words("fi")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (Meeting, "date", date(2026, 11, 24)),
        (Meeting, "opened", time(9, 30)),
        (Measure, "end", "2027H1"),
        (Funding, "amount", Decimal(12500)),
        (Score, "n", 25),
    ],
)
def test_an_example_can_be_typed(language: str, kind: type[Meeting], field: str, *, value: object) -> None:
    """Typed as it stands it gives the value that was meant, in every language of the screen."""
    words = Words(language)
    shown = example(words, kind_name(kind, field))
    begins = words.t("for example {example}", example="")

    assert shown.startswith(begins)
    assert typed(kind, field, shown.removeprefix(begins)) == value


def test_examples_of_levels_and_years() -> None:
    """A level is a digit or has one decimal."""
    assert example(FI, "level") == "esim. 3 tai 3,4"
    assert level("3,4") == Decimal("3.4")
    assert example(FI, "year") == "esim. 2027"
    assert example(FI, "str") == ""


def test_a_refusal_ends_with_an_example() -> None:
    """Who typed what cannot be read is shown what can."""
    with pytest.raises(RefusedError) as refused:
        typed(Meeting, "date", "huomenna")

    assert refusal_sentence(refused.value, FI).endswith(" Esim. 24.11.2026.")
