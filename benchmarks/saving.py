"""How long a decision takes: from "done" to the file replaced and committed, and to the next card on the screen."""

from __future__ import annotations

import os
import subprocess
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, Sample, alone, pairs
from benchmarks.terminal import Terminal, surroundings
from benchmarks.workplace import enter_walk, repository, tiekartta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEXT_CARD = 50.0
SLOW = "#!/bin/sh\nsleep 0.5\n"
POLL = 0.001
PATIENCE = 30.0
# What a careful person types, made as durable as our own saves and commits are: file, folder and all of git's files.
BY_HAND = """\
sed -i '0,/^status = "\\(planned\\|active\\)"/s//status = "done"/' roadmap.toml
sync roadmap.toml .
exec git -c core.fsync=all -c core.fsyncMethod=fsync commit --quiet --message='valmis' -- roadmap.toml
"""
DONE, CONFIRM = b"1", b"\r"
PILOT = "otetaan käyttöön"
"""What the first question about a pilot says: another one follows."""


def figures(runs: int) -> Iterator[Figure]:
    """Measure decisions at 60 and at 500 measures, and the next card while a hook takes its time."""
    for measures in (60, 500):
        with repository(measures) as ours, repository(measures) as theirs:
            samples = decisions(ours, theirs, runs)
        yield Figure(f"done to committed, {measures} measures", "`sed` + fsync + `git commit`", 1.5, "×", samples)
    with repository(60) as folder:
        hook = folder / ".git" / "hooks" / "pre-commit"
        hook.write_text(SLOW, encoding="utf-8")
        hook.chmod(0o755)
        cards = alone(next_cards(folder, runs), NEXT_CARD)
    yield Figure("done to the next card, hook of 500 ms", "a person's patience", NEXT_CARD, "ms", cards)


def decisions(ours: Path, theirs: Path, runs: int) -> tuple[Sample, ...]:
    """Take decisions in the walk and by hand in turn, each in a repository of its own."""
    with Terminal(tiekartta(), ours) as terminal:
        enter_walk(terminal)
        return pairs(runs, lambda: in_the_walk(terminal, ours), lambda: by_hand(theirs))


def in_the_walk(terminal: Terminal, folder: Path) -> float:
    """Return the milliseconds from the last key of "done" to its commit."""
    ask_the_last(terminal)
    before = commits(folder)
    since = perf_counter()
    os.write(terminal.line, CONFIRM)
    took = committed(folder, before) - since
    terminal.collect(since=since)
    return took * 1e3


def ask_the_last(terminal: Terminal) -> None:
    """Say that the measure on the card is done and go on to the last question about it."""
    terminal.press(DONE)
    if PILOT in terminal.text:
        terminal.press(CONFIRM)


def by_hand(folder: Path) -> float:
    """Return the milliseconds that a person's own commands take to the commit."""
    before = commits(folder)
    since = perf_counter()
    with subprocess.Popen(["sh", "-ec", BY_HAND], cwd=folder, env=surroundings(folder), stdin=subprocess.DEVNULL):
        took = committed(folder, before) - since
    return took * 1e3


def next_cards(folder: Path, runs: int) -> Iterator[float]:
    """Yield the milliseconds from the last key of "done" to the next card."""
    with Terminal(tiekartta(), folder) as terminal:
        enter_walk(terminal)
        for number in range(2, runs + 2):
            ask_the_last(terminal)
            yield terminal.seen(terminal.press(CONFIRM), rf"\b{number}/\d+") * 1e3


def commits(folder: Path) -> int:
    """Return the size of HEAD's log, which grows with every commit."""
    return (folder / ".git" / "logs" / "HEAD").stat().st_size


def committed(folder: Path, before: int) -> float:
    """Wait for the next commit; return when it was there."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        if commits(folder) != before:
            return perf_counter()
        sleep(POLL)
    message = f"no commit came in {folder}"
    raise TimeoutError(message)
