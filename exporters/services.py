"""Outside services that end, in words: the lines that flag them, and the §§ that take them up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exporters.terms import capital
from model.meeting import Item
from model.services import dependent, endings, endings_of, flagged
from model.standing import was_held
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exporters.words import Words
    from model.records import Measure, Service
    from model.roadmap import Roadmap
    from model.services import Ending

_PENDING = (None, "tabled", "returned", "not-handled", "withdrawn")
"""Outcomes after which a § about the end of a service comes up again."""


def flag_lines(roadmap: Roadmap, words: Words, *, today: date) -> tuple[str, ...]:
    """Return a line for each service that ends and touches open measures, the first to end first."""
    return tuple(flag(ending, words) for ending in flagged(roadmap, today))


def flag(ending: Ending, words: Words) -> str:
    """Return that a service ends and how many measures that touches."""
    count = len(ending.measures)
    assess = words.n("{n} measure to be assessed anew", "{n} measures to be assessed anew", count)
    return f"{when(ending, words)}: {assess}"


def when(ending: Ending, words: Words) -> str:
    """Return when a service ends or ended: `AuroraAI päättyi 31.12.2022`."""
    return f"{one_line(ending.service.name)} {_ends(ending, words)}"


def service_names(
    roadmap: Roadmap, measure: Measure, words: Words, *, today: date | None
) -> Iterator[tuple[str, bool]]:
    """Yield the services that a measure depends on, each with when it ends, and whether that asks for something."""
    ending = {one.service.id: one for one in endings_of(roadmap, measure, today)} if today else {}
    for name in measure.services:
        found = roadmap.find("services", name)
        called = one_line(getattr(found, "name", "") or name)
        one = ending.get(name)
        yield (f"{called} ({_ends(one, words)})" if one else called), one is not None


def service_lines(roadmap: Roadmap, words: Words, *, today: date) -> tuple[str, ...]:
    """Return every service on a line, with its end and the open measures that depend on it; those that end first."""
    known = {ending.service.id: ending for ending in endings(roadmap, today)}
    ordered = (*(one.service for one in known.values()), *(s for s in roadmap.services if s.id not in known))
    return tuple(_service(roadmap, service, known.get(service.id), words) for service in ordered)


def _service(  # noqa: PLR0917 - a service and how it ends
    roadmap: Roadmap, service: Service, ending: Ending | None, words: Words
) -> str:
    provider = f" ({one_line(service.provider)})" if service.provider.strip() else ""
    end = words.t("ends on {date}", date=words.date(service.ends)) if service.ends else words.t("no end is known")
    on_it = words.listing(one_line(measure.id) for measure in dependent(roadmap, service))
    said = words.t("depending on it: {ids}", ids=on_it) if on_it else words.t("no open measure depends on it")
    return f"{one_line(service.name)}{provider}: {_ends(ending, words) if ending else end}; {said}"


def services_data(roadmap: Roadmap, *, today: date) -> list[dict[str, Any]]:
    """Return every service as an object: when it ends, whether it has, and the open measures that depend on it."""
    flags = {ending.service.id for ending in flagged(roadmap, today)}
    return [
        {
            "id": service.id,
            "name": service.name,
            "provider": service.provider or None,
            "ends": service.ends.isoformat() if service.ends else None,
            "ended": service.ends is not None and service.ends < today,
            "flagged": service.id in flags,
            "measures": [measure.id for measure in dependent(roadmap, service)],
            "note": service.note or None,
        }
        for service in roadmap.services
    ]


def service_items(roadmap: Roadmap, words: Words, *, day: date) -> Iterator[Item]:
    """Yield a § for each service that ends and touches open measures; not one that a meeting has decided."""
    for ending in flagged(roadmap, day):
        name = one_line(ending.service.name)
        heading = words.t("The end of a service: {service}", service=name)
        if _decided(roadmap, heading, day):
            continue
        data = {"service": name, "date": words.date(ending.ends)}
        told = (
            words.t("{service} ended on {date}.", **data)
            if ending.is_over
            else words.t("{service} ends on {date}.", **data)
        )
        ids = words.listing(one_line(measure.id) for measure in ending.measures)
        yield Item(
            number=0,
            kind="service",
            heading=heading,
            subjects=tuple(measure.id for measure in ending.measures),
            background=f"{told} {words.t('On it depend: {ids}.', ids=ids)}",
            proposal=words.t("It is decided how the measures that depend on it go on."),
        )


def dependants_line(roadmap: Roadmap, service: Service, words: Words) -> str:
    """Return which open measures depend on a service, each with its title."""
    found = [f"{one_line(m.id)} {one_line(m.title)}" for m in dependent(roadmap, service)]
    said = (
        words.t("no open measure depends on it")
        if not found
        else words.t("depending on it: {ids}", ids="; ".join(found))
    )
    return capital(said)


def _ends(ending: Ending, words: Words) -> str:
    day = words.date(ending.ends)
    return words.t("ended on {date}", date=day) if ending.is_over else words.t("ends on {date}", date=day)


def _decided(roadmap: Roadmap, heading: str, day: date) -> bool:
    return any(
        item.heading == heading and item.outcome not in _PENDING
        for meeting in roadmap.meetings
        if was_held(meeting) and meeting.date < day
        for item in meeting.items
    )
