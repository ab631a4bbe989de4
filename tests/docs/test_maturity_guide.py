"""The second guide, about maturity, indicators and documents, tells the truth, and the same in three languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from exporters.words import LANGUAGES, Words
from tui.cli.parser import parsed
from tui.cli.table import verb_named

DOCS = Path(__file__).parents[2] / "docs"
CODE = re.compile(r"`(tiekartta [^`]+)`")


def guide(language: str) -> str:
    """Return the guide in a language."""
    name = "kypsyys.md" if language == "fi" else f"kypsyys.{language}.md"
    return (DOCS / name).read_text(encoding="utf-8")


def commands(language: str) -> list[list[str]]:
    """Return the command lines of the guide without the program's name."""
    return [shlex.split(code)[1:] for code in CODE.findall(guide(language))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_can_be_given(language: str) -> None:
    """A command line of the guide is understood as it stands."""
    for name, *rest in commands(language):
        verb = verb_named(name)
        assert verb is not None
        parsed(verb, rest, Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_tell_the_same(language: str) -> None:
    """The same verbs in the same order, under as many headings."""
    assert [line[0] for line in commands(language)] == [line[0] for line in commands("fi")]
    assert guide(language).count("\n## ") == guide("fi").count("\n## ") >= 2
