"""The main job, typed as a person types it: the walk of autumn 2026 from the first key to the minutes in git."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.e2e.autumn import ATTENDANCE, BEGIN, CLOSE, ITEMS, NEXT, WALK, WRITE, decided

if TYPE_CHECKING:
    import pytest

    from tests.e2e.town import Town

MOST_KEYS = 150
"""Keys for ten measures, six people present and the minutes, the letters of all results and reasons included."""


def test_the_walk_becomes_minutes_and_commits(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """Each decision is a § in the file, in the minutes and in git, with one number; nothing is left unrecorded."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    turns = (BEGIN, ATTENDANCE, *WALK, CLOSE, WRITE)

    for turn in turns:
        turn.play(terminal)
    terminal.press("q")

    assert terminal.ended() == 0
    subjects = town.subjects()
    walked = [subject for subject in subjects if re.match(r"§ \d+ T\d\d", subject)]
    assert walked == decided()
    assert len(subjects) == 2 + sum(bool(turn.subject) for turn in turns)
    assert subjects[-1].startswith(WRITE.subject)
    assert subjects[-2].startswith(NEXT)
    assert CLOSE.subject in subjects[-3]
    minutes = (town.folder / "minutes" / "muistio-3-2026.md").read_text(encoding="utf-8")
    assert [int(n) for n in re.findall(r"^## § (\d+) ", minutes, re.MULTILINE)] == [*range(1, ITEMS + 1)]
    for number, measure in re.findall(r"^§ (\d+) (T\d\d)", "\n".join(walked), re.MULTILINE):
        assert re.search(rf"^## § {number} {measure} ", minutes, re.MULTILINE)
        assert re.search(
            rf'number = {number}\n(?:kind = "measure"\n)?heading = "[^"]*"\nsubjects = \["{measure}"', town.text
        )
    assert town.git("status", "--porcelain") == ""
    assert town.git("fsck", "--strict") == ""
    assert town.run("check").returncode == 0
    assert town.leftovers() == []
    typed = sum(len(move.keys) - 1 for turn in turns for move in turn.moves if len(move.keys) > 3)
    with capsys.disabled():
        print(f" keys for autumn 2026: {terminal.pressed}, {typed} of them letters of texts ", end="")  # noqa: T201 - a figure that is asked for
    assert terminal.pressed <= MOST_KEYS


def test_each_decision_is_one_commit_however_fast_the_keys_come(town: Town) -> None:
    """Outcomes given as fast as the cards come are as many §§ and commits, each with its own change and no other."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)

    for number in range(5, 15):
        terminal.press("5")
        terminal.see(rf"§ {number + 1} ")

    terminal.press("q")
    assert terminal.ended() == 0
    subjects = [subject for subject in town.subjects() if "ei käsitelty" in subject]
    assert [re.match(r"§ (\d+) ", subject)[1] for subject in subjects] == [str(number) for number in range(5, 15)]  # type: ignore[index]  # each has a §
    changed = [town.git("show", "--numstat", "--format=", f"HEAD~{back}") for back in range(10)]
    assert len(set(changed)) == 1
