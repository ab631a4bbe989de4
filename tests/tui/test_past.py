"""What a screen has read of the history: page by page, and anew where something was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.typed import set_field
from model.wanted import Wanted
from tests.tui.session_files import SMALL, TODAY, committed, git
from tui.past import Past, fold_of
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path


def recorded(folder: Path, *pairs: tuple[str, str]) -> None:
    """Replace texts in the roadmap and commit."""
    path = folder / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", pairs[0][1])


def subjects(past: Past) -> list[str]:
    """Return the subjects of what has been read, newest first."""
    return [fold.entry.subject for fold in past.folds()]


def test_what_was_recorded_since_is_read_on_top(repository: Path) -> None:
    """Nothing that was read before is read again; that nothing came is told, too."""
    path = committed(repository)
    past = Past(path, Wanted())
    assert (past.renew(), past.over, subjects(past)) == (True, True, ["alku"])

    recorded(repository, ("Tiketöinti", "Liput"))
    known = past.folds()[0].entry
    assert (past.renew(), subjects(past)) == (True, ["Liput", "alku"])
    assert past.folds()[1].entry is known
    assert past.renew() is False


def test_a_merge_brings_its_older_entries_to_their_places(repository: Path) -> None:
    """What another copy recorded earlier is not left out because the newest was known."""
    path = committed(repository)
    git(repository, "checkout", "--quiet", "-b", "toinen")
    recorded(repository, ("Kuljetukset", "Kyydit"))
    git(repository, "checkout", "--quiet", "-")
    recorded(repository, ("Tiketöinti", "Liput"))
    past = Past(path, Wanted())
    past.renew()
    git(repository, "merge", "--quiet", "--no-edit", "toinen")

    past.renew()
    assert {"Kyydit", "Liput", "alku"} <= set(subjects(past))
    assert len(subjects(past)) == len(set(subjects(past)))


def test_only_what_is_wanted_is_read(repository: Path) -> None:
    """Who has recorded something is known as far as it was read."""
    path = committed(repository)
    recorded(repository, ("Tiketöinti", "Liput"))
    recorded(repository, ("Kuljetukset", "Kyydit"))
    past = Past(path, Wanted(record="T02"))
    past.more()

    assert subjects(past) == ["Liput", "alku"]
    assert past.people == ("Erkki Esimerkki",)
    recorded(repository, ("Kyydit", "Koulukyydit"))
    assert past.renew() is False


def test_another_history_takes_the_place_of_the_one_known(repository: Path) -> None:
    """Somebody went over to another branch."""
    path = committed(repository)
    git(repository, "branch", "vanha")
    recorded(repository, ("Tiketöinti", "Liput"))
    past = Past(path, Wanted())
    past.renew()
    git(repository, "checkout", "--quiet", "vanha")
    assert path.read_text(encoding="utf-8") == SMALL

    assert (past.renew(), subjects(past)) == (True, ["alku"])


def test_an_entry_is_found_with_what_was_said_about_it_since(repository: Path) -> None:
    """Whoever comes to it from a field learns that it was taken back; one of no record of this name stands alone."""
    session = Session.open(committed(repository), today=TODAY)
    session.change(set_field(session.roadmap, ("measures", "T02"), "title", "Liput"))
    session.undo()
    session.close()
    undo, decision = git(repository, "log", "--format=%H").split()[:2]

    found, other = (fold_of(session.path, commit, record="T02") for commit in (decision, undo))
    assert found is not None
    assert (found.entry.commit, found.undone) == (decision, True)
    assert other is not None
    assert (other.entry.commit, other.followers) == (undo, ())
    assert fold_of(session.path, decision, record="T01") is not None
