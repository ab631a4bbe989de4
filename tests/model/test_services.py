"""Outside services that end, and the open measures that depend on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from model.records import Service
from model.services import endings, endings_of, flagged
from tests.model.build import measure, roadmap

if TYPE_CHECKING:
    from model.roadmap import Roadmap

ENDS = date(2026, 9, 30)


def town(*, ends: date | None = ENDS) -> Roadmap:
    """Return a roadmap with a service on which three measures depend, one of them done, and one that nobody uses."""
    services = (Service(id="aurora", name="AuroraAI", ends=ends), Service(id="muu", name="Muu", ends=date(2020, 1, 1)))
    used: dict[str, Any] = {"services": ["aurora"]}
    measures = (measure("T01", **used), measure("T02", **used), measure("T03", status="done", **used), measure("T04"))
    return roadmap(*measures, services=services)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 6, 30), None),
        (date(2026, 7, 1), False),
        (ENDS, False),
        (date(2026, 10, 1), True),
        (date(2031, 1, 1), True),
    ],
)
def test_a_service_is_flagged_from_the_half_year_in_which_it_ends(today: date, told: bool | None) -> None:  # noqa: FBT001 - a case
    """Before that it is not; on its last day it ends, and the day after it has ended."""
    found = {one.service.id: one.is_over for one in flagged(town(), today)}

    assert found.get("aurora") == told


def test_only_open_measures_depend_on_it() -> None:
    """What is done needs nothing any more, and a service that no open measure needs flags nothing."""
    found = flagged(town(), date(2026, 11, 24))

    assert [(one.service.id, [m.id for m in one.measures]) for one in found] == [("aurora", ["T01", "T02"])]
    assert [one.service.id for one in endings(town(), date(2026, 11, 24))] == ["muu", "aurora"]


def test_a_measure_knows_what_ends_for_it() -> None:
    """One that depends on nothing, or is over, has nothing to fear."""
    found = town()
    today = date(2026, 11, 24)

    assert [one.service.id for one in endings_of(found, found.measure("T01"), today)] == ["aurora"]
    assert endings_of(found, found.measure("T03"), today) == endings_of(found, found.measure("T04"), today) == ()


def test_a_service_without_an_end_is_never_flagged() -> None:
    """Nobody knows that it ends."""
    assert [one.service.id for one in endings(town(ends=None), date(2031, 1, 1))] == ["muu"]
