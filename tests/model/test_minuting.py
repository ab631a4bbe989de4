"""Minutes after the meeting: they are checked, published, locked in between, and reopened with a trace."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from itertools import pairwise

import pytest

from model import edits, meetings, minuting
from model.edits import Place, RefusedError
from model.meeting import Action, Item, Meeting
from tests.model.build import DAY, measure, meeting, roadmap, viewpoint

LATER = date(2026, 12, 1)
ITEM = Item(number=5, heading="T07", subjects=("T07",), outcome="continues", decision="Jatkuu.")
CLOSED = meeting(
    opened=time(9),
    closed=time(10, 40),
    items=(ITEM,),
    actions=(Action(number=1, task="Selvitys", who="tietohallinto"),),
)
DRAFT = roadmap(measure(), viewpoint(), CLOSED)
CHECKED = minuting.check(DRAFT, "3/2026", LATER, by="4/2026 § 3")


def code(error: pytest.ExceptionInfo[RefusedError]) -> str:
    """Return why something was refused."""
    return error.value.code


def test_checked_minutes_tell_by_whom_and_when() -> None:
    """Checking can happen in a later meeting or between meetings; the § or the roles are named."""
    found = CHECKED.meeting("3/2026")

    assert (found.state, found.checked, found.checked_by) == ("checked", LATER, "4/2026 § 3")


def test_only_a_meeting_that_is_over_is_checked_and_only_once() -> None:
    """A meeting under way has no minutes yet; what is checked is not checked again without being reopened."""
    running = roadmap(meeting(opened=time(9)))

    with pytest.raises(RefusedError) as early:
        minuting.check(running, "3/2026", LATER, by="puheenjohtaja")
    with pytest.raises(RefusedError) as twice:
        minuting.check(CHECKED, "3/2026", LATER, by="puheenjohtaja")
    with pytest.raises(RefusedError) as nobody:
        minuting.check(DRAFT, "3/2026", LATER, by=" ")

    assert [code(early), code(twice), code(nobody)] == ["meeting-not-closed", "already-checked", "empty-text"]


def test_published_minutes_tell_where_when_and_the_digest_of_their_text() -> None:
    """Only checked minutes are published; they can also go to a second place."""
    published = minuting.publish(CHECKED, "3/2026", LATER, to="Intranet", digest="abc")
    found = published.meeting("3/2026")
    again = minuting.publish(published, "3/2026", LATER, to="Intranet, Teams").meeting("3/2026")

    assert (found.state, found.published, found.published_to, found.digest) == ("published", LATER, "Intranet", "abc")
    assert again.published_to == "Intranet, Teams"
    with pytest.raises(RefusedError, match="not-checked"):
        minuting.publish(DRAFT, "3/2026", LATER, to="Intranet")
    with pytest.raises(RefusedError, match="empty-text"):
        minuting.publish(CHECKED, "3/2026", LATER, to=" ")


def test_reopening_leaves_a_trace_and_makes_a_draft() -> None:
    """Why, when and by whom stays; the check and the publishing are over."""
    published = minuting.publish(CHECKED, "3/2026", LATER, to="Intranet", digest="abc")
    found = minuting.reopen(published, "3/2026", LATER, reason="Väärä päivä", by="sihteeri").meeting("3/2026")

    assert (found.state, found.checked, found.published, found.digest) == ("draft", None, None, "")
    assert [(r.date, r.reason, r.by) for r in found.reopenings] == [(LATER, "Väärä päivä", "sihteeri")]
    assert found.items == CLOSED.items


def test_reopening_asks_why_and_two_of_a_day_stay_apart() -> None:
    """No reason is refused; the same reason on the same day gets a number, so that both traces stay."""
    with pytest.raises(RefusedError, match="empty-text"):
        minuting.reopen(CHECKED, "3/2026", LATER, reason=" ")
    with pytest.raises(RefusedError, match="not-checked"):
        minuting.reopen(DRAFT, "3/2026", LATER, reason="Korjaus")

    once = minuting.reopen(CHECKED, "3/2026", LATER, reason="Korjaus")
    twice = minuting.reopen(minuting.check(once, "3/2026", LATER, by="pj"), "3/2026", LATER, reason="Korjaus")

    assert [trace.reason for trace in twice.meeting("3/2026").reopenings] == ["Korjaus", "Korjaus (2)"]


@pytest.mark.parametrize(
    "changed",
    [
        CHECKED.replacing("meetings", CHECKED.meeting("3/2026").model_copy(update={"place": "Kirjasto"})),
        CHECKED.replacing("meetings", CHECKED.meeting("3/2026").model_copy(update={"items": ()})),
        CHECKED.replacing("meetings", CHECKED.meeting("3/2026").model_copy(update={"state": "draft"})),
        CHECKED.without("meetings", "3/2026"),
        edits.note(CHECKED, "T07", Place(DAY, "3/2026", 5), text="Jälkikäteen"),
        meetings.score(CHECKED, "osaaminen", Place(DAY, "3/2026", 5), value=Decimal(3)),
    ],
    ids=["field", "items", "state", "record", "log", "score"],
)
def test_no_way_around_the_lock_is_accepted(changed: object) -> None:
    """Neither a field, nor a §, nor the state alone, nor a level or note in the name of the meeting."""
    with pytest.raises(RefusedError) as error:
        minuting.respected(CHECKED, changed)  # type: ignore[arg-type]  # the parameters are built before the test

    assert code(error) == "meeting-locked"


def test_what_happens_afterwards_is_recorded_in_a_checked_meeting() -> None:
    """A task done and a decision put into practice are later facts; so are notes on the measure by themselves."""
    found = CHECKED.meeting("3/2026")
    done = found.actions[0].model_copy(update={"state": "done", "done": LATER})
    enacted = ITEM.model_copy(update={"enactment": "done", "enacted": LATER})
    after = CHECKED.replacing("meetings", found.model_copy(update={"actions": (done,), "items": (enacted,)}))
    after = edits.note(after, "T07", Place(LATER), text="Valmistelu alkoi")

    assert minuting.respected(CHECKED, after) is after


def test_the_steps_of_the_minutes_themselves_are_accepted() -> None:
    """Checking, publishing and reopening respect the lock; a draft is free."""
    published = minuting.publish(CHECKED, "3/2026", LATER, to="Intranet")
    reopened = minuting.reopen(published, "3/2026", LATER, reason="Korjaus")
    edited = reopened.replacing("meetings", reopened.meeting("3/2026").model_copy(update={"place": "Kirjasto"}))
    steps = [DRAFT, CHECKED, published, reopened, edited]

    assert [minuting.respected(*pair) for pair in pairwise(steps)] == steps[1:]


def test_a_draft_is_writable_and_a_locked_meeting_is_not() -> None:
    """The one question that every edit of a meeting asks first."""
    assert minuting.writable(CLOSED) is CLOSED
    states: list[Meeting] = [CHECKED.meeting("3/2026"), CLOSED.model_copy(update={"state": "published"})]
    for locked in states:
        with pytest.raises(RefusedError, match="meeting-locked"):
            minuting.writable(locked)


def test_a_later_meeting_that_approves_the_minutes_checks_them() -> None:
    """The last meeting held before it, as long as its minutes wait; a § that approved nothing checks nothing."""
    item = Item(number=3, kind="previous", outcome="approved", decision="Hyväksyttiin muistio 3/2026.")
    later = meeting("1/2027", date=date(2027, 2, 23), opened=time(9), items=(item,))
    silent = later.model_copy(update={"items": (item.model_copy(update={"outcome": "tabled"}),)})

    assert minuting.approved_in(DRAFT.adding("meetings", later), later) == ("3/2026", 3)
    assert minuting.approved_in(CHECKED.adding("meetings", later), later) is None
    assert minuting.approved_in(DRAFT.adding("meetings", silent), silent) is None
    assert minuting.approved_in(roadmap(later), later) is None
