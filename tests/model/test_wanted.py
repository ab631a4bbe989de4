"""The filter of the history: what a commit is about, read off its changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.diff import Change, diff
from model.edits import Place, drop, mark_done, move, note, reopen, set_funding, start
from model.entry import Entry
from model.halfyear import HalfYear
from model.records import Approval, Score
from model.trailers import MEETING
from model.wanted import KINDS, Wanted, decided_in, kind_of
from tests.model.build import DAY, IN_MEETING, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from model.entry import Form
    from model.roadmap import Roadmap

OUTSIDE = Place(DAY)
WHO, WHEN = "Erkki Esimerkki", datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
START = roadmap(measure("T07", viewpoints=["osaaminen"]), measure("T08", status="planned"), viewpoint(), meeting())


def commit(
    changes: tuple[Change, ...] | None = (), after: Roadmap | None = START, *, meeting: str = "", form: Form = "change"
) -> Entry:
    """Return an entry of the history as the filter sees it."""
    return Entry("", WHEN, WHO, "", ((MEETING, meeting),) if meeting else (), changes, form, roadmap=after)


def edited(after: Roadmap, before: Roadmap = START) -> Entry:
    """Return the commit of an edit."""
    return commit(diff(before, after), after)


def kinds(after: Roadmap, before: Roadmap = START) -> set[str]:
    """Return the kinds of all changes of an edit."""
    return {kind_of(change) for change in diff(before, after)}


def test_each_decision_is_of_one_kind() -> None:
    """All that a decision changes, its dated entry and the fields, is of the same kind."""
    done = mark_done(START, "T07", OUTSIDE)

    assert kinds(done) == {"done"}
    assert kinds(start(START, "T08", OUTSIDE)) == {"started"}
    assert kinds(move(START, "T07", OUTSIDE, to=HalfYear("2026H2"), reason="resurssi")) == {"moved"}
    assert kinds(drop(START, "T07", OUTSIDE, reason="ei tarvita")) == {"dropped"}
    assert kinds(reopen(done, "T07", OUTSIDE), done) == {"reopened"}
    assert kinds(note(START, "T07", OUTSIDE, text="Hyvin menee")) == {"note"}
    assert kinds(START, done) <= {"done", "reopened"}


def test_kinds_of_other_records() -> None:
    """Levels, money, meetings, approvals and all that is left have kinds of their own."""
    level = Score(date=DAY, value=Decimal(3), basis="judgement")
    scored = START.replacing("viewpoints", viewpoint(scores=[level]))
    funded = set_funding(START, "T07", 2026, amount=Decimal(100), state="granted")
    renamed = START.replacing("measures", START.measure("T07").model_copy(update={"title": "Uusi"}))
    approval = Approval(body="Johtoryhmä", date=DAY)

    assert kinds(scored) == {"score"}
    assert kinds(funded) == {"funding"}
    assert kinds(renamed) == {"other"}
    assert kinds(START.adding("approvals", approval)) == {"approval"}
    assert kinds(START.adding("measures", measure("T09"))) == {"added"}
    assert kinds(START.without("measures", "T07")) == {"removed"}
    assert kinds(START.without("meetings", "3/2026")) == {"meeting"}


def test_every_kind_is_offered() -> None:
    """The kinds that a person can ask for are those that a change can have."""
    assert len(set(KINDS)) == len(KINDS)
    assert {"moved", "done", "score", "target", "added", "dropped", "note", "meeting", "approval", "other"} <= {*KINDS}


def test_an_empty_filter_wants_everything() -> None:
    """Nothing asked for is everything, also what cannot be read and what changed nothing."""
    assert Wanted().everything
    assert all(Wanted().matches(one) for one in (commit(), commit(None), commit(form="made")))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(record="T07"), True),
        (Wanted(record="T08"), False),
        (Wanted(record="T07", table="viewpoints"), False),
        (Wanted(viewpoint="osaaminen"), True),
        (Wanted(viewpoint="muu"), False),
        (Wanted(person="esimerkki ERK"), True),
        (Wanted(person="Liisa"), False),
        (Wanted(meeting="3/2026"), False),
        (Wanted(first=DAY, last=DAY), True),
        (Wanted(first=date(2026, 11, 25)), False),
        (Wanted(last=date(2026, 11, 23)), False),
        (Wanted(kinds=frozenset({"done", "moved"})), True),
        (Wanted(kinds=frozenset({"score"})), False),
        (Wanted(record="T07", kinds=frozenset({"score"})), False),
    ],
)
def test_what_is_asked_for_has_to_hold_together(wanted: Wanted, *, found: bool) -> None:
    """A commit that marks T07 done, recorded on 24.11.2026 by Erkki Esimerkki outside any meeting."""
    assert wanted.matches(edited(mark_done(START, "T07", OUTSIDE))) == found


def test_a_section_about_a_record_comes_along() -> None:
    """Asked for a measure, its § is told with it; a § alone is no change of the measure."""
    after = mark_done(START, "T07", IN_MEETING)
    changes = diff(START, after)

    assert {change.table for change in Wanted(record="T07").among(changes, after)} >= {"measures"}
    assert Wanted(record="T08").among(changes, after) == ()


def test_what_cannot_be_read_is_about_no_record() -> None:
    """It is listed where nothing of its content is asked for; the next version that can be read tells what changed."""
    assert Wanted(person="erkki").matches(commit(None, None))
    assert not Wanted(record="T07").matches(commit(None, None))


def test_the_first_version_added_what_it_holds() -> None:
    """The beginning belongs to the history of each record that it has."""
    began = commit(form="made")

    assert Wanted(record="T07").matches(began)
    assert Wanted(viewpoint="osaaminen", kinds=frozenset({"added"})).matches(began)
    assert not Wanted(record="T99").matches(began)
    assert not Wanted(record="T07", kinds=frozenset({"done"})).matches(began)


def test_a_hand_edit_names_its_meeting() -> None:
    """Without trailers, the place of a decision is read off what it changed."""
    assert decided_in(diff(START, mark_done(START, "T07", IN_MEETING))) == ("3/2026", 5)
    assert decided_in(diff(START, mark_done(START, "T07", OUTSIDE))) == ("", None)
    assert decided_in(()) == ("", None)
