"""An approval's tag: annotated, by the user's own identity and signing, never moved, never an option of git's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.git.errors import GitFailedError, SigningFailedError, UntrustedError
from model.git.tag import tag

if TYPE_CHECKING:
    from tests.git.conftest import Town

NAME = "hyvaksytty-2026-12-08"
MESSAGE = "Johtoryhmä 8.12.2026 § 12\n\n# ei kommentti\n"


def head(town: Town) -> str:
    """Return the name of the commit at HEAD."""
    return town.git("rev-parse", "HEAD")


def test_an_approval_has_an_annotated_tag(town: Town) -> None:
    """With the whole text as it was given, a line that git would take for a comment included."""
    assert tag(town.roadmap, NAME, MESSAGE, commit=head(town)) == NAME

    assert town.git("cat-file", "-t", NAME) == "tag"
    assert town.git("rev-parse", f"{NAME}^{{}}") == head(town)
    assert town.git("tag", "-l", "--format=%(contents)", NAME) == MESSAGE.strip()


def test_a_tag_is_made_once_and_never_moved(town: Town) -> None:
    """Asked again for the same commit it is the same; for another one a number is added."""
    first = head(town)
    tag(town.roadmap, NAME, MESSAGE, commit=first)
    town.git("commit", "--quiet", "--allow-empty", "--message", "toinen")
    second = head(town)

    assert tag(town.roadmap, NAME, MESSAGE, commit=first) == NAME
    assert tag(town.roadmap, NAME, MESSAGE, commit=second) == f"{NAME}-2"
    assert tag(town.roadmap, NAME, MESSAGE, commit=second) == f"{NAME}-2"
    assert town.git("rev-parse", f"{NAME}^{{}}") == first


def test_a_plain_tag_of_that_name_is_left_alone(town: Town) -> None:
    """Somebody's own tag on another commit keeps its name."""
    town.git("tag", NAME)
    town.git("commit", "--quiet", "--allow-empty", "--message", "toinen")

    assert tag(town.roadmap, NAME, MESSAGE, commit=head(town)) == f"{NAME}-2"


@pytest.mark.parametrize(("name", "commit"), [("--force", "a" * 40), ("a b", "a" * 40), (NAME, "-d"), (NAME, "HEAD")])
def test_nothing_that_git_might_misread_reaches_it(town: Town, name: str, commit: str) -> None:
    """A name that begins with a dash and a revision that is no full commit are refused."""
    with pytest.raises(ValueError, match=name if name != NAME else commit):
        tag(town.roadmap, name, MESSAGE, commit=commit)


def test_who_signs_all_tags_has_this_one_signed_or_hears_why_not(town: Town) -> None:
    """A signature that fails leaves no tag at all."""
    town.git("config", "--global", "tag.gpgSign", "true")
    town.git("config", "--global", "gpg.program", "/bin/false")

    with pytest.raises(SigningFailedError):
        tag(town.roadmap, NAME, MESSAGE, commit=head(town))

    assert not town.git("tag")


def test_a_commit_that_is_not_there_cannot_be_tagged(town: Town) -> None:
    """Git says why, and there is no tag."""
    with pytest.raises(GitFailedError):
        tag(town.roadmap, NAME, MESSAGE, commit="a" * 40)

    assert not town.git("tag")


def test_what_a_foreign_folder_would_run_is_asked_about_first(town: Town) -> None:
    """A tag, too, runs hooks of the repository."""
    town.script(town.folder / ".git" / "hooks" / "reference-transaction", "exit 0")

    with pytest.raises(UntrustedError):
        tag(town.roadmap, NAME, MESSAGE, commit=head(town))
