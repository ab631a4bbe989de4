"""The names of the tables, kept apart from their classes, say the same as those."""

from __future__ import annotations

from model.records import TABLES
from model.roadmap import SINGLE
from model.tables import KEYS, SINGLES


def test_the_names_are_those_of_the_classes() -> None:
    """Same tables, same order, same keys."""
    assert {name: kind.KEY for name, kind in TABLES.items()} == KEYS
    assert list(TABLES) == list(KEYS)
    assert tuple(SINGLE) == SINGLES
