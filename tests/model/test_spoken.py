"""What is said in the room is typed as it is said: `15.12.`, `4–2`."""

from __future__ import annotations

from datetime import date

import pytest

from model.edits import RefusedError
from model.spoken import coming_day, vote

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15.12.", date(2026, 12, 15)),
        (" 15.12 ", date(2026, 12, 15)),
        ("24.11.", TODAY),
        ("1.2.", date(2027, 2, 1)),
        ("29.2.", date(2028, 2, 29)),
        ("15.1.2027", date(2027, 1, 15)),
        ("2027-01-15", date(2027, 1, 15)),
    ],
)
def test_a_day_without_its_year_is_the_next_one(text: str, day: date) -> None:
    """Nobody says the year of a day that is coming."""
    assert coming_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [("31.11.", "bad-day"), ("joulu", "bad-day"), ("", "bad-day"), ("99.99.", "bad-day"), ("23.11.2026", "day-gone")],
)
def test_a_day_that_is_none_or_over_is_refused(text: str, code: str) -> None:
    """A task cannot be due before it is given."""
    with pytest.raises(RefusedError) as caught:
        coming_day(text, TODAY)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "kept"),
    [("", "unanimous"), ("Y", "unanimous"), ("enhälligt", "unanimous"), ("4-2", "4-2"), ("4 – 2", "4-2")],
)
def test_a_vote_is_unanimous_or_counted(text: str, kept: str) -> None:
    """Enter alone says that all agreed."""
    assert vote(text) == kept


def test_anything_else_is_no_vote() -> None:
    """A half-typed count is asked about again."""
    with pytest.raises(RefusedError):
        vote("4")
