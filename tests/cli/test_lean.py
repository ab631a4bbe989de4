"""What a command does not load: counts that hold the time of its start, whatever the machine."""

from __future__ import annotations

import subprocess

import pytest

from tests.cli.town import DAY, Town, program, surrounded

REPORT = "import sys; print(*sys.modules, sep='\\n', file=sys.__stderr__)"
SCREEN = {"textual", "rich"}
GIT = {"git", "subprocess", "model.git.runner"}
SEARCH = {"importlib.metadata", "email", "zipfile", "csv"}
UNUSED = {"shutil", "difflib", "json", "exporters.sentences", "model.file.save", "tui.session"}
CLASSES = {"pydantic", "argparse", "pathlib", "gettext", "model.records"}
MOST = 260
"""So many modules `show` may load; Python's own start and pydantic are most of them."""


def loaded(town: Town, *words: str) -> set[str]:
    """Return the modules that a command has loaded when it is done."""
    run, code, start, *rest = program(*DAY, *words)
    start = start.replace("sys.exit(main())", "main()")
    ran = subprocess.run(
        [run, code, f"{start}; {REPORT}", *rest],
        cwd=town.folder,
        env=surrounded({"PYTHONDONTWRITEBYTECODE": ""}),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stderr.splitlines())


@pytest.mark.parametrize("words", [("show",), ("list",), ("check",), ("decisions",), ("actions",)])
def test_looking_loads_what_it_says_and_no_more(town: Town, words: tuple[str, ...]) -> None:
    """No screen, no git, no search for plugins, no writer of the file."""
    found = loaded(town, *words)

    assert "model.roadmap" in found
    assert found & (SCREEN | GIT | SEARCH | (UNUSED if words != ("check",) else set())) == set()
    assert len(found) <= MOST


@pytest.mark.parametrize(
    "words",
    [("done", "T01"), ("history",), ("undo",), ("minutes",), ("meeting", "start"), ("actions", "done", "1/2026-1")],
)
def test_no_verb_loads_the_screen_or_the_git_library(town: Town, words: tuple[str, ...]) -> None:
    """A decision is committed by git itself; the library for it is loaded by init alone."""
    assert loaded(town, *words) & (SCREEN | SEARCH | {"git", "gitdb"}) == set()


def test_a_merge_for_git_loads_no_class_of_a_record(town: Town) -> None:
    """Where the two sides touched different records; git waits for it, whoever has changed how much."""
    (town.folder / "theirs").write_text(town.text.replace('"Avoin data"', '"Aineistot"'), encoding="utf-8")
    run, code, start, *_ = program()
    names = ("merge-driver", "roadmap.toml", "roadmap.toml", "theirs", "roadmap.toml")
    start = start.replace("sys.exit(main())", "main()")

    ran = subprocess.run(
        [run, code, f"{start}; {REPORT}", *names],
        cwd=town.folder,
        env=surrounded({"PYTHONDONTWRITEBYTECODE": ""}),
        capture_output=True,
        text=True,
        check=True,
    )

    found = set(ran.stderr.splitlines())
    assert (
        found & (SCREEN | GIT | SEARCH | UNUSED | {"pydantic", "argparse", "pathlib", "gettext", "model.records"})
        == set()
    )
    assert "Aineistot" in town.text


def test_a_merge_of_one_record_loads_no_screen_and_no_git(town: Town) -> None:
    """Both sides changed one measure: its class is needed, the library of git and the screen are not."""
    for name, old, new in (("base", "", ""), ("theirs", '"Avoin data"', '"Aineistot"')):
        (town.folder / name).write_text(town.text.replace(old, new), encoding="utf-8")
    town.roadmap.write_text(town.text.replace('end = "2027H1"', 'end = "2027H2"'), encoding="utf-8")

    found = loaded(town, "merge-driver", "base", "roadmap.toml", "theirs", "roadmap.toml")

    assert found & (SCREEN | GIT | SEARCH | {"gitdb"}) == set()
    assert "Aineistot" in town.text


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("done", "--help"), ("completion", "bash")])
def test_help_loads_no_records(town: Town, words: tuple[str, ...]) -> None:
    """Who asks how to use a command waits for nothing that reads a roadmap."""
    found = loaded(town, *words)

    assert "model.records" not in found
    assert ("pydantic" in found) == (words == ("completion", "bash"))
