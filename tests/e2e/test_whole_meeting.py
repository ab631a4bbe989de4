"""The whole meeting 3/2026, from opening the program to published minutes: its keys, its outcome, its kills."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING, Any

from benchmarks.meeting import MOST_OTHER, Counted, play
from benchmarks.script import FIRST, MEETING, TODAY, Move
from exporters.minutes import minutes
from exporters.words import Words
from model.file.reading import read
from model.file.save import PREFIX
from tests.e2e.town import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from benchmarks.script import Turn
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

EVERY = 10
"""So many keys that type nothing new lie between two kills."""
NINE = "import tui.main; from datetime import time; tui.main.clock = lambda: time(9)"
"""The room's clock stands still, so that a meeting that was disturbed takes as long as one that was not."""
SAID = tuple(turn.says for turn in MEETING if turn.says)


async def test_a_whole_meeting_takes_few_keys(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no new text takes at most 120 keys, and the meeting is whole: in the file, the minutes and git."""
    counted = await play(town.folder)

    with capsys.disabled():
        print(f" keys of a meeting: {counted.keys_text} + {counted.keys_other} ", end="")  # noqa: T201 - a figure that is asked for
    assert counted == Counted.of(MEETING)
    assert counted.keys_other <= MOST_OTHER
    _whole(town)
    _published(town)


def test_nothing_is_typed_that_the_file_knows() -> None:
    """No title, role, date or number that stands in the roadmap is typed anew."""
    known = SAMPLE.read_text(encoding="utf-8").casefold()
    runs = [
        "".join(key.name for key in run)
        for turn in MEETING
        for move in turn.moves
        for is_text, run in groupby(move.keys, key=lambda key: key.is_text)
        if is_text
    ]

    assert [text for text in runs if re.search(r"[a-zåäö]", text) and text.casefold() in known] == []
    assert [text for text in runs if re.search(r"\d{4}|\d\.\d|T\d\d", text)] == []


async def test_a_kill_at_every_tenth_key_loses_at_most_what_was_being_answered(town: Town, tmp_path: Path) -> None:
    """Killed right behind every tenth key, or once it has taken effect, the meeting goes on and ends the same.

    The file is then as it was before the answer or as it is after it; the history has every decision once.
    """
    other = type(town).of_sample(tmp_path / "toinen")
    other.commit()
    await play(other.folder, clock=lambda: time(9))

    terminal, pressed, is_fresh = _opened(town), 0, False
    for turn in MEETING:
        kill_at = EVERY - pressed % EVERY
        pressed += Counted.of([turn]).keys_other
        if is_fresh:
            _go(terminal, turn)
        if is_fresh and not turn.says:
            is_fresh = False
            continue
        moves = turn.anew if is_fresh and turn.anew else turn.moves
        is_fresh = False
        if kill_at <= Counted.of([turn]).keys_other:
            terminal, is_done = _killed(town, terminal, moves, at=kill_at, is_seen=pressed // EVERY % 2 == 0)
            is_fresh = True
            if not is_done and turn.says:
                _go(terminal, turn)
                _played(terminal, turn.anew or turn.moves)
                is_fresh = False
        else:
            _played(terminal, moves)
    terminal.press("q")

    assert terminal.ended() == 0
    _whole(town)
    assert _facts(town) == _facts(other)


def _opened(town: Town) -> Terminal:
    """Start the program on the day of the meeting; return its terminal with the first screen."""
    terminal = town.open(today=TODAY, first=NINE)
    terminal.see(FIRST.shows)
    return terminal


def _go(terminal: Terminal, turn: Turn) -> None:
    """Go from the first screen to where a turn is taken."""
    terminal.press(*(key.name for key in turn.place.way))
    terminal.see(turn.place.shows)


def _played(terminal: Terminal, moves: tuple[Move, ...]) -> None:
    """Make moves, waiting after each for what it brings about."""
    for move in moves:
        terminal.press(*(key.name for key in move.keys))
        terminal.see(move.shows)


def _killed(
    town: Town, terminal: Terminal, moves: tuple[Move, ...], *, at: int, is_seen: bool
) -> tuple[Terminal, bool]:
    """Make moves up to a key that types nothing, kill the program, start it again; return whether the turn counts.

    With `is_seen` the program is killed when the key has taken effect, else right behind it.
    """
    before = _facts(town)
    earlier, last = _up_to(moves, at)
    _played(terminal, earlier)
    terminal.press(*(key.name for key in last.keys))
    if is_seen and last.shows:
        terminal.see(last.shows)
    terminal.kill()
    terminal.ended()
    assert read(town.roadmap).problems == ()
    is_done = _facts(town) != before
    assert is_done or not (is_seen and last == moves[-1]), f"{last.shows} had been acknowledged"
    return _opened(town), is_done


def _up_to(moves: tuple[Move, ...], at: int) -> tuple[tuple[Move, ...], Move]:
    """Return the moves before a key that types nothing, by its number, and the move that ends with it.

    Where that is not the last key of its move nothing is shown for it.
    """
    for number, move in enumerate(moves):
        ends = [index + 1 for index, key in enumerate(move.keys) if not key.is_text]
        if at <= len(ends):
            cut = ends[at - 1]
            return moves[:number], move if cut == len(move.keys) else Move(move.keys[:cut], "")
        at -= len(ends)
    raise AssertionError(f"no such key in {moves}")


def _facts(town: Town) -> dict[str, Any]:
    """Return what the file says, but for when each § began: a start leaves the one at hand without its time."""
    found = tomllib.loads(town.text)
    for item in (item for meeting in found["meetings"] for item in meeting.get("items", ())):
        item.pop("begun", None)
    return found


def _whole(town: Town) -> None:
    """Check that the meeting is in the file and in git, with every fact once and no § left out."""
    reading = read(town.roadmap)
    assert reading.roadmap is not None
    assert reading.problems == ()
    meeting = reading.roadmap.meeting("3/2026")
    assert [item.number for item in meeting.items] == list(range(1, len(meeting.items) + 1))
    outcomes = Counter(item.outcome for item in meeting.items)
    assert (outcomes["done"], outcomes["moved"], outcomes["continues"]) == (2, 4, 4)
    assert all(item.is_handled for item in meeting.items)
    assert all(action.who and action.due for action in meeting.actions)
    assert len(meeting.actions) == 3
    scored = [score for viewpoint in reading.roadmap.viewpoints for score in viewpoint.scores]
    assert sum(score.date == date.fromisoformat(TODAY) for score in scored) == 3
    assert (meeting.state, reading.roadmap.meeting("1/2027").opened) == ("published", None)
    subjects = town.subjects()
    assert [said for said in SAID if sum(_tells(subject, said) for subject in subjects) != 1] == []
    unknown = [line for line in town.git("status", "--porcelain").splitlines() if PREFIX not in line]
    assert unknown == []  # what a killed save had in hand is left where it lies, for it may be the only copy
    assert town.git("fsck", "--strict") == ""
    assert town.run("check").returncode == 0
    assert town.leftovers() == []


def _tells(subject: str, said: str) -> bool:
    """Whether a commit's subject, with its § or without, begins with what is said."""
    return subject.startswith(said) or re.sub(r"^§ \d+ ", "", subject).startswith(said)


def _published(town: Town) -> None:
    """Check that the published file reads as the minutes do."""
    roadmap = read(town.roadmap).roadmap
    assert roadmap is not None
    written = (town.folder / "minutes" / "muistio-3-2026.md").read_text(encoding="utf-8")
    assert written == minutes(roadmap, roadmap.meeting("3/2026"), Words("fi"))
    assert len(re.findall(r"^## § ", written, re.MULTILINE)) == len(roadmap.meeting("3/2026").items)
