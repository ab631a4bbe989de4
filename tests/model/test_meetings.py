"""A meeting from its opening to its end: numbers, §§, scores."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from model import edits, meetings
from model.agenda import next_item
from model.edits import Place, RefusedError
from model.halfyear import HalfYear
from model.meeting import Item
from model.meetings import next_number
from model.records import Score, Target
from tests.model.build import DAY, IN_MEETING, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import Meeting

NINE = time(9)
RUNNING = meeting(opened=NINE, items=[{"number": 4, "heading": "Tilannekatsaus"}])


def test_meetings_are_numbered_through_the_year() -> None:
    """After 2/2026 comes 3/2026, in January 1/2027; a number in another manner is left alone."""
    found = roadmap(meeting("1/2026"), meeting("2/2026"), meeting("3/2025"), meeting("ylimääräinen"))

    assert next_number(found, DAY) == "3/2026"
    assert next_number(found, date(2027, 1, 12)) == "1/2027"


def test_a_planned_meeting_is_opened_on_the_day_it_is_held() -> None:
    """Its place and chair were settled before; the day and the hour are those of today."""
    planned = roadmap(meeting(place="Kaupungintalo"))
    today = date(2026, 11, 25)

    after, opened = meetings.begin(planned, today, NINE, items=[Item(number=1, heading="Kokouksen avaus")])

    assert after.meeting("3/2026") == opened
    assert (opened.place, opened.date, opened.opened) == ("Kaupungintalo", today, NINE)
    assert [item.heading for item in opened.items] == ["Kokouksen avaus"]


def test_without_a_planned_meeting_a_new_one_begins() -> None:
    """It gets the next number and today's date."""
    after, opened = meetings.begin(roadmap(meeting("2/2026", state="published")), DAY, NINE)

    assert (opened.number, opened.date, opened.state) == ("3/2026", DAY, "draft")
    assert after.meeting("3/2026") == opened


def test_a_meeting_under_way_goes_on() -> None:
    """Opening it again changes nothing: after a crash the same meeting is there."""
    before = roadmap(RUNNING)

    assert meetings.begin(before, DAY, time(10), items=[Item(number=1)]) == (before, RUNNING)


def test_closing_writes_the_hour_and_the_last_items() -> None:
    """The last §§ follow the ones decided so far."""
    last = [Item(number=0, heading="Seuraava kokous"), Item(number=0, heading="Päättäminen")]

    closed = meetings.close(roadmap(RUNNING), "3/2026", time(10, 40), items=last).meeting("3/2026")

    assert closed.closed == time(10, 40)
    assert [(item.number, item.heading) for item in closed.items[1:]] == [(5, "Seuraava kokous"), (6, "Päättäminen")]


@pytest.mark.parametrize("held", [meeting(), meeting(opened=NINE, closed=time(10))], ids=["planned", "over"])
def test_only_a_running_meeting_decides_and_closes(held: Meeting) -> None:
    """Before its opening and after its end a meeting takes no §."""
    before = roadmap(held, measure())
    attempts: list[Callable[[], object]] = [
        lambda: meetings.close(before, "3/2026", time(11)),
        lambda: meetings.decide(before, IN_MEETING, "done", subjects=["T07"], heading="", decision=""),
    ]

    for attempt in attempts:
        with pytest.raises(RefusedError) as caught:
            attempt()
        assert (caught.value.code, caught.value.data) == ("meeting-not-open", {"meeting": "3/2026"})


def test_items_are_numbered_in_their_order() -> None:
    """The next § is one more than the highest, the first is § 1."""
    assert next_item(RUNNING) == 5
    assert next_item(meeting()) == 1
    assert meetings.place_of_next_item(roadmap(RUNNING), "3/2026", DAY) == Place(DAY, "3/2026", 5)


def test_a_decision_and_its_item_are_one() -> None:
    """The § in the measure's log and the § of the meeting are the same number."""
    before = roadmap(RUNNING, measure())

    after = meetings.decide(
        before,
        IN_MEETING,
        "done",
        subjects=["T07"],
        heading="Tekoälyn pelisäännöt",
        decision="Todettiin valmiiksi.",
        edit=edits.mark_done,
    )

    item = after.meeting("3/2026").items[-1]
    assert (item.number, item.subjects, item.outcome) == (5, ("T07",), "done")
    assert (item.heading, item.decision) == ("Tekoälyn pelisäännöt", "Todettiin valmiiksi.")
    assert after.measure("T07").log[-1].item == item.number
    assert after.measure("T07").status == "done"


def test_many_measures_may_share_an_item() -> None:
    """That the rest continue is one § with many subjects; nothing else about them changes."""
    before = roadmap(RUNNING, measure("T01"), measure("T02"))

    after = meetings.decide(
        before, Place(DAY, "3/2026"), "continues", subjects=["T01", "T02"], heading="Muut", decision="Jatkuvat."
    )

    assert after.measures == before.measures
    assert after.meeting("3/2026").items[-1] == Item(
        number=5, heading="Muut", subjects=("T01", "T02"), outcome="continues", decision="Jatkuvat."
    )


def test_a_move_is_decided_like_any_outcome() -> None:
    """The edit that the § does to its measure is stamped with the §."""
    move = partial(edits.move, to=HalfYear("2026H2"), reason="resurssi")

    after = meetings.decide(
        roadmap(RUNNING, measure()), IN_MEETING, "moved", subjects=["T07"], heading="", decision="", edit=move
    )

    assert [(m.to, m.reason, m.item) for m in after.measure("T07").moves] == [("2026H2", "resurssi", 5)]


def test_a_score_is_added_and_the_old_ones_stay() -> None:
    """A new level is a new dated score, with the basis that it has."""
    survey = Score(date=date(2024, 9, 27), value=Decimal("3.5"), basis="survey", n=283)
    before = roadmap(viewpoint(scores=[survey]))

    after = meetings.score(before, "osaaminen", IN_MEETING, value=Decimal(4), note=" oma arvio ")

    judged = Score(date=DAY, value=Decimal(4), basis="judgement", note="oma arvio", meeting="3/2026", item=5)
    assert after.viewpoint("osaaminen").scores == (survey, judged)


def test_a_score_of_the_same_day_and_basis_is_put_right() -> None:
    """A typing error does not stay as a second level; the other ink of that day does."""
    place = Place(DAY)
    found = roadmap(viewpoint())
    found = meetings.score(found, "osaaminen", place, value=Decimal(3), basis="survey", n=12)
    found = meetings.score(found, "osaaminen", place, value=Decimal(2))
    found = meetings.score(found, "osaaminen", place, value=Decimal(4))

    kept = [(score.basis, str(score.value)) for score in found.viewpoint("osaaminen").scores]
    assert kept == [("survey", "3"), ("judgement", "4")]


@pytest.mark.parametrize("value", ["0", "0.9", "5.1", "6"])
def test_a_level_is_on_the_scale(value: str) -> None:
    """Five words, levels 1 to 5, both included."""
    for end in (1, 5):
        found = meetings.score(roadmap(viewpoint()), "osaaminen", Place(DAY), value=Decimal(end))
        assert found.viewpoint("osaaminen").scores[-1].value == end
    with pytest.raises(RefusedError, match="bad-level"):
        meetings.score(roadmap(viewpoint()), "osaaminen", Place(DAY), value=Decimal(value))


def test_a_survey_of_too_few_answers_gives_no_level() -> None:
    """What four answered would tell of each of them; a judgement is nobody's answer."""
    with pytest.raises(RefusedError, match="too-few-answers"):
        meetings.score(roadmap(viewpoint()), "osaaminen", Place(DAY), value=Decimal(3), basis="survey", n=4)


def test_a_target_is_proposed_here_and_approved_elsewhere() -> None:
    """The team proposes; only the management team's approval puts a target in force."""
    after = meetings.propose_target(roadmap(viewpoint()), "osaaminen", IN_MEETING, value=Decimal("4.2"))

    assert after.viewpoint("osaaminen").targets == (
        Target(date=DAY, value=Decimal("4.2"), state="proposed", meeting="3/2026", item=5),
    )


def test_what_was_not_handled_comes_back() -> None:
    """Measures passed over in a meeting are listed while they are open."""
    items = [
        {"number": 1, "subjects": ["T01", "T02", "T99"], "outcome": "not-handled"},
        {"number": 2, "subjects": ["T03"], "outcome": "continues"},
    ]
    held = meeting(items=items)
    found = roadmap(held, measure("T01"), measure("T02", status="done"), measure("T03"))

    assert meetings.undecided(found, held) == ("T01",)


def test_a_meeting_cannot_close_before_it_was_opened() -> None:
    """A slip in the time is refused, and the minutes never run backwards."""
    begun, held = meetings.begin(roadmap(), DAY, time(9))

    with pytest.raises(RefusedError) as caught:
        meetings.close(begun, held.number, time(8, 59))

    assert caught.value.code == "closes-before-opening"
