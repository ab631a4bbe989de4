"""Decisions made while two copies come together: none is lost, taken back or mixed up with another, on either side."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from model import edits
from model.edits import Place
from model.file.reading import read
from model.git.errors import GitError
from tests.git.copies import Copies, made, sound
from tests.tui.session_files import TODAY
from tui.session import Session
from tui.synchronising import agree, synchronised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = 12


def syncs(session: Session) -> GitError | None:
    """Synchronise, agreeing to wherever it goes; return what hindered it."""
    try:
        done = synchronised(session)
    except GitError as error:
        return error
    if done.asks and done.where:
        agree(session, done.where)
        return syncs(session)
    return done.hindrance


@contextmanager
def synchronising(*sessions: Session) -> Iterator[threading.Semaphore]:
    """Have sessions synchronise over and over in threads of their own; give what counts how often they have."""
    over, done = threading.Event(), threading.Semaphore(0)

    def goes_on(session: Session) -> None:
        while not over.is_set():
            syncs(session)
            done.release()

    threads = [threading.Thread(target=goes_on, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    try:
        yield done
    finally:
        over.set()
        for thread in threads:
            thread.join()


def notes(session: Session, measure: str, number: int) -> None:
    """Write a note, write a wrong one, and take that back."""
    session.keeper.look()
    for text in (f"{measure} {number}", "väärä"):
        session.change(edits.note(session.roadmap, measure, Place(TODAY), text=text))
    session.undo()


def stands(copies: Copies, measure: str) -> list[str]:
    """Return the notes about a measure that stand in our copy."""
    roadmap = read(copies.ours.roadmap).roadmap
    assert roadmap is not None
    assert roadmap.conflicts == ()
    return [entry.text for entry in roadmap.measure(measure).log]


def test_decisions_and_synchronising_at_the_same_time(tmp_path: Path) -> None:
    """Notes are written and taken back here and there while both synchronise; at the end both hold all that stands."""
    copies = made(tmp_path)
    ours, theirs = (Session.open(copy.roadmap, today=TODAY) for copy in (copies.ours, copies.theirs))

    with synchronising(ours, theirs) as done:
        for number in range(ROUNDS):
            notes(ours, "T01", number)
            done.acquire(timeout=10)
            notes(theirs, "T02", number)
            done.acquire(timeout=10)
    for session in (ours, theirs, ours):
        session.keeper.recording.settle(30)
        assert syncs(session) is None

    assert copies.ours.head == copies.theirs.head == copies.git("rev-parse", "main")
    for measure in ("T01", "T02"):
        assert sorted(stands(copies, measure)) == sorted(f"{measure} {number}" for number in range(ROUNDS))
    assert copies.ours.status() == copies.theirs.status() == ""
    assert sound(copies)
