"""The stages of minutes are told as one fact each, and as undone when they were taken back."""

from __future__ import annotations

from datetime import date, time

import pytest

from exporters.sentences import sentences, subject, undo_label
from exporters.words import Words
from model import minuting
from model.diff import diff, inverted
from tests.model.build import meeting, roadmap

DAY = date(2026, 12, 1)
FI = Words("fi")
DRAFT = roadmap(meeting(opened=time(9), closed=time(10)))
CHECKED = minuting.check(DRAFT, "3/2026", DAY, by="4/2026 § 3")
PUBLISHED = minuting.publish(CHECKED, "3/2026", DAY, to="Intranet", digest="abc")
ELSEWHERE = minuting.publish(PUBLISHED, "3/2026", DAY, to="Intranet, Teams", digest="abd")
REOPENED = minuting.reopen(PUBLISHED, "3/2026", DAY, reason="Väärä päivä")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (DRAFT, CHECKED, "Muistio 3/2026 tarkastettu: 1.12.2026, 4/2026 § 3"),
        (CHECKED, PUBLISHED, "Muistio 3/2026 julkaistu: 1.12.2026, Intranet"),
        (PUBLISHED, ELSEWHERE, "Muistio 3/2026 julkaistu: Intranet, Teams"),
        (PUBLISHED, REOPENED, "Muistio 3/2026 avattu uudelleen: ”Väärä päivä”"),
    ],
    ids=["checked", "published", "elsewhere", "reopened"],
)
def test_a_stage_is_one_sentence_and_undone_the_same_one(before: object, after: object, said: str) -> None:
    """By whom, where or why, and the day; going back is the same fact undone, not a list of fields."""
    changes = diff(before, after)  # type: ignore[arg-type]  # the parameters are built before the test

    assert sentences(changes, FI, DRAFT) == (said,)
    if before is not PUBLISHED or after is REOPENED:
        assert sentences(inverted(changes), FI, DRAFT) == (f"Kumottu: {said}",)


def test_what_else_changed_is_told_beside_it() -> None:
    """A meeting put right and checked in one commit of a hand edit tells both."""
    other = CHECKED.replacing("meetings", CHECKED.meeting("3/2026").model_copy(update={"place": "Kirjasto"}))

    assert len(sentences(diff(DRAFT, other), FI, other)) == 2


def test_the_subject_and_the_label_of_undo_are_short() -> None:
    """The commit names the minutes; what undo takes back fits in the key bar."""
    changes = diff(DRAFT, CHECKED)

    assert subject(changes, FI, CHECKED) == "Muistio 3/2026: tarkastettu 1.12.2026, 4/2026 § 3"
    assert undo_label(changes, FI, CHECKED).startswith("Kumotaan: Muistio 3/2026 tarkastettu")
