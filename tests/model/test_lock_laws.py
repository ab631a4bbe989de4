"""The law of checked minutes: no edit, whatever it is given, changes what was checked."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model import agenda, attending, edits, meetings, minuting
from model.edits import Place, RefusedError
from model.enactment import enact
from model.meeting import Action, Item, Meeting
from model.presence import Who
from model.records import Member
from model.tasks import assign
from model.typed import editable, set_field
from tests.model.build import DAY, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

ITEMS = (
    Item(number=1, kind="opening", heading="Avaus", background="Avattiin."),
    Item(number=2, kind="measure", heading="T07", subjects=("T07",), outcome="continues", decision="Jatkuu."),
    Item(number=3, kind="other", heading="Muut asiat"),
)
LATER = date(2026, 12, 1)
HELD = meeting(opened=time(9), closed=time(10), items=ITEMS, actions=(Action(number=1, task="Selvitys"),))
DRAFT = roadmap(measure(), viewpoint(), HELD, members=(Member(id="tietohallinto", role="Tietohallinto"),))
CHECKED = minuting.check(DRAFT, "3/2026", LATER, by="digitiimi")
PUBLISHED = minuting.publish(CHECKED, "3/2026", LATER, to="Intranet", digest="abc")

numbers = st.integers(0, 5)
texts = st.sampled_from(["", "x", "2026-12-24", "10.15", "draft", "checked"])
places = st.builds(Place, st.just(DAY), st.sampled_from(["3/2026", ""]), numbers | st.none())
members = st.just("tietohallinto")
people = st.just(Who("tietohallinto"))
sections = st.builds(Item, number=numbers, heading=texts, kind=st.sampled_from(["proposed", "measure", None]))


def built(function: Callable[..., Any], *arguments: st.SearchStrategy[Any], **named: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - strategies of any value
    """Return a strategy of an edit with its arguments drawn, the roadmap left to be given."""
    drawn = st.tuples(st.tuples(*arguments), st.fixed_dictionaries(named))
    return drawn.map(lambda given_: lambda found: function(found, *given_[0], **given_[1]))


NUMBER = st.just("3/2026")
LOCKED: dict[str, st.SearchStrategy[Any]] = {
    "laid_out": built(agenda.laid_out, NUMBER, st.lists(sections, max_size=2)),
    "add": built(agenda.add, NUMBER, sections, before=numbers | st.none()),
    "take": built(agenda.take, NUMBER, numbers, decision=texts),
    "withdraw": built(agenda.withdraw, NUMBER, numbers),
    "shift": built(agenda.shift, NUMBER, numbers, st.integers(-2, 2)),
    "give": built(agenda.give, NUMBER, st.builds(Action, number=st.just(1), task=texts)),
    "close": built(meetings.close, NUMBER, st.just(time(11)), items=st.lists(sections, max_size=2)),
    "decide": built(
        meetings.decide,
        st.builds(Place, st.just(DAY), NUMBER, numbers | st.none()),
        st.just("noted"),
        subjects=st.just(()),
        heading=texts,
        decision=texts,
    ),
    "assign": built(assign, NUMBER, numbers, who=texts, due=st.just(LATER)),
    "attend": built(attending.attend, NUMBER, members, presence=st.sampled_from(["present", "remote", "absent"])),
    "welcome": built(attending.welcome, NUMBER, texts),
    "seat": built(attending.seat, NUMBER, st.dictionaries(people, st.sampled_from(["present", None]), max_size=2)),
    "come": built(attending.come, NUMBER, people, item=numbers),
    "leave": built(attending.leave, NUMBER, people, item=numbers),
    "conflict": built(attending.conflict, NUMBER, people, item=numbers),
    "heard": built(attending.heard, NUMBER, texts, item=numbers),
    "deputise": built(attending.deputise, NUMBER, members, deputy=texts),
    "forget": built(attending.forget, NUMBER, people, item=numbers),
    "set_field": st.tuples(st.sampled_from(editable(Meeting)), texts).map(
        lambda pair: partial(set_field, place=("meetings", "3/2026"), field=pair[0], text=pair[1])
    ),
}
"""Edits of the meeting: each refuses by itself."""
FREE: dict[str, st.SearchStrategy[Any]] = {
    "set_action": built(
        agenda.set_action, NUMBER, numbers, state=st.sampled_from(["open", "done", "dropped"]), day=st.just(LATER)
    ),
    "enact": built(enact, NUMBER, numbers, state=st.sampled_from(["open", "done", "none", None]), day=st.just(LATER)),
    "begin": built(lambda found: meetings.begin(found, LATER, time(9))[0]),
    "name": built(attending.name, NUMBER, people, name=texts),
    "note": built(edits.note, st.just("T07"), places, text=texts),
    "score": built(meetings.score, st.just("osaaminen"), places, value=st.decimals(1, 5, places=1)),
}
"""Edits of something else, or of what comes after the meeting: the session's net lets through what it may."""


def fixed(found: Roadmap) -> object:
    """Return what checking has fixed of the meeting, and what other records say in its name."""
    held = found.meeting("3/2026")
    items = [item.model_copy(update={"enactment": None, "enacted": None}) for item in held.items]
    tasks = [(task.number, task.task, task.who, task.due) for task in held.actions]
    dated: list[Any] = [e for m in found.measures for e in (*m.log, *m.moves)]
    dated += [e for v in found.viewpoints for e in (*v.scores, *v.targets)]
    named = [entry for entry in dated if entry.meeting]
    head = held.date, held.starts, held.ends, held.opened, held.closed, held.place, held.chair, held.secretary
    return items, tasks, head, held.case, held.publicity, held.attendance, named


@pytest.mark.parametrize("locked", [CHECKED, PUBLISHED], ids=["checked", "published"])
@pytest.mark.parametrize("name", LOCKED)
@given(data=st.data())
def test_every_edit_of_a_locked_meeting_is_refused(name: str, locked: Roadmap, data: st.DataObject) -> None:
    """Whatever it is given."""
    edit = data.draw(LOCKED[name])

    with pytest.raises(RefusedError):
        edit(locked)


@given(edit=st.one_of(*FREE.values()), locked=st.sampled_from([CHECKED, PUBLISHED]))
@example(
    edit=partial(meetings.score, viewpoint="osaaminen", place=Place(DAY, "3/2026", 5), value=Decimal(3)), locked=CHECKED
)
def test_nothing_that_passes_changes_what_was_checked(edit: Callable[[Roadmap], Roadmap], locked: Roadmap) -> None:
    """An edit is refused, or what was checked reads the same after it."""
    try:
        after = minuting.respected(locked, edit(locked))
    except RefusedError:
        return

    assert fixed(after) == fixed(locked)


@given(edit=st.one_of(*LOCKED.values()))
def test_the_net_catches_what_an_edit_of_the_draft_would_do(edit: Callable[[Roadmap], Roadmap]) -> None:
    """An edit that did not ask whether the meeting may change is refused when it is to be saved."""
    try:
        changed = edit(DRAFT)
    except RefusedError:
        return
    if fixed(changed) == fixed(DRAFT):
        return
    forged = changed.meeting("3/2026").model_copy(update={"state": "checked"})

    with pytest.raises(RefusedError, match="meeting-locked"):
        minuting.respected(CHECKED, CHECKED.replacing("meetings", forged))
