"""Outside services that have ended or are about to, and the open measures that depend on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from model.records import Measure, Service
    from model.roadmap import Roadmap


class Ending(NamedTuple):
    """A service that ends, with its day, and the open measures that depend on it."""

    service: Service
    ends: date
    is_over: bool
    """Whether its last day is past."""
    measures: tuple[Measure, ...]


def endings(roadmap: Roadmap, today: date) -> tuple[Ending, ...]:
    """Return the services that have ended, or end within this half-year (or year), the first to end first."""
    found = [
        Ending(service, service.ends, service.ends < today, dependent(roadmap, service))
        for service in roadmap.services
        if service.ends is not None and service.ends <= roadmap.head.step.containing(today).last_day
    ]
    return tuple(sorted(found, key=lambda one: one.ends))


def flagged(roadmap: Roadmap, today: date) -> tuple[Ending, ...]:
    """Return the endings that touch an open measure: those are to be assessed anew."""
    return tuple(one for one in endings(roadmap, today) if one.measures)


def endings_of(roadmap: Roadmap, measure: Measure, today: date) -> tuple[Ending, ...]:
    """Return the endings on which an open measure depends."""
    return tuple(one for one in endings(roadmap, today) if measure in one.measures)


def dependent(roadmap: Roadmap, service: Service) -> tuple[Measure, ...]:
    """Return the open measures that depend on a service, in the order of the file."""
    return tuple(measure for measure in roadmap.measures if measure.is_open and service.id in measure.services)
