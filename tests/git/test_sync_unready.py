"""Where two copies cannot be brought together: each reason is an error of its own, and nothing has been changed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from model.git import errors as git_errors
from model.git import sync_errors as errors
from tests.git.copies import Copies, Copy, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository."""
    return made(tmp_path)


@pytest.mark.parametrize(
    ("prepared", "error"),
    [
        (("switch", "-q", "--detach"), errors.DetachedError),
        (("remote", "remove", "origin"), errors.NoRemoteError),
        (("switch", "-q", "--orphan", "uusi"), errors.UnbornError),
        (("bisect", "start"), git_errors.UnfinishedError),
    ],
)
def test_a_repository_that_is_not_ready(copies: Copies, prepared: tuple[str, ...], error: type[Exception]) -> None:
    """What is missing is an error of its own, found before anything is fetched."""
    copies.ours.git(*prepared)

    with pytest.raises(error):
        copies.ours.syncs()


def test_several_others_and_none_chosen(copies: Copies) -> None:
    """Without an upstream and with two remotes nobody guesses."""
    copies.ours.git("branch", "--unset-upstream")
    copies.ours.git("remote", "add", "toinen", "/x")

    with pytest.raises(errors.NoUpstreamError) as caught:
        copies.ours.syncs()

    assert caught.value.remotes == ("origin", "toinen")


def test_copies_without_anything_in_common(copies: Copies, tmp_path: Path) -> None:
    """Two histories that never met are not joined."""
    stranger = made(tmp_path / "stranger")
    stranger.ours.git("commit", "-q", "--amend", "-m", "toinen alku")
    copies.ours.git("remote", "set-url", "origin", str(stranger.between))
    stranger.ours.git("push", "-q", "--force", "origin", "main")
    before = copies.ours.head

    with pytest.raises(errors.UnrelatedError):
        copies.ours.syncs()

    assert copies.ours.head == before


def test_a_shallow_copy_that_knows_too_little(copies: Copies, tmp_path: Path) -> None:
    """Where what both have in common is not in the copy, it is said how to get the rest."""
    copies.ours.git("switch", "-q", "-c", "sivu")
    copies.ours.edits("Avoin data", "Avoin tieto")
    copies.ours.git("push", "-q", "-u", "origin", "sivu")
    copies.ours.git("switch", "-q", "main")
    copies.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    copies.ours.git("push", "-q")
    shallow = Copy(tmp_path / "shallow")
    address = f"file://{copies.between}"
    subprocess.run(["git", "clone", "-q", "--depth=1", "--no-single-branch", address, str(shallow.folder)], check=True)
    shallow.git("branch", "-q", "--set-upstream-to=origin/sivu")

    with pytest.raises(errors.ShallowError):
        shallow.syncs()


@pytest.mark.parametrize("text", ["schema = 1\n[roadmap\n", "schema = 99\n"])
def test_what_cannot_be_read_comes_neither_in_nor_out(copies: Copies, text: str) -> None:
    """A broken file of theirs is left with them, a broken file of ours is not sent."""
    copies.theirs.write(text.encode())
    with pytest.raises(errors.BrokenFileError):
        copies.theirs.syncs()
    copies.theirs.git("commit", "-q", "-a", "-m", "rikki")
    copies.theirs.git("push", "-q")
    before = copies.ours.text

    with pytest.raises(errors.BrokenVersionError) as caught:
        copies.ours.syncs()

    assert caught.value.problems
    assert copies.ours.text == before


def test_a_roadmap_that_they_renamed_stays_here(copies: Copies) -> None:
    """The file is not taken away from under the program."""
    copies.theirs.git("mv", "roadmap.toml", "kartta.toml")
    copies.theirs.git("commit", "-q", "-m", "nimi")
    copies.theirs.git("push", "-q")

    with pytest.raises(errors.GoneThereError):
        copies.ours.syncs()

    assert copies.ours.roadmap.exists()
