"""Made-up roadmaps of any size, written as people write them: comments, blank lines, funding, moves and logs.

python -m benchmarks.roadmaps 500 > roadmap.toml
"""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = "2026-11-22"
HALVES = tuple(f"{year}H{half}" for year in (2025, 2026, 2027) for half in (1, 2))
NOW = HALVES.index("2026H2")
SECTORS = ("keskushallinto", "varhaiskasvatus", "perusopetus", "elamanlaatu", "tekninen")
GOALS = ("Osaava henkilöstö", "Sujuvat työvälineet", "Tieto käyttöön", "Helppo asiointi", "Yhteiset tavoitteet")
VIEWPOINTS = (
    "Digitaalinen osaaminen",
    "Laitteiden hyödyntäminen",
    "Ohjelmistojen toimivuus",
    "Tiedon keruu",
    "Tiedon hyödyntäminen",
    "Muutosvalmius",
    "Ideat ja kokeilut",
    "Sähköiset palvelut",
    "Viestintä ja markkinointi",
    "Sähköinen osallistuminen",
    "Tavoitteet ja mittarit",
)
THINGS = ("Laiterekisterin", "Verkkomaksamisen", "Perehdytyksen", "Ajanvarauksen", "Avoimen datan", "Etätyön ohjeen")
DEEDS = ("käyttöönotto", "kilpailutus", "pilotti", "koulutus", "uudistaminen", "kuvaaminen", "laajentaminen")
REASONS = ("resurssi", "määräraha", "hankinta viivästyi", "riippuu toisesta hankkeesta")
KINDS = ("project", "procurement", "training", "pilot")

HEAD = """\
# Keksitty esimerkki, tehty mittaamista varten.
schema = 1

[roadmap]
title = "Digitiekartta 2025–2027"
organisation = "Mittalan kaupunki"
language = "fi"
first = "2025H1"
last = "2027H2"
sample = true

[scale]
words = ["heikko", "välttävä", "tyydyttävä", "hyvä", "erinomainen"]
"""


def roadmap(measures: int, *, seed: int = 7) -> str:
    """Write a roadmap with so many measures; the same numbers give the same text."""
    chance = random.Random(seed)
    parts = [HEAD, *_people(), *_aims(chance)]
    parts += [_measure(number, chance) for number in range(1, measures + 1)]
    return "\n".join([*parts, *_meetings()])


def _people() -> Iterator[str]:
    for number, sector in enumerate(SECTORS, 1):
        yield f'[[sectors]]\nid = "{sector}"\nname = "{sector.capitalize()}"\n'
        yield f'[[members]]\nid = "J{number}"\nrole = "Edustaja {number}"\nsector = "{sector}"\n'


def _aims(chance: random.Random) -> Iterator[str]:
    for number, title in enumerate(GOALS, 1):
        yield f'[[goals]]\nid = "G{number}"\ntitle = "{title}"\n'
    for number, name in enumerate(VIEWPOINTS, 1):
        focus = "true" if number % 2 else "false"
        yield f'[[viewpoints]]\nid = "N{number:02}"\nname = "{name}"\nscope = "city"\nfocus = {focus}\n'
        for day, count in (("2024-09-27", 287), ("2026-05-15", 143)):
            level = chance.randint(22, 38) / 10
            yield f'[[viewpoints.scores]]\ndate = {day}\nvalue = {level}\nbasis = "survey"\nn = {count}\n'
        yield "[[viewpoints.targets]]\ndate = 2024-12-09\nvalue = 4.0\n"


def _measure(number: int, chance: random.Random) -> str:
    start = chance.randrange(len(HALVES) - 1)
    end = max(start, NOW) if chance.random() < 0.3 else chance.randrange(start, len(HALVES))
    note = "# Sovittu johtoryhmässä.\n" if number % 9 == 0 else ""
    goal, viewpoint = chance.randint(1, len(GOALS)), chance.randint(1, len(VIEWPOINTS))
    status = _status(start, end, chance)
    fields = f"""\
{note}[[measures]]
id = "T{number:02}"
title = "{chance.choice(THINGS)} {chance.choice(DEEDS)} {number}"
kind = "{chance.choice(KINDS)}"
goals = ["G{goal}"]
viewpoints = ["N{viewpoint:02}"]
sectors = ["{chance.choice(SECTORS)}"]
responsible = "Edustaja {chance.randint(1, 5)}"
start = "{HALVES[start]}"
end = "{HALVES[end]}"
status = "{status}"  # päivitetty kokouksessa
needs = "Yhteistyö palveluntuottajan kanssa"
"""
    return "\n".join([fields, *_money(start, end, chance), *_moves(start, end, chance), *_log(start, status)])


def _status(start: int, end: int, chance: random.Random) -> str:
    """Most of what is over is done, a little is late."""
    if end < NOW:
        return "active" if chance.random() < 0.05 else "done"
    return "planned" if start >= NOW else "active"


def _money(start: int, end: int, chance: random.Random) -> Iterator[str]:
    for year in sorted({HALVES[start][:4], HALVES[end][:4]}):
        if chance.random() < 0.5:
            yield f'[[measures.funding]]\nyear = {year}\namount = {chance.randint(2, 60) * 500}\nstate = "granted"\n'


def _moves(start: int, end: int, chance: random.Random) -> Iterator[str]:
    stops = [stop for stop in range(start, end + 1) if stop <= NOW or stop == end][-3:] if chance.random() < 0.2 else []
    for month, (old, new) in enumerate(pairwise(stops), 3):
        places = f'from = "{HALVES[old]}"\nto = "{HALVES[new]}"\nreason = "{chance.choice(REASONS)}"'
        yield f'[[measures.moves]]\ndate = 2026-{month:02}-10\n{places}\nmeeting = "1/2026"\nitem = 4\n'


def _log(start: int, status: str) -> Iterator[str]:
    if status in {"active", "done"}:
        yield f'[[measures.log]]\ndate = {HALVES[start][:4]}-03-18\nevent = "started"\n'
        yield '[[measures.log]]\ndate = 2026-09-01\ntext = "Valmistelussa"\nmeeting = "2/2026"\nitem = 6\n'
    if status == "done":
        yield '[[measures.log]]\ndate = 2026-09-02\nevent = "done"\ntext = "Otettu käyttöön"\n'


def _meetings() -> Iterator[str]:
    for number, day in (("1/2026", "2026-03-10"), ("2/2026", "2026-09-01")):
        yield f'[[meetings]]\nnumber = "{number}"\ndate = {day}\nstate = "published"\n'
        for item in (4, 6):
            yield f'[[meetings.items]]\nnumber = {item}\nheading = "Toimenpiteet"\n'
    yield f'[[meetings]]\nnumber = "3/2026"\ndate = {TODAY}\nplace = "Kokoushuone"\n'


if __name__ == "__main__":
    sys.stdout.write(roadmap(int(sys.argv[1])))
