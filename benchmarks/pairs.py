"""Two people's random edits of the sample, merged by git's lines and by ours: how often each has to ask.

A thousand pairs of each kind, from fixed seeds: edits anywhere; those around a meeting, most of them on the eight
measures of its agenda; and the worst, two people who both record that meeting, §§ and all. Every pair is held against
what a merge must never do: leave a file that does not read, an error that neither side had, or a change unheard; and
what it asks must be a real question, two values for one place or an edit against a removal.

    python -m benchmarks pairs
"""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, alone
from benchmarks.losses import lost
from benchmarks.people import DECISIONS, edited, in_session
from benchmarks.workplace import ROOT
from model.diff import diff
from model.file.merging import merged
from model.file.patch import patched
from model.file.reading import read_bytes
from model.merging.exact import exactly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from model.file.document import Document
    from model.roadmap import Roadmap

PAIRS = 1_000
KINDS = ("anywhere", "around one meeting", "by two secretaries")
WRONG = ("unreadable", "worse", "unheard", "no question")
"""What must not happen to a single pair."""


def figures(runs: int) -> Iterator[Figure]:
    """Count over a thousand pairs of each kind; they are the same in every run, so one run is enough."""
    _ = runs
    for kind in KINDS:
        count = counted(kind, PAIRS)
        git, ours = (100 * count[key] / PAIRS for key in ("git asks", "we ask"))
        yield Figure(f"pairs edited {kind} that ask", f"git's lines {git:.1f} %", git, "%", alone([ours], git))
        broken = f"git's clean merges that are broken {count['git broken']}"
        wrong = float(sum(count[key] for key in WRONG))
        yield Figure(f"pairs edited {kind}: merged wrong", broken, 0, "pairs", alone([wrong], 0))


def counted(kind: str, most: int) -> Counter[str]:
    """Return how many of so many pairs of a kind asked or went wrong, by what."""
    sample = read_bytes((ROOT / "roadmap.toml").read_bytes())
    assert sample.document is not None
    assert sample.roadmap is not None
    base, agenda = in_session(sample.roadmap)
    document = patched(sample.document, diff(sample.roadmap, base))
    acts = DECISIONS if kind == "by two secretaries" else None
    near = () if kind == "anywhere" else agenda
    found: Counter[str] = Counter()
    with TemporaryDirectory(prefix="tiekartta-pairs-") as folder:
        for seed in range(most):
            chance = Random(f"{kind} {seed}")
            ours, theirs = (edited(base, chance, agenda=near, acts=acts) for _ in range(2))
            found.update(_outcome(Path(folder), document, (base, ours, theirs)))
    return found


def _outcome(folder: Path, document: Document, three: tuple[Roadmap, Roadmap, Roadmap]) -> Iterator[str]:
    """Yield what happened to a pair."""
    base, ours, theirs = three
    mine, yours = patched(document, diff(base, ours)), patched(document, diff(base, theirs))
    known = {_fault(problem) for side in (mine, yours) for problem in read_bytes(side.data).problems}
    lines = _by_lines(folder, (mine, document, yours))
    if lines is None:
        yield "git asks"
    elif any(_fault(problem) not in known for problem in read_bytes(lines).problems if problem.severity != "warning"):
        yield "git broken"
    result = merged(document, mine, yours)
    after = read_bytes(result.document.data)
    if after.roadmap is None:
        yield "unreadable"
        return
    if any(_fault(problem) not in known for problem in after.problems if problem.severity != "warning"):
        yield "worse"
    if lost(base, ours, theirs, merged=after.roadmap):
        yield "unheard"
    if result.conflicts:
        yield "we ask"
    for conflict in result.conflicts:
        yield "conflicts"
        yield f"about {conflict.table} {conflict.field or 'removal'}"
        if exactly(conflict.ours, conflict.theirs):
            yield "no question"


def _by_lines(folder: Path, texts: Sequence[Document]) -> bytes | None:
    """Return what git makes of ours, base and theirs, or None where it leaves markers."""
    paths = [folder / name for name in ("ours", "base", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.data)
    ran = subprocess.run(["git", "merge-file", "-p", "-q", *paths], capture_output=True, check=False)
    return None if ran.returncode else ran.stdout


def _fault(problem: object) -> tuple[object, ...]:
    """Return what makes a problem the same one, wherever its line is."""
    return tuple(getattr(problem, name) for name in ("code", "severity", "table", "record", "key"))
