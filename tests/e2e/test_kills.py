"""Whatever ends the program in the middle of the walk, it comes back at the same card and nothing decided is lost."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from model.file.reading import read
from tests.e2e.autumn import ATTENDANCE, BEGIN, CLOSE, WALK, WRITE, Turn, decided

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

TURNS = (ATTENDANCE, *WALK)


def test_the_walk_survives_a_kill_in_every_turn(town: Town) -> None:
    """Killed in each turn (half-way, at its last key, after its answer), the walk goes on and ends the same.

    After each kill: the same meeting, the card whose turn it is, what was acknowledged in the file, which has no
    problem. In the end the commits are those of a walk that nobody disturbed; a temporary file that holds what no
    other has may lie there, and is told.
    """
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)
    recorded = 0

    for number, turn in enumerate(TURNS):
        terminal = _disturbed(town, terminal, turn, how=number % 3)
        recorded += bool(turn.subject)
        assert _done(town, recorded), turn
    CLOSE.play(terminal)
    WRITE.play(terminal)
    terminal.press("q")

    assert terminal.ended() == 0
    assert [subject for subject in town.subjects() if re.match(r"§ \d+ T\d\d", subject)] == decided()
    assert town.git("status", "--porcelain", "--untracked-files=no") == ""
    assert town.git("fsck", "--strict") == ""
    assert town.run("check").returncode == 0
    assert all(name.endswith(".tmp") for name in town.leftovers())


def _disturbed(town: Town, terminal: Terminal, turn: Turn, *, how: int) -> Terminal:
    """Take a turn that is cut off by a kill, start again, and finish it if it was not finished; return the terminal."""
    before = _items(town)
    if how:
        turn.play_part(terminal, turn.keys)
        if how > 1:
            terminal.see(turn.moves[-1].shows)
    else:
        turn.play_part(terminal, turn.keys // 2)
    terminal.kill()
    terminal.ended()
    assert read(town.roadmap).problems == ()
    terminal = town.open()
    card = _resumed(terminal)
    if card == turn.card and not (turn is ATTENDANCE and _present(town)):
        assert how < 2, "an acknowledged decision was lost"
        assert _items(town) == before
        turn.play(terminal)
    return terminal


def _resumed(terminal: Terminal) -> str:
    """Go on with the walk after a start, which tells of the meeting or of a save cut short; return whose card is up."""
    terminal.see(r"Kokous 3/2026 on kesken|\.tmp", "Enter Käy läpi")
    terminal.press("Enter")
    screen = terminal.see(r"Läpikäynti .* § \d+ · kokous 3/2026", r"\n  T\d\d |Kaikki ajankohtaiset")
    card = re.search(r"^  (T\d\d) ", screen, re.MULTILINE)
    return card[1] if card else ""


def _meeting(town: Town) -> dict[str, Any]:
    """Return the meeting as it stands in the file."""
    meeting: dict[str, Any] = tomllib.loads(town.text)["meetings"][-1]
    return meeting


def _items(town: Town) -> int:
    """Count the meeting's §§ in the file that have decided on measures."""
    return sum("outcome" in item and "subjects" in item for item in _meeting(town)["items"])


def _present(town: Town) -> bool:
    """Whether the file says who was present."""
    return bool(_meeting(town).get("attendance"))


def _done(town: Town, recorded: int) -> bool:
    """Whether the file has the attendance and as many §§ as were decided."""
    return _present(town) and _items(town) == recorded - 1
