"""The history follows the file: through renames, on both sides of merges, and to where a copy of it ends."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from model.git.deciding import decided
from model.git.history import history
from tests.git.test_history import record, text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from model.entry import Entry
    from tests.git.conftest import Town

OLD = "kartta.toml"
START = {"T01": "planned Eka", "T02": "planned Toka", "T03": "planned Koka"}


def told(entry: Entry) -> tuple[str, list[str]]:
    """Return a commit's subject and what it changed."""
    return entry.subject, [f"{change.record}.{change.field}" for change in entry.changes or ()]


def under_old_name(town: Town, content: str, subject: str) -> None:
    """Commit a version under the name that the file had first."""
    (town.folder / OLD).write_text(content, encoding="utf-8")
    town.git("add", OLD)
    town.git("commit", "-q", "-m", subject)


def renamed(town: Town, subject: str, content: str | None = None) -> None:
    """Give the file the name that it has now, and other content if there is any."""
    town.git("mv", "-f", OLD, "roadmap.toml")
    if content is not None:
        town.write(content.encode())
    town.git("add", "roadmap.toml")
    town.git("commit", "-q", "-m", subject)


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Let git commit on a day."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", f"{day}T12:00:00+0200")


def test_a_rename_is_followed(unborn: Town) -> None:
    """What was decided under the old name is told; the rename says what the file was called, and what else changed."""
    unborn.roadmap.unlink()
    under_old_name(unborn, text(**START), "alku")
    under_old_name(unborn, text(**START | {"T01": "active Eka"}), "alkoi")
    renamed(unborn, "nimi", text(**START | {"T01": "done Eka"}))
    record(unborn, text(**START | {"T01": "dropped Eka"}), "loppu")

    found = list(history(unborn.roadmap))

    assert [told(entry) for entry in found] == [
        ("loppu", ["T01.status"]),
        ("nimi", ["T01.status"]),
        ("alkoi", ["T01.status"]),
        ("alku", []),
    ]
    assert [entry.renamed for entry in found] == ["", OLD, "", ""]
    assert [entry.began for entry in found] == [False, False, False, True]


def test_two_renames_and_a_folder(unborn: Town) -> None:
    """A file that moved twice, once into a folder, has one history."""
    under_old_name(unborn, text(**START), "alku")
    (unborn.folder / "tiekartta").mkdir()
    unborn.git("mv", OLD, "tiekartta/ä .toml")
    unborn.git("commit", "-q", "-m", "kansioon")
    unborn.git("mv", "tiekartta/ä .toml", OLD)
    renamed(unborn, "takaisin")

    assert [(entry.subject, entry.renamed) for entry in history(unborn.roadmap)] == [
        ("takaisin", "tiekartta/ä .toml"),
        ("kansioon", OLD),
        ("alku", ""),
    ]


def test_a_merge_with_a_side_that_knew_the_old_name(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """One side renamed the file while the other decided under its old name: both are told, and the merge's own."""
    unborn.roadmap.unlink()
    on(monkeypatch, "2026-11-01")
    under_old_name(unborn, text(**START), "alku")
    unborn.git("checkout", "-q", "-b", "sivu")
    on(monkeypatch, "2026-11-02")
    renamed(unborn, "nimi")
    unborn.git("checkout", "-q", "main")
    on(monkeypatch, "2026-11-03")
    under_old_name(unborn, text(**START | {"T01": "done Eka"}), "pää")
    on(monkeypatch, "2026-11-04")
    unborn.git("merge", "-q", "--no-commit", "sivu", fails=True)
    unborn.write(text(**START | {"T01": "done Eka", "T03": "dropped Koka"}).encode())
    unborn.git("add", "-A")
    unborn.git("commit", "-q", "-m", "yhdistys")

    assert [told(entry) for entry in history(unborn.roadmap)] == [
        ("yhdistys", ["T03.status"]),
        ("pää", ["T01.status"]),
        ("nimi", []),
        ("alku", []),
    ]


def test_another_file_is_no_earlier_name(unborn: Town) -> None:
    """Where a file of other content went as this one came, this one came into being."""
    unborn.roadmap.unlink()
    under_old_name(unborn, "jotakin aivan muuta\n" * 20, "muu")
    renamed(unborn, "uusi", text(**START))

    (entry,) = history(unborn.roadmap)

    assert (entry.form, entry.renamed) == ("made", "")


def test_a_shallow_copy_says_where_it_begins(unborn: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The oldest commit of a shallow clone did not make the file: what was before it is not in this copy."""
    for status in ("planned", "active", "done"):
        record(unborn, text(T01=f"{status} Eka"), status)
    copy = cloned(unborn, tmp_path_factory.mktemp("kopio"))

    found = list(history(copy / "roadmap.toml"))

    assert [(entry.form, entry.began) for entry in found] == [("change", False), ("cut", True)]
    assert told(found[0]) == ("done", ["T01.status"])


def test_a_copy_without_old_versions_says_where_it_begins(
    unborn: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A partial clone has the commits but not their versions: none is fetched, and what is not there is not told."""
    for status in ("planned", "active", "done"):
        record(unborn, text(T01=f"{status} Eka"), status)
    unborn.git("config", "uploadpack.allowFilter", "true")
    copy = tmp_path_factory.mktemp("kopio") / "k"
    subprocess.run(["git", "clone", "-q", "--filter=blob:none", unborn.folder.as_uri(), str(copy)], check=True)

    assert [(entry.form, entry.subject) for entry in history(copy / "roadmap.toml")] == [("cut", "done")]
    assert [d.form for d in decided(copy / "roadmap.toml", "measures", "T01", field="status")] == ["cut"]


def test_a_whole_copy_of_one_commit_is_no_cut(unborn: Town) -> None:
    """A history of one commit is told as the file's beginning."""
    record(unborn, text(**START), "alku")

    assert [entry.form for entry in history(unborn.roadmap)] == ["made"]


def test_a_linked_work_tree_has_the_same_history(unborn: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The history is the repository's, whichever of its work trees one stands in."""
    record(unborn, text(**START), "alku")
    record(unborn, text(**START | {"T01": "done Eka"}), "valmis")
    other = tmp_path_factory.mktemp("toinen") / "puu"
    unborn.git("worktree", "add", "-q", str(other))

    assert [told(e) for e in history(other / "roadmap.toml")] == [told(e) for e in history(unborn.roadmap)]


def cloned(town: Town, folder: Path) -> Path:
    """Return a clone of a town that holds its last two commits."""
    source = town.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=2", source, str(folder / "k")], check=True, capture_output=True)
    return folder / "k"
