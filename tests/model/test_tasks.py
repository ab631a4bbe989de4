"""A task that was given in a hurry gets somebody and a day afterwards."""

from __future__ import annotations

from datetime import date, time

import pytest

from model import minuting
from model.edits import RefusedError
from model.meeting import Action
from model.tasks import assign
from tests.model.build import DAY, meeting, roadmap

GIVEN = roadmap(meeting(opened=time(9), closed=time(10), actions=(Action(number=1, task="Selvitys"),)))
DUE = date(2026, 12, 15)


def test_a_task_gets_who_and_when() -> None:
    """What it is and where it comes from stay."""
    (task,) = assign(GIVEN, "3/2026", 1, who=" tietohallinto ", due=DUE).meeting("3/2026").actions

    assert (task.task, task.who, task.due) == ("Selvitys", "tietohallinto", DUE)


def test_no_other_task_and_no_checked_minutes_are_changed() -> None:
    """A number that the meeting did not give is refused, and so are minutes that somebody has checked."""
    checked = minuting.check(GIVEN, "3/2026", DAY, by="digitiimi")

    with pytest.raises(RefusedError, match="no-such-action"):
        assign(GIVEN, "3/2026", 2, who="tietohallinto", due=DUE)
    with pytest.raises(RefusedError, match="meeting-locked"):
        assign(checked, "3/2026", 1, who="tietohallinto", due=DUE)
