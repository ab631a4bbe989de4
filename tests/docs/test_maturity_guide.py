"""The second guide, about maturity, indicators and documents, tells the truth, and the same in three languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from exporters.words import LANGUAGES, Words
from model.halfyear import HalfYear
from model.records import Measure
from tests.docs.test_guide import KEY, ROW, keys
from tui import guide as guides
from tui.cli.parser import parsed
from tui.cli.table import verb_named
from tui.commands import COMMANDS
from tui.keys import written
from tui.meeting_commands import label

DOCS = Path(__file__).parents[2] / "docs"
CODE = re.compile(r"`(tiekartta [^`]+)`")
SHORT = re.compile(r"`([^`]+)`")
PICTURE = re.compile(r"^!\[([^\]]+)\]\(([^)]+)\)$", re.MULTILINE)
TYPING = {"Tab", "Ctrl+S"}
"""Keys of the sheet on which a round is typed, which are no commands."""
PILOT = Measure(id="T1", title="Pilotti", kind="pilot", start=HalfYear("2026H1"), end=HalfYear("2026H2"))


def guide(language: str) -> str:
    """Return the guide in a language."""
    return guides.guide(language, "maturity")


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
def test_each_key_is_called_as_on_the_screen(language: str) -> None:
    """A row of a table names a key and what the key bar calls it, for a pilot where it is about pilots."""
    words = Words(language)
    known = {
        (written(key), words.t(name))
        for row in COMMANDS
        for key in row.keys.split(",")
        for name in (row.label, label(row, PILOT))
    }

    assert [row for row in ROW.findall(guide(language)) if row not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_in_the_text_exists(language: str) -> None:
    """What looks like a key in the running text is one of the program's."""
    assert {code for code in SHORT.findall(guide(language)) if KEY.fullmatch(code)} - keys() - TYPING == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_picture_is_of_the_language_and_has_words(language: str) -> None:
    """Who does not see the picture reads what is on it."""
    (said, path) = PICTURE.findall(guide(language))[0]

    assert path == f"images/{language}/maturity.svg"
    assert (DOCS / path).is_file()
    assert len(said.split()) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_tell_the_same(language: str) -> None:
    """The same verbs and keys in the same order, under as many headings."""
    text, finnish = guide(language), guide("fi")

    assert [line[0] for line in commands(language)] == [line[0] for line in commands("fi")]
    assert [key for key, _ in ROW.findall(text)] == [key for key, _ in ROW.findall(finnish)]
    assert text.count("\n## ") == finnish.count("\n## ") >= 2
