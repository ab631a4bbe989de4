"""Small roadmaps for the tests: a head, and what a test puts into it."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.edits import Place
from model.halfyear import HalfYear
from model.meeting import Meeting
from model.records import Head, Measure, Viewpoint
from model.roadmap import Roadmap

if TYPE_CHECKING:
    from model.record import Record

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
THIS_HALF = HalfYear("2026H2")
IN_MEETING = Place(DAY, "3/2026", 5)

HEAD = Head(
    title="Digitiekartta", organisation="Esimerkkilän kaupunki", first=HalfYear("2025H1"), last=HalfYear("2027H2")
)


def measure(name: str = "T07", start: str = "2025H2", end: str = "2026H1", **fields: object) -> Measure:
    """Return a measure with a title and a schedule; `fields` say the rest."""
    fields = {"title": "Tekoälyn pelisäännöt", "status": "active"} | fields
    return Measure.model_validate({"id": name, "start": start, "end": end, **fields})


def viewpoint(name: str = "osaaminen", /, **fields: object) -> Viewpoint:
    """Return a viewpoint that nobody has scored yet; `fields` say the rest."""
    return Viewpoint.model_validate({"id": name, "name": name.capitalize(), "scope": "own", **fields})


def meeting(number: str = "3/2026", /, **fields: object) -> Meeting:
    """Return a meeting of the day; `fields` say the rest."""
    return Meeting.model_validate({"number": number, "date": DAY, **fields})


def roadmap(*records: Record, **fields: object) -> Roadmap:
    """Return a roadmap of these measures, viewpoints and meetings; `fields` fill other tables or the head."""
    tables: dict[str, Any] = {
        "measures": tuple(r for r in records if isinstance(r, Measure)),
        "viewpoints": tuple(r for r in records if isinstance(r, Viewpoint)),
        "meetings": tuple(r for r in records if isinstance(r, Meeting)),
    }
    return Roadmap(**{"head": HEAD, **tables, **fields})


def parsed(text: str) -> Roadmap:
    """Make a roadmap of a file's text as it stands, with exact decimals."""
    data = tomllib.loads(text, parse_float=Decimal)
    schema = data.pop("schema")
    assert schema == 1
    return Roadmap.model_validate({"head": data.pop("roadmap"), **data})


def ids(records: tuple[Measure, ...]) -> list[str]:
    """Return the ids of measures, in their order."""
    return [record.id for record in records]
