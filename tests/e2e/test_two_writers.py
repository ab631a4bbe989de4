"""Two programs on one file at once: every decision of both gets into the file and into the history."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read

if TYPE_CHECKING:
    from tests.e2e.town import Town

WRITER = """\
import random, sys
from datetime import date
from pathlib import Path
from model import edits
from model.diff import ChangedMeanwhileError
from model.edits import Place
from tui.session import Session

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
session = Session.open(path, today=date(2026, 11, 22))
dice = random.Random(name)
here = Place(session.today)

def edit(roadmap, number):
    words = f"{name}-{number}."
    if number % 8 == 7:
        return edits.add_measure(roadmap, title=words, start="2026H2", end="2027H1")[0]
    measure = dice.choice(["T01", "T02", "T03", "T04"])
    return edits.note(roadmap, measure, here, text=words)

print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    while True:
        try:
            session.change(edit(session.roadmap, number))
            break
        except ChangedMeanwhileError:
            session.keeper.look()
    assert session.keeper.unsaved is None, session.keeper.unsaved
sys.exit(session.close(seconds=300))
"""
"""Makes so many notes about measures that both write about, and adds measures, as quickly as it can."""


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.long)])
def test_what_two_programs_decide_at_once_is_all_there(town: Town, count: int) -> None:
    """Random edits of both, interleaved: each is in the file once and has a commit of its own; git is in order."""
    town.roadmap.write_text(town.text.split("[[measures]]", maxsplit=1)[0] + MEASURES, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "lyhyt")

    _play(town, count)

    wanted = {f"{name}-{number}." for name in "ab" for number in range(count)}
    found = read(town.roadmap).roadmap
    assert found is not None
    written = [entry.text for measure in found.measures for entry in measure.log]
    written += [measure.title for measure in found.measures]
    assert sorted(text for text in written if text in wanted) == sorted(wanted)
    subjects = town.subjects()[2:]
    assert len(subjects) == 2 * count
    assert _told(town) == wanted
    assert town.git("fsck", "--strict", "--no-progress") == ""
    assert town.git("status", "--porcelain") == ""
    assert town.leftovers() == []


MEASURES = "\n".join(
    f'[[measures]]\nid = "T0{number}"\ntitle = "Toimenpide {number}"\n'
    'start = "2026H1"\nend = "2027H1"\nstatus = "active"\n'
    for number in range(1, 5)
)


def _play(town: Town, count: int) -> None:
    """Let two programs begin at once, and wait until both have ended and recorded everything."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(town.roadmap), name, str(count)],
            cwd=town.folder,
            env=town.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ab"
    ]
    for one in programs:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in programs:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    assert [one.wait() for one in programs] == [0, 0]
    for one in programs:
        for stream in (one.stdin, one.stdout):
            assert stream is not None
            stream.close()


def _told(town: Town) -> set[str]:
    """Return the texts that the commits brought into the file, each in the commit that names its own."""
    log = town.git("log", "-p", "-U0", "--format=tformat:commit", "--", "roadmap.toml")
    added: set[str] = set()
    for one in log.split("commit\n"):
        texts = {
            word for line in one.splitlines() if line[:1] == "+" for word in line.split('"')[1:2] if word[1:2] == "-"
        }
        assert len(texts) <= 1, "two decisions in one commit"
        added |= texts
    return added
