"""init: a new roadmap that is honest about what is not known, and safe in git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Town


@pytest.fixture
def nowhere(folder: Town) -> Town:
    """A folder without a roadmap and without a repository."""
    folder.roadmap.unlink()
    return folder


def test_a_new_roadmap_has_the_eleven_viewpoints_unknown(nowhere: Town) -> None:
    """Eleven viewpoints, no level, nothing wrong, everything in git."""
    ran = nowhere.types("init")

    assert (ran.status, ran.err) == (0, "")
    data = nowhere.types("show", "--json").json
    assert len(data["viewpoints"]) == 11
    assert {viewpoint["current"] for viewpoint in data["viewpoints"]} == {None}
    assert nowhere.types("show").out.count("ei arvioitu") == 11
    assert nowhere.types("check").status == 0
    assert nowhere.git("status", "--porcelain") == ""
    assert nowhere.git("ls-files").splitlines() == [".gitattributes", "roadmap.toml"]


def test_the_options_fill_it_in(nowhere: Town) -> None:
    """Title, organisation, period and language; the folder is made if need be, the comments stay."""
    ran = nowhere.types(
        *("init", "kunta/tiekartta", "--title", "Digitiekartta 2027–2029", "--organisation", "Pikkukunta"),
        *("--first", "k27", "--last", "syksy 2029", "--language", "sv"),
    )

    path = nowhere.folder / "kunta" / "tiekartta" / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    assert (ran.status, ran.err) == (0, "")
    for line in ('title = "Digitiekartta 2027–2029"', 'organisation = "Pikkukunta"', 'language = "sv"'):
        assert line in text
    for line in ('first = "2027H1"', 'last = "2029H2"', "# Toimialat."):
        assert line in text


def test_a_roadmap_is_never_overwritten(town: Town) -> None:
    """Where one stands, it stays."""
    before = town.text

    ran = town.types("init")

    assert (ran.status, ran.out, town.text, town.subjects()) == (1, "", before, [])
    assert "roadmap.toml" in ran.err


def test_in_a_repository_it_is_one_more_commit(town: Town) -> None:
    """A repository around the folder is used; it keeps its own rules."""
    ran = town.types("init", "toinen")

    assert ran.status == 0
    assert town.git("show", "--format=", "--name-only") == "toinen/roadmap.toml"
    assert not (town.folder / ".gitattributes").exists()


def test_without_a_name_the_file_is_there_and_the_commit_missing(nowhere: Town, surroundings: Path) -> None:
    """Git does not know who records; no name is made up, and nothing is lost."""
    (surroundings / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n", encoding="utf-8")

    ran = nowhere.types("init")

    assert ran.status == 1
    assert "user.name" in ran.err
    assert nowhere.types("check").status == 0


def test_without_git_the_file_is_there(nowhere: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A roadmap can be kept without git; that it is not recorded is a remark."""
    monkeypatch.setenv("PATH", str(nowhere.folder))

    ran = nowhere.types("init")

    assert ran.status == 0
    assert "git" in ran.err
    assert nowhere.roadmap.exists()


@pytest.mark.parametrize("options", [("--first", "1/2027"), ("--last", "k20"), ("--template", "toinen")])
def test_what_does_not_fit_makes_nothing(nowhere: Town, options: tuple[str, ...]) -> None:
    """A period that is none, a template that is not there: nothing is written."""
    ran = nowhere.types("init", *options)

    assert ran.status in {1, 2}
    assert list(nowhere.folder.iterdir()) == []
