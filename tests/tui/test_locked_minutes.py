"""Minutes that somebody else has checked are locked for this session, too, whatever it still remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model import agenda, meetings, minuting
from model.edits import RefusedError
from model.meeting import Item
from tests.tui.session_files import NINE, TODAY, opened
from tui.outcomes import Given, decided
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = "1/2026"
AGENDA = (Item(number=1, kind="measure", heading="T02 Tiketöinti", subjects=("T02",)),)


def held(folder: Path) -> Session:
    """Return a session that has held a meeting and closed it."""
    session = opened(folder)
    session.change(meetings.begin(session.roadmap, TODAY, NINE, items=AGENDA)[0])
    session.change(decided(session, ["T02"], Given("continues"))(session.roadmap))
    session.change(meetings.close(session.roadmap, NUMBER, NINE))
    return session


def checked_elsewhere(session: Session) -> None:
    """Have another session check the minutes of the meeting."""
    other = Session.open(session.path, today=TODAY)
    other.change(minuting.check(other.roadmap, NUMBER, TODAY, by="Tietohallintokoordinaattori"))
    other.close()


def test_an_edit_does_not_reach_minutes_that_were_checked_meanwhile(repository: Path) -> None:
    """The file tells that they are checked before this session has looked at it again; nothing is written."""
    session = held(repository)
    session.close()
    checked_elsewhere(session)
    before = session.path.read_bytes()

    with pytest.raises(RefusedError, match="meeting-locked"):
        session.change(agenda.take(session.roadmap, NUMBER, 1, decision="Muutettu."))

    assert session.path.read_bytes() == before
    session.close()


def test_no_step_back_reaches_minutes_that_were_checked_elsewhere(repository: Path) -> None:
    """What was decided in them is reopened with a reason, not undone."""
    session = held(repository)
    session.close()
    checked_elsewhere(session)
    session.keeper.look()

    with pytest.raises(RefusedError, match="meeting-locked"):
        session.undo()

    meeting = session.roadmap.meeting(NUMBER)
    assert (meeting.state, meeting.closed) == ("checked", NINE)
    assert session.undoable
    session.close()


def test_checking_itself_is_undone_and_made_again(repository: Path) -> None:
    """A slip of the finger that locked the minutes can be taken back; then what was decided can be, too."""
    session = held(repository)
    session.change(minuting.check(session.roadmap, NUMBER, TODAY, by="Tietohallintokoordinaattori"))

    session.undo()
    states = [session.roadmap.meeting(NUMBER).state]
    session.redo()
    states.append(session.roadmap.meeting(NUMBER).state)
    session.undo()
    session.undo()

    assert states == ["draft", "checked"]
    assert session.roadmap.meeting(NUMBER).closed is None
    session.close()
