"""The numbers of the §§: in every meeting from 1, or running through the calendar year."""

from __future__ import annotations

from datetime import date

import pytest

from model.meeting import Item
from model.numbering import first_item
from tests.model.build import HEAD, meeting, roadmap

SPRING = meeting("1/2026", date=date(2026, 3, 10), items=(Item(number=1), Item(number=2)))
AUTUMN = meeting("2/2026", date=date(2026, 9, 1), items=tuple(Item(number=n) for n in (3, 4, 5)))
WINTER = meeting("3/2026", date=date(2026, 11, 24))
AFTER = meeting("1/2027", date=date(2027, 2, 23))


@pytest.mark.parametrize("numbering", ["meeting", "plain"])
def test_every_meeting_begins_at_one(numbering: str) -> None:
    """The default, and the plain manner, which differs in how a number is written only."""
    found = roadmap(SPRING, AUTUMN, WINTER, head=HEAD.model_copy(update={"numbering": numbering}))

    assert first_item(found, WINTER) == 1


def test_in_the_year_the_numbers_run_on_from_meeting_to_meeting() -> None:
    """After § 5 in September comes § 6 in November; January begins anew; an earlier meeting is not moved by a later."""
    found = roadmap(WINTER, AUTUMN, SPRING, AFTER, head=HEAD.model_copy(update={"numbering": "year"}))

    assert [first_item(found, each) for each in (SPRING, AUTUMN, WINTER, AFTER)] == [1, 3, 6, 1]
