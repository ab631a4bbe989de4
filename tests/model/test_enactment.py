"""Whether decisions were put into practice: stored, else read off measures and tasks; each fact with its own day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from model.edits import RefusedError
from model.enactment import Enacted, concerned, enact, enacted
from tests.model.build import DAY, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.roadmap import Roadmap

LATER = date(2027, 1, 15)
MOVED = {"number": 5, "subjects": ["T07"], "outcome": "moved", "decision": "Siirrettiin."}


def told(found: Roadmap, number: int = 5) -> Enacted:
    """Return how far the decision of a § of the only meeting is."""
    (held,) = found.meetings
    (item,) = [one for one in held.items if one.number == number]
    return enacted(found, held, item)


def after(*measures_: object, item: dict[str, object] = MOVED, actions: tuple[dict[str, object], ...] = ()) -> Roadmap:
    """Return a roadmap with these measures, a meeting with the § and the tasks it gave."""
    held = meeting(items=[item], actions=list(actions))
    return roadmap(*measures_, held)  # type: ignore[arg-type] # records of several classes


@pytest.mark.parametrize(
    ("fields", "state", "day"),
    [
        ({"status": "planned"}, "open", None),
        ({"status": "active"}, "open", None),
        ({"status": "active", "log": [{"date": LATER, "text": "Opas valmis"}]}, "under-way", None),
        ({"status": "active", "log": [{"date": DAY, "text": "Sovittu", "meeting": "3/2026", "item": 5}]}, "open", None),
        ({"status": "ready", "kind": "pilot"}, "under-way", None),
        ({"status": "done"}, "done", None),
        ({"status": "done", "log": [{"date": LATER, "event": "done"}]}, "done", LATER),
    ],
)
def test_a_decision_on_a_measure_is_as_far_as_the_measure(
    fields: dict[str, object], state: str, day: date | None
) -> None:
    """Under way is what has a line in its log since then; done is done on the day that the log has."""
    assert told(after(measure(**fields))) == Enacted(state, day)  # type: ignore[arg-type] # a word of the closed set


def test_a_measure_put_off_once_more_has_got_nowhere() -> None:
    """A later postponement shows that this one was not put into practice; its own and earlier ones do not."""
    before = {"date": date(2026, 3, 1), "from": "2025H2", "to": "2026H1"}
    own = {"date": DAY, "from": "2026H1", "to": "2026H2", "meeting": "3/2026", "item": 5}
    again = {"date": LATER, "from": "2026H2", "to": "2027H1"}

    log = [{"date": LATER, "text": "Sopimus tehty"}]

    assert told(after(measure(moves=[before, own], log=log))).state == "under-way"
    assert told(after(measure(moves=[before, own, again], log=log))).state == "open"


def test_a_measure_dropped_afterwards_is_named() -> None:
    """Nothing of the decision is left to put into practice; that it was overtaken is told beside it."""
    gone = measure(status="dropped", log=[{"date": LATER, "event": "dropped"}])

    assert told(after(gone)) == Enacted("none", None, ("T07",))


def test_a_discontinuation_is_put_into_practice_at_once() -> None:
    """The decision that drops a measure is done on its day, and is not overtaken by itself."""
    item = MOVED | {"outcome": "dropped"}
    entry = {"date": DAY, "event": "dropped", "meeting": "3/2026", "item": 5}

    assert told(after(measure(status="dropped", log=[entry]), item=item)) == Enacted("done", DAY)


@pytest.mark.parametrize(("outcome", "state"), [("dropped", "open"), ("done", "under-way")])
def test_what_was_ended_and_opened_again_is_named(outcome: str, state: str) -> None:
    """The decision is no longer what the roadmap says."""
    again = [{"date": LATER, "event": "reopened"}]
    found = told(after(measure(log=again), item=MOVED | {"outcome": outcome}))

    assert (found.state, found.reopened) == (state, ("T07",))


@pytest.mark.parametrize(
    ("actions", "state", "day"),
    [
        ([{"state": "open"}], "open", None),
        ([{"state": "done", "done": LATER}], "done", LATER),
        ([{"state": "done", "done": DAY}, {"state": "done", "done": LATER}], "done", LATER),
        ([{"state": "done", "done": DAY}, {"state": "done"}], "done", None),
        ([{"state": "done", "done": DAY}, {"state": "open"}], "under-way", None),
        ([{"state": "dropped"}], None, None),
    ],
)
def test_a_decision_without_measures_is_as_far_as_its_tasks(
    actions: list[dict[str, object]], state: str | None, day: date | None
) -> None:
    """All done is done; some is under way; a task that lapsed counts for nothing, and then nothing is known."""
    item: dict[str, object] = {"number": 5, "outcome": "decided", "decision": "Päätettiin esittää."}
    given = tuple({"number": n, "task": "Vie", "item": 5, **one} for n, one in enumerate(actions, 1))

    assert told(after(item=item, actions=given)) == Enacted(state, day)  # type: ignore[arg-type] # as above


def test_what_was_recorded_goes_before_what_is_computed() -> None:
    """A person's word stands, whatever the measure's status says."""
    item = MOVED | {"enactment": "done", "enacted": LATER}

    assert told(after(measure(status="planned"), item=item)) == Enacted("done", LATER)


@pytest.mark.parametrize("outcome", ["noted", "approved", "tabled", "note", "not-handled"])
def test_some_outcomes_leave_nothing_to_put_into_practice(outcome: str) -> None:
    """Noting, approving and leaving on the table are over with the meeting."""
    assert told(after(measure(), item=MOVED | {"outcome": outcome})).state == "none"


def test_what_was_approved_of_a_matter_is_to_be_put_into_practice() -> None:
    """To approve the agenda is a formality; to approve what was proposed leaves it to be done."""
    approved: dict[str, object] = {"number": 5, "outcome": "approved", "decision": "Hyväksyttiin."}

    assert told(after(item=approved | {"kind": "agenda"})).state == "none"
    assert told(after(item=approved | {"kind": "proposed"})).state is None
    assert told(after(measure(), item=approved | {"kind": "carried", "subjects": ["T07"]})).state == "open"


def test_other_business_can_decide_something() -> None:
    """Nothing to handle leaves nothing; a decision is one like any other."""
    item: dict[str, object] = {"number": 5, "kind": "other", "decision": "Päätettiin."}

    assert told(after(item=item)).state == "none"
    assert told(after(item=item | {"outcome": "decided"})).state is None


def test_the_meetings_own_items_leave_nothing_to_put_into_practice() -> None:
    """The agenda and the next meeting's day are such; of another § nothing is claimed that nobody recorded."""
    item: dict[str, object] = {"number": 5, "decision": "Sovittiin."}

    assert told(after(item=item | {"kind": "next"})).state == "none"
    assert told(after(item=item)).state is None


def test_that_it_was_put_into_practice_is_recorded_with_its_day() -> None:
    """Deciding and putting into practice are two facts: the day of the second is kept only when it is done."""
    found = after(measure())

    done = enact(found, "3/2026", 5, state="done", day=LATER)
    assert told(done) == Enacted("done", LATER)
    assert done.meeting("3/2026").date == DAY

    going = enact(done, "3/2026", 5, state="under-way", day=LATER)
    assert told(going) == Enacted("under-way", None)
    assert enact(going, "3/2026", 5, state=None, day=LATER) == found


@pytest.mark.parametrize("number", [4, 6])
def test_nothing_is_recorded_of_what_decided_nothing(number: int) -> None:
    """A § that does not exist, or that has no decision, is refused."""
    found = roadmap(meeting(items=[MOVED, {"number": 6, "background": "Avattiin."}]))

    with pytest.raises(RefusedError) as caught:
        enact(found, "3/2026", number, state="done", day=DAY)
    assert caught.value.code == "nothing-decided"


def test_a_decision_to_start_is_about_what_it_started() -> None:
    """It was put into practice by being made; what stayed unstarted, or was started elsewhere, is not its matter."""
    item = {"number": 5, "kind": "starting", "subjects": ["T01", "T02", "T03"], "outcome": "decided"}
    begun = [{"date": DAY, "event": "started", "meeting": "3/2026", "item": 5}]
    later = [{"date": LATER, "event": "started"}]
    found = after(measure("T01", log=begun), measure("T02", status="planned"), measure("T03", log=later), item=item)
    none = after(measure("T01", status="planned"), item={**item, "decision": "Palataan keväällä."})

    assert told(found) == Enacted("done", DAY)
    assert [one.id for one in concerned(found, found.meetings[0], found.meetings[0].items[0])] == ["T01"]
    assert told(none) == Enacted(None)
