"""Repositories with a long past: the sample, decided on 200, 2 000 and 20 000 times, packed as git packs them.

Measures are moved, noted and finished under the §§ of meetings. What a measure and a meeting keep of it is bounded and
takes the place of the sample's own entries, so that the file is as large at the end as at the beginning. The same
numbers give the same repository; it is made once and kept in the folder for temporary files.
"""

from __future__ import annotations

import random
import re
import subprocess
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import IO, TYPE_CHECKING

from benchmarks.terminal import surroundings
from benchmarks.workplace import ROOT, git

if TYPE_CHECKING:
    from collections.abc import Iterator

HALVES = ("2025H1", "2025H2", "2026H1", "2026H2", "2027H1", "2027H2")
STATUSES = ("planned", "active", "done")
REASONS = ("resurssi", "määräraha", "hankinta viivästyi", "riippuu toisesta hankkeesta")
NOTES = ("Valmistelussa.", "Kilpailutus käynnissä, päätös tehdään syksyllä.", "Pilotti päättyi, palaute oli hyvää.")
MOST = 4
"""When a measure has so many moves or notes of those made here, it keeps only the last of them."""
SECTIONS = 12
"""So many §§ a meeting has before the next one begins."""
BEGINNING = 1_500_000_000
STEP = 3_600
_END = re.compile(r'^end = "\w+"$', re.MULTILINE)
_STATUS = re.compile(r'^status = "\w+"$', re.MULTILINE)
_ENTRIES = re.compile(r"^\[\[measures\.(?:moves|log)\]\]\n(?:[^\[]*\n)?(?=\[|\Z)", re.MULTILINE)
_ID = re.compile(r'^id = "(\w+)"$', re.MULTILINE)


def past(commits: int) -> Path:
    """Return the folder of a repository with so many commits of the roadmap; it is made where it is not there yet."""
    sources = b"".join(path.read_bytes() for path in (ROOT / "roadmap.toml", Path(__file__)))
    kept = Path(gettempdir()) / f"tiekartta-past-{sha256(sources).hexdigest()[:12]}"
    kept.mkdir(mode=0o700, exist_ok=True)
    folder = kept / str(commits)
    if not folder.exists():
        made = Path(mkdtemp(prefix="making-", dir=kept))
        _make(made, commits)
        made.rename(folder)
    return folder


def _make(folder: Path, commits: int) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    argv = ["git", "fast-import", "--quiet", "--depth=50"]
    with subprocess.Popen(argv, cwd=folder, env=surroundings(folder), stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        with process.stdin as stream:
            _write(stream, commits)
    git(folder, "gc", "--quiet")
    git(folder, "reset", "--quiet", "--hard")


def _write(stream: IO[bytes], commits: int) -> None:
    for number, (subject, text) in enumerate(_versions(commits)):
        message, content = subject.encode(), text.encode()
        stream.write(
            b"commit refs/heads/main\n"
            + f"committer Erkki Esimerkki <erkki@example.invalid> {BEGINNING + number * STEP} +0200\n".encode()
            + b"data %d\n%s\n" % (len(message), message)
            + b"M 100644 inline roadmap.toml\n"
            + b"data %d\n%s\n" % (len(content), content)
        )


@dataclass
class _Measure:
    """A measure as text: its own lines, and the entries that were added."""

    name: str
    text: str
    end: str = "2026H2"
    status: str = "active"
    moves: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def written(self) -> str:
        """Return the text of the record."""
        own = _STATUS.sub(f'status = "{self.status}"', _END.sub(f'end = "{self.end}"', self.text))
        return own + "".join((*self.moves, *self.notes))


def _versions(commits: int) -> Iterator[tuple[str, str]]:
    """Yield subject and text of each version, the oldest first."""
    chance = random.Random(11)
    head, *parts = re.split(
        r"(?=^\[\[measures\]\]$)", (ROOT / "roadmap.toml").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    last, tail = _split(parts.pop())
    measures = [_Measure(_name(part), _ENTRIES.sub("", part).rstrip("\n") + "\n") for part in (*parts, last)]
    for measure in measures * MOST:
        _decided(measure, chance, place=("1/2029", 1))
    written = [measure.written() for measure in measures]
    meeting, sections = 1, list[str]()
    yield "alku", _joined(head, written, tail)
    for _ in range(commits - 1):
        if len(sections) == SECTIONS:
            meeting, sections = meeting + 1, []
        which = chance.randrange(len(measures))
        said = _decided(measures[which], chance, place=(f"{meeting}/2030", len(sections) + 1))
        written[which] = measures[which].written()
        number, name = len(sections) + 1, measures[which].name
        sections.append(f'\n[[meetings.items]]\nnumber = {number}\nsubjects = ["{name}"]\ndecision = "{said}"\n')
        held = f'\n[[meetings]]\nnumber = "{meeting}/2030"\ndate = 2030-01-01\n' + "".join(sections)
        yield _message(said, name, place=(f"{meeting}/2030", number)), _joined(head, written, tail + held)


def _decided(measure: _Measure, chance: random.Random, *, place: tuple[str, int]) -> str:
    day = f"date = {2010 + chance.randrange(20)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}\n"
    where = f'meeting = "{place[0]}"\nitem = {place[1]}\n'
    for entries in (measure.moves, measure.notes):
        del entries[: -1 if len(entries) == MOST else 0]
    if chance.random() < 0.5:
        before, measure.end = measure.end, chance.choice([half for half in HALVES if half != measure.end])
        reason = chance.choice(REASONS)
        measure.moves.append(
            f'\n[[measures.moves]]\n{day}from = "{before}"\nto = "{measure.end}"\nreason = "{reason}"\n{where}'
        )
        return f"siirretty {before} → {measure.end} ({reason})"
    note = chance.choice(NOTES)
    if chance.random() < 0.5:
        measure.status = chance.choice([status for status in STATUSES if status != measure.status])
    measure.notes.append(f'\n[[measures.log]]\n{day}event = "note"\ntext = "{note}"\n{where}')
    return note


def _message(said: str, name: str, *, place: tuple[str, int]) -> str:
    return f"§ {place[1]} {name}: {said}\n\nMeeting: {place[0]}\nItem: {place[1]}\nMeasure: {name}\n"


def _split(text: str) -> tuple[str, str]:
    """Return the last measure's own text and what comes after it."""
    after = re.search(r"^(#[^\n]*\n)*\[\[(?!measures)", text, re.MULTILINE)
    assert after is not None
    return text[: after.start()], text[after.start() :]


def _name(text: str) -> str:
    found = _ID.search(text)
    assert found is not None
    return found[1]


def _joined(head: str, written: list[str], tail: str) -> str:
    return head + "\n".join(written) + "\n" + tail.rstrip("\n") + "\n"


def versions(folder: Path) -> list[str]:
    """Return the names of all versions of the roadmap, the newest first."""
    argv = ["git", "log", "--raw", "--no-abbrev", "--format=", "--", "roadmap.toml"]
    ran = subprocess.run(argv, cwd=folder, env=surroundings(folder), check=True, capture_output=True, text=True)
    return [line.split()[3] for line in ran.stdout.splitlines()]
