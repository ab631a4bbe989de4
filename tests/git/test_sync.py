"""Two copies come together: what others recorded comes in as a whole, what was recorded here goes out, by no force."""

from __future__ import annotations

import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read
from model.git import errors as git_errors
from model.git import sync_errors as errors
from model.git.process import Halt
from model.git.remote import destination
from model.git.state import locate
from model.git.sync import Desk
from model.git.unsent import unsent
from tests.git.copies import Copies, always, made, sound

if TYPE_CHECKING:
    from pathlib import Path

    from model.git.remote import Destination


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository."""
    return made(tmp_path)


def test_nothing_new_changes_nothing(copies: Copies) -> None:
    """Two copies that are alike stay as they are."""
    before = copies.ours.head

    done = copies.ours.syncs()

    assert (done.received, done.sent, done.unsent, done.merged) == (0, 0, 0, False)
    assert copies.ours.head == before


def test_what_was_recorded_here_goes_out(copies: Copies) -> None:
    """Commits are counted as unsent without a network, then sent, and the other copy receives them as they are."""
    copies.ours.edits("Avoin data", "Avoin tieto")
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    before = unsent(copies.ours.roadmap)

    sent = copies.ours.syncs()
    received = copies.theirs.syncs()

    assert (before, sent.sent, unsent(copies.ours.roadmap)) == (2, 2, 0)
    assert (received.received, received.merged) == (2, False)
    assert copies.theirs.head == copies.ours.head == copies.git("rev-parse", "main")
    assert copies.theirs.text == copies.ours.text
    assert copies.theirs.status() == ""


def test_what_both_recorded_becomes_a_commit_of_two_parents(copies: Copies) -> None:
    """Different fields of different measures stand side by side; the file here is that of the merge."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")

    done = copies.ours.syncs()

    assert (done.received, done.sent, done.merged, done.conflicts) == (1, 1, True, ())
    assert copies.ours.parents() == 2
    assert copies.ours.git("log", "-1", "--format=%B") == "yhdistetty"
    assert "Avoin tieto" in copies.ours.text
    assert "Verkkomaksut" in copies.ours.text
    assert "# sopimus ratkaisee" in copies.ours.text
    assert copies.ours.status() == ""
    assert sound(copies)


def test_two_fields_of_one_measure_are_no_conflict(copies: Copies) -> None:
    """Where git would see lines that collide, the records do not."""
    copies.theirs.edits('start = "2026H1"\nend = "2026H2"', 'start = "2026H1"\nend = "2027H1"')
    copies.theirs.syncs()
    copies.ours.edits('responsible = "tekninen"\nstart = "2026H1"', 'responsible = "tekninen"\nstart = "2025H2"')

    done = copies.ours.syncs()
    roadmap = read(copies.ours.roadmap).roadmap

    assert done.conflicts == ()
    assert roadmap is not None
    assert (roadmap.measure("T02").start, roadmap.measure("T02").end) == ("2025H2", "2027H1")


def test_a_true_conflict_is_data_and_hinders_nothing(copies: Copies) -> None:
    """Two values for one field: ours stands, both are kept in the file with who set them, and it is sent."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Avoin data", "Avoimet aineistot")

    done = copies.ours.syncs()
    roadmap = read(copies.ours.roadmap).roadmap

    assert done.sent == 1
    assert roadmap is not None
    assert roadmap.measure("T03").title == "Avoimet aineistot"
    (conflict,) = roadmap.conflicts
    assert done.conflicts == (conflict.id,)
    assert (conflict.theirs, conflict.ours_by, conflict.theirs_by) == (
        "Avoin tieto",
        "Erkki Esimerkki",
        "Saara Sihteeri",
    )
    assert "<<<<" not in copies.ours.text
    assert sound(copies)


def test_a_hand_edit_is_recorded_first(copies: Copies) -> None:
    """What stands in the file unrecorded becomes a commit of its own, is merged and sent."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut", records=False)

    done = copies.ours.syncs()

    assert (done.received, done.sent) == (1, 1)
    assert "käsin muutettu" in copies.ours.git("log", "--format=%s")
    assert copies.ours.status() == ""
    assert copies.git("show", "main:roadmap.toml") == copies.ours.text.strip()


def test_other_files_with_unrecorded_changes_stay_as_they_are(copies: Copies) -> None:
    """Neither what is staged nor what is only written is taken into a commit, moved or lost by a merge."""
    copies.ours.writes("muistio.md", "alku\n")
    copies.ours.syncs()
    copies.theirs.syncs()
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    copies.ours.writes("muistio.md", "kesken\n", records=False)
    copies.ours.writes("uusi.md", "uusi\n", records=False)
    copies.ours.git("add", "uusi.md")

    done = copies.ours.syncs()

    assert done.merged
    assert copies.ours.status().splitlines() == ["M muistio.md", "A  uusi.md"]
    assert copies.ours.git("ls-tree", "--name-only", "HEAD").split() == ["muistio.md", "roadmap.toml"]
    assert copies.ours.git("show", "HEAD:muistio.md") == "alku"


@pytest.mark.parametrize("diverged", [False, True])
@pytest.mark.parametrize("ignored", [False, True])
def test_an_unrecorded_file_in_the_way_is_named(copies: Copies, *, diverged: bool, ignored: bool) -> None:
    """A file that would be overwritten, even one that git ignores, holds everything up, and nothing has changed."""
    copies.theirs.writes("muistio.md", "heidän\n")
    copies.theirs.syncs()
    if diverged:
        copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    if ignored:
        (copies.ours.folder / ".git/info/exclude").write_text("muistio.md\n", encoding="utf-8")
    copies.ours.writes("muistio.md", "meidän\n", records=False)
    before = (copies.ours.head, copies.ours.text)

    with pytest.raises(errors.WouldOverwriteError) as caught:
        copies.ours.syncs()

    assert caught.value.files == ("muistio.md",)
    assert (copies.ours.head, copies.ours.text) == before
    assert (copies.ours.folder / "muistio.md").read_text("utf-8") == "meidän\n"


def test_a_conflict_in_another_file_is_left_to_git(copies: Copies) -> None:
    """Other files are merged where that is plain; where it is not, nothing at all has happened."""
    copies.theirs.writes("muistio.md", "heidän\n")
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.writes("muistio.md", "meidän\n")
    before = (copies.ours.head, copies.ours.text, copies.ours.status())

    with pytest.raises(errors.ElsewhereConflictError) as caught:
        copies.ours.syncs()

    assert caught.value.files == ("muistio.md",)
    assert (copies.ours.head, copies.ours.text, copies.ours.status()) == before
    assert sound(copies)


def test_other_files_of_both_sides_are_merged(copies: Copies) -> None:
    """Each side's own files are in the merge."""
    copies.theirs.writes("heidän.md", "a\n")
    copies.theirs.syncs()
    copies.ours.writes("meidän.md", "b\n")

    copies.ours.syncs()

    assert copies.ours.git("-c", "core.quotePath=false", "ls-files").split() == [
        "heidän.md",
        "meidän.md",
        "roadmap.toml",
    ]


def test_other_lines_of_one_other_file_are_merged_by_git(copies: Copies) -> None:
    """Where both changed another file in different places, it is what git makes of it."""
    lines = [f"{number}\n" for number in range(9)]
    copies.ours.writes("muistio.md", "".join(lines))
    copies.ours.syncs()
    copies.theirs.syncs()
    copies.theirs.writes("muistio.md", "".join(["heidän\n", *lines]))
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.writes("muistio.md", "".join([*lines, "meidän\n"]))
    copies.ours.edits("Avoin data", "Avoimet aineistot")

    done = copies.ours.syncs()

    assert (done.merged, len(done.conflicts)) == (True, 1)
    assert (copies.ours.folder / "muistio.md").read_text("utf-8") == "".join(["heidän\n", *lines, "meidän\n"])


def test_a_merge_leaves_nothing_lying_about(copies: Copies) -> None:
    """After both have edited the roadmap, every object in the repository is part of its history."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Avoin data", "Avoimet aineistot")
    copies.ours.writes("meidän.md", "b\n")
    copies.ours.syncs()

    assert copies.ours.git("fsck", "--strict", "--no-progress") == ""


def test_somebody_who_is_always_first(copies: Copies) -> None:
    """Who is overtaken tries again with what came in; after three times it is said, and nothing is lost."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    names = iter(("eka", "toka", "kolmas"))

    def overtakes(where: Destination) -> bool:
        copies.theirs.writes(f"{next(names)}.md", "x\n")
        copies.theirs.git("pull", "-q", "--no-rebase")
        copies.theirs.git("push", "-q")
        return always(where)

    done = copies.ours.syncs(agreed=overtakes)

    assert isinstance(done.hindrance, errors.OvertakenError)
    assert (done.received, done.sent, done.unsent) == (2, 0, 1)
    assert copies.ours.syncs().sent == 1
    assert sound(copies)


def test_somebody_who_was_first_once(copies: Copies) -> None:
    """A push that comes too late is followed by another fetch, merge and push; nobody hears of it."""
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    waiting = [True]

    def overtakes(where: Destination) -> bool:
        if waiting:
            waiting.clear()
            copies.theirs.edits("Avoin data", "Avoin tieto")
            copies.theirs.git("push", "-q")
        return always(where)

    done = copies.ours.syncs(agreed=overtakes)

    assert (done.received, done.sent, done.hindrance) == (1, 1, None)
    assert copies.git("rev-parse", "main") == copies.ours.head


def test_a_decision_made_while_others_come_in_is_not_mixed_up(copies: Copies) -> None:
    """The file that was changed just before the merge would have replaced it is recorded first, and both stand."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    waiting = [True]

    def decides() -> bool:
        if waiting:
            waiting.clear()
            copies.ours.edits("Verkkomaksaminen", "Verkkomaksut", records=False)
        return False

    done = copies.ours.syncs(desk=Desk(is_waiting=decides))

    assert (done.received, done.sent) == (1, 1)
    assert "Verkkomaksut" in copies.ours.text
    assert "Avoin tieto" in copies.ours.text
    assert copies.ours.status() == ""


def test_decisions_that_are_still_to_be_recorded_hold_it_up(copies: Copies) -> None:
    """While something cannot be recorded nothing is merged or sent; while it is being recorded, that is waited for."""
    with pytest.raises(errors.UnrecordedError):
        copies.ours.syncs(desk=Desk(settle=lambda: False))
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()

    with pytest.raises(errors.RestlessError):
        copies.ours.syncs(desk=Desk(is_waiting=lambda: True))

    assert "Avoin tieto" not in copies.ours.text


def test_nothing_is_sent_before_somebody_agreed(copies: Copies) -> None:
    """What came in stays in; where it would go is told by host and branch, without who signs in."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")

    done = copies.ours.syncs(agreed=lambda _: False)

    assert (done.asks, done.received, done.sent, done.unsent) == (True, 1, 0, 1)
    assert done.where is not None
    assert (done.where.host, done.where.branch) == (str(copies.between), "main")
    assert copies.git("log", "--format=%s", "-1", "main") == "Avoin data → Avoin tieto"


def test_the_first_branch_of_an_empty_repository(tmp_path: Path) -> None:
    """The only other repository is the one; the branch is made there and set to go there."""
    between = tmp_path / "between.git"
    subprocess.run(["git", "init", "-q", "--bare", str(between)], check=True)
    ours = made(tmp_path / "else").ours
    ours.git("remote", "remove", "origin")
    ours.git("remote", "add", "kunta", str(between))

    assert unsent(ours.roadmap) == 1
    assert ours.syncs().sent == 1
    assert ours.git("rev-parse", "--abbrev-ref", "@{upstream}") == "kunta/main"
    assert unsent(ours.roadmap) == 0


def test_an_upstream_of_another_name(copies: Copies) -> None:
    """The branch goes where it is set to go, not where its name points."""
    copies.ours.git("push", "-q", "origin", "main:tiekartta")
    copies.ours.git("fetch", "-q")
    copies.ours.git("branch", "-q", "--set-upstream-to=origin/tiekartta")
    copies.ours.edits("Avoin data", "Avoin tieto")

    assert copies.ours.syncs().sent == 1
    assert copies.git("rev-parse", "tiekartta") == copies.ours.head
    assert copies.git("rev-parse", "main") != copies.ours.head


def test_annotated_tags_travel_along(copies: Copies) -> None:
    """An approval is a commit with a tag; both reach the other copy."""
    copies.ours.edits("Avoin data", "Avoin tieto")
    copies.ours.git("tag", "-a", "-m", "hyväksytty", "hyvaksynta/2026-12-08")

    copies.ours.syncs()
    copies.theirs.syncs()

    assert copies.theirs.git("tag") == "hyvaksynta/2026-12-08"


def test_what_is_known_without_a_network_counts(copies: Copies) -> None:
    """The count is read off this repository; a branch that goes nowhere has nothing unsent."""
    copies.ours.edits("Avoin data", "Avoin tieto")
    copies.between.rename(copies.between.with_name("gone.git"))

    assert unsent(copies.ours.roadmap) == 1
    copies.ours.git("switch", "-q", "--detach")
    assert unsent(copies.ours.roadmap) is None


def test_an_end_that_was_asked_for_comes_before_anything(copies: Copies) -> None:
    """A halt that was asked for already lets nothing begin."""
    copies.ours.edits("Avoin data", "Avoin tieto")
    halt = Halt()
    halt.ask()

    with pytest.raises(errors.StoppedError):
        copies.ours.syncs(halt=halt)

    assert unsent(copies.ours.roadmap) == 1


def test_two_windows_that_synchronise_at_once(copies: Copies) -> None:
    """Two of them in one repository end with everything sent and the repository whole."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    failed: list[Exception] = []

    def syncs() -> None:
        try:
            copies.ours.syncs()
        except git_errors.GitError as error:
            failed.append(error)

    threads = [threading.Thread(target=syncs) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    copies.ours.syncs()

    assert len(failed) < 2
    assert copies.git("rev-parse", "main") == copies.ours.head
    assert "Avoin tieto" in copies.ours.text
    assert sound(copies)


def test_the_destination_names_no_password(copies: Copies) -> None:
    """Of an address everything but who signs in is shown."""
    copies.ours.git("remote", "set-url", "origin", "https://erkki:hunter2@git.example.invalid/kunta/kartta.git")

    where = destination(locate(copies.ours.roadmap))

    assert where.host == "git.example.invalid"
    assert "hunter2" not in repr((where.host, where.address))
