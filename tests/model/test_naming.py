"""Which record somebody means, and fields that name records of another table."""

from __future__ import annotations

import pytest

from model.edits import RefusedError
from model.naming import named
from model.records import Goal, Viewpoint
from model.typed import set_field
from tests.model.build import measure, roadmap

GOALS = (Goal(id="osaava", title="Osaava henkilöstö"), Goal(id="tieto", title="Tieto käyttöön"))
VIEWPOINTS = (
    Viewpoint(id="keruu", name="Tiedon keruu", scope="own"),
    Viewpoint(id="kaytto", name="Tiedon hyödyntäminen työssä", short="Tiedon hyödyntäminen", scope="own"),
)
PLAN = roadmap(measure("T01"), goals=GOALS, viewpoints=VIEWPOINTS)


@pytest.mark.parametrize("text", ["tieto", "2", "Tieto käyttöön", "tieto kayttoon", "TIETO K"])
def test_a_record_is_named_by_id_number_name_or_its_beginning(text: str) -> None:
    """Letters, dots and case are forgiven, as in the search."""
    assert named(PLAN, "goals", text) == "tieto"


@pytest.mark.parametrize("text", ["olematon", "0", "3", "tiedon"])
def test_what_names_no_record_or_two_is_refused_with_the_names_there_are(text: str) -> None:
    """The sentence can say what would do."""
    with pytest.raises(RefusedError) as refused:
        named(PLAN, "viewpoints", text)

    assert refused.value.code == "unknown-name"
    assert refused.value.data["known"] == ("Tiedon keruu", "Tiedon hyödyntäminen")


def test_a_field_of_references_takes_names_and_keeps_ids() -> None:
    """Each record once, in the order in which they were typed."""
    changed = set_field(PLAN, ("measures", "T01"), "goals", "Tieto käyttöön, 1, tieto")

    assert changed.measure("T01").goals == ("tieto", "osaava")


def test_a_field_of_references_never_names_what_is_not_there() -> None:
    """The program does not write a fault that it would then tell of."""
    with pytest.raises(RefusedError, match="unknown-name"):
        set_field(PLAN, ("measures", "T01"), "goals", "olematon")
