"""Two people who both work on the agenda of one meeting: whatever they do, each decision stays with its matter."""

from __future__ import annotations

from datetime import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from model import agenda, edits
from model.edits import Place, RefusedError
from model.meeting import Action, Item
from model.merge import merge
from tests.model.build import DAY, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.roadmap import Roadmap

NUMBER = "3/2026"
NAMES = tuple(f"T{number:02}" for number in range(1, 8))
ITEMS = [Item(number=n, kind="measure", heading=f"§ {name}", subjects=(name,)) for n, name in enumerate(NAMES, 2)]
BASE = roadmap(
    *map(measure, NAMES), meeting(opened=time(9), items=[Item(number=1, kind="opening", heading="Avaus"), *ITEMS])
)


def worked_on(chance: Random) -> Roadmap:
    """Return the roadmap after some work on its agenda."""
    found = BASE
    for _ in range(chance.randint(1, 6)):
        try:
            found = after_an_act(found, chance)
        except RefusedError:
            continue
    return found


def after_an_act(found: Roadmap, chance: Random) -> Roadmap:
    """Return the roadmap with a § added, shifted, withdrawn, prepared or handled, or a task given."""
    waiting = [item.number for item in agenda.waiting(found.meeting(NUMBER)) if item.kind == "measure"]
    number = chance.choice(waiting)
    new = Item(number=0, heading=f"Uusi {chance.randint(1, 99)}")
    acts = (
        lambda: agenda.add(found, NUMBER, new, before=chance.choice((None, *waiting))),
        lambda: agenda.shift(found, NUMBER, number, chance.randint(-3, 3)),
        lambda: agenda.withdraw(found, NUMBER, number, decision="Poistettiin."),
        lambda: agenda.take(found, NUMBER, number, background=f"tausta {chance.randint(1, 9)}"),
        lambda: agenda.give(found, NUMBER, Action(number=0, task=f"Tehtävä {chance.randint(1, 9)}", item=number)),
        lambda: handled(found, number, f"päätös {chance.randint(1, 99)}"),
        lambda: handled(found, number, f"päätös {chance.randint(1, 99)}"),
    )
    return chance.choice(acts)()


def handled(found: Roadmap, number: int, decision: str) -> Roadmap:
    """Return the roadmap with a § handled: its decision in the minutes and in the log of its measure."""
    (name,) = agenda.item_of(found.meeting(NUMBER), number).subjects
    noted = edits.note(found, name, Place(DAY, NUMBER, number), text=decision)
    return agenda.take(noted, NUMBER, number, outcome="continues", decision=decision)


@pytest.mark.parametrize("seed", range(60))
def test_a_decision_stays_with_its_matter(seed: int) -> None:
    """Every § of both is there under one number, ours where it was handled, and every log entry names its own §."""
    chance = Random(seed)
    ours, theirs = worked_on(chance), worked_on(chance)

    found, conflicts = merge(BASE, ours, theirs)

    items = {item.number: item for item in found.meeting(NUMBER).items}
    assert list(items) == sorted(items)
    assert len(items) == len(found.meeting(NUMBER).items)
    for item in ours.meeting(NUMBER).items:
        if item.decision:
            assert (items[item.number].subjects, items[item.number].decision) == (item.subjects, item.decision)
    told = {(item.heading, item.decision) for item in items.values()}
    for item in theirs.meeting(NUMBER).items:
        assert not item.decision or (item.heading, item.decision) in told or conflicts
    for one in found.measures:
        assert all(one.id in items[entry.item].subjects for entry in one.log if entry.item is not None)
    assert merge(BASE, found, theirs) == (found, ())
