"""A copy of an older version, saved over a newer one, takes nothing of the newer one away."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from model import edits
from model.diff import ChangedMeanwhileError
from model.edits import Place
from model.typed import set_field
from tests.tui.session_files import SMALL, TODAY, git, opened
from tui.keeper import UnreadableError
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place(TODAY)


def two_decisions(folder: Path) -> Session:
    """Return a session that has made two decisions after somebody opened the file in an editor."""
    session = opened(folder)
    session.change(edits.mark_done(session.roadmap, "T02", HERE))
    session.change(set_field(session.roadmap, ("measures", "T01"), "title", "Maksaminen verkossa"))
    session.keeper.recording.settle(60)
    return session


def overwritten(session: Session, text: str) -> None:
    """Save over the file as an editor does that knows nothing of what came between."""
    session.path.write_text(text, encoding="utf-8")


def subjects(folder: Path) -> list[str]:
    """Return the subjects of the commits after the first, the oldest first."""
    return git(folder, "log", "--reverse", "--format=%s").splitlines()[1:]


def test_what_the_editor_did_not_know_stays(repository: Path) -> None:
    """Our decisions and the editor's edit are all in the file, and one commit says what the editor changed."""
    session = two_decisions(repository)
    overwritten(session, SMALL.replace("Kuljetukset", "Koulukuljetukset").replace("# Odottaa", "# Yhä odottaa"))

    changes = session.keeper.look()
    session.close()

    assert [(change.record, change.field, change.after) for change in changes] == [("T03", "title", "Koulukuljetukset")]
    found = Session.open(session.path, today=TODAY)
    assert found.roadmap == session.roadmap
    assert found.roadmap.measure("T02").status == "done"
    assert found.roadmap.measure("T01").title == "Maksaminen verkossa"
    assert "# Yhä odottaa toimittajaa." in session.path.read_text("utf-8")
    assert len(subjects(repository)) == 3
    assert "Koulukuljetukset" in subjects(repository)[-1]
    assert "T02" not in git(repository, "show", "--format=%B", "HEAD")
    assert git(repository, "status", "--porcelain") == ""


def test_a_decision_at_the_same_moment_gets_in_too(repository: Path) -> None:
    """The editor saves an old copy right before a decision: nothing of the three is lost."""
    session = two_decisions(repository)
    overwritten(session, SMALL.replace("Kuljetukset", "Koulukuljetukset"))

    session.change(edits.note(session.roadmap, "T03", HERE, text="Kilpailutetaan."))
    session.close()

    found = Session.open(session.path, today=TODAY).roadmap
    assert found == session.roadmap
    assert found.measure("T02").status == "done"
    assert found.measure("T03").title == "Koulukuljetukset"
    assert found.measure("T03").log[-1].text == "Kilpailutetaan."
    assert git(repository, "status", "--porcelain") == ""


def test_an_old_copy_without_an_edit_changes_nothing(repository: Path) -> None:
    """Saving what was opened hours ago is no wish to go back there."""
    session = two_decisions(repository)
    ours = session.path.read_bytes()
    overwritten(session, SMALL)

    assert session.keeper.look() == ()
    session.close()

    assert session.path.read_bytes() == ours
    assert len(subjects(repository)) == 2


def test_what_git_holds_is_meant(repository: Path) -> None:
    """Somebody goes back to an old version by git: that stands, and the program follows."""
    session = two_decisions(repository)
    session.close()
    git(repository, "revert", "--no-edit", "HEAD", "HEAD~1")

    assert {change.record for change in session.keeper.look()} == {"T01", "T02"}
    assert session.path.read_text("utf-8") == SMALL
    assert session.roadmap == Session.open(session.path, today=TODAY).roadmap


def test_what_another_window_takes_back_is_no_stale_copy(repository: Path) -> None:
    """An undo in a second window brings an old text back, and this window takes it as it is."""
    session, other = two_decisions(repository), Session.open(repository / "roadmap.toml", today=TODAY)
    session.close()
    other.change(edits.note(other.roadmap, "T03", HERE, text="Kilpailutetaan."))
    session.keeper.look()

    other.undo()
    other.close()

    assert len(session.keeper.look()) == 1
    assert not session.roadmap.measure("T03").log
    assert session.roadmap == other.roadmap == Session.open(session.path, today=TODAY).roadmap


def test_a_newer_edit_by_hand_is_taken_as_it_is(repository: Path) -> None:
    """Who edits what is there now may also take something out of it."""
    session = two_decisions(repository)
    text = session.path.read_text("utf-8")
    overwritten(session, text[: text.index('[[measures]]\nid = "T03"')])

    session.keeper.look()
    session.close()

    assert session.roadmap.find("measures", "T03") is None
    assert len(subjects(repository)) == 2


def test_what_was_saved_while_no_program_ran_is_brought_together_with_the_next_decision(repository: Path) -> None:
    """The editor stays open overnight and saves its old copy; the next decision finds all of it."""
    two_decisions(repository).close()
    later = repository / "roadmap.toml"
    later.write_text(SMALL.replace("Kuljetukset", "Koulukuljetukset"), encoding="utf-8")

    session = Session.open(later, today=TODAY)
    session.change(edits.note(session.roadmap, "T03", HERE, text="Kilpailutetaan."))
    session.close()

    found = Session.open(later, today=TODAY).roadmap
    assert found.measure("T02").status == "done"
    assert found.measure("T03").title == "Koulukuljetukset"
    assert len(found.measure("T03").log) == 1


def test_a_conflict_keeps_ours_and_the_other_side_beside(repository: Path) -> None:
    """One field, two values: ours stands, a record names both, and the whole other side lies in a dated file."""
    session = two_decisions(repository)
    other = SMALL.replace("Verkkomaksaminen", "Verkkomaksut")
    overwritten(session, other)

    session.keeper.look()
    session.close()

    (conflict,) = session.roadmap.conflicts
    assert (conflict.record, conflict.field) == ("T01", "title")
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "Verkkomaksaminen",
        "Maksaminen verkossa",
        "Verkkomaksut",
    )
    assert (conflict.ours_by, conflict.theirs_by, conflict.date) == ("tässä ohjelmassa", "tiedostossa", TODAY)
    assert session.roadmap.measure("T01").title == "Maksaminen verkossa"
    aside = repository / "roadmap.toinen-2026-11-22.toml"
    assert session.keeper.disk.aside == aside
    assert aside.read_text("utf-8") == other
    assert Session.open(session.path, today=TODAY).roadmap == session.roadmap
    assert git(repository, "ls-files").split() == ["roadmap.toml"]


def test_a_file_that_is_no_roadmap_is_left_alone(repository: Path) -> None:
    """A torn file keeps what it says until it is whole; what we have stays in memory."""
    session = two_decisions(repository)
    torn = SMALL[:300] + "\nx = ["
    overwritten(session, torn)

    assert session.keeper.look() == ()
    assert session.keeper.problems
    with pytest.raises(UnreadableError):
        session.change(edits.mark_done(session.roadmap, "T01", HERE))
    session.close()

    assert session.path.read_text("utf-8") == torn
    assert session.roadmap.measure("T02").status == "done"


def test_the_same_field_here_and_there_is_still_asked_about(repository: Path) -> None:
    """A decision whose field the editor has changed is not made over it."""
    session = opened(repository)
    overwritten(session, SMALL.replace("Kuljetukset", "Koulukuljetukset"))

    with pytest.raises(ChangedMeanwhileError):
        session.change(set_field(session.roadmap, ("measures", "T03"), "title", "Kyydit"))
    session.close()

    assert "Koulukuljetukset" in session.path.read_text("utf-8")


def test_what_can_be_merged_is_not_asked_about(repository: Path) -> None:
    """Both add a measure at once: both are kept, the later one under the next number."""
    session, other = opened(repository), Session.open(repository / "roadmap.toml", today=TODAY)
    fields = {"start": "2026H2", "end": "2027H1"}
    other.change(edits.add_measure(other.roadmap, title="Toisen", **fields)[0])
    other.close()

    changes = session.change(edits.add_measure(session.roadmap, title="Oma", **fields)[0])

    titles = {measure.id: measure.title for measure in Session.open(session.path, today=TODAY).roadmap.measures}
    assert titles["T04"] == "Toisen"
    assert titles["T05"] == "Oma"
    assert [change.record for change in changes] == ["T05"]
    session.undo()
    assert session.roadmap.find("measures", "T05") is None
    assert session.roadmap.measure("T04").title == "Toisen"
    session.close()


def test_an_editor_that_is_always_behind_loses_nothing_and_takes_nothing(tmp_path: Path) -> None:
    """It saves what it opened some decisions ago, again and again: every edit of both is there in the end."""
    dice, measures = Random(4), 40
    text = SMALL + "".join(
        f'\n[[measures]]\nid = "T{10 + number}"\ntitle = "Alku {number}"\nstart = "2027H1"\nend = "2027H2"\n'
        for number in range(measures)
    )
    path = tmp_path / "roadmap.toml"
    path.write_text(text, encoding="utf-8")
    session = Session.open(path, today=TODAY)
    wanted: dict[str, dict[str, str]] = {}
    for round_ in range(measures // 4):
        opened_there = path.read_text("utf-8")
        for measure in (f"T{10 + 4 * round_ + step}" for step in range(dice.randint(1, 3))):
            session.change(set_field(session.roadmap, ("measures", measure), "title", f"Oma {measure}"))
            wanted.setdefault(measure, {})["title"] = f"Oma {measure}"
        theirs = f"T{10 + 4 * round_ + 3}"
        old = f'id = "{theirs}"\n'
        overwritten(session, opened_there.replace(old, f'{old}evidence = "Heidän {round_}"\n', 1))
        wanted.setdefault(theirs, {}).setdefault("evidence", f"Heidän {round_}")
        if dice.random() < 0.5:
            session.keeper.look()
    session.keeper.look()

    found = Session.open(path, today=TODAY).roadmap
    assert found == session.roadmap
    assert found.conflicts == ()
    for measure, fields in wanted.items():
        for field, said in fields.items():
            assert getattr(found.measure(measure), field) == said


def test_what_a_crash_left_unrecorded_is_recorded_in_its_own_words(repository: Path) -> None:
    """Saved, but the program ended before git had it: the next decision brings it in, with its §, and can be undone."""
    session = opened(repository)
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    session.change(edits.mark_done(session.roadmap, "T02", Place(TODAY, "3/2026", 5)))
    session.change(edits.note(session.roadmap, "T03", HERE, text="Kilpailutetaan."))
    session.keeper.recording.settle(60)
    assert subjects(repository) == []
    hook.unlink()

    later = Session.open(session.path, today=TODAY)
    later.change(edits.note(later.roadmap, "T01", HERE, text="Jatkuu."))
    later.close()

    first, second, third = subjects(repository)
    assert "T02" in first
    assert "Kilpailutetaan" in second
    assert "Jatkuu" in third
    message = git(repository, "show", "--no-patch", "--format=%B", "HEAD~2")
    assert "Meeting: 3/2026" in message
    assert session.close() == 0
    assert len(subjects(repository)) == 3
