"""A disk that refuses: the screen says EI TALLENNETTU until it is over, nothing is lost, the save is tried again."""

from __future__ import annotations

import os
import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.autumn import WALK

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

UNSAVED = "EI TALLENNETTU"
SMALL = 30_000
"""Bytes that a file may have on the full disk; the sample has more."""
FULL = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({SMALL}, resource.RLIM_INFINITY))"


def test_a_full_disk_keeps_the_decisions_until_there_is_room(town: Town) -> None:
    """The file stays whole, the walk goes on, and as soon as there is room all is saved and recorded."""
    terminal = town.open(first=FULL)
    terminal.see("Enter Käy läpi")
    before = town.text

    _decide(terminal)

    terminal.see(UNSAVED)
    assert town.text == before
    # It is tried again every second, and a try has its file beside the roadmap for as long as it lasts.
    terminal.wait(lambda: town.leftovers() == [], "what was tried stays beside the roadmap")
    _make_room(terminal)
    terminal.see("tallennettu · kirjattu")
    assert not terminal.sees(UNSAVED)
    assert "Koulutus pidetty" in town.text
    assert town.git("status", "--porcelain") == ""


def test_what_could_not_be_saved_is_offered_the_next_time(town: Town) -> None:
    """Killed before it could save, the program offers the unsaved decisions when it starts again."""
    town.roadmap.chmod(0o444)
    before = town.text
    terminal = town.open(under=_unprivileged())
    terminal.see("Enter Käy läpi")
    _decide(terminal)
    terminal.see(UNSAVED)
    terminal.kill()
    terminal.ended()
    town.roadmap.chmod(0o644)

    terminal = town.open()

    terminal.see(r"Otetaanko|otetaanko", "T07")
    assert town.text == before
    terminal.press("Enter")
    terminal.wait(lambda: "Koulutus pidetty" in town.text, "the decision does not get into the file")
    terminal.see("tallennettu · kirjattu")


def test_a_read_only_file_is_said_at_once_and_saved_when_it_may(town: Town) -> None:
    """The owner's wish is not overridden: the screen says so until writing is allowed, and then saves by itself."""
    town.roadmap.chmod(0o444)
    before = town.text
    terminal = town.open(under=_unprivileged())
    terminal.see("Enter Käy läpi", "vain luettavissa|kirjoitussuoja|kirjoittaa")

    _decide(terminal)

    terminal.see(UNSAVED)
    assert town.text == before
    town.roadmap.chmod(0o644)
    terminal.see("tallennettu · kirjattu")
    assert "Koulutus pidetty" in town.text
    terminal.press("q")
    assert terminal.ended() == 0


def _unprivileged() -> tuple[str, ...]:
    """Return what starts a program for which permissions count, also where the tests run as root."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root without setpriv: permissions do not count here")
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")


def _decide(terminal: Terminal) -> None:
    """Begin the meeting and give two measures their outcome, whether it can be saved or not."""
    terminal.press("Enter")
    terminal.see("Aloitetaanko")
    terminal.press("Enter")
    terminal.see("0 Palataan")
    for turn in WALK[:2]:
        turn.play(terminal)


def _make_room(terminal: Terminal) -> None:
    """Let the running program write files of any size."""
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
