"""How a § is numbered in print, and how other texts refer to it."""

from __future__ import annotations

import pytest

from exporters.numbering import item_label, reference
from tests.model.build import HEAD


@pytest.mark.parametrize(("numbering", "label"), [("meeting", "§ 5"), ("year", "§ 5"), ("plain", "5.")])
def test_a_section_is_written_in_the_roadmaps_manner(numbering: str, label: str) -> None:
    """Working groups often number plainly; a body writes §."""
    assert item_label(HEAD.model_copy(update={"numbering": numbering}), 5) == label


@pytest.mark.parametrize("numbering", ["meeting", "year", "plain"])
def test_a_reference_means_one_section_in_every_manner(numbering: str) -> None:
    """The team's name, the meeting's number and the §."""
    head = HEAD.model_copy(update={"numbering": numbering, "team": "digitiimi"})

    assert reference(head, "3/2026", 5) == "digitiimi 3/2026 § 5"
    assert reference(HEAD, "3/2026", 5) == "3/2026 § 5"
    assert reference(head, "3/2026", None) == "digitiimi 3/2026"
