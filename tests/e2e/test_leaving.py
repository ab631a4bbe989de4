"""However the program is left, the terminal is put right, and file and repository are whole."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read
from tests.e2e.autumn import BEGIN, WALK

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
"""The alternate screen left, the cursor shown, mouse and marked pastes off."""


@pytest.mark.parametrize("way", ["q", "Ctrl+Q", "SIGTERM", "SIGHUP", "SIGINT"])
def test_the_terminal_is_put_right(town: Town, way: str) -> None:
    """Keys and signals end the program in good order: no traceback, no left-over, the decision just made in git."""
    terminal = _decided(town)

    if way.startswith("SIG"):
        terminal.kill(getattr(signal, way))
    else:
        terminal.press(way)

    terminal.ended()
    assert all(code in terminal.raw for code in RESTORED), way
    assert b"Traceback" not in terminal.raw
    _nothing_is_lost(town)


def test_ctrl_c_says_how_to_leave(town: Town) -> None:
    """Ctrl+C copies in many terminals, so it does not end the program but says what does."""
    terminal = _decided(town)

    terminal.press("Ctrl+C")

    terminal.see(r"Ctrl\+Q")
    terminal.press("Ctrl+Q")
    assert terminal.ended() == 0
    _nothing_is_lost(town)


def test_a_closed_window_loses_nothing(town: Town) -> None:
    """When the terminal itself goes away the program ends, and what was decided is in file and git."""
    terminal = _decided(town)

    terminal.hang_up()

    terminal.ended()
    _nothing_is_lost(town)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_in_the_middle_of_a_question_takes_only_the_question(town: Town, name: str) -> None:
    """A half-typed answer was not given: the file is as it was, byte for byte."""
    terminal = _decided(town)
    before = town.text
    terminal.press("2")
    terminal.see(r"T19 jatkuu\. Huomio")
    terminal.type("puoli laus")

    terminal.kill(getattr(signal, name))

    terminal.ended()
    assert town.text == before
    _nothing_is_lost(town)


def test_leaving_while_git_works_waits_for_it(town: Town) -> None:
    """A slow hook delays the end of the program, not the commit: what was decided is recorded on the way out."""
    town.hook("pre-commit", "sleep 1")
    terminal = _decided(town)

    terminal.press("q")

    assert terminal.ended() == 0
    _nothing_is_lost(town)


def test_stopped_and_continued_it_shows_its_screen_again(town: Town) -> None:
    """After a stop by signal and `fg` the screen comes back and the keys act."""
    terminal = _decided(town)
    terminal.kill(signal.SIGTSTP)
    terminal.wait(lambda: _stopped(terminal.process.pid), "it does not stop", whole_frames=False)

    terminal.kill(signal.SIGCONT)

    terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") > 1, "it does not come back")
    terminal.press("k")
    terminal.see("Kypsyys", "★ Tavoitteet")


def _stopped(process: int) -> bool:
    """Whether a signal has stopped a child of ours since it was last asked."""
    found, status = os.waitpid(process, os.WUNTRACED | os.WNOHANG)
    return found == process and os.WIFSTOPPED(status)


def _decided(town: Town) -> Terminal:
    """Start the program and give the first measure its outcome."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)
    WALK[0].play(terminal)
    return terminal


def _nothing_is_lost(town: Town) -> None:
    """The decision is in the file and in git, the file has no problem, and nothing lies about."""
    assert "Koulutus pidetty, ohjeet jaettu" in town.text
    assert read(town.roadmap).problems == ()
    assert town.subjects()[-1] == f"§ 5 {WALK[0].subject}"
    assert town.git("status", "--porcelain") == ""
    assert town.leftovers() == []
