"""What a person, a terminal or a fault of our own does to the app, it leaves the roadmap and the screen whole."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from tests.tui.session_files import committed, opened, running, screen_text
from tui.crash import crash_file
from tui.screens.palette import Palette

if TYPE_CHECKING:
    from textual.pilot import Pilot

HIDDEN = "Salainen hanke"
FAILING = """
import sys
from datetime import date, time
from pathlib import Path
from tui.screens.schedule import Schedule
import tui.launch
def fail(self):
    secret = self.roadmap.measures[0].title
    raise ValueError(secret)
Schedule.show = fail
sys.exit(tui.launch.run_app(Path(sys.argv[1]), today=date(2026, 11, 22), clock=lambda: time(9)))
"""
STARTING = """
import asyncio, sys
from datetime import date
from pathlib import Path
from exporters.words import Words
from tui.app import Tiekartta
from tui.session import Session
from tui.settings import Settings
Tiekartta.recall = lambda self: None
async def main():
    session = Session.open(Path(sys.argv[1]), today=date(2026, 11, 22))
    async with Tiekartta(session, Words("fi"), settings=Settings()).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(*sys.modules)
asyncio.run(main())
"""


def at_start(pilot: Pilot[None]) -> str:
    """Return the first word of the screen."""
    return screen_text(pilot).split()[0]


async def test_ctrl_c_says_how_to_leave(repository: Path) -> None:
    """Ctrl+C copies in other programs, so it does not leave but says in the person's language what does."""
    async with running(opened(repository)) as pilot:
        await pilot.press("ctrl+c")

        assert pilot.app.is_running
        assert [note.message for note in pilot.app._notifications] == ["Ctrl+C ei sulje ohjelmaa; paina Ctrl+Q."]  # noqa: SLF001 - notifications are not drawn in tests


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_keys_leave(repository: Path, key: str) -> None:
    """Q and Ctrl+Q leave; whatever was decided is in the file already."""
    async with running(opened(repository)) as pilot:
        await pilot.press(key)
        await pilot.pause()

        assert not pilot.app.is_running
        assert pilot.app.return_code == 0


async def test_a_paste_outside_a_field_does_nothing(repository: Path) -> None:
    """Pasted letters would be taken for keys, so they are left out, and the screen says so."""
    session = opened(repository)
    before = session.roadmap
    async with running(session) as pilot:
        pilot.app.post_message(Paste("vq1"))
        await pilot.pause()

        assert pilot.app.is_running
        assert session.roadmap is before
        assert "Liitetty teksti" in screen_text(pilot)


@pytest.mark.parametrize("size", [(20, 5), (49, 24), (80, 11), (1, 1)])
async def test_a_window_that_is_too_small_says_so(repository: Path, size: tuple[int, int]) -> None:
    """Below 50×12 nothing useful can be shown; the program says so and goes on when the window grows."""
    async with running(opened(repository), size=size) as pilot:
        small = screen_text(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert "Ikkuna".startswith(small.split("\n")[0][:6].strip())
        assert "Ikkuna" not in screen_text(pilot)
        assert "Digitiekartta" in screen_text(pilot)


async def test_every_size_is_survived(repository: Path) -> None:
    """Shrinking to a single cell and growing to a wall breaks nothing."""
    async with running(opened(repository)) as pilot:
        for size in ((1, 1), (5, 2), (400, 200), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()

        assert at_start(pilot) == "Digitiekartta"


def test_a_fault_is_told_in_a_sentence(repository: Path) -> None:
    """A fault of our own ends the program with one sentence and a file for its owner, without the roadmap's text."""
    path = committed(repository)
    path.write_text(path.read_text("utf-8").replace("Verkkomaksaminen", HIDDEN), encoding="utf-8")
    folder = repository / "crashes"
    folder.mkdir()
    environ = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"}

    ended = subprocess.run(
        [sys.executable, "-c", FAILING, str(path)], capture_output=True, check=False, env=environ, timeout=60
    )

    told = ended.stderr.decode("utf-8", "replace")
    (kept,) = folder.iterdir()
    assert ended.returncode == 1
    assert "tallessa" in told
    assert HIDDEN not in told
    assert HIDDEN not in kept.read_text("utf-8")
    assert "ValueError" in kept.read_text("utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_crash_file_names_causes_without_their_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file names each error and its places in the code, the cause first, and nothing that they say."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    try:
        try:
            int(HIDDEN)
        except ValueError as error:
            raise KeyError(HIDDEN) from error
    except KeyError as error:
        kept = crash_file(error).read_text("utf-8")
    else:
        pytest.fail("nothing was raised")

    assert kept.index("ValueError") < kept.index("KeyError")
    assert Path(__file__).name in kept
    assert HIDDEN not in kept


def test_the_first_screen_loads_no_more_than_it_shows(repository: Path) -> None:
    """What the start need not wait for is not imported: no git library, no text fields, no Markdown, no network."""
    path = committed(repository)
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    printed = subprocess.run(
        [sys.executable, "-c", STARTING, str(path)], capture_output=True, check=True, env=environ, text=True, timeout=60
    ).stdout

    loaded = set(printed.split())
    assert "tui.screens.schedule" in loaded
    needless = {
        "git",
        "tomli_w",
        "markdown_it",
        "textual.widgets._markdown",
        "textual.widgets._footer",
        "urllib.request",
    }
    assert loaded & needless == set()
    assert {name for name in loaded if name.startswith(("tui.screens.", "tui.prompts."))} == {
        "tui.screens.base",
        "tui.screens.deeds",
        "tui.screens.schedule",
    }


async def test_what_is_typed_right_behind_the_key_of_the_palette_is_its_text(repository: Path) -> None:
    """A quick hand's letters look for a command; none of them is one."""
    async with running(opened(repository)) as pilot:
        pilot.app.post_message(Key("ctrl+p", None))
        for char in "valmis":
            pilot.app.post_message(Key(char, char))
        for _ in range(50):
            if isinstance(pilot.app.screen, Palette) and pilot.app.screen.query_one(Input).value == "valmis":
                break
            await pilot.pause()

        assert isinstance(pilot.app.screen, Palette)
        assert pilot.app.screen.query_one(Input).value == "valmis"
