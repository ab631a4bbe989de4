"""What the team should not decide alone, on the command line: told, or proposed with an option; money is remarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town

MORE = """
[[measures]]
id = "T90"
title = "Sähköinen kokous"
start = "2025H1"
end = "2026H1"
status = "active"

[[measures.funding]]
year = 2026
amount = 1000
state = "granted"

[[measures.moves]]
date = 2025-06-01
from = "2025H1"
to = "2025H2"

[[measures.moves]]
date = 2025-12-01
from = "2025H2"
to = "2026H1"

[[measures]]
id = "T91"
title = "Valokuitu"
start = "2026H2"
end = "2027H1"

[[measures.funding]]
year = 2026
amount = 5000
state = "applied"
"""


@pytest.fixture
def meeting(town: Town) -> Town:
    """The town in a meeting, with a measure that was postponed twice."""
    town.roadmap.write_text(town.roadmap.read_text("utf-8") + MORE, encoding="utf-8")
    town.types("meeting", "start")
    return town


def test_a_third_postponement_is_decided_and_told(meeting: Town) -> None:
    """A script is not asked; it reads what it could have done instead."""
    ran = meeting.types("move", "T90", "k27", "--reason", "resurssi")

    assert ran.status == 0
    assert "T90 on siirretty jo 2 kertaa." in ran.err
    assert "--propose" in ran.err
    assert meeting.types("show", "T90", "--json").json["end"] == "2027H1"


def test_what_is_proposed_leaves_the_measure_as_it_is(meeting: Town) -> None:
    """The § says that it is proposed, and the log of the measure that it waits; after the roadmap's end, too."""
    ran = meeting.types("move", "T90", "k28", "--reason", "resurssi", "--propose")
    measure = meeting.types("show", "T90", "--json").json
    minutes = meeting.types("minutes", "-o", "-").out

    assert (ran.status, ran.err) == (0, "")
    assert (measure["end"], measure["log"][-1]["event"]) == ("2026H1", "proposed")
    assert "Päätettiin esittää johtoryhmälle, että toimenpide T90 siirretään keväältä 2026 keväälle 2028." in " ".join(
        minutes.split()
    )


def test_dropping_granted_money_is_told_or_proposed(meeting: Town) -> None:
    """The money of this year has been granted: somebody else has to approve that it is not used."""
    proposed = meeting.types("drop", "T90", "--reason", "ei tarvetta", "--propose")
    dropped = meeting.types("drop", "T90", "--reason", "ei tarvetta")

    assert (proposed.status, proposed.err) == (0, "")
    assert dropped.status == 0
    assert "Toimenpiteelle T90 on myönnetty määräraha." in dropped.err


def test_what_starts_without_granted_money_is_remarked_in_the_minutes(meeting: Town) -> None:
    """It is not hindered: the minutes have it among their remarks."""
    ran = meeting.types("start", "T91")
    minutes = meeting.types("minutes", "-o", "-").out

    assert ran.status == 0
    assert ran.err == "T91 aloitettiin, vaikka vuoden 2026 määrärahaa ei ole myönnetty.\n"
    assert "T91 Valokuitu" in minutes.partition("## Huomautukset")[2]
