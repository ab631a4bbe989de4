"""Synchronising however git is set up here: old, signing, converting line ends, with things staged or crossed."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read
from model.file.save import PREFIX
from model.git import errors as git_errors
from model.git import sync_errors as errors
from tests.git.copies import Copies, Copy, made, sound
from tests.trusted import allow

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository."""
    return made(tmp_path)


def test_nothing_is_put_aside_even_where_git_is_told_to(copies: Copies) -> None:
    """Git's own setting to put changes aside during a merge does not count."""
    copies.ours.git("config", "merge.autoStash", "true")
    copies.theirs.writes("muistio.md", "heidän\n")
    copies.theirs.syncs()
    copies.ours.syncs()
    copies.theirs.writes("muistio.md", "heidän uusi\n")
    copies.theirs.syncs()
    copies.ours.writes("muistio.md", "kesken\n", records=False)

    with pytest.raises(errors.WouldOverwriteError):
        copies.ours.syncs()

    assert (copies.ours.folder / "muistio.md").read_text("utf-8") == "kesken\n"
    assert copies.ours.git("stash", "list") == ""


def test_what_somebody_staged_of_the_roadmap_is_not_swept_away(copies: Copies) -> None:
    """A version that is only in the index is nowhere else; it is told that it is in the way."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    before = copies.ours.text
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut", records=False)
    copies.ours.git("add", "roadmap.toml")
    copies.ours.write(before.encode())

    with pytest.raises(errors.WouldOverwriteError) as caught:
        copies.ours.syncs()

    assert caught.value.files == ("roadmap.toml",)
    assert "Verkkomaksut" in copies.ours.git("show", ":roadmap.toml")


def test_two_lines_that_have_crossed(copies: Copies) -> None:
    """Where both sides have merged each other's work in their own ways, there are two bases; it works."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.ours.edits("Avoin data", "Avoimet aineistot")
    copies.ours.git("fetch", "-q", str(copies.theirs.folder), "main:heidan")
    copies.theirs.git("fetch", "-q", str(copies.ours.folder), "main:heidan")
    copies.ours.git("merge", "-q", "-s", "ours", "-m", "risti", "heidan")
    copies.theirs.git("merge", "-q", "-s", "ours", "-m", "risti", "heidan")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")

    done = copies.ours.syncs()

    assert (done.merged, done.sent) == (True, 1)
    assert "Verkkomaksut" in copies.ours.text
    assert read(copies.ours.roadmap).roadmap is not None
    assert sound(copies)


def test_line_ends_that_git_converts_are_no_change(copies: Copies) -> None:
    """A copy with Windows' line ends takes part like any other, and records no edit that nobody made."""
    copies.ours.git("config", "core.autocrlf", "true")
    copies.ours.write(copies.ours.text.replace("\n", "\r\n").encode())
    copies.ours.git("add", "roadmap.toml")
    assert copies.ours.syncs().sent == 0
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.git("commit", "-q", "--allow-empty", "-m", "oma")

    done = copies.ours.syncs()

    assert (done.received, done.merged) == (1, True)
    assert b"Avoin tieto" in copies.ours.roadmap.read_bytes()
    assert b"\r\n" in copies.ours.roadmap.read_bytes()
    assert "\r" not in copies.git("show", "main:roadmap.toml")
    assert copies.ours.status() == ""


def test_a_git_without_merge_tree_merges_all_the_same(
    copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before git 2.38 paths that only one side changed are taken whole; what both changed is a conflict."""
    real = subprocess.run(["which", "git"], check=True, capture_output=True, text=True).stdout.strip()
    old = Copy.script(tmp_path / "old" / "git", 'case " $* " in *" merge-tree "*) exit 129;; esac', f'exec {real} "$@"')
    monkeypatch.setenv("PATH", f"{old.parent}{os.pathsep}{os.environ['PATH']}")
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.writes("heidän.md", "a\n")
    copies.theirs.syncs()
    copies.ours.edits("Avoin data", "Avoimet aineistot")
    copies.ours.writes("meidän.md", "b\n")

    done = copies.ours.syncs()

    assert (done.merged, len(done.conflicts)) == (True, 1)
    assert copies.ours.git("-c", "core.quotePath=false", "ls-files").split() == [
        "heidän.md",
        "meidän.md",
        "roadmap.toml",
    ]
    copies.theirs.writes("meidän.md", "toinen\n")
    with pytest.raises(errors.ElsewhereConflictError):
        copies.theirs.syncs()


def test_a_merge_is_signed_where_commits_are(copies: Copies, tmp_path: Path) -> None:
    """Who wants commits signed gets no unsigned merge: a signature that fails makes none."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    broken = Copy.script(tmp_path / "gpg", "echo no key >&2", "exit 2")
    copies.ours.git("config", "--global", "commit.gpgsign", "true")
    copies.ours.git("config", "--global", "gpg.program", str(broken))
    before = copies.ours.head

    with pytest.raises(git_errors.SigningFailedError):
        copies.ours.syncs()

    assert copies.ours.head == before


def test_the_surroundings_do_not_leak_in(copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a folder of git nor a program for ssh nor a way to ask comes from GIT_*."""
    trap = Copy.script(tmp_path / "trap", f"touch {tmp_path}/ran", "exit 1")
    for name in ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_PROXY_COMMAND", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, str(trap))
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "ext")
    monkeypatch.setenv("GIT_DIR", str(copies.theirs.folder / ".git"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "remote.origin.url")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "/nowhere")
    (copies.ours.roadmap).write_text(copies.ours.text.replace("Avoin data", "Avoin tieto"), encoding="utf-8")

    assert copies.ours.syncs().sent == 1
    assert not (tmp_path / "ran").exists()


def test_hooks_that_come_in_do_not_run_before_they_are_allowed(copies: Copies) -> None:
    """Where hooks lie among the files, others can change them: what came in is asked about before anything goes out."""
    copies.ours.script(copies.ours.folder / "koukut" / "pre-commit", "exit 0")
    copies.ours.git("add", "koukut")
    copies.ours.git("commit", "-q", "-m", "koukut")
    copies.ours.git("config", "core.hooksPath", "koukut")
    allow(copies.ours.folder)
    copies.ours.syncs()
    copies.theirs.syncs()
    caught = copies.ours.folder / "ajettu"
    for name in ("post-merge", "pre-push", "reference-transaction", "post-index-change", "pre-commit"):
        copies.theirs.script(copies.theirs.folder / "koukut" / name, f"touch {caught}")
    copies.theirs.git("add", "koukut")
    copies.theirs.git("commit", "-q", "-m", "lisää koukkuja")
    copies.theirs.syncs()
    copies.ours.writes("muu.txt", "meidän\n")

    done = copies.ours.syncs()

    assert isinstance(done.hindrance, git_errors.UntrustedError)
    assert (done.received, done.sent, done.unsent) == (1, 0, 1)
    assert not caught.exists()
    assert sound(copies)


def test_no_branch_here_is_overwritten_by_what_is_fetched(copies: Copies) -> None:
    """A configuration that would fetch into a branch of ours, and by force, fetches beside it all the same."""
    copies.ours.git("checkout", "-q", "-b", "oma")
    copies.ours.writes("muu.txt", "vain tässä\n")
    mine = copies.ours.head
    copies.ours.git("checkout", "-q", "main")
    copies.ours.git("config", "remote.origin.fetch", "+refs/heads/main:refs/heads/oma")
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()

    assert copies.ours.syncs().received == 1
    assert copies.ours.git("rev-parse", "oma") == mine


def test_what_a_killed_one_left_beside_the_roadmap_is_removed(copies: Copies) -> None:
    """A spare copy of what git has is swept away; what nothing else holds stays."""
    for name, data in (("11111111", copies.ours.text.encode()), ("22222222", b"vain tassa")):
        (copies.ours.folder / f"{PREFIX}{name}.tmp").write_bytes(data)

    copies.ours.syncs()

    assert [place.name for place in copies.ours.folder.glob(f"{PREFIX}*")] == [f"{PREFIX}22222222.tmp"]


@pytest.mark.parametrize("smudge", ["false", "head -c 100; exit 1"])
def test_a_roadmap_that_git_could_not_write_is_as_it_was(copies: Copies, smudge: str) -> None:
    """Git writes a file in its place: where that fails, as on a full disk, what it has cut off is put back."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    (copies.ours.folder / ".git" / "info" / "attributes").write_text("roadmap.toml filter=f\n", encoding="utf-8")
    for name, value in (("clean", "cat"), ("smudge", smudge), ("required", "true")):
        copies.ours.git("config", f"filter.f.{name}", value)
    allow(copies.ours.folder)
    before = (copies.ours.text, copies.ours.head, copies.ours.status())

    with pytest.raises(git_errors.GitFailedError):
        copies.ours.syncs()

    assert (copies.ours.text, copies.ours.head, copies.ours.status()) == before
    assert sorted(place.name for place in copies.ours.folder.iterdir()) == [".git", "roadmap.toml"]
    copies.ours.git("config", "filter.f.smudge", "cat")
    allow(copies.ours.folder)
    assert copies.ours.syncs().received == 1
    assert sound(copies)
