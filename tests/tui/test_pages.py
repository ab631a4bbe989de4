"""Help, palette and problems: all of them read tables, and none of them knows a key or a fault of its own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from exporters.words import Words
from model.file.reading import read
from tests.tui.session_files import SMALL, committed, opened, running, screen_text
from tui.app import Tiekartta
from tui.commands import COMMANDS, commands_of
from tui.keys import written
from tui.screens.help import Help
from tui.settings import Settings
from tui.unopened import Unopened

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.command import Command

FI = Words("fi")


@pytest.mark.parametrize(
    "name",
    ["schedule", "maturity", "meeting", "minutes", "history", "problems", "walk", "measure", "register", "catchup"],
)
async def test_help_tells_every_key_of_its_screen(repository: Path, name: str) -> None:
    """The page has each command of the screen and each of everywhere, with its sentence in the person's language."""
    async with running(opened(repository), size=(160, 60)) as pilot:
        await pilot.app.push_screen(Help(name))
        await pilot.pause()

        text = screen_text(pilot)

    assert [command.id for command in commands_of(name) if FI.t(command.help) not in text] == []


async def test_help_is_about_the_screen_in_front(repository: Path) -> None:
    """`?` on the maturity view tells how to rescore, and Esc comes back to it."""
    async with running(opened(repository)) as pilot:
        await pilot.press("k", "question_mark")
        await pilot.pause()
        text = screen_text(pilot)
        await pilot.press("escape")
        await pilot.pause()

        assert FI.t("Give the viewpoint a new level: a digit, or 3,4.") in text
        assert "Kypsyys" in screen_text(pilot).splitlines()[0]


async def test_help_tells_signs_and_keys_without_a_row(repository: Path) -> None:
    """The signs of the screen from which help was asked, the space bar's sign, and the arrows."""
    async with running(opened(repository), size=(160, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        schedule = screen_text(pilot)
        await pilot.press("escape", "k", "question_mark")
        await pilot.pause()
        maturity = screen_text(pilot)

    assert [sign for sign in ("╌╌", "━━", "▷", "·", "↑ ↓") if f"\n  {sign} " not in schedule] == []
    assert "Välilyönti." in schedule
    assert "★           kehittämisen kärki" in maturity
    assert "╌╌" not in maturity


async def test_q_closes_what_is_only_read(repository: Path) -> None:
    """The letter that ends the program elsewhere closes the guide and the help; Ctrl+Q ends it everywhere."""
    async with running(opened(repository)) as pilot:
        await pilot.press("question_mark", "enter")
        await pilot.pause()
        guide = screen_text(pilot)
        await pilot.press("q", "q")
        await pilot.pause()

        assert guide.splitlines()[0].strip() == "Käyttöohje"
        assert pilot.app.screen.NAME == "schedule"  # type: ignore[attr-defined]  # a screen of ours
        assert pilot.app.is_running

        await pilot.press("f3", "ctrl+q")
    assert not pilot.app.is_running


async def test_the_second_guide_is_a_key_away(repository: Path) -> None:
    """F3 opens the guide to the screen in front, and `v` the other one."""
    async with running(opened(repository)) as pilot:
        await pilot.press("k", "f3")
        await pilot.pause()
        second = screen_text(pilot)
        await pilot.press("v")
        await pilot.pause()

        assert "Kypsyys ja mittarit" in second
        assert "Tiekartan käyttöohje" in screen_text(pilot)


async def test_the_palette_finds_a_command_by_its_name(repository: Path) -> None:
    """Two letters of its name and Enter carry a command out."""
    async with running(opened(repository)) as pilot:
        await pilot.press("ctrl+p", *"kyps")
        offered = screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()

        assert "Siirry näkökulmien tasoihin." in offered
        assert "Kypsyys" in screen_text(pilot).splitlines()[0]


@pytest.mark.parametrize(("word", "name"), [("teema", "Värit"), ("tehtävä", "Uusi toimenpide")])
async def test_the_palette_knows_other_words(repository: Path, word: str, name: str) -> None:
    """A command is found by what people call it, too, not only by what it is called here."""
    async with running(opened(repository)) as pilot:
        await pilot.press("ctrl+p", *word)

        assert name in screen_text(pilot)


async def test_the_palette_says_when_there_is_no_such_command(repository: Path) -> None:
    """Nothing found is said in words; Enter then does nothing, Esc leaves."""
    async with running(opened(repository)) as pilot:
        await pilot.press("ctrl+p", *"xyzzy")
        nothing = screen_text(pilot)
        await pilot.press("enter", "ctrl+p", "escape")
        await pilot.pause()

        assert FI.t("There is no such command.") in nothing
        assert "MYÖHÄSSÄ" in screen_text(pilot)


def screen_class(name: str) -> type:
    """Return the class of a screen, which its module has under whatever name."""
    found = vars(import_module(f"tui.screens.{name}")).values()
    return next(one for one in found if isinstance(one, type) and getattr(one, "NAME", "") == name)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action(command: Command) -> None:
    """No row of the table leads nowhere: each of its screens, or the app, has the action."""
    action = command.action.partition("(")[0]
    places: list[type] = [Tiekartta]
    if not action.startswith("app."):
        places = [screen_class(name) for name in command.screens]

    assert [place for place in places if not hasattr(place, f"action_{action.removeprefix('app.')}")] == []


def test_rows_of_one_action_agree_on_when_it_can_be_used() -> None:
    """On a screen an action is allowed when all its rows are, so two of one name must not wait for different things."""
    whens: dict[tuple[str, str], set[object]] = {}
    for screen in {name for command in COMMANDS for name in command.screens}:
        for command in commands_of(screen):
            whens.setdefault((screen, command.action.removeprefix("app.")), set()).add(command.when)

    assert [place for place, found in whens.items() if len(found) > 1] == []


async def test_a_roadmap_without_problems_says_so(repository: Path) -> None:
    """An empty page would leave doubt."""
    async with running(opened(repository)) as pilot:
        await pilot.press("o")
        await pilot.pause()

        assert FI.t("Nothing is wrong.") in screen_text(pilot)


async def test_problems_are_told_with_line_and_remedy(repository: Path) -> None:
    """A reference to nothing is named with its line, and reading again after it was put right empties the page."""
    session = opened(repository)
    wrong = SMALL.replace('goals = ["asiointi"]', 'goals = ["puuttuu"]')
    session.path.write_text(wrong, encoding="utf-8")
    line = wrong.splitlines().index('goals = ["puuttuu"]') + 1
    async with running(session) as pilot:
        await pilot.press("o", "r")
        await pilot.pause()
        told = screen_text(pilot)
        session.path.write_text(SMALL, encoding="utf-8")
        await pilot.press("r")
        await pilot.pause()

        assert f"Rivi {line}, T01, goals" in told
        assert FI.t("Nothing is wrong.") in screen_text(pilot)


async def test_a_file_that_gives_no_roadmap_gets_a_screen(tmp_path: Path) -> None:
    """The file's name, what is wrong with it and where stand on the screen; once it can be read the app goes on."""
    path = tmp_path / "roadmap.toml"
    path.write_text("schema = 1\nx = [\n", encoding="utf-8")
    app = Unopened(path, read(path).problems, FI, settings=Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = shown(pilot)
        await pilot.press("r")
        await pilot.pause()
        still = app.is_running
        path.write_text(SMALL, encoding="utf-8")
        await pilot.press("r")
        await pilot.pause()

    assert path.name in "".join(first.split())
    assert "Rivi 2" in first
    assert still
    assert app.return_value is True


async def test_it_can_be_left(repository: Path) -> None:
    """Q leaves without a roadmap; nothing was written."""
    path = committed(repository, "[")
    app = Unopened(path, read(path).problems, FI, settings=Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")

    assert app.return_value is None
    assert path.read_text("utf-8") == "["


def shown(pilot: Pilot[bool]) -> str:
    """Return what stands on the screen."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())  # noqa: SLF001 - Textual gives no other way to the text


async def test_going_elsewhere_and_back_leads_to_where_one_was(repository: Path) -> None:
    """Esc from maturity goes to the history from which it was opened, and from there to the schedule."""
    async with running(opened(repository)) as pilot:
        await pilot.press("h")
        await pilot.press("k")
        await pilot.press("escape")
        await pilot.pause()
        assert getattr(pilot.app.screen, "NAME", "") == "history"

        await pilot.press("k", "h")
        await pilot.press("escape")
        await pilot.pause()
        assert getattr(pilot.app.screen, "NAME", "") == "schedule"


def test_every_key_is_written_as_it_stands_on_the_keyboard() -> None:
    """No name of Textual's such as `exclamation_mark` meets a person."""
    shown = {written(key) for command in COMMANDS for key in command.keys.split(",")}

    assert not [key for key in shown if "_" in key]
