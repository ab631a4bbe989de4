"""Whoever reads the screen reads one language: no English word is left on a Finnish or a Swedish screen.

All screens are visited and each of their keys is pressed once, with the questions that follow. An English word is one
that stands in a key of the catalogue and in none of its translations, nor in the roadmap itself.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs.catalogues import template, translations
from exporters.minutes import minutes_name
from exporters.words import Words
from tests.tui.meeting_files import SAMPLE, session_of
from tests.tui.session_files import NINE, SMALL, TODAY, committed, git, screen_text, settled
from tui import screens
from tui.app import Tiekartta, screen_named
from tui.commands import COMMANDS, EVERYWHERE
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tui.screens.base import RoadmapScreen


WORD = re.compile(r"[^\W\d_]{3,}")
FIELD = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sr]|[\w./-]+\.(?:md|html|toml)\b|(?<!\S)/\S+")
SAME = {
    "enter",
    "esc",
    "tab",
    "ctrl",
    "page",
    "down",
    "markdown",
    "git",
    "init",
    "check",
    "minutes",
    "roadmap",
    "toml",
    "tiekartta",
}
"""Names of keys, commands, files and programs, which are the same in every language."""
OPENED = {"schedule": (), "measure": ("T30",)}
"""Screens that need to be told what they are about, or stand there from the start."""
FROM_ANOTHER = {
    "attendance",
    "big",
    "closing",
    "decision",
    "deeds",
    "guide",
    "handout",
    "indicator",
    "palette",
    "paragraph",
    "viewpoint",
}
"""Screens that a key of another one opens, what they share, and the guide, whose words are no catalogue's."""
LEAVING = {"quit", "back", "guide", "help.guide"}
DEEP = 3
"""So many questions are answered with Enter behind a key."""
PARTS = 3
"""In so many parts the screens are visited, which the processes of a test run share."""


def modules() -> set[str]:
    """Return the names of all screens."""
    folder = Path(screens.__file__).parent
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return {name for name in names if hasattr(import_module(f"tui.screens.{name}"), "SCREEN")}


def words_of(text: object) -> set[str]:
    """Return the words of a text, or of all texts in a TOML value."""
    if isinstance(text, dict):
        return set().union(*map(words_of, text.values()))
    if isinstance(text, list | tuple):
        return set().union(*map(words_of, text))
    return {found.casefold() for found in WORD.findall(FIELD.sub(" ", text))} if isinstance(text, str) else set()


@cache
def english(language: str) -> set[str]:
    """Return the words that nobody reading a language should meet."""
    keys = set().union(*(words_of(message.id) for message in template() if message.id))
    said = set().union(*(words_of(message.string) for message in translations(language) if message.id))
    own = words_of(tomllib.loads(SAMPLE.read_text(encoding="utf-8")))
    minutes = set().union(*(words_of(message.string) for message in translations("fi") if message.id))
    return keys - said - own - minutes - SAME


async def visited(pilot: Pilot[None], part: int) -> AsyncIterator[tuple[str, str]]:
    """Yield every screen of a part, and what follows each of its keys, with its text."""
    app = pilot.app
    assert isinstance(app, Tiekartta)
    for name in ["schedule", *sorted(modules() - FROM_ANOTHER - {"schedule"})][part::PARTS]:
        screen = screen_named(name, *OPENED.get(name, ()))
        await app.push_screen(screen)
        await pilot.pause()
        yield name, screen_text(pilot)
        rows = [row for row in COMMANDS if name in row.screens or (row.screens == EVERYWHERE and name == "schedule")]
        for row in rows:
            if row.id in LEAVING or row.id.startswith("go.") or not row.when(app.session):
                continue
            await pilot.press(row.keys.split(",")[0])
            await pilot.pause()
            for depth in range(DEEP):
                yield f"{name} {row.id} {depth}", screen_text(pilot)
                if not app.screen.is_modal:
                    break
                await pilot.press("enter")
                await pilot.pause()
            await returned(pilot, screen)
        app.pop_screen()


async def returned(pilot: Pilot[None], screen: RoadmapScreen) -> None:
    """Leave what a key has opened, and come back to a screen."""
    while pilot.app.screen is not screen and screen in pilot.app.screen_stack:
        if pilot.app.screen.is_modal:
            pilot.app.screen.dismiss(None)
        else:
            pilot.app.pop_screen()
        await pilot.pause()
    if screen not in pilot.app.screen_stack:
        await pilot.app.push_screen(screen)
        await pilot.pause()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["fi", "sv"])
async def test_no_english_is_left_on_the_screen(repository: Path, language: str, part: int) -> None:
    """Wherever one goes and whichever key one presses, the words are those of one's own language."""
    session = session_of(repository)
    foreign = english(language)
    found: dict[str, list[str]] = {}
    app = Tiekartta(session, Words(language), settings=Settings(language=language))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        async for place, text in visited(pilot, part):
            if lines := [line.strip() for line in text.splitlines() if words_of(line) & foreign]:
                found[place] = lines
    session.close()

    assert found == {}


@pytest.mark.parametrize(("own", "person"), [("fi", "sv"), ("sv", "fi"), ("en", "fi")])
async def test_the_roadmap_speaks_its_language_and_the_screen_the_persons(
    repository: Path, own: str, person: str
) -> None:
    """Minutes, their file's name and the commits are in the roadmap's language; keys and notices in the reader's."""
    path = committed(repository, SMALL.replace('language = "fi"', f'language = "{own}"'))
    session = Session.open(path, today=TODAY, clock=lambda: NINE)
    mine, theirs = Words(own), Words(person)
    app = Tiekartta(session, theirs, settings=Settings(language=person))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "enter")
        await settled(pilot)
        await pilot.press("1", *"x", "enter")
        await settled(pilot)
        notice = screen_text(pilot)
        await pilot.press("m", "enter")
        await settled(pilot)
        shown = screen_text(pilot)
    session.close()

    (written,) = (repository / "minutes").iterdir()
    assert written.name == minutes_name(session.roadmap.meetings[-1], mine)
    assert mine.t("Opening of the meeting") in written.read_text(encoding="utf-8")
    assert mine.t("Opening of the meeting") in shown
    assert theirs.t("Write the file") in shown
    assert mine.t("marked done") in git(repository, "log", "--format=%s")
    assert theirs.t("marked done") not in git(repository, "log", "--format=%s")
    assert theirs.t("Undo") in notice


async def test_a_reason_that_is_offered_is_written_in_the_roadmaps_language(repository: Path) -> None:
    """Whoever reads Swedish chooses the words that the Finnish minutes will have."""
    session = session_of(repository)
    app = Tiekartta(session, Words("sv"), settings=Settings(language="sv"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        await settled(pilot)
        await pilot.press("3", "1", "1")
        await settled(pilot)
    session.close()

    assert session.roadmap.measure("T07").moves[-1].reason == Words("fi").t("resources")
