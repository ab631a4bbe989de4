"""The proof of published minutes: what counts as the same text, and what a saved copy is."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.minutes import minutes
from exporters.proof import digest, meeting_of, normalised, proof, published, usual_place
from exporters.words import Words
from model import minuting
from model.edits import RefusedError
from tests.model.build import HEAD, meeting, roadmap

DAY = date(2026, 12, 1)
HELD = meeting(opened=time(9), closed=time(10), place="Lehtori", chair="Puheenjohtaja")
DRAFT = roadmap(HELD)
CHECKED = minuting.check(DRAFT, "3/2026", DAY, by="digitiimi")
PUBLISHED = published(CHECKED, "3/2026", DAY, to="Intranet")
COPY = minutes(PUBLISHED, PUBLISHED.meeting("3/2026"), Words("fi"))
SPACES = st.text(alphabet=" \t\r\n\u00a0", min_size=1, max_size=4)


@given(gaps=st.lists(SPACES, min_size=1, max_size=8))
def test_white_space_does_not_count(gaps: list[str]) -> None:
    """However a text is wrapped, indented or ended, its digest is the same."""
    parts = COPY.split()
    wrapped = "".join(part + gaps[index % len(gaps)] for index, part in enumerate(parts))

    assert digest(wrapped) == digest(COPY)


@given(place=st.integers(0, len(normalised(COPY)) - 1), letter=st.characters(codec="utf-8", categories=["L", "N"]))
def test_every_other_character_does(place: int, letter: str) -> None:
    """One letter in another's place is another text."""
    text = normalised(COPY)
    forged = text[:place] + letter + text[place + 1 :]

    assert (digest(forged) == digest(COPY)) is (normalised(forged) == text)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """A copy that went through another system has its ä in two parts."""
    assert digest("pa\u0308ivä") == digest("päivä") == digest("\ufeffpäivä\r\n")


def test_the_digest_is_that_of_the_text_as_published() -> None:
    """The text says where and when it was published, so the digest is taken after that is recorded."""
    found = PUBLISHED.meeting("3/2026")

    assert found.digest == digest(COPY)
    assert "Intranet" in COPY
    with pytest.raises(RefusedError, match="not-checked"):
        published(DRAFT, "3/2026", DAY, to="Intranet")


def test_a_true_copy_is_published_whatever_happened_since() -> None:
    """The digest tells what it is; what reads otherwise now is told beside it."""
    later = PUBLISHED.model_copy(update={"head": HEAD.model_copy(update={"organisation": "Muu kaupunki"})})
    same, changed = (proof(found, found.meeting("3/2026"), COPY) for found in (PUBLISHED, later))

    assert (same.verdict, same.has_changed) == ("published", False)
    assert (changed.verdict, changed.is_equal) == ("published", True)
    assert (changed.removed[0], changed.added[0]) == ("Esimerkkilän kaupunki", "Muu kaupunki")


def test_without_a_digest_a_copy_can_still_be_what_is_recorded() -> None:
    """Minutes of before there were digests, or in another language."""
    swedish = minutes(DRAFT, HELD, Words("sv"))
    found = proof(DRAFT, HELD, swedish)

    assert (found.verdict, found.language) == ("current", "sv")
    assert proof(DRAFT, HELD, swedish + "Tillagt.").verdict == "differs"


def test_the_meeting_of_a_copy_is_known_by_its_digest_or_its_title() -> None:
    """Nobody has to name the meeting."""
    other = PUBLISHED.adding("meetings", meeting("1/2027", date=date(2027, 2, 23)))
    known = [meeting_of(other, text) for text in (COPY, COPY.replace("Lehtori", "Kirjasto"), "Jotain muuta")]

    assert [found.number if found else None for found in known] == ["3/2026", "3/2026", None]


def test_the_usual_place_is_the_last_one_or_what_the_intranet_is() -> None:
    """Nothing is offered where nothing is known."""
    sharepoint = roadmap(HELD, head=HEAD.model_copy(update={"intranet": "sharepoint"}))

    assert [usual_place(found, Words("fi")) for found in (PUBLISHED, sharepoint, DRAFT)] == [
        "Intranet",
        "SharePoint",
        "",
    ]
