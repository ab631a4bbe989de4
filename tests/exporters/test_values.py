"""A value of any type is shown in words, never as a program would print it."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

from exporters.values import record_name, value
from exporters.words import Words
from model.halfyear import HalfYear
from model.records import Approval, Goal, Member
from tests.model.build import DAY, measure, meeting, roadmap, viewpoint

FI = Words("fi")
ROADMAP = roadmap(
    measure(), viewpoint(), meeting(), goals=(Goal(id="G1", title="Tieto"),), members=(Member(id="m", role="Rooli"),)
)


@pytest.mark.parametrize(
    ("place", "of", "shown"),
    [
        (("measures", "end"), HalfYear("2026H1"), "kevät 2026"),
        (("measures", "kind"), "pilot", "pilotti"),
        (("measures", "goals"), ("G1", "G9"), "Tieto, G9"),
        (("goals", "goals"), "G1", "G1"),
        (("measures", "responsible"), "m", "Rooli"),
        (("measures", "responsible"), "Johtaja", "Johtaja"),
        (("measures", "needs"), "", "–"),
        (("measures", "helpers"), (), "–"),
        (("measures", "needs"), None, "–"),
        (("viewpoints", "focus"), True, "kyllä"),
        (("meetings", "date"), DAY, "24.11.2026"),
        (("meetings", "opened"), time(9), "klo 9.00"),
        (("indicators.values", "value"), Decimal("19.50"), "19,5"),
        (("measures.funding", "amount"), Decimal(12000), "12\u00a0000\u00a0€"),
        (("measures.funding", "year"), 2026, "2026"),
        (("measures", "x"), {"a": 1}, "{'a': 1}"),
        (("measures", "needs"), "a\x1b\nb", "a␛ b"),
    ],
)
def test_values(place: tuple[str, str], of: object, shown: str) -> None:
    """Half-years, words of closed sets, names for ids; what is empty is a dash."""
    assert value(FI, ROADMAP, place, of=of) == shown


def test_a_long_text_is_cut_unless_all_of_it_is_wanted() -> None:
    """A sentence has room for sixty characters."""
    long = "sana" * 20

    assert len(value(FI, ROADMAP, ("measures", "needs"), of=long)) == 60
    assert value(FI, ROADMAP, ("measures", "needs"), of=long, limit=None) == long


def test_records_have_names() -> None:
    """The short name before the name, the role, the title, the number, the body; else the id that was asked for."""
    assert record_name(ROADMAP, "viewpoints", "osaaminen") == "Osaaminen"
    assert record_name(ROADMAP, "meetings", "3/2026") == "3/2026"
    assert record_name(ROADMAP, "goals", "G9\n") == "G9"
    approved = roadmap(approvals=(Approval(body="Johtoryhmä", date=DAY),))
    assert record_name(approved, "approvals", f"Johtoryhmä {DAY}") == "Johtoryhmä"


@pytest.mark.parametrize(("vote", "shown"), [("unanimous", "yksimielinen"), ("4-2", "4–2")])
def test_a_vote_is_a_word_or_counts(vote: str, shown: str) -> None:
    """The file's word for all agreeing is said in the reader's language; votes have a dash between them."""
    assert value(FI, roadmap(), ("meetings.items", "vote"), of=vote) == shown
