"""Formalities of older meetings are known by their headings, in any language; nothing else is claimed."""

from __future__ import annotations

import pytest

from exporters.recognised import recognised
from model.meeting import Item
from tests.model.build import meeting, roadmap


def known(**fields: object) -> Item:
    """Return a § as it is recognised."""
    item = Item.model_validate({"number": 1, **fields})
    return recognised(roadmap(meeting(items=[item]))).meetings[0].items[0]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Kokouksen avaus", "opening"),
        ("Esityslistan hyväksyminen", "agenda"),
        ("Edellisen kokouksen muistio ja tehtävien tilanne", "previous"),
        ("Digitiekartan tilannekatsaus", "status"),
        ("seuraava  kokous", "next"),
        ("Nästa möte", "next"),
        ("Closing of the meeting", "closing"),
        ("Talousarvioesitys", None),
    ],
)
def test_a_heading_tells_the_kind(heading: str, kind: str | None) -> None:
    """Case and white space apart, in the three languages."""
    assert known(heading=heading, decision="Päätettiin.").kind == kind


def test_noting_for_information_is_an_outcome() -> None:
    """The set phrase alone says it; with more words it is somebody's own sentence."""
    assert known(heading="Kysely", decision="Merkittiin tiedoksi.").outcome == "noted"
    assert known(heading="Kysely", decision="Merkittiin tiedoksi ja sovittiin jatkosta.").outcome is None


def test_what_has_a_kind_an_outcome_or_a_subject_stays() -> None:
    """What was recorded goes before what is recognised, and a roadmap with nothing to recognise is itself."""
    kept = roadmap(meeting(items=[{"number": 1, "kind": "proposed", "heading": "Seuraava kokous"}]))

    assert recognised(kept) is kept
    assert known(heading="Seuraava kokous", outcome="decided").kind is None
    assert known(heading="Seuraava kokous", subjects=("T07",)).kind is None
