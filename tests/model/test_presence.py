"""Who takes part in a meeting: seats, guests, and the branches without anybody."""

from __future__ import annotations

import pytest

from model import presence
from model.edits import RefusedError
from model.meeting import Attendance
from model.records import Member
from tests.model.build import meeting, roadmap


def test_attendance_is_one_entry_a_member() -> None:
    """Marking somebody again puts the entry right, in its place; a guest is known by name."""
    found = roadmap(meeting())
    found = presence.attend(found, "3/2026", "tietohallinto", presence="present")
    found = presence.attend(found, "3/2026", "tekninen", presence="remote")
    found = presence.attend(found, "3/2026", "tietohallinto", presence="absent")
    found = presence.welcome(found, "3/2026", " Leena Luonnos, talous ")

    assert [(a.member, a.guest, a.presence) for a in found.meeting("3/2026").attendance] == [
        ("tietohallinto", "", "absent"),
        ("tekninen", "", "remote"),
        ("", "Leena Luonnos, talous", "present"),
    ]
    with pytest.raises(RefusedError, match="empty-text"):
        presence.welcome(found, "3/2026", " ")


def test_a_sheet_of_attendance_is_recorded_at_once() -> None:
    """Who came is what the sheet says; of members not on it nothing is said."""
    sheet = [Attendance(member="tietohallinto"), Attendance(member="tekninen", presence="late")]

    after = presence.seat(roadmap(meeting(attendance=[{"member": "perusopetus"}])), "3/2026", sheet)

    assert after.meeting("3/2026").attendance == tuple(sheet)


def test_a_branch_is_unrepresented_when_all_its_seats_are_empty() -> None:
    """One of two present is enough; of a seat without an entry nothing is claimed."""
    seats = {"a": "keskushallinto", "b": "keskushallinto", "c": "tekninen", "d": "perusopetus", "e": ""}
    found = roadmap(members=tuple(Member(id=name, role=name, sector=sector) for name, sector in seats.items()))

    away = [Attendance(member=name, presence="absent") for name in "ace"]

    assert presence.unrepresented(found, away) == ("tekninen",)
