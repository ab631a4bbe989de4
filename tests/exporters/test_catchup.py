"""The page for those who were away: their tasks first, then what concerns their branch, then the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.catchup import Reader, catch_up, reader_name, reader_of, readers
from exporters.markdown import markdown
from exporters.words import LANGUAGES, Words
from model.meeting import Attendance
from tests.exporters.papers import FOUND, HELD
from tests.model.build import DAY

GOLDEN = Path(__file__).parent / "golden"
FI = Words("fi")


def text(reader: Reader, language: str = "fi") -> str:
    """Return the page of the meeting that was held, on 24.11.2026."""
    return markdown(catch_up(FOUND, HELD, Words(language), reader=reader, today=DAY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_members_page_is_what_it_was(language: str) -> None:
    """Every byte of the page of the member who was away."""
    page = text(reader_of(FOUND, member="tekn"), language)

    assert page == (GOLDEN / f"catchup.{language}.md").read_text(encoding="utf-8")


def test_a_member_has_the_own_branch_and_what_is_everybodys() -> None:
    """A measure of a branch for which nobody sits concerns all; done tasks and formal §§ are left out."""
    own, _, others = text(reader_of(FOUND, member="tekn")).partition("## Muut päätökset")

    assert "§ 3" in own
    assert "§ 4" in own
    assert "2/2026-2" in own
    assert "§ 5" in others
    assert "Esite" not in own + others
    assert "Esityslistan hyväksyminen" not in own + others


def test_what_one_is_responsible_for_concerns_one() -> None:
    """By role, though the measure's branch is another one; an overdue task says so."""
    page = text(reader_of(FOUND, member="koordinaattori"))

    assert "2/2026-1" in page
    assert "13.11.2026 **myöhässä**" in page
    assert "2/2026-2" not in page


def test_a_branch_and_everybody_have_a_page_of_their_own() -> None:
    """For a branch what concerns it; for everybody the open tasks of the meeting and all its decisions."""
    branch, everybody = text(reader_of(FOUND, sector="tekninen")), text(Reader())

    assert "**Kenelle:** Tekninen toimiala" in branch
    assert "2/2026-2" in branch
    assert "2/2026-1" in everybody
    assert "Muut päätökset" not in everybody
    assert "Koskee toimialaasi" not in everybody


def test_nothing_to_do_and_nothing_decided_is_said() -> None:
    """An empty part would leave doubt."""
    empty = HELD.model_copy(update={"items": (), "actions": ()})
    page = markdown(catch_up(FOUND.replacing("meetings", empty), empty, FI, reader=Reader(), today=DAY))

    assert "Ei avoimia tehtäviä." in page
    assert "Ei päätöksiä." in page


def test_those_who_were_away_come_first() -> None:
    """Then who missed a part, then the others, and everybody last."""
    names = [reader_name(FOUND, reader, FI) for reader in readers(FOUND, HELD)]

    assert names == ["Teknisen toimialan edustaja", "Tietohallintokoordinaattori", "kaikki"]

    unknown = HELD.model_copy(update={"attendance": HELD.attendance[:1]})
    late = Attendance(member="koordinaattori", presence="late", item=3)
    partly = HELD.model_copy(update={"attendance": (late,)})
    for meeting, first in ((unknown, "Tietohallintokoordinaattori"), (partly, "Tietohallintokoordinaattori")):
        assert reader_name(FOUND, readers(FOUND, meeting)[0], FI) == first


def test_nothing_internal_is_on_the_page() -> None:
    """Internal notes of measures and §§ stay where they are."""
    assert "salaa" not in "".join(text(reader) for reader in readers(FOUND, HELD))
