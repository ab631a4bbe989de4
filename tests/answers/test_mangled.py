"""Generated and mangled files: each ends in a right import or in a refusal that names what is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exporters.answers import problem_lines
from exporters.words import Words
from model.answers.problems import NotUnderstoodError
from model.answers.reading import understood
from model.file.answers import book_of
from tests.answers.files import ROADMAP, town
from tests.answers.mangled import HEAVY, Made, made

if TYPE_CHECKING:
    from model.answers.problems import AnswerProblem
    from model.answers.understood import Understood

SAMPLE, ALL = 120, 294
"""So many files are read on every run, and so many with the heavy ones on a long one: 300."""
MOST_MEMORY = 300_000
"""In kilobytes."""
MOST_SECONDS = 20


def counts(found: Understood) -> dict[str, tuple[int, ...]]:
    """Return how many chose each level and could not say, by viewpoint."""
    assert found.answers
    return {
        name: tuple(map(sum, zip(*((*tally.counts, tally.dont_know) for tally in by.values()), strict=True)))
        for name, by in found.answers.tallies.items()
    }


def check(file: Made) -> None:
    """Read a file and hold what becomes of it against what it was made from."""
    roadmap = town()
    found, problems = outcome(file)
    assert (found is None) == bool(problems)
    if found is None:
        assert file.verdict != "right", problems
        for language in ("fi", "sv", "en"):
            lines = problem_lines(problems, Words(language), roadmap, mapping="kyselykartta.toml")
            assert all(line and "\x1b" not in line and not re.search(r"\{[a-z]+\}", line) for line in lines)
        return
    assert file.verdict != "refused"
    told = counts(found)
    if file.verdict == "right":
        assert told == file.counts
    if file.kind.endswith("_cut"):
        assert all(a <= b for name in told for a, b in zip(told[name], file.counts[name], strict=True))


def outcome(file: Made) -> tuple[Understood | None, tuple[AnswerProblem, ...]]:
    """Return what was understood, or why nothing was."""
    try:
        return understood(book_of(file.data), town()), ()
    except NotUnderstoodError as error:
        return None, error.problems


@pytest.mark.parametrize("start", range(0, SAMPLE, 20))
def test_every_file_is_read_right_or_refused(start: int) -> None:
    """A third of them is right and must be read, a third is wrong and must not; nothing else comes out."""
    for seed in range(start, start + 20):
        file = made(seed)
        try:
            check(file)
        except BaseException as error:
            error.add_note(file.kind)
            raise


@pytest.mark.long
def test_three_hundred_files_within_memory_and_time(tmp_path: Path) -> None:
    """The command is given each of them: it says yes or no, is never out of its depth, and stays small."""
    files = [made(seed) for seed in range(ALL)] + [made(seed, heavy=True) for seed in range(len(HEAVY))]
    (tmp_path / "roadmap.toml").write_text(ROADMAP, encoding="utf-8")
    for number, file in enumerate(files):
        check(file)
        (tmp_path / f"{number:03}-{file.verdict}").write_bytes(file.data)
    script = Path(__file__).with_name("importing_all.py")

    ran = subprocess.run([sys.executable, script, tmp_path], capture_output=True, check=True)

    told = json.loads(ran.stdout.splitlines()[-1])
    assert len(told["runs"]) == len(files)
    assert {status for _, status, _ in told["runs"]} == {0, 1}
    assert all(status == int(name.endswith("refused")) for name, status, _ in told["runs"] if "either" not in name)
    assert max(seconds for _, _, seconds in told["runs"]) < MOST_SECONDS
    assert told["memory"] < MOST_MEMORY
    assert b"Traceback" not in ran.stderr
