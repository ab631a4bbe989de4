"""The session: a decision is in the file at once, in the history soon after, and can always be taken back."""

from __future__ import annotations

import resource
import signal
from typing import TYPE_CHECKING

import pytest

from model import edits, meetings
from model.diff import ChangedMeanwhileError
from model.edits import Place
from model.file.errors import DiskFullError, ReadOnlyError
from model.git.history import history
from model.undo import undo_state
from tests.tui.session_files import NINE, TODAY, committed, git, opened
from tui.keeper import UnreadableError
from tui.outcomes import Given, decided
from tui.session import NothingToUndoError, Session, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = Place(TODAY)


def subjects(folder: Path) -> list[str]:
    """Return the subjects of the commits, newest first."""
    return git(folder, "log", "--format=%s").splitlines()


def test_a_decision_is_in_the_file_when_the_call_returns(repository: Path) -> None:
    """Nothing waits for git: the file says it before the commit is made."""
    session = opened(repository)

    session.change(edits.mark_done(session.roadmap, "T01", HERE, result="Maksaminen toimii"))

    text = session.path.read_text(encoding="utf-8")
    assert 'status = "done"  # tarkistettu syyskuussa' in text
    assert "Maksaminen toimii" in text
    session.close()


def test_each_decision_is_one_commit_in_the_words_of_the_roadmap(repository: Path) -> None:
    """Subjects are sentences in the roadmap's language, trailers name the measure."""
    session = opened(repository)

    session.change(edits.mark_done(session.roadmap, "T01", HERE, result="Toimii"))
    session.change(edits.drop(session.roadmap, "T02", HERE, reason="resurssi"))

    assert session.close() == 0
    assert subjects(repository) == ["T02: keskeytetty ”resurssi”", "T01: merkitty valmiiksi ”Toimii”", "alku"]
    assert "Measure: T02" in git(repository, "log", "-1", "--format=%b")


def test_what_changes_nothing_writes_and_records_nothing(repository: Path) -> None:
    """An edit without an effect leaves the file's bytes, its time and the history alone."""
    session = opened(repository)
    before = session.path.stat().st_mtime_ns

    assert session.change(edits.carry_on(session.roadmap, "T01", HERE)) == ()

    assert session.close() == 0
    assert session.path.stat().st_mtime_ns == before
    assert subjects(repository) == ["alku"]


def test_undo_restores_the_very_bytes_and_is_recorded(repository: Path) -> None:
    """An undo is a change like any other: the text is the old one, and the history has both."""
    session = opened(repository)
    before = session.path.read_bytes()

    session.change(edits.mark_done(session.roadmap, "T01", HERE, result="Toimii"))
    session.undo()

    assert session.close() == 0
    assert session.path.read_bytes() == before
    assert subjects(repository)[0] == "Kumottu: T01 merkitty valmiiksi"


def test_redo_makes_it_again_and_a_new_decision_ends_that(repository: Path) -> None:
    """Redo is there until something else is decided."""
    session = opened(repository)
    session.change(edits.mark_done(session.roadmap, "T01", HERE))
    session.undo()

    session.redo()
    assert session.roadmap.measure("T01").status == "done"

    session.undo()
    session.change(edits.drop(session.roadmap, "T02", HERE, reason="ei tarvita"))
    with pytest.raises(NothingToUndoError):
        session.redo()
    session.close()


def test_nothing_to_undo_is_said(repository: Path) -> None:
    """A session that has decided nothing and remembers nothing has nothing to take back."""
    session = opened(repository)

    with pytest.raises(NothingToUndoError):
        session.undo()


def test_the_decisions_of_an_earlier_session_can_be_undone(repository: Path) -> None:
    """Undo goes back through the recorded history, in whatever session it was made."""
    first = opened(repository)
    first.change(edits.mark_done(first.roadmap, "T01", HERE))
    first.change(edits.drop(first.roadmap, "T02", HERE, reason="ei tarvita"))
    first.undo()
    first.close()

    later = Session.open(first.path, today=TODAY)
    done, undone = undo_state(history(first.path))
    later.remember(
        [Step(e.change_id or "", e.changes or ()) for e in reversed(done)],
        [Step(e.change_id or "", e.changes or ()) for e in reversed(undone)],
    )
    later.undo()

    assert later.roadmap.measure("T01").status == "active"
    later.redo()
    later.redo()
    assert later.roadmap.measure("T02").status == "dropped"
    later.close()


def test_a_change_from_outside_is_joined_field_by_field(repository: Path) -> None:
    """Theirs in one record and ours in another are both in the file."""
    session = opened(repository)
    outside = session.path.read_text(encoding="utf-8").replace('"Tiketöinti"', '"Tiketöinti karttaan"')
    session.path.write_text(outside, encoding="utf-8")

    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert session.roadmap.measure("T02").title == "Tiketöinti karttaan"
    assert session.roadmap.measure("T01").status == "done"
    assert "Tiketöinti karttaan" in session.path.read_text(encoding="utf-8")
    session.close()


def test_a_change_of_the_same_field_from_outside_is_not_overwritten(repository: Path) -> None:
    """A true conflict changes nothing and names both contents."""
    session = opened(repository)
    outside = session.path.read_text(encoding="utf-8").replace('status = "active"  #', 'status = "dropped"  #')
    session.path.write_text(outside, encoding="utf-8")

    with pytest.raises(ChangedMeanwhileError) as caught:
        session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert (caught.value.change.after, caught.value.actual) == ("done", "dropped")
    assert session.path.read_text(encoding="utf-8") == outside
    assert session.roadmap.measure("T01").status == "active"


def test_a_file_left_unreadable_outside_is_not_overwritten(repository: Path) -> None:
    """Somebody is in the middle of an edit: nothing is written over it, and the problems are known."""
    session = opened(repository)
    session.path.write_text("[[measures\n", encoding="utf-8")

    with pytest.raises(UnreadableError):
        session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert session.path.read_text(encoding="utf-8") == "[[measures\n"
    assert session.keeper.problems


def test_look_tells_what_others_changed(repository: Path) -> None:
    """The file is read again, and what differs comes back as changes."""
    session = opened(repository)
    outside = session.path.read_text(encoding="utf-8").replace('"Tiketöinti"', '"Tiketöinti karttaan"')
    session.path.write_text(outside, encoding="utf-8")

    changes = session.keeper.look()

    assert [(c.record, c.field, c.after) for c in changes] == [("T02", "title", "Tiketöinti karttaan")]
    assert session.keeper.look() == ()


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 100 bytes: to the program it is a full disk."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, kept[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    signal.signal(signal.SIGXFSZ, handler)


def test_on_a_full_disk_the_decision_stands_and_the_file_is_whole(repository: Path, full_disk: None) -> None:
    """What could not be saved stays in memory, `unsaved` says why, and the file is the old one."""
    del full_disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session = opened(repository)
    before = session.path.read_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))

    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    reason = session.keeper.unsaved
    assert isinstance(reason, DiskFullError)
    assert session.roadmap.measure("T01").status == "done"
    assert session.path.read_bytes() == before

    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.keeper.retry()
    assert session.keeper.unsaved is None
    assert 'status = "done"' in session.path.read_text(encoding="utf-8")
    assert session.close() == 0
    assert len(subjects(repository)) == 2


def refusing(session: Session) -> None:
    """Make the file read-only, so that a save is refused."""
    session.path.chmod(0o444)


def test_a_later_save_brings_along_what_an_earlier_one_could_not(repository: Path) -> None:
    """Two decisions while the file is read-only, then one save and one commit that names both."""
    session = opened(repository)
    refusing(session)
    session.change(edits.mark_done(session.roadmap, "T01", HERE))
    session.change(edits.drop(session.roadmap, "T02", HERE, reason="ei tarvita"))
    reason = session.keeper.unsaved
    assert isinstance(reason, ReadOnlyError)

    session.path.chmod(0o644)
    session.keeper.retry()

    assert session.close() == 0
    text = session.path.read_text(encoding="utf-8")
    assert 'status = "done"' in text
    assert 'status = "dropped"' in text
    assert "T01: merkitty valmiiksi" in git(repository, "log", "-1", "--format=%B")


def test_what_could_not_be_saved_is_offered_by_the_next_session(repository: Path) -> None:
    """A killed program leaves a recovery copy; the next one finds it and can take it in."""
    session = opened(repository)
    refusing(session)
    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    session.path.chmod(0o644)
    later = Session.open(session.path, today=TODAY)

    recovered = later.keeper.recovered
    assert recovered is not None
    later.change(recovered)
    later.keeper.forget_recovered()
    assert later.roadmap.measure("T01").status == "done"
    assert later.keeper.recovered is None
    later.close()


def test_a_recovery_copy_of_another_state_of_the_file_is_not_offered(repository: Path) -> None:
    """When the file has moved on, the old copy would take others' work back."""
    session = opened(repository)
    refusing(session)
    session.change(edits.mark_done(session.roadmap, "T01", HERE))
    session.path.chmod(0o644)
    session.path.write_text(session.path.read_text(encoding="utf-8") + "\n# lisätty\n", encoding="utf-8")

    assert Session.open(session.path, today=TODAY).keeper.recovered is None


def test_without_a_repository_decisions_are_saved_all_the_same(tmp_path: Path) -> None:
    """No git, no history: the file is right, and the commit is still owed."""
    path = tmp_path / "roadmap.toml"
    path.write_text((committed(_repository(tmp_path / "muu"))).read_text(encoding="utf-8"), encoding="utf-8")
    session = Session.open(path, today=TODAY)

    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert session.close(seconds=5) == 1
    assert 'status = "done"' in path.read_text(encoding="utf-8")


def _repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


@pytest.mark.parametrize("given", [Given("done", "Toimii"), Given("continues"), Given("not-handled")])
def test_in_a_meeting_an_outcome_is_a_section_a_record_and_a_commit_of_one_number(
    repository: Path, given: Given
) -> None:
    """The § in the file, in the commit's subject and in its trailers is the same."""
    session = opened(repository)
    session.change(meetings.begin(session.roadmap, TODAY, NINE)[0])
    assert session.meeting is not None

    session.change(decided(session, ["T02"], given)(session.roadmap))

    assert session.close() == 0
    (item,) = session.meeting.items
    assert (item.number, item.subjects, item.outcome) == (1, ("T02",), given.outcome)
    assert subjects(repository)[0].startswith("§ 1 T02: ")
    assert "Meeting: 1/2026\nItem: 1\nMeasure: T02" in git(repository, "log", "-1", "--format=%b")


def test_the_minutes_are_a_commit_of_their_own(repository: Path) -> None:
    """Another file beside the roadmap is recorded alone."""
    session = opened(repository)
    minutes = repository / "minutes" / "muistio-1-2026.md"
    minutes.parent.mkdir()
    minutes.write_text("# Muistio\n", encoding="utf-8")

    session.record_file(minutes, b"# Muistio\n", "Muistio 1/2026 kirjoitettu")

    assert session.close() == 0
    assert git(repository, "show", "--name-only", "--format=%s", "HEAD").split("\n\n") == [
        "Muistio 1/2026 kirjoitettu",
        "minutes/muistio-1-2026.md\n",
    ]


def test_what_was_changed_by_hand_gets_a_commit_before_the_next_decision(repository: Path) -> None:
    """A decision's commit holds that decision alone, even when the file had unrecorded changes."""
    path = committed(repository)
    path.write_text(path.read_text(encoding="utf-8").replace('"Tiketöinti"', '"Tiketöinti karttaan"'), encoding="utf-8")
    session = Session.open(path, today=TODAY)

    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert session.close() == 0
    assert subjects(repository) == ["T01: merkitty valmiiksi", "T02: nimi Tiketöinti → Tiketöinti karttaan", "alku"]


def test_a_file_that_cannot_be_written_is_told_before_anything_is_decided(repository: Path) -> None:
    """Read-only is known at the start, and over when it is over."""
    path = committed(repository)
    path.chmod(0o444)
    session = Session.open(path, today=TODAY)
    session.keeper.tidy()
    assert isinstance(session.keeper.refused, ReadOnlyError)

    path.chmod(0o644)
    session.keeper.look()

    assert session.keeper.refused is None


def test_what_a_killed_save_left_is_removed_unless_it_may_be_the_only_copy(repository: Path) -> None:
    """A leftover with known content goes; one that holds something else stays and is named."""
    session = opened(repository)
    known = repository / ".tk-aaaaaaaa.tmp"
    known.write_bytes(session.path.read_bytes())
    unknown = repository / ".tk-bbbbbbbb.tmp"
    unknown.write_bytes(session.path.read_bytes() + b"# ainoa kappale\n")

    assert session.keeper.tidy() == (unknown,)

    assert not known.exists()
    assert unknown.exists()


def test_what_git_does_not_have_is_known_from_the_start_until_something_is_recorded(repository: Path) -> None:
    """A file that was changed by hand is not said to be recorded."""
    path = committed(repository)
    path.write_text(path.read_text(encoding="utf-8") + "\n# käsin\n", encoding="utf-8")
    session = Session.open(path, today=TODAY)
    session.keeper.tidy()
    assert session.keeper.recording.behind

    session.change(edits.mark_done(session.roadmap, "T01", HERE))

    assert session.close() == 0
    assert not session.keeper.recording.behind


def test_what_a_decision_met_in_the_file_is_told_by_the_next_look(repository: Path) -> None:
    """Somebody decided in the second before ours: theirs got in beside it, and is told like any other, once."""
    one = opened(repository)
    other = Session.open(one.path, today=TODAY)
    other.change(edits.note(other.roadmap, "T02", Place(TODAY), text="heidän"))

    ours = one.change(edits.note(one.roadmap, "T01", Place(TODAY), text="meidän"))

    assert {change.record for change in ours} == {"T01"}
    assert {change.record for change in one.keeper.look()} == {"T02"}
    assert one.keeper.look() == ()
    one.close()
    other.close()
