"""What is exported of a roadmap with open conflicts ends with a line about them; what is checked stays as it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from exporters.catchup import Reader, catch_up
from exporters.markdown import markdown
from exporters.minutes import minutes
from exporters.unsettled import waiting
from exporters.words import Words
from model.conflict import Conflict
from model.meeting import Meeting
from tests.model.build import roadmap

if TYPE_CHECKING:
    from model.roadmap import Roadmap

DAY = date(2026, 11, 22)
FI = Words("fi")
LINE = "Huom. Tiekartassa 2 kahden kopion välistä ristiriitaa odottaa ratkaisua."


def torn(*, state: str = "draft") -> tuple[Roadmap, Meeting]:
    """Return a roadmap with two open conflicts and a meeting."""
    meeting = Meeting.model_validate({"number": "3/2026", "date": DAY, "state": state})
    conflicts = tuple(Conflict(id=f"R{number}", table="measures", record="T07", field="end") for number in (1, 2))
    found = roadmap(meeting).model_copy(update={"conflicts": conflicts})
    return found, meeting


def test_a_draft_ends_with_it() -> None:
    """Who reads the draft knows that something in the roadmap is not agreed on yet."""
    assert minutes(*torn(), FI).rstrip().endswith(LINE)
    assert "ristiriita" not in minutes(torn()[0].model_copy(update={"conflicts": ()}), torn()[1], FI)


@pytest.mark.parametrize("state", ["checked", "published"])
def test_checked_minutes_are_left_alone(state: str) -> None:
    """What was checked reads the same whatever comes up later."""
    assert "ristiriita" not in minutes(*torn(state=state), FI)


def test_the_page_for_the_absent_ends_with_it() -> None:
    """Exports that are not minutes say it, too."""
    found, meeting = torn()

    assert markdown(catch_up(found, meeting, FI, reader=Reader(), today=DAY)).rstrip().endswith(LINE)


def test_it_is_counted() -> None:
    """One, several, none."""
    assert waiting(1, FI) == "1 ristiriita odottaa ratkaisua."
    assert waiting(0, FI) == ""
    assert waiting(2, Words("sv")) == "2 konflikter väntar på avgörande."
