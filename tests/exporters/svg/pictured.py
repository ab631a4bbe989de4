"""Roadmaps to be drawn: one that a municipality could have, and one that holds all that can go wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.words import Words
from model.halfyear import HalfYear
from model.indicator import Indicator, YearValue
from model.records import Head, Scale, Score, Sector, Target, Viewpoint
from model.roadmap import Roadmap
from model.survey import Group, Survey
from tests.exporters.hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 11, 24)
FI, SV, EN = Words("fi"), Words("sv"), Words("en")
SCALE = Scale(words=("heikko", "välttävä", "tyydyttävä", "hyvä", "erinomainen"))


def head(title: str = "Digitiekartta", *, sample: bool = False) -> Head:
    """Return the head of a roadmap of the years 2025–2027."""
    first, last = HalfYear("2025H1"), HalfYear("2027H2")
    return Head(title=title, organisation="Esimerkkilän kaupunki", first=first, last=last, sample=sample)


def survey(day: date, value: str, n: int | None = 143, *, name: str = "") -> Score:
    """Return a surveyed level."""
    return Score(date=day, value=Decimal(value), basis="survey", n=n, survey=name)


def judgement(day: date, value: str) -> Score:
    """Return a level that the team judged."""
    return Score(date=day, value=Decimal(value), basis="judgement")


def viewpoint(name: str, scores: Sequence[Score] = (), *, target: str = "", focus: bool = False) -> Viewpoint:
    """Return a viewpoint; its id is its name in small letters."""
    targets = (Target(date=date(2025, 1, 1), value=Decimal(target)),) if target else ()
    return Viewpoint(id=name.lower(), name=name, scope="own", focus=focus, scores=tuple(scores), targets=targets)


def roadmap(*viewpoints: Viewpoint, surveys: Sequence[Survey] = (), sectors: Sequence[Sector] = ()) -> Roadmap:
    """Return a roadmap of viewpoints and rounds."""
    return Roadmap(head=head(), scale=SCALE, viewpoints=viewpoints, surveys=tuple(surveys), sectors=tuple(sectors))


def ordinary() -> Roadmap:
    """Return three viewpoints of two rounds, one of them not rated, with results of three sectors, one hidden."""
    first, second = date(2024, 9, 27), date(2026, 5, 15)
    groups = (
        Group(viewpoint="palvelut", sector="a", n=40, mean=Decimal("3.4")),
        Group(viewpoint="palvelut", sector="b", n=12, mean=Decimal("2.5")),
        Group(viewpoint="palvelut", sector="c", hidden=True),
        Group(viewpoint="tieto", sector="a", n=41, mean=Decimal("3.0")),
    )
    rounds = (
        Survey(id="k24", name="Kysely 2024", date=first, invited=600, responses=287),
        Survey(id="k26", name="Välikysely 2026", date=second, invited=600, responses=143, groups=groups),
    )
    palvelut = [survey(first, "2.9", 287, name="k24"), survey(second, "3.3", name="k26")]
    tieto = [survey(first, "2.6", 281, name="k24"), survey(second, "2.65", 139, name="k26")]
    return roadmap(
        viewpoint("Palvelut", palvelut, target="4.0", focus=True),
        viewpoint("Tieto", [*tieto, judgement(date(2026, 9, 1), "3")], target="3.8"),
        viewpoint("Kokeilut", target="3.0"),
        surveys=rounds,
        sectors=(Sector(id="a", name="Keskushallinto"), Sector(id="b", name="Tekninen"), Sector(id="c", name="Opetus")),
    )


def hostile() -> Roadmap:
    """Return thirty viewpoints and twelve sectors whose names are attacks, noise and novels."""
    day = date(2026, 5, 15)
    names = [*HOSTILE, "Ääkköset & <b>lihava</b>", "ערב طيب", "漢字" * 40, "Å" * 90]
    sectors = tuple(Sector(id=f"s{number}", name=names[-number]) for number in range(1, 13))
    viewpoints = [
        Viewpoint(
            id=f"v{number}",
            name=names[number * 2 % len(names)],
            scope="city" if number % 3 else "own",
            focus=number % 4 == 0,
            scores=(
                survey(date(2020, 2, 29), "1", 5),
                survey(day, f"{1 + number % 5}", 12, name="x"),
                judgement(day, "5"),
            ),
            targets=(Target(date=day, value=Decimal("4.95")),),
        )
        for number in range(30)
    ]
    groups = tuple(
        Group(viewpoint=one.id, sector=two.id, hidden=True)
        if (number + place) % 5 == 0
        else Group(viewpoint=one.id, sector=two.id, n=5, mean=Decimal(1 + (number + place) % 5))
        for number, one in enumerate(viewpoints)
        for place, two in enumerate(sectors)
    )
    rounds = (Survey(id="x", name=HOSTILE[-5], date=day, responses=12, groups=groups),)
    scale = Scale(words=("<i>", "a" * 99, "]]>", "\x1b[31m", "&amp;"))
    found = roadmap(*viewpoints, surveys=rounds, sectors=sectors)
    return found.model_copy(update={"head": head("</svg><script>alert(1)</script>", sample=True), "scale": scale})


def indicator(*known: tuple[int, str], targets: Sequence[tuple[int, str]] = (), **fields: object) -> Indicator:
    """Return an indicator of yearly values."""
    values = tuple(YearValue(year=year, value=Decimal(value)) for year, value in known)
    aims = tuple(YearValue(year=year, value=Decimal(value)) for year, value in targets)
    about = {"id": "m1", "title": "Ruokahävikki", "unit": "%", **fields}
    return Indicator.model_validate({**about, "values": values, "targets": aims})
