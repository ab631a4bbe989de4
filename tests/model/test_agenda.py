"""The agenda before and during a meeting: numbers without a gap, and never another one for a handled §."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import agenda, meetings
from model.edits import RefusedError
from model.meeting import Action, Item
from model.records import Proposal
from tests.model.build import DAY, HEAD, IN_MEETING, measure, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import ItemKind, Meeting
    from model.roadmap import Roadmap

NUMBER = "3/2026"
KINDS: tuple[ItemKind, ...] = ("opening", "agenda", "status", "measure", "measure", "proposed", "other", "closing")
OPENED = {"opened": time(9)}


def planned(**fields: Any) -> Roadmap:  # noqa: ANN401 - fields of a meeting
    """Return a roadmap whose meeting has an agenda of eight §§, two of them about measures."""
    names = iter(("T07", "T10"))
    items = [
        Item(number=0, kind=kind, heading=kind.capitalize(), subjects=(next(names),) if kind == "measure" else ())
        for kind in KINDS
    ]
    found = roadmap(meeting(**fields), measure("T07"), measure("T10"))
    return agenda.laid_out(found, NUMBER, items)


def held(found: Roadmap) -> Meeting:
    """Return the meeting."""
    return found.meeting(NUMBER)


def headings(found: Roadmap) -> list[str]:
    """Return the headings of the §§ in the order of their numbers, which have no gap."""
    items = sorted(held(found).items, key=lambda item: item.number)
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    return [item.heading for item in items]


def refused(edit: Callable[[], object]) -> str:
    """Return the code with which an edit is refused."""
    with pytest.raises(RefusedError) as caught:
        edit()
    return caught.value.code


def test_an_agenda_is_numbered_in_its_order() -> None:
    """Every § is planned then; a second agenda is refused."""
    found = planned()

    assert [item.number for item in agenda.waiting(held(found))] == list(range(1, 9))
    assert agenda.handled(held(found)) == ()
    assert refused(lambda: agenda.laid_out(found, NUMBER, [])) == "agenda-exists"


def test_the_numbers_of_the_year_run_on() -> None:
    """With that setting the agenda begins after the last § of the year's meeting before."""
    before = meeting("2/2026", date=DAY.replace(month=9), items=[{"number": n} for n in (11, 12)])
    found = roadmap(before, meeting(), head=HEAD.model_copy(update={"numbering": "year"}))

    after = agenda.laid_out(found, NUMBER, [Item(number=0, kind="opening", heading="Avaus")])

    assert [item.number for item in held(after).items] == [13]


def test_what_is_added_comes_before_the_last_items_or_where_it_is_told() -> None:
    """Without a place a § comes before other business; before another one it takes its number."""
    found = agenda.add(planned(), NUMBER, Item(number=0, heading="Tietoturva"))
    found = agenda.add(found, NUMBER, Item(number=0, heading="Koulutus"), before=4)

    assert headings(found)[3:9] == ["Koulutus", "Measure", "Measure", "Proposed", "Tietoturva", "Other"]
    assert held(found).items[3].kind == "proposed"
    assert refused(lambda: agenda.add(found, NUMBER, Item(number=0, heading=" "))) == "empty-text"
    assert refused(lambda: agenda.add(found, NUMBER, Item(number=0, heading="Alku"), before=1)) == "item-handled"


def test_before_the_meeting_a_withdrawn_item_leaves_the_agenda() -> None:
    """The later ones move up; the opening and the closing stay."""
    found = agenda.withdraw(planned(), NUMBER, 6)

    assert "Proposed" not in headings(found)
    assert refused(lambda: agenda.withdraw(found, NUMBER, 1)) == "item-stays"
    assert refused(lambda: agenda.withdraw(found, NUMBER, 99)) == "no-such-item"


def test_in_the_meeting_a_withdrawn_item_stays_and_says_so() -> None:
    """Its number is in the notice that was sent; it is handled by being withdrawn."""
    found = agenda.withdraw(planned(**OPENED), NUMBER, 6, decision="Asia poistettiin esityslistalta.")

    item = agenda.item_of(held(found), 6)
    assert (item.outcome, item.decision, item.is_handled) == ("withdrawn", "Asia poistettiin esityslistalta.", True)
    assert len(headings(found)) == 8
    assert refused(lambda: agenda.withdraw(found, NUMBER, 6)) == "item-handled"


def test_a_planned_item_is_moved_between_the_opening_and_the_closing() -> None:
    """Steps beyond the ends stop there."""
    down = agenda.shift(planned(), NUMBER, 6, -2)
    far = agenda.shift(agenda.shift(planned(), NUMBER, 6, 99), NUMBER, 3, -99)

    assert headings(down)[3:6] == ["Proposed", "Measure", "Measure"]
    assert (headings(far)[1], headings(far)[-2:]) == ("Status", ["Proposed", "Closing"])
    assert refused(lambda: agenda.shift(planned(), NUMBER, 8, -1)) == "item-stays"


def test_an_outcome_fills_the_item_of_its_measure() -> None:
    """Whichever card is taken first: the § is the one on the agenda."""
    place = meetings.place_of_next_item(planned(**OPENED), NUMBER, DAY, subject="T10")
    after = meetings.decide(
        planned(**OPENED), place, "continues", subjects=["T10"], heading="Muu", decision="Sovittiin, että jatkuu."
    )

    item = agenda.item_of(held(after), 5)
    assert place.item == item.number == 5
    assert (item.kind, item.heading, item.outcome) == ("measure", "Measure", "continues")
    assert len(headings(after)) == 8


def test_what_is_not_on_the_agenda_comes_after_the_last_handled_item() -> None:
    """Planned §§ make room; tasks given under them follow. A note leaves the measure's own § planned."""
    found = agenda.take(planned(**OPENED), NUMBER, 2, outcome="approved", decision="Hyväksyttiin.")
    found = agenda.give(found, NUMBER, Action(number=0, task="Luonnos", item=4))
    place = meetings.place_of_next_item(found, NUMBER, DAY)

    after = meetings.decide(found, place, "note", subjects=["T07"], heading="T07", decision="Merkittiin tiedoksi.")

    assert place.item == 3
    assert headings(after)[:5] == ["Opening", "Agenda", "T07", "Status", "Measure"]
    assert agenda.planned_for(held(after), "T07") == agenda.item_of(held(after), 5)
    assert held(after).actions[0].item == 5


def test_a_decision_waits_for_the_opening() -> None:
    """Before the meeting a § gets its background and proposal, and no decision."""
    found = agenda.take(planned(), NUMBER, 6, proposal="Hyväksytään.", minutes=10)

    assert agenda.item_of(held(found), 6).proposal == "Hyväksytään."
    assert refused(lambda: agenda.take(found, NUMBER, 6, decision="Hyväksyttiin.")) == "meeting-not-open"
    assert agenda.take(found, NUMBER, 6, minutes=10) is found


@pytest.mark.parametrize(
    ("fields", "code"),
    [({**OPENED, "closed": time(10)}, "meeting-closed"), ({"state": "checked"}, "meeting-locked")],
    ids=["closed", "checked"],
)
def test_a_meeting_that_is_over_keeps_its_agenda(fields: dict[str, Any], code: str) -> None:
    """Nothing is added, moved or withdrawn any more."""
    over = held(planned()).model_copy(update=fields)
    found = planned().replacing("meetings", over)

    assert refused(lambda: agenda.add(found, NUMBER, Item(number=0, heading="Uusi"))) == code
    assert refused(lambda: agenda.shift(found, NUMBER, 4, 1)) == code
    assert refused(lambda: agenda.withdraw(found, NUMBER, 4)) == code


def test_a_decision_may_be_put_right_but_not_emptied() -> None:
    """What was handled stays handled: its number is in a commit, and a planned § could be given another."""
    found = agenda.take(planned(**OPENED), NUMBER, 6, decision="Hyväksytiin.")

    mended = agenda.take(found, NUMBER, 6, decision="Hyväksyttiin.")

    assert agenda.item_of(held(mended), 6).decision == "Hyväksyttiin."
    assert refused(lambda: agenda.take(found, NUMBER, 6, decision="")) == "empty-text"


def test_a_task_gets_the_next_number_and_is_done_on_a_day() -> None:
    """The day stays only while it is done; tasks are followed up after the minutes were checked, too."""
    found = agenda.give(planned(), NUMBER, Action(number=0, task=" Luonnos ", who="Sihteeri", item=4))
    found = agenda.give(found, NUMBER, Action(number=0, task="Kutsu"))
    checked = found.replacing("meetings", held(found).model_copy(update={"state": "checked"}))
    done = agenda.set_action(checked, NUMBER, 1, state="done", day=DAY)
    again = agenda.set_action(done, NUMBER, 1, state="open", day=DAY)

    assert [(one.number, one.task) for one in held(found).actions] == [(1, "Luonnos"), (2, "Kutsu")]
    assert [one.done for one in held(done).actions] == [DAY, None]
    assert held(again).actions == held(found).actions
    assert refused(lambda: agenda.give(found, NUMBER, Action(number=0, task=" "))) == "empty-text"
    assert refused(lambda: agenda.give(found, NUMBER, Action(number=0, task="x", item=99))) == "no-such-item"
    assert refused(lambda: agenda.set_action(found, NUMBER, 9, state="done", day=DAY)) == "no-such-action"


def test_gathered_proposals_leave_the_list_when_the_agenda_takes_them() -> None:
    """The § names the proposal as its origin; the others wait on."""
    gathered = tuple(Proposal(id=name, heading=name, date=DAY) for name in ("E1", "E2"))
    item = Item(number=0, kind="proposed", heading="E1", origin="E1")

    after = agenda.laid_out(roadmap(meeting(), proposals=gathered), NUMBER, [item])

    assert [proposal.id for proposal in after.proposals] == ["E2"]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "withdraw", "shift", "take", "decide", "note"]),
        st.integers(1, 14),
        st.integers(-9, 9),
    ),
    max_size=12,
)


def tried(found: Roadmap, edit: tuple[str, int, int]) -> Roadmap:
    """Return the roadmap after an edit, or as it was where the edit is refused."""
    what, number, steps = edit
    place = meetings.place_of_next_item(found, NUMBER, DAY)
    ways: dict[str, Callable[[], Roadmap]] = {
        "add": lambda: agenda.add(found, NUMBER, Item(number=0, heading="Uusi"), before=number if steps > 0 else None),
        "withdraw": lambda: agenda.withdraw(found, NUMBER, number),
        "shift": lambda: agenda.shift(found, NUMBER, number, steps),
        "take": lambda: agenda.take(found, NUMBER, number, outcome="noted", decision="Merkittiin tiedoksi."),
        "decide": lambda: meetings.decide(
            found,
            meetings.place_of_next_item(found, NUMBER, DAY, subject="T10"),
            "continues",
            subjects=["T10"],
            heading="T10",
            decision="",
        ),
        "note": lambda: meetings.decide(found, place, "note", subjects=["T07"], heading="T07", decision=""),
    }
    try:
        return ways[what]()
    except RefusedError:
        return found


@given(edits=EDITS, is_open=st.booleans())
def test_whatever_happens_no_number_lacks_and_no_handled_one_changes(
    edits: list[tuple[str, int, int]], *, is_open: bool
) -> None:
    """After any sequence of edits the numbers run without a gap, and what was handled is where it was."""
    found = planned(**(OPENED if is_open else {}))
    for edit in edits:
        before = {item.number: item.heading for item in agenda.handled(held(found))}
        found = tried(found, edit)
        headings(found)
        after = {item.number: item.heading for item in agenda.handled(held(found))}
        assert before.items() <= after.items()


def test_a_place_of_a_decision_is_kept() -> None:
    """A § decided under a number that its caller knows stands under it."""
    found = roadmap(meeting(**OPENED, items=[{"number": n} for n in range(1, 5)]), measure())

    after = meetings.decide(found, IN_MEETING, "done", subjects=["T07"], heading="T07", decision="")

    assert held(after).items[-1].number == IN_MEETING.item == 5
