"""The configuration is checked entry by entry: a wrong one is left out and told of, the others count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exporters.words import LANGUAGES, Words
from tests.tui.session_files import TODAY, committed, running, screen_text
from tui.app import Tiekartta
from tui.commands import COMMANDS
from tui.faults import FAULTS, fault_sentence
from tui.keymap import Fault, clashes
from tui.session import Session
from tui.settings import Settings, place, read_settings, settings_of

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    """Nobody has to write a configuration."""
    assert read_settings({"XDG_CONFIG_HOME": str(tmp_path)}) == Settings()


def test_the_file_is_looked_for_where_the_system_keeps_configurations(tmp_path: Path) -> None:
    """XDG_CONFIG_HOME counts when it is an absolute path; else it is .config at home."""
    home = {"HOME": str(tmp_path)}

    assert place({"XDG_CONFIG_HOME": "/etc/x", **home}).as_posix() == "/etc/x/tiekartta/config.toml"
    assert place({"XDG_CONFIG_HOME": "not/absolute", **home}) == tmp_path / ".config" / "tiekartta" / "config.toml"


def test_what_is_chosen_counts() -> None:
    """Language, theme, mouse and keys are taken over; signs may be written as they are or by their names."""
    text = 'language = "sv"\ntheme = "nord"\nmouse = false\n[keys]\n"walk.done" = "v"\n"schedule.group" = "å, f9"\n'

    settings = settings_of(text)

    assert settings == Settings("sv", "nord", mouse=False, keymap={"walk.done": "v", "schedule.group": "å,f9"})


def test_the_forms_of_minutes_are_chosen() -> None:
    """Beside the Markdown, which is always written."""
    settings = settings_of('minutes = ["html", "docx"]\ntemplate = "~/pohja.dotx"\n')

    assert (settings.minutes, settings.template, settings.faults) == (("html", "docx"), "~/pohja.dotx", ())


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("colour = 1", "unknown-entry"),
        ("mouse = 1", "wrong-kind"),
        ('language = "xx"', "unknown-language"),
        ('minutes = ["html", "pdf"]', "unknown-form"),
        ('minutes = "html"', "wrong-kind"),
        ("template = 1", "wrong-kind"),
        ('keys = { "walk.nothing" = "v" }', "unknown-command"),
        ('keys = { "walk.done" = 1 }', "wrong-kind"),
        ('keys = { "walk.done" = "" }', "wrong-kind"),
        ('keys = { "walk.done" = "F2" }', "upper-case"),
        ('keys = { "walk.done" = "ctrl+" }', "unknown-key"),
        ('keys = { "walk.done" = "nothing" }', "unknown-key"),
        ('keys = { "walk.done" = "@" }', "altgr"),
        ('keys = { "walk.done" = "left_square_bracket" }', "altgr"),
        ('keys = { "walk.done" = "ctrl+m" }', "reserved"),
        ('keys = { "walk.done" = "2" }', "clash"),
        ('keys = { "undo" = "k" }', "clash"),
        ("keys = [", "not-toml"),
    ],
)
def test_a_wrong_entry_is_told_of_and_left_out(entry: str, code: str) -> None:
    """Unknown names, keys that no keyboard gives, keys that are taken: each has its own sentence."""
    settings = settings_of(entry)

    assert [fault.code for fault in settings.faults] == [code]
    assert settings.keymap == {}


def test_keys_can_be_exchanged() -> None:
    """Two commands may take each other's keys."""
    settings = settings_of('[keys]\n"walk.done" = "2"\n"walk.continues" = "1"\n')

    assert settings.faults == ()
    assert settings.keymap == {"walk.done": "2", "walk.continues": "1"}


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    """A configuration that is no text leaves everything at its default and says so."""
    path = place({"XDG_CONFIG_HOME": str(tmp_path)})
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")

    assert [fault.code for fault in read_settings({"XDG_CONFIG_HOME": str(tmp_path)}).faults] == ["unreadable"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_is_a_sentence(code: str, language: str) -> None:
    """Whatever is wrong is said with what it is about, and no placeholder is left."""
    said = fault_sentence(Fault(code, "walk.done", "F2", "walk.park"), Words(language))

    assert "{" not in said
    assert "walk.done" in said


def test_no_screen_gives_a_key_twice() -> None:
    """In the table as it is shipped no two commands of a screen share a key."""
    assert [(one.id, key, other.id) for one in COMMANDS for key, other in clashes(one, {})] == []


async def test_a_remapped_key_acts_and_is_told(repository: Path) -> None:
    """The new key does it, the old one does not, and key bar and help name the new one."""
    session = Session.open(committed(repository), today=TODAY)
    app = Tiekartta(session, Words("fi"), settings=settings_of('[keys]\n"go.maturity" = "z"\n'))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k")
        before, told = app.screen.__class__.__name__, screen_text(pilot)
        await pilot.press("z")
        await pilot.pause()

        assert before == "Schedule"
        assert "z Kypsyys" in told
        assert app.screen.__class__.__name__ == "MaturityScreen"


async def test_wrong_entries_are_shown(repository: Path) -> None:
    """The first wrong entry is said at the start; all of them stand among the problems, a wrong theme, too."""
    session = Session.open(committed(repository), today=TODAY)
    app = Tiekartta(session, Words("fi"), settings=settings_of('theme = "nope"\nfoo = 1\n'))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        start = screen_text(pilot)
        await pilot.press("o")
        await pilot.pause()

        assert "foo" in start
        assert app.theme == "tiekartta-dark"
        assert all(word in screen_text(pilot) for word in ("foo", "nope"))


async def test_the_smallest_run_has_no_faults(repository: Path) -> None:
    """With the default settings nothing is said about them."""
    async with running(Session.open(committed(repository), today=TODAY)) as pilot:
        assert "Asetuk" not in screen_text(pilot)
