"""How long a file of answers takes: 20 000 people and eleven questions, against csv and calamine alone."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.workplace import in_turns
from tests.answers.files import EOS, WORDS, text, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE, QUESTIONS = 20_000, 11
SECTORS = ("Keskushallinto", "Varhaiskasvatus", "Perusopetus", "Tekninen toimiala")
BOTH = """\
import csv, sys
from pathlib import Path
from time import perf_counter
from python_calamine import CalamineWorkbook
from model.answers.reading import understood
from model.file.answers import read_answers
from model.file.reading import read
roadmap, path = read(Path("roadmap.toml")).roadmap, Path(sys.argv[1])
def ours():
    started = perf_counter()
    book = read_answers(path)
    assert understood(book, roadmap).responses > 19_000
    return perf_counter() - started
def theirs():
    started = perf_counter()
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
    else:
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert len(rows) == 20_001
    return perf_counter() - started
"""


def figures(runs: int) -> Iterator[Figure]:
    """Measure the reading and counting of a CSV file and of a spreadsheet."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder)
        for file, other in (("answers.csv", "csv"), ("answers.xlsx", "calamine")):
            samples = in_turns(runs, BOTH, folder, file)
            yield Figure(f"20 000 answers of {QUESTIONS} questions, {file[-4:].strip('.')}", other, 2, "×", samples)


def _fill(folder: Path) -> None:
    """Write a roadmap and the answers to it, as Microsoft Forms would."""
    chance = random.Random(5)
    names = [f"Näkökulma {place}: sähköisten palvelujen kattavuus ja laatu" for place in range(QUESTIONS)]
    viewpoints = "".join(
        f'[[viewpoints]]\nid = "N{place:02}"\nname = "{said}"\nscope = "own"\n' for place, said in enumerate(names)
    )
    sectors = "".join(f'[[sectors]]\nid = "s{place}"\nname = "{said}"\n' for place, said in enumerate(SECTORS))
    head = '[roadmap]\ntitle = "Kaupunki"\norganisation = "Kaupunki"\nfirst = "2025H1"\nlast = "2027H2"\n'
    (folder / "roadmap.toml").write_text(f"schema = 1\n{head}{sectors}{viewpoints}", encoding="utf-8")
    rows: list[list[object]] = [["ID", "Start time", "Completion time", "Email", "Name", "Toimiala", *names, "Muuta"]]
    for number in range(PEOPLE):
        about = [number + 1, "2026-10-01 10:00", "2026-10-01 10:05", "anonymous", "", chance.choice(SECTORS)]
        rows.append([*about, *(chance.choice((*WORDS, EOS, "")) for _ in names), ""])
    (folder / "answers.csv").write_bytes(text(rows))
    (folder / "answers.xlsx").write_bytes(workbook(rows))
