"""Every closed set of values, every table and every key of the file has its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_origin

import pytest

from exporters.names import FIELD, TABLE
from exporters.terms import (
    KIND,
    STATUS,
    WORDS_OF,
    capital,
    field_name,
    measures,
    moved,
    status,
    table_name,
    word,
)
from exporters.words import Words
from model.halfyear import HalfYear
from model.record import Record
from model.records import TABLES, Head, Scale, Status
from model.typed import allowed
from tests.model.build import DAY, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

FI = Words("fi")
TOP: dict[str, type[Record]] = {"roadmap": Head, "scale": Scale, **TABLES}


def kinds() -> Iterator[tuple[str, type[Record]]]:
    """Yield every class of records with its place in the file, nested ones as `measures.log`."""
    for table, kind in TOP.items():
        yield table, kind
        for name, field in kind.model_fields.items():
            yield from ((f"{table}.{name}", inner) for inner in nested(field.annotation))


def nested(annotation: object) -> Iterator[type[Record]]:
    """Yield the class of the records that a field's type is a list of."""
    if get_origin(annotation) is tuple:
        yield from (arg for arg in get_args(annotation) if isinstance(arg, type) and issubclass(arg, Record))


@pytest.mark.parametrize(("place", "kind"), tuple(kinds()))
def test_every_field_has_a_name(place: str, kind: type[Record]) -> None:
    """No key of the file is shown as it is where people read."""
    names = [field.alias or name for name, field in kind.model_fields.items()]

    assert [name for name in names if name not in FIELD] == []
    assert place.partition(".")[0] in TABLE


@pytest.mark.parametrize(("place", "kind"), tuple(kinds()))
def test_every_value_of_a_closed_set_has_a_word(place: str, kind: type[Record]) -> None:
    """The words are those of the field itself, none missing and none left over."""
    closed = {name: set(values) for name in kind.model_fields if (values := closed_set(kind, name))}

    assert {name: set(WORDS_OF[place, name]) for name in closed if (place, name) in WORDS_OF} == closed


def closed_set(kind: type[Record], name: str) -> tuple[str, ...]:
    """Return the values that a field may have, when they are a closed set."""
    return allowed(kind, kind.model_fields[name].alias or name)


def test_a_value_from_the_future_is_its_own_word() -> None:
    """A word or a key that this program does not know is shown as it is, safely."""
    assert word(FI, KIND, "dream\x1b") == "dream␛"
    assert field_name(FI, "väri") == "väri"
    assert field_name(FI, "väri_sv") == "väri_sv"
    assert table_name(FI, "measures") == "toimenpide"


def test_a_text_in_a_second_language_is_named_with_it() -> None:
    """What a key is called, and in which language it is."""
    assert field_name(FI, "title_sv") == "nimi (ruotsi)"


def test_the_status_says_overdue_and_moved() -> None:
    """Both are computed; a closed measure is neither any more."""
    found = measure(moves=[{"date": DAY, "from": HalfYear("2025H2"), "to": HalfYear("2026H1")}])

    assert status(FI, found, late=True) == "käynnissä, myöhässä, siirretty 1 kerran"
    assert status(FI, found.model_copy(update={"status": "done"})) == "valmis"


def test_every_status_has_a_word() -> None:
    """The stored statuses are five words and their own."""
    assert set(STATUS) == set(get_args(Status))


def test_small_words() -> None:
    """Counts agree with their noun, and a sentence begins with a capital letter."""
    assert moved(FI, 2) == "siirretty 2 kertaa"
    assert measures(FI, 7) == "7 toimenpidettä"
    assert capital("ähtäri") == "Ähtäri"
    assert capital("") == ""
