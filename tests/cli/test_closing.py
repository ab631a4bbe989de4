"""meeting close: a due measure needs an outcome, what else lacks is told, and the next meeting is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town


@pytest.fixture
def meeting(town: Town) -> Town:
    """The town in a meeting of which little is recorded."""
    town.types("meeting", "start")
    return town


def test_a_due_measure_without_an_outcome_is_named_and_nothing_is_closed(meeting: Town) -> None:
    """The way out stands beside it: an outcome for each, or that the rest was not handled."""
    ran = meeting.types("meeting", "close")

    assert (ran.status, ran.out) == (1, "")
    assert "T01 Sähköinen perehdytys: tulos puuttuu" in ran.err
    assert "--not-handled" in ran.err
    assert meeting.types("meeting", "show", "--json").json["closed"] is None


def test_what_was_not_handled_is_said_and_what_lacks_is_told(meeting: Town) -> None:
    """It closes all the same: rules remind, they do not hinder."""
    ran = meeting.types("meeting", "close", "--not-handled")
    held = meeting.types("meeting", "show", "--json").json

    assert ran.status == 0
    assert held["closed"] is not None
    assert "not-handled" in {item.get("outcome") for item in held["items"] if item.get("subjects") == ["T01"]}
    assert "Läsnäoloa ei ole kirjattu." in ran.err


def test_the_next_meeting_is_called_with_what_is_unfinished(meeting: Town) -> None:
    """The day of it is given with the closing; this meeting stays as it is."""
    ran = meeting.types("meeting", "close", "--not-handled", "--date", "23.2.2027")
    coming = meeting.types("show", "1/2027", "--json").json

    assert ran.status == 0
    assert coming["date"] == "2027-02-23"
    assert ["T01"] in [item.get("subjects") for item in coming["items"]]
    assert "23.2.2027" in str(meeting.types("show", "1/2026", "--json").json["items"])


def test_the_next_meeting_is_not_before_this_one(meeting: Town) -> None:
    """Nothing is closed for a slip of the finger."""
    ran = meeting.types("meeting", "close", "--not-handled", "--date", "23.2.2026")

    assert ran.status == 1
    assert meeting.types("meeting", "show", "--json").json["closed"] is None


def test_the_minutes_that_the_meeting_approved_are_checked_by_it(town: Town) -> None:
    """The § on the previous minutes is who checked them."""
    town.types("meeting", "start")
    town.types("meeting", "close", "--not-handled")
    town.types("--today", "2027-02-23", "meeting", "start")
    town.types("--today", "2027-02-23", "meeting", "close", "--not-handled")

    before = town.types("show", "1/2026", "--json").json
    assert (before["state"], before["checked_by"]) == ("checked", "1/2027 § 3")
