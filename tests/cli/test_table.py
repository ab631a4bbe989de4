"""The table of verbs: it agrees with the records, with the code and with the completions that ship."""

from __future__ import annotations

import subprocess
from importlib import import_module
from typing import TYPE_CHECKING, get_args

import pytest

from exporters.words import LANGUAGES, Words
from model.records import Basis, Kind, Measure, Status
from model.typed import editable
from tui.cli import table
from tui.cli.completion import FILES, FOLDER, script
from tui.cli.meeting_options import AGENDA, PAPERS, STEPS
from tui.cli.table import SHELLS, TYPED, VERBS
from tui.guide import GUIDES

if TYPE_CHECKING:
    from tests.cli.town import Town
    from tui.cli.row import Verb


def test_the_words_are_those_of_the_records() -> None:
    """The table repeats a few closed sets so that help needs no records; they are the same."""
    assert get_args(Status) == table.STATUSES
    assert get_args(Kind) == table.KINDS
    assert set(get_args(Basis)) == set(table.BASES)
    assert LANGUAGES == table.LANGUAGES
    assert GUIDES == table.GUIDES


def test_every_field_of_a_measure_can_be_added() -> None:
    """`add measure` has an option for each field that is typed as one value."""
    (add,) = [verb for verb in VERBS if verb.name == "add"]

    assert {option.names[0][2:] for option in add.arguments if option.is_option} == set(editable(Measure))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_has_its_function(verb: Verb) -> None:
    """The row names a function that is there and says what it does."""
    module, _, function = verb.function.partition(":")

    assert getattr(import_module(f"tui.cli.{module}"), function).__doc__


@pytest.mark.parametrize("shell", SHELLS)
def test_the_completions_that_ship_are_those_of_the_table(shell: str) -> None:
    """Whoever changes the table runs `python -m tui.cli.completion`."""
    assert (FOLDER / FILES[shell]).read_text(encoding="utf-8") == script(shell, Words("en"))


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_can_be_printed(folder: Town, shell: str) -> None:
    """`completion SHELL` prints the file in the person's language, every verb in it."""
    ran = folder.types("completion", shell)

    assert (ran.status, ran.out) == (0, script(shell, Words("fi")))
    assert [verb.name for verb in TYPED if verb.name not in ran.out] == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("sh",), {"show"}),
        (("m",), {"maturity", "move", "meeting", "minutes"}),
        (("list", "--st"), {"--status"}),
        (("list", "--status", "d"), {"done", "dropped"}),
        (("--lang", ""), {"fi", "sv", "en"}),
        (("--lang", "fi", "meeting", ""), {*AGENDA, *STEPS, *PAPERS}),
        (("-f", "road"), {"roadmap.toml"}),
        (("done", "T01", "--re"), {"--result"}),
    ],
)
def test_bash_completes(folder: Town, typed: tuple[str, ...], offered: set[str]) -> None:
    """The file for bash, loaded into a real one, offers what fits."""
    words = " ".join(f"'{word}'" for word in ("tiekartta", *typed))
    code = f"source '{FOLDER / FILES['bash']}'; COMP_WORDS=({words}); COMP_CWORD={len(typed)}; _tiekartta"

    ran = subprocess.run(
        ["bash", "--norc", "-c", code + '; printf "%s\\n" "${COMPREPLY[@]}"'],
        cwd=folder.folder,
        capture_output=True,
        text=True,
        check=True,
    )

    assert set(ran.stdout.split()) == offered
