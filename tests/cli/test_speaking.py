"""How the command line speaks: help in the person's language, one sentence for a slip, exit status 2."""

from __future__ import annotations

import argparse
import ast
import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exporters.words import LANGUAGES, Words
from tui.cli.parser import PHRASES
from tui.cli.table import VERBS
from tui.guide import guide
from tui.main import main

if TYPE_CHECKING:
    from tests.cli.town import Town

NAMES = [verb.name for verb in VERBS]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_has_help(folder: Town, name: str, language: str) -> None:
    """`--help` of any verb, before or after its other words, tells its arguments and changes nothing."""
    verb = next(verb for verb in VERBS if verb.name == name)

    ran = folder.types("--lang", language, name, "--help")

    assert (ran.status, ran.err) == (0, "")
    assert Words(language).t(verb.help).split()[0] in ran.out
    for argument in verb.arguments:
        assert not argument.is_option or argument.names[0] in ran.out


def test_help_is_finnish_throughout(folder: Town) -> None:
    """Nothing of argparse's own English is left."""
    ran = folder.types("--lang", "fi", "move", "--help")

    assert ran.out.startswith("käyttö: tiekartta move")
    assert not any(word in ran.out for word in ("usage", "options", "positional", "show this"))


def test_the_overview_names_every_verb(folder: Town) -> None:
    """`tiekartta --help` has a line for each verb, the options and what the exit status means."""
    ran = folder.types("--help")

    assert ran.status == 0
    everyday = [verb.name for verb in VERBS if not verb.hidden]
    assert [name for name in everyday if f"\n  {name} " not in ran.out] == []
    for number in range(3):
        assert f"\n  {number}: " in ran.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_printed(folder: Town, language: str) -> None:
    """`tiekartta guide` prints what F3 shows, in the person's language, without a roadmap; the second one, too."""
    ran = folder.types("--lang", language, "guide")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out == guide(language)
    assert folder.types("--lang", language, "guide", "maturity").out == guide(language, "maturity")


def test_the_version_is_told(folder: Town) -> None:
    """`--version` names the program."""
    assert folder.types("--version").out.startswith("tiekartta")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("done",), "TUNNUS"),
        (("move", "T01"), "PUOLIVUOSI"),
        (("meeting",), "start|show|attend|close"),
        (("meeting", "stop"), "'stop'"),
        (("list", "--status", "myöhässä"), "'myöhässä'"),
        (("list", "--owner"), "--owner"),
        (("show", "--kaikki"), "--kaikki"),
        (("show", "T01", "T02"), "T02"),
        (("list", "--late=kyllä"), "kyllä"),
        (("shwo",), "tarkoititko show"),
        (("abrakadabra",), "abrakadabra"),
        (("--kaikki",), "--kaikki"),
        (("-f",), "-f"),
        (("--lang", "de", "show"), "fi, sv, en"),
        (("--today", "31.2.2026", "show"), "31.2.2026"),
        (("add", "measure", "--title", "x"), "--start, --end"),
        (("completion", "tcsh"), "KOMENTOTULKKI: 'tcsh'"),
    ],
)
def test_a_slip_is_told_in_two_lines(folder: Town, words: tuple[str, ...], said: str) -> None:
    """What is wrong, in Finnish, and where help is; exit status 2; nothing is done."""
    ran = folder.types(*words)

    assert (ran.status, ran.out) == (2, "")
    wrong, helps = ran.err.splitlines()
    assert said in wrong
    assert helps.startswith("Ohje: tiekartta ")
    assert not any(word in ran.err for word in ("argument", "invalid", "error", "required", "expected", "unrecognized"))


def test_argparse_can_be_understood(folder: Town) -> None:
    """Each phrase of argparse that the catalogue has is one that argparse still says, here or in another version."""
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_" and isinstance(node.args[0], ast.Constant)
    }
    del folder

    assert len(said & set(PHRASES)) >= len(PHRASES) - 2


def test_the_surroundings_are_left_as_they_were(folder: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speaking through argparse leaves neither a language nor a catalogue behind."""
    monkeypatch.setenv("LANGUAGE", "xx")

    folder.types("--lang", "fi", "done")

    assert (os.environ["LANGUAGE"], gettext.textdomain()) == ("xx", "messages")


@pytest.mark.parametrize(
    ("environ", "languages"),
    [
        ({"LANG": "C.UTF-8"}, ("sv", "sv")),
        ({"LANG": "POSIX"}, ("en", "en")),
        ({"LANG": ""}, ("fi", "fi")),
        ({"LANG": "de_DE.UTF-8"}, ("fi", "fi")),
        ({"LANG": "sv_FI.UTF-8"}, ("fi", "sv")),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "C"}, ("en", "en")),
        ({"LANG": "fi_FI.UTF-8", "LANGUAGE": "de:en:sv"}, ("fi", "en")),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fi_FI.UTF-8"}, ("sv", "fi")),
    ],
)
def test_the_language_follows_the_locale_then_the_roadmap(
    folder: Town, monkeypatch: pytest.MonkeyPatch, *, environ: dict[str, str], languages: tuple[str, str]
) -> None:
    """A locale that we speak decides; C, POSIX and other languages leave it to the roadmap."""
    declared, expected = languages
    folder.roadmap.write_text(folder.text.replace("[roadmap]", f'[roadmap]\nlanguage = "{declared}"'), encoding="utf-8")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    assert folder.types("show").out == folder.types("--lang", expected, "show").out


def test_the_configuration_goes_before_the_locale(
    folder: Town, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person has chosen for the screen holds for the command line, too; `--lang` goes before it."""
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    config = surroundings / ".config" / "tiekartta" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('language = "en"\n', encoding="utf-8")

    assert folder.types("show").out == folder.types("--lang", "en", "show").out
    assert "syksy 2026" in folder.types("--lang", "fi", "show").out


def test_text_from_the_file_is_made_safe(folder: Town) -> None:
    """What people typed never reaches the terminal as an escape sequence."""
    folder.roadmap.write_text(folder.text.replace("Avoin data", "Avoin \\u001b[31m\\u202edata"), encoding="utf-8")

    for words in (("show",), ("list",), ("show", "T03"), ("start", "T03"), ("history",)):
        ran = folder.types(*words)
        assert not any(char in ran.out + ran.err for char in "\x1b\u202e")


def test_what_was_typed_is_made_safe(folder: Town) -> None:
    """Neither does what was typed."""
    for words in (("show", "\x1b[31mx"), ("\x1b[31m",), ("list", "--\x1b[31m"), ("-f", "\x1b[31m.toml", "show")):
        ran = folder.types(*words)
        assert ran.status in {1, 2}
        assert "\x1b" not in ran.out + ran.err


def test_main_takes_the_processs_own_words(folder: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments it reads those of the process."""
    monkeypatch.setattr("sys.argv", ["tiekartta", "list", "--late", "--today", "2026-11-24"])
    folder.capsys.readouterr()

    assert main() == 0
    assert folder.capsys.readouterr().out.startswith("T01")
