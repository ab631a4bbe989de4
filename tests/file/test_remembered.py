"""Every version that we wrote or read is remembered for a while, so that a stale copy is known for what it is."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from model.file import lineage as lines
from model.file import remembered
from model.file.aside import keep_aside
from model.file.digest import digest
from model.file.lineage import Lineage
from model.file.remembered import Remembered
from tests.tui.session_files import TODAY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def memory(tmp_path: Path) -> Remembered:
    """The memory for a file, in the home of the test."""
    return Remembered(tmp_path / "roadmap.toml", os.environ)


def text(*lines: str) -> bytes:
    """Return lines as the bytes of a file."""
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_version_is_known_by_its_digest(memory: Remembered) -> None:
    """What was kept comes back byte for byte, also to the next program; an unknown digest is nothing."""
    name = memory.keep(b"a = 1\r\n")

    assert memory.version(name) == b"a = 1\r\n"
    assert name == digest(b"a = 1\r\n")
    assert memory.version(digest(b"b")) is None
    assert memory.version("../roadmap.toml") is None


def test_only_its_owner_may_read_it(memory: Remembered) -> None:
    """A roadmap has internal notes: the folder and the versions are their owner's alone."""
    name = memory.keep(b"a = 1\n")

    assert stat.S_IMODE((memory.folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(memory.folder.stat().st_mode) == 0o700


def test_a_damaged_version_is_none(memory: Remembered) -> None:
    """What is no longer what its name says is not taken for a base."""
    name = memory.keep(b"a = 1\n")
    (memory.folder / name).write_bytes(b"a = 2\n")

    assert memory.version(name) is None
    assert memory.most_similar(b"a = 2\n") is None


def test_the_most_similar_version_is_what_an_editor_began_with(memory: Remembered) -> None:
    """An edit of an old version is nearer to that version than to the newer ones."""
    old = text("a", "b", "c", "d")
    memory.keep(old)
    memory.keep(text("a", "b", "C", "d"))
    memory.keep(text("a", "B", "C", "D"))

    assert memory.most_similar(text("a", "b", "c", "d", "e")) == old


def test_a_line_counts_in_its_own_record(memory: Remembered) -> None:
    """The same new half-year for another measure is no likeness; a record that moved is none the less the same."""
    one, other = '[[measures]]\nid = "T01"\nend = "{}"\n', '[[measures]]\nid = "T02"\nend = "{}"\n'
    base = (one + other).format("2026H1", "2026H1").encode()
    memory.keep(base)
    memory.keep((one + other).format("2027H2", "2026H1").encode())

    assert memory.most_similar((one + other).format("2026H1", "2027H2").encode()) == base
    assert memory.most_similar((other + one).format("2026H1", "2026H1").encode()) == base


def test_among_equals_the_newest_is_meant(memory: Remembered) -> None:
    """A version that came back is as new as its last time."""
    one, other = text("a", "b"), text("a", "c")
    for number, version in enumerate((one, other, one)):
        os.utime(memory.folder / memory.keep(version), ns=(number, number))

    assert memory.most_similar(text("a", "x")) == one
    assert list(memory.versions()) == [one, other]


def test_the_oldest_are_forgotten(memory: Remembered, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither too many nor too large: the newest stay."""
    monkeypatch.setattr(remembered, "MOST_VERSIONS", 3)
    for number in range(5):
        name = memory.keep(text(f"{number}"))
        os.utime(memory.folder / name, ns=(number, number))
    memory.trim()
    assert list(memory.versions()) == [text("4"), text("3"), text("2")]

    monkeypatch.setattr(remembered, "MOST_BYTES", 4)
    memory.trim()
    assert list(memory.versions()) == [text("4"), text("3")]


def test_a_folder_that_takes_nothing_hinders_nobody(tmp_path: Path) -> None:
    """Without a place for state nothing is remembered, and nothing is raised."""
    blocked = tmp_path / "state"
    blocked.write_text("no folder", encoding="utf-8")
    memory = Remembered(tmp_path / "roadmap.toml", {"XDG_STATE_HOME": str(blocked)})
    lineage = Lineage(memory)

    assert memory.keep(b"a") == digest(b"a")
    assert memory.most_similar(b"a") is None
    lineage.note("new", "old")
    assert lineage.saves() == ()


def test_the_latest_version_is_known_to_every_program(memory: Remembered) -> None:
    """What was saved last is told by its digest, also where an undo brought an old text back."""
    lineage = Lineage(memory)
    assert lineage.latest == ""
    lineage.note("1", "0")
    lineage.note("2", "1")
    lineage.note("1", "2")

    assert Lineage(memory).latest == "1"


def test_what_is_owed_to_git_is_told_in_order(memory: Remembered) -> None:
    """The saves since what git has, each with the words of its commit, until they are marked as recorded."""
    lineage = Lineage(memory)
    first = lineage.note("1", "0", "eka")
    second = lineage.note("2", "1", "toka")

    assert [saved.message for saved in lineage.owed(second, "0")] == ["eka", "toka"]
    lineage.mark(first)
    assert [saved.message for saved in lineage.owed(second, "1")] == ["toka"]
    assert lineage.owed(second, "0") == ()
    assert lineage.is_recorded(first)
    assert not lineage.is_recorded(second)


def test_only_the_younger_saves_are_kept(memory: Remembered, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file does not grow for ever; what is left is the newest, for this program and for the next one."""
    monkeypatch.setattr(lines, "MOST_LINES", 10)
    lineage = Lineage(memory)
    for number in range(25):
        lineage.note(f"{number + 1}", f"{number}")

    assert len(lineage.saves()) <= 10
    assert lineage.saves()[-1].new == lineage.latest == "25"
    assert Lineage(memory).saves() == lineage.saves()
    assert not lineage.has_others()


def test_git_has_passed_a_save_when_it_holds_a_later_one(memory: Remembered) -> None:
    """Commits are made in the order of the saves, so the earlier one is in the history."""
    lineage = Lineage(memory)
    first, second = lineage.note("1", "0"), lineage.note("2", "1")

    assert lineage.is_passed(first, "2")
    assert not lineage.is_passed(second, "2")
    assert not lineage.is_passed(first, "0")
    assert not lineage.is_passed("unknown", "2")


def test_lines_that_are_no_saves_are_passed_over(memory: Remembered) -> None:
    """A torn or foreign line costs nothing else."""
    lineage = Lineage(memory)
    lineage.note("1", "0")
    with (memory.folder / "saves").open("ab") as file:
        file.write(b'\xff{}\n[1]\n{"id": 4}\n')
    lineage.note("2", "1")

    assert [saved.new for saved in lineage.saves()] == ["1", "2"]
    assert [saved.new for saved in Lineage(memory).saves()] == ["1", "2"]


def test_the_other_side_is_kept_beside_and_never_written_over(tmp_path: Path) -> None:
    """A dated file for each version; the same one is not kept twice."""
    path = tmp_path / "roadmap.toml"

    first = keep_aside(path, b"1", TODAY)
    again = keep_aside(path, b"1", TODAY)
    second = keep_aside(path, b"2", TODAY)

    assert first == again == tmp_path / "roadmap.toinen-2026-11-22.toml"
    assert second == tmp_path / "roadmap.toinen-2026-11-22-2.toml"
    assert first.read_bytes() == b"1"
