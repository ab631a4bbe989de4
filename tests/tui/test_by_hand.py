"""What somebody changes by hand stands in the history by itself, however it meets a decision made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model import edits
from model.edits import Place
from model.typed import set_field
from tests.tui.session_files import SMALL, TODAY, git, opened, running, screen_text
from tui.app import Tiekartta
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from model.roadmap import Roadmap

HERE = Place(TODAY)


def named(title: str) -> str:
    """Return the small roadmap with another title of T03."""
    return SMALL.replace("Kuljetukset", title)


def titles(folder: Path) -> list[str]:
    """Return the title of T03 in each commit, the oldest first."""
    commits = git(folder, "log", "--reverse", "--format=%h").split()
    lines = [git(folder, "show", f"{commit}:roadmap.toml").splitlines() for commit in commits]
    return [found[found.index('id = "T03"') + 1].partition(" = ")[2].strip('"') for found in lines]


def subjects(folder: Path) -> list[str]:
    """Return the subjects of the commits after the first, the oldest first."""
    return git(folder, "log", "--reverse", "--format=%s").splitlines()[1:]


@pytest.mark.parametrize("is_seen", [True, False])
async def test_an_answer_that_meets_a_hand_edit_leaves_that_a_commit(repository: Path, *, is_seen: bool) -> None:
    """The same field in an editor and in an open question, after a pull: three contents, three commits."""
    session = opened(repository)
    session.change(edits.mark_done(session.roadmap, "T02", HERE))
    session.keeper.recording.settle(60)
    session.path.write_text(session.path.read_text("utf-8").replace("Verkkomaksaminen", "Maksaminen"), "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "vedetty")
    async with running(session) as pilot:
        app = pilot.app
        assert isinstance(app, Tiekartta)
        app.look_outside()
        asked = session.roadmap
        session.path.write_text(session.path.read_text("utf-8").replace("Kuljetukset", "Käsin"), "utf-8")
        if is_seen:
            app.look_outside()

        def edit(roadmap: Roadmap) -> Roadmap:
            return set_field(roadmap, ("measures", "T03"), "title", "Vastattu")

        app.decide(edit, seen=asked)
        while "Kumpi" not in screen_text(pilot):
            await pilot.pause()
        await pilot.press("1")
        await pilot.pause()

    assert titles(repository) == ["Kuljetukset", "Kuljetukset", "Kuljetukset", "Käsin", "Vastattu"]
    assert "Käsin" in subjects(repository)[-2]
    assert git(repository, "status", "--porcelain") == ""


def test_an_old_copy_that_a_decision_brings_in_gets_a_commit_of_its_own(repository: Path) -> None:
    """An editor saves what it opened long ago right before a decision: its edit is not part of that decision."""
    session = opened(repository)
    session.change(edits.mark_done(session.roadmap, "T02", HERE))
    session.keeper.recording.settle(60)
    session.path.write_text(named("Koulukuljetukset"), "utf-8")

    session.change(edits.note(session.roadmap, "T01", HERE, text="Kilpailutetaan."))
    session.close()

    done, by_hand, decided = subjects(repository)
    assert ("T02" in done, "Koulukuljetukset" in by_hand, "Kilpailutetaan" in decided) == (True, True, True)
    assert "Koulukuljetukset" not in git(repository, "show", "--unified=0", "HEAD")
    assert "Kilpailutetaan" not in git(repository, "show", "HEAD~1:roadmap.toml")
    assert 'status = "done"' in git(repository, "show", "HEAD~1:roadmap.toml")
    assert git(repository, "status", "--porcelain") == ""


def test_so_it_does_where_the_decision_before_is_not_in_git_yet(repository: Path) -> None:
    """A hook hinders git meanwhile: what waited, the edit by hand and the decision are three commits all the same."""
    session = opened(repository)
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    session.change(edits.mark_done(session.roadmap, "T02", HERE))
    session.keeper.recording.settle(60)
    session.path.write_text(named("Koulukuljetukset"), "utf-8")
    hook.unlink()

    later = Session.open(session.path, today=TODAY)
    later.change(edits.note(later.roadmap, "T01", HERE, text="Kilpailutetaan."))
    later.close()

    done, by_hand, decided = subjects(repository)
    assert ("T02" in done, "Koulukuljetukset" in by_hand, "Kilpailutetaan" in decided) == (True, True, True)
    assert session.close() == 0
    assert len(subjects(repository)) == 3
