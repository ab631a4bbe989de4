"""Random edits of a roadmap, as a meeting makes them; from a seed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from model.halfyear import HalfYear
from model.meeting import Item
from model.records import Funding, Goal, LogEntry, Measure, Move, Score
from model.roadmap import Roadmap, record_id
from tests.file.written import HALVES

if TYPE_CHECKING:
    from random import Random

    from model.record import Record

TEXTS = (
    "",
    "lyhyt",
    "ä # ö",
    'kaksi\nriviä "näin"',
    "\\ '''",
    '"""',
    "[[measures]]",
    "\u0000\u001b[31m",
    "rivi\r\nCR",
    "👩‍💻 " * 30,
)
DAY = date(2026, 11, 22)


def edited(roadmap: Roadmap, random: Random, *, removes: bool = True) -> Roadmap:
    """Return the roadmap after one to four random edits; without removals if told so."""
    for _ in range(random.randint(1, 4)):
        if removes and random.random() < 0.15:
            roadmap = without_something(roadmap, random)
        elif random.random() < 0.15:
            roadmap = with_a_record(roadmap, random)
        else:
            roadmap = with_an_edit(roadmap, random, removes=removes)
    return roadmap


def without_something(roadmap: Roadmap, random: Random) -> Roadmap:
    """Return the roadmap without one of its records."""
    table = random.choice([name for name in ("goals", "measures", "meetings", "viewpoints") if roadmap.table(name)])
    return roadmap.without(table, record_id(random.choice(roadmap.table(table))))


def with_a_record(roadmap: Roadmap, random: Random) -> Roadmap:
    """Return the roadmap with one record more, last or somewhere among the others."""
    name = f"N{random.randint(0, 10**9)}"
    entry = LogEntry(date=DAY, text=random.choice(TEXTS))
    half = HalfYear("2026H1")
    record: Record
    table, record = random.choice(
        (
            ("goals", Goal(id=name, title=random.choice(TEXTS))),
            ("measures", Measure(id=name, title="uusi", start=half, end=half, goals=("G1",), log=(entry,))),
        )
    )
    at = random.choice((None, random.randint(0, len(roadmap.table(table)))))
    return roadmap.adding(table, record, at=at)


def with_an_edit(roadmap: Roadmap, random: Random, *, removes: bool) -> Roadmap:
    """Return the roadmap with a field or a list of one record changed."""
    tables = [name for name in ("roadmap", "goals", "measures", "meetings", "viewpoints") if roadmap.table(name)]
    table = random.choice([*tables, *(["measures"] * 4 if "measures" in tables else [])])
    record = random.choice(roadmap.table(table))
    if random.random() < 0.5:
        name, value = random.choice(list(fields_of(table, random).items()))
        return roadmap.replacing(table, record.model_copy(update={name: value}))
    lists = {"measures": ("log", "moves", "funding"), "meetings": ("items",), "viewpoints": ("scores",)}
    if table not in lists:
        return roadmap
    name = random.choice(lists[table])
    changed = entries(getattr(record, name), name, random, removes=removes)
    return roadmap.replacing(table, record.model_copy(update={name: changed}))


def fields_of(table: str, random: Random) -> dict[str, object]:
    """Return a value for each of some fields of a table's records."""
    is_so, text = random.random() < 0.5, random.choice(TEXTS)
    if table == "measures":
        return measure_fields(random)
    if table == "viewpoints":
        return {"focus": is_so, "aliases": random.choice(((), ("a",), ("pitkä alias",) * 9))}
    if table == "meetings":
        return {"place": text, "opened": None}
    return {"description": text} if table == "goals" else {"vision": text, "sample": is_so}


def measure_fields(random: Random) -> dict[str, object]:
    """Return a value for each of some fields of a measure."""
    return {
        "status": random.choice(("planned", "active", "done", "dropped")),
        "evidence": random.choice(TEXTS),
        "needs": random.choice(TEXTS),
        "goals": random.choice(((), ("G1",), ("G1", "G2"))),
        "end": HalfYear(random.choice(HALVES)),
        "kind": random.choice(("project", "pilot")),
    }


def entries(known: tuple[Record, ...], name: str, random: Random, *, removes: bool) -> tuple[Record, ...]:
    """Return a nested list with an entry added, changed or removed."""
    choice = random.random()
    if known and choice < 0.2 and removes:
        gone = random.randrange(len(known))
        return (*known[:gone], *known[gone + 1 :])
    if known and choice < 0.5:
        number = random.randrange(len(known))
        return (*known[:number], changed_entry(known[number], random), *known[number + 1 :])
    at = len(known) if choice < 0.8 else random.randint(0, len(known))
    return (*known[:at], new_entry(name, random), *known[at:])


def changed_entry(entry: Record, random: Random) -> Record:
    """Return an entry with another text, or another sum."""
    if isinstance(entry, Funding):
        return entry.model_copy(update={"amount": Decimal("0.50")})
    name = next(name for name in ("note", "text", "reason", "decision") if name in type(entry).model_fields)
    return entry.model_copy(update={name: random.choice(TEXTS)})


def new_entry(name: str, random: Random) -> Record:
    """Return a new entry for a list."""
    number = random.randint(100, 10**6)
    halves = (HalfYear("2026H1"), HalfYear("2026H2"))
    made: dict[str, Record] = {
        "log": LogEntry(date=DAY, event="done", text=random.choice(TEXTS), meeting="3/2026", item=number),
        "moves": Move(date=DAY, from_=halves[0], to=halves[1], reason=f"syy {number}"),
        "funding": Funding(year=number, amount=Decimal(number), state="granted"),
        "items": Item(number=number, heading="Otsikko", decision=random.choice(TEXTS)),
        "scores": Score(date=DAY, value=Decimal("3.5"), basis="survey", n=number, note=random.choice(TEXTS)),
    }
    return made[name]
