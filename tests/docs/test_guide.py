"""The user's guide tells the truth: each key it names exists and is called so, each command can be given."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from exporters.words import LANGUAGES, Words
from tui import seatlines
from tui.cli.parser import parsed
from tui.cli.table import verb_named
from tui.commands import COMMANDS
from tui.guide import GUIDES, NAMES, guide
from tui.keys import written

ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
KEY = re.compile(r".|Enter|Esc|Tab|Del|F\d+|(Ctrl|Shift)\+.")
PICTURE = re.compile(r"^!\[([^\]]+)\]\(([^)]+)\)$", re.MULTILINE)
SEATS = {
    "l": "Present",
    "e": "Remotely",
    "p": "Absent",
    "j": "Conflict of interest",
    "v": "Deputy…",
    "a": "Expert heard",
}
"""Keys of the attendance list, which are those of a question and have no row in the table of commands."""
MOST_WORDS, MOST_PICTURES = 1750, 3
"""So much fits on five printed pages."""


def keys() -> set[str]:
    """Return every key that the program knows, as it is written."""
    return {written(key) for command in COMMANDS for key in command.keys.split(",")} | set(SEATS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_is_called_as_on_the_screen(language: str) -> None:
    """A row of a table names a key and what the key bar calls it."""
    words = Words(language)
    known = {(written(key), words.t(row.label)) for row in COMMANDS for key in row.keys.split(",")}
    known |= {(key, words.t(label)) for key, label in SEATS.items()}

    rows = ROW.findall(guide(language))

    assert rows
    assert [row for row in rows if row not in known] == []


def test_the_keys_of_the_attendance_list_are_its_own() -> None:
    """They are read off the module that lays the list out."""
    source = Path(seatlines.__file__).read_text(encoding="utf-8")

    assert [key for key, label in SEATS.items() if not re.search(rf'Key\("{key}", .*"{label}"', source)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_in_the_text_exists(language: str) -> None:
    """What looks like a key in the running text is one of the program's."""
    assert {code for code in CODE.findall(guide(language)) if KEY.fullmatch(code)} - keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_can_be_given(language: str) -> None:
    """A command line of the guide is understood as it stands."""
    lines = [shlex.split(code)[1:] for code in CODE.findall(guide(language)) if code.startswith("tiekartta ")]

    assert len(lines) > 4
    for name, *rest in lines:
        verb = verb_named(name)
        assert verb is not None
        parsed(verb, rest, Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_tell_the_same(language: str) -> None:
    """The same keys in the same order, as many headings and pictures, and the state as the screen says it."""
    text, finnish = guide(language), guide("fi")
    words = Words(language)

    assert [key for key, _ in ROW.findall(text)] == [key for key, _ in ROW.findall(finnish)]
    assert text.count("\n## ") == finnish.count("\n## ") >= 5
    assert len(PICTURE.findall(text)) == len(PICTURE.findall(finnish))
    assert f"| {words.t('NOT SAVED')} |" in text
    assert f"| {words.t('saved · NOT RECORDED')} |" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_fits_on_five_pages(language: str) -> None:
    """It is read before a meeting: so many words and pictures take at most five printed pages."""
    text = guide(language)

    assert len(text.split()) <= MOST_WORDS
    assert 0 < len(PICTURE.findall(text)) <= MOST_PICTURES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_is_of_the_language_and_has_words(language: str) -> None:
    """Who does not see a picture reads what is on it."""
    docs = Path(__file__).parents[2] / "docs"

    for words, path in PICTURE.findall(guide(language)):
        assert path.startswith(f"images/{language}/")
        assert (docs / path).is_file()
        assert len(words.split()) > 1


def test_the_help_names_the_guides_of_each_language() -> None:
    """There is one file for each guide and language, in docs."""
    assert [set(names) for names in NAMES.values()] == [set(LANGUAGES)] * len(GUIDES)
